"""A journal of many notes for benchmarks: the demo's sentences, cleared once each, spread over years."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

from app import guard
from app.domain.journal import Note
from app.domain.records import NOTE_TEXTS
from app.services import caseload, demo, employers, unlock
from app.services.door import Saved
from app.services.journal import NoteFields
from app.store import journal, people, records
from app.vault.keys import Cost
from app.vault.vault import Vault

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORDS = "en grøn hest spiser æbler"
_CHEAP = Cost(m_kib=8 << 10, t=1, p=1)
_DISTINCT = 400


@contextmanager
def vault() -> Iterator[Vault]:
    """A real encrypted vault on this disk, gone afterwards."""
    with TemporaryDirectory(prefix="feltjournal-bench-") as folder:
        made = unlock.create(
            Path(folder) / "v", WORDS, unlock.folder_keychain(Path(folder) / "k"), cost=_CHEAP
        )
        try:
            yield made
        finally:
            made.close()


def make(place: Path, keys: Path, *, people: int, notes: int) -> None:
    """A vault that stays: so many candidates, so many notes spread over them."""
    made = unlock.create(place, WORDS, unlock.folder_keychain(keys), cost=_CHEAP)
    try:
        who: list[UUID] = []
        for number in range(people):
            told = {"name": f"Amira Holm {number}", "phase": "job_search"}
            saved = caseload.create(made, fields=told, now=NOW)
            assert isinstance(saved, Saved)
            who.append(saved.id)
        fill(made, notes, who)
    finally:
        made.close()


def sentences() -> list[NoteFields]:
    """Notes as the demo writes them, of all kinds and stages."""
    rng = Random(1)  # noqa: S311
    pen, cast = demo._pen(rng), [one for one in demo._personas() if one.weeks]
    found: list[NoteFields] = []
    while len(found) < _DISTINCT:
        one = rng.choice(cast)
        week = rng.randrange(one.weeks)
        found.append(pen.note(one, one.stage(week), NOW, week=week))
    return found


def participants(into: Vault, count: int) -> list[UUID]:
    """`count` people of one name and a number."""
    told = (
        {"name": f"Amira Holm {n}", "case_no": f"JC-{n:04}", "wish_area": "Bageri, lager"}
        for n in range(count)
    )
    return [_id(caseload.create(into, fields=fields, now=NOW)) for fields in told]


def employers_of(into: Vault, count: int) -> list[UUID]:
    told = ({"name": f"Bageri Juhl {n}", "city": "Elmekøbing"} for n in range(count))
    return [_id(employers.create(into, fields=fields, now=NOW, anyway=True)) for fields in told]


def _id(outcome: object) -> UUID:
    if not isinstance(outcome, Saved):
        raise RuntimeError(type(outcome).__name__)
    return outcome.id


def fill(into: Vault, count: int, participants: list[UUID]) -> None:
    """`count` notes straight into the store: row and index, as a first download would."""
    rng = Random(2)  # noqa: S311
    cleared = [both for one in sentences() if (both := _cleared(one)) is not None]
    with into.begin() as tx:
        author = people.me(tx).person
        for number in range(count):
            fields, texts = rng.choice(cleared)
            at = NOW - timedelta(minutes=15 * number)
            note = Note(
                id=records.new_id(), participant=rng.choice(participants), kind=fields.kind, happened_at=at,
                minutes=fields.minutes, place=fields.place, source=fields.source, written_at=at, author=author,
                corrects=None, title=texts["title"].text, facts=texts["facts"].text,
                own_view=texts["own_view"].text, assessment=texts["assessment"].text,
                agreements=texts["agreements"].text,
            )  # fmt: skip
            journal.insert(tx, replace(note, rev=number + 1), texts=texts)


def _cleared(one: NoteFields) -> tuple[NoteFields, dict[str, guard.ClearedText]] | None:
    kept = frozenset(guard.CATEGORIES)
    answers = {name: guard.clear(getattr(one, name), kept=kept) for name in NOTE_TEXTS}
    texts = {name: text for name, text in answers.items() if isinstance(text, guard.ClearedText)}
    return (one, texts) if len(texts) == len(answers) else None
