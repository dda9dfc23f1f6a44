"""What the guard found in a note: numbered, in words, and where the keys go among them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.records import NOTE_TEXTS
from app.guard import Finding, danger, release
from ui.note.danger import in_words
from ui.text import guard as words
from ui.widgets.guard_panel import CardView
from ui.widgets.note_edit import Mark, Spot

translate = QCoreApplication.translate
Kept = frozenset[tuple[str, str]]
Spots = Mapping[str, tuple[Spot, ...]]
DANGER = danger.CATEGORY


@dataclass(frozen=True, slots=True)
class Found:
    """A spot with its number, the field it stands in and the words it holds. `key` survives another judgement."""

    key: str
    number: int
    field: str
    spot: Spot
    words: str

    @property
    def kept_as(self) -> tuple[str, str]:
        return self.spot.category, self.words.casefold()

    def __repr__(self) -> str:
        return f"Found({self.number}, {self.field}, {self.spot.category})"


def found(texts: Mapping[str, str], spots: Spots, kept: Kept) -> tuple[Found, ...]:
    """Everything to look at, numbered as it is read; what the writer chose to keep is left out."""
    made: list[Found] = []
    seen: dict[tuple[str, str, str], int] = {}
    for field in NOTE_TEXTS:
        for spot in spots.get(field, ()):
            said = texts[field][spot.start : spot.end]
            if not spot.stops and (spot.category, said.casefold()) in kept:
                continue
            same = seen[field, spot.category, said] = seen.get((field, spot.category, said), 0) + 1
            made.append(Found(f"{field}/{spot.category}/{same}/{said}", len(made) + 1, field, spot, said))
    return tuple(made)


def kept_categories(texts: Mapping[str, str], spots: Spots, kept: Kept) -> frozenset[str]:
    """The categories of which every single spot is kept; one that is not keeps the whole category at the door."""
    asked = {
        (spot.category, texts[field][spot.start : spot.end].casefold())
        for field in NOTE_TEXTS
        for spot in spots.get(field, ())
        if not spot.stops
    }
    open_still = {category for category, said in asked if (category, said) not in kept}
    return frozenset(category for category, _ in asked) - open_still


def marks(all_found: tuple[Found, ...], field: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(item.key, item.number, item.spot.start, item.spot.end, item.spot.stops)
        for item in all_found
        if item.field == field
    )


def cards(all_found: tuple[Found, ...], *, leads: bool = False) -> tuple[CardView, ...]:
    """Danger first, then as the text is read. `leads`: the writer may release what only looks clinical."""
    in_order = sorted(all_found, key=lambda item: (item.spot.category != DANGER, item.number))
    return tuple(_card(item, leads=leads) for item in in_order)


def _card(item: Found, *, leads: bool) -> CardView:
    spot = item.spot
    return CardView(
        key=item.key,
        number=item.number,
        stops=spot.stops,
        title=words.title(spot.category),
        level=words.level(spot.level),
        why=words.why(spot.category, _short(item.words)),
        instead=_instead(item),
        danger=danger_words() if spot.category == DANGER else "",
        alike=_alike(spot, leads=leads),
    )


def _alike(spot: Spot, *, leads: bool) -> str:
    if not release.is_marked(Finding(spot.start, spot.end, spot.category, spot.level, spot.rule)):
        return ""
    if spot.stops and leads:
        return translate("Note", "Frigiv – navn, produkt eller sted")
    return translate("Note", "Det er et navn, produkt eller sted")


def danger_words() -> str:
    return in_words().short


def in_danger(texts: Mapping[str, str], all_found: tuple[Found, ...]) -> frozenset[str]:
    """The keys of those by which somebody may be in danger now."""
    return frozenset(item.key for item in all_found if danger.present(texts[item.field], [item.spot]))


def _instead(item: Found) -> str:
    suggestion = item.spot.suggestion
    if suggestion is None:
        return ""
    return words.instead(suggestion.replacement) if suggestion.replacement else _leave_out()


def _leave_out() -> str:
    return translate("Note", "I stedet: lad det udgå.")


def announcement(item: Found) -> str:
    """What F4 says of a mark."""
    suggestion = item.spot.suggestion
    better = None if suggestion is None else suggestion.replacement or translate("Note", "lad det udgå")
    said = words.spoken(item.spot.level, item.spot.category, _short(item.words), better)
    return f"{danger_words()} {said}" if item.spot.category == DANGER else said


def headline(count: int) -> str:
    return words.summary(count)


def reading() -> str:
    """Said instead of a verdict that is not here yet."""
    return translate("Note", "Vagten læser …")


def pasted(count: int) -> str:
    return words.pasted(count) if count else translate("Note", "Indsat tekst: ingen bemærkninger")


def kept_line(kept: Kept) -> str:
    return translate("Note", "%n sted(er) beholdt som hverdagssprog.", "", len(kept)) if kept else ""


def walk(all_found: tuple[Found, ...], field: str, place: int, current: str) -> Found | None:
    """Where F4 goes: past the mark it stands on, else to the next one after the caret, round and round."""
    if not all_found:
        return None
    keys = [item.key for item in all_found]
    if current in keys:
        return all_found[(keys.index(current) + 1) % len(keys)]
    here = (NOTE_TEXTS.index(field), place) if field in NOTE_TEXTS else (0, -1)
    later = [item for item in all_found if (NOTE_TEXTS.index(item.field), item.spot.end) >= here]
    return (later or list(all_found))[0]


def at_caret(all_found: tuple[Found, ...], field: str, place: int, current: str) -> Found | None:
    """Whose suggestion Alt+Enter takes: the mark last walked to, else the one at the caret, else the first."""
    named = next((item for item in all_found if item.key == current), None)
    under = (i for i in all_found if i.field == field and i.spot.start <= place <= i.spot.end)
    return named or next(under, None) or next(iter(all_found), None)


def _short(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= 60 else f"{said[:57].rstrip()} …"
