"""The municipality's figures are those the consultants' program counts, from the same records."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from app.domain.cpr import Cpr
from app.domain.employer import ContactMode, Purpose
from app.reports import figures as counting
from app.reports import periods
from app.services import caseload, code_lists, employers, jobs, survey
from app.services import logs as reading
from app.services.door import Saved
from server import db, due, figures, setup
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant


def _id(outcome: object) -> object:
    assert isinstance(outcome, Saved)
    return outcome.id


def _laid_once(tx: sa.Connection, feed: str, folder: Path) -> None:
    """Each ended quarter and the year, whole, after the wait; what is there is not written again."""
    folder.mkdir()
    moment = datetime(2026, 10, 14, 12, tzinfo=UTC)
    assert due.lay(tx, feed, folder, formats=("csv",), wait=14, now=moment) == (
        "ips-2025-q4.csv", "ips-2026-q1.csv", "ips-2026-q2.csv", "ips-2026-q3.csv", "ips-2025-year.csv",
    )  # fmt: skip
    (folder / "ips-2026-q3.csv").write_bytes(b"kept")
    (folder / "ips-2026-q2.csv").unlink()
    assert due.lay(tx, feed, folder, formats=("csv",), wait=14, now=moment) == ("ips-2026-q2.csv",)
    assert (folder / "ips-2026-q3.csv").read_bytes() == b"kept"
    early = [name for _, _, period in due.ended(date(2026, 10, 13), 14) for name in [due.name(period, "csv")]]
    assert "ips-2026-q3.csv" not in early
    told = (folder / "ips-2025-year.csv").read_text("utf-8-sig")
    assert "Borgere i målgruppen (skøn);120" in told
    assert "Hver måned" in told
    assert "Sorø" not in told  # a sentence stays with the team
    for line in ("Kontaktpersoner i psykiatrien: Sjælland;3", "Kontaktpersoner i psykiatrien: i alt;5",
                 "Eksterne samarbejdspartnere: Undervisning;1"):  # fmt: skip
        assert line in told
    assert not list(folder.glob("*.part"))


def _on_a_list_of_its_own(
    jobcenter: Jobcenter, one: Consultant, whose: object, folder: Path, now: datetime
) -> None:
    """A job of a form that only the list has which the jobcenter has signed."""
    start = (now - timedelta(days=60)).date()
    form = {"code": "shared", "da": "Delejob", "strict": False, "trial": True, "hours": False}
    body = {"name": "employment_form", "valid_from": start.isoformat(), "codes": [form]}
    (folder / "forms.json").write_text(json.dumps(body), "utf-8")
    for _ in range(2):  # signed anew, it takes its own place
        signed = jobcenter.run("sign-list", str(folder / "forms.json"), "--to", str(folder / "signed.json"))
        assert signed.returncode == 0, signed.stderr
    code_lists.take_in(one.vault, (folder / "signed.json").read_bytes(), now=now)
    fields = {
        "title": "Bager",
        "form": "shared",
        "start_on": start,
        "four_hours_on": start,
        "ended_on": start,
    }
    _id(jobs.start(one.vault, whose, fields=fields, now=now))  # type: ignore[arg-type]


def test_the_server_counts_what_the_consultant_counts(jobcenter: Jobcenter, tmp_path: Path) -> None:
    now = datetime.now(ZoneInfo("Europe/Copenhagen"))
    one = Consultant.new(tmp_path / "one")
    one.enrol(jobcenter, "anna")
    start = (now - timedelta(days=100)).date()  # in the last ended quarter or before it, whatever today is
    number = Cpr("7103840000")  # over thirty
    fields = {
        "name": "Kim Prøve",
        "phase": "job_search",
        "ips_start": start,
        "consultant": "anna",
        "cpr": number,
    }
    whose = _id(caseload.create(one.vault, fields=fields, now=now))  # type: ignore[arg-type]
    firm = _id(employers.create(one.vault, fields={"name": "Bageri Juhl"}, now=now))
    for days in (1, 30, 45):
        at, mode, purpose = now - timedelta(days=days), ContactMode.IN_PERSON.value, Purpose.LEARN_NEEDS.value
        told = {"at": at, "mode": mode, "purpose": purpose, "minutes": 30, "about": "Vi talte om vagterne."}
        _id(employers.log_contact(one.vault, employer=firm, participants=[whose], fields=told, now=now))  # type: ignore[arg-type,list-item]
    given: dict[str, int | str] = {
        "target_group_count": 120, "meeting_frequency": "monthly", "psychiatry.0.unit": "Klinikken i Sorø",
        "psychiatry.0.region": "sjaelland", "psychiatry.0.persons": 3, "psychiatry.1.region": "hovedstaden",
        "psychiatry.1.persons": 2, "partners.0.name": "Sorø Konsulenterne", "partners.0.role": "teaching",
    }  # fmt: skip
    _id(survey.answer(one.vault, 2025, given, now=now))
    _on_a_list_of_its_own(jobcenter, one, whose, tmp_path, now)
    one.sync()
    engine = db.engine(jobcenter.database, pool=1)
    with engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        theirs = figures.logs(tx, feed, now.date())
        page = figures.report(
            tx, feed, unit="quarter", back=1, format="csv", language="da", now=datetime.now(UTC)
        )
        with pytest.raises(ValueError, match="running"):
            figures.report(tx, feed, unit="month", back=0, format="csv", language="da", now=now)
        _laid_once(tx, feed, tmp_path / "laid")
        with pytest.raises(ValueError, match="participant"):
            list(figures._Records(tx, feed).rows("participant", "name"))
    engine.dispose()
    mine = reading.read(one.vault, now=now).logs
    one.vault.close()
    assert [(j.form, j.danish, j.strict) for j in theirs.jobs] == [("shared", True, False)]
    assert theirs.jobs == mine.jobs
    for period in (periods.last_months(now.date(), 3), periods.calendar_period(now.date(), "quarter", 1)):
        told_here = [(f.metric.id, f.fact.value, f.fact.n) for f in counting.compute(mine, period)]
        assert [(f.metric.id, f.fact.value, f.fact.n) for f in counting.compute(theirs, period)] == told_here
    assert [c.thirty_on for c in theirs.courses] == [c.thirty_on for c in mine.courses] == [date(2014, 3, 11)]
    assert "Kim" not in page.decode("utf-8-sig")
    assert "Jobsøgning;under 5 eller skjult" in page.decode("utf-8-sig")
    done = jobcenter.run("figures", str(tmp_path / "out.html"), "--unit", "quarter", "--back", "1")
    assert done.returncode == 0, done.stderr
    assert "<h1>IPS i tal</h1>" in (tmp_path / "out.html").read_text("utf-8")
    assert jobcenter.run("figures", str(tmp_path / "out.doc")).returncode == 2
