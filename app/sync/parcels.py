"""The bytes of a case's files on their way, in parts: what breaks off goes on where it stopped.

Words first: a file waits until everything that was written is there. It is offered by its digest, the server says which
parts it has, and only its receipt for the whole counts as sent.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final, Protocol

from app import guard
from app.domain import case_file
from app.domain.changes import Topic
from app.guard import documents
from app.protocol import messages
from app.store import files
from app.sync import asks

if TYPE_CHECKING:
    from app.store.files import Content
    from app.sync.round import Tally
    from app.sync.store import Store

_ALL_KEPT: Final = frozenset(guard.CATEGORIES)


class Shelf(Protocol):
    """The files of this computer. Each call is one transaction."""

    def to_send(self) -> tuple[Content, ...]: ...
    def part(self, one: Content, n: int) -> bytes: ...
    def sent(self, one: Content, state: messages.FileState, tally: Tally) -> None: ...
    def to_fetch(self) -> tuple[Content, ...]: ...
    def missing(self, one: Content) -> tuple[int, ...]: ...
    def take(self, one: Content, part: messages.FilePart) -> bool: ...
    def complete(self, one: Content, tally: Tally) -> None: ...


def send(shelf: Shelf, tally: Tally) -> asks.Step[None]:
    for one in shelf.to_send():
        try:
            yield from _send(shelf, one, tally)
        except asks.Refused as refused:
            if not _only_this_one(refused):
                raise


def _send(shelf: Shelf, one: Content, tally: Tally) -> asks.Step[None]:
    cand, count = str(one.participant), case_file.parts(one.size)
    state = yield from asks.ask(asks.FileAsk(cand, one.digest), messages.FileState)
    wanted = [n for n in range(count) if n not in set(state.have)]
    if not (state.whole or state.held):
        for n in wanted or [count - 1]:  # all there and not yet read: the last one again has it read now
            body = messages.FilePart(one.size, n, shelf.part(one, n))
            state = yield from asks.ask(asks.FileSend(cand, one.digest, body), messages.FileState)
    shelf.sent(one, state, tally)


def fetch(shelf: Shelf, tally: Tally) -> asks.Step[None]:
    for one in shelf.to_fetch():
        try:
            yield from _fetch(shelf, one, tally)
        except asks.Refused as refused:
            if not _only_this_one(refused):
                raise


def _fetch(shelf: Shelf, one: Content, tally: Tally) -> asks.Step[None]:
    for n in shelf.missing(one):
        part = yield from asks.ask(asks.FileFetch(str(one.participant), one.digest, n), messages.FilePart)
        if part.n != n or not shelf.take(one, part):
            return
    shelf.complete(one, tally)


def _only_this_one(refused: asks.Refused) -> bool:
    """Not there yet, no longer ours, too much, or not what it says it is: the others may come all the same."""
    return refused.problem.status in (404, 409, 413, 422, 507)


class VaultShelf:
    """`Shelf` on a vault."""

    def __init__(self, vault: Store) -> None:
        self._vault = vault

    def to_send(self) -> tuple[Content, ...]:
        with self._vault.begin() as tx:
            files.drop_removed(tx)
            return files.to_send(tx)

    def part(self, one: Content, n: int) -> bytes:
        with self._vault.read() as tx:
            return files.part(tx, one.participant, one.digest, n)

    def sent(self, one: Content, state: messages.FileState, tally: Tally) -> None:
        if not (state.whole or state.held):
            return
        with self._vault.begin() as tx:
            files.mark(tx, one.participant, one.digest, there=state.whole, held=state.held)
        tally.files_sent += state.whole
        tally.topics |= {Topic.JOURNAL, Topic.OUTBOX, Topic.SYNC}

    def to_fetch(self) -> tuple[Content, ...]:
        with self._vault.read() as tx:
            return files.to_fetch(tx)

    def missing(self, one: Content) -> tuple[int, ...]:
        with self._vault.read() as tx:
            return files.missing(tx, one.participant, one.digest, one.size)

    def take(self, one: Content, part: messages.FilePart) -> bool:
        """Whether the part has the length it must have; its bytes are judged with the whole."""
        if len(part.data) != case_file.length(one.size, part.n):
            return False
        with self._vault.begin() as tx:
            files.begin(tx, one.participant, one.digest, one.size)
            files.put_part(tx, one.participant, one.digest, part.n, part.data)
        return True

    def complete(self, one: Content, tally: Tally) -> None:
        """All parts are here: is it the file that was put to the case, and may it be shown?"""
        with self._vault.read() as tx:
            whole = files.whole(tx, one.participant, one.digest)
        right = hashlib.sha256(whole).hexdigest() == one.digest
        fine = right and readable(whole)  # the guard takes its time, so it reads before the transaction
        with self._vault.begin() as tx:
            if not fine:
                files.drop_parts(tx, one.participant, one.digest)
            if right:
                files.mark(tx, one.participant, one.digest, here=fine, there=True, held=not fine)
        tally.files_received += fine
        tally.topics |= {Topic.JOURNAL}


def readable(data: bytes, name: str = "") -> bool:
    """Whether this computer's guard lets a colleague's file be kept here; what the colleague chose to keep stays."""
    found = documents.of(data, name)
    if isinstance(found, documents.Unreadable):
        return False
    return isinstance(guard.clear(found.text, kept=_ALL_KEPT), guard.ClearedText)
