"""An invented jobcenter's eighteen months, written through the real use cases: guard, journal, outbox and all."""

from __future__ import annotations

import csv
import io
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from app import guard
from app.domain import caseload_file
from app.domain.calendar import AppointmentKind
from app.domain.employer import ContactMode, Outcome, Purpose
from app.domain.journal import NoteKind, Place, SourceOf, source_of
from app.services import calendar, caseload, demo_cases, demo_work, employers, journal
from app.services.demo_texts import Firm, Pen, Persona, load
from app.services.door import Held, Invalid, Saved, tidy
from app.services.journal import NoteFields
from app.store import caseload as rows
from app.store import people

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

SEED: Final = 20261123
_PART: Final = 40
_READERS: Final = 2
_WEEKS: Final = 78
_CORRECTED: Final = 41
_HELD_SHARE: Final = 0.25
_OTHER_WORDS: Final = 4
_IN_PERSON: Final = 0.65
# Half a year of employer contacts in full, as the figures read them; of those before only some.
_CONTACTS_KEPT: Final = 190
_OLD_CONTACTS: Final = 0.35
_SEARCHING: Final = ("start", "search")


@dataclass(frozen=True, slots=True)
class Filled:
    """`held`: the categories of the notes that found no words the guard lets in; they are left out."""

    notes: int
    held: tuple[str, ...]


def fill(vault: Vault, *, now: datetime, seed: int = SEED) -> Filled:
    """Write it all. Participants that are here already, by case number, get their history."""
    history = History(now, seed)
    for _ in history.write(vault):
        pass
    return history.filled


class History:
    """Eighteen months, composed and not yet written."""

    def __init__(self, now: datetime, seed: int = SEED, *, since: datetime | None = None) -> None:
        """`since`: only what happened after that; the people and places are all there."""
        self._story = _Story(now, Random(seed))  # noqa: S311
        self._story.compose()
        if since is not None:
            self._story.events = [event for event in self._story.events if event[0] >= since]

    @property
    def filled(self) -> Filled:
        return Filled(self._story.notes, tuple(self._story.held))

    def read_ahead(self, enough: Callable[[], bool] = lambda: False) -> None:
        """Let the guard read what is to be written, until `enough` says so; it remembers its answers. Side by side: its
        encoder lets go of the interpreter while it reads."""

        def read(one: tuple[str, guard.Source]) -> None:
            if not enough():
                guard.review(*one)

        with ThreadPoolExecutor(_READERS, thread_name_prefix="guard") as readers:
            deque(readers.map(read, dict.fromkeys(self._story.texts)), maxlen=0)

    def write(self, vault: Vault) -> Iterator[tuple[int, int]]:
        """Done and whole, after each part; a part is one transaction, and none is open at a `yield`."""
        story, events = self._story, self._story.events
        with _one_transaction(vault) as story.vault:
            story.introduce()
        for done in range(0, len(events), _PART):
            with _one_transaction(vault) as story.vault:
                for at, write in events[done : done + _PART]:
                    write(min(at, story.now))
            yield min(done + _PART, len(events)), len(events)


def add_todays_work(vault: Vault, *, now: datetime) -> None:
    """Two notes, a visit, an appointment and a draft, on a computer that is not on the municipal network."""
    story = _Story(now, Random(SEED))  # noqa: S311
    with _one_transaction(vault) as story.vault:
        story.wait()


