"""The full-text index inside the encrypted file.

A document's row number tells its kind and its minute, so the newest hits of one kind come first without sorting:
`kind << 40 | minutes since 2000 << 8 | counter`. Words are kept as they are written (å is not a) and once more
folded where that differs: aa→å, ae→æ, oe→ø, other accents off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from app.domain.journal import Note
from app.store.tables import Moment, search_doc

PARTICIPANT, EMPLOYER, NOTE, CONTACT = "participant", "employer", "note", "employer_contact"
_NUMBERS: Final = {PARTICIPANT: 1, EMPLOYER: 2, NOTE: 3, CONTACT: 4}
_KIND_BITS, _MINUTE_BITS = 40, 8
_LAST_MINUTE: Final = (1 << (_KIND_BITS - _MINUTE_BITS)) - 1
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
# Letters to Python and not to the index's tokenizer; a word that falls apart there would be two in a row, which it cannot look for.
_NO_LETTERS: Final = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
WORD: Final = re.compile(rf"[^\W_{_NO_LETTERS}]+")
_PAIRS: Final = (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("ä", "æ"), ("ö", "ø"))
_MAX_WORDS: Final = 12
_BARE: Final = {
    code: parts[0]
    for code in range(0xC0, 0x250)
    if (parts := unicodedata.normalize("NFD", chr(code))) != chr(code) and chr(code) not in "åÅ"
}
# Where a word, written small, is folded to another.
_LETTERS: Final = re.compile("[" + "".join(chr(code) for code in _BARE) + "]")
_TURNS: Final = ("aa", "ae", "oe")


@dataclass(frozen=True, slots=True)
class Match:
    id: UUID
    participant: UUID | None
    at: datetime | None


def index_notes(tx: sa.Connection, notes: Iterable[Note]) -> None:
    """Make notes findable; the versions they correct are no longer."""
    last: dict[int, int | None] = {}
    found: dict[UUID, _Doc] = {}
    notes = list(notes)
    here = sa.and_(search_doc.c.kind == NOTE, search_doc.c.id.in_([note.id for note in notes]))
    for n in tx.execute(sa.select(search_doc.c.n).where(here)).scalars().all():
        _take_out(tx, n)
    for note in notes:
        if note.corrects is not None and found.pop(note.corrects, None) is None:
            remove(tx, NOTE, note.corrects)
        n = _free_number(tx, NOTE, note.happened_at, last)
        found[note.id] = _Doc(n, NOTE, note.id, note.participant, note.happened_at, note.title, note.text)
    _add(tx, list(found.values()))


def index_record(tx: sa.Connection, kind: str, id: UUID, row: Mapping[str, Any]) -> None:
    """Make a record findable by what its row says now; kinds nobody searches for are passed over."""
    match kind:
        case "participant":
            body = _joined(row, "case_no", "phone", "wish_area", "wish_hours", "wish_transport")
            _put(tx, kind, id, id, None, head=row["name"], body=body)
        case "employer":
            body = _joined(row, "branch", "address", "city", "contact_person", "phone", "cvr")
            _put(tx, kind, id, None, None, head=row["name"], body=body)
        case "employer_contact":
            body = _joined(row, "spoke_with", "about", "next_step")
            _put(tx, kind, id, None, row["at"], head="", body=body)
        case _:
            pass


def remove(tx: sa.Connection, kind: str, id: UUID) -> None:
    n = _number_of(tx, kind, id)
    if n is not None:
        _take_out(tx, n)


def index_words(
    tx: sa.Connection, note: UUID, participant: UUID, at: datetime, *, head: str, body: str
) -> None:
    """Make a note findable again by the words that are left of it."""
    _put(tx, NOTE, note, participant, at, head=head, body=body)


def merge(tx: sa.Connection) -> None:
    """Merge the index, so that words taken out of it are gone from its pages too."""
    tx.exec_driver_sql("INSERT INTO search (search) VALUES ('optimize')")


def remove_participant(tx: sa.Connection, participant: UUID) -> None:
    """Forget a participant's documents, and merge the index so that their words are gone from its pages too."""
    numbers = tx.execute(sa.select(search_doc.c.n).where(search_doc.c.participant == participant)).scalars()
    for n in numbers.all():
        _take_out(tx, n)
    merge(tx)


