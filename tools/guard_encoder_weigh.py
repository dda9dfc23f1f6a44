"""Set how word statistics, encoder and rules are weighed against each other, on texts that neither model has seen.

    python3 tools/guard_encoder_weigh.py CORPUS.jsonl --also tools/guard_texts [--alarms 0.05]

Needs scikit-learn beside the product's own packages. Three logistic regressions over sentences, with two dozen
numbers each; the limits are those that refuse most within the false alarms on look-alikes we can afford, each text judged by
weights fitted on other groups. What it prints is therefore a fair, if slightly kind, forecast.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

from app.guard import encoder, features, model, sentences, weigh
from app.guard.decide import ALWAYS, scored
from app.guard.finding import REFUSED
from app.guard.lexicon import folder
from app.guard.normalise import read
from app.guard.review import rule_hits
from tools import guard_texts
from tools.guard_encoder_pack import UNWEIGHED
from tools.guard_encoder_pack import weigh as rewrite
from tools.guard_encoder_texts import kept_apart

EXPLICIT = frozenset({"DIAG_CODE", "DIAG_NAME", "MEDICATION", "RATING_SCALE", "RECORD_DOC"})
_SAID = ("grams", "grams_flag", "text", "text_flag", "pieces", "pieces_flag")
_RULES = ("sure_refuse", "firm_refuse", "word_refuse", "exact", "sure_warn", "word_warn")
_KINDS = tuple(f"rule {category}" for category in sorted(REFUSED))
NAMES = (*_SAID, *_RULES, *_KINDS)
PARTS = 5
FITTED = ("refuse", "flag", "mild")
# How sure it must be that a stopped text is only to be warned about: one in eight of those is refused all the same.
MILD = 2.0
# What a rule knows to be told in everyday words is warned about without the models' help, and not lightly refused.
EVERYDAY = {"level": -0.5, "everyday": 1.5, "everyday_flag": -2.5}
# A shape that means one thing alone stands unless both models are sure of the opposite.
EXACT = -1.0
# So many of the texts to be warned about are to be stopped (the goal is 0.75).
WARNED = 0.77


@dataclass(frozen=True, slots=True)
class Sentence:
    said: list[float]
    everyday: bool
    exact: bool
    always: bool
    named: bool
    stern: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class Text:
    group: str
    label: str
    hard: bool
    explicit: bool
    sentences: list[Sentence]


def see(item: dict[str, Any], words: model.Model, reader: encoder.Encoder) -> Text:
    reading = read(item["text"])
    hits = rule_hits(reading)
    found: list[Sentence] = []
    if reading.tokens:
        parts = sentences.ranges(reading)
        seen = features.see(reading, hits, parts)
        stretches = sentences.windows(reading, parts)
        for s in scored(reading, seen, parts, hits, words):
            about = [
                weigh.read_stretch(reading, reader, a, b)
                for a, b in stretches
                if a <= s.first and s.after <= b
            ]
            place = weigh.source_range(reading, s.first, s.after)
            found.append(_sentence(s, about, place))
    explicit = item["label"] == "refuse" and any(s["category"] in EXPLICIT for s in item["spans"])
    return Text(item["group"], item["label"], bool(item.get("hard")), explicit, found)


def _sentence(s: Any, about: list[encoder.Judged], place: tuple[int, int]) -> Sentence:
    said, marked = weigh.seen_in((s.refuse, s.flag), s.hits, place, about)
    everyday = bool(s.known("warn", "sure")) and not s.known("refuse", "sure", "firm", "word")
    always = any(h.strength == "sure" and h.rule in ALWAYS and h.category in REFUSED for h in s.hits)
    known = bool(s.known("refuse", "sure", "firm", "word"))
    stern = bool(s.known("refuse", "sure", "firm"))
    shown = known or any(m.flag >= weigh.CLEAR for m in marked)
    numbers = [said.get(name, 0.0) for name in NAMES]
    return Sentence(numbers, everyday, "exact" in said, always, s.named, stern, shown)


def most(text: Text) -> list[float]:
    """The highest of each number in a text: it is the text that is judged."""
    if not text.sentences:
        return [-9.0] * len(_SAID) + [0.0] * (len(_RULES) + len(_KINDS))
    return [max(column) for column in zip(*(s.said for s in text.sentences), strict=True)]


def fit(texts: list[Text], name: str) -> Any:
    """Refuse is learned against innocent texts only, and mild (warned about, not refused) without those."""
    without = {"refuse": "warn", "mild": "allow"}.get(name)
    used = [t for t in texts if t.label != without]
    wanted = [t.label == "warn" if name == "mild" else t.label != "allow" for t in used]
    return LogisticRegression(C=0.3, max_iter=1000).fit(np.array([most(t) for t in used]), wanted)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All sentences side by side, with the text each belongs to."""

    owner: Any
    refuse: Any
    flag: Any
    mild: Any
    everyday: Any
    exact: Any
    always: Any
    named: Any
    stern: Any
    shown: Any


