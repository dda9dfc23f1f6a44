"""Rules and model agree or explain: which of what was seen becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable

from app.guard import features, sentences
from app.guard.features import Seen
from app.guard.finding import REFUSED, WARNED
from app.guard.model import Model, span_names
from app.guard.normalise import Reading
from app.guard.rules.hit import Hit


def decide(reading: Reading, hits: list[Hit], model: Model | None) -> list[Hit]:
    """What a sure rule saw stands; what the model thinks likely is put where the rules or its own words point."""
    sure = [hit for hit in hits if hit.strength == "sure"]
    if not reading.tokens:
        return apart(sure)
    if model is None:
        return apart([*sure, *(hit for hit in hits if hit.strength == "word")])
    return apart([*sure, *_judged(reading, hits, model)])


def _judged(reading: Reading, hits: list[Hit], model: Model) -> list[Hit]:
    seen = features.see(reading, hits)
    parts = sentences.ranges(reading)
    wide = {
        window: {name: model.score(f"window_{name}", features.of(seen, *window)) for name in ("refuse", "flag")}
        for window in sentences.windows(parts)
    }
    found: list[Hit] = []
    for first, after in parts:
        near = features.of(seen, first, after)
        about = [score for (a, b), score in wide.items() if a <= first and after <= b]
        for name in ("refuse", "flag"):
            score = (model.score(f"sentence_{name}", near) + max(s[name] for s in about)) / 2
            if score > model.thresholds[name]:
                found += _place(reading, seen, hits, model, name, (first, after))
                break
    return found


def _place(
    reading: Reading, seen: Seen, hits: list[Hit], model: Model, name: str, part: tuple[int, int]
) -> list[Hit]:
    """The words of a sentence the model holds back: the lexicon's where it has any, else the weightiest run."""
    tokens = reading.tokens[part[0] : part[1]]
    level = "refuse" if name == "refuse" else "warn"
    known = [
        hit
        for hit in hits
        if hit.strength == "word"
        and hit.start < tokens[-1].end
        and hit.end > tokens[0].start
        and (level == "refuse") == (hit.category in REFUSED)
    ]
    if known:
        return known
    first, after = _weightiest(model, seen, name, part)
    kind = _kind(model, seen, first, after, level)
    return [Hit(reading.tokens[first].start, reading.tokens[after - 1].end, kind, level, "model")]


def _weightiest(model: Model, seen: Seen, name: str, part: tuple[int, int]) -> tuple[int, int]:
    """The run of words that adds most to the score, a little kept back for each so that it stays short."""
    first, after = part
    shares = model.by_token(f"sentence_{name}", features.of(seen, first, after), first, after)
    mean = sum(shares) / len(shares)
    best, best_run = float("-inf"), (first, after)
    total, start = 0.0, first
    for i in range(first, after):
        if total <= 0:
            total, start = 0.0, i
        total += shares[i - first] - mean / 2
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def _kind(model: Model, seen: Seen, first: int, after: int, level: str) -> str:
    possible = REFUSED if level == "refuse" else WARNED
    return model.kind(span_names(seen, first, after), possible)


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """The sterner, then longer, of two that overlap."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.level != "refuse", h.start - h.end, h.start, h.category)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
