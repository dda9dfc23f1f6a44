"""What the side worker does with a text: find the spots and a better sentence for each. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from app.guard import Finding, Level, Source, Suggestion, review, suggest

Learned = dict[str, tuple["Spot", ...]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place the guard would have looked at. `start`, `end` and the suggestion count code points of the text.
    `rule`: what found it."""

    start: int
    end: int
    category: str
    level: Level
    suggestion: Suggestion | None
    rule: str = ""

    @property
    def stops(self) -> bool:
        return self.level is Level.REFUSE

    def moved(self, by: int) -> Spot:
        other = self.suggestion
        if other is not None:
            other = Suggestion(other.start + by, other.end + by, other.replacement)
        return Spot(self.start + by, self.end + by, self.category, self.level, other, self.rule)


def read_paragraphs(paragraphs: tuple[str, ...], source: Source) -> Learned:
    """The spots of each paragraph by itself: what is dear to find out, so found out once."""
    return {text: tuple(_spot(text, found, source) for found in review(text, source)) for text in paragraphs}


def read_whole(text: str, known: Learned, source: Source) -> tuple[Spot, ...]:
    """The verdict on the whole text, as the door itself would give it; suggestions are taken from `known`."""
    ready = _by_place(text, known)
    return tuple(
        ready.get((found.start, found.end, found.category)) or _spot(text, found, source)
        for found in review(text, source)
    )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Every paragraph that says something, once."""
    return tuple(dict.fromkeys(part for part in text.split("\n") if part.strip()))


def _by_place(text: str, known: Learned) -> dict[tuple[int, int, str], Spot]:
    ready: dict[tuple[int, int, str], Spot] = {}
    at = 0
    for part in text.split("\n"):
        for spot in known.get(part, ()):
            here = spot.moved(at)
            ready[here.start, here.end, here.category] = here
        at += len(part) + 1
    return ready


def _spot(text: str, found: Finding, source: Source) -> Spot:
    return Spot(found.start, found.end, found.category, found.level, suggest(text, found, source), found.rule)


def to_qt(text: str, place: int) -> int:
    """A place counted in code points, as Qt counts it (UTF-16)."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, place: int) -> int:
    """A place counted by Qt, in code points."""
    return len(text.encode("utf-16-le", "surrogatepass")[: place * 2].decode("utf-16-le", "replace"))
