"""The page's Danish: rooms, states, acts and reasons. Data, not code, for whoever reads it over."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

DENMARK = ZoneInfo("Europe/Copenhagen")
ROOMS = {
    "figures": "Overblik", "devices": "Computere", "caseload": "Kandidater", "conflicts": "Kræver valg",
    "parked": "Sat til side", "acts": "Handlinger",
}  # fmt: skip
_STATES = {
    "ok": "I brug", "waiting": "Venter på godkendelse", "revoked": "Spærret", "wiping": "Slettes ved næste kontakt",
    "wiped": "Sletteordre modtaget",
}  # fmt: skip
_ACTS = {
    "approve": "godkendte computer", "revoke": "spærrede computer", "wipe": "bestilte sletning af computer",
    "move": "flyttede kandidat til", "deputise": "gav vikaradgang til", "end_deputy": "afsluttede vikaradgang for",
    "decide": "afgjorde valg", "parked_seen": "så på ændring, der var sat til side", "sign_in": "loggede ind",
    "sign_out": "loggede ud", "read_access_log": "læste adgangslog", "export_access_log": "hentede adgangslog",
    "read_case": "fik en kollegas sag at læse",
}  # fmt: skip
_WHY_READ = {
    "complaint": "Klage over sagen", "supervision": "Faglig sparring med konsulenten", "absence": "Konsulenten er fraværende",
    "access_request": "Anmodning om aktindsigt", "audit": "Tilsyn eller kvalitetskontrol",
}  # fmt: skip
_PARKED = {
    "malformed": "Kunne ikke læses", "other-feed": "Skrevet til et andet jobcenter", "id-taken": "Nummeret er brugt før",
    "not-in-scope": "Kandidaten var ikke længere hos medarbejderen", "foreign-record": "Hører til en andens sag",
    "not-leader": "Det kan kun en teamleder", "not-reviewer": "Det kan kun de, der gennemgår, og teamlederen",
    "not-yours": "Handler om en kollegas timer eller fravær",
}  # fmt: skip
_REFUSALS = {
    "not-enrollable": "Du er ikke oprettet som bruger af denne side. Kontakt den systemansvarlige.",
    "not-found": "Det findes ikke længere. Genindlæs siden.",
    "bad-request": "Noget mangler i formularen. Skriv en kort begrundelse, og vælg en dato frem i tiden.",
    "history-diverged": "Nogen har ændret feltet, efter at siden blev vist. Genindlæs siden, og vælg igen.",
    "too-many": "Der er prøvet for mange gange. Vent ti minutter.",
}
_FIELDS = {
    "name": "navn", "cpr": "CPR-nummer", "case_no": "sagsnummer", "phase": "fase", "phone": "telefon",
    "consultant": "konsulent", "wish_area": "ønsker: område", "wish_hours": "ønsker: timer",
    "wish_transport": "transport", "city": "by", "address": "adresse", "title": "titel", "starts_at": "tidspunkt",
    "place": "sted", "due_on": "frist", "contact_person": "kontaktperson", "relation": "relation",
}  # fmt: skip
_LOG = {"pull": "hentet til computer", "file": "fil hentet til computer"}


def moment(at: datetime | None) -> str:
    """`22.11.2026 kl. 8.05`, by Danish clocks."""
    if at is None:
        return "aldrig"
    here = at.astimezone(DENMARK)
    return f"{here.day}.{here.month}.{here.year} kl. {here.hour}.{here.minute:02}"


def day(iso: str) -> str:
    """`22.11.2026`"""
    on = date.fromisoformat(iso)
    return f"{on.day}.{on.month}.{on.year}"


def state(code: str) -> str:
    return _STATES[code]


def act(code: str) -> str:
    return _ACTS.get(code, code)


def why(reason: str) -> str:
    """A reason as it was written, or the words of its code."""
    return _WHY_READ.get(reason, reason)


def parked(code: str) -> str:
    return _PARKED.get(code, "Sat til side")


def refusal(code: str) -> str:
    return _REFUSALS.get(code, "Prøv igen, eller kontakt den systemansvarlige.")


def field(code: str) -> str:
    return _FIELDS.get(code, code)


def log(code: str) -> str:
    return _LOG.get(code, code)
