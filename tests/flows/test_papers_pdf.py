"""Every report as a PDF is read by a screen reader from the title down, in both languages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from app.domain.review import ReviewKind
from app.reports.papers import files
from app.reports.papers.paper import Paper, Table
from app.services import calendar, career, charts, export, reviewing
from app.services.door import Saved
from app.services.export import What
from app.vault.vault import Vault
from tests import pdf_structure
from tests.flows.test_export import EVERY, asked, bakery, made, met
from tests.journal_parts import NOW

__all__ = ["met"]
WITHOUT_TABLE = {What.VISITS}


@pytest.mark.parametrize("what", list(EVERY))
def test_every_report_is_tagged_and_reads_from_the_title_down(
    vault: Vault, met: UUID, what: What, tmp_path: Path
) -> None:
    begun = reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW)
    assert isinstance(begun, Saved)
    charts.draw(vault, begun.id, now=NOW)
    fields: dict[str, Any] = {**EVERY[what], "participant": met if what in export.ABOUT_ONE else None}
    if what is What.EMPLOYER:
        fields["employer"] = bakery(vault)
    if what is What.PLAN:
        goal = {"goal": "Job i et bageri", "actions": "To bagerier om ugen"}
        plan = career.save_plan(vault, met, fields=goal, now=NOW)
        assert isinstance(plan, Saved)
        calendar.add_task(
            vault, title="Ringe til Juhl", who="participant", participant=met, plan=plan.id, now=NOW
        )
    if what is What.CONTACTS:
        fields["leaves"] = False  # outside the team so few are none
    for language in ("da", "en"):
        content = made(vault, asked(what, "pdf", language=language, **fields)).content
        page = made(vault, asked(what, "html", language=language, **fields)).content.decode()
        heads = [unescape(one) for one in re.findall(r"<(?:h[1-3]|caption)>([^<]+)<", page)]
        tree = pdf_structure.check(content, language=language, title=heads[0])
        assert any(tree.all("/Table")) == (what not in WITHOUT_TABLE)
        assert len(list(tree.all("/H1", "/H2", "/H3"))) == len(heads)
        text = " ".join("".join(part.extract_text() for part in PdfReader(io.BytesIO(content)).pages).split())
        at = 0
        for head in heads:  # each behind the one before it
            at = text.find(" ".join(head.split()), at)
            assert at >= 0, head
        if shutil.which("pdfinfo"):
            (tmp_path / "a.pdf").write_bytes(content)
            said = subprocess.run(
                ["pdfinfo", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True
            ).stdout
            assert "Tagged:          yes" in said


@pytest.mark.parametrize("rows", [2, 8, 40])
def test_a_table_keeps_its_name_wherever_a_page_ends(rows: int) -> None:
    """Each begins a row further down than in the case before, and on the next page at last."""
    for above in range(20, 40):
        tables = tuple(
            Table(name, ("Tal", "Værdi"), tuple((f"{name} {n}", n) for n in range(many)))
            for name, many in (("Tid", above), ("Metode", rows), ("Job", above))
        )
        paper = Paper(title="IPS i tal", lines=("Team",), personal="Ingen.", foot="Foden", blocks=tables)
        content = files.pdf(paper, now=NOW)
        tree = pdf_structure.check(content, language="da", title="IPS i tal")
        assert [one.kind for one in tree.all("/H1", "/H2", "/Table")] == ["/H1", *["/H2", "/Table"] * 3]
        for page in PdfReader(io.BytesIO(content)).pages:
            *_, last, _foot = page.extract_text().splitlines()
            assert last not in ("Tid", "Metode", "Job", "Tal Værdi"), (
                "a name or a head alone at the foot of a page"
            )
