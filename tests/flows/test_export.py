"""What leaves the program: files that open, say what is in them, and are written down."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.domain.employer import ContactMode, Outcome, Purpose
from app.domain.log_rows import Period
from app.policy import standing
from app.reports.papers import files
from app.reports.papers.paper import Heading, Paper, Table, Text
from app.services import employers, export
from app.services.door import Saved
from app.services.export import Asked, File, Refused, What
from app.store import access
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer, participant

RUNNING = Period(NOW.date().replace(day=1), NOW.date())
ENDED = Period(
    (NOW.date().replace(day=1) - timedelta(days=1)).replace(day=1),
    NOW.date().replace(day=1) - timedelta(days=1),
)


def asked(what: What, format: str = "csv", **fields: object) -> Asked:
    return Asked(what, format, ENDED, **fields)  # type: ignore[arg-type]


def made(vault: Vault, one: Asked) -> File:
    found = export.make(vault, one, now=NOW, organisation="Jobcenter Prøveby")
    assert isinstance(found, File), found
    return found


@pytest.fixture
def met(vault: Vault) -> UUID:
    """Kim Prøve, for whom Bageri Juhl was met last month; what was said stands in the contact's own texts."""
    whose = participant(vault, "Kim Prøve")
    at = NOW.replace(day=1) - timedelta(days=10)
    saved = employers.log_contact(
        vault, employer=employer(vault, "Bageri Juhl"), participants=[whose], now=NOW,
        fields={
            "at": at, "minutes": 30, "mode": ContactMode.IN_PERSON.value, "purpose": Purpose.ASK_FOR_PERSON.value,
            "outcome": Outcome.WANTS_CANDIDATE.value, "about": "Vi talte om Kim og vagterne.",
        },
    )  # fmt: skip
    assert isinstance(saved, Saved)
    return whose


def test_a_spreadsheet_gets_semicolons_a_byte_order_mark_and_decimal_commas(vault: Vault, met: UUID) -> None:
    del met
    text = made(vault, asked(What.FIGURES, leaves=False)).content
    assert text.startswith(b"\xef\xbb\xbf")
    lines = text.decode("utf-8-sig").split("\r\n")
    assert "Tal;Værdi;n;Mangler" in lines
    assert any(line.startswith("Sagsstamme pr. årsværk;") for line in lines)
    assert any(
        "," in line.split(";")[1] for line in lines if line.startswith("Kontakter pr. konsulent om ugen;")
    )


def test_small_numbers_do_not_leave_the_team(vault: Vault, met: UUID) -> None:
    del met
    text = made(vault, asked(What.FIGURES)).content.decode("utf-8-sig")
    assert "Jobsøgning;under 5 eller skjult" in text
    assert "Indeholder ingen personoplysninger om borgere" in text
    assert "Kim" not in text
    assert export.make(vault, Asked(What.FIGURES, "csv", RUNNING), now=NOW) == Refused("running")
    assert export.make(vault, asked(What.FIGURES, who=""), now=NOW) == Refused("one_consultant")


def test_the_contact_list_names_no_candidate_and_no_word_that_was_said(vault: Vault, met: UUID) -> None:
    del met
    for format in files.FORMATS:
        found = made(vault, asked(What.CONTACTS, format)).content
        text = _text(found, format)
        assert "Bageri Juhl" in text, format
        assert "Kim" not in text, format
        assert "vagterne" not in text, format


def _text(content: bytes, format: str) -> str:
    match format:
        case "pdf":
            return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        case "xlsx":
            book = load_workbook(io.BytesIO(content))
            return " ".join(
                str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
            )
        case _:
            return content.decode("utf-8-sig")


def test_every_export_is_written_down_and_a_persons_in_the_persons_log(vault: Vault, met: UUID) -> None:
    made(vault, asked(What.CONTACTS))
    status = made(vault, asked(What.STATUS, "html", participant=met))
    assert "Kim" not in status.name
    assert "Indeholder personoplysninger om én borger" in status.content.decode()
    assert [(e.what, e.format, e.personal, e.people) for e in export.past(vault)] == [
        ("status", "html", "names", 1), ("contacts", "csv", "staff", 0),
    ]  # fmt: skip
    with vault.read() as tx:
        assert access.of_participant(tx, met)[0].action is access.Action.EXPORT


def test_the_policy_can_forbid_it(vault: Vault, met: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    del met
    monkeypatch.setitem(standing._now, "allow_export", False)
    assert export.make(vault, asked(What.CONTACTS), now=NOW) == Refused("policy")
    assert export.past(vault) == ()


@pytest.mark.parametrize("what", [What.FIDELITY, What.PLAN])
def test_a_pdf_is_tagged_titled_danish_and_reads_in_order(
    vault: Vault, met: UUID, what: What, tmp_path: Path
) -> None:
    whose = met if what is What.PLAN else None
    content = made(vault, asked(what, "pdf", participant=whose)).content
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    title = {What.FIDELITY: "Fidelitetsrapport · IPS-25", What.PLAN: "Min plan for at finde job"}[what]
    assert reader.metadata is not None
    assert reader.metadata.title == title
    kinds = _kinds(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/P"} <= kinds
    if what is What.FIDELITY:
        assert {"/Table", "/TH", "/TD", "/Caption"} <= kinds
    text = "".join(page.extract_text() for page in reader.pages)
    heads = [title.split(" ·")[0], *(["Resultat", "Bemanding", "Organisering", "Ydelser"] if what is What.FIDELITY else ["Kim Prøve", "Plan"])]  # fmt: skip
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    if shutil.which("pdfinfo"):
        (tmp_path / "a.pdf").write_bytes(content)
        said = subprocess.run(
            ["pdfinfo", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True
        ).stdout
        assert "Tagged:          yes" in said


def _kinds(node: object) -> set[str]:
    """The names of all structure elements."""
    node = getattr(node, "get_object", lambda: node)()
    if isinstance(node, list):
        return set().union(*(_kinds(one) for one in node)) if node else set()
    if not isinstance(node, dict):
        return set()
    own = {str(node["/S"])} if "/S" in node else set()
    return own | (_kinds(node["/K"]) if "/K" in node else set())


def test_a_cell_is_never_a_formula_and_text_never_code() -> None:
    evil = "=HYPERLINK(1)"
    paper = Paper(
        "#let",
        ("*fed*",),
        "Ingen.",
        "#panic()",
        (Heading("#x"), Text("$1"), Table("T", ("a", "b"), ((evil, evil),))),
    )
    assert f"'{evil};'{evil}" in files.render(paper, "csv", now=NOW).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(files.render(paper, "xlsx", now=NOW))).worksheets[1]
    assert sheet["A2"].data_type == "s"
    page = files.render(Paper("<script>", (), "", "", ()), "html", now=NOW).decode()
    assert "<script>" not in page
    assert files.render(paper, "pdf", now=NOW).startswith(b"%PDF-")
    with pytest.raises(ValueError, match="doc"):
        files.render(paper, "doc", now=NOW)
