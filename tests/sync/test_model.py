"""Several computers, one jobcenter, any weather: nothing lost, nothing doubled, nothing overwritten unseen."""

from __future__ import annotations

import contextlib
import json
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlcipher3 import dbapi2

from app import guard
from app.domain.journal import Note, NoteKind, SourceOf
from app.domain.records import EMPLOYER, NOTE_TEXTS, PARTICIPANT
from app.errors import ServerUnavailable
from app.store import journal, outbox, records, sync_state
from app.store.records import Case
from app.store.tables import RECORDS, note, rec
from tests.sync.model import HELD, START, Books, Computer, ModelServer, Weather

PEOPLE = ("anna", "bo", "anna")  # anna has two computers
CASES = tuple(UUID(int=n) for n in (1, 2, 3))
FIRM = UUID(int=9)
PHASES = ("intake", "search", "working", "closed")


_HONEST = (
    "SELECT (SELECT sent_at FROM sync_state) IS NOT NULL OR EXISTS (SELECT 1 FROM outbox WHERE state IN ('pending', 'sent')) "
    "OR NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'acked')"
)


def cleared(text: str) -> guard.ClearedText:
    found = guard.clear(text)
    assert isinstance(found, guard.ClearedText)
    return found


TEXTS = {text: cleared(text) for text in ("", "Samtale om job", "Vi talte om butikken.", f"Dette er {HELD}.")}


def write_note(computer: Computer, cand: UUID, facts: str, corrects: UUID | None = None) -> UUID:
    new = Note(
        id=records.new_id(), participant=cand, kind=NoteKind.MEETING, title="Samtale om job", happened_at=START,
        minutes=None, place=None, source=SourceOf.OBSERVED, facts=facts, own_view="", assessment="", agreements="",
        written_at=computer.now(), author=computer.person, corrects=corrects,
    )  # fmt: skip
    texts = {name: TEXTS[getattr(new, name)] for name in NOTE_TEXTS}
    with computer.vault.begin() as tx:
        journal.write(tx, new, texts=texts, sign=computer.vault.sign)
    return new.id


