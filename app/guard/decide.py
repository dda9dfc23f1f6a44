"""Rules and model agree or explain: which of what was seen becomes a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.guard import features, sentences, weigh
from app.guard.encoder import Encoder
from app.guard.features import Feature, Row, Seen
from app.guard.finding import REFUSED, WARNED
from app.guard.model import Model
from app.guard.normalise import Reading
from app.guard.rules import agreed
from app.guard.rules.hit import Hit

_STANDING = ("sure", "firm", "word")
# What the clinic says in everyday words is so marked by review.py, and stands.
FROM_CLINIC = "clinic "
# Shapes that mean nothing else. A bare "DF43" is also a pump, a seat and a number plate: models may lift it.
ALWAYS = frozenset({"sks point", "sks self-harm", "atc", "cpr"})


def decide(
    reading: Reading,
    hits: list[Hit],
    model: Model | None,
    encoder: Callable[[], Encoder | None] = lambda: None,
) -> list[Hit]:
    """Codes and layouts a sure rule saw stand; the models weigh the words, and find what no rule can say.

    Without word statistics every word of the lists stands: stricter, since nobody weighs. Without the encoder the
    statistics decide by themselves. `encoder` is asked for only when a sentence needs it.
    """
    if not reading.tokens or model is None:
        return apart(hit for hit in hits if hit.strength in _STANDING)
    sure = [hit for hit in hits if hit.strength == "sure"]
    always = [hit for hit in sure if stands_always(hit) or _spread(reading, hit)]
    return apart([*always, *_judged(reading, hits, model, encoder)])


def stands_always(hit: Hit) -> bool:
    return hit.rule in ALWAYS or hit.rule.startswith(FROM_CLINIC)


def _spread(reading: Reading, hit: Hit) -> bool:
    """A word pulled apart over several lines, which the models, line by line, never read."""
    if not hit.rule.startswith("letters:"):
        return False
    places = ((reading.tokens[a].start, reading.tokens[b - 1].end) for a, b in sentences.ranges(reading))
    return not any(start <= hit.start and hit.end <= end for start, end in places)


@dataclass(frozen=True, slots=True)
class Sentence:
    first: int
    after: int
    found: dict[str, list[Feature]]
    refuse: float
    flag: float
    hits: list[Hit]

    def known(self, level: str, *strengths: str) -> list[Hit]:
        """The rules' own hits of a level here."""
        refused = level == "refuse"
        return [h for h in self.hits if h.strength in strengths and (h.category in REFUSED) == refused]

    @property
    def named(self) -> bool:
        """A rule names something to refuse: more than who spoke, or who is met."""
        return any(h.category != "CLINICIAN_ATTR" for h in self.known("refuse", *_STANDING))


def _judged(
    reading: Reading, hits: list[Hit], model: Model, encoder: Callable[[], Encoder | None]
) -> list[Hit]:
    parts = sentences.ranges(reading)
    seen = features.see(reading, hits, parts)
    found = list(scored(reading, seen, parts, hits, model))
    if not any(weigh.needs_reading(s.refuse, s.flag, s.hits, model.thresholds) for s in found):
        return []
    if (reader := encoder()) is None:
        exact = [hit for hit in hits if hit.strength == "sure" and not hit.rule.startswith("word")]
        return exact + [hit for sentence in found for hit in _weighed(reading, seen, sentence, model)]
    read = list(_read(reading, parts, found, reader, model))
    limits = reader.weighing["limits"]
    told = [(s, score, _settled(reading, s, score, _joint_level(s, score, limits))) for s, score in read]
    return _told(reading, seen, told, model, limits)


def _read(
    reading: Reading, parts: list[tuple[int, int]], found: list[Sentence], encoder: Encoder, model: Model
) -> Iterable[tuple[Sentence, weigh.Score]]:
    """The sentences that need the encoder, with the joined score."""
    stretches = sentences.windows(reading, parts)
    for s in found:
        if not weigh.needs_reading(s.refuse, s.flag, s.hits, model.thresholds):
            continue
        judged = [
            weigh.read_stretch(reading, encoder, a, b) for a, b in stretches if a <= s.first and s.after <= b
        ]
        place = weigh.source_range(reading, s.first, s.after)
        said, marked = weigh.seen_in((s.refuse, s.flag), s.hits, place, judged)
        by = encoder.weighing
        refuse, flag, mild = (weigh.total(by[name], said) for name in ("refuse", "flag", "mild"))
        yield s, weigh.Score(refuse, flag, mild, marked)


def scored(
    reading: Reading, seen: Seen, parts: list[tuple[int, int]], hits: list[Hit], model: Model
) -> Iterable[Sentence]:
    """Each sentence with the mean of its own score and the sternest of the stretches it stands in."""
    seen_once: dict[tuple[int, int], tuple[dict[str, list[Feature]], Row]] = {}

    def stretch(part: tuple[int, int]) -> tuple[dict[str, list[Feature]], Row]:
        if part not in seen_once:
            found = features.of(seen, *part)
            seen_once[part] = found, features.row(found.values())
        return seen_once[part]

    wide = [
        (part, model.score("window_refuse", stretch(part)[1]), model.score("window_flag", stretch(part)[1]))
        for part in sentences.windows(reading, parts)
    ]
    for first, after in parts:
        found, row = stretch((first, after))
        about = [(refuse, flag) for (a, b), refuse, flag in wide if a <= first and after <= b]
        start, end = reading.tokens[first].start, reading.tokens[after - 1].end
        yield Sentence(
            first,
            after,
            found,
            (model.score("sentence_refuse", row) + max(refuse for refuse, _ in about)) / 2,
            (model.score("sentence_flag", row) + max(flag for _, flag in about)) / 2,
            [hit for hit in hits if hit.start < end and hit.end > start],
        )