def judged(texts: list[Text]) -> Sheet:
    """Scores by weights fitted on the other parts."""
    part = [int(hashlib.sha256(f"weigh {t.group}".encode()).hexdigest(), 16) % PARTS for t in texts]
    by = []
    for n in range(PARTS):
        rest = [t for t, of in zip(texts, part, strict=True) if of != n]
        by.append({name: fit(rest, name) for name in FITTED})
    owned = [(i, s) for i, t in enumerate(texts) for s in t.sentences]

    def scores(name: str) -> Any:
        return np.array([by[part[i]][name].decision_function([s.said])[0] for i, s in owned])

    def truths(name: str) -> Any:
        return np.array([getattr(s, name) for _, s in owned])

    owner = np.array([i for i, _ in owned])
    return Sheet(
        owner,
        scores("refuse"),
        scores("flag"),
        scores("mild"),
        *map(truths, ("everyday", "exact", "always", "named", "stern", "shown")),
    )


def verdicts(sheet: Sheet, limits: dict[str, float], size: int) -> Any:
    """As decide.py decides: 0 allow, 1 warn, 2 refuse."""
    refused = sheet.always | (sheet.exact & (sheet.refuse > limits["exact"]))
    seen = np.where(sheet.stern, limits["firm"], limits["refuse"])
    over = sheet.refuse > np.where(sheet.named, seen, limits["bare"]) + limits["everyday"] * sheet.everyday
    over &= sheet.shown | (sheet.refuse > limits["unnamed"])
    stopped = (sheet.flag > limits["flag"]) & (sheet.shown | (sheet.flag > limits["unnamed"]))
    refused |= (over | (stopped & (sheet.refuse > limits["level"]) & ~sheet.everyday)) & ~(
        (sheet.mild > limits["mild"]) & ~sheet.stern
    )
    warned = over | stopped | (sheet.everyday & (sheet.flag > limits["everyday_flag"]))
    out = np.zeros(size, dtype=int)
    np.maximum.at(out, sheet.owner, np.where(refused, 2, np.where(warned, 1, 0)))
    return out


def shares(texts: list[Text], said: Any, counted: Any) -> dict[str, float]:
    label = np.where(counted, [t.label for t in texts], "left out")
    hard, explicit = (np.array([getattr(t, name) for t in texts]) for name in ("hard", "explicit"))
    explicit &= counted
    innocent = label == "allow"
    return {
        "refuse": float((said[label == "refuse"] == 2).mean()),
        "explicit": float((said[explicit] == 2).mean()),
        "warn": float((said[label == "warn"] > 0).mean()),
        "hard": float((said[innocent & hard] > 0).mean()),
        "easy": float((said[innocent & ~hard] > 0).mean()),
        "easy refused": float((said[innocent & ~hard] == 2).mean()),
    }


def limits_for(texts: list[Text], alarms: float, counted: Any) -> dict[str, float]:
    """Those that refuse most within `alarms` of the corpus' look-alikes (`counted`), where no fewer are warned about than
    wanted. Our own texts, sharper still, count half: what they gain less what they cost."""
    sheet = judged(texts)
    best, chosen = -9.0, dict(UNWEIGHED["limits"])
    grid = itertools.product(
        np.arange(-0.5, 1.1, 0.25),
        (-1.0, -0.5, 0.0),
        np.arange(0.0, 1.6, 0.25),
        (1.4, 1.9, 2.2),
        (0.5, 1.0, 2.0, 3.0),
    )
    for refuse, firm, bare, flag, unnamed in grid:
        limits = {"refuse": float(refuse), "firm": float(refuse + firm), "bare": float(refuse + bare)}
        limits |= {"flag": flag, "exact": EXACT, "unnamed": unnamed, "mild": MILD} | EVERYDAY
        said = verdicts(sheet, limits, len(texts))
        figures, ours = shares(texts, said, counted), shares(texts, said, ~counted)
        worth = (
            figures["refuse"] + figures["explicit"] / 4 - 3 * figures["easy"] - 2 * figures["easy refused"]
        )
        worth += (ours["refuse"] - ours["hard"] - ours["easy"]) / 2 if not counted.all() else 0.0
        if figures["hard"] <= alarms and figures["warn"] >= WARNED and worth > best:
            best, chosen = worth, limits
            print({name: round(value, 3) for name, value in figures.items()}, limits, flush=True)
    return chosen


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument(
        "--also", type=Path, nargs="*", default=[], help="weights, but not limits, by these too"
    )
    parser.add_argument("--alarms", type=float, default=0.05)
    asked = parser.parse_args()
    words, reader = model.load(), encoder.load()
    if words is None or reader is None:
        raise SystemExit("both models must be there")
    items, also = (
        [i for i in guard_texts.read(*of) if kept_apart(i["group"])] for of in (asked.corpus, asked.also)
    )
    texts = [see(item, words, reader) for item in [*items, *also]]
    limits = limits_for(texts, asked.alarms, np.arange(len(texts)) < len(items))
    weighing: dict[str, dict[str, float]] = {"layout": UNWEIGHED["layout"], "limits": limits}
    for name in FITTED:
        fitted = fit(texts, name)
        numbers = zip((*NAMES, "bias"), [*fitted.coef_[0], fitted.intercept_[0]], strict=True)
        weighing[name] = {part: round(float(value), 4) for part, value in numbers}
    print(json.dumps(weighing, indent=1))
    rewrite(folder() / encoder.FILE, weighing)
    return 0


if __name__ == "__main__":
    sys.exit(main())
