"""What leaves the program: files that open, say what is in them, and are written down."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook
from pypdf import PdfReader

from app import guard
from app.domain.consent import ConsentKind
from app.domain.disclosure import Openness, Teller
from app.domain.employer import ContactMode, Outcome, Purpose
from app.domain.log_rows import Period
from app.domain.records import DISCLOSURE_SHEET, Value
from app.domain.review import ReviewKind
from app.policy import standing
from app.reports import periods
from app.reports.papers import files
from app.reports.papers.paper import Heading, Paper, Table, Text
from app.services import (
    calendar,
    career,
    charts,
    consents,
    disclosure,
    employers,
    export,
    printing,
    reviewing,
)
from app.services.door import Saved
from app.services.export import Asked, File, Refused, What
from app.store import access, people, records, sync_state, team
from app.store.tables import RECORDS
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer, participant, saved

RUNNING = Period(NOW.date().replace(day=1), NOW.date())
ENDED = Period(
    (NOW.date().replace(day=1) - timedelta(days=1)).replace(day=1),
    NOW.date().replace(day=1) - timedelta(days=1),
)


def asked(what: What, format: str = "csv", **fields: object) -> Asked:
    return Asked(what, format, ENDED, **fields)  # type: ignore[arg-type]


def made(vault: Vault, one: Asked) -> File:
    found = export.make(vault, one, now=NOW, organisation="Jobcenter Prøveby")
    assert isinstance(found, File), found
    return found


@pytest.fixture
def met(vault: Vault) -> UUID:
    """Kim Prøve, for whom Bageri Juhl was met last month; what was said stands in the contact's own texts."""
    whose = participant(vault, "Kim Prøve", ips_start=(NOW - timedelta(days=90)).date())
    at = NOW.replace(day=1) - timedelta(days=10)
    logged = employers.log_contact(
        vault, employer=employer(vault, "Bageri Juhl"), participants=[whose], now=NOW,
        fields={
            "at": at, "minutes": 30, "mode": ContactMode.IN_PERSON.value, "purpose": Purpose.ASK_FOR_PERSON.value,
            "outcome": Outcome.WANTS_CANDIDATE.value, "about": "Vi talte om Kim og vagterne.",
        },
    )  # fmt: skip
    assert isinstance(logged, Saved)
    return whose


def test_figures_that_have_left_do_not_leave_again_with_rows_that_came_late(vault: Vault, met: UUID) -> None:
    # Nobody began in the month: a 0 that is shown. A second file would hide the one who did, and so tell it.
    del met
    one = asked(What.FIGURES)
    first = made(vault, one)
    assert made(vault, one).content == first.content
    participant(vault, "Bo Forsøg", ips_start=ENDED.first)
    assert export.make(vault, one, now=NOW) == Refused("told")
    assert printing.preview(vault, one, now=NOW) == Refused("told")
    made(vault, asked(What.FIGURES, leaves=False))  # the team sees its own numbers whenever it wants
    with vault.read() as tx:
        told = [one.digest for one in tx.execute(sa.select(RECORDS["export"].c.digest))]
    assert [len(digest) for digest in told] == [64, 64, 0]


def test_a_year_does_not_leave_beside_a_quarter_that_said_otherwise(vault: Vault, met: UUID) -> None:
    """The year less its quarters would be those who came late, and so tell what a quarter hid."""
    del met
    later = NOW.replace(year=NOW.year + 1, month=1, day=20)
    quarter = Asked(What.FIGURES, "csv", periods.calendar_period(NOW.date(), "quarter", 1))
    year = Asked(What.FIGURES, "csv", periods.calendar_period(later.date(), "year", 1))
    made(vault, quarter)
    for n in range(6):
        participant(vault, f"Prøve {'abcdef'[n] * 4}", ips_start=quarter.period.first)
    assert export.make(vault, year, now=later) == Refused("told")
    assert isinstance(export.make(vault, replace(year, leaves=False), now=later), File)


def test_a_year_leaves_beside_a_quarter_that_said_the_same(vault: Vault, met: UUID) -> None:
    del met
    later = NOW.replace(year=NOW.year + 1, month=1, day=20)
    made(vault, Asked(What.FIGURES, "csv", periods.calendar_period(NOW.date(), "quarter", 1)))
    participant(vault, "Bo Forsøg", ips_start=NOW.date())  # in the quarter that has not left
    year = Asked(What.FIGURES, "csv", periods.calendar_period(later.date(), "year", 1))
    assert isinstance(export.make(vault, year, now=later), File)
    for n in range(6):
        participant(vault, f"Prøve {'abcdef'[n] * 4}", ips_start=NOW.date())
    last = Asked(What.FIGURES, "csv", periods.calendar_period(later.date(), "quarter", 1))
    assert export.make(vault, last, now=later) == Refused("told")


