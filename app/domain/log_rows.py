"""What was done, as rows to count: no names, no text, only when, by whom, where and for which participant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from app.domain.code_list import CodeLists

NEVER: Final = date.min
ALL_HERE: Final = date.max
_SATURDAY: Final = 5
_YEAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both counted; `last` None is open."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are both in it."""

    first: date
    last: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    @property
    def weeks(self) -> float:
        return ((self.last - self.first).days + 1) / 7


@dataclass(frozen=True, slots=True)
class Worker:
    """A consultant. `fte`: percent of a full-time post; `away`: holidays and sickness, never why. `synced`: the day of the
    last synchronisation; `ALL_HERE` where no day's rows are wanting."""

    id: str
    fte: int = 100
    since: date | None = None
    until: date | None = None
    away: tuple[Span, ...] = ()
    synced: date = ALL_HERE

    def worked_between(self, after: date, last: date, free: frozenset[date]) -> bool:
        """Whether a workday of theirs lies after `after`, and no later than `last`; of more than a year the last one."""
        if after >= last:
            return False
        days = Period(max(after, last - _YEAR) + timedelta(days=1), last).days()
        return any(day.weekday() < _SATURDAY and day not in free and self.works(day) for day in days)

    def works(self, day: date) -> bool:
        employed = (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        return employed and not any(span.holds(day) for span in self.away)


@dataclass(frozen=True, slots=True)
class Course:
    """One participant's IPS course; `id` is the participant's. `began`: the first meeting with the consultant. `on_hold`: side
    states. `refusal`: why the referral became no course.

    `in_work_at_start`, `team` and the plan's dates are None or empty where nobody has said. `thirty_on`: the day of the
    thirtieth birthday, which is all that is kept of the age. `benefits`: (code, days). `moves`: (day, phase until then).
    """

    id: UUID
    consultant: str
    phase: str
    began: date | None
    ended: date | None = None
    received: date | None = None
    accepted: date | None = None
    source: str = ""
    refused: bool = False
    team: str = ""
    on_hold: tuple[Span, ...] = ()
    in_work_at_start: bool | None = None
    plan_from: date | None = None
    plan_review: date | None = None
    disclosure_talks: int = 0
    profile_versions: tuple[date, ...] = ()
    marker: str = ""
    marker_from: date | None = None
    marker_until: date | None = None
    thirty_on: date | None = None
    benefits: tuple[tuple[str, Span], ...] = ()
    moves: tuple[tuple[date, str], ...] = ()
    refusal: str = ""

    def phase_on(self, day: date) -> str:
        """The phase at the end of a day; the one of now where no change is known to lie after it."""
        return next((before for moved, before in self.moves if moved > day), self.phase)

    def open_on(self, day: date) -> bool:
        return self.began is not None and self.began <= day and (self.ended is None or self.ended > day)


@dataclass(frozen=True, slots=True)
class Visit:
    """A contact with an employer. `competitive` and `wished` (yes, partly, no) are None where nobody has said."""

    id: UUID
    on: date
    by: str
    employer: UUID
    in_person: bool
    purpose: str
    whose: frozenset[UUID]
    minutes: int = 0
    competitive: bool | None = None
    wished: str | None = None
    reviewed: date | None = None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """Worked minutes. `vocational` and `place` are None where nobody has said. `kind`: what the row was read from; `rows`:
    how many alike of one day it stands for."""

    id: UUID
    on: date
    by: str
    minutes: int
    vocational: bool | None
    place: str | None
    kind: str = "time"
    rows: int = 1


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job. `strict`, `danish`, `star`: what its form of employment counts as. `counts`: four paid hours are worked,
    or None where nobody has said. `lost_known`: the day the consultant learned of its end."""

    id: UUID
    participant: UUID
    began: date
    ended: date | None = None
    strict: bool = True
    danish: bool = True
    star: bool = True
    counts: bool | None = None
    job_type: str = ""
    workplace: str = ""
    form: str = ""
    weekly_hours: float | None = None
    lost_known: date | None = None
    guidance_on: date | None = None
    end_reason: str = ""


@dataclass(frozen=True, slots=True)
class StudyRow:
    """An education. `ordinary`: open to everybody."""

    id: UUID
    participant: UUID
    began: date
    ended: date | None = None
    ordinary: bool = True


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A contact with or about a participant. `with_whom`: participant, employer, clinic, authority, relative."""

    id: UUID
    on: date
    by: str
    participant: UUID
    with_whom: str
    in_person: bool
    purpose: str = ""
    job: UUID | None = None
    declined: bool = False
    outreach: bool = False


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting of the consultant's own. `kind`: treatment_team, ips_team, supervision and so on; `team`: the clinic's."""

    id: UUID
    on: date
    by: str
    kind: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """A permission to share. `until`: the last day it holds; `withdrawn`: taken back before that."""

    id: UUID
    participant: UUID
    since: date
    until: date
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """What the guard asked about and the writer, or a leader, let stand: how often that day. `rule`: which kind of rule."""

    id: UUID
    on: date
    by: str
    rule: str
    times: int


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """From `since` on the consultant `by` is trained in IPS, in training, or neither. `status`: one of `time_log.Trained`."""

    id: UUID
    since: date
    by: str
    status: str


@dataclass(frozen=True, slots=True)
class Logs:
    """All rows of one team. `free_days`: public holidays. `lists`: what the codes of the dated lists are called."""

    workers: tuple[Worker, ...] = ()
    courses: tuple[Course, ...] = ()
    visits: tuple[Visit, ...] = ()
    times: tuple[TimeRow, ...] = ()
    jobs: tuple[JobRow, ...] = ()
    studies: tuple[StudyRow, ...] = ()
    supports: tuple[SupportRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()
    overrides: tuple[OverrideRow, ...] = ()
    trainings: tuple[TrainingRow, ...] = ()
    free_days: frozenset[date] = field(default_factory=frozenset)
    lists: CodeLists = field(default_factory=CodeLists)
