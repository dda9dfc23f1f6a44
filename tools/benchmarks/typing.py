"""Key to glyph in a 3,000-word note with guard and spelling on, against a bare QTextEdit with the same text.

One turn writes a sentence into each, key by key, and waits after every key until the letter has been painted. The
guard and the dictionary read meanwhile, as they do for a writer.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from tools.benchmarks import Budget, Result

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_SENTENCE = "Vi aftalte at tales ved på fredag om vagterne, og hun tager sit CV med. "
_WORDS = 3000
_TURNS = 6
_PAUSE_S = 0.012  # a fast typist's pause between keys, in which timers and answers come in


def run() -> Result:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QTextEdit

    from app.services import unlock
    from app.vault.keys import Cost
    from ui import theme
    from ui.widgets.note_edit import NoteEdit
    from ui.work import Work

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    text = (_SENTENCE * (_WORDS // len(_SENTENCE.split()) + 1)).strip() + "\n"
    with tempfile.TemporaryDirectory() as home:
        work = Work()
        keys = unlock.folder_keychain(Path(home) / "keychain")
        cheap = Cost(m_kib=8 << 10, t=1, p=1)
        work.unlock(
            work,
            lambda: unlock.create(Path(home) / "v", "en grøn hest spiser æbler", keys, cost=cheap),
            _fail,
        )
        while not work.is_open:
            app.processEvents()
        ours, bare = NoteEdit(work, "Fakta", room=200_000), QTextEdit()
        ours.set_text(text)
        bare.setPlainText(text)
        while not ours.is_judged():
            app.processEvents()
        mine, peer = _turns(ours, bare)
        work.stop()
    p95 = quantiles(mine, n=20)[-1], quantiles(peer, n=20)[-1]
    figures = {"key_to_glyph_p95_ms": p95[0], "bare_p95_ms": p95[1], "keys": float(len(mine))}
    return Result(figures, (Budget("key to glyph", p95[0] / p95[1], 1.5, "a bare QTextEdit"),))


def _turns(ours: QTextEdit, bare: QTextEdit) -> tuple[list[float], list[float]]:
    mine: list[float] = []
    peer: list[float] = []
    for field in (ours, bare):
        field.resize(720, 600)
        field.show()
        field.moveCursor(field.textCursor().MoveOperation.End)
    _write(ours), _write(bare)  # warms the caches of both
    for _ in range(_TURNS):
        mine += _write(ours)
        peer += _write(bare)
    return mine, peer


def _write(field: QTextEdit) -> list[float]:
    """Milliseconds from each key to its paint."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest

    field.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    took = []
    for sign in _SENTENCE:
        began = time.perf_counter()
        QTest.keyClicks(field, sign)
        field.viewport().repaint()
        took.append((time.perf_counter() - began) * 1000)
        until = time.perf_counter() + _PAUSE_S
        while time.perf_counter() < until:
            QCoreApplication.processEvents()
    return took


def _fail(error: Exception) -> None:
    raise error
