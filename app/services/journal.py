"""Write, correct and read notes; keep the unfinished ones without what the guard would refuse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.consent import ConsentKind
from app.domain.journal import (
    BODY_TEXTS,
    MINUTES_MAX,
    TEXT_MAX,
    TITLE_MAX,
    TITLE_MIN,
    Draft,
    Note,
    NoteKind,
    Place,
    SourceOf,
    TimelineEntry,
    days_late,
    source_of,
)
from app.domain.records import NOTE_TEXTS
from app.services import agenda, consents, rereading
from app.services.door import Held, Invalid, clear_all, tidy
from app.store import access, caseload, journal, keeping, people, records
from app.store import timeline as course

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CLOCK_SLACK: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class NoteFields:
    """What the note window holds."""

    participant: UUID | None
    kind: NoteKind = NoteKind.MEETING
    title: str = ""
    happened_at: datetime | None = None
    minutes: int | None = None
    place: Place | None = None
    source: SourceOf = SourceOf.OBSERVED
    facts: str = ""
    own_view: str = ""
    assessment: str = ""
    agreements: str = ""

    @property
    def texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in NOTE_TEXTS}

    def __repr__(self) -> str:
        return f"NoteFields({self.kind})"


@dataclass(frozen=True, slots=True)
class Saved:
    note: Note
    changes: Changes = frozenset({Topic.JOURNAL, Topic.CASELOAD, Topic.DRAFTS, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class DraftSaved:
    """`held`: how many spans the guard would stop; `cut`: some were, and are not on disk."""

    id: UUID
    held: int
    cut: bool
    changes: Changes = frozenset({Topic.DRAFTS})


@dataclass(frozen=True, slots=True)
class Redacted:
    """A draft without what the guard refuses; `cut`: it had some of it."""

    draft: Draft
    texts: Mapping[str, guard.ClearedText]
    cut: bool


@dataclass(frozen=True, slots=True)
class Discarded:
    changes: Changes = frozenset({Topic.DRAFTS})


def write_note(
    vault: Vault,
    *,
    note: NoteFields,
    now: datetime,
    kept: frozenset[str] = frozenset(),
    draft: UUID | None = None,
) -> Saved | Held | Invalid:
    """Enter the note in the journal and drop its draft, or say what is in the way. `kept`: categories that stay."""
    return _enter(vault, note, kept=kept, draft=draft, corrects=None, now=now)


def correct(
    vault: Vault,
    id: UUID,
    *,
    note: NoteFields,
    now: datetime,
    kept: frozenset[str] = frozenset(),
    draft: UUID | None = None,
) -> Saved | Held | Invalid:
    """Enter a new note that takes the place of note `id`, which stays as it was written."""
    return _enter(vault, note, kept=kept, draft=draft, corrects=id, now=now)


def check(note: NoteFields, *, now: datetime) -> Invalid | None:
    """What, apart from the guard, keeps the note out of the journal."""
    title = _one_line(note.title)
    found = {
        ("participant", "missing"): note.participant is None,
        ("title", "missing"): not title,
        ("title", "short"): len(title) < TITLE_MIN,
        ("title", "long"): len(title) > TITLE_MAX,
        ("happened_at", "missing"): note.happened_at is None,
        ("happened_at", "future"): note.happened_at is not None and note.happened_at > now + CLOCK_SLACK,
        ("minutes", "range"): note.minutes is not None and not 0 <= note.minutes <= MINUTES_MAX,
        ("facts", "missing"): not any(getattr(note, name).strip() for name in BODY_TEXTS),
    }
    wrong = next((key for key, is_wrong in found.items() if is_wrong), None)
    if wrong is None:
        too_long = next((name for name in BODY_TEXTS if len(getattr(note, name)) > TEXT_MAX), None)
        wrong = (too_long, "long") if too_long else None
    return Invalid(*wrong) if wrong else None


def suggest_title(kind_name: str, *, employer: str = "", text: str = "") -> str:
    """A title from the kind's name on screen and the employer, or the note's first words."""
    tail = employer.strip() or _first_words(text, TITLE_MAX - len(kind_name) - len(_JOINT))
    title = f"{kind_name}{_JOINT}{tail}" if tail else kind_name
    return title[:TITLE_MAX].rstrip()


def timeline(vault: Vault, participant: UUID, *, now: datetime) -> tuple[TimelineEntry, ...]:
    """All that happened with a participant, newest first; a corrected note stands as its newest version."""
    with vault.begin() as tx:
        access.log(tx, participant, access.Action.TIMELINE, now=now)
        found = course.of_participant(tx, participant)
    return tuple(replace(one, late=late) if (late := _late(one, now)) else one for one in found)


def _late(one: TimelineEntry, now: datetime) -> int:
    return 0 if one.written_at is None else late_by(one.at, one.written_at, now)


def late_by(happened: datetime, written: datetime, now: datetime) -> int:
    """How many days after the event a note was written, where that was late; days are those of `now`'s place."""
    days = (at.astimezone(now.tzinfo).date() for at in (happened, written))
    return days_late(*days, is_off=lambda day: bool(agenda.holiday(day)))


def open_note(vault: Vault, id: UUID, *, now: datetime) -> Note | None:
    with vault.begin() as tx:
        found = journal.get(tx, id)
        if found is not None:
            access.log(tx, found.participant, access.Action.NOTE, now=now)
        return found


def save_draft(
    vault: Vault, *, note: NoteFields, now: datetime, id: UUID | None = None, corrects: UUID | None = None
) -> DraftSaved:
    """Keep an unfinished note; what the guard refuses is cut out before it reaches the disk."""
    made = redacted(note, id=id or records.new_id(), corrects=corrects, now=now)
    with vault.begin() as tx:
        journal.save_draft(tx, made.draft, texts=made.texts)
    return DraftSaved(made.draft.id, made.draft.held, cut=made.cut)


