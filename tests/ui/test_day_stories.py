"""A consultant's day in the program's own window, by keyboard alone, with the commands each thing takes counted.

The stories are those an IPS consultant in a Danish jobcenter lives: a morning at the clinic, visits to employers, the end
of the month. The day is without a network.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.calendar import AppointmentKind
from app.services import (
    calendar,
    career,
    caseload,
    clinic,
    consents,
    course,
    disclosure,
    employers,
    jobs,
    time_log,
)
from app.services.door import Saved
from app.store import people
from app.vault.vault import Vault
from tests.journal_parts import whole_text
from tests.ui.consultant_parts import Clock, Consultant, at_work, on_screen

MORNING = datetime(2026, 11, 23, 7, 55).astimezone()
DAY = timedelta(days=1)
SLIP = "Behandler oplyser, at medicinen er ændret"

pytestmark = [pytest.mark.usefixtures("look"), pytest.mark.screen]


def _id(outcome: object) -> Any:
    assert isinstance(outcome, Saved), outcome
    return outcome.id


def _caseload(vault: Vault) -> None:
    """Amira searches, Jonas has begun in a job, Karim belongs to another team."""
    with vault.begin() as tx:
        people.introduce(tx, name="Mette Lund", role="consultant")
    on, ids = MORNING.date(), {}
    for name, phase, days in (
        ("Amira Holm", "job_search", 40),
        ("Jonas Bak", "job_search", 90),
        ("Karim Aydin", "engaged", 9),
    ):
        told: dict[str, Any] = {
            "name": name,
            "phase": phase,
            "ips_start": on - days * DAY,
            "case_no": f"JC-2026-0{days}",
        }
        ids[name] = _id(caseload.create(vault, fields=told, now=MORNING))
    for team, members in (("Team Vest", ("Amira Holm", "Jonas Bak")), ("Team Øst", ("Karim Aydin",))):
        made = _id(course.put_team(vault, fields={"name": team, "kind": "hospital_psychiatry"}, now=MORNING))
        for name in members:
            course.attach(vault, ids[name], team=made, person_id=None, from_day=on - 9 * DAY, now=MORNING)
    place = _id(
        employers.create(
            vault, fields={"name": "Hotel Fjordhus", "contact_person": "Lars Okholm"}, now=MORNING
        )
    )
    job: dict[str, Any] = {
        "title": "Tjener", "form": "ordinary_permanent", "start_on": on - 2 * DAY, "employer": place,
    }  # fmt: skip
    _id(jobs.start(vault, ids["Jonas Bak"], fields=job, now=MORNING))
    lasting: dict[str, Any] = {
        "kind": "contact_clinic", "scope": "Mødetider og planer om job", "form": "written",
        "given_on": on - 355 * DAY, "expires_on": on + 10 * DAY,
    }  # fmt: skip
    _id(consents.give(vault, ids["Amira Holm"], fields=lasting, now=MORNING))
    calendar.create_appointment(
        vault, kind=AppointmentKind.TEAM, title="Teammøde på klinikken", starts_at=MORNING + timedelta(minutes=35),
        minutes=45, now=MORNING,
    )  # fmt: skip


def test_a_morning_at_the_clinic(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock(MORNING)
    with at_work(qtbot, tmp_path, clock, _caseload) as mette:
        with mette.does("unlock", at_most=1):
            mette.unlock()
        mette.sees("God morgen, Mette", "Teammøde på klinikken", "8.30")
        mette.sees(
            "Kontakt lige efter start · Tjener · Hotel Fjordhus",
            "Ingen arbejdsgiver besøgt endnu, 40 dage efter start",
        )
        mette.sees("Samtykke udløber om 10 dage")

        clock.now = MORNING.replace(hour=9, minute=15)
        with mette.does("the clinic meeting, with a slip rewritten", at_most=7):
            mette.press("ctrl+shift+m")
            mette.sees("Team Vest", "Amira Holm", "Jonas Bak")
            assert "Karim Aydin" not in mette.in_front()
            mette.write(f"{SLIP}.")
            mette.press("tab")
            mette.write("Mette ringer til bageriet.")
            mette.press("ctrl+enter")
            mette.sees("Stop")
            mette.press("ctrl+a")
            mette.write("Kortere dage i uge 49 og 50.")
            mette.press("ctrl+enter")
            mette.sees("Mødet er gemt")

        clock.now = MORNING.replace(hour=10, minute=0)
        with mette.does("a note about the talk that followed", at_most=3):
            mette.press("ctrl+n")
            mette.write("ami")
            mette.press("enter")
            mette.write("Amira ønsker job i et bageri, 12 timer om ugen, helst om formiddagen.")
            mette.press("ctrl+enter")
            mette.sees("Ført i journalen")

        with mette.does("find her page", at_most=4):
            mette.press("ctrl+k")
            mette.write("amira")
            mette.sees("Amira Holm")
            mette.press("enter")
            mette.sees("Jobsøgning", "JC-2026-040")
        with mette.does("the profile, first talk", at_most=8):
            mette.press("alt+3")
            mette.tab_to("Begynd profilen")
            mette.press("space")
            mette.write("Job i et bageri eller en kantine")
            mette.press("ctrl+enter")
            mette.sees("udgave 1")
        with mette.does("openness: what may be said, to whom", at_most=15):
            mette.press("alt+7")
            mette.tab_to("Ny aftale om åbenhed")
            mette.press("space")
            mette.press("space")
            mette.tab_to("Valg")
            mette.press("down", "tab", "down")
            mette.tab_to("Til hvem")
            mette.write("Lederen")
            mette.tab_to("Må siges, ord for ord")
            mette.write("Har været væk fra arbejdsmarkedet i tre år.")
            mette.press("ctrl+enter")
            mette.sees("Aftalen om åbenhed er gemt")
        with mette.does("the job search plan", at_most=6):
            mette.press("alt+3")
            mette.tab_to("Lav en plan")
            mette.press("space")
            mette.write("Job i et bageri, 12 timer om ugen")
            mette.press("ctrl+enter")
            mette.sees("Se planen efter")

        clock.now = MORNING.replace(hour=11, minute=0)
        with mette.does("the morning's time, taken over from what was written", at_most=2):
            mette.press("ctrl+4", "ctrl+shift+u")
            mette.sees("overtaget")
        _the_morning_stands(mette)


def _the_morning_stands(mette: Consultant) -> None:
    amira = mette.ask(
        lambda vault: next(
            r.participant.id
            for r in caseload.overview(vault, now=mette.clock())
            if r.participant.name == "Amira Holm"
        )
    )
    (agreed,) = mette.ask(lambda vault: clinic.agreements(vault, amira))
    assert (agreed.about_job, agreed.who_does) == (
        "Kortere dage i uge 49 og 50.",
        "Mette ringer til bageriet.",
    )
    page = mette.ask(lambda vault: career.open_career(vault, amira))
    assert page.profile is not None
    assert page.plan is not None
    assert (page.profile.number, page.plan.number) == (1, 1)
    (line,) = mette.ask(
        lambda vault: disclosure.may_be_said(vault, [amira], employer=None, now=mette.clock())
    )
    assert line.say.wording == "Har været væk fra arbejdsmarkedet i tre år."
    day = mette.ask(lambda vault: time_log.days(vault, MORNING.date(), MORNING.date(), now=mette.clock()))
    assert {(e.kind, e.place, e.minutes, e.vocational) for e in day.entries} == {
        ("team_integration", "clinic", 45, True), ("participant_meeting", "", 45, True),
    }  # fmt: skip
    assert "medicinen" not in mette.ask(whole_text)


def _visits(vault: Vault) -> None:
    _caseload(vault)
    (row,) = (r for r in caseload.overview(vault, now=MORNING) if r.participant.name == "Amira Holm")
    (place,) = (r.employer for r in employers.register(vault))
    told: dict[str, Any] = {
        "choice": "partial_function_only", "who_tells": "consultant", "to_whom": "Lederen", "employer": place.id,
        "wording": "Har været væk fra arbejdsmarkedet i tre år.", "explained_on": MORNING.date(),
    }  # fmt: skip
    _id(disclosure.agree(vault, row.participant.id, fields=told, now=MORNING))
    first: dict[str, Any] = {
        "at": MORNING - 6 * DAY, "mode": "in_person", "purpose": "introduce_ips", "minutes": 20,
    }  # fmt: skip
    _id(
        employers.log_contact(
            vault, employer=place.id, fields=first, now=MORNING, participants=[row.participant.id]
        )
    )


def test_visits_to_employers(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock(MORNING.replace(hour=12, minute=0))
    with at_work(qtbot, tmp_path, clock, _visits) as mette:
        mette.unlock()
        with mette.does("the employer before the visit", at_most=4):
            mette.press("ctrl+3", "ctrl+f")
            mette.write("fjord")
            mette.press("enter")
            mette.sees("Lars Okholm")
        clock.now = clock.now.replace(minute=35)
        with mette.does("a contact, from the page of the employer", at_most=6):
            mette.press("ctrl+shift+b")
            mette.write("Så køkkenet. De mangler en til morgenmaden.")
            mette.press("tab")
            mette.write("V")
            mette.sees("Vil gerne møde en kandidat")
            mette.press("tab")
            mette.write("ami")
            mette.press("enter")
            mette.sees("Må siges", "Har været væk fra arbejdsmarkedet i tre år.")
            mette.press("ctrl+enter")
            mette.sees("Kontakten er gemt her")
        with mette.does("a visit with nothing about any candidate on the screen", at_most=5):
            mette.press("f8")
            mette.sees("Besøgsvisning: ingen navne eller kandidatoplysninger på skærmen")
            assert "Amira" not in on_screen()
            mette.press("f5")
            mette.write("Hun må komme og se køkkenet torsdag.")
            mette.press("f10")
            mette.sees("Ny kontakt", "Hun må komme og se køkkenet torsdag.")
            mette.press("ctrl+enter")
            mette.sees("Kontakten er gemt her")
        with mette.does("the week so far", at_most=1):
            mette.press("ctrl+1")
            mette.sees("1 af 6")  # the second was on nobody's behalf yet


def _a_month_of_contacts(vault: Vault) -> None:
    _visits(vault)
    with vault.begin() as tx:
        people.introduce(tx, name="Karen Leder", role="leader")


def test_the_months_end(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock(MORNING + timedelta(days=8))
    with at_work(qtbot, tmp_path / "profile", clock, _a_month_of_contacts) as karen:
        karen.unlock()
        karen.sees("Teamet", "Arbejdsgiverkontakter at se igennem: 1")
        with karen.does("going through the employer contacts of the week", at_most=20):
            karen.tab_to("Arbejdsgiverkontakter at se igennem")
            karen.press("space")
            karen.sees("Arbejdsgiverkontakterne er set igennem")
        with karen.does("the figures of the month that ended", at_most=7):
            karen.press("ctrl+6")
            karen.press("left")
            karen.press("ctrl+k")
            karen.write("forrige periode")
            karen.press("enter")
            karen.sees("1. november – 30. november 2026")
        with karen.does("them as tables", at_most=1):
            karen.press("ctrl+t")
            karen.sees("Jobsøgning", "Kandidater")
        with karen.does("what a report for those outside the team would hold", at_most=4):
            karen.press("ctrl+k")
            karen.write("eksport")
            karen.press("enter")
            karen.sees("Filen indeholder ingen personoplysninger. Små tal er skjult.")
            karen.press("esc")
