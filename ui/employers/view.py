"""What the register and an employer's page say. Pure: values for widgets, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.domain.employer import (
    VISIT_TRACK,
    ContactEntry,
    ContactMode,
    Employer,
    EmployerRow,
    Outcome,
    Purpose,
    Relation,
)
from app.services.employers import EmployerPage
from ui.text import codes, dates, standing, work_codes
from ui.widgets.card_list import CardRow
from ui.widgets.fact_card import Fact
from ui.widgets.picker import fold
from ui.widgets.timeline import Entry, Heading

translate = QCoreApplication.translate

ACT, ALL, DIALOGUE = "act", "all", "dialogue"
_TALKING = frozenset({Relation.DIALOGUE, Relation.AGREEMENT})
_GOOD = frozenset({Outcome.WANTS_CANDIDATE, Outcome.INTERVIEW_AGREED, Outcome.TRIAL_DAY, Outcome.JOB_OFFER, Outcome.HIRED})  # fmt: skip
ICONS = {
    ContactMode.IN_PERSON: "footprints",
    ContactMode.PHONE: "phone",
    ContactMode.EMAIL: "mail",
    ContactMode.ONLINE: "users",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One of the three visits. `done`: it has been; `next`: it is the one to make now."""

    number: int
    title: str
    note: str
    done: bool
    next: bool

    def sentence(self) -> str:
        return f"{self.title}: {self.note}"


def filtered(rows: Sequence[EmployerRow], which: str, typed: str, now: datetime) -> tuple[EmployerRow, ...]:
    asked = fold(typed).split()
    return tuple(row for row in rows if _fits(row, which, now) and _named(row.employer, asked))


def counts(rows: Sequence[EmployerRow], now: datetime) -> dict[str, int]:
    return {which: sum(_fits(row, which, now) for row in rows) for which in (ALL, ACT, DIALOGUE)}


def card(row: EmployerRow, now: datetime) -> CardRow:
    one = row.employer
    late = _overdue(row.next_on, now)
    return CardRow(
        one.id,
        one.name,
        chip=codes.relation(one.relation),
        chip_tone="accent" if one.relation in _TALKING else "plain",
        second=row.next_step or _about(one) or translate("Employers", "Intet aftalt"),
        second_tone="text" if row.next_step else "",
        left=_when_next(row.next_on, now) or one.city,
        left_strong=row.next_on is not None and row.next_on <= dates.local(now, now).date(),
        right=dates.since(row.last_contact, now),
        right_tone="warn" if late else "",
    )


def subtitle(one: Employer) -> str:
    """`Bageri · Vestergade 12, Odense · CVR 12345678`"""
    cvr = translate("Employers", "CVR %1").replace("%1", one.cvr) if one.cvr else ""
    return " · ".join(part for part in (one.branch, where(one), cvr) if part)


def where(one: Employer) -> str:
    return ", ".join(part for part in (one.address, one.city) if part)


def facts(page: EmployerPage, now: datetime) -> tuple[Fact, ...]:
    one, last = page.employer, next(iter(page.log), None)
    who, _, role = one.contact_person.partition(", ")
    beside = " · ".join(part for part in (role, one.phone) if part)
    seen = dates.day(last.contact.at, now) if last else translate("Employers", "Ikke endnu")
    return (
        Fact(
            "user-round",
            who or translate("Employers", "Ikke noteret"),
            beside or translate("Employers", "Kontaktperson"),
        ),
        Fact("clock", seen, _since(last.contact.at if last else None, now)),
        _ahead(page, now),
    )


def next_step(page: EmployerPage) -> tuple[str, date | None] | None:
    """What the newest contact left to be done."""
    last = next(iter(page.log), None)
    return (last.contact.next_step, last.contact.next_on) if last and last.contact.next_step else None


def track(page: EmployerPage, now: datetime) -> tuple[Step, ...]:
    """The three visits that come before a job: to be known, to know, to ask for somebody."""
    titles = (
        translate("Employers", "1. Hils på"),
        translate("Employers", "2. Lær behovet"),
        translate("Employers", "3. Tal om job"),
    )
    when = {entry.visit: entry.contact.at for entry in page.log if entry.visit is not None}
    return tuple(
        Step(
            number,
            titles[number - 1],
            dates.day(when[number], now) if number in when else _not_yet(number, page.visits),
            number <= page.visits,
            number == page.visits + 1,
        )
        for number in range(1, VISIT_TRACK + 1)
    )


def track_sentence(page: EmployerPage, now: datetime) -> str:
    head = translate("Employers", "%1 af 3 besøg").replace("%1", str(min(page.visits, VISIT_TRACK)))
    return ". ".join((head, *(step.sentence() for step in track(page, now)))) + "."


