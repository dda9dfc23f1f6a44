"""One score of a sentence out of what rules, word statistics and encoder each say of it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.guard import sentences
from app.guard.encoder import Encoder, Judged, Marked
from app.guard.features import SMALL
from app.guard.finding import REFUSED
from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

_SUREST = 1e-3
_TOP = 2
CLEAR, SURE = 0.5, 0.8
_KINDS = ("sure", "firm", "word")
_STRENGTH = {"cue": 0.1, "word": 0.33, "firm": 0.67, "sure": 1.0}


@dataclass(frozen=True, slots=True)
class Score:
    """Log-odds of a sentence, and the pieces of words the encoder marked in it. `mild`: that what is said is to be warned about
    rather than refused, if anything."""

    refuse: float
    flag: float
    mild: float
    marked: tuple[Marked, ...]


def needs_reading(refuse: float, flag: float, hits: Iterable[Hit], limits: dict[str, float]) -> bool:
    """Not where the word statistics are sure that a sentence is innocent and no rule saw anything."""
    calm = refuse < limits["calm"] and flag < limits["calm_flag"]
    return not calm or any(hit.strength != "cue" for hit in hits)


def read_stretch(reading: Reading, encoder: Encoder, first: int, after: int) -> Judged:
    """The stretch of the source with these tokens, punctuation included; its places are the source's."""
    start, end = source_range(reading, first, after)
    judged = encoder.read(reading.source[start:end])
    moved = (Marked(m.start + start, m.end + start, m.refuse, m.flag, m.category) for m in judged.pieces)
    return Judged(judged.refuse, judged.flag, tuple(moved))


def source_range(reading: Reading, first: int, after: int) -> tuple[int, int]:
    start = reading.at[sentences.opening(reading, first)]
    ends = after >= len(reading.tokens)
    return start, len(reading.source) if ends else reading.at[sentences.opening(reading, after)]


def seen_in(
    grams: tuple[float, float], hits: Collection[Hit], place: tuple[int, int], judged: Iterable[Judged]
) -> tuple[dict[str, float], tuple[Marked, ...]]:
    """What each part says of a sentence, by name. `grams`: log-odds by word statistics (refuse, flag).

    `place`: the sentence in the source; `judged`: the stretches it stands in.
    """
    about = list(judged)
    marked = tuple(m for j in about for m in j.pieces if m.start < place[1] and m.end > place[0])
    seen = {
        "grams": grams[0],
        "grams_flag": grams[1],
        "text": _log_odds(max((j.refuse for j in about), default=0.0)),
        "text_flag": _log_odds(max((j.flag for j in about), default=0.0)),
        "pieces": _log_odds(_top([m.refuse for m in marked])),
        "pieces_flag": _log_odds(_top([m.flag for m in marked])),
    }
    return seen | dict.fromkeys(_shares(hits), 1.0) | _by_category(hits), marked


def total(weights: dict[str, float], seen: dict[str, float]) -> float:
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in seen.items())


def _shares(hits: Iterable[Hit]) -> set[str]:
    """Which strengths of rule spoke, by level."""
    out = set()
    for hit in hits:
        if hit.strength in _KINDS:
            out.add(f"{hit.strength}_{'refuse' if hit.category in REFUSED else 'warn'}")
            if hit.strength == "sure" and hit.category in REFUSED and not hit.rule.startswith("word"):
                out.add("exact")
    return out


def _by_category(hits: Iterable[Hit]) -> dict[str, float]:
    """How strong the strongest rule of each category is (0-1): a bare code and the name of an illness deserve different
    trust."""
    seen: dict[str, float] = {}
    for hit in hits:
        name = f"rule {hit.category}"
        seen[name] = max(seen.get(name, 0.0), _STRENGTH[hit.strength])
    return seen


def _top(shares: list[float]) -> float:
    """The mean of the two highest: one odd piece is no finding."""
    top = sorted(shares, reverse=True)[:_TOP]
    return sum(top) / len(top) if top else 0.0


def _log_odds(share: float) -> float:
    return math.log(max(share, _SUREST) / max(1.0 - share, _SUREST))


def marked_runs(
    reading: Reading, marked: Iterable[Marked], *, stern: bool, least: float = CLEAR
) -> list[Hit]:
    """Words the encoder marked, side by side and of one category, as hits of the reading. `least`: how sure it was."""
    level = "refuse" if stern else "warn"
    out: list[Hit] = []
    for m in sorted(marked, key=lambda m: m.start):
        if (m.refuse if stern else m.flag) < least or (m.category in REFUSED) != stern:
            continue
        start, end = bisect_left(reading.at, m.start), bisect_left(reading.at, m.end)
        if start >= end:
            continue
        last = out[-1] if out else None
        if last and last.category == m.category and reading.text[last.end : start].strip() == "":
            out[-1] = Hit(last.start, max(end, last.end), m.category, level, "encoder", "word")
        elif last is None or start >= last.end:
            out.append(Hit(start, end, m.category, level, "encoder", "word"))
    whole = [told for hit in out if (told := _whole_words(reading, hit)) is not None]
    return [hit for hit in whole if not _small(reading, hit)] or whole


def _small(reading: Reading, hit: Hit) -> bool:
    """Only "har", "og" and their like: the edge of something, never the thing itself."""
    return all(reading.tokens[i].text in SMALL for i in reading.covered(hit.start, hit.end))


def _whole_words(reading: Reading, hit: Hit) -> Hit | None:
    """A word marked in part is marked whole; punctuation alone is nothing."""
    covered = reading.covered(hit.start, hit.end)
    if not covered:
        return None
    first, last = reading.tokens[covered[0]], reading.tokens[covered[-1]]
    return Hit(first.start, last.end, hit.category, hit.level, hit.rule, hit.strength)
