"""How the encoder's upper layers learn: side by side in several processes, which share what they know every so often."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch  # type: ignore[import-not-found]
from torch import multiprocessing, nn

from app.guard.finding import REFUSED
from tools import guard_encoder_graph as graph
from tools.guard_encoder_texts import CATEGORIES, Stretch

BATCH = 900
HEAD_RATE = 1e-3
TOGETHER = 25
KNOWN, SKIPPED = 0.9, 0.6
# How far apart a text to stop and its innocent twin shall be, in log-odds, and what that counts beside the rest.
MARGIN, RANKED = 3.0, 0.3


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


@dataclass(frozen=True, slots=True)
class Plan:
    """A stage: `steps` batches in each process; the rate falls to nothing over the last `falling` share of them."""

    frozen: int
    layers: int
    steps: int
    rate: float
    seed: int
    falling: float = 1.0


@dataclass(slots=True)
class Pupil:
    """One process's part: what it learns from, and where the common knowledge lies."""

    upper: Upper
    bottom: Path
    learned: list[Stretch]
    checked: list[Stretch]
    plan: Plan
    number: int
    common: list[Any]
    barrier: Any
    kept: Path | None


def batches(found: list[Stretch], chance: random.Random) -> Iterator[list[Stretch]]:
    """Kin together, and stretches of like length; at most BATCH pieces with the filling."""
    by_kin: dict[int, list[Stretch]] = {}
    for stretch in found:
        by_kin.setdefault(stretch.kin, []).append(stretch)
    families = list(by_kin.values())
    chance.shuffle(families)
    out: list[list[Stretch]] = []
    for start in range(0, len(families), 300):
        near = sorted(families[start : start + 300], key=lambda kin: max(len(s.pieces) for s in kin))
        out += _filled([s for kin in near for s in kin], BATCH)
    chance.shuffle(out)
    yield from out


def _alike(found: list[Stretch], most: int) -> list[list[Stretch]]:
    return _filled(sorted(found, key=lambda s: len(s.pieces)), most)


def _filled(found: list[Stretch], most: int) -> list[list[Stretch]]:
    out: list[list[Stretch]] = [[]]
    longest = 0
    for stretch in found:
        longest = max(longest, len(stretch.pieces))
        if out[-1] and longest * (len(out[-1]) + 1) > most:
            out.append([])
            longest = len(stretch.pieces)
        out[-1].append(stretch)
    return out


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


def _rate(plan: Plan, step: int) -> float:
    warm = 0.04 * plan.steps
    left = (plan.steps - step) / (plan.falling * plan.steps)
    return min(1.0, step / warm, max(0.02, left))


def learn(pupil: Pupil) -> None:
    """One process: its own batches in its own order; every TOGETHER steps all take the mean of what they hold."""
    torch.set_num_threads(1)
    plan, upper = pupil.plan, pupil.upper
    torch.manual_seed(plan.seed * 100 + pupil.number)
    chance = random.Random(plan.seed * 100 + pupil.number)  # noqa: S311 - repeatable on purpose
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    bottom = onnxruntime.InferenceSession(str(pupil.bottom), options, providers=["CPUExecutionProvider"])
    heads = [*upper.tok.parameters(), *upper.doc.parameters()]
    groups = [{"params": list(upper.L.parameters()), "lr": plan.rate}, {"params": heads, "lr": HEAD_RATE}]
    learner = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(learner, lambda step: _rate(plan, step))
    sure = {id(s): 0.0 for s in pupil.learned}
    step, begun, total = 0, time.monotonic(), 0.0
    upper.train()
    while step < plan.steps:
        # What is known well already is repeated less often.
        use = [s for s in pupil.learned if sure[id(s)] <= KNOWN or chance.random() > SKIPPED]
        for batch in batches(use, chance):
            loss, right = _loss(upper, batch, bottom)
            sure.update({id(s): share for s, share in zip(batch, right, strict=True)})
            learner.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            learner.step()
            rate.step()
            step, total = step + 1, total + loss.item()
            if step % TOGETHER == 0 or step == plan.steps:
                _share(pupil)
                if pupil.number == 0:
                    _say(pupil, bottom, step, total / TOGETHER, time.monotonic() - begun)
                total = 0.0
            if step >= plan.steps:
                break


