"""A consultant's computer for tests: a real encrypted vault and the real use cases."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from app import guard
from app.domain.journal import Note, NoteKind, SourceOf
from app.domain.records import NOTE_TEXTS, PARTICIPANT
from app.services import enrol
from app.services import sync as syncing
from app.settings import Server, Settings
from app.store import journal, outbox, records
from app.store.records import Case
from app.store.tables import note
from app.vault.vault import Vault
from tests.vault_parts import new_vault, open_vault

if TYPE_CHECKING:  # heavy, and a child process that is killed fifteen times needs neither
    from tests.parts import Jobcenter


def now() -> datetime:
    return datetime.now(UTC)


def cleared(text: str) -> guard.ClearedText:
    found = guard.clear(text)
    assert isinstance(found, guard.ClearedText)
    return found


@dataclass
class Consultant:
    place: Path
    vault: Vault
    settings: Settings = field(default_factory=Settings)
    participant: UUID = field(default_factory=records.new_id)

    @classmethod
    def new(cls, folder: Path) -> Consultant:
        place = folder / "v"
        return cls(place, new_vault(place))

    def reopen(self) -> None:
        self.vault.close()
        self.vault = open_vault(self.place, now=now())

    def enrol(
        self, jobcenter: Jobcenter, person: str, name: str = "Anna Prøve", *, role: str = "consultant"
    ) -> None:
        invitation = jobcenter.enrol_code(person, name, role=role)
        enrol.enrol(self.vault, self.settings, invitation, machine="prøve-pc", now=now())

    def take_on(self, name: str) -> UUID:
        """A new participant, made here."""
        self.participant = records.new_id()
        with self.vault.begin() as tx:
            records.write(
                tx, PARTICIPANT, self.participant, {"name": cleared(name), "phase": "engaged"},
                case=Case(cand=self.participant), now=now(), sign=self.vault.sign,
            )  # fmt: skip
        return self.participant

    def move_to(self, phase: str) -> None:
        with self.vault.begin() as tx:
            records.write(
                tx, PARTICIPANT, self.participant, {"phase": phase}, case=Case(cand=self.participant), now=now(),
                sign=self.vault.sign,
            )  # fmt: skip

    def note(self, facts: str, participant: UUID | None = None) -> UUID:
        new = Note(
            id=records.new_id(), participant=participant or self.participant, kind=NoteKind.MEETING, title="Samtale om job",
            happened_at=now(), minutes=30, place=None, source=SourceOf.OBSERVED, facts=facts, own_view="", assessment="",
            agreements="", written_at=now(), author="", corrects=None,
        )  # fmt: skip
        with self.vault.begin() as tx:
            texts = {name: cleared(getattr(new, name)) for name in NOTE_TEXTS}
            journal.write(tx, new, texts=texts, sign=self.vault.sign)
        return new.id

    def sync(self, *, at: datetime | None = None, **server: Any) -> syncing.RoundDone:
        """`server`: what the policy says instead of the invitation."""
        settings = self.settings
        if server:
            settings = Settings(server=Server(**server))
        return syncing.run_round(self.vault, settings, at or now())

    def notes(self) -> set[UUID]:
        with self.vault.read() as tx:
            return set(tx.execute(sa.select(note.c.id)).scalars())

    def unsent(self) -> list[UUID]:
        """What waits, in order."""
        with self.vault.read() as tx:
            return [op.id for op in outbox.waiting(tx)]

    @property
    def status(self) -> syncing.SyncStatus:
        return syncing.status(self.vault, now())


def server_of(jobcenter: Jobcenter, url: str | None = None) -> dict[str, Any]:
    """The policy that names this jobcenter, at another address if need be."""
    from server import identity

    me = identity.load(jobcenter.state)
    return {
        "url": url or jobcenter.url,
        "pins": tuple(base64.b64decode(pin) for pin in me.pins),
        "key": base64.b64decode(me.public),
    }
