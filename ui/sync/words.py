"""Kinds of records, their fields and values, and reasons, as the sync page names them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain import code_list
from app.domain.calendar import AppointmentKind
from app.domain.case_codes import ENUMS
from app.domain.employer import ContactMode, Outcome, Purpose, Relation
from app.domain.participant import Phase
from app.domain.records import TYPES, FieldType, Wire, from_wire
from ui.sync import named
from ui.text import case_codes, codes, dates, language, work_codes

translate = QCoreApplication.translate

_FLAGS = frozenset(
    {
        "paragraph56", "permanent", "collective_agreement", "wants_new", "good_terms", "benefit_action", "ordinary",
        "mentor", "employer_contact", "declined", "told_duty", "vocational", "removed", "competitive", "present",
    }
)  # fmt: skip
_DATED = frozenset({"job.form", "period.code"})
_MINUTES = frozenset({"minutes", "weekly_minutes", "average_minutes", "planned_minutes"})


def icon(kind: str, otherwise: str) -> str:
    return named.kinds().get(kind, (otherwise, ""))[0]


def what(kind: str) -> str:
    return named.kinds().get(kind, ("", translate("Sync", "Ændring")))[1]


def field(kind: str, name: str) -> str:
    """What a field of such a record is called."""
    said = named.particular().get((kind, name)) or named.fields().get(name)
    return said or translate("Sync", "et felt")


def value(kind: str, name: str, wire: Wire, now: datetime) -> str:
    """What stood in a field, as a page would show it; "" for nothing. A CPR number is never shown here."""
    of = TYPES[kind].fields.get(name) if kind in TYPES else None
    if wire is None or wire == "" or of is None:
        return ""
    if of is FieldType.CPR:
        return translate("Sync", "••••••-••••")
    if of is FieldType.CODE:
        return _code(kind, name, str(wire))
    found = from_wire(of, wire)
    if isinstance(found, datetime):
        return dates.moment(found, now)
    if isinstance(found, date):
        return dates.long_date(found)
    if isinstance(found, int):
        return _number(name, found)
    return str(found)


def parked(reason: str | None) -> str:
    """Why the jobcenter has put a change aside."""
    sentences: dict[str, Callable[[], str]] = {
        "not-in-scope": lambda: translate("Sync", "Kandidaten er ikke længere hos dig"),
        "other-feed": lambda: translate("Sync", "Skrevet til et andet jobcenter"),
        "foreign-record": lambda: translate("Sync", "Hører til en andens sag"),
        "not-leader": lambda: translate("Sync", "Det kan kun teamlederen gøre"),
        "not-reviewer": lambda: translate("Sync", "Det kan kun de, der gennemgår, og teamlederen"),
        "not-yours": lambda: translate("Sync", "En kollegas timer og fravær skriver kollegaen selv"),
    }
    other: Callable[[], str] = lambda: translate("Sync", "Jobcentrets leder ser på den")  # noqa: E731
    return sentences.get(reason or "", other)()


def aside(reason: str, count: int) -> str:
    """What others wrote and this program cannot show."""
    if reason == "newer":
        return translate(
            "Sync", "%n ændring(er) fra kolleger kan ses, når Feltjournal er opdateret.", "", count
        )
    return translate("Sync", "%n ændring(er) udefra kan ikke vises. Kontakt it-support.", "", count)


def _code(kind: str, name: str, code: str) -> str:
    known: dict[tuple[str, str], Callable[[str], str]] = {
        ("phase_change", "before"): lambda c: codes.phase(Phase(c)),
        ("phase_change", "after"): lambda c: codes.phase(Phase(c)),
        ("participant", "phase"): lambda c: codes.phase(Phase(c)),
        ("employer", "relation"): lambda c: codes.relation(Relation(c)),
        ("employer_contact", "mode"): lambda c: codes.mode(ContactMode(c)),
        ("employer_contact", "purpose"): lambda c: codes.purpose(Purpose(c)),
        ("employer_contact", "outcome"): lambda c: codes.outcome(Outcome(c)),
        ("task", "who"): lambda c: case_codes.of("WhoContacts", c),
        ("appointment", "kind"): lambda c: codes.appointment(AppointmentKind(c)),
    }
    if (said := _of_the_work(kind, name, code)) is not None:
        return said
    try:
        return known[kind, name](code) if (kind, name) in known else _other(kind, code)
    except ValueError:
        return code  # a list that has grown since this program was made


def _of_the_work(kind: str, name: str, code: str) -> str | None:
    """The words of a code, or of several; None where the field is none of the work's."""
    full = f"{kind}.{name}"
    if full in work_codes.SEVERAL:
        return ", ".join(work_codes.word(full, one) for one in code.split(","))
    if full in _DATED:
        return _listed(code)
    return work_codes.word(full, code) if work_codes.knows(full) else None


def _listed(code: str) -> str:
    """A code of a dated list as the lists that came with the program call it."""
    names = ((one.name, code) for one in code_list.shipped() if any(c.code == code for c in one.codes))
    found = next(names, None)
    return (
        code if found is None else code_list.together(code_list.shipped()).word(*found, None, language.code())
    )


def _other(kind: str, value: str) -> str:
    """The word of a code of any of the course's lists; several of them with commas between."""
    if kind != "participant" and kind not in named.of_a_course():
        return value
    known = {one.value: case_codes.word(one) for kind in ENUMS for one in kind}
    return ", ".join(known.get(part, part) for part in value.split()) if value else value


def _number(name: str, value: int) -> str:
    if name in _FLAGS:
        return translate("Sync", "ja") if value else translate("Sync", "nej")
    if name in _MINUTES:
        return dates.duration(value)
    if name == "percent":
        return translate("Sync", "%1 %").replace("%1", str(value))
    return str(value)