def _loss(upper: Upper, batch: list[Stretch], bottom: Any) -> tuple[Any, list[float]]:
    x, mask, marks, levels = tensors(batch, bottom, upper.tok.in_features)
    by_piece, whole = upper(x, mask)
    loss = nn.functional.cross_entropy(
        by_piece.flatten(0, 1), marks.flatten(), ignore_index=-100, label_smoothing=0.02
    ) + nn.functional.cross_entropy(whole, levels, label_smoothing=0.05)
    kin = torch.tensor([s.kin for s in batch])
    loss = loss + RANKED * (_ranked(whole, levels, kin, 1) + _ranked(whole, levels, kin, 2))
    return loss, whole.detach().softmax(-1).gather(1, levels[:, None])[:, 0].tolist()


def _ranked(whole: Any, levels: Any, kin: Any, least: int) -> Any:
    """Of twins, the one of at least this level shall score higher than the one below it."""
    score = whole[:, least:].logsumexp(1) - whole[:, :least].logsumexp(1)
    above, below = torch.nonzero(
        (kin[:, None] == kin) & (levels[:, None] >= least) & (levels < least), as_tuple=True
    )
    if not len(above):
        return score.sum() * 0
    return nn.functional.softplus(MARGIN - (score[above] - score[below])).mean()


def _share(pupil: Pupil) -> None:
    own = list(pupil.upper.parameters())
    with torch.no_grad():
        for common, mine in zip(pupil.common[pupil.number], own, strict=True):
            common.copy_(mine)
        pupil.barrier.wait()
        for n, mine in enumerate(own):
            mine.copy_(torch.stack([other[n] for other in pupil.common]).mean(0))
        pupil.barrier.wait()


def _say(pupil: Pupil, bottom: Any, step: int, loss: float, seconds: float) -> None:
    print(f"step {step} of {pupil.plan.steps}: loss {loss:.3f}, {seconds:.0f} s", flush=True)
    last = step == pupil.plan.steps
    if pupil.kept and (step % (6 * TOGETHER) == 0 or last):
        name = f"{pupil.kept.stem}-{pupil.plan.seed}-{step}.npz"
        np.savez(pupil.kept.with_name(name), **pupil.upper.arrays())
    if pupil.checked and (step % (12 * TOGETHER) == 0 or last):
        print(checked(pupil.upper, pupil.checked, bottom), flush=True)


def checked(upper: Upper, found: list[Stretch], bottom: Any) -> str:
    """Of stretches not learned from: share refused of those to refuse, and of those to allow, by three limits."""
    upper.eval()
    score, level = [], []
    with torch.no_grad():
        for batch in _alike(found, 3000):
            x, mask, _, levels = tensors(batch, bottom, upper.tok.in_features)
            by_piece, whole = upper(x, mask)
            pieces = by_piece.softmax(-1)[..., 1 : len(REFUSED) + 1].sum(-1) * mask
            both = (whole.softmax(-1)[:, 2] + pieces.topk(2, 1).values.mean(1)) / 2
            score += both.tolist()
            level += levels.tolist()
    upper.train()
    of, to = np.array(score), np.array(level)
    said = (f"{t}: {(of > t)[to == 2].mean():.3f}/{(of > t)[to == 0].mean():.3f}" for t in (0.3, 0.5, 0.7))
    return "  refused of refuse/allow at " + ", ".join(said)


def taught(pupils: list[Pupil]) -> graph.Arrays:
    """What the pupils know together after a stage: the layers above the frozen ones, and the heads."""
    running = [multiprocessing.Process(target=learn, args=(p,)) for p in pupils]
    for process in running:
        process.start()
    for process in running:
        process.join()
        if process.exitcode:
            raise SystemExit("training stopped early")
    upper = pupils[0].upper
    with torch.no_grad():
        for mine, common in zip(upper.parameters(), zip(*pupils[0].common, strict=True), strict=True):
            mine.copy_(torch.stack(common).mean(0))
    return upper.arrays()


def shared(upper: Upper, processes: int) -> list[Any]:
    return [[p.detach().clone().share_memory_() for p in upper.parameters()] for _ in range(processes)]