_SELECT = (
    "SELECT d.id AS id, d.participant AS participant, d.at AS at FROM search AS s "
    "CROSS JOIN search_doc AS d ON d.n = s.rowid "
    "WHERE s.search MATCH :query AND s.rowid BETWEEN :low AND :high{} ORDER BY s.rowid DESC LIMIT :limit"
)
_FOUND: dict[str, sa.types.TypeEngine[Any]] = {"id": sa.Uuid(), "participant": sa.Uuid(), "at": Moment()}
_MATCH = sa.text(_SELECT.format("")).columns(**_FOUND)
_MATCH_WITHIN = (
    sa.text(_SELECT.format(" AND d.participant IN :within"))
    .bindparams(sa.bindparam("within", expanding=True))
    .columns(**_FOUND)
)


def match(
    tx: sa.Connection,
    text: str,
    kind: str,
    *,
    limit: int,
    since: datetime | None = None,
    within: Collection[UUID] | None = None,
) -> tuple[Match, ...]:
    """Documents of one kind that hold every word of `text`, its last as a beginning; the newest first.

    `since`: none that happened before. `within`: of these participants' cases only.
    """
    query = to_query(text)
    if not query or (within is not None and not within):
        return ()
    first = _NUMBERS[kind] << _KIND_BITS
    low = first + (_minute(since) << _MINUTE_BITS)
    asked: dict[str, Any] = {
        "query": query, "low": low, "high": first + (1 << _KIND_BITS) - 1, "limit": limit,
    }  # fmt: skip
    if within is None:
        rows = tx.execute(_MATCH, asked)
    else:
        rows = tx.execute(_MATCH_WITHIN, asked | {"within": [one.hex for one in within]})
    return tuple(Match(row.id, row.participant, row.at) for row in rows)


def newest(
    tx: sa.Connection,
    kind: str,
    *,
    limit: int,
    since: datetime | None = None,
    within: Collection[UUID] | None = None,
) -> tuple[Match, ...]:
    """Documents of one kind whatever they say; the newest first. `within`: of these participants' cases only."""
    first, there = _NUMBERS[kind] << _KIND_BITS, search_doc.c
    low = first + (_minute(since) << _MINUTE_BITS)
    query = sa.select(there.id, there.participant, there.at).where(
        there.n.between(low, first + (1 << _KIND_BITS) - 1)
    )
    if within is not None:
        query = query.where(there.participant.in_(list(within)))
    rows = tx.execute(query.order_by(there.n.desc()).limit(limit))
    return tuple(Match(row.id, row.participant, row.at) for row in rows)


def words(text: str) -> tuple[str, ...]:
    """The words a person typed into the search field, as they are compared."""
    return tuple(_plain(word) for word in WORD.findall(unicodedata.normalize("NFC", text)))[:_MAX_WORDS]


def to_query(text: str) -> str:
    """What is typed, in FTS5's language; whatever it holds, it cannot be an operator. Empty without a word."""
    typed = words(text)
    terms = []
    for place, word in enumerate(typed, 1):
        star = "*" if place == len(typed) else ""
        spellings = dict.fromkeys((word, fold(word)))
        terms.append("(" + " OR ".join(f'"{one}"{star}' for one in spellings) + ")")
    return " AND ".join(terms)


def fold(word: str) -> str:
    """One spelling for aa and å, ae and æ, oe and ø; other accents off."""
    word = _plain(word)
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    return word if word.isascii() else word.translate(_BARE)


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word).lower()


