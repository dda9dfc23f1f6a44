"""Wherever a person can type, the guard reads: found by walking the schema and the window, not by remembering."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Final
from uuid import uuid4

import pytest
import sqlalchemy as sa

from app import guard
from app.domain.records import NOTE_TEXTS, TYPES, FieldType
from app.guard import CATEGORIES
from app.services import access_package, caseload, form_drafts, journal, lease, spelling
from app.services.door import Held, Invalid, typed
from app.store import access, schema
from app.store.tables import RECORDS, metadata
from app.vault.vault import Vault
from server import door
from tests.journal_parts import NOW, REFUSED, SENTINEL, fields, participant, whole_text

ROOT: Final = Path(__file__).parents[2]
KEPT: Final = frozenset(CATEGORIES)
_TEXTS = [(kind, name) for kind in TYPES.values() for name, of in kind.fields.items() if of is FieldType.TEXT]
_CODES = [(kind, name) for kind in TYPES.values() for name, of in kind.fields.items() if of is FieldType.CODE]

# Columns of text outside the records. The first hold words and are filled from ClearedText alone; the others hold
# ids, codes, signatures, or what the server sent and the guard has read. A new column must be put on one side.
WORDS = {
    "access": {"reason"}, "draft": set(NOTE_TEXTS), "form_draft": {"texts"}, "note": set(NOTE_TEXTS),
    "own_word": {"word"}, "own_wording": {"words"},
}  # fmt: skip
OTHER = {
    "access": {"person", "action"}, "code_list": {"name", "body", "signed_by"},
    "conflict": {"field", "type", "mine", "theirs", "by"}, "device": {"dev", "alg", "key", "person"},
    "draft": {"kind", "place", "source"}, "enrolment": {"person", "name", "role", "feed", "feed_name", "server"},
    "fidelity_own": {"scores", "salt"}, "file_content": {"digest"}, "file_part": {"digest"}, "form_draft": {"kind", "choices"},
    "guard_answer": {"rule", "answer", "reason"}, "guard_found": {"kind", "field", "categories"},
    "guard_reading": {"version", "place"}, "lease": {"p", "s"}, "newer": {"p", "s"},
    "note": {"kind", "place", "source", "author"},
    "figures_left": {"digest"},
    "late_draft": {"person"},
    "outbox": {"kind", "p", "s", "hash", "state", "problem"}, "person": {"id", "name", "role"}, "pulse": {"told"},
    "rec": {"type", "vals", "frev"}, "scope": {"role"}, "search_doc": {"kind"},
    "sync_state": {"epoch", "chain", "scope_tag"}, "team_case": {"case_no", "phase", "consultant"},
    "unread": {"p", "s", "reason"},
}  # fmt: skip

# Files of the window in which something can be typed, and the door it goes through.
TYPED_IN = {
    "ui/caseload/files.py": "read only",
    "ui/clinic/window.py": "case.put", "ui/note/head.py": "journal", "ui/note/texts.py": "journal",
    "ui/palette/palette.py": "search: kept nowhere", "ui/sync/choices.py": "deciding",
    "ui/sync/enrol_card.py": "a code", "ui/unlock/create_form.py": "a passphrase",
    "ui/unlock/enrol_form.py": "a code", "ui/visit/view.py": "employers", "ui/widgets/form.py": "door.typed",
    "ui/widgets/form_more.py": "door.typed", "ui/widgets/note_edit/edit.py": "the editor itself",
    "ui/note/old_note.py": "read only", "ui/unlock/lease_form.py": "journal", "ui/unlock/recover_form.py": "a code",
}  # fmt: skip
_EDITORS = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "NoteEdit", "QInputDialog"}


@pytest.mark.parametrize(("kind", "name"), _TEXTS, ids=[f"{k.name}.{n}" for k, n in _TEXTS])
def test_no_text_field_of_a_record_takes_what_is_refused(kind: object, name: str) -> None:
    assert isinstance(typed(kind, {name: REFUSED}, kept=KEPT), Held)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "name"), _CODES, ids=[f"{k.name}.{n}" for k, n in _CODES])
def test_no_code_field_is_a_way_round(kind: object, name: str) -> None:
    assert isinstance(typed(kind, {name: REFUSED}, kept=KEPT), Invalid)  # type: ignore[arg-type]


def test_every_column_of_text_is_known_to_hold_read_words_or_none() -> None:
    assert schema.TABLES
    found = {
        table.name: {c.name for c in table.columns if isinstance(c.type, sa.Text | sa.JSON)}
        for table in metadata.sorted_tables
        if table.name not in RECORDS
    }
    known = {name: WORDS.get(name, set()) | OTHER.get(name, set()) for name in {*WORDS, *OTHER}}
    assert {name: columns for name, columns in found.items() if columns} == known


def test_nothing_refused_is_at_rest_whichever_way_it_was_typed(vault: Vault) -> None:
    amira = participant(vault)
    for name in NOTE_TEXTS:
        assert isinstance(
            journal.write_note(vault, note=fields(amira, **{name: REFUSED}), now=NOW, kept=KEPT), Held
        )
        journal.save_draft(vault, note=fields(amira, **{name: REFUSED}), now=NOW)
    form_drafts.save(vault, "contact", texts={"about": REFUSED}, choices={}, now=NOW)
    lease.write(vault, REFUSED, id=uuid4(), now=NOW)
    spelling.learn(vault, SENTINEL)
    access_package.collect(vault, amira, reason=REFUSED, now=NOW)
    caseload.open_participant(vault, amira, now=NOW, reason=REFUSED)
    with pytest.raises(AttributeError), vault.begin() as tx:
        access.log(tx, amira, access.Action.VIEW, now=NOW, reason=REFUSED)  # type: ignore[arg-type]
    assert SENTINEL not in whole_text(vault)


def test_the_servers_door_reads_every_field_of_every_record() -> None:
    for kind in TYPES.values():
        for name, of in kind.fields.items():
            if of in (FieldType.TEXT, FieldType.CODE):
                body = {
                    "type": kind.name,
                    "rec": str(uuid4()),
                    "set": {name: REFUSED},
                    "base": {},
                    "base_rev": 0,
                }
                assert "MEDICATION" in door.held({"body": body, "kept": sorted(KEPT)}), (kind.name, name)


def test_no_template_holds_what_the_guard_would_refuse() -> None:
    for text in _texts(json.loads((ROOT / "resources/writing/templates_da.json").read_text("utf-8"))):
        assert guard.label(guard.review(text)) != "refuse", text


def _texts(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    parts = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for part in parts for text in _texts(part)]


def test_what_is_searched_for_is_kept_nowhere() -> None:
    kept = [
        t.name
        for t in metadata.sorted_tables
        if {"query", "history", "searched"} & {c.name for c in t.columns}
    ]
    assert kept == []


def test_every_place_in_the_window_where_one_can_type_has_its_door() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _EDITORS
    }
    assert found <= TYPED_IN.keys()
