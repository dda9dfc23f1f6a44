"""Train the guard's model on a corpus of marked texts and write resources/guard/model.bin.

    python3 tools/guard_train.py CORPUS.jsonl tools/guard_texts [--out FILE] [--folds N]

Needs scikit-learn, in a throw-away environment (`python3 -m venv build/training && build/training/bin/pip install scikit-learn`): it is in none
of the product's locks, since the finished model is read by plain Python. Seeded: the same corpus and the same
scikit-learn give the same file. One fifth of the groups (by hash) is kept apart and never trained or tuned on;
`tools/guard_report.py` reports it beside the rest. Thresholds are read off folds by group within the training part.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

from app.guard import features, model, sentences
from app.guard.finding import WARNED
from app.guard.normalise import Reading, read
from app.guard.review import rule_hits
from tools import guard_texts

VERSION = "2026.11.7"
SIZES = {"sentence": 1 << 18, "window": 1 << 18, "kind": 1 << 15}
STRENGTH = {"sentence": 10.0, "window": 5.0, "kind": 3.0}
HARD_ALARM = 0.06
# How much surer the model must be to refuse a sentence in which a rule sees only everyday words.
EVERYDAY = 1.0
# How sure the model must be of the opposite to lift what a sure rule says of words.
SURE = -1.5
SEED = 7

Row = tuple[dict[int, float], int]


@dataclass(slots=True)
class Text:
    """A text of the corpus as the model sees it; level 0 allow, 1 warn, 2 refuse."""

    group: str
    level: int
    hard: bool
    sentences: list[Row] = field(default_factory=list)
    windows: list[Row] = field(default_factory=list)
    inside: list[list[int]] = field(default_factory=list)
    firm: list[bool] = field(default_factory=list)
    sure: int = 0
    spans: list[tuple[dict[int, float], str]] = field(default_factory=list)


def kept_apart(group: str) -> bool:
    """The validation part: one group in five."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % 5 == 0


def placed(row: features.Row, size: int) -> dict[int, float]:
    out: dict[int, float] = {}
    for number, share in row:
        out[number & (size - 1)] = out.get(number & (size - 1), 0.0) + share
    return out


def see(item: dict[str, Any]) -> Text:
    reading = read(item["text"])
    hits = rule_hits(reading)
    parts = sentences.ranges(reading)
    seen = features.see(reading, hits, parts)
    text = Text(item["group"], ("allow", "warn", "refuse").index(item["label"]), bool(item.get("hard")))
    marked = [(span["start"], span["end"], 1 if span["category"] in WARNED else 2) for span in item["spans"]]
    stretches = sentences.windows(reading, parts)
    text.sure = max((1 if h.category in WARNED else 2 for h in hits if h.strength == "sure"), default=0)
    firm = [h.start for h in hits if h.strength == "firm"]
    for first, after in parts:
        text.sentences.append(
            (_names(seen, first, after, SIZES["sentence"]), _level(reading, marked, first, after))
        )
        start, end = reading.tokens[first].start, reading.tokens[after - 1].end
        text.firm.append(any(start <= place < end for place in firm))
        text.inside.append([n for n, (a, b) in enumerate(stretches) if a <= first and after <= b])
    for first, after in stretches:
        text.windows.append(
            (_names(seen, first, after, SIZES["window"]), _level(reading, marked, first, after))
        )
    for span in item["spans"]:
        covered = _tokens(reading, span["start"], span["end"])
        if covered:
            inside = features.of_span(seen, covered[0], covered[-1] + 1)
            text.spans.append((placed(inside, SIZES["kind"]), span["category"]))
    return text


def _names(seen: features.Seen, first: int, after: int, size: int) -> dict[int, float]:
    return placed(features.row(features.of(seen, first, after).values()), size)


def _tokens(reading: Reading, start: int, end: int) -> list[int]:
    return [
        i for i, t in enumerate(reading.tokens) if reading.at[t.start] < end and reading.to[t.end - 1] > start
    ]


def _level(reading: Reading, marked: list[tuple[int, int, int]], first: int, after: int) -> int:
    start, end = reading.span(reading.tokens[first].start, reading.tokens[after - 1].end)
    return max((level for a, b, level in marked if a < end and b > start), default=0)


def matrix(rows: list[dict[int, float]], size: int) -> Any:
    ends = np.cumsum([0, *(len(r) for r in rows)])
    places = np.fromiter((p for r in rows for p in r), dtype=np.int32, count=int(ends[-1]))
    values = np.fromiter((v for r in rows for v in r.values()), dtype=np.float32, count=int(ends[-1]))
    return csr_matrix((values, places, ends), shape=(len(rows), size))


def fit(rows: list[dict[int, float]], wanted: list[bool], size: int, strength: float) -> tuple[Any, float]:
    learner = LogisticRegression(C=strength, solver="liblinear", dual=True, max_iter=60, random_state=SEED)
    learner.fit(matrix(rows, size), wanted)
    return learner.coef_[0], float(learner.intercept_[0])


def train_heads(texts: list[Text]) -> dict[str, tuple[Any, float]]:
    heads = {}
    for part in ("sentence", "window"):
        rows = [r for text in texts for r in getattr(text, f"{part}s")]
        for name, least in (("refuse", 2), ("flag", 1)):
            wanted = [level >= least for _, level in rows]
            heads[f"{part}_{name}"] = fit([r for r, _ in rows], wanted, SIZES[part], STRENGTH[part])
    return heads


