"""The translation gate notices what lupdate keeps quiet about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import i18n

_MESSAGE = "<message><source>Gem</source><translation{state}>{text}</translation></message>"


def _translations(folder: Path, *, context: str = "Page", state: str = "", text: str = "Save") -> None:
    message = _MESSAGE.format(state=state, text=text)
    body = f"<TS version='2.1'><context><name>{context}</name>{message}</context></TS>"
    (folder / "feltjournal_en.ts").write_text(body, "utf-8")
    (folder / "feltjournal_da.ts").write_text("<TS version='2.1'/>", "utf-8")


def test_a_translated_text_is_finished(tmp_path: Path) -> None:
    _translations(tmp_path)
    assert i18n.unfinished(tmp_path) == []


@pytest.mark.parametrize(
    "fault",
    [{"state": " type='unfinished'"}, {"text": " "}, {"context": ""}],
    ids=["marked", "blank", "homeless"],
)
def test_a_text_no_reader_would_see_translated_is_named(tmp_path: Path, fault: dict[str, str]) -> None:
    _translations(tmp_path, **fault)
    assert "Gem" in i18n.unfinished(tmp_path)[0]


def test_a_plural_needs_every_form(tmp_path: Path) -> None:
    forms = "<numerusform>one</numerusform><numerusform></numerusform>"
    plural = f"<message numerus='yes'><source>%n fund</source><translation>{forms}</translation></message>"
    _translations(tmp_path)
    body = f"<TS version='2.1'><context><name>Page</name>{plural}</context></TS>"
    (tmp_path / "feltjournal_da.ts").write_text(body, "utf-8")
    assert i18n.unfinished(tmp_path) == ["feltjournal_da.ts: Page: unfinished: '%n fund'"]


def test_the_source_has_texts_and_a_missing_file_is_stale(tmp_path: Path) -> None:
    assert i18n.check(tmp_path)[:2] == [
        "feltjournal_da.ts: not up to the source; run: python3 tools/dev.py i18n",
        "feltjournal_en.ts: not up to the source; run: python3 tools/dev.py i18n",
    ]
    i18n.update(tmp_path)
    assert "<source>" in (tmp_path / "feltjournal_en.ts").read_text("utf-8")
    assert not [fault for fault in i18n.check(tmp_path) if "not up to" in fault]