def _folded(text: str) -> str:
    """The folded words that are spelt otherwise in the text, each once. A note has hundreds of words, of which few are."""
    plain, end = _plain(text), 0
    found: dict[str, None] = {}
    for turn in _turns(plain):
        if turn < end:
            continue  # in the word that was looked at last
        start = end = turn
        while start and plain[start - 1].isalnum():
            start -= 1
        while end < len(plain) and plain[end].isalnum():
            end += 1
        word = plain[start:end]
        if (folded := fold(word)) != word:
            found[folded] = None
    return " ".join(found)


def _turns(plain: str) -> list[int]:
    """Where a word may be folded to another, in their order; to look for each pair by itself is several times as fast."""
    found = [letter.start() for letter in _LETTERS.finditer(plain)]
    for pair in _TURNS:
        at = plain.find(pair)
        while at >= 0:
            found.append(at)
            at = plain.find(pair, at + 1)
    return sorted(found)


def _joined(row: Mapping[str, Any], *names: str) -> str:
    return "\n".join(str(row[name]) for name in names if row[name])


@dataclass(frozen=True, slots=True)
class _Doc:
    n: int
    kind: str
    id: UUID
    participant: UUID | None
    at: datetime | None
    head: str
    body: str


_DOC: Final = ("n", "kind", "id", "participant", "at")
_ADD_DOC = sa.insert(search_doc)
_NUMBER = sa.select(search_doc.c.n).where(
    search_doc.c.kind == sa.bindparam("kind"), search_doc.c.id == sa.bindparam("id")
)
_HIGHEST = sa.select(sa.func.max(search_doc.c.n)).where(
    search_doc.c.n >= sa.bindparam("low"), search_doc.c.n < sa.bindparam("top")
)


def _put(
    tx: sa.Connection,
    kind: str,
    id: UUID,
    participant: UUID | None,
    at: datetime | None,
    *,
    head: str,
    body: str,
) -> None:
    remove(tx, kind, id)
    _add(tx, [_Doc(_free_number(tx, kind, at, {}), kind, id, participant, at, head, body)])


def _add(tx: sa.Connection, docs: Sequence[_Doc]) -> None:
    if not docs:
        return
    tx.execute(_ADD_DOC, [{name: getattr(doc, name) for name in _DOC} for doc in docs])
    tx.exec_driver_sql(
        "INSERT INTO search (rowid, head, body, folded) VALUES (?, ?, ?, ?)", [_words(doc) for doc in docs]
    )


def _words(doc: _Doc) -> tuple[int, str, str, str]:
    head, body = unicodedata.normalize("NFC", doc.head), unicodedata.normalize("NFC", doc.body)
    return doc.n, head, body, _folded(f"{head}\n{body}")


def _take_out(tx: sa.Connection, n: int) -> None:
    tx.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (n,))
    tx.execute(sa.delete(search_doc).where(search_doc.c.n == n))


def _number_of(tx: sa.Connection, kind: str, id: UUID) -> int | None:
    return tx.execute(_NUMBER, {"kind": kind, "id": id}).scalar_one_or_none()


def _minute(at: datetime | None) -> int:
    """Minutes since 2000, as far as they fit."""
    minute = int((at - _EPOCH).total_seconds() // 60) if at else 0
    return min(max(minute, 0), _LAST_MINUTE - 1)


def _free_number(tx: sa.Connection, kind: str, at: datetime | None, last: dict[int, int | None]) -> int:
    """The first number free from the document's minute on; a minute that is full runs over into the next.

    `last`: the highest taken from some beginnings on, as far as it is known; the number found is noted in it."""
    low = _NUMBERS[kind] << _KIND_BITS | _minute(at) << _MINUTE_BITS
    end = (_NUMBERS[kind] + 1) << _KIND_BITS
    step = 1 << _MINUTE_BITS if at else end - low
    while True:
        if low not in last:
            last[low] = tx.execute(_HIGHEST, {"low": low, "top": low + step}).scalar_one_or_none()
        taken = last[low]
        if taken is None or taken + 1 < low + step:
            last[low] = low if taken is None else taken + 1
            return low if taken is None else taken + 1
        low += step
