"""The sections of a candidate's page behind the timeline, in the order of their tabs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.caseload.career import CareerSubject
from ui.caseload.clinic import ClinicSubject
from ui.caseload.consents import ConsentSubject
from ui.caseload.course import CourseSubject
from ui.caseload.files import FileSubject
from ui.caseload.guidance import GuidanceSubject
from ui.caseload.openness import OpennessSubject
from ui.caseload.section import SectionKind
from ui.caseload.work import WorkSubject

translate = QCoreApplication.translate


def kinds() -> tuple[SectionKind, ...]:
    return (
        SectionKind("course", translate("Sections", "&Forløb"), "Alt+2", CourseSubject),
        SectionKind("career", translate("Sections", "&Profil og plan"), "Alt+3", CareerSubject),
        SectionKind("consents", translate("Sections", "&Samtykker"), "Alt+4", ConsentSubject),
        SectionKind("clinic", translate("Sections", "K&linikken"), "Alt+5", ClinicSubject),
        SectionKind("work", translate("Sections", "Jo&b og støtte"), "Alt+6", WorkSubject),
        SectionKind("openness", translate("Sections", "Åbe&nhed"), "Alt+7", OpennessSubject),
        SectionKind("guidance", translate("Sections", "&Ydelser"), "Alt+8", GuidanceSubject),
        SectionKind("files", translate("Sections", "Fi&ler"), "Alt+9", FileSubject),
    )
