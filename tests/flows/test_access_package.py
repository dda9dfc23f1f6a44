"""Access to documents: the whole case with every version and everybody who looked, as a file and as a document."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.life_cycle import Action
from app.services import access_package, authority, career, journal
from app.services.access_package import WholeCase
from app.services.door import Invalid
from app.vault.vault import Vault
from tests import pdf_structure
from tests.journal_parts import NOW, contact, employer, fields, note, participant, saved, task
from tests.person_parts import consent, move
from ui.window.access_package import compose, write


def _case(vault: Vault) -> Any:
    amira = participant(vault, cpr="710384-0000", phase="engaged")
    first = note(vault, amira, now=NOW - timedelta(hours=3), happened_at=NOW - timedelta(hours=4))
    journal.correct(vault, first.id, note=fields(amira, facts="Mødtes kl. 10, ikke kl. 9."), now=NOW)
    move(vault, amira, Action.SEARCH)
    consent(vault, amira)
    saved(career.save_profile(vault, amira, fields={"wishes": "Bageri"}, now=NOW))
    saved(career.save_past_job(vault, amira, fields={"title": "Bager"}, now=NOW))
    saved(authority.mark_moved(vault, first.id, number="2026-17", moved_on=NOW.date(), now=NOW))
    contact(vault, employer(vault), amira, about="De mangler hænder om formiddagen.")
    task(vault, amira)
    other = participant(vault, "Jonas Bak")
    note(vault, other, facts="Talte om cykelværkstedet.")
    return amira


def _whole(vault: Vault) -> WholeCase:
    found = access_package.collect(vault, _case(vault), reason="Borgeren har bedt om sin sag", now=NOW)
    assert isinstance(found, WholeCase)
    return found


def test_the_package_has_everything_of_one_person_and_nothing_of_another(vault: Vault) -> None:
    told = json.loads(_whole(vault).file)
    assert [note["facts"] for note in told["notes"]] == [
        "Mødtes kl. 9 og talte om job i et bageri.",
        "Mødtes kl. 10, ikke kl. 9.",
    ]
    assert told["notes"][1]["corrects"] == told["notes"][0]["id"]
    assert {
        "phase_change", "ips_course", "consent", "career_profile", "note_transfer", "employer_contact", "task",
        "past_job", "contact_for",
    } <= told["records"].keys()  # fmt: skip
    assert (told["access"][0]["action"], told["access"][0]["reason"]) == (
        "export",
        "Borgeren har bedt om sin sag",
    )
    text = json.dumps(told, ensure_ascii=False)
    assert "710384-••••" in text
    assert "7103840000" not in text
    assert "cykelværkstedet" not in text
    assert "Jonas" not in text


def test_nothing_is_taken_out_without_a_reason(vault: Vault) -> None:
    amira = participant(vault)
    assert access_package.collect(vault, amira, reason=" ", now=NOW) == Invalid("reason", "missing")
    unknown = access_package.collect(vault, employer(vault), reason="Hvorfor", now=NOW)
    assert unknown == Invalid("participant", "unknown")


def test_the_document_tells_it_in_words_without_an_id(vault: Vault, qtbot: QtBot) -> None:
    del qtbot
    parts = compose(_whole(vault), NOW)["parts"]
    words = json.dumps(parts, ensure_ascii=False)
    for said in (
        "Mødtes kl. 10, ikke kl. 9.",
        "Bageri Juhl",
        "2026-17",
        "Tale med klinikken",
        "Begynd jobsøgning",
    ):
        assert said in words, said
    assert "et felt" not in words
    assert '"participant"' not in words


def test_both_files_are_written_under_names_that_say_nothing(
    vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    del qtbot
    read, check = write(_whole(vault), tmp_path, NOW)
    assert {read.name, check.name} == {"aktindsigt-2026-11-23-1030.pdf", "aktindsigt-2026-11-23-1030.json"}
    pdf_structure.check(read.read_bytes(), language="da")
    document = pypdf.PdfReader(read)
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert document.trailer["/Root"]["/Lang"] == "da"
    assert "Mødtes kl. 10, ikke kl. 9." in document.pages[0].extract_text()
    assert json.loads(check.read_bytes())["schema"] == access_package.SCHEMA
