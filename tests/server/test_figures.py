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
from app.domain.log_rows import Period
from app.reports import figures as counting
from app.reports import periods
from app.services import caseload, code_lists, employers, export, jobs, survey, time_log
from app.services import logs as reading
from app.services.door import Saved, Typed
from server import db, due, figures, handed, setup
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant


def _id(outcome: object) -> object:
    assert isinstance(outcome, Saved)
    return outcome.id


def _lay(tx: sa.Connection, feed: str, folder: Path, moment: datetime) -> tuple[str, ...]:
    found = due.now_due(tx, feed, folder, formats=("csv",), wait=14, now=moment)
    assert found.kept_back == {}
    return due.lay(found.files)


def _laid_once(tx: sa.Connection, feed: str, folder: Path) -> None:
    """Each ended quarter and the year, whole, after the wait; what is there is not written again."""
    folder.mkdir()
    moment = datetime(2026, 10, 14, 12, tzinfo=UTC)
    assert _lay(tx, feed, folder, moment) == (
        "ips-2025-q4.csv", "ips-2026-q1.csv", "ips-2026-q2.csv", "ips-2026-q3.csv", "ips-2025-year.csv",
    )  # fmt: skip
    (folder / "ips-2026-q3.csv").write_bytes(b"kept")
    (folder / "ips-2026-q2.csv").unlink()
    assert _lay(tx, feed, folder, moment) == ("ips-2026-q2.csv",)
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
    began = date(now.year - 2, 1, 1)
    _id(time_log.set_training(one.vault, status="in_training", from_day=began, now=now))
    one.sync()
    engine = db.engine(jobcenter.database, pool=1)
    with engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        theirs = figures.logs(tx, feed, now.date())
        page = figures.hand_out(
            tx, feed, unit="quarter", back=1, formats=["csv"], language="da", now=datetime.now(UTC)
        )
        with pytest.raises(ValueError, match="running"):
            figures.hand_out(tx, feed, unit="month", back=0, formats=["csv"], language="da", now=now)
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
    assert "Kim" not in page["csv"].decode("utf-8-sig")
    assert "Konsulenter under uddannelse;1\r\n" in page["csv"].decode("utf-8-sig")
    assert "Konsulenter, som ikke har skrevet deres uddannelse;0\r\n" in page["csv"].decode("utf-8-sig")
    assert "Jobsøgning;under 5 eller skjult" in page["csv"].decode("utf-8-sig")
    done = jobcenter.run("figures", str(tmp_path / "out.html"), "--unit", "quarter", "--back", "1")
    assert done.returncode == 0, done.stderr
    assert "<h1>IPS i tal</h1>" in (tmp_path / "out.html").read_text("utf-8")
    assert jobcenter.run("figures", str(tmp_path / "out.doc")).returncode == 2


def _begun(one: Consultant, name: str, on: date, now: datetime) -> None:
    fields: dict[str, Typed] = {"name": name, "phase": "job_search", "ips_start": on, "consultant": "anna"}
    _id(caseload.create(one.vault, fields=fields, now=now))


def test_no_figures_leave_beside_those_that_late_rows_have_made_untrue(
    jobcenter: Jobcenter, tmp_path: Path
) -> None:
    """A year less its quarters would tell who came late, and what the quarters hide."""
    now, second = datetime(2026, 11, 23, 12, tzinfo=UTC), Period(date(2026, 4, 1), date(2026, 6, 30))
    one, folder = Consultant.new(tmp_path / "one"), tmp_path / "laid"
    folder.mkdir()
    one.enrol(jobcenter, "anna", "Anna Leder", role="leader")
    _begun(one, "Kim Prøve", date(2026, 5, 4), now)
    export.write_down(one.vault, export.Asked(export.What.FIGURES, "csv", second), now=now)
    one.sync()
    engine = db.engine(jobcenter.database, pool=1)
    with engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        files = due.now_due(tx, feed, folder, formats=("csv",), wait=14, now=now).files
        assert "ips-2026-q2.csv" in due.lay(files), "the same as the leader's program has exported"
    one.sync()
    third = Period(date(2026, 7, 1), date(2026, 9, 30))
    asked = export.Asked(export.What.FIGURES, "csv", third)
    assert export.cannot_leave(one.vault, asked, now) is None, "the same as the server has laid"
    _begun(one, "Bo Prøve", date(2026, 8, 3), now)
    assert export.cannot_leave(one.vault, asked, now) == export.Refused("told"), (
        "the server's file says otherwise"
    )
    one.sync()
    after = datetime(2027, 1, 15, 12, tzinfo=UTC)
    with engine.begin() as tx:
        found = due.now_due(tx, feed, folder, formats=("csv",), wait=14, now=after)
        assert [place.name for place in found.files] == ["ips-2026-q4.csv"]
        assert found.kept_back == {"ips-2026-year.csv": third}
        with pytest.raises(figures.ToldOtherwise):
            figures.hand_out(tx, feed, unit="year", back=1, formats=["csv"], language="da", now=after)
        assert "--taken-back 2026-q3" in due.words(third)
        both = due.now_due(tx, feed, folder, formats=("csv", "html"), wait=14, now=after)
        assert both.kept_back["ips-2026-year.html"] == both.kept_back["ips-2026-year.csv"] == third
        assert {"ips-2026-q4.csv", "ips-2026-q4.html"} <= {place.name for place in both.files}
        (folder / "ips-2026-q3.csv").unlink()
        assert handed.taken_back(tx, feed, third)
        assert [place.name for place in due.now_due(tx, feed, folder, formats=("csv",), wait=14, now=after).files] == [
            "ips-2026-q3.csv", "ips-2026-q4.csv", "ips-2026-year.csv",
        ]  # fmt: skip
    one.sync()
    assert export.cannot_leave(one.vault, asked, now) is None, "taken back, and laid anew with the late row"
    for number in range(6):  # one more would be hidden as the first is
        _begun(one, f"Eva Prøve {number}", date(2026, 5, 18), now)
    one.sync()
    with engine.begin() as tx:
        for back in (second, Period(date(2026, 1, 1), date(2026, 12, 31))):
            assert handed.taken_back(tx, feed, back)
        (folder / "ips-2026-q2.csv").unlink()
        kept = due.now_due(tx, feed, folder, formats=("csv",), wait=14, now=after).kept_back
        assert kept["ips-2026-q2.csv"] == second, (
            "what the leader's program has exported stands in its way too"
        )
    engine.dispose()
    one.vault.close()


def test_what_was_handed_out_is_taken_back_by_its_name_when_it_is_gone(
    jobcenter: Jobcenter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FELTJOURNAL_SERVER_FIGURES_FOLDER", str(tmp_path))

    def due_now(*more: str) -> tuple[int, str]:
        done = jobcenter.run("figures-due", *more)
        return done.returncode, done.stdout + done.stderr

    code, said = due_now()
    assert code == 0
    laid = said.split()
    which = laid[0].removeprefix("ips-").removesuffix(".csv")
    assert due_now("--taken-back", which) == (2, f"feltjournal-server: delete it here first: {laid[0]}\n")
    (tmp_path / laid[0]).unlink()
    assert due_now("--taken-back", which) == (0, f"{which}: taken back\n")
    code, said = due_now("--taken-back", which)
    assert (code, "no figures of" in said) == (2, True)
    assert due_now("--taken-back", "foraar")[0] == 2