def timeline(entries: Iterable[ContactEntry], now: datetime) -> tuple[Heading | Entry, ...]:
    shown: list[Heading | Entry] = []
    for words, group in groupby(entries, key=lambda entry: _heading(entry, now)):
        shown.append(Heading(words))
        shown += [_entry(entry, now) for entry in group]
    return tuple(shown)


def alike_words(one: Employer) -> str:
    """`Ligner »Bageri Juhl«, Vestergade 12, Odense`"""
    words = translate("Employers", "Ligner »%1«").replace("%1", one.name)
    return f"{words}, {where(one)}" if where(one) else words


def likely_purpose(visits: int) -> Purpose:
    """What a contact is about, from how far the three visits have come."""
    by_visit = (Purpose.INTRODUCE_IPS, Purpose.LEARN_NEEDS, Purpose.ASK_FOR_PERSON)
    return by_visit[min(visits, len(by_visit) - 1)]


def _ahead(page: EmployerPage, now: datetime) -> Fact:
    step = next_step(page)
    if step is None:
        return Fact(
            "list-checks", translate("Employers", "Intet aftalt"), translate("Employers", "Næste skridt")
        )
    what, on = step
    when = dates.day(on, now) if on else translate("Employers", "Uden dato")
    return Fact("list-checks", when, what, "warn" if _overdue(on, now) else "")


def _fits(row: EmployerRow, which: str, now: datetime) -> bool:
    if which == ACT:
        return row.next_on is not None and row.next_on <= dates.local(now, now).date()
    return row.employer.relation in _TALKING if which == DIALOGUE else True


def _named(one: Employer, asked: Sequence[str]) -> bool:
    words = fold(" ".join((one.name, one.branch, one.address, one.city, one.contact_person))).split()
    return all(any(word.startswith(begin) for word in words) for begin in asked)


def _about(one: Employer) -> str:
    return " · ".join(part for part in (one.branch, one.contact_person) if part)


def _overdue(on: date | None, now: datetime) -> bool:
    return on is not None and on < dates.local(now, now).date()


def _when_next(on: date | None, now: datetime) -> str:
    if on is None:
        return ""
    if _overdue(on, now):
        return translate("Employers", "Var %1").replace("%1", dates.day_within(on, now))
    return dates.day(on, now)


def _since(when: datetime | None, now: datetime) -> str:
    if when is None:
        return translate("Employers", "Sidste kontakt")
    days = dates.days_since(when, now)
    if days <= 0:
        return translate("Employers", "Sidste kontakt")
    return translate("Employers", "Sidst · %n dag(e)", "", days)


def _not_yet(number: int, visits: int) -> str:
    return translate("Employers", "Næste") if number == visits + 1 else translate("Employers", "Senere")


def _heading(entry: ContactEntry, now: datetime) -> str:
    return dates.week_heading(dates.local(entry.contact.at, now).date(), now)


def _entry(entry: ContactEntry, now: datetime) -> Entry:
    one = entry.contact
    title = _kind(entry)
    if one.spoke_with:
        title = translate("Employers", "%1 · %2").replace("%1", title).replace("%2", one.spoke_with)
    return Entry(
        one.id, ICONS[one.mode], title, dates.happened(one.at, one.minutes, now), _text(entry, now),
        tuple(_chips(entry)),
    )  # fmt: skip


def _kind(entry: ContactEntry) -> str:
    if entry.visit is None:
        return codes.mode(entry.contact.mode)
    return translate("Employers", "%1. besøg").replace("%1", str(entry.visit))


def _text(entry: ContactEntry, now: datetime) -> str:
    one, lines = entry.contact, []
    if one.about:
        lines.append(one.about)
    if one.next_step:
        when = f" ({dates.day_within(one.next_on, now)})" if one.next_on else ""
        lines.append(translate("Employers", "Næste: %1").replace("%1", one.next_step) + when)
    return "\n".join(lines)


def _chips(entry: ContactEntry) -> Iterable[tuple[str, str]]:
    one = entry.contact
    yield codes.purpose(one.purpose), "plain"
    if one.outcome is not None:
        yield codes.outcome(one.outcome), "ok" if one.outcome in _GOOD else "plain"
    if entry.names:
        yield translate("Employers", "For %1").replace("%1", ", ".join(entry.names)), "accent"
    if one.matched:
        met = codes.listed(work_codes.word("contact_for.matched", code) for code in one.matched)
        yield translate("Employers", "Passer: %1").replace("%1", met), "plain"
    if entry.local_only:
        yield standing.only_here(), "info"
