"""The vault's tables: the migrations make what tables.py says, and nothing a person types gets past the guard."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from app.domain.cpr import Cpr
from app.domain.journal import Draft, Note, NoteKind, SourceOf
from app.domain.records import NOTE_TEXTS, TYPES, FieldType
from app.errors import VaultTooNew
from app.store import journal, records, schema
from app.store.tables import draft, metadata, note
from app.vault.vault import Vault
from tests.journal_parts import NOW
from tests.vault_parts import new_vault

_OWN = {"audit", "device_key", "search", "sqlite_sequence"}
_PLAIN: dict[FieldType, Any] = {
    FieldType.TEXT: "Ringede til bageriet.",
    FieldType.CODE: "new",
    FieldType.CPR: Cpr("7103840000"),
    FieldType.INT: 5,
    FieldType.DATE: date(2026, 11, 23),
    FieldType.MOMENT: datetime(2026, 11, 23, tzinfo=UTC),
    FieldType.ID: uuid4(),
}
_TEXT_FIELDS = [(t, n) for t in TYPES.values() for n, kind in t.fields.items() if kind is FieldType.TEXT]


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One for all of them: what is refused is rolled back."""
    made = new_vault(Path(tmp_path_factory.mktemp("schema")) / "v" / ("5e" * 16))
    yield made
    with made.read() as tx:
        kept = tx.exec_driver_sql("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM outbox)")
        assert kept.scalar_one() == 0
    made.close()


def _columns(tx: sa.Connection, table: str) -> dict[str, tuple[str, bool, bool]]:
    rows = tx.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    return {row.name: (row.type.upper(), bool(row.notnull), bool(row.pk)) for row in rows}


def test_the_migrations_make_the_tables_that_the_code_sees(vault: Vault) -> None:
    dialect = sa.create_engine("sqlite://").dialect
    with vault.read() as tx:
        names = tx.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search!_%' ESCAPE '!'"
        ).scalars()
        assert set(names) - _OWN == metadata.tables.keys() - {"search_doc"}
        for table in metadata.sorted_tables:
            said = {
                c.name: (_sql_type(c, dialect), not c.nullable, bool(c.primary_key)) for c in table.columns
            }
            assert _columns(tx, table.name) == said, table.name


def test_no_two_migrations_have_one_number() -> None:
    """The one would take the other's place without a word."""
    numbers = [one.name[:4] for one in files("app.store.migrations").iterdir() if one.name.endswith(".sql")]
    assert len(numbers) == len(set(numbers))


def _sql_type(column: sa.Column[Any], dialect: sa.Dialect) -> str:
    compiled = str(column.type.compile(dialect)).upper()
    return "TEXT" if compiled == "JSON" else compiled


def test_every_field_of_a_record_has_a_column_and_the_other_way_round() -> None:
    for kind in TYPES.values():
        assert set(metadata.tables[kind.name].c.keys()) - {"id"} == kind.fields.keys(), kind.name


def test_a_note_and_a_draft_have_a_column_for_each_field() -> None:
    assert set(note.c.keys()) == {f.name for f in dataclasses.fields(Note)} - {"corrected_by"}
    assert set(draft.c.keys()) == {f.name for f in dataclasses.fields(Draft)}


@pytest.mark.parametrize(("kind", "name"), _TEXT_FIELDS, ids=lambda v: getattr(v, "name", v))
def test_a_field_a_person_types_refuses_a_text_the_guard_has_not_read(
    refusing: Vault, kind: Any, name: str
) -> None:
    said = {name: _PLAIN[FieldType.TEXT]}
    with pytest.raises(TypeError, match="ClearedText"), refusing.begin() as tx:
        records.write(tx, kind, uuid4(), said, case=records.Case(), now=NOW, sign=refusing.sign)


@pytest.mark.parametrize("name", NOTE_TEXTS)
def test_a_notes_text_refuses_what_the_guard_has_not_read(refusing: Vault, name: str) -> None:
    from app import guard

    new = Note(
        id=uuid4(), participant=uuid4(), kind=NoteKind.MEETING, title="Samtale", happened_at=NOW, minutes=None,
        place=None, source=SourceOf.OBSERVED, facts="", own_view="", assessment="", agreements="", written_at=NOW,
        author="", corrects=None,
    )  # fmt: skip
    texts = {n: guard.clear(getattr(new, n)) for n in NOTE_TEXTS}
    other: dict[str, Any] = {name: "Noget helt andet."}
    smuggled = dataclasses.replace(new, **other)
    with pytest.raises(TypeError, match="ClearedText"), refusing.begin() as tx:
        journal.insert(tx, smuggled, texts=texts)  # type: ignore[arg-type]
    without = {n: text for n, text in texts.items() if n != name}
    with pytest.raises(TypeError, match="ClearedText"), refusing.begin() as tx:
        journal.insert(tx, new, texts=without)  # type: ignore[arg-type]


def test_a_file_of_a_newer_program_is_left_alone(vault: Vault) -> None:
    with vault.begin() as tx:
        tx.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(VaultTooNew), vault.begin() as tx:
        schema.bring_up(tx)


def test_bringing_up_twice_changes_nothing(vault: Vault) -> None:
    with vault.begin() as tx:
        before = tx.exec_driver_sql("SELECT device FROM enrolment").all()
        schema.bring_up(tx)
        assert tx.exec_driver_sql("SELECT device FROM enrolment").all() == before


def test_statements_end_where_a_trigger_ends() -> None:
    script = "-- a\nCREATE TABLE a (\n  b TEXT);\nCREATE TRIGGER t BEFORE UPDATE ON a\nBEGIN SELECT 1; END;\n"
    assert len(schema.statements(script)) == 2
