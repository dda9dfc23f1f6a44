"""Find participants, employers, notes and employer contacts by what is written in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.employer import Employer
from app.domain.journal import BODY_TEXTS, Note, NoteKind
from app.domain.participant import Participant, Phase
from app.store import caseload, employers, journal, outbox, people, search

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

ROOM: Final = 110
_BEFORE: Final = 40
_NAMED_TRIED: Final = 60
_UNSENT_TRIED: Final = 4_000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text; `hit`: it is what was looked for."""

    text: str
    hit: bool


Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ParticipantHit:
    id: UUID
    name: Parts
    phase: Phase
    snippet: Parts


@dataclass(frozen=True, slots=True)
class EmployerHit:
    id: UUID
    name: Parts
    snippet: Parts


@dataclass(frozen=True, slots=True)
class NoteHit:
    id: UUID
    participant: UUID
    participant_name: str
    at: datetime
    kind: NoteKind
    title: Parts
    snippet: Parts


@dataclass(frozen=True, slots=True)
class ContactHit:
    id: UUID
    employer: UUID
    employer_name: str
    at: datetime
    snippet: Parts


@dataclass(frozen=True, slots=True)
class Found:
    """Each group the best first: names that begin so, then the newest. `more`: a group that was cut off."""

    text: str
    participants: tuple[ParticipantHit, ...] = ()
    employers: tuple[EmployerHit, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    contacts: tuple[ContactHit, ...] = ()
    more: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        return not (self.participants or self.employers or self.notes or self.contacts)


def find(
    vault: Vault,
    text: str,
    *,
    limit_per_group: int = 8,
    since: datetime | None = None,
    unsent: bool = False,
    today: date | None = None,
) -> Found:
    """All that holds every word of `text`, the last of them as a beginning. Any text is safe to ask for.

    `since`: only what happened then or later; `unsent`: only what lies on this computer alone. Either leaves people
    and places out, which have no day. Without a word the newest of what is left.

    A team leader finds colleagues' candidates by name and case number alone, and nothing of what is written about
    them: that is read in the case, with a reason. `today`: the day for which a leader's own deputising counts.
    """
    if not search.words(text):
        return (
            recent(vault, limit=limit_per_group, since=since, unsent=unsent, today=today)
            if since or unsent
            else Found(text)
        )
    n, undated = limit_per_group, since is None and not unsent
    with vault.read() as tx:
        open_ = _open_to_me(tx, today)
        persons = _participants(tx, text, n + 1, open_) if undated else ()
        firms = _employers(tx, text, n + 1) if undated else ()
        notes = _notes(tx, text, _matching(tx, text, search.NOTE, n + 1, since, unsent, open_))
        contacts = _contacts(tx, text, _matching(tx, text, search.CONTACT, n + 1, since, unsent))
    groups = {"participants": persons, "employers": firms, "notes": notes, "contacts": contacts}
    more = frozenset(name for name, hits in groups.items() if len(hits) > n)
    return Found(text, persons[:n], firms[:n], notes[:n], contacts[:n], more)


def recent(
    vault: Vault,
    *,
    limit: int,
    since: datetime | None = None,
    unsent: bool = False,
    today: date | None = None,
) -> Found:
    """The newest notes and contacts, whatever they say; a leader's own cases only, as in `find`."""
    with vault.read() as tx:
        open_ = _open_to_me(tx, today)
        notes = _notes(tx, "", _matching(tx, "", search.NOTE, limit, since, unsent, open_))
        contacts = _contacts(tx, "", _matching(tx, "", search.CONTACT, limit, since, unsent))
    return Found("", notes=notes, contacts=contacts)


def _matching(
    tx: Tx,
    text: str,
    kind: str,
    limit: int,
    since: datetime | None,
    unsent: bool,  # noqa: FBT001
    within: frozenset[UUID] | None = None,
) -> list[UUID]:
    """What waits to be sent is little and new, so it is picked out of the newest."""
    wide = _UNSENT_TRIED if unsent else limit
    if text:
        found = search.match(tx, text, kind, limit=wide, since=since, within=within)
    else:
        found = search.newest(tx, kind, limit=wide, since=since, within=within)
    here = outbox.waiting_records(tx) if unsent else None
    return [m.id for m in found if here is None or m.id in here][:limit]


def parts(text: str, asked: str) -> Parts:
    """The whole text, what was asked for marked."""
    return _cut(text, _hits(text, asked), 0, len(text))


def snippet(text: str, asked: str) -> Parts:
    """One line of the text around the first word that was asked for; its beginning when there is none."""
    line = " ".join(text.split())
    hits = _hits(line, asked)
    first = hits[0][0] if hits else 0
    start = 0 if first <= _BEFORE else line.rfind(" ", 0, first - _BEFORE // 2) + 1
    end = len(line) if len(line) <= start + ROOM else max(line.rfind(" ", start, start + ROOM), start + 1)
    shown = _cut(line, hits, start, end)
    before = (Part("… ", hit=False),) if start else ()
    after = (Part(" …", hit=False),) if end < len(line) else ()
    return before + shown + after


def _hits(text: str, asked: str) -> list[tuple[int, int]]:
    """Where words of the text are what was asked for, the last word asked for as a beginning."""
    typed = search.words(asked)
    if not typed:
        return []
    whole = {spelling for word in typed[:-1] for spelling in (word, search.fold(word))}
    begin = tuple({typed[-1], search.fold(typed[-1])})
    return [
        (found.start(), found.end())
        for found in search.WORD.finditer(text)
        if (word := found.group().lower()) in whole
        or word.startswith(begin)
        or ((folded := search.fold(word)) != word and (folded in whole or folded.startswith(begin)))
    ]


def _cut(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Parts:
    pieces: list[Part] = []
    at = start
    for a, b in hits:
        if start <= a and b <= end:
            pieces += [Part(text[at:a], hit=False), Part(text[a:b], hit=True)]
            at = b
    pieces.append(Part(text[at:end], hit=False))
    return tuple(piece for piece in pieces if piece.text)


def _open_to_me(tx: Tx, today: date | None) -> frozenset[UUID] | None:
    """The cases a leader reads without a reason; None for everybody else, who holds none but their own."""
    me = people.me(tx)
    if not me.leads:
        return None
    return frozenset(one.id for one in caseload.followed(tx, me.person, me.signs, today or date.max))


def _participants(tx: Tx, text: str, limit: int, open_: frozenset[UUID] | None) -> tuple[ParticipantHit, ...]:
    matches = search.match(tx, text, search.PARTICIPANT, limit=_NAMED_TRIED)
    found = [
        one
        for one in caseload.get_many(tx, (m.id for m in matches))
        if open_ is None or one.id in open_ or _hits(f"{one.name} {one.case_no}", text)
    ]
    best = sorted(found, key=_by_name(text))[:limit]
    return tuple(_participant_hit(one, text, is_open=open_ is None or one.id in open_) for one in best)


def _participant_hit(one: Participant, text: str, *, is_open: bool) -> ParticipantHit:
    wishes = (one.wish_area, one.wish_hours, one.wish_transport) if is_open else ()
    said = " · ".join(filter(None, (one.case_no, *wishes)))
    return ParticipantHit(one.id, parts(one.name, text), one.phase, snippet(said, text))


def _employers(tx: Tx, text: str, limit: int) -> tuple[EmployerHit, ...]:
    found = employers.get_many(
        tx, (m.id for m in search.match(tx, text, search.EMPLOYER, limit=_NAMED_TRIED))
    )
    best = sorted(found, key=_by_name(text))[:limit]
    return tuple(_employer_hit(one, text) for one in best)


def _employer_hit(one: Employer, text: str) -> EmployerHit:
    said = " · ".join(filter(None, (one.branch, one.city, one.address, one.contact_person)))
    return EmployerHit(one.id, parts(one.name, text), snippet(said, text))


def _notes(tx: Tx, text: str, ids: Sequence[UUID]) -> tuple[NoteHit, ...]:
    if not ids:
        return ()
    found = journal.get_many(tx, ids)
    names = caseload.names(tx, {note.participant for note in found.values()})
    return tuple(_note_hit(found[id], names, text) for id in ids if id in found)


def _note_hit(note: Note, names: dict[UUID, str], text: str) -> NoteHit:
    bodies = [body for name in BODY_TEXTS if (body := getattr(note, name))]
    best = next((body for body in bodies if _hits(body, text)), bodies[0] if bodies else "")
    return NoteHit(
        id=note.id,
        participant=note.participant,
        participant_name=names.get(note.participant, ""),
        at=note.happened_at,
        kind=note.kind,
        title=parts(note.title, text),
        snippet=snippet(best, text),
    )


def _contacts(tx: Tx, text: str, ids: Sequence[UUID]) -> tuple[ContactHit, ...]:
    if not ids:
        return ()
    found = {one.id: one for one in employers.contacts_by_id(tx, ids)}
    names = employers.names(tx, {one.employer for one in found.values()})
    return tuple(
        ContactHit(
            id=id,
            employer=found[id].employer,
            employer_name=names.get(found[id].employer, ""),
            at=found[id].at,
            snippet=snippet(
                " · ".join(filter(None, (found[id].spoke_with, found[id].about, found[id].next_step))), text
            ),
        )
        for id in ids
        if id in found
    )


def _by_name(text: str) -> Callable[[Participant | Employer], tuple[bool, str]]:
    """Names that hold what was asked for come before those found by other words."""
    return lambda one: (not _hits(one.name, text), one.name.casefold())
