"""Kinds of records, their fields and values, and reasons, as the sync page names them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.calendar import AppointmentKind
from app.domain.employer import ContactMode, Outcome, Purpose, Relation
from app.domain.participant import Phase
from app.domain.records import TYPES, FieldType, Wire, from_wire
from ui.sync import words_case, words_fidelity, words_work
from ui.text import codes, dates

translate = QCoreApplication.translate

# Each has ICONS, kinds() and fields(): a new subject is a module of that shape and a word here.
_SUBJECTS = (words_case, words_fidelity, words_work)
ICONS = {
    "note": "message-square-text",
    "participant": "user-round",
    "employer": "building-2",
    "employer_contact": "footprints",
    "contact_for": "footprints",
    "appointment": "calendar-days",
    "task": "list-checks",
}
for _subject in _SUBJECTS:
    ICONS.update(_subject.ICONS)


def what(kind: str) -> str:
    named = {
        "note": translate("Sync", "Notat"),
        "participant": translate("Sync", "Kandidatens oplysninger"),
        "employer": translate("Sync", "Arbejdsgiver"),
        "employer_contact": translate("Sync", "Arbejdsgiverkontakt"),
        "contact_for": translate("Sync", "Kontakt ført hos kandidaten"),
        "appointment": translate("Sync", "Aftale"),
        "task": translate("Sync", "Opgave"),
    }
    for subject in _SUBJECTS:
        named.update(subject.kinds())
    return named.get(kind, translate("Sync", "Ændring"))


def field(name: str) -> str:
    return {
        **words_case.fields(),
        **words_fidelity.fields(),
        "name": translate("Sync", "navn"), "cpr": translate("Sync", "CPR-nummer"),
        "case_no": translate("Sync", "sagsnummer"), "phase": translate("Sync", "fase"),
        "ips_start": translate("Sync", "start i IPS"), "job_start": translate("Sync", "start i job"),
        "phone": translate("Sync", "telefon"), "consultant": translate("Sync", "konsulent"),
        "wish_area": translate("Sync", "ønsker: område"), "wish_hours": translate("Sync", "ønsker: timer"),
        "wish_transport": translate("Sync", "transport"), "disclosure": translate("Sync", "åbenhed"),
        "clinic_contact": translate("Sync", "kontaktperson på klinikken"),
        "caseworker": translate("Sync", "sagsbehandler"), "cvr": translate("Sync", "CVR-nummer"),
        "p_number": translate("Sync", "P-nummer"), "branch": translate("Sync", "branche"),
        "address": translate("Sync", "adresse"), "city": translate("Sync", "by"),
        "contact_person": translate("Sync", "kontaktperson"), "relation": translate("Sync", "relation"),
        "at": translate("Sync", "tidspunkt"), "minutes": translate("Sync", "varighed"),
        "mode": translate("Sync", "hvordan"), "purpose": translate("Sync", "formål"),
        "outcome": translate("Sync", "udfald"), "spoke_with": translate("Sync", "talte med"),
        "about": translate("Sync", "indhold"), "next_step": translate("Sync", "næste skridt"),
        "next_on": translate("Sync", "dato for næste skridt"), "title": translate("Sync", "titel"),
        "kind": translate("Sync", "type"), "starts_at": translate("Sync", "tidspunkt"),
        "place": translate("Sync", "sted"), "held_at": translate("Sync", "holdt"),
        "cancelled_at": translate("Sync", "aflyst"), "due_on": translate("Sync", "frist"),
        "done_at": translate("Sync", "gjort"), "owner": translate("Sync", "ejer"), **words_work.fields(),
    }.get(name, translate("Sync", "et felt"))  # fmt: skip


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
        return words_work.number(name, found)
    return str(found)


def parked(reason: str | None) -> str:
    """Why the jobcenter has put a change aside."""
    sentences: dict[str, Callable[[], str]] = {
        "not-in-scope": lambda: translate("Sync", "Kandidaten er ikke længere hos dig"),
        "other-feed": lambda: translate("Sync", "Skrevet til et andet jobcenter"),
        "foreign-record": lambda: translate("Sync", "Hører til en andens sag"),
        "not-leader": lambda: translate("Sync", "Kun en teamleder kan frigive ord"),
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
        ("appointment", "kind"): lambda c: codes.appointment(AppointmentKind(c)),
    }
    if (said := words_work.code(kind, name, code)) is not None:
        return said
    try:
        return known[kind, name](code) if (kind, name) in known else _other(kind, code)
    except ValueError:
        return code  # a list that has grown since this program was made


def _other(kind: str, code: str) -> str:
    return words_case.code(code) if kind in words_case.ICONS or kind == "participant" else code
