"""Is the text safe, and may it be entered: which sentence stands where, which button lives. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.errors import DiskFull, FeltjournalError
from app.policy import standing
from ui.note.findings import Found
from ui.text import dates, explain, guard

translate = QCoreApplication.translate


class Saving(enum.Enum):
    NOTHING = enum.auto()  # nothing written yet
    WAITING = enum.auto()  # written, the store has not answered
    SAVED = enum.auto()
    RESTORED = enum.auto()
    FAILED = enum.auto()


@dataclass(frozen=True, slots=True)
class Safety:
    """`at`: when the store said yes, or when the restored draft was kept. `error`: why it could not keep the text."""

    saving: Saving = Saving.NOTHING
    at: datetime | None = None
    error: FeltjournalError | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its icon and the role of the style sheet it is written in."""

    icon: str
    tint: str
    role: str
    text: str


def safety_line(safety: Safety, now: datetime) -> Line:
    match safety.saving:
        case Saving.NOTHING:
            return Line("hard-drive", "faint", "muted", translate("Note", "Gemmes, mens du skriver"))
        case Saving.WAITING:
            return Line("hard-drive", "faint", "muted", translate("Note", "Gemmer …"))
        case Saving.SAVED:
            text = translate("Note", "Gemt på denne computer kl. {time}").format(
                time=dates.clock(safety.at or now, now)
            )
            return Line("hard-drive", "okText", "muted", text)
        case Saving.RESTORED:
            text = translate("Note", "Genskabt kladde fra {when}").format(
                when=dates.moment_within(safety.at or now, now)
            )
            return Line("history", "okText", "muted", text)
        case Saving.FAILED:
            return Line("triangle-alert", "stopText", "mutedStop", translate("Note", "Kan ikke gemme"))


def _cannot_save(safety: Safety, copied: str) -> str:
    if copied:
        return translate(
            "Note",
            "IKKE gemt i journalen endnu. En krypteret redningskopi fra kl. {time} ligger i den mappe, du valgte. Der "
            "prøves igen af sig selv.",
        ).format(time=copied)
    if isinstance(safety.error, DiskFull):
        return translate(
            "Note",
            "IKKE gemt: disken er fuld. Teksten står stadig her, og der prøves igen. Gem en krypteret redningskopi i en "
            "anden mappe, før du lukker.",
        )
    if safety.error is not None:
        return explain(safety.error)
    return translate("Note", "Kan ikke gemme. Teksten står stadig her. Kopiér den, før du lukker.")


@dataclass(frozen=True, slots=True)
class Foot:
    """`may_copy`: the disk refuses the text, and a sealed copy may be made elsewhere."""

    line: Line
    may_enter: bool
    may_copy: bool = False


def foot(
    all_found: tuple[Found, ...],
    safety: Safety,
    *,
    entering: bool,
    empty: bool,
    problem: str = "",
    copied: str = "",
) -> Foot:
    """`problem`: what the last try to enter ran into; it stands until the writer goes on. `copied`: the hour at which a
    rescue copy of just this text was made."""
    stops = sum(item.spot.stops for item in all_found)
    asks = len(all_found) - stops
    if entering:
        return Foot(Line("clock", "faint", "muted", translate("Note", "Fører i journalen …")), False)
    if safety.saving is Saving.FAILED:
        said = _cannot_save(safety, copied)
        return Foot(Line("triangle-alert", "stopText", "stop", said), not stops, may_copy=True)
    if stops:
        return Foot(Line("octagon-alert", "stopText", "stop", _stopped(stops, safety)), False)
    if problem:
        return Foot(Line("circle-x", "warnText", "warn", problem), True)
    if asks:
        text = (
            translate("Note", "%n sted(er) at overveje: skriv om, eller vælg Behold.", "", asks)
            if standing.guard_overrides()
            else translate(
                "Note", "%n sted(er) at skrive om. Din it-afdeling har slået Behold fra.", "", asks
            )
        )
        return Foot(Line("circle-question-mark", "warnText", "warn", text), True)
    if empty:
        return Foot(
            Line("info", "faint", "muted", translate("Note", "Skriv først. Resten kan rettes bagefter.")),
            True,
        )
    text = translate("Note", "Et notat i journalen ændres ikke. Det kan rettes med et nyt.")
    return Foot(Line("info", "faint", "muted", text), True)


def _stopped(stops: int, safety: Safety) -> str:
    if safety.saving in (Saving.SAVED, Saving.RESTORED):
        return guard.block(stops)
    return translate("Note", "%n stop skal løses, før notatet kan føres i journalen.", "", stops)
