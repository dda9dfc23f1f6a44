"""Read a text and say what in it looks like the patient record."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import Final

from app.guard import encoder, release
from app.guard.decide import FROM_CLINIC, decide
from app.guard.finding import STERNER_FROM_CLINIC, WARNED, Finding, Level, Source
from app.guard.model import Model, load
from app.guard.normalise import Reading, read
from app.guard.rules import codes, fuzzy, judge, layout, people, regimes, words
from app.guard.rules.hit import Hit

_KEPT: Final = 4096
_answers: dict[tuple[bytes, Source, str], tuple[Finding, ...]] = {}


def review(text: str, source: Source = Source.OBSERVED) -> tuple[Finding, ...]:
    """Findings in order of place, never overlapping. Pure: the same text gives the same findings, with the same rules
    and the same phrases released.

    The last answers are remembered under the text's digest, never the text: a note is read while it is typed, for
    its draft and at the door.
    """
    model = load()
    asked = (
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest(),
        source,
        model.version if model else "",
    )
    if (known := _answers.get(asked)) is None:
        if len(_answers) >= _KEPT:
            _answers.clear()
        known = _answers[asked] = _reviewed(text, source, model)
    released = release.in_force()
    return release.lifted(text, known, released) if known and released else known


def forget() -> None:
    """Let go of the remembered answers."""
    _answers.clear()
    encoder.forget()


def _reviewed(text: str, source: Source, model: Model | None) -> tuple[Finding, ...]:
    reading = read(text)
    hits = rule_hits(reading)
    if source is Source.CLINIC:
        hits = [_sterner(hit) for hit in hits]
    return tuple(_finding(reading, hit, source) for hit in decide(reading, hits, model, encoder.load))


def _sterner(hit: Hit) -> Hit:
    """From the clinic even an everyday word stands without the model's leave."""
    lifted = hit.strength == "word" and hit.category in STERNER_FROM_CLINIC
    return replace(hit, strength="sure", rule=f"{FROM_CLINIC}{hit.rule}") if lifted else hit


def rule_hits(reading: Reading) -> list[Hit]:
    """Everything the rules see, decided or not."""
    if not reading.tokens:
        return []
    exact = [*codes.hits(reading), *words.hits(reading)]
    judged = judge.judged(reading, [*exact, *fuzzy.hits(reading, exact), *regimes.hits(reading)])
    return people.hits(reading, [*judged, *layout.hits(reading)])


def _finding(reading: Reading, hit: Hit, source: Source) -> Finding:
    start, end = reading.span(hit.start, hit.end)
    warned = hit.category in WARNED and not (source is Source.CLINIC and hit.category in STERNER_FROM_CLINIC)
    level = Level.WARN if warned else Level.REFUSE
    return Finding(start, end, hit.category, level, hit.rule)
