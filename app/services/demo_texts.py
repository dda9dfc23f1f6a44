"""The words of the invented jobcenter: people, employers, and notes that are put together anew each time."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

import resources
from app.domain.journal import NoteKind, Place, SourceOf
from app.services.journal import NoteFields

_DAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
_MONTHS: Final = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_CLOCK: Final = ("8.00", "8.30", "9.00", "9.30", "10.00", "10.15", "10.30", "11.00", "13.00", "13.30")
_HOURS: Final = ("8", "10", "12", "14", "15", "16", "18", "20")
_COUNTS: Final = ("to", "tre", "fire", "fem")
_HER: Final = {"Han": "Hun", "han": "hun", "ham": "hende", "hans": "hendes", "Hans": "Hendes"}
_TRIES: Final = 60
_REST: Final = 5


def load(name: str) -> Any:
    """One of the data files of `resources/demo`."""
    return json.loads(resources.path(f"demo/{name}").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented participant as the data file has them."""

    data: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.data["name"])

    @property
    def case_no(self) -> str:
        return str(self.data["case_no"])

    @property
    def weeks(self) -> int:
        return int(self.data["weeks"])

    @property
    def job_weeks(self) -> int:
        return int(self.data.get("job_weeks") or 0)

    def stage(self, week: int) -> str:
        """What the notes of the course's week `week` are about."""
        phase = self.data["phase"]
        if week < _REST:
            return "start"
        if self.job_weeks and week > self.weeks - self.job_weeks:
            late = phase == "aftercare" and week > self.weeks - self.job_weeks + 26
            return "study" if phase == "in_education" else "late" if late else "job"
        return "hold" if phase == "on_hold" and week > self.weeks - 4 else "search"


@dataclass(frozen=True, slots=True)
class Firm:
    data: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.data["name"])

    @property
    def area(self) -> str:
        return str(self.data["area"])


@dataclass(slots=True)
class Pen:
    """Writes notes and contact lines; no two are alike, and nobody's note takes up what was just written of them."""

    rng: Random
    firms: dict[str, list[Firm]]
    areas: dict[str, Any]
    topics: list[dict[str, Any]]
    lines: dict[str, Any]
    written: set[str] = field(default_factory=set)
    lately: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def note(self, one: Persona, stage: str, at: datetime, *, week: int, talk: bool = False) -> NoteFields:
        """A note about `one` at `at`. `talk`: it must be a conversation."""
        for _ in range(_TRIES):
            number = self._topic(one, stage, talk=talk)
            made = self._make(self.topics[number], one, stage, at, week=week)
            whole = "\n".join((made.facts, made.own_view, made.assessment, made.agreements))
            if whole not in self.written:
                self.written.add(whole)
                self.lately[one.name].append(number)
                return made
        raise RuntimeError(f"nothing new to say at stage {stage}")

    def firm(self, one: Persona, stage: str) -> Firm:
        own = one.data.get("employer")
        if own and stage in ("job", "study", "late"):
            return next(firm for firms in self.firms.values() for firm in firms if firm.name == own)
        return self.rng.choice(self.firms[one.data["area"]])

    def contact(self, firm: Firm, at: datetime) -> dict[str, str]:
        """What was said at an employer's, and the next step."""
        slots = self._firm_slots(firm, firm.area) | self._time_slots(at)
        said = [self.rng.choice(options) for options in self.lines["about"]]
        return {
            "about": " ".join(filter(None, said)).format_map(slots),
            "next_step": str(self.rng.choice(self.lines["next"])).format_map(slots),
            "spoke_with": str(firm.data["contact"]),
        }

    def _topic(self, one: Persona, stage: str, *, talk: bool) -> int:
        recent = self.lately[one.name][-_REST:]
        fitting = [
            number
            for number, topic in enumerate(self.topics)
            if stage in topic["when"] and not (talk and topic["kind"] not in ("meeting", "follow_up"))
        ]
        if stage == "start":
            new = [n for n in fitting if n not in self.lately[one.name]]
            return new[0] if new else self.rng.choice(fitting)
        before = self.lately[one.name]
        fresh = [
            n for n in fitting if n not in recent and not self._is_over(self.topics[n], one, used=n in before)
        ]
        return self.rng.choice(fresh or fitting)

    def _is_over(self, topic: dict[str, Any], one: Persona, *, used: bool) -> bool:
        """Told once only: the first days of a job, and what was learnt from a job that ended."""
        if topic.get("lost"):
            return used or one.data["phase"] != "job_lost"
        return bool(topic.get("first")) and used

    def _make(
        self, topic: dict[str, Any], one: Persona, stage: str, at: datetime, *, week: int
    ) -> NoteFields:
        firm = self.firm(one, stage)
        slots = self._slots(one, firm, at, week=week)
        facts = " ".join(self._said(options, slots) for options in topic["facts"])
        return NoteFields(
            participant=None,
            kind=NoteKind(topic["kind"]),
            title=self._said(topic["title"], slots)[:80],
            happened_at=at,
            minutes=self.rng.choice(topic["minutes"]),
            place=Place(topic["place"]),
            source=SourceOf(topic["source"]),
            facts=facts,
            own_view=self._maybe(topic.get("own"), slots, 0.6),
            assessment=self._maybe(topic.get("view"), slots, 0.4),
            agreements=self._maybe(topic.get("agreed"), slots, 0.85),
        )

    def _maybe(self, options: list[str] | None, slots: dict[str, str], chance: float) -> str:
        return self._said(options, slots) if options and self.rng.random() < chance else ""

    def _said(self, options: list[str], slots: dict[str, str]) -> str:
        text = str(self.rng.choice(options)).format_map(slots)
        return text[:1].upper() + text[1:]

    def _slots(self, one: Persona, firm: Firm, at: datetime, *, week: int) -> dict[str, str]:
        data = one.data
        pronouns = _HER if data["she"] else {word: word for word in _HER}
        return (
            self._time_slots(at)
            | self._firm_slots(firm, data["area"])
            | pronouns
            | {
                "fornavn": one.name.split()[0],
                "ønske": data["area"],
                "træk": self.rng.choice(data["traits"]),
                "styrke": data["strength"],
                "køretøj": data["ride"],
                "klinik": data["clinic_contact"].split(",")[0],
                "sagsbehandler": data["caseworker"].split(",")[0],
                "uger": str(max(1, week - (one.weeks - one.job_weeks))),
                "min": str(self.rng.choice((15, 20, 25, 30, 35))),
                "antal": self.rng.choice(_COUNTS),
            }
        )

    def _firm_slots(self, firm: Firm, area: str) -> dict[str, str]:
        first, second = self.rng.sample(self.areas[area]["tasks"], 2)
        return {"firma": firm.name, "kontakt": str(firm.data["contact"]), "opgave": first, "opgave2": second}

    def _time_slots(self, at: datetime) -> dict[str, str]:
        later = _weekday(at + timedelta(days=self.rng.randint(5, 20)))
        return {
            "dag": self.rng.choice(_DAYS),
            "kl": self.rng.choice(_CLOCK),
            "dato": f"{later.day}. {_MONTHS[later.month - 1]}",
            "uge": str(later.isocalendar().week),
            "timetal": self.rng.choice(_HOURS),
        }


def _weekday(at: datetime) -> datetime:
    return at - timedelta(days=max(0, at.weekday() - 4))
