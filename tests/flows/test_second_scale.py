"""A second scale is a file: a made-up young adults' scale of 35 items, from the list of scales to the report."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import resources
from app.domain.log_rows import Period
from app.domain.review import ReviewKind
from app.reports import scale
from app.services import export, fidelity, reviewing
from app.services.door import Saved
from app.services.export import Asked, File, What
from app.vault.vault import Vault
from tests.journal_parts import NOW, participant

EMPLOYMENT, EDUCATION = 25, 10


def young() -> dict[str, Any]:
    """Items and bounds of nobody's: a time item, ticks with one that is blocked, a judgement in five steps, and so on."""

    def words(text: str) -> dict[str, str]:
        return {"da": text, "en": text}

    def item(no: int) -> dict[str, Any]:
        group = "employment" if no <= EMPLOYMENT else "education"
        one: dict[str, Any] = {"no": no, "code": f"y{no}", "group": group, "kind": "judgement", "name": words(f"Punkt {no}"), "status": "unchecked"}  # fmt: skip
        match no % 3:
            case 0:
                one |= {
                    "kind": "computed",
                    "fact": "caseload_per_fte",
                    "unit": "people",
                    "at_most": {"5": 15, "3": 25},
                }
                one |= {
                    "how": words("{sum} forløb."),
                    "what_if": {"kind": "difference", "text": words("{n} færre giver {score}.")},
                }
            case 1:
                parts = [
                    {"code": "a", "name": words("A")},
                    {"code": "b", "name": words("B"), "blocked": words("Ikke her")},
                ]
                one |= {"kind": "evidence", "components": parts, "by_ticks": [1, 3, 5], "ceiling": 3}
            case _:
                one |= {"choices": [words(f"Trin {n}") for n in range(1, 6)]}
        return one

    bands = [
        {"code": "good", "min": 140, "name": words("Høj")},
        {"code": "low", "min": 35, "name": words("Lav")},
    ]
    groups = [
        {"code": "employment", "name": words("Beskæftigelse")},
        {"code": "education", "name": words("Uddannelse")},
    ]
    return {
        "id": "ipsy", "version": "1", "name": words("IPS-Y"), "source": "Opdigtet", "groups": groups, "bands": bands,
        "evidence": {}, "items": [item(no) for no in range(1, EMPLOYMENT + EDUCATION + 1)],
    }  # fmt: skip


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program's scales and one file more; no code."""
    own, theirs = tmp_path / "resources", resources.path

    def path(name: str) -> Path:
        return own / name if name.startswith("fidelity") else theirs(name)

    shutil.copytree(theirs("fidelity"), own / "fidelity")
    (own / "fidelity" / "ipsy.json").write_text(json.dumps(young()), encoding="utf-8")
    monkeypatch.setattr(resources, "path", path)
    for kept in (scale.load, scale._ids):
        kept.cache_clear()
    yield
    for kept in (scale.load, scale._ids):
        kept.cache_clear()


@pytest.mark.usefixtures("shelf")
def test_a_file_with_another_scale_is_counted_reviewed_and_reported(vault: Vault) -> None:
    assert [one.id for one in scale.shelf()] == ["ips25", "ips25dk", "ipsy"]
    for n in range(18):
        participant(vault, f"Kim {'abcdefghijklmnopqr'[n]}", ips_start=(NOW - timedelta(days=300)).date())
    page = fidelity.page(vault, now=NOW, used="ipsy")
    assert len(page.items) == EMPLOYMENT + EDUCATION
    third = page.items[2]
    assert third.proposal == 3  # 18 on one post: more than 15, at most 25
    assert third.what_if is not None
    assert third.what_if.amount == 3  # three fewer
    assert third.what_if.score == 5
    begun = reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW, used="ipsy")
    assert isinstance(begun, Saved)
    for one in page.scale.items:
        score = min(5, one.ceiling)
        assert isinstance(reviewing.approve(vault, begun.id, one.code, score=score, now=NOW), Saved)
    stands = fidelity.page(vault, now=NOW).standing
    assert stands is not None
    # 12 of 35 have a blocked tick and end at 3: 12 × 3 + 23 × 5 = 151.
    assert stands.total.total == 12 * 3 + 23 * 5
    assert stands.total.band is not None
    assert stands.total.band.code == "good"
    period = Period(stands.review.first_day, stands.review.last_day)
    made = export.make(vault, Asked(What.FIDELITY, "pdf", period), now=NOW)
    assert isinstance(made, File)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    assert "IPS-Y" in text
    assert "151" in text
    assert text.index("Beskæftigelse") < text.index("Uddannelse")