def test_a_spreadsheet_gets_semicolons_a_byte_order_mark_and_decimal_commas(vault: Vault, met: UUID) -> None:
    del met
    since = ENDED.last - timedelta(days=10)
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person="anna", name="Anna", role="consultant", feed="f", feed_name="Jobcenter Prøveby", server=None,
            enrolled_at=NOW,
        )  # fmt: skip
        people.know(tx, [people.Colleague("anna", "Anna", "consultant", since)])
    text = made(vault, asked(What.FIGURES, leaves=False)).content
    assert text.startswith(b"\xef\xbb\xbf")
    lines = text.decode("utf-8-sig").split("\r\n")
    assert "Tal;Værdi;n;Mangler;Fuldstændighed" in lines
    told = f"1 konsulent har ikke synkroniseret siden {since.day}/{since.month}"
    assert any(line.endswith(f";{told}") for line in lines)
    assert any(line.startswith("Sagsstamme pr. årsværk;") for line in lines)
    assert any(
        "," in line.split(";")[1] for line in lines if line.startswith("Kontakter pr. konsulent om ugen;")
    )


def test_small_numbers_do_not_leave_the_team(vault: Vault, met: UUID) -> None:
    del met
    quarter = Asked(What.FIGURES, "csv", periods.calendar_period(NOW.date(), "quarter", 1))
    text = made(vault, quarter).content.decode("utf-8-sig")
    assert "Jobsøgning;under 5 eller skjult" in text
    assert "Indeholder ingen personoplysninger om borgere" in text
    assert "Kim" not in text
    assert export.make(vault, Asked(What.FIGURES, "csv", RUNNING), now=NOW) == Refused("running")
    assert export.make(vault, asked(What.FIGURES, who=""), now=NOW) == Refused("one_consultant")


def test_a_part_of_the_jobcenter_tells_nobody_outside_its_own_figures(vault: Vault, met: UUID) -> None:
    """The municipality's less this part would be the others', who may be few; also where those have ended."""
    del met
    other = team.Elsewhere(uuid4(), "JC-2", "mlu", "closed", None, None, 0)
    with vault.begin() as tx:
        team.know(tx, [other])
    assert export.make(vault, asked(What.FIGURES), now=NOW) == Refused("part")
    assert printing.preview(vault, asked(What.FIGURES), now=NOW) == Refused("part")
    made(vault, asked(What.FIGURES, leaves=False))
    with vault.begin() as tx:
        team.know(tx, [])
    made(vault, asked(What.FIGURES))


def test_the_contact_list_names_no_candidate_and_no_word_that_was_said(vault: Vault, met: UUID) -> None:
    del met
    for format in files.FORMATS:
        found = made(vault, asked(What.CONTACTS, format, leaves=False)).content
        text = _text(found, format)
        assert "Bageri Juhl" in text, format
        assert "Kun til teamet" in text, format
        assert "Kim" not in text, format
        assert "vagterne" not in text, format


def test_outside_the_team_the_contact_list_is_names_of_five_employers_or_more(
    vault: Vault, met: UUID
) -> None:
    """What each contact led to would tell how many found work, however small the report's own figure is."""
    few = made(vault, asked(What.CONTACTS)).content.decode("utf-8-sig")
    assert "Bageri Juhl" not in few
    told: dict[str, Any] = {
        "at": NOW.replace(day=1) - timedelta(days=9), "minutes": 30, "mode": "in_person", "purpose": "ask_for_person",
        "outcome": Outcome.HIRED.value,
    }  # fmt: skip
    for n in range(4):
        firm = employer(vault, f"Lager {'abcd'[n] * 5}")
        logged = employers.log_contact(vault, employer=firm, participants=[met], now=NOW, fields=told)
        assert isinstance(logged, Saved), logged
    for format in files.FORMATS:
        text = " ".join(_text(made(vault, asked(What.CONTACTS, format)).content, format).split())
        assert "Bageri Juhl" in text, format
        assert not re.search("Ansat|Spørge|Personligt|22. oktober", text.split("Bageri Juhl")[1]), format


def _text(content: bytes, format: str) -> str:
    match format:
        case "pdf":
            return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        case "xlsx":
            book = load_workbook(io.BytesIO(content))
            return " ".join(
                str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
            )
        case _:
            return content.decode("utf-8-sig")


