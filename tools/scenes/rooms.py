"""Pages and windows beside the candidate's: calendar, work, clinic meeting, reckoner, visit, policies, access package."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from app.services import files
from tools.scenes import Scene
from tools.scenes.case import _tab
from tools.scenes.workplace import Stage, _named, _on, page
from ui.caseload.files import attach
from ui.caseload.page import CaseloadPage


def _mode(mode: str) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        found: Any = _calendar(stage)
        found.modes.choose(mode)
        found.reload()

    return act


def _calendar(stage: Stage) -> QWidget:
    from ui.calendar.page import CalendarPage

    return next(iter(stage.window.findChildren(CalendarPage)))


def _window(name: str, target: object = None) -> Callable[[Stage], QWidget]:
    return lambda stage: stage.window.open(name, target)


def _visit(stage: Stage) -> QWidget:
    from app.services import employers

    first = stage.ask(employers.register)[0].employer
    return stage.window.open("visit", (first.id, first.name, first.contact_person))


def _print(stage: Stage) -> QWidget:
    return stage.window.open("print", _named(stage, "Amira Holm"))


def _filed(stage: Stage, page: CaseloadPage) -> None:
    """Two documents on the case, one of them with a long name."""
    who = _named(stage, "Sofie Dam")
    for name, words in (
        ("CV og ansøgning til Supermarked Vest, rettet efter samtalen om opgaver og mødetider.txt", "Vi øver to spørgsmål."),
        ("Vagtplan.txt", "Mandag til fredag kl. 9 til 12."),
    ):  # fmt: skip
        stage.ask(partial(files.attach, participant=who, name=name, data=words.encode(), now=stage.now))
    _tab("files")(stage, page)


def _attaching(stage: Stage, page: CaseloadPage) -> None:
    _tab("files")(stage, page)
    attach(stage.window.desk, page, _named(stage, "Sofie Dam"), Path("Vagtplan for Supermarked Vest.pdf"))


SCENES: dict[str, Callable[[datetime], Scene]] = {
    **{f"calendar-{mode}": page("calendar", _mode(mode)) for mode in ("week", "month", "list", "time")},
    "calendar-empty": page("calendar", of="empty"),
    "case-work": page("caseload", _on("Sofie Dam", _tab("work"))),
    "case-openness": page("caseload", _on("Sofie Dam", _tab("openness"))),
    "case-files": page("caseload", _on("Sofie Dam", _filed)),
    "case-files-empty": page("caseload", _on("Amira Holm", _tab("files"))),
    "case-files-form": page("caseload", _on("Sofie Dam", _attaching)),
    "case-guidance": page("caseload", _on("Sofie Dam", _tab("guidance"))),
    "clinic-meeting": page("today", _window("clinic")),
    "benefits": page("today", _window("benefits")),
    "policy": page("today", _window("policy")),
    "visit": page("employers", _visit),
    "print": page("today", _print),
}
