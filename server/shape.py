"""What an operation must look like: readable and canonical to be taken at all, well formed to be merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.journal import NoteKind, Place, SourceOf
from app.domain.records import NOTE_TEXTS, TYPES, FieldType, RecordType, from_wire, moment
from app.protocol import canonical, operation
from app.protocol.operation import KINDS, Kind
from server.problems import Refused

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Op:
    """One pushed operation. `id` is None where it is no UUID; `flaw` says why it cannot be merged, if it cannot."""

    p: str
    s: str
    hash: str
    fields: Mapping[str, Any]
    device: UUID
    q: int
    prev: str
    id: UUID | None
    kind: str
    cand: UUID | None
    own: bool
    flaw: str | None

    @property
    def said_id(self) -> str:
        return str(self.fields.get("id"))[:36]


def read(p: str, s: str) -> Op:
    """Refuses (422) what is not the canonical text of an object with a place in a device's chain: two readings
    of one text, as by a name that stands twice, must not exist."""
    try:
        fields = canonical.read(p)
        if not isinstance(fields, dict):
            raise ValueError
        device, q, prev = UUID(fields["dev"]), fields["q"], fields["prev"]
    except (ValueError, KeyError, AttributeError, RecursionError):
        raise Refused("bad-operation") from None
    if type(q) is not int or not 1 <= q < 2**53 or not isinstance(prev, str) or not _HASH.fullmatch(prev):
        raise Refused("bad-operation")
    return Op(
        p=p, s=s, hash=canonical.digest(p), fields=fields, device=device, q=q, prev=prev, id=_uuid(fields.get("id")),
        kind=str(fields.get("k")).replace("\x00", "")[:64], cand=_uuid(fields.get("cand")), own=fields.get("own") is True,
        flaw=_flaw(fields),
    )  # fmt: skip


def strings(value: Any) -> Iterator[str]:
    """Every text in a JSON value, the names in its objects too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from strings(item)


def newer(fields: Mapping[str, Any]) -> bool:
    """Of a kind or schema this server does not know: passed on as it is, never merged."""
    return fields["k"] not in KINDS or fields["v"] > operation.VERSION or fields["sch"] > operation.SCHEMA


def _flaw(fields: Mapping[str, Any]) -> str | None:
    try:
        _check_envelope(fields)
        if newer(fields):
            return None
        if fields["k"] == Kind.PATCH:
            _check_patch(fields["body"], cand=fields["cand"])
        else:
            _check_note(fields["body"], cand=fields["cand"], corrects=fields["k"] == Kind.CORRECT)
    except (ValueError, TypeError, KeyError, AttributeError):
        return "malformed"
    return None


def _check_envelope(fields: Mapping[str, Any]) -> None:
    _must(fields.keys() >= operation.REQUIRED)
    UUID(fields["id"])
    _must(fields["cand"] is None or bool(UUID(fields["cand"])))
    _must(isinstance(fields["own"], bool) and isinstance(fields["body"], dict))
    _must(fields["feed"] is None or isinstance(fields["feed"], str))
    _must(isinstance(fields["k"], str) and type(fields["v"]) is int and type(fields["sch"]) is int)
    _must(type(fields.get("gen", 0)) is int)
    _must(isinstance(fields["kept"], list) and all(isinstance(k, str) for k in fields["kept"]))
    _must(datetime.fromisoformat(fields["at"]).tzinfo is not None)
    _must(_storable(fields))


def _storable(value: Any) -> bool:
    """Whether PostgreSQL and every computer can hold it. One text with a NUL in it would end each reading of the feed."""
    if isinstance(value, dict):
        return all("\x00" not in name and _storable(one) for name, one in value.items())
    if isinstance(value, list):
        return all(_storable(one) for one in value)
    return "\x00" not in value if isinstance(value, str) else not isinstance(value, int) or abs(value) < 2**53


def _check_patch(body: Mapping[str, Any], *, cand: str | None) -> None:
    kind = TYPES[body["type"]]
    UUID(body["rec"])
    _must(type(body["base_rev"]) is int and body["base_rev"] >= 0 and isinstance(body["base"], dict))
    _must(isinstance(body["set"], dict) and bool(body["set"]))
    for name, value in body["set"].items():
        _check_field(kind, name, value)
    _must(kind.name != "participant" or body["rec"] == cand)


def _check_field(kind: RecordType, name: str, value: Any) -> None:
    type_ = kind.fields[name]
    _must(value is None or type(value) is (int if type_ is FieldType.INT else str))
    from_wire(type_, value)


def _check_note(body: Mapping[str, Any], *, cand: str | None, corrects: bool) -> None:
    _must(cand is not None and body.get("participant", cand) == cand)
    _must(all(isinstance(body[name], str) for name in NOTE_TEXTS))
    NoteKind(body["kind"])
    SourceOf(body["source"])
    _must(body.get("place") is None or bool(Place(body["place"])))
    _must(body.get("minutes") is None or type(body["minutes"]) is int)
    moment(body["happened_at"])
    _must(not corrects or bool(UUID(body["corrects"])))


def _must(holds: bool) -> None:  # noqa: FBT001  (reads as a sentence)
    if not holds:
        raise ValueError


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
