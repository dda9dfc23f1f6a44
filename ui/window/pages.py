"""The pages in the order of the rail, and the windows of their own. Each is imported when it is first made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.desk import Desk, PageKind
from ui.window.own_windows import Opener

translate = QCoreApplication.translate


def _nowhere(**choice: object) -> None:
    del choice


def kinds(choose: Callable[..., object] = _nowhere) -> tuple[PageKind, ...]:
    """`choose(setting=value)` keeps what the user has decided in Indstillinger."""
    return (
        PageKind("today", translate("Window", "I dag"), "sun", "Ctrl+1", _today),
        PageKind("caseload", translate("Window", "Kandidater"), "users", "Ctrl+2", _caseload),
        PageKind("employers", translate("Window", "Arbejdsgivere"), "building-2", "Ctrl+3", _employers),
        PageKind("calendar", translate("Window", "Kalender"), "calendar-days", "Ctrl+4", _calendar),
        PageKind("fidelity", translate("Window", "Fidelitet"), "list-checks", "Ctrl+5", _fidelity),
        PageKind("figures", translate("Window", "Tal"), "chart-column", "Ctrl+6", _figures),
        PageKind("sync", translate("Window", "Synkronisering"), "refresh-cw", "Ctrl+7", _sync, below=True),
        PageKind(
            "settings",
            translate("Window", "Indstillinger"),
            "settings",
            "Ctrl+,",
            partial(_settings, choose),
            below=True,
        ),
    )


def openers(profile: Path | None = None) -> dict[str, Opener]:
    """`profile`: whose policies are told; None for the user's own."""
    return {
        "note": _note,
        "palette": _palette,
        "help": _help,
        "access-package": _access_package,
        "policy": partial(_policy, profile),
        "benefits": _benefits,
        "clinic": _clinic,
        "print": _print,
        "passphrase": _passphrase,
        "rescue-copy": _rescue_copy,
    }


def _access_package(desk: Desk, target: object) -> QWidget:
    from ui.window.access_package import opened

    return opened(desk, target)


def _today(desk: Desk) -> QWidget:
    from ui.today.page import TodayPage

    return TodayPage(desk)


def _caseload(desk: Desk) -> QWidget:
    from ui.caseload.page import CaseloadPage

    return CaseloadPage(desk)


def _employers(desk: Desk) -> QWidget:
    from ui.employers.page import EmployersPage

    return EmployersPage(desk)


def _calendar(desk: Desk) -> QWidget:
    from ui.calendar.page import CalendarPage

    return CalendarPage(desk)


def _fidelity(desk: Desk) -> QWidget:
    from ui.fidelity.page import FidelityView

    return FidelityView(desk)


def _figures(desk: Desk) -> QWidget:
    from ui.figures.page import FiguresView

    return FiguresView(desk)


def _sync(desk: Desk) -> QWidget:
    from ui.sync.page import SyncPage

    return SyncPage(desk)


def _settings(choose: Callable[..., object], desk: Desk) -> QWidget:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk, choose)


def _benefits(desk: Desk, target: object) -> QWidget:
    from ui.benefits.window import open_benefits

    return open_benefits(desk, target)


def _clinic(desk: Desk, target: object) -> QWidget:
    from ui.clinic.window import open_clinic

    return open_clinic(desk, target)


def _print(desk: Desk, target: object) -> QWidget:
    from ui.found.printing import open_print

    return open_print(desk, target)


def _note(desk: Desk, target: object) -> QWidget:
    from ui.note.opener import open_note

    return open_note(desk, target)


def _palette(desk: Desk, target: object) -> QWidget:
    from ui.palette.palette import palette

    return palette(desk, target)


def _policy(profile: Path | None, desk: Desk, target: object) -> QWidget:
    from ui.window.policy import open_policy

    del target
    return open_policy(desk, profile)


def _passphrase(desk: Desk, target: object) -> QWidget:
    from ui.unlock.change_window import open_change

    return open_change(desk, target)


def _rescue_copy(desk: Desk, target: object) -> QWidget:
    from ui.note.copy_window import open_copy

    return open_copy(desk, target)


def _help(desk: Desk, target: object) -> QWidget:
    from ui.help.window import open_help

    return open_help(desk, target)
