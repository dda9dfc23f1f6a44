"""A better sentence: the clause without its clinical part, what it means for the work kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.guard.finding import Finding, Level, Source
from app.guard.lexicon import folder
from app.guard.review import review
from app.guard.sentences import abbreviated

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n+")
_JOINT = re.compile(
    r"\s*(?:,|;|\s–|\s-)\s*(?:(?:og|men|så|derfor|fordi|for)\s+)?|\s+(?:og|men|så)\s+", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?:(?:han|hun|de|vi|jeg|kandidaten|borgeren?|k\.)|[A-ZÆØÅ][a-zæøåé]+)\s+(?=\S)", re.IGNORECASE
)
# A clause that goes on with its verb has its subject in the clause before; any other brings its own.
_VERB_FIRST = re.compile(
    r"(?:vil|kan|skal|må|fik|blev|havde|kunne|skulle|ville"
    r"|(?!(?:efter|derefter|over|under|eller|der|her|før|når|flere?|hver|aldrig|især)\b)[a-zæøå]+(?:r|ede))\s"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Put `replacement` instead of [start, end)."""

    start: int
    end: int
    replacement: str

    def applied(self, text: str) -> str:
        return text[: self.start] + self.replacement + text[self.end :]


def suggest(text: str, finding: Finding, source: Source = Source.OBSERVED) -> Suggestion | None:
    """The first rewrite that takes the finding away and brings nothing refused with it."""
    before = _refused_outside(review(text, source), finding)
    for suggestion in _candidates(text, finding):
        if _heals(text, suggestion, finding, source, before):
            return suggestion
    return None


def _refused_outside(findings: tuple[Finding, ...], finding: Finding) -> int:
    return sum(
        f.level is Level.REFUSE and (f.end <= finding.start or f.start >= finding.end) for f in findings
    )


def _heals(text: str, suggestion: Suggestion, finding: Finding, source: Source, before: int) -> bool:
    after = review(suggestion.applied(text), source)
    end = suggestion.start + len(suggestion.replacement)
    inside = [f for f in after if f.start < end and f.end > suggestion.start]
    if any(f.level is Level.REFUSE or f.category == finding.category for f in inside):
        return False
    return sum(f.level is Level.REFUSE for f in after) <= before


def _candidates(text: str, finding: Finding) -> Iterator[Suggestion]:
    start, end = _sentence(text, finding)
    clauses = _clauses(text, start, end)
    mine = [i for i, (a, b) in enumerate(clauses) if a < finding.end and b > finding.start]
    if mine:
        yield from _keep_the_rest(text, clauses, mine[0], mine[-1])
        yield from _say_the_need(text, clauses[mine[0]][0], clauses[mine[-1]][1], finding)
    yield from _say_the_need(text, start, end, finding)
    yield Suggestion(finding.start, finding.end, "")
    yield Suggestion(start, end, "")


def _sentence(text: str, finding: Finding) -> tuple[int, int]:
    start = max((m.end() for m in _ends(text, 0, finding.start)), default=0)
    after = next(_ends(text, finding.end, len(text)), None)
    end = after.start() if after else len(text)
    while start < finding.start and text[start].isspace():
        start += 1
    while end > finding.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where sentences end; not after "kl." and the like when more follows."""
    for m in _SENTENCE_END.finditer(text, start, end):
        last = m.end() >= len(text.rstrip())
        if last or m.group() != "." or not abbreviated(text, m.end()):
            yield m


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start]
    for m in _JOINT.finditer(text, start, end):
        if start < m.start() and m.end() < end:
            edges += [m.start(), m.end()]
    edges.append(end)
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _keep_the_rest(text: str, clauses: list[tuple[int, int]], first: int, last: int) -> Iterator[Suggestion]:
    """Another clause of the sentence already says what matters: let it stand alone."""
    a, b = clauses[first][0], clauses[last][1]
    if last + 1 < len(clauses):
        c, d = clauses[last + 1]
        rest = text[c:d]
        subject = _SUBJECT.match(text, a, b)
        if subject and _VERB_FIRST.match(rest):
            yield Suggestion(subject.end(), d, rest)
        yield Suggestion(a, d, _as_beginning(text, a, rest))
    elif first > 0:
        yield Suggestion(clauses[first - 1][1], b, "")


def _say_the_need(text: str, start: int, end: int, finding: Finding) -> Iterator[Suggestion]:
    need = needs().get(finding.category)
    if need is None:
        return
    subject = _SUBJECT.match(text, start, min(end, finding.start))
    if subject:
        yield Suggestion(subject.end(), end, need)
    yield Suggestion(start, end, _as_beginning(text, start, need))


def _as_beginning(text: str, start: int, words: str) -> str:
    if words and text[start : start + 1].isupper():
        return words[0].upper() + words[1:]
    return words


@lru_cache(maxsize=1)
def needs() -> dict[str, str]:
    """What to write instead, by category; data, since it is Danish."""
    loaded: dict[str, str] = json.loads((folder() / "rewrites_da.json").read_text(encoding="utf-8"))
    return loaded
