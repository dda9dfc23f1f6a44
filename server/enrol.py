"""How a person's computer becomes a device of the jobcenter: a one-time code, told by the leader."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from app.protocol import canonical
from app.protocol.messages import Enrol, Enrolled
from server import auth, db, people
from server.problems import Refused

ANEW = timedelta(minutes=10)  # since the person signed in, of which the program waits two for the browser
ROLES = ("consultant", "leader", "admin", "reviewer")
WITHOUT_CONTENT = frozenset({"admin", "reviewer"})
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is misread for another
_LENGTH = 12
PERSON_ID = re.compile(r"[A-Za-z0-9ÆØÅæøå._@-]{1,64}")


class PersonRefused(Exception):
    """The reason in one sentence."""


def new_code(
    tx: sa.Connection,
    *,
    feed: str,
    person: str,
    name: str,
    role: str | None = None,
    hours: int,
    now: datetime,
) -> str:
    """A code for one computer of this person, who is made or renamed on the way. Only its hash is kept."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    person = add_person(tx, feed=feed, person=person, name=name, role=role).id
    tx.execute(
        sa.insert(db.enrolment_code).values(
            hash=_hash(code), feed=feed, person=person, expires_at=now + timedelta(hours=hours)
        )
    )
    return "-".join(code[i : i + 4] for i in range(0, _LENGTH, 4))


def add_person(
    tx: sa.Connection, *, feed: str, person: str, name: str, role: str | None = None
) -> people.Person:
    """`role` None: as it is; who is new becomes a consultant. Raises PersonRefused where somebody would keep the cases on
    their computers in a role without content."""
    there = people.find(tx, feed, person)
    id, now = (there.id, there.role) if there else (person, ROLES[0])
    role = role or now
    if role in WITHOUT_CONTENT and _in_use(tx, feed, id):
        raise PersonRefused(
            f"{id} has computers with cases: have them wiped on the page before making them {role}"
        )
    insert = postgresql.insert(db.person).values(feed=feed, id=id, name=name, role=role)
    tx.execute(insert.on_conflict_do_update(index_elements=["feed", "id"], set_={"name": name, "role": role}))
    return people.Person(feed, id, name, role)


def _in_use(tx: sa.Connection, feed: str, person: str) -> bool:
    device = db.device.c
    live = sa.and_(device.revoked_at.is_(None), device.wipe_requested_at.is_(None))
    here = sa.select(device.id).where(device.feed == feed, device.person == person, live).limit(1)
    return tx.execute(here).first() is not None


def invitation(*, url: str, pins: Sequence[str], key: str, code: str) -> str:
    """All a new computer must know, in one string to paste: `fj1.` and base64url JSON."""
    told = canonical.dumps({"url": url, "pins": list(pins), "key": key, "code": code})
    return "fj1." + base64.urlsafe_b64encode(told.encode()).rstrip(b"=").decode()


def read_invitation(text: str) -> dict[str, Any]:
    """The inverse, for tests and diagnosis."""
    packed = text.removeprefix("fj1.")
    told: dict[str, Any] = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    return told


@dataclass(frozen=True, slots=True)
class Policy:
    """`claim`: which of a sign-in's claims names the person. `approve`: somebody in charge lets each computer in."""

    claim: str = "preferred_username"
    approve: bool = False


def nonce(key: str) -> str:
    """What a sign-in for this device key must carry (base64 raw key), so that it is good for no other."""
    try:
        raw = base64.b64decode(key, validate=True)
    except ValueError:
        raise Refused("bad-request") from None
    return base64.urlsafe_b64encode(hashlib.sha256(raw).digest()).rstrip(b"=").decode()


def proven(header: str | None, asked: auth.Asked, said: Enrol, *, now: datetime) -> auth.Proof:
    """The request is signed by the key it brings."""
    proof = auth.read(header)
    if proof.device != _device(said):
        raise Refused("proof-invalid")
    auth.check(proof, _key(said), asked, now=now)
    return proof


def enrol(
    tx: sa.Connection, proof: auth.Proof, said: Enrol, *, claims: Mapping[str, Any] | None = None,
    policy: Policy | None = None, now: datetime,
) -> Enrolled:  # fmt: skip
    """Spend the code, or the sign-in's `claims`, for this device. Asking again with the same key gives the same
    answer: a reply may be lost."""
    device, policy = _device(said), policy or Policy()
    auth.spend(tx, proof, now=now)
    tx.execute(sa.text("SET LOCAL synchronous_commit = on"))
    if claims is None:
        code = _usable(tx, said, device, now=now)
        _admit(tx, said, device, people.of(tx, code.feed, code.person), policy, now=now)
        mine = db.enrolment_code.c.hash == code.hash
        tx.execute(sa.update(db.enrolment_code).where(mine).values(used_at=now, used_by=device))
    else:
        feed = tx.execute(sa.select(db.feed.c.id)).scalar_one()
        person = people.signed_in(tx, claims, feed=feed, claim=policy.claim, now=now)
        _admit(tx, said, device, person, policy, now=now)
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


def _admit(
    tx: sa.Connection, said: Enrol, device: UUID, person: people.Person, policy: Policy, *, now: datetime
) -> None:
    if person.role in WITHOUT_CONTENT:
        raise Refused("not-enrollable")
    there = tx.execute(sa.select(db.device).where(db.device.c.id == device)).one_or_none()
    if there is None:
        tx.execute(
            sa.insert(db.device).values(
                id=device, feed=person.feed, person=person.id, alg="Ed25519", key=said.key, machine=said.machine[:128] or "?",
                app=said.app[:32], seq=0, last_hash=canonical.START, enrolled_at=now,
                waiting_since=now if policy.approve else None,
            )
        )  # fmt: skip
    elif (there.key, there.person, there.feed) != (said.key, person.id, person.feed):
        raise Refused("device-exists")
    elif there.revoked_at is not None:
        raise Refused("device-revoked")


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
