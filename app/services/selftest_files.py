"""Does this build hold what its files are made and read with? Each library finds data of its own beside itself."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.calendar import Appointment, AppointmentKind, AppointmentRow
from app.guard import documents
from app.reports.papers import files
from app.reports.papers.paper import Paper, Table
from app.services import agenda
from app.services.agenda import Day

_WORDS = "Selvtest: æøå"


def papers(now: datetime) -> tuple[bool, str]:
    """A tagged PDF, read again, and a workbook."""
    blocks = (Table("Tal", ("Uge", "Antal"), (("47", 3),)),)
    paper = Paper(title=_WORDS, lines=(), personal=_WORDS, foot=_WORDS, blocks=blocks)
    made, book = (files.render(paper, kind, now=now) for kind in ("pdf", "xlsx"))
    read = documents.of(made, "selvtest.pdf")
    whole = isinstance(read, documents.DocumentText) and _WORDS in read.text
    return whole and b"pdfuaid:part" in made and book.startswith(b"PK"), f"PDF/UA {whole}, XLSX"


def word_file() -> tuple[bool, str]:
    """A .docx, read as the guard reads what a user chooses."""
    from docx import Document

    made, out = Document(), io.BytesIO()
    made.add_paragraph(_WORDS)
    made.save(out)
    read = documents.of(out.getvalue(), "selvtest.docx")
    return isinstance(read, documents.DocumentText) and _WORDS in read.text, getattr(
        read, "kind", "unreadable"
    )


def calendar_file(now: datetime) -> tuple[bool, str]:
    starts = (now + timedelta(days=1)).replace(microsecond=0)
    one = Appointment(
        id=UUID(int=1), participant=None, employer=None, kind=AppointmentKind.MEETING, title="", starts_at=starts,
        minutes=30, place="", held_at=None, cancelled_at=None, owner="selvtest",
    )  # fmt: skip
    day = Day(on=starts.date(), holiday="", rows=(AppointmentRow(one, "", ""),))
    made = agenda.to_ics([day], words={"meeting": _WORDS}, now=now).decode()
    return made.count("BEGIN:VEVENT") == 1 and "DTSTART" in made, f"{len(made.splitlines())} lines"
