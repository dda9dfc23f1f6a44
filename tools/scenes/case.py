"""The sections of a candidate's page, and the forms of its acts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from tools.scenes import Scene
from tools.scenes.workplace import Stage, _on, page
from ui.caseload.markers import MarkersForm
from ui.caseload.page import CaseloadPage
from ui.caseload.section import Section

SCENES: dict[str, Callable[[datetime], Scene]] = {}


def _tab(tab: str, act: object = None) -> Callable[[Stage, CaseloadPage], object]:
    def go(stage: Stage, found: CaseloadPage) -> None:
        found.candidate.go_into(tab)
        stage.settle()
        section: Any = found.candidate.sections.get(tab)
        if act is not None and isinstance(section, Section):
            section.parts.asked.emit(act)

    return go


for _name, _who in (
    ("course", "Viktor Enevoldsen"),
    ("career", "Sofie Dam"),
    ("consents", "Peter Nygaard"),
    ("clinic", "Amira Holm"),
):
    SCENES[f"case-{_name}"] = page("caseload", _on(_who, _tab(_name)))
SCENES["case-plan"] = page("caseload", _on("Amira Holm", _tab("career")))
SCENES["case-profile-form"] = page("caseload", _on("Sofie Dam", _tab("career", "profile")))
SCENES["case-job-form"] = page("caseload", _on("Amira Holm", _tab("work", "new-job")))
SCENES["case-past-job-form"] = page("caseload", _on("Amira Holm", _tab("career", "past-job")))
SCENES["case-consent-form"] = page("caseload", _on("Amira Holm", _tab("consents", "give")))
SCENES["case-marker-form"] = page("caseload", _on("Karim Aydin", _tab("course", "marker")))


def _markers(stage: Stage) -> QWidget | None:
    stage.window.commands.run("caseload.markers")
    stage.settle()
    form = stage.window.findChild(MarkersForm)
    if form is not None:
        form.setFixedSize(form.size())
    return form


SCENES["case-markers"] = page("caseload", _markers)
