"""How a person's computer becomes a device of the jobcenter: a one-time code, told by the leader."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from app.protocol import canonical
from app.protocol.messages import Enrol, Enrolled
from server import auth, db
from server.problems import Refused

ROLES = ("consultant", "leader", "admin", "reviewer")
WITHOUT_CONTENT = frozenset({"admin", "reviewer"})
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is misread for another
_LENGTH = 12
PERSON_ID = re.compile(r"[A-Za-z0-9ÆØÅæøå._@-]{1,64}")


def new_code(
    tx: sa.Connection, *, feed: str, person: str, name: str, role: str, hours: int, now: datetime
) -> str:
    """A code for one computer of this person, who is made or renamed on the way. Only its hash is kept."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    add_person(tx, feed=feed, person=person, name=name, role=role)
    tx.execute(
        sa.insert(db.enrolment_code).values(
            hash=_hash(code), feed=feed, person=person, expires_at=now + timedelta(hours=hours)
        )
    )
    return "-".join(code[i : i + 4] for i in range(0, _LENGTH, 4))


def add_person(tx: sa.Connection, *, feed: str, person: str, name: str, role: str) -> None:
    insert = postgresql.insert(db.person).values(feed=feed, id=person, name=name, role=role)
    tx.execute(insert.on_conflict_do_update(index_elements=["feed", "id"], set_={"name": name, "role": role}))


def invitation(*, url: str, pins: Sequence[str], key: str, code: str) -> str:
    """All a new computer must know, in one string to paste: `fj1.` and base64url JSON."""
    told = canonical.dumps({"url": url, "pins": list(pins), "key": key, "code": code})
    return "fj1." + base64.urlsafe_b64encode(told.encode()).rstrip(b"=").decode()


def read_invitation(text: str) -> dict[str, Any]:
    """The inverse, for tests and diagnosis."""
    packed = text.removeprefix("fj1.")
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    return told


def enrol(
    tx: sa.Connection, header: str | None, asked: auth.Asked, said: Enrol, *, now: datetime
) -> Enrolled:
    """Spend the code for this device. Asking again with the same key gives the same answer: a reply may be lost."""
    proof, device, key = auth.read(header), _device(said), _key(said)
    if proof.device != device:
        raise Refused("proof-invalid")
    auth.check(proof, key, asked, now=now)
    auth.spend(tx, proof, now=now)
    tx.execute(sa.text("SET LOCAL synchronous_commit = on"))
    code = _usable(tx, said, device, now=now)
    _admit(tx, said, device, code, now=now)
    return _welcome(tx, device)


def _usable(tx: sa.Connection, said: Enrol, device: UUID, *, now: datetime) -> sa.Row[Any]:
    wanted = (
        sa.select(db.enrolment_code).where(db.enrolment_code.c.hash == _hash(said.code)).with_for_update()
    )
    code = tx.execute(wanted).one_or_none()
    if code is None:
        raise Refused("code-unknown")
    if code.used_at is not None and code.used_by != device:
        raise Refused("code-used")
    if code.used_at is None and code.expires_at <= now:
        raise Refused("code-expired")
    return code


def _admit(tx: sa.Connection, said: Enrol, device: UUID, code: sa.Row[Any], *, now: datetime) -> None:
    there = tx.execute(sa.select(db.device).where(db.device.c.id == device)).one_or_none()
    role = tx.execute(
        sa.select(db.person.c.role).where(db.person.c.feed == code.feed, db.person.c.id == code.person)
    ).scalar_one()
    if role in WITHOUT_CONTENT:
        raise Refused("not-enrollable")
    if there is not None:
        if there.key != said.key or there.person != code.person or there.feed != code.feed:
            raise Refused("device-exists")
        if there.revoked_at is not None:
            raise Refused("device-revoked")
    else:
        tx.execute(
            sa.insert(db.device).values(
                id=device, feed=code.feed, person=code.person, alg="Ed25519", key=said.key, machine=said.machine[:128],
                app=said.app[:32], seq=0, last_hash=canonical.START, enrolled_at=now,
            )
        )  # fmt: skip
    mine = db.enrolment_code.c.hash == code.hash
    tx.execute(sa.update(db.enrolment_code).where(mine).values(used_at=now, used_by=device))


def _welcome(tx: sa.Connection, device: UUID) -> Enrolled:
    who = (
        sa.select(
            db.person.c.id, db.person.c.name, db.person.c.role, db.feed.c.id.label("feed"), db.feed.c.name.label("feed_name")
        )
        .join_from(db.device, db.person, (db.person.c.id == db.device.c.person) & (db.person.c.feed == db.device.c.feed))
        .join(db.feed, db.feed.c.id == db.device.c.feed)
        .where(db.device.c.id == device)
    )  # fmt: skip
    row = tx.execute(who).one()
    return Enrolled(
        device=str(device),
        person=row.id,
        name=row.name,
        feed=row.feed,
        feed_name=row.feed_name,
        role=row.role,
    )


def _hash(code: str) -> str:
    """As typed: small letters, spaces and dashes do not matter. Sixty random bits need no slow hash."""
    plain = re.sub(r"[^0-9A-Z]", "", code.upper())
    return hashlib.sha256(plain.encode()).hexdigest()


def _device(said: Enrol) -> UUID:
    try:
        return UUID(said.device)
    except ValueError:
        raise Refused("bad-request") from None


def _key(said: Enrol) -> bytes:
    try:
        key = base64.b64decode(said.key, validate=True)
    except ValueError:
        raise Refused("bad-request") from None
    if len(key) != 32 or "\x00" in said.machine + said.app:
        raise Refused("bad-request")
    return key