def test_every_export_is_written_down_and_a_persons_in_the_persons_log(vault: Vault, met: UUID) -> None:
    made(vault, asked(What.CONTACTS))
    plan = saved(career.save_plan(vault, met, fields={"goal": "Job i et bageri"}, now=NOW))
    saved(calendar.add_task(vault, title="Rette CV", participant=met, plan=plan, who="together", now=NOW))
    status = made(vault, asked(What.STATUS, "html", participant=met))
    for said in ("Job i et bageri", "Rette CV", "Sammen"):
        assert said in status.content.decode()
    assert "Kim" not in status.name
    assert "Indeholder personoplysninger om én borger" in status.content.decode()
    assert [(e.what, e.format, e.personal, e.people) for e in export.past(vault)] == [
        ("status", "html", "names", 1), ("contacts", "csv", "staff", 0),
    ]  # fmt: skip
    with vault.read() as tx:
        assert access.of_participant(tx, met)[0].action is access.Action.EXPORT


def test_the_policy_can_forbid_it(vault: Vault, met: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    del met
    monkeypatch.setitem(standing._now, "allow_export", False)
    assert export.make(vault, asked(What.CONTACTS), now=NOW) == Refused("policy")
    assert export.past(vault) == ()


def test_statistics_that_leave_hold_no_number_of_people(vault: Vault, met: UUID) -> None:
    """One candidate, met after 58 days: the team sees the day and the phase, outside nobody does."""
    del met
    inside = made(vault, asked(What.STATISTICS, leaves=False)).content.decode("utf-8-sig")
    assert "oktober 2026;58;1" in inside
    assert "Jobsøgning;1" in inside
    assert "Job begyndt og ophørt" in inside
    outside = made(vault, asked(What.STATISTICS)).content.decode("utf-8-sig")
    assert "oktober 2026;under 5 eller skjult" in outside
    assert "Jobsøgning" not in outside
    assert "Job begyndt" not in outside
    assert "november 2026" not in outside
    assert export.make(vault, Asked(What.STATISTICS, "csv", RUNNING), now=NOW) == Refused("running")
    assert export.make(vault, asked(What.STATISTICS, who=""), now=NOW) == Refused("one_consultant")


def test_a_fidelity_report_leaves_the_team_by_a_review_alone_and_tells_no_number_of_people(
    vault: Vault, met: UUID
) -> None:
    """Two reports of two days would differ by one person; what was frozen at a review's beginning stays."""
    del met
    assert export.make(vault, asked(What.FIDELITY), now=NOW) == Refused("no_review")
    assert printing.preview(vault, asked(What.FIDELITY), now=NOW) == Refused("no_review")
    made(vault, asked(What.FIDELITY, leaves=False))
    assert isinstance(reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW), Saved)
    first = made(vault, asked(What.FIDELITY)).content
    participant(vault, "Bo Forsøg", ips_start=ENDED.first)
    assert made(vault, asked(What.FIDELITY)).content == first
    rows = [line.split(";") for line in first.decode("utf-8-sig").split("\r\n") if line[:1].isdigit()]
    assert len(rows) == 25
    assert {row[1] for row in rows if row[0].startswith(("1. ", "15. "))} == {"under 5 eller skjult"}
    assert not [row for row in rows if re.fullmatch(r"[0-9,.]+( %)?", row[1])]


def test_a_cell_is_never_a_formula_and_text_never_code() -> None:
    evil = "=HYPERLINK(1)"
    paper = Paper(
        "#let",
        ("*fed*",),
        "Ingen.",
        "#panic()",
        (Heading("#x"), Text("$1"), Table("T", ("a", "b"), ((evil, evil),))),
    )
    assert f"'{evil};'{evil}" in files.render(paper, "csv", now=NOW).decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(files.render(paper, "xlsx", now=NOW))).worksheets[1]
    assert sheet["A2"].data_type == "s"
    page = files.render(Paper("<script>", (), "", "", ()), "html", now=NOW).decode()
    assert "<script>" not in page
    assert files.render(paper, "pdf", now=NOW).startswith(b"%PDF-")
    with pytest.raises(ValueError, match="doc"):
        files.render(paper, "doc", now=NOW)


EVERY = {
    What.FIGURES: {"leaves": False}, What.STATISTICS: {"leaves": False}, What.FIDELITY: {}, What.CONTACTS: {}, What.STATUS: {}, What.PLAN: {}, What.CHARTS: {},
    What.EMPLOYER: {}, What.VISITS: {},
}  # fmt: skip