def scores(text: Text, heads: dict[str, tuple[Any, float]], name: str) -> list[float]:
    """As review.py joins them: the mean of a sentence and the sternest window it stands in."""

    def of(head: str, values: dict[int, float]) -> float:
        weights, bias = heads[head]
        return bias + sum(float(weights[p]) * v for p, v in values.items())

    wide = [of(f"window_{name}", r) for r, _ in text.windows]
    near = [of(f"sentence_{name}", r) for r, _ in text.sentences]
    return [(s + max(wide[n] for n in inside)) / 2 for s, inside in zip(near, text.inside, strict=True)]


@dataclass(frozen=True, slots=True)
class Judged:
    """A text of a fold by a model that has not seen its group: the highest scores, and what the rules say."""

    level: int
    hard: bool
    sure: int
    refuse: float
    flag: float
    firm: float


def judge(text: Text, heads: dict[str, tuple[Any, float]]) -> Judged:
    refuse, flag = scores(text, heads, "refuse"), scores(text, heads, "flag")
    firm = [score for score, has in zip(refuse, text.firm, strict=True) if has]
    lowest = -99.0
    return Judged(
        text.level,
        text.hard,
        text.sure,
        max(refuse, default=lowest),
        max(flag, default=lowest),
        max(firm, default=lowest),
    )


def fold_scores(texts: list[Text], folds: int) -> list[Judged]:
    out: list[Judged] = []
    for n in range(folds):
        part = [int(hashlib.sha256(f"fold {t.group}".encode()).hexdigest(), 16) % folds == n for t in texts]
        heads = train_heads([t for t, out_of in zip(texts, part, strict=True) if not out_of])
        out += [judge(text, heads) for text, out_of in zip(texts, part, strict=True) if out_of]
    return out


def outcome(found: Judged, limits: dict[str, float]) -> int:
    """As decide.py decides, in short."""
    if found.sure == 2 or found.firm > limits["firm"] or found.refuse > limits["refuse"]:
        return 2
    if found.flag > limits["flag"]:
        return 2 if found.refuse > limits["level"] else 1
    return found.sure


def thresholds(found: list[Judged]) -> dict[str, float]:
    """The limits that refuse most, and warn some, for the false alarms on hard texts we can afford; where none keep
    within those, the limits with the fewest."""
    best, best_limits = (False, -1.0), {}
    grid = itertools.product(
        np.arange(0.0, 2.6, 0.3),
        (-99.0, -1.5, -1.0, -0.6, -0.3, 0.0, 0.3),
        np.arange(0.3, 2.8, 0.3),
        (-0.8, -0.4, 0.0),
    )
    for refuse, firm, flag, level in grid:
        limits = {"refuse": float(refuse), "firm": firm, "flag": float(flag), "level": level}
        said = [(f.level, f.hard, outcome(f, limits)) for f in found]
        alarms = np.mean([got > 0 for level_, hard, got in said if level_ == 0 and hard])
        recall = np.mean([got == 2 for level_, _, got in said if level_ == 2])
        warned = np.mean([got > 0 for level_, _, got in said if level_ == 1])
        fits = bool(alarms <= HARD_ALARM)
        worth = fits, float(recall + warned / 4 if fits else -alarms)
        if worth > best:
            best, best_limits = worth, limits
            print(
                f"folds: refuse {recall:.3f}, warn flagged {warned:.3f}, hard alarms {alarms:.3f} with {limits}"
            )
    return {**best_limits, "everyday": EVERYDAY, "sure": SURE}


def pack(
    heads: dict[str, tuple[Any, float]], kinds: dict[str, tuple[Any, float]], limits: dict[str, float]
) -> bytes:
    layout, blobs = [], []
    for part, group in (("heads", heads), ("kinds", kinds)):
        for name, (weights, bias) in sorted(group.items()):
            scale = float(np.abs(weights).max()) / 127 or 1.0
            blobs.append(np.round(weights / scale).astype(np.int8).tobytes())
            layout.append([part, name, len(weights), scale, bias])
    packed = zlib.compress(b"".join(blobs), 9)
    header = {
        "version": VERSION,
        "layout": layout,
        "thresholds": limits,
        "sha256": hashlib.sha256(packed).hexdigest(),
    }
    head = json.dumps(header).encode()
    return model.MAGIC + len(head).to_bytes(4, "big") + head + packed


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent.parent / "resources" / "guard" / model.FILE
    )
    parser.add_argument("--folds", type=int, default=3)
    arguments = parser.parse_args()
    items = guard_texts.read(*arguments.corpus)
    texts = [see(item) for item in items if not kept_apart(item["group"])]
    print(f"{len(texts)} texts of {len(items)}")
    limits = thresholds(fold_scores(texts, arguments.folds))
    spans = [s for text in texts for s in text.spans]
    kinds = {
        kind: fit([r for r, _ in spans], [k == kind for _, k in spans], SIZES["kind"], STRENGTH["kind"])
        for kind in sorted({k for _, k in spans})
    }
    data = pack(train_heads(texts), kinds, limits)
    arguments.out.write_bytes(data)
    print(f"{arguments.out.name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
