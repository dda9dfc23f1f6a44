"""The disk is full in the middle of a note: a sealed copy goes into another folder, by keyboard, and comes home."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services import rescue_copy
from app.vault.place import JOURNAL
from tests.ui.note_parts import PLAIN, SLIP, Bench, bench  # noqa: F401
from tests.ui.test_note_drafts import LONG, _room
from tests.vault_children import child, scan
from ui.note import NoteWindow
from ui.note.copy_window import CopyWindow
from ui.note.presenter import Saving

pytestmark = pytest.mark.screen
Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier
SAID = (
    "IKKE gemt: disken er fuld. Teksten står stadig her, og der prøves igen. Gem en krypteret redningskopi i en anden "
    "mappe, før du lukker."
)


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """The folder a person would pick in Qt's own dialog."""

    def chosen(folder: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    return chosen


def _full(bench: Bench, text: str = LONG) -> NoteWindow:  # noqa: F811
    window = bench.open(participant=bench.amira)
    _room(bench, 0)
    window.sheet.edits["facts"].insertPlainText(text)
    bench.qtbot.waitUntil(lambda: window._autosave.safety.saving is Saving.FAILED, timeout=10_000)
    return window


def _copies(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.fjo"))


def test_a_full_disk_is_said_in_red_and_the_way_out_is_a_key_away(
    bench: Bench,  # noqa: F811
    choose: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    calm = bench.open(participant=bench.aaberg)
    assert not calm.foot.rescue.isVisible(), "nothing to rescue while the disk takes it"
    calm.close()
    window = _full(bench)
    assert window.foot.sentence.text() == SAID
    assert window.foot.sentence.label.property("role") == "stop"
    assert window.foot.rescue.isVisible()
    assert window.foot.rescue.text().strip() == "Gem redningskopi i en anden mappe …"
    choose(tmp_path)
    bench.press(Key.Key_R, CTRL_SHIFT)
    bench.qtbot.waitUntil(lambda: "redningskopi fra kl. " in window.foot.sentence.text(), timeout=10_000)
    assert "IKKE gemt i journalen endnu" in window.foot.sentence.text(), "a copy is no save"
    assert window.bar.safety.text() == "Kan ikke gemme"
    assert window.sheet.edits["facts"].text() == LONG
    assert len(_copies(tmp_path)) == 1
    window.sheet.edits["facts"].insertPlainText("Og mere. ")
    assert window.foot.sentence.text() == SAID, "the copy has not these words"
    _room(bench, 100_000)
    window._autosave.flush()
    bench.kept(window)
    assert not window.foot.rescue.isVisible()


def test_nothing_the_guard_stops_goes_with_it_and_no_word_is_in_clear(
    bench: Bench,  # noqa: F811
    tmp_path: Path,
) -> None:
    window = _full(bench, f"{LONG} {SLIP}")
    window.rescuing.copy_to(tmp_path)
    bench.qtbot.waitUntil(lambda: bool(bench.told), timeout=10_000)
    assert bench.told[-1].endswith("Det, vagten stopper, er ikke med.")
    (path,) = _copies(tmp_path)
    assert not any(word in path.read_bytes() for word in (b"biblioteket", b"Sertralin", b"Amira"))
    (row,) = bench.ask(lambda vault: vault.open_copy(path.read_bytes()))
    assert PLAIN in row["draft"]["facts"]
    assert "Sertralin" not in row["draft"]["facts"]


def test_a_folder_that_will_not_take_it_is_said_and_the_text_stays(
    bench: Bench,  # noqa: F811
    tmp_path: Path,
) -> None:
    window = _full(bench)
    window.rescuing.copy_to(tmp_path / "taget ud")
    bench.qtbot.waitUntil(lambda: bool(bench.told), timeout=10_000)
    assert "kan ikke gemmes i den mappe" in bench.told[-1]
    assert window.foot.sentence.text() == SAID
    assert window.sheet.edits["facts"].text() == LONG


def test_the_copy_comes_home_and_the_note_goes_on_where_it_was_left(
    bench: Bench,  # noqa: F811
    tmp_path: Path,
) -> None:
    window = _full(bench)
    window.rescuing.copy_to(tmp_path)
    bench.qtbot.waitUntil(lambda: bool(bench.told), timeout=10_000)
    window.close()
    bench.qtbot.waitUntil(lambda: window._insists, timeout=10_000)
    window.close()
    bench.gone(window)
    _room(bench, 100_000)
    assert bench.drafts() == ()
    home = CopyWindow(bench.desk())
    home.show()
    home.activateWindow()
    bench.qtbot.waitUntil(home.choose.hasFocus)
    home.take(_copies(tmp_path)[0])
    bench.gone(home)
    (draft,) = bench.drafts()
    assert (draft.facts, draft.participant) == (LONG, bench.amira)
    assert "er en kladde igen" in bench.told[-1]


def test_another_file_is_told_from_a_copy(bench: Bench, tmp_path: Path) -> None:  # noqa: F811
    other = tmp_path / f"brev{rescue_copy.SUFFIX}"
    other.write_text("Kære Amira")
    home = CopyWindow(bench.desk())
    bench.qtbot.addWidget(home)
    home.show()
    home.take(other)
    bench.qtbot.waitUntil(home.problem.isVisible, timeout=10_000)
    assert home.problem.text() == "Filen er ikke en redningskopi fra denne journal. Intet er ændret."
    assert bench.drafts() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="locks as POSIX has them")
def test_a_scanner_that_holds_the_file_is_named_and_the_text_is_kept_when_it_lets_go(
    bench: Bench,  # noqa: F811
) -> None:
    window = bench.open(participant=bench.amira)
    bench.ask(lambda vault: vault.pragma("busy_timeout = 150"))
    with child(scan, bench.place / (JOURNAL + "-shm"), 120, 1) as (_, scanner):
        assert scanner.recv() == "held"
        window.sheet.edits["facts"].insertPlainText(PLAIN)
        bench.qtbot.waitUntil(lambda: window._autosave.safety.saving is Saving.FAILED, timeout=10_000)
        assert "måske virusscanneren, holder fast i journalens fil" in window.foot.sentence.text()
        assert window.sheet.edits["facts"].text() == PLAIN
        scanner.send("let go")
        assert scanner.recv() == "let go"
    window._autosave.flush()
    bench.kept(window)
    assert [draft.facts for draft in bench.drafts()] == [PLAIN]