class Jobcenter(RuleBasedStateMachine):
    """The model: which notes were saved, which of them this server's guard refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.server = ModelServer()
        self.computers: list[Computer] = []
        self.saved: dict[UUID, tuple[UUID, Computer]] = {}
        self.held: set[UUID] = set()
        self.backup: Books | None = None
        self.copies: dict[int, dbapi2.Connection] = {}
        self.set_back: set[int] = set()  # computers that have not met the server since

    @initialize()
    def open(self) -> None:
        self.computers = [Computer(self.server, person) for person in PEOPLE]
        for cand in CASES:
            self.server.give(cand, "anna")
        self.server.give(CASES[0], "bo")

    @rule(n=st.integers(0, 2), cand=st.sampled_from(CASES), held=st.booleans())
    def write(self, n: int, cand: UUID, held: bool) -> None:  # noqa: FBT001
        computer = self.computers[n]
        if not self._mine(computer, cand):
            return
        id = write_note(computer, cand, f"Dette er {HELD}." if held else "Vi talte om butikken.")
        self.saved[id] = (cand, computer)
        if held:
            self.held.add(id)

    @rule(n=st.integers(0, 2), cand=st.sampled_from(CASES), phase=st.sampled_from(PHASES))
    def move_on(self, n: int, cand: UUID, phase: str) -> None:
        computer = self.computers[n]
        if self._mine(computer, cand):
            self._patch(computer, PARTICIPANT, cand, {"phase": phase}, Case(cand=cand))

    @rule(n=st.integers(0, 2), cvr=st.sampled_from(("11111111", "22222222", "33333333")))
    def name_firm(self, n: int, cvr: str) -> None:
        self._patch(self.computers[n], EMPLOYER, FIRM, {"cvr": cvr}, Case())

    @rule(n=st.integers(0, 2), cut=st.integers(0, 12), seen=st.booleans())
    def sync_until_cut(self, n: int, cut: int, seen: bool) -> None:  # noqa: FBT001
        with contextlib.suppress(ServerUnavailable):
            self.computers[n].sync(Weather(cut=cut, seen=seen))

    @rule(n=st.integers(0, 2), twice=st.booleans())
    def sync(self, n: int, twice: bool) -> None:  # noqa: FBT001
        self.computers[n].sync(Weather(twice=twice))
        self.set_back.discard(n)

    @rule(cand=st.sampled_from(CASES), person=st.sampled_from(("anna", "bo")), gives=st.booleans())
    def reassign(self, cand: UUID, person: str, gives: bool) -> None:  # noqa: FBT001
        (self.server.give if gives else self.server.take)(cand, person)

    @precondition(lambda self: self.backup is None)
    @rule()
    def back_up(self) -> None:
        self.backup = self.server.backup()

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self) -> None:
        assert self.backup is not None
        self.server.restore(self.backup)
        self.backup = None
        for n in self.set_back:  # two disasters at once: the newer file and the newer server are both gone
            self._forget_what_is_nowhere(n)

    @precondition(lambda self: self.computers)
    @rule(n=st.integers(0, 2))
    def copy(self, n: int) -> None:
        self._let_go(n)
        self.copies[n] = self.computers[n].vault.copy()

    @rule(n=st.integers(0, 2))
    def put_back(self, n: int) -> None:
        """The computer's file is an older one; what was written since and never sent is gone with the newer."""
        if n not in self.copies:
            return
        self.computers[n].vault.put_back(self.copies[n])
        self.set_back.add(n)
        self._forget_what_is_nowhere(n)

    def _let_go(self, n: int) -> None:
        if n in self.copies:
            self.copies.pop(n).close()

    def _forget_what_is_nowhere(self, n: int) -> None:
        there = {json.loads(row.p)["id"] for row in self.server.books.rows}
        here = _notes(self.computers[n])
        for id in [id for id, (_, whose) in self.saved.items() if whose is self.computers[n]]:
            if id not in here and (id in self.held or str(id) not in there):
                del self.saved[id]
                self.held.discard(id)

    @invariant()
    def nothing_is_doubled(self) -> None:
        ids = [json.loads(row.p)["id"] for row in self.server.books.rows]
        assert len(ids) == len(set(ids))

    @invariant()
    def every_saved_note_is_somewhere(self) -> None:
        there = {json.loads(row.p)["id"] for row in self.server.books.rows}
        for id, (_, computer) in self.saved.items():
            assert str(id) in there or id in _waiting(computer), id

    @invariant()
    def what_the_guard_refused_stays_with_its_writer(self) -> None:
        assert not any(HELD in row.p for row in self.server.books.rows)
        for id in self.held:
            _, computer = self.saved[id]
            assert id in _notes(computer)

    @invariant()
    def nobody_is_overwritten_unseen(self) -> None:
        assert not self.server.overwritten

    @invariant()
    def all_is_sent_only_with_receipts(self) -> None:
        for computer in self.computers:
            with computer.vault.read() as tx:
                assert tx.exec_driver_sql(_HONEST).scalar()

    def teardown(self) -> None:
        if not self.computers:
            return
        self.settle()
        for n, computer in enumerate(self.computers):
            self._let_go(n)
            computer.vault.close()

    def settle(self) -> None:
        """In fair weather everybody ends up with the same."""
        for _ in range(3):
            told = [computer.sync() for computer in self.computers]
            if not any(one.sent or one.received or one.purged or one.rejoined for one in told):
                break
        self._nothing_waits()
        self._all_agree()

    def _nothing_waits(self) -> None:
        for computer in self.computers:
            with computer.vault.read() as tx:
                assert outbox.waiting_count(tx) == 0
                assert sync_state.get(tx).rev == self.server.head
                assert not sync_state.set_aside_reasons(tx)
                assert not [one for one in sync_state.scoped(tx).values() if one.filled is not None]

    def _all_agree(self) -> None:
        for computer in self.computers:
            scope = {c for c, m in self.server.books.members.items() if computer.person in m}
            there = {
                UUID(json.loads(row.p)["id"])
                for row in self.server.books.rows
                if row.cand in scope and json.loads(row.p)["k"] != "case.patch"
            }
            own_held = {id for id in self.held if self.saved[id][1] is computer}
            # A case that left stays whole as long as a note of it was refused and waits to be rewritten.
            staying = {self.saved[id][0] for id in own_held if str(self.saved[id][0]) not in scope}
            kept = {id for id in _notes(computer) - own_held - there if self.saved[id][0] in staying}
            assert _notes(computer) - own_held - kept == there
            left = {str(cand) for cand in staying}
            shown = {key: vals for key, vals in _records(computer).items() if key[1] not in left}
            assert shown == self._server_records(scope)
            self._rows_show_the_records(computer)
            self._conflicts_are_told(computer, scope)

    def _server_records(self, scope: set[str]) -> dict[tuple[str, str], dict[str, Any]]:
        return {
            key: dict(state.vals)
            for key, state in self.server.books.recs.items()
            if key[0] == "employer" or key[1] in scope
        }

    def _rows_show_the_records(self, computer: Computer) -> None:
        with computer.vault.read() as tx:
            for (type, id), vals in _records(computer, tx).items():
                row = tx.execute(sa.select(RECORDS[type]).where(RECORDS[type].c.id == UUID(id))).one()
                assert {name: getattr(row, name) for name in vals} == vals

    def _conflicts_are_told(self, computer: Computer, scope: set[str]) -> None:
        with computer.vault.read() as tx:
            told = {(c.rev, c.field) for c in sync_state.all_conflicts(tx)}
        for row in self.server.books.rows:
            if row.eff and row.eff["conflicts"] and (row.cand is None or row.cand in scope):
                assert {(row.rev, name) for name in row.eff["conflicts"]} <= told

    def _mine(self, computer: Computer, cand: UUID) -> bool:
        with computer.vault.read() as tx:
            return cand in sync_state.scoped(tx)

    def _patch(self, computer: Computer, kind: Any, id: UUID, values: dict[str, Any], case: Case) -> None:
        with computer.vault.begin() as tx:
            records.write(tx, kind, id, values, case=case, now=computer.now(), sign=computer.vault.sign)


def _waiting(computer: Computer) -> set[UUID]:
    """What this computer can still deliver."""
    with computer.vault.read() as tx:
        return {op.id for op in outbox.in_state(tx, "pending", "sent", "held", "acked") if op.p}


def _notes(computer: Computer) -> set[UUID]:
    with computer.vault.read() as tx:
        ids = [row.id for row in tx.execute(sa.select(note.c.id))]
    assert len(ids) == len(set(ids))
    return set(ids)


def _records(computer: Computer, tx: sa.Connection | None = None) -> dict[tuple[str, str], dict[str, Any]]:
    if tx is None:
        with computer.vault.read() as tx:
            return _records(computer, tx)
    rows = tx.execute(sa.select(rec.c.type, rec.c.id, rec.c.vals))
    return {(row.type, str(row.id)): dict(row.vals) for row in rows}


TestJobcenter = Jobcenter.TestCase
