"""Use case: is the journal as it was left, what is missing, and what the rescue journal gave back."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app import guard
from app.domain import journal as words
from app.domain.records import NOTE_TEXTS, TYPES, FieldType
from app.errors import DiskFailing, DiskFull
from app.protocol import operation
from app.store import Tx, caseload, journal, keeping, outbox, records

if TYPE_CHECKING:
    from app.vault.loss import Loss
    from app.vault.vault import Vault

log = logging.getLogger(__name__)

_ALL_KEPT = frozenset(guard.CATEGORIES)
_NOTES = frozenset({operation.Kind.APPEND.value, operation.Kind.CORRECT.value})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that is not as this program left it. `what`: its table. `how`: `changed`, `missing` or `added`."""

    what: str
    participant: str
    how: str


@dataclass(frozen=True, slots=True)
class Account:
    """What a person is told before the journal is shown.

    `behind`: commits the file lacks. `other`: the file went another way than the last time. `restored`: changes put
    back from the rescue journal, `lost`: changes it could not put back. `file_until`, `until`: the time of the newest
    commit in the file, and of the newest there ever was. `damaged`: a page among the newest cannot be read.
    `pages`: the numbers of damaged pages anywhere in the file, as far as they are known.
    `fallen`: commits the jobcenter's server knew of at the last meeting, and the file did not.
    """

    behind: int
    other: bool
    restored: int
    lost: int
    file_until: datetime | None
    until: datetime | None
    doubts: tuple[Doubt, ...]
    broken: bool
    damaged: bool
    fallen: int = 0
    pages: tuple[int, ...] = ()


def account(vault: Vault) -> Account | None:
    """None when everything is as it was left."""
    loss = vault.loss
    with vault.read() as tx:
        fallen = keeping.fallen(tx)
    if loss is None:
        return _by_server(fallen) if fallen else None
    return Account(
        behind=loss.behind, other=loss.other, restored=loss.restored, lost=loss.unsent - loss.restored,
        file_until=_moment(loss.file_at), until=_moment(loss.anchor_at), doubts=_doubts(vault, loss),
        broken=loss.tail is not None and loss.tail.broken is not None, damaged=loss.tail is None or bool(loss.pages),
        fallen=fallen, pages=loss.pages,
    )  # fmt: skip


def accept(vault: Vault) -> None:
    """A person has read the account; what is here now is what the next unlock expects."""
    with vault.begin() as tx:
        keeping.told(tx, excuse=vault.loss is not None and bool(vault.loss.behind or vault.loss.other))
    vault.seen()


def _by_server(fallen: int) -> Account:
    return Account(
        behind=0, other=False, restored=0, lost=0, file_until=None, until=None, doubts=(), broken=False, damaged=False,
        fallen=fallen,
    )  # fmt: skip


def note_repair(vault: Vault) -> None:
    """That a copy of the key file was put right stands in the chain; a full disk keeps nobody out for it."""
    try:
        with vault.begin():
            vault.tell("key file copy put right")
    except (DiskFull, DiskFailing) as error:
        log.warning("not noted down at unlock: %s", type(error).__name__)


def was_repaired(vault: Vault) -> bool:
    """Whether a damaged copy of the key file was put right when the journal was opened."""
    return vault.repaired


@dataclass(frozen=True, slots=True)
class InPassing:
    """What happened at unlock and took nothing. `finished`: new keys, a restore or a change of schema that was cut off."""

    repaired: bool
    finished: bool


def in_passing(vault: Vault) -> InPassing:
    return InPassing(was_repaired(vault), vault.finished)


def rescue(vault: Vault) -> int:
    """Put back what the file lost and the rescue journal has, in the order it was written. Returns how many."""
    loss = vault.loss
    if loss is None or not loss.unsent:
        return 0
    with vault.begin() as tx:
        found = vault.unsent_beyond(outbox.last(tx)[0])
        count = sum(_put_back(tx, asdict(one)) for one in found)
        vault.tell(f"rescued {count}")
    vault.put_back(count)
    log.warning("%d change(s) put back from the rescue journal", count)
    return count


def refill(tx: Tx, saved: list[dict[str, Any]]) -> int:
    """After a salvage: what is queued, here or in `saved`, is in its table again, in the order it was written.

    Returns how many operations and notes are back.
    """
    back, renewed = 0, set[str]()
    for row in sorted([*outbox.only_here(tx), *saved], key=lambda row: int(row["q"])):
        fields = operation.read(row["p"])
        body, queued = fields["body"], outbox.put_back(tx, row)
        shown = False
        if fields["k"] in _NOTES:
            shown = _note(tx, body)
        elif body["type"] in TYPES and (queued or body["rec"] in renewed or not _is_shown(tx, body)):
            _record(tx, body)
            renewed.add(body["rec"])
            shown = True
        back += queued or shown
    return back


def _is_shown(tx: Tx, body: dict[str, Any]) -> bool:
    return records.current(tx, TYPES[body["type"]], UUID(body["rec"])) is not None


def _put_back(tx: Tx, row: dict[str, Any]) -> bool:
    fields = operation.read(row["p"])
    if not outbox.put_back(tx, row):
        return False
    if fields["k"] in _NOTES:
        _note(tx, fields["body"])
    elif fields["body"]["type"] in TYPES:
        _record(tx, fields["body"])
    return True


def _note(tx: Tx, body: dict[str, Any]) -> bool:
    """False when it is here."""
    note = words.from_body(body)
    if journal.get(tx, note.id) is not None:
        return False
    texts = {name: _cleared(getattr(note, name), words.source_of(name, note.source)) for name in NOTE_TEXTS}
    kept = {name: text.text for name, text in texts.items()}
    journal.insert(tx, words.from_body(body | kept), texts=texts)
    return True


def _record(tx: Tx, body: dict[str, Any]) -> None:
    kind = TYPES[body["type"]]
    fields = {
        name: _cleared(value).text if kind.fields[name] is FieldType.TEXT and value else value
        for name, value in body["set"].items()
        if name in kind.fields
    }
    records.lay(tx, kind, UUID(body["rec"]), fields)


def _cleared(text: str, source: guard.Source = guard.Source.OBSERVED) -> guard.ClearedText:
    """It passed the guard when it was written; a newer guard may know better, and then the rest is kept."""
    answer = guard.clear(text, kept=_ALL_KEPT, source=source)
    return answer if isinstance(answer, guard.ClearedText) else guard.redact(text, source)


def _doubts(vault: Vault, loss: Loss) -> tuple[Doubt, ...]:
    if loss.tail is None or not loss.tail.suspects:
        return ()
    with vault.read() as tx:
        names = caseload.names(tx)
        return tuple(
            Doubt(one.table, _whose(tx, one.table, one.key, names), one.how) for one in loss.tail.suspects
        )


def _whose(tx: Tx, table: str, key: str, names: dict[UUID, str]) -> str:
    """The participant a doubtful row is about, where that can be told."""
    try:
        id = UUID(key.strip('"'))
    except ValueError:
        return ""
    if table == "note":
        note = journal.get(tx, id)
        return "" if note is None else names.get(note.participant, "")
    return names.get(id, "")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