def test_every_kind_of_file_is_written_down_in_every_format(vault: Vault, met: UUID) -> None:
    firm = bakery(vault)
    begun = reviewing.begin(vault, kind=ReviewKind.SELF, now=NOW)
    assert isinstance(begun, Saved)
    charts.draw(vault, begun.id, now=NOW)
    assert {*EVERY, What.PLOT, What.FILE} == set(What)
    whom = {
        What.STATUS: {"participant": met},
        What.PLAN: {"participant": met},
        What.EMPLOYER: {"employer": firm},
    }
    for what, fields in EVERY.items():
        for format in ("html", "csv"):
            made(vault, asked(what, format, **fields, **whom.get(what, {})))
    assert isinstance(export.printed(vault, ENDED, now=NOW), Saved)
    logged = {(one.what, one.format) for one in export.past(vault)}
    assert logged == {(w.value, f) for w in EVERY for f in ("html", "csv")} | {("plot", "pdf")}
    with vault.read() as tx:
        acts = [one.action for one in access.of_participant(tx, met)]
    # Status and plan twice each, and the chart that was drawn of the only course, twice.
    assert acts.count(access.Action.EXPORT) == 6


def test_the_policy_can_forbid_every_kind_of_file(
    vault: Vault, met: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(standing._now, "allow_export", False)
    for what in EVERY:
        assert export.make(vault, asked(what, participant=met), now=NOW) == Refused("policy")
    monkeypatch.setitem(standing._now, "allow_export", True)
    monkeypatch.setitem(standing._now, "allow_print", False)
    assert export.printed(vault, ENDED, now=NOW) == Refused("policy")
    assert export.past(vault) == ()


# --- to the employer ------------------------------------------------------------------------------------------------


def sheet(vault: Vault) -> str:
    """What is handed to the bakery, in all formats' words."""
    firm = bakery(vault)
    return " ".join(
        _text(made(vault, asked(What.EMPLOYER, format, employer=firm)).content, format)
        for format in files.FORMATS
    )


def bakery(vault: Vault) -> UUID:
    return next(one.employer.id for one in employers.register(vault) if one.employer.name == "Bageri Juhl")


def agree(vault: Vault, whose: UUID, wording: str) -> None:
    fields: dict[str, Any] = {
        "choice": Openness.FUNCTION_ONLY.value, "who_tells": Teller.CONSULTANT.value, "wording": wording,
        "explained_on": NOW.date(),
    }  # fmt: skip
    outcome = disclosure.agree(vault, whose, fields=fields, now=NOW, kept=frozenset(guard.CATEGORIES))
    assert isinstance(outcome, Saved), outcome


def consented(vault: Vault, whose: UUID) -> UUID:
    fields: dict[str, Any] = {
        "kind": ConsentKind.CONTACT_EMPLOYER.value,
        "form": "written",
        "scope": "Kontakt til bageriet",
        "given_on": NOW.date(),
    }
    outcome = consents.give(vault, whose, fields=fields, now=NOW)
    assert isinstance(outcome, Saved), outcome
    return outcome.id


def test_an_employer_is_told_of_nobody_who_has_not_consented(vault: Vault, met: UUID) -> None:
    agree(vault, met, "Kim arbejder bedst om formiddagen.")
    text = sheet(vault)
    assert "Bageri Juhl" in text
    assert "Kim" not in text
    assert "vagterne" not in text  # what was said at the visit is the journal's
    consent = consented(vault, met)
    text = sheet(vault)
    assert "Kim Prøve" in text
    assert "Kim arbejder bedst om formiddagen." in text
    with vault.read() as tx:
        assert access.of_participant(tx, met)[0].action is access.Action.EXPORT
    consents.withdraw(vault, met, consent, how="Ringede", now=NOW)
    assert "Kim" not in sheet(vault)


def test_an_employer_is_told_nothing_that_was_not_agreed(vault: Vault, met: UUID) -> None:
    consented(vault, met)
    assert "Kim" not in sheet(vault)


@pytest.mark.parametrize("word", ["angst", "skizofreni", "depression", "ADHD", "borderline"])
def test_no_word_of_illness_is_printed_for_an_employer(vault: Vault, met: UUID, word: str) -> None:
    """Not even one the candidate has agreed to: that is told by mouth."""
    consented(vault, met)
    with vault.begin() as tx:  # as it could stand from before the guard knew the word
        agreed = f"Kim har {word} og arbejder bedst om formiddagen."
        values: dict[str, Value] = {
            "participant": met,
            "choice": "full",
            "who_tells": "consultant",
            "wording": guard.redact("x"),
        }
        records.write(
            tx, DISCLOSURE_SHEET, id_ := records.new_id(), values, case=records.Case(cand=met), now=NOW, sign=vault.sign
        )  # fmt: skip
        tx.execute(
            sa.update(RECORDS["disclosure_sheet"])
            .where(RECORDS["disclosure_sheet"].c.id == id_)
            .values(wording=agreed)
        )
    text = sheet(vault)
    assert "Kim Prøve" in text
    assert word not in text
    assert "Fortælles kun mundtligt." in text