def _weighed(reading: Reading, seen: Seen, sentence: Sentence, model: Model) -> list[Hit]:
    level = _level(sentence, model.thresholds)
    if level is None:
        return []
    known = sentence.known(level, *_STANDING)
    return known or [_by_model(reading, seen, sentence, level, model)]


def _told(
    reading: Reading,
    seen: Seen,
    judged: list[tuple[Sentence, weigh.Score, str | None]],
    model: Model,
    limits: dict[str, float],
) -> list[Hit]:
    """The words behind each verdict. A sentence without any may be stopped for its neighbour's sake: then
    the neighbour's words are told, and only where nobody has any the likeliest words of the sternest sentence."""
    out: list[Hit] = []
    for level in ("refuse", "warn"):
        stopped = [(s, score) for s, score, of in judged if of == level]
        by_rule = any(s.known(level, *_STANDING) for s, _ in stopped)
        named = [hit for s, score in stopped for hit in _words(reading, s, score, level, beside=by_rule)]
        if stopped and not named and not (out and level == "warn"):
            sternest, score = max(stopped, key=lambda pair: getattr(pair[1], _SCORE[level]))
            if getattr(score, _SCORE[level]) > limits["unnamed"]:
                named = [_by_model(reading, seen, sternest, level, model)]
        out += named
    return out


_SCORE = {"refuse": "refuse", "warn": "flag"}


def _words(
    reading: Reading, sentence: Sentence, score: weigh.Score, level: str, *, beside: bool
) -> list[Hit]:
    """A rule knows the edges of its words better than the encoder. `beside`: one has spoken in this text already, and
    the encoder must be surer of more."""
    known = sentence.known(level, *_STANDING)
    return known or weigh.marked_runs(
        reading, score.marked, stern=level == "refuse", least=weigh.SURE if beside else weigh.CLEAR
    )


def _joint_level(sentence: Sentence, score: weigh.Score, limits: dict[str, float]) -> str | None:
    everyday = sentence.known("warn", "sure") and not sentence.known("refuse", *_STANDING)
    exact = any(not hit.rule.startswith("word") for hit in sentence.known("refuse", "sure"))
    if exact and score.refuse > limits["exact"]:
        return "refuse"
    over = score.refuse > limits[_seen_by_rule(sentence)] + (limits["everyday"] if everyday else 0.0)
    stopped = score.flag > limits["flag"]
    if over or stopped:
        stern = over or (score.refuse > limits["level"] and not everyday)
        return "refuse" if stern and not _mild(sentence, score, limits) else "warn"
    return "warn" if everyday and score.flag > limits["everyday_flag"] else None


def _seen_by_rule(sentence: Sentence) -> str:
    """Which limit holds: the more a rule knows of what is to be refused, the less the models must be sure of it."""
    if not sentence.named:
        return "bare"
    return "firm" if sentence.known("refuse", "sure", "firm") else "refuse"


def _settled(reading: Reading, sentence: Sentence, score: weigh.Score, level: str | None) -> str | None:
    """The guideline's word where no rule knows better."""
    if level != "warn" or sentence.known("refuse", *_STANDING):
        return level
    told = weigh.marked_runs(reading, score.marked, stern=False)
    said = agreed.everyday(reading, sentence.first, sentence.after)
    return None if told and all(any(a <= h.start and h.end <= b for a, b in said) for h in told) else level


def _mild(sentence: Sentence, score: weigh.Score, limits: dict[str, float]) -> bool:
    """The models know this as everyday talk about health, and no rule names anything sterner."""
    if sentence.known("refuse", "sure", "firm"):
        return False
    private = any(hit.category == "PRIVATE" for hit in sentence.known("warn", "sure"))
    return private or score.mild > limits["mild"]


def _level(sentence: Sentence, limits: dict[str, float]) -> str | None:
    for strength in ("sure", "firm"):
        if sentence.known("refuse", strength) and sentence.refuse > limits[strength]:
            return "refuse"
    everyday = sentence.known("warn", "sure") and not sentence.known("refuse", *_STANDING)
    if sentence.refuse > limits["refuse"] + (limits["everyday"] if everyday else 0.0):
        return "refuse"
    if everyday or sentence.flag > limits["flag"]:
        return "refuse" if sentence.refuse > limits["level"] and not everyday else "warn"
    return None


def _by_model(reading: Reading, seen: Seen, sentence: Sentence, level: str, model: Model) -> Hit:
    """The run of words that weighs most, with the likeliest category of the level."""
    head = "sentence_refuse" if level == "refuse" else "sentence_flag"
    first, after = _weightiest(model, head, sentence)
    kind = model.kind(features.of_span(seen, first, after), REFUSED if level == "refuse" else WARNED)
    return Hit(reading.tokens[first].start, reading.tokens[after - 1].end, kind, level, "model")


def _weightiest(model: Model, head: str, sentence: Sentence) -> tuple[int, int]:
    """The run of words that adds most to the score, a little kept back for each so that it stays short."""
    shares = model.by_token(head, sentence.found, sentence.first, sentence.after)
    mean = sum(shares) / len(shares)
    best, best_run = float("-inf"), (sentence.first, sentence.after)
    total, start = 0.0, sentence.first
    for i, share in enumerate(shares, sentence.first):
        if total <= 0:
            total, start = 0.0, i
        total += share - mean / 2
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """The sterner, then longer, of two that overlap."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.level != "refuse", h.start - h.end, h.start, h.category)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
