"""The guard at the server's door: every text of an operation is read before any of it is stored."""

from __future__ import annotations

import contextlib
import enum
import functools
import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from app.domain import calendar, case_codes, employer, journal, participant, work_codes
from app.domain.records import AGREED_WORDS, NOTE_TEXTS, TYPES
from app.guard import CATEGORIES, NAMED, Finding, Level, Source, review
from app.guard.release import Release, lifted
from app.protocol import canonical
from app.protocol.operation import REQUIRED, Kind
from app.reports import scale
from app.reports.charts import LINES
from app.reports.facts import FACTS
from server.shape import strings

# Shapes in which nobody can write a sentence: ids, hashes, moments, plain numbers.
_MUTE = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}"
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?|[0-9+() .-]{0,24}"
)
_ENUMS: tuple[type[enum.Enum], ...] = (
    journal.NoteKind, journal.Place, journal.SourceOf, participant.Phase, employer.Relation, employer.ContactMode,
    employer.Purpose, employer.Outcome, calendar.AppointmentKind, Kind,
    *case_codes.ENUMS,
)  # fmt: skip


def _scale_words() -> Iterator[str]:
    """The names of the scales' items and components, which come with every score."""
    for one in scale.shelf():
        yield one.id
        for item in one.items:
            yield item.code
            yield from (part.code for part in item.components)


_WORDS = frozenset(
    [
        *(item.value for enum in _ENUMS for item in enum), *CATEGORIES, *TYPES,
        *(code for codes in work_codes.ONE.values() for code in codes),
        *(name for kind in TYPES.values() for name in kind.fields), *journal.Note.__dataclass_fields__,
        *FACTS, *LINES, *_scale_words(), *REQUIRED, "occ", "off", "app", "type", "rec", "set", "base", "base_rev",
        "corrects", "g", "gen",
    ]
)  # fmt: skip
_SHORT = 200
_STRETCH = 400
_ENDS = (". ", "! ", "? ", "\n")
Stretch = tuple[str, Source]


def held(
    fields: Mapping[str, Any], *, people: frozenset[str] = frozenset(), released: tuple[Release, ...] = ()
) -> tuple[str, ...]:
    """The categories for which the operation must be refused. `people`: person ids, which are no text. `released`:
    phrases the jobcenter's leaders say only look clinical.

    All strings are read, not only those a schema calls text: an unknown kind or a newer schema hides nothing.
    The note's four texts are read as words of the note's source.
    """
    agreed = _agreed(fields)
    found = {
        finding.category
        for text, source in _texts(fields, people)
        for finding in lifted(text, _refused(text, source), released)
        if not (finding.category == NAMED and text in agreed)
    }
    return tuple(sorted(found))


def stretch(fields: Mapping[str, Any], people: frozenset[str]) -> Stretch | None:
    """Some sentences of an operation's texts, drawn by chance, each letter as likely as another; None where it has none."""
    texts = sorted(_texts(fields, people))
    if not texts:
        return None
    place = secrets.randbelow(sum(len(text) for text, _ in texts))
    for text, source in texts:
        if place < len(text):
            return _around(text, place), source
        place -= len(text)
    return None


def _around(text: str, place: int) -> str:
    """Whole sentences where there are any, and not much more than a stretch."""
    middle = max(min(place, len(text) - _STRETCH), 0)
    ended = [text.rfind(end, 0, middle) + len(end) for end in _ENDS if end in text[:middle]]
    after = [found for end in _ENDS if (found := text.find(end, middle + _STRETCH)) >= 0]
    return text[max([0, middle - _STRETCH, *ended]) : min([*after, middle + 2 * _STRETCH]) + 1]


def tried(
    fields: Mapping[str, Any], some: Stretch, *, people: frozenset[str], released: tuple[Release, ...]
) -> tuple[str, ...]:
    """The categories for which the operation must be refused, where a stretch of it looks like it; () where it does not."""
    return held(fields, people=people, released=released) if _read(*some) else ()


def of_document(text: str, released: tuple[Release, ...] = ()) -> tuple[str, ...]:
    """The categories for which a document of a case must be refused."""
    found = lifted(text, _read(text, Source.OBSERVED), released)
    return tuple(sorted({finding.category for finding in found}))


def _agreed(fields: Mapping[str, Any]) -> frozenset[str]:
    """Words a candidate wants said at work, in the one field for them; an illness in them was kept on purpose."""
    body = fields.get("body")
    if (
        not isinstance(body, dict)
        or body.get("type") != AGREED_WORDS[0]
        or NAMED not in fields.get("kept", ())
    ):
        return frozenset()
    told = (body.get(part) for part in ("set", "base"))
    return frozenset(str(one.get(AGREED_WORDS[1])) for one in told if isinstance(one, dict))


def held_each(
    many: Sequence[Mapping[str, Any]],
    *,
    people: frozenset[str] = frozenset(),
    released: tuple[Release, ...] = (),
) -> list[tuple[str, ...]]:
    """`held` of each, side by side: the encoder lets go of the interpreter while it reads."""
    read = functools.partial(held, people=people, released=released)
    return list(_side_by_side().map(read, many))


@functools.cache
def _side_by_side() -> ThreadPoolExecutor:
    """As many as there are processors, for all requests together: each text being read takes tens of megabytes."""
    return ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="door")


def _texts(fields: Mapping[str, Any], people: frozenset[str]) -> Iterator[tuple[str, Source]]:
    body = fields.get("body")
    note = {str(body[n]) for n in NOTE_TEXTS if n in body} if isinstance(body, dict) else set()
    source = _source(body)
    for text in {part for whole in strings(dict(fields)) for part in _parts(whole)} - _WORDS - people:
        if not _MUTE.fullmatch(text):
            yield text, source if text in note else Source.OBSERVED


def _parts(text: str) -> Iterator[str]:
    """Counted numbers come as an object in a text: every text in it is read by itself.

    Only where it has one reading: what stands twice under one name would be stored and not read.
    """
    if text.startswith("{"):
        with contextlib.suppress(ValueError, RecursionError):
            told = json.loads(text)
            if canonical.dumps(told) == text:
                yield from strings(told)
                return
    yield text


def _source(body: Any) -> Source:
    said = body.get("source") if isinstance(body, dict) else None
    return Source(said) if isinstance(said, str) and said in set(journal.SourceOf) else Source.OBSERVED


def _refused(text: str, source: Source) -> tuple[Finding, ...]:
    return _remembered(text, source) if len(text) <= _SHORT else _read(text, source)


@functools.lru_cache(maxsize=4096)
def _remembered(text: str, source: Source) -> tuple[Finding, ...]:
    """Titles, towns and names come again and again."""
    return _read(text, source)


def _read(text: str, source: Source) -> tuple[Finding, ...]:
    return tuple(f for f in review(text, source) if f.level is Level.REFUSE)