def redacted(note: NoteFields, *, id: UUID, corrects: UUID | None, now: datetime) -> Redacted:
    """The draft of a note as it may reach a disk."""
    sources = {name: source_of(name, note.source) for name in NOTE_TEXTS}
    shown = {name: tidy(text) for name, text in note.texts.items()}
    held = sum(
        finding.level is guard.Level.REFUSE
        for name, text in shown.items()
        for finding in guard.review(text, sources[name])
    )
    texts = {name: guard.redact(text, sources[name]) for name, text in shown.items()}
    made = _draft(note, texts, id=id, corrects=corrects, held=held, now=now)
    return Redacted(made, texts, cut=any(texts[n].text != shown[n] for n in shown))


def drafts(vault: Vault) -> tuple[Draft, ...]:
    with vault.read() as tx:
        return journal.drafts(tx)


def open_draft(vault: Vault, id: UUID, *, now: datetime) -> Draft | None:
    with vault.begin() as tx:
        found = journal.get_draft(tx, id)
        if found is not None and found.participant is not None:
            access.log(tx, found.participant, access.Action.DRAFT, now=now)
        return found


def discard_draft(vault: Vault, id: UUID) -> Discarded:
    with vault.begin() as tx:
        gone = journal.discard_draft(tx, id)
    return Discarded() if gone else Discarded(frozenset())


_JOINT: Final = " · "
_NEXT_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»])")  # not after the dot of "kl. 9"


def _enter(
    vault: Vault,
    note: NoteFields,
    *,
    kept: frozenset[str],
    draft: UUID | None,
    corrects: UUID | None,
    now: datetime,
) -> Saved | Held | Invalid:
    with vault.read() as tx:
        late, behind = keeping.believed(tx, now)
    if problem := check(note, now=late):
        return problem
    sources = {name: source_of(name, note.source) for name in NOTE_TEXTS}
    texts = clear_all(
        note.texts | {"title": _one_line(note.title, stripped=False)}, kept=kept, sources=sources
    )
    if isinstance(texts, Held):
        return texts
    with vault.begin() as tx:
        whose = note.participant
        if whose is None or caseload.get(tx, whose) is None:
            return Invalid("participant", "unknown")
        if problem := _in_the_way(tx, note, whose, corrects, now):
            return problem
        new = _note(note, texts, whose=whose, author=people.me(tx).person, corrects=corrects, now=late)
        journal.write(tx, new, texts=texts, sign=vault.sign)
        if behind:
            keeping.doubt(tx, new.id, whose)
        if corrects is not None:
            rereading.after_correction(vault, tx, corrects, now=now)
        if draft is not None:
            journal.discard_draft(tx, draft)
        access.log(tx, whose, access.Action.WRITE, now=now)
    return Saved(new)


def _in_the_way(
    tx: Tx, note: NoteFields, whose: UUID, corrects: UUID | None, now: datetime
) -> Invalid | None:
    day = (note.happened_at or now).astimezone(now.tzinfo).date()
    if note.source is SourceOf.CLINIC and _clinic_is_closed(tx, whose, day):
        return Invalid("source", "blocked")
    return None if corrects is None else _uncorrectable(journal.get(tx, corrects), whose)


def _clinic_is_closed(tx: Tx, whose: UUID, day: date) -> bool:
    """Whether the candidate had withdrawn, or let run out, that the clinic may say something (sundhedsloven § 43)."""
    return any(
        consents.closed(tx, [whose], kind, day)
        for kind in (ConsentKind.CONTACT_CLINIC, ConsentKind.HEALTH_DISCLOSURE)
    )


def _uncorrectable(old: Note | None, participant: UUID) -> Invalid | None:
    """Only the newest version of a participant's own note can be corrected, so that versions stay one line."""
    if old is None or old.participant != participant:
        return Invalid("corrects", "unknown")
    return Invalid("corrects", "final") if old.corrected_by or not old.title else None


def _note(
    note: NoteFields,
    texts: Mapping[str, guard.ClearedText],
    *,
    whose: UUID,
    author: str,
    corrects: UUID | None,
    now: datetime,
) -> Note:
    return Note(
        id=records.new_id(), participant=whose, kind=note.kind, happened_at=note.happened_at or now,
        minutes=note.minutes, place=note.place, source=note.source, written_at=now, author=author,
        corrects=corrects, title=texts["title"].text, facts=texts["facts"].text,
        own_view=texts["own_view"].text, assessment=texts["assessment"].text, agreements=texts["agreements"].text,
    )  # fmt: skip


def _draft(
    note: NoteFields,
    texts: Mapping[str, guard.ClearedText],
    *,
    id: UUID,
    corrects: UUID | None,
    held: int,
    now: datetime,
) -> Draft:
    return Draft(
        id=id, participant=note.participant, kind=note.kind, happened_at=note.happened_at, minutes=note.minutes,
        place=note.place, source=note.source, corrects=corrects, held=held, updated_at=now,
        title=texts["title"].text, facts=texts["facts"].text, own_view=texts["own_view"].text,
        assessment=texts["assessment"].text, agreements=texts["agreements"].text,
    )  # fmt: skip


def _one_line(title: str, *, stripped: bool = True) -> str:
    line = "".join(" " if c.isspace() else c for c in title)
    return line.strip() if stripped else line


def _first_words(text: str, room: int) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    sentence = _NEXT_SENTENCE.split(line)[0].rstrip(".")
    if len(sentence) <= room:
        return sentence
    return sentence[: room + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")[:room]