def caseload_csv(now: datetime) -> bytes:
    """The same participants as a municipality exports them, for `load-caseload`."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n")
    write.writerow(caseload_file.column_name(name) for name in _COLUMNS)
    consultant = load("scenes.json")["consultant"]
    for one in _personas():
        told = _facts(one, now) | {"consultant": consultant}
        write.writerow(_cell(told[name]) for name in _COLUMNS)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value or "")


_COLUMNS: Final = (
    "name", "cpr", "case_no", "phase", "ips_start", "job_start", "consultant", "phone", "wish_area", "wish_hours",
    "wish_transport", "disclosure", "clinic_contact", "caseworker",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Batch:
    """A vault whose use cases share one open transaction, so that two thousand of them wait for the disk once."""

    tx: Tx
    vault: Vault

    @contextmanager
    def begin(self) -> Iterator[Tx]:
        yield self.tx

    read = begin

    def sign(self, data: bytes) -> bytes:
        return self.vault.sign(data)


@contextmanager
def _one_transaction(vault: Vault) -> Iterator[Vault]:
    with vault.begin() as tx:
        yield cast("Vault", _Batch(tx, vault))


Event = tuple[datetime, Callable[[datetime], None]]


@dataclass(slots=True)
class _Story:
    """`ids`: participants and employers by name. `texts`: what the guard will be asked about, most of it."""

    now: datetime
    rng: Random
    vault: Vault = field(init=False)
    ids: dict[str, UUID] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    notes: int = 0
    held: list[str] = field(default_factory=list)
    texts: list[tuple[str, guard.Source]] = field(default_factory=list)

    def compose(self) -> None:
        pen = _pen(self.rng)
        for one in _personas():
            self._course(one, pen)
        self._scenes()
        self.events.append((self.now, self._cases))
        self.events.sort(key=lambda event: event[0])

    def introduce(self) -> None:
        """The people and the places, before anything is told of them."""
        self._introduce(_personas())
        self._employers(_pen(self.rng))

    def wait(self) -> None:
        """What has not been sent yet."""
        self._find_all()
        scene = load("scenes.json")["waiting"]
        for note in scene["notes"]:
            self._write(_scene_note(note, self._moment(note)), note["person"], self.now)
        contact = scene["contact"]
        at = min(_clock(self.now, contact["time"]), self.now - timedelta(minutes=contact["minutes"]))
        _must(
            employers.log_contact(
                self.vault, employer=self.ids[contact["employer"]], participants=[self.ids[contact["person"]]],
                now=self.now, fields={
                    "at": at, "mode": ContactMode.IN_PERSON.value, "purpose": Purpose.ASK_FOR_PERSON.value,
                    "outcome": Outcome.WANTS_CANDIDATE.value, "next_on": self.now.date(),
                    **{name: contact[name] for name in ("minutes", "spoke_with", "about", "next_step")},
                },
            )
        )  # fmt: skip
        self._appoint(scene["appointment"], self.now)
        self._draft()

    def _cases(self, now: datetime) -> None:
        rng = Random(SEED)  # noqa: S311
        demo_cases.write(self.vault, _personas(), self.ids, now=now, rng=rng)
        demo_work.write(self.vault, _personas(), self.ids, now=now)

    def _introduce(self, cast_: list[Persona]) -> None:
        with self.vault.begin() as tx:
            if not people.me(tx).name:
                people.introduce(tx, name=load("scenes.json")["consultant"], role="consultant")
            here = {one.case_no: one.id for one in rows.all(tx)}
        for one in cast_:
            fields = _facts(one, self.now)
            id = here.get(one.case_no)
            made = (
                caseload.change(self.vault, id, fields=fields, now=self.now)
                if id
                else caseload.create(self.vault, fields=fields, now=self._day(one.weeks * 7, 8))
            )
            self.ids[one.name] = _must(made)

    def _employers(self, pen: Pen) -> None:
        for firms in pen.firms.values():
            for firm in firms:
                fields = {n: firm.data[n] for n in ("name", "address", "city", "relation")} | {
                    "branch": pen.areas[firm.area]["branch"],
                    "contact_person": f"{firm.data['contact']}, {firm.data['role']}",
                }
                at = self._day(_WEEKS * 7, 8)
                self.ids[firm.name] = _must(employers.create(self.vault, fields=fields, now=at, anyway=True))

    def _course(self, one: Persona, pen: Pen) -> None:
        """One participant's notes, contacts and appointments, from the first week to when they were last seen."""
        seen = one.data["seen"]
        if seen is None:
            return
        day, last = one.weeks * 7, int(seen)
        while day > last + 3:
            self._meeting(one, pen, day)
            kept = 1.0 if day < _CONTACTS_KEPT else _OLD_CONTACTS
            if one.stage(one.weeks - day // 7) in _SEARCHING and self.rng.random() < 0.55 * kept:
                self._contact(one, pen, max(day - 2, 1))
            elif self.rng.random() < 0.2 * kept:
                self._contact(one, pen, max(day - 3, 1))
            day -= self.rng.choice((5, 6, 7, 7, 8, 9))
        if one.name not in {note["person"] for note in load("scenes.json")["notes"]}:
            self._meeting(one, pen, last, talk=True)

    def _meeting(self, one: Persona, pen: Pen, day: int, *, talk: bool = False) -> None:
        week = one.weeks - day // 7
        at = self._day(
            day, self.rng.choice((8, 9, 9, 10, 10, 11, 12, 13, 14)), self.rng.choice((0, 15, 30, 45))
        )

        def say() -> NoteFields:
            return pen.note(one, one.stage(week), at, week=week, talk=talk)

        note = say()
        self._will_say(note)
        written = at + timedelta(minutes=(note.minutes or 0) + self.rng.randint(5, 90))
        self.notes += 1
        corrected = self.notes % _CORRECTED == 0
        self.events.append(
            (written, lambda t: self._write(note, one.name, t, corrected=corrected, otherwise=say))
        )
        if note.kind in (NoteKind.MEETING, NoteKind.FOLLOW_UP) and self.rng.random() < _HELD_SHARE:
            self._held(note, one.name, at)

    def _will_say(self, note: NoteFields) -> None:
        self.texts += [
            (tidy(text).strip(), source_of(name, note.source)) for name, text in note.texts.items()
        ]

    def _held(self, note: NoteFields, whose: str, at: datetime) -> None:
        """The appointment behind a conversation: made some days before, held on the day."""
        made: list[UUID] = []

        def make(then: datetime) -> None:
            made.append(
                _must(
                    calendar.create_appointment(
                        self.vault, kind=_APPOINTED[note.kind], title=note.title, starts_at=at, now=then,
                        minutes=note.minutes, participant=self.ids[whose],
                    )
                )
            )  # fmt: skip

        def hold(then: datetime) -> None:
            if made:  # else it was made before what is told begins
                _must(calendar.hold_appointment(self.vault, made[0], now=then))

        self.events += [(at - timedelta(days=5), make), (at + timedelta(minutes=note.minutes or 0), hold)]

    def _contact(self, one: Persona, pen: Pen, day: int) -> None:
        stage = one.stage(one.weeks - day // 7)
        firm = pen.firm(one, stage)
        in_person = self.rng.random() < _IN_PERSON
        at = self._day(day, self.rng.choice((9, 10, 11, 12, 13, 14)), self.rng.choice((0, 10, 20, 35, 50)))
        fields: dict[str, Any] = {
            **pen.contact(firm, at),
            "at": at,
            "minutes": self.rng.choice((20, 25, 30, 35, 45)) if in_person else self.rng.choice((5, 10, 15)),
            "mode": (ContactMode.IN_PERSON if in_person else ContactMode.PHONE).value,
            "purpose": self.rng.choice(_PURPOSES[stage in _SEARCHING]).value,
            "outcome": self.rng.choice(_OUTCOMES).value if stage in _SEARCHING else None,
            "next_on": (at + timedelta(days=self.rng.randint(5, 25))).date(),
        }
        alone = self.rng.random() >= 0.85
        self.texts += [(str(fields[name]).strip(), guard.Source.OBSERVED) for name in ("about", "next_step")]

        def log(then: datetime) -> None:
            _must(
                employers.log_contact(
                    self.vault, employer=self.ids[firm.name], fields=fields, now=then,
                    participants=[] if alone else [self.ids[one.name]], matched=() if alone else ("job_type", "hours"),
                    matches={self.ids[one.name]: "yes" if stage in _SEARCHING else "partly"},
                )
            )  # fmt: skip

        self.events.append((at + timedelta(minutes=50), log))

    def _scenes(self) -> None:
        scenes = load("scenes.json")
        for note in scenes["notes"]:
            at = self._moment(note)
            told = _scene_note(note, at)
            self._will_say(told)
            self._later(
                at + timedelta(minutes=note["minutes"] + 10), self._write_scene, (told, note["person"])
            )
        for appointment in scenes["appointments"]:
            made = self._day(max(1, -appointment["days"]), 14)
            self._later(made, self._appoint, appointment)
        for task in scenes["tasks"]:
            self._later(self._day(12, 9), self._add_task, task)

    def _later(self, at: datetime, write: Callable[[Any, datetime], None], what: Any) -> None:
        self.events.append((at, lambda then: write(what, then)))

    def _write(
        self,
        note: NoteFields,
        whose: str,
        now: datetime,
        *,
        corrected: bool = False,
        otherwise: Callable[[], NoteFields] | None = None,
    ) -> None:
        """Enter a note. What the guard holds back is said in other words, `otherwise`, as a consultant would."""
        note = replace(note, participant=self.ids[whose])
        saved = journal.write_note(self.vault, note=note, now=now)
        for _ in range(_OTHER_WORDS):
            if otherwise is None or not isinstance(saved, Held):
                break
            note = replace(otherwise(), participant=self.ids[whose])
            saved = journal.write_note(self.vault, note=note, now=now)
        if isinstance(saved, Held):
            self.held += [f.category for found in saved.findings.values() for f in found]
        elif isinstance(saved, Invalid):
            raise RuntimeError(f"the demo wrote what the journal refuses: {saved!r}")
        elif corrected:
            said = f"{note.facts} {self.rng.choice(load('scenes.json')['corrections'])}"
            later = min(now + timedelta(hours=20), self.now)
            journal.correct(self.vault, saved.note.id, note=replace(note, facts=said), now=later)

    def _write_scene(self, told: tuple[NoteFields, str], now: datetime) -> None:
        self._write(*told, now)

    def _appoint(self, scene: dict[str, Any], now: datetime) -> None:
        _must(
            calendar.create_appointment(
                self.vault, kind=AppointmentKind(scene["kind"]), title=scene["title"], place=scene["place"],
                starts_at=_clock(self.now + timedelta(days=scene["days"]), scene["time"]), now=now,
                minutes=scene["minutes"], participant=self.ids[scene["person"]] if scene["person"] else None,
                employer=self.ids[scene["employer"]] if scene["employer"] else None,
            )
        )  # fmt: skip

    def _add_task(self, scene: dict[str, Any], now: datetime) -> None:
        due = self.now.date() + timedelta(days=scene["due"])
        whose = self.ids[scene["person"]] if scene["person"] else None
        id = _must(
            calendar.add_task(self.vault, title=scene["title"], due_on=due, participant=whose, now=now)
        )
        if scene["done"]:
            _must(calendar.do_task(self.vault, id, now=self._day(scene["done"], 15)))

    def _draft(self) -> None:
        """Typed twenty minutes ago; the guard cut a stretch out on its way to the disk."""
        scene = load("scenes.json")["draft"]
        at = self.now - timedelta(minutes=20)
        note = replace(_scene_note(scene, at), participant=self.ids[scene["person"]])
        journal.save_draft(self.vault, note=note, now=at)

    def _find_all(self) -> None:
        with self.vault.read() as tx:
            self.ids = {one.name: one.id for one in rows.all(tx)}
        self.ids |= {row.employer.name: row.employer.id for row in employers.register(self.vault)}

    def _moment(self, scene: dict[str, Any]) -> datetime:
        return _workday(_clock(self.now - timedelta(days=scene["days"]), scene["time"]), self.now)

    def _day(self, days: int, hour: int, minute: int = 0) -> datetime:
        """So many days ago at that time; the Friday before when that was a weekend."""
        at = (self.now - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
        return _workday(at, self.now)


_APPOINTED: Final = {NoteKind.MEETING: AppointmentKind.MEETING, NoteKind.FOLLOW_UP: AppointmentKind.FOLLOW_UP}
_PURPOSES: Final = {
    True: (Purpose.LEARN_NEEDS, Purpose.ASK_FOR_PERSON, Purpose.FOLLOW_UP_LEAD, Purpose.INTRODUCE_IPS),
    False: (Purpose.JOB_SUPPORT, Purpose.THANK, Purpose.PROBLEM_SOLVING),
}
_OUTCOMES: Final = (
    Outcome.COME_BACK, Outcome.COME_BACK, Outcome.WANTS_CANDIDATE, Outcome.NO_INTEREST, Outcome.TRIAL_DAY,
    Outcome.INTERVIEW_AGREED,
)  # fmt: skip


def _personas() -> list[Persona]:
    return [Persona(data) for data in load("people.json")]


def _pen(rng: Random) -> Pen:
    places = load("employers.json")
    firms: dict[str, list[Firm]] = defaultdict(list)
    for data in places["employers"]:
        firms[data["area"]].append(Firm(data))
    return Pen(rng, firms, places["areas"], load("topics.json"), load("contacts.json"))


def _facts(one: Persona, now: datetime) -> dict[str, Any]:
    """What the caseload says of a participant today."""
    return {
        name: one.data[name]
        for name in (
            "name", "cpr", "case_no", "phase", "phone", "wish_area", "wish_hours", "wish_transport", "disclosure",
            "clinic_contact", "caseworker",
        )
    } | {"ips_start": _start(one, now), "job_start": _job_start(one, now)}  # fmt: skip


def _start(one: Persona, now: datetime) -> date | None:
    return _workday(now - timedelta(weeks=one.weeks), now).date() if one.weeks else None


def _job_start(one: Persona, now: datetime) -> date | None:
    if not one.job_weeks:
        return None
    if one.data.get("due_friday"):
        friday = now.date() + timedelta(days=4 - now.weekday())
        return friday - timedelta(weeks=one.job_weeks + 1)
    return now.date() - timedelta(days=(one.job_weeks - 1) * 7 + 2)


def _scene_note(scene: dict[str, Any], at: datetime) -> NoteFields:
    return NoteFields(
        participant=None, kind=NoteKind(scene["kind"]), title=scene["title"], happened_at=at,
        minutes=scene["minutes"], place=Place(scene["place"]), source=SourceOf(scene["source"]),
        facts=scene["facts"], own_view=scene.get("own_view", ""), assessment=scene.get("assessment", ""),
        agreements=scene.get("agreements", ""),
    )  # fmt: skip


def _clock(day: datetime, time: str) -> datetime:
    hour, minute = time.split(".")
    return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


def _workday(at: datetime, now: datetime) -> datetime:
    """The Friday before when `at` falls on a weekend, unless it is today."""
    if at.date() >= now.date():
        return at
    return at - timedelta(days=max(0, at.weekday() - 4))


def _must(outcome: object) -> UUID:
    if not isinstance(outcome, Saved):
        raise RuntimeError(f"the demo wrote what the journal refuses: {outcome!r}")
    return outcome.id
