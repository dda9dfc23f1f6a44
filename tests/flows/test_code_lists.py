"""Dated lists: each day has its own codes, a signed list takes over, and old cases stay readable."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

import resources
from app.domain import code_list, employment_form
from app.domain.code_list import CodeLists
from app.domain.log_rows import Period
from app.errors import ListRefused
from app.protocol import signed_file
from app.reports import breakdowns
from app.services import alerts, benefits, code_lists, course, jobs, logs, terms
from app.services.door import Invalid
from app.store import sync_state
from app.vault.vault import Vault
from server import lists as signing
from server.office import Usage
from tests.journal_parts import NOW, participant, saved
from tests.work_parts import job
from ui.text.calling import Unit

_KEY = Ed25519PrivateKey.generate()
NEXT_YEAR: dict[str, Any] = {
    "name": "benefit", "valid_from": "2027-01-01", "valid_to": None, "review_by": "2027-12-31",
    "codes": [
        {"code": "support", "da": "Forsørgelsesydelse", "en": "Support benefit"},
        {"code": "sickness", "da": "Sygepenge", "en": "Sick pay"},
    ],
}  # fmt: skip


def _public(key: Ed25519PrivateKey) -> str:
    import base64

    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def _enrolled(vault: Vault) -> None:
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person="mlu", name="Mette Lund", role="consultant", feed="f", feed_name="Jobcenter Prøveby",
            server={"url": "https://127.0.0.1:9", "pins": [], "key": _public(_KEY), "id": "s"}, enrolled_at=NOW,
        )  # fmt: skip


def _file(body: dict[str, Any], *, kind: str = "code-list", key: Ed25519PrivateKey = _KEY) -> bytes:
    return signed_file.seal(body, kind=kind, sign=key.sign)


def _codes(lists: CodeLists, day: date) -> set[str]:
    return {one.code for one in lists.choices("benefit", day)}


# S-AAL, S-LW25: one kontanthjælp with three rates from 1 July 2025; S-LOVG: resource courses closed in 2026.
@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        (date(2025, 6, 30), {"education_help", "cash_before_2025"}, {"cash_basic"}),
        (date(2025, 7, 1), {"cash_basic", "cash_high"}, {"education_help", "cash_before_2025"}),
        (date(2026, 1, 31), {"resource_course"}, set()),
        (date(2026, 2, 1), {"sickness"}, {"resource_course", "rehabilitation_allowance"}),
    ],
)
def test_a_day_offers_the_codes_of_its_law(vault: Vault, day: date, there: set[str], gone: set[str]) -> None:
    offered = _codes(code_lists.lists(vault), day)
    assert there <= offered
    assert not gone & offered


def test_a_list_of_2027_leaves_the_cases_of_2025_readable(vault: Vault) -> None:
    _enrolled(vault)
    amira = participant(vault)
    for code, first, last in (
        ("education_help", date(2025, 1, 1), date(2025, 6, 30)), ("cash_basic", date(2025, 7, 1), None),
    ):  # fmt: skip
        fields: dict[str, Any] = {"list": "benefit", "code": code, "from_day": first, "to_day": last}
        saved(course.set_period(vault, amira, fields=fields, now=NOW))
    done = code_lists.take_in(vault, _file(NEXT_YEAR), now=NOW)
    assert (done.name, done.valid_from) == ("benefit", date(2027, 1, 1))
    lists = code_lists.lists(vault)
    assert _codes(lists, date(2027, 1, 1)) == {"support", "sickness"}
    assert "cash_basic" in _codes(lists, date(2026, 12, 31))
    page = course.open_course(vault, amira, now=NOW.replace(year=2027, month=2))
    assert page is not None
    words = [lists.word("benefit", period.code, period.from_day) for period in page.periods]
    assert words == ["Uddannelseshjælp", "Kontanthjælp, grundsats"]
    assert lists.word("benefit", "sickness", date(2026, 5, 1)) == "Sygedagpenge"
    assert lists.word("benefit", "sickness", date(2027, 5, 1)) == "Sygepenge"
    assert lists.word("benefit", "support", date(2027, 5, 1), "en") == "Support benefit"
    assert lists.word("benefit", "of-tomorrow", date(2027, 5, 1)) == "of-tomorrow"


FORMS_2027: dict[str, Any] = {
    "name": "employment_form", "valid_from": "2027-01-01", "codes": [
        {"code": "flexjob", "da": "Fleksjob (2027)", "en": "Flexjob (2027)", "strict": True, "trial": False, "hours": False},
        {"code": "shared", "da": "Delejob", "en": "Shared job", "strict": False, "trial": True, "hours": True},
    ],
}  # fmt: skip


def test_a_list_of_2027_leaves_the_jobs_of_2025_readable_and_counted_by_their_own(vault: Vault) -> None:
    """DOMAIN 3.1, 9.4 (9): three answers of each form, by the list of the day the job began."""
    _enrolled(vault)
    amira, later = participant(vault), NOW.replace(year=2027, month=3)
    old = {"four_hours_on": date(2025, 5, 2), "permanent": 1, "form": "flexjob"}
    job(vault, amira, date(2025, 5, 1), **old)
    before = logs.read(vault, now=later).logs.jobs
    code_lists.take_in(vault, _file(FORMS_2027), now=later)
    for form in ("flexjob", "shared"):
        job(vault, amira, date(2027, 2, 1), form=form, four_hours_on=date(2027, 2, 2))
    page = jobs.page(vault, amira, now=later)
    told = {(line.job.start_on.year, line.job.form): line.form for line in page.jobs}
    assert {key: form and (form.word("da"), form.strict, form.trial, form.hours) for key, form in told.items()} == {
        (2025, "flexjob"): ("Fleksjob", False, True, True),
        (2027, "flexjob"): ("Fleksjob (2027)", True, False, False),
        (2027, "shared"): ("Delejob", False, True, True),
    }  # fmt: skip
    read = logs.read(vault, now=later).logs
    assert [row for row in read.jobs if row.began.year == 2025] == list(before)
    assert {(r.form, r.strict, r.danish, r.star) for r in read.jobs if r.began.year == 2027} == {
        ("flexjob", True, False, False), ("shared", False, True, True),
    }  # fmt: skip
    offered = [f.code for f in employment_form.choices(page.forms, date(2027, 1, 1))]
    assert offered == ["flexjob", "shared"]
    assert len(employment_form.choices(page.forms, date(2026, 12, 31))) == 15
    quarter = Period(date(2027, 1, 1), date(2027, 3, 31))
    split = next(s for s in breakdowns.compute(read, quarter) if s.breakdown.kind == "form")
    assert {row: split.words[row]["en"] for row in split.rows} == {"shared": "Shared job"}
    gone: dict[str, Any] = {"title": "Bager", "form": "of_nobody", "start_on": date(2027, 2, 1)}
    assert jobs.start(vault, amira, fields=gone, now=later) == Invalid("form", "shape")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_file(NEXT_YEAR, key=Ed25519PrivateKey.generate()), "signature"),
        (_file(NEXT_YEAR).replace(b"Sygepenge", b"Ingenting"), "signature"),
        (_file(NEXT_YEAR, kind="rates"), "kind"),
        (_file({**NEXT_YEAR, "codes": []}), "shape"),
        (_file({**NEXT_YEAR, "name": "../benefit"}), "shape"),
        (_file({**NEXT_YEAR, "codes": NEXT_YEAR["codes"] * 2}), "shape"),
        (_file({**FORMS_2027, "codes": [{"code": "shared", "da": "Delejob", "strict": True}]}), "shape"),
        (_file({**FORMS_2027, "codes": [{**FORMS_2027["codes"][1], "hours": None}]}), "shape"),
        (b"not a file", "shape"),
        (b" " * (1 << 21), "size"),
    ],
)
def test_a_list_nobody_signed_or_that_is_none_is_refused(vault: Vault, data: bytes, reason: str) -> None:
    _enrolled(vault)
    with pytest.raises(ListRefused) as refused:
        code_lists.take_in(vault, data, now=NOW)
    assert refused.value.reason == reason
    assert "support" not in _codes(code_lists.lists(vault), date(2027, 5, 1))


def test_a_computer_without_a_jobcenter_takes_no_list(vault: Vault) -> None:
    with pytest.raises(ListRefused, match="no-jobcenter"):
        code_lists.take_in(vault, _file(NEXT_YEAR), now=NOW)


def test_a_list_that_should_have_been_renewed_is_told_until_it_is(vault: Vault) -> None:
    _enrolled(vault)
    later = NOW.replace(year=2027, month=1)
    told = [row.alert.detail for row in alerts.open_alerts(vault, now=later) if row.alert.rule == "A14"]
    assert set(told) == {"benefit", "measure", "readiness", "employment_form", "benefit_rates"}
    code_lists.take_in(vault, _file(NEXT_YEAR), now=later)
    told = [row.alert.detail for row in alerts.open_alerts(vault, now=later) if row.alert.rule == "A14"]
    assert set(told) == {"measure", "readiness", "employment_form", "benefit_rates"}


def test_the_rates_of_a_new_year_take_over_and_the_year_before_keeps_its_own(vault: Vault) -> None:
    _enrolled(vault)
    before = benefits.rates(vault, now=NOW)
    next_year: dict[str, Any] = {
        "schema": 1, "valid_from": "2027-01-01", "valid_to": "2027-12-31", "not_modelled": ["tax"],
        "values": [{"id": "dagpenge_max", "amount": 22700, "unit": "DKK/month", "status": "verified", "source": "bm.dk"}],
    }  # fmt: skip
    done = code_lists.take_in(vault, _file(next_year, kind="rate-file"), now=NOW)
    assert (done.name, done.valid_from) == ("benefit_rates", date(2027, 1, 1))
    assert benefits.rates(vault, now=NOW) == before
    later = benefits.rates(vault, now=NOW.replace(year=2027, month=3))
    assert (later.valid_from.year, later.rates[0].amount) == (2027, 22700)
    told = [row.alert.detail for row in alerts.open_alerts(vault, now=NOW.replace(year=2027, month=3))]
    assert "benefit_rates" not in told
    with pytest.raises(ListRefused, match="shape"):
        code_lists.take_in(vault, _file({**next_year, "schema": 2}, kind="rate-file"), now=NOW)


@pytest.mark.parametrize("name", code_list.SHIPPED)
def test_every_shipped_list_has_both_languages_and_names_its_source(name: str) -> None:
    told = json.loads(resources.path(f"codelists/{name}.json").read_text("utf-8"))
    assert code_list.parse(told).name == name
    assert told["source"]
    assert name in ("kle_defaults", "db07") or all(one.get("en") for one in told["codes"])


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_whatever_day_it_is_every_offered_code_has_a_word(day: date) -> None:
    lists = code_list.together(
        code_list.parse(json.loads(resources.path(f"codelists/{name}.json").read_text("utf-8")))
        for name in code_list.SHIPPED
    )
    for name in code_list.SHIPPED:
        for one in lists.choices(name, day):
            assert lists.word(name, one.code, day) == one.words["da"]


def test_nothing_is_signed_that_no_program_could_take_in(tmp_path: Path) -> None:
    bad = copy.deepcopy(NEXT_YEAR)
    del bad["valid_from"]
    file = tmp_path / "list.json"
    file.write_text(json.dumps(bad), encoding="utf-8")
    with pytest.raises(Usage, match="not a list"):
        signing._read(file)
    with pytest.raises(Usage):
        signing._read(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("tongue", "said", "told"),
    [
        ("da", "Skriv koden fra jobcentret.", "Skriv koden fra Job og Uddannelse."),
        ("da", "Jobcentret har kvitteret.", "Job og Uddannelse har kvitteret."),
        ("da", "Intet på jobcentrets server.", "Intet på Job og Uddannelses server."),
        ("da", "Skrevet til et andet jobcenter", "Skrevet til et andet jobområde"),
        ("da", "Jobcenter Strandby", "Jobområde Strandby"),
        ("en", "Written for another jobcenter", "Written for another job area"),
        ("en", "The jobcentre's leader looks at it", "Jobs and Education's leader looks at it"),
        ("en", "Ask the job centre for one.", "Ask Jobs and Education for one."),
    ],
)
def test_every_form_of_jobcenter_becomes_the_municipalitys_own_word(
    tongue: str, said: str, told: str
) -> None:
    unit = {"da": Unit("jobområde", "Job og Uddannelse"), "en": Unit("job area", "Jobs and Education")}[
        tongue
    ]
    assert unit.named(said, tongue) == told


def test_the_words_of_a_signed_list_are_spoken_from_their_day_on(vault: Vault, tmp_path: Path) -> None:
    """Since lov 1750/2025 a municipality need not have a jobcenter."""
    _enrolled(vault)
    new = {
        "name": "terms", "valid_from": "2027-01-01", "codes": [
            {"code": terms.UNIT, "da": "jobområde"}, {"code": terms.UNIT_THE, "da": "Job og Uddannelse"},
            {"code": terms.PARTICIPANT, "da": "deltager"},
        ],
    }  # fmt: skip
    assert not terms.remember(vault, profile=tmp_path)
    assert terms.spoken(tmp_path, date(2027, 1, 1)) == {}
    code_lists.take_in(vault, _file(new), now=NOW)
    assert terms.remember(vault, profile=tmp_path)
    assert not terms.remember(vault, profile=tmp_path)
    assert terms.spoken(tmp_path, date(2026, 12, 31)).get("da", {}) == {}
    assert terms.spoken(tmp_path, date(2027, 1, 1))["da"] == {
        terms.UNIT: "jobområde", terms.UNIT_THE: "Job og Uddannelse", terms.PARTICIPANT: "deltager",
    }  # fmt: skip


@pytest.mark.parametrize("damaged", ["", "[1]", '[{"name": "terms"}]', "{}", "null"])
def test_words_that_cannot_be_read_are_the_programs_own(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "terms.json").write_text(damaged, "utf-8")
    assert terms.spoken(tmp_path, date(2027, 1, 1)).get("da", {}) == {}
