"""What was found, as rows under headings. Pure: values for the list, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.services.search import ContactHit, EmployerHit, Found, NoteHit, Part, ParticipantHit
from ui.commands import Command, menu_titles, native
from ui.text import codes, dates
from ui.widgets.picker import fold
from ui.widgets.segments import Option
from ui.widgets.timeline import Heading

translate = QCoreApplication.translate
LIMIT, RECENT = 8, 5
ALWAYS, UNSENT = "always", "unsent"
_DAYS = {"week": 7, "month": 31, "year": 366}
_ORDER = ("go", "candidate", "employer", "file", "edit", "view", "help")
_LAST = frozenset({"file.quit"})
Parts = tuple[Part, ...]
# Which of the groups of `rows` a sign before the words leaves.
SCOPES = {">": (0,), "@": (1, 2), "#": (3, 4)}


@dataclass(frozen=True, slots=True)
class Within:
    """Which notes and contacts are looked through."""

    since: datetime | None = None
    unsent: bool = False


@dataclass(frozen=True, slots=True)
class Go:
    """Where a row leads: a page and what to show on it, or with page "" the command `target`."""

    page: str
    target: object


@dataclass(frozen=True, slots=True)
class Hit:
    """One row: an icon, a line with what was asked for marked, a second line, and a word or key to the right."""

    id: Go
    icon: str
    kind: str
    title: Parts
    note: Parts = ()
    right: str = ""
    keys: bool = field(default=False)

    def sentence(self) -> str:
        words = ("".join(part.text for part in parts) for parts in (self.title, self.note))
        return ". ".join(part.rstrip(".") for part in (*words, self.kind, self.right) if part)

    def heading(self) -> bool:
        return False


Shown = tuple[Heading | Hit, ...]


def spans() -> tuple[Option, ...]:
    return (
        Option(ALWAYS, translate("Palette", "Altid")),
        Option("week", translate("Palette", "7 dage")),
        Option("month", translate("Palette", "1 måned")),
        Option("year", translate("Palette", "1 år")),
        Option(UNSENT, translate("Palette", "Ikke sendt")),
    )


def within(span: str, now: datetime) -> Within:
    days = _DAYS.get(span)
    return Within(None if days is None else now - timedelta(days=days), unsent=span == UNSENT)


def scoped(typed: str) -> tuple[str, str]:
    """What is looked in, and for what: `>` finds only acts, `@` people and places, `#` what was written."""
    typed = typed.lstrip()
    return (typed[0], typed[1:].strip()) if typed[:1] in SCOPES else ("", typed)


def rows(commands: Iterable[Command], found: Found, now: datetime, scope: str = "") -> Shown:
    """Acts first, then people, places and what was written; eight of each. `scope`: a key of `SCOPES`, or ""."""
    more = found.more
    wanted = SCOPES.get(scope, range(5))
    groups: tuple[tuple[str, Sequence[Hit], bool], ...] = (
        (translate("Palette", "Handlinger"), acts(commands, found.text), False),
        (translate("Palette", "Kandidater"), [_participant(one) for one in found.participants], "participants" in more),
        (translate("Palette", "Arbejdsgivere"), [_employer(one) for one in found.employers], "employers" in more),
        (_of_notes(found), [_note(one, now) for one in found.notes], "notes" in more),
        (translate("Palette", "Arbejdsgiverkontakter"), [_contact(one, now) for one in found.contacts], "contacts" in more),
    )  # fmt: skip
    shown: list[Heading | Hit] = []
    order = range(5) if found.text else (3, 4, 0, 1, 2)  # what was written lately stands above the acts
    for number in order:
        title, hits, cut = groups[number]
        if hits and number in wanted:
            shown.append(Heading(_heading(title, cut)))
            shown += hits
    return tuple(shown)


def _of_notes(found: Found) -> str:
    return translate("Palette", "Notater") if found.text else translate("Palette", "Seneste notater")


def acts(commands: Iterable[Command], typed: str) -> list[Hit]:
    """Commands that are possible now and of which every typed word begins a word; all of them for no words."""
    asked = fold(typed).split()
    menus = {id: title.replace("&", "") for id, title in menu_titles().items()}
    fits = [one for one in commands if one.enabled() and _begins(one, menus, asked)]
    fits.sort(key=lambda one: (not fold(one.plain).startswith(fold(typed).strip()), _rank(one)))
    return [_act(one, menus, asked) for one in (fits[:LIMIT] if asked else fits)]


def count(shown: Shown) -> int:
    return sum(not row.heading() for row in shown)


def said(shown: Shown) -> str:
    """`12 fundet. Amira Holm. Kandidat`"""
    hits = [row for row in shown if isinstance(row, Hit)]
    if not hits:
        return translate("Palette", "Intet fundet")
    return f"{number(len(hits))}. {hits[0].sentence()}"


def number(hits: int) -> str:
    return translate("Palette", "%n fundet", "", hits) if hits else translate("Palette", "Intet fundet")


def _heading(title: str, cut: bool) -> str:  # noqa: FBT001
    words = title.upper()
    return f"{words} · {translate('Palette', 'DE FØRSTE %1').replace('%1', str(LIMIT))}" if cut else words


def _rank(one: Command) -> int:
    """What one does all day first, and leaving last: Enter takes the first."""
    if one.id in _LAST:
        return len(_ORDER)
    return _ORDER.index(one.menu) if one.menu in _ORDER else len(_ORDER) - 1


def _begins(one: Command, menus: dict[str, str], asked: Sequence[str]) -> bool:
    words = fold(f"{one.plain} {menus.get(one.menu, '')}").split()
    return all(any(word.startswith(begin) for word in words) for begin in asked)


def _act(one: Command, menus: dict[str, str], asked: Sequence[str]) -> Hit:
    menu = menus.get(one.menu, "")
    return Hit(
        Go("", one.id),
        one.icon or "chevron-right",
        menu,
        _marked(one.plain, asked),
        right=native(one.keys[0]) if one.keys else menu,
        keys=bool(one.keys),
    )


def _marked(text: str, asked: Sequence[str]) -> Parts:
    """The beginnings of words that were typed."""
    parts: list[Part] = []
    for index, word in enumerate(text.split(" ")):
        if index:
            parts.append(Part(" ", hit=False))
        begin = next((len(begin) for begin in asked if fold(word).startswith(begin)), 0)
        parts += [Part(word[:begin], hit=True), Part(word[begin:], hit=False)]
    return tuple(part for part in parts if part.text)


def _participant(one: ParticipantHit) -> Hit:
    kind = translate("Palette", "Kandidat")
    return Hit(Go("caseload", one.id), "user-round", kind, one.name, one.snippet, codes.phase(one.phase))


def _employer(one: EmployerHit) -> Hit:
    return Hit(
        Go("employers", one.id), "building-2", translate("Palette", "Arbejdsgiver"), one.name, one.snippet
    )


def _note(one: NoteHit, now: datetime) -> Hit:
    kind = translate("Palette", "Notat")
    title = (*one.title, Part(f" · {one.participant_name}", hit=False))
    where = Go("caseload", ("note", one.participant, one.id))
    return Hit(where, "message-square-text", kind, title, one.snippet, dates.day(one.at, now))


def _contact(one: ContactHit, now: datetime) -> Hit:
    kind = translate("Palette", "Arbejdsgiverkontakt")
    title = (Part(one.employer_name, hit=False),)
    return Hit(Go("employers", one.employer), "footprints", kind, title, one.snippet, dates.day(one.at, now))
