"""The door typed values pass on their way to the store: the guard's answer, or what else is wrong, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from stdnum.dk import cvr

from app import guard
from app.domain import case_codes, work_codes
from app.domain.calendar import AppointmentKind
from app.domain.changes import Changes
from app.domain.cpr import Cpr
from app.domain.employer import ContactMode, Outcome, Purpose, Relation
from app.domain.participant import Phase
from app.domain.records import AGREED_WORDS, FieldType, RecordType, Value
from app.policy import standing

_LONE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAK: Final = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_TOKENS: Final = re.compile(r"[a-z0-9_.,:-]*")  # as codes, ids and lists of them are spelt
Typed = str | int | date | datetime | UUID | Cpr | None
_TOLD: Final = range(3, 9998)  # years whose every moment can be sent, whatever clock it is told by
SHORT_MAX, LONG_MAX, MINUTES_MAX = 200, 4000, 24 * 60
_LONG: Final = frozenset({"about", "next_step", "comment"}) | case_codes.LONG | work_codes.LONG
_LINES: Final = _LONG | {
    "recommendation"
}  # short, as a task's title is, and written in several lines all the same
_CODES: Final = {
    **case_codes.CODES,
    "participant.phase": frozenset(Phase),
    "employer.relation": frozenset(Relation),
    "employer_contact.mode": frozenset(ContactMode),
    "employer_contact.purpose": frozenset(Purpose),
    "employer_contact.outcome": frozenset(Outcome),
    "appointment.kind": frozenset(AppointmentKind),
    **work_codes.ONE,
}
_REGISTRY: Final = {"employer.p_number": 10, **work_codes.REGISTRY}


@dataclass(frozen=True, slots=True)
class Saved:
    """Written. `changes` is empty when everything already stood as it was asked for."""

    id: UUID
    changes: Changes


@dataclass(frozen=True, slots=True)
class Held:
    """The guard holds these fields back: nothing was written. Spans count in the text as it was given."""

    findings: Mapping[str, tuple[guard.Finding, ...]]


@dataclass(frozen=True, slots=True)
class Invalid:
    """Nothing was written. `reason`: `missing`, `short`, `long`, `range`, `future`, `shape`, `unknown`, `final`, `blocked` (the
    permission was withdrawn or has run out), `other` (names a candidate it is not about), or
    for a course `order` (not from this phase) or `early` (before the last change)."""

    field: str
    reason: str


def tidy(text: str) -> str:
    """One character for one: what neither UTF-8, the jobcenter's database nor a spreadsheet can hold becomes a mark or a
    space, and so does what turns the direction of all that is written after it (a name of Arabic letters needs none of
    it)."""
    whole = _TURNING.sub(" ", _LONE.sub("\ufffd", text))
    return _CONTROL.sub(" ", whole).replace("\u2028", "\n").replace("\u2029", "\n")


def blank(value: Typed) -> bool:
    """Whether there is nothing to see in it: a character without width is not a name."""
    return not any(letter.isprintable() and not letter.isspace() for letter in str(value or ""))


def clear_all(
    texts: Mapping[str, str],
    *,
    kept: frozenset[str],
    sources: Mapping[str, guard.Source] | None = None,
    agreed: str = "",
) -> dict[str, guard.ClearedText] | Held:
    """Every text cleared, or every field the guard holds back. Where a policy forbids it, nothing asked about is kept.

    `agreed`: the field that holds words the candidate wants said, if any does.
    """
    may_keep = kept if standing.guard_overrides() else frozenset()
    cleared: dict[str, guard.ClearedText] = {}
    held: dict[str, tuple[guard.Finding, ...]] = {}
    for name, text in texts.items():
        source = (sources or {}).get(name, guard.Source.OBSERVED)
        whole = tidy(text)
        answer = guard.clear(whole.strip(), kept=may_keep, source=source, agreed=name == agreed)
        if isinstance(answer, guard.ClearedText):
            cleared[name] = answer
        else:
            held[name] = _moved(answer, len(whole) - len(whole.lstrip()))
    return Held(held) if held else cleared


def typed(
    kind: RecordType, fields: Mapping[str, Typed], *, kept: frozenset[str] = frozenset()
) -> dict[str, Value] | Held | Invalid:
    """The fields of a record as the store takes them. A field the record does not have is a bug: KeyError."""
    values: dict[str, Value] = {}
    texts: dict[str, str] = {}
    for name, value in fields.items():
        if kind.fields[name] is FieldType.TEXT:
            texts[name] = str(value or "") if name in _LINES else _BREAK.sub(" ", str(value or ""))
            if len(texts[name].strip()) > (LONG_MAX if name in _LONG else SHORT_MAX):
                return Invalid(name, "long")
        elif _fits(kind, name, value):
            values[name] = value
        else:
            return Invalid(name, "shape")
    agreed = AGREED_WORDS[1] if kind.name == AGREED_WORDS[0] else ""
    cleared = clear_all(texts, kept=kept, agreed=agreed)
    return cleared if isinstance(cleared, Held) else {**values, **cleared}


_SHAPES: Final[Mapping[FieldType, Callable[[object], bool]]] = {
    FieldType.INT: lambda v: isinstance(v, int) and v >= 0,
    FieldType.MOMENT: lambda v: isinstance(v, datetime) and v.tzinfo is not None and v.year in _TOLD,
    FieldType.DATE: lambda v: isinstance(v, date) and not isinstance(v, datetime),
    FieldType.ID: lambda v: isinstance(v, UUID),
    FieldType.CPR: lambda v: isinstance(v, Cpr),
    FieldType.CODE: lambda v: isinstance(v, str),
    FieldType.TEXT: lambda v: isinstance(v, str),
}


def _fits(kind: RecordType, name: str, value: Typed) -> bool:
    if value is None:
        return True
    full, of = f"{kind.name}.{name}", kind.fields[name]
    if not _SHAPES[of](value):
        return False
    if of is FieldType.INT:
        return isinstance(value, int) and value <= work_codes.MOST.get(full, MINUTES_MAX)
    return of is not FieldType.CODE or _is_code(full, str(value))


def _is_code(name: str, value: str) -> bool:
    if name in _CODES:
        return value in _CODES[name]
    if name in work_codes.SEVERAL:
        return set(value.split(",")) <= work_codes.SEVERAL[name] | {""}
    if name == "employer.cvr":
        return value == "" or (value == cvr.compact(value) and cvr.is_valid(value))
    if name in _REGISTRY:
        return value == "" or (value.isascii() and value.isdigit() and len(value) == _REGISTRY[name])
    return len(value) <= SHORT_MAX and (bool(_TOKENS.fullmatch(value)) or _harmless(value))


def _harmless(value: str) -> bool:
    """A code of no list known here may be spelt like words; then it is read like words."""
    return guard.label(guard.review(value)) != "refuse"


def _moved(findings: tuple[guard.Finding, ...], by: int) -> tuple[guard.Finding, ...]:
    return tuple(replace(f, start=f.start + by, end=f.end + by) for f in findings) if by else findings
