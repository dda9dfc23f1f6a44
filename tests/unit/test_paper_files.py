"""A paper becomes its files at whatever moment it is asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.reports.papers import files
from app.reports.papers.paper import Paper, Text

_PAPER = Paper(title="Status", lines=(), personal="Ingen personer.", foot="Prøve", blocks=(Text("Et ord."),))
_MOMENTS = (
    datetime(2026, 11, 23, 9, 30, 12, 345678, tzinfo=UTC),
    datetime(2026, 7, 1, 9, 30, 12, 345678, tzinfo=ZoneInfo("Europe/Copenhagen")),
)


@pytest.mark.parametrize("now", _MOMENTS, ids=("winter", "summer"))
def test_a_paper_is_made_in_the_middle_of_a_second(now: datetime) -> None:
    assert files.render(_PAPER, "pdf", now=now).startswith(b"%PDF-")
    assert files.pictures(_PAPER, now=now, dpi=96)[0].startswith(b"\x89PNG")
    assert files.render(_PAPER, "xlsx", now=now).startswith(b"PK")
