"""The worked examples of the benefits guidance, at the 2024 level, and what the figures promise at every wage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import benefits
from app.domain.benefits import Benefit, RateStatus
from app.services.benefits import rates_of, shipped

D = 20_359


@pytest.mark.parametrize(
    ("wage", "benefit"),
    [(0, 12_064), (2_500, 12_064), (5_000, 10_439), (8_000, 8_489), (12_000, 5_889), (20_000, 359)],
)
def test_cash_at_the_high_rate_falls_by_65_per_cent_and_then_krone_for_krone(wage: int, benefit: int) -> None:
    assert benefits.cash(wage, rate=12_064, disregard=2_500, cap=D) == benefit


@pytest.mark.parametrize(("wage", "benefit"), [(5_000, 6_955), (8_000, 5_005), (12_000, 2_405), (16_000, 0)])
def test_cash_at_the_basic_rate(wage: int, benefit: int) -> None:
    assert benefits.cash(wage, rate=6_955, disregard=5_000, cap=17_305) == benefit


@pytest.mark.parametrize(
    ("wage", "subsidy"), [(5_000, 18_452), (12_000, 16_352), (16_000, 15_152), (20_000, 13_033)]
)
def test_the_flexjob_subsidy_falls_by_30_and_then_55_per_cent(wage: int, subsidy: int) -> None:
    assert benefits.flex_subsidy(wage, dagpenge=D, bend=16_323) == subsidy


def test_the_flexjob_subsidy_and_the_wage_stay_below_the_full_wage() -> None:
    assert benefits.flex_subsidy(12_000, dagpenge=D, bend=16_323, full_wage=25_000) == 13_000


def test_a_months_wage_is_52_weeks_in_12_months() -> None:
    assert benefits.monthly_wage(12, 150) == 7_800


@given(wage=st.integers(0, 60_000), more=st.integers(1, 5_000))
def test_working_more_never_pays_less_in_all(wage: int, more: int) -> None:
    for rate, disregard, cap in ((12_064, 2_500, D), (6_955, 5_000, 17_305)):
        before = wage + benefits.cash(wage, rate=rate, disregard=disregard, cap=cap)
        after = wage + more + benefits.cash(wage + more, rate=rate, disregard=disregard, cap=cap)
        assert after >= before - 1  # a krone of rounding
    low = wage + benefits.flex_subsidy(wage, dagpenge=D, bend=16_323)
    assert wage + more + benefits.flex_subsidy(wage + more, dagpenge=D, bend=16_323) >= low - 1


# DOMAIN 8.1, 2024-level parameters: hours off the month's 160.33; paid for the hours still absent, four at least; 30 per cent
# of a single pensioner's wage above 86,900 kr. a year.
@pytest.mark.parametrize(("hours", "left"), [(0, 20_359), (10, 14_856), (37, 0), (40, 0)])
def test_dagpenge_are_paid_for_the_hours_that_are_left(hours: int, left: int) -> None:
    assert benefits.unemployment(hours, dagpenge=D) == left


@pytest.mark.parametrize(("hours", "left"), [(0, 20_345), (18.5, 10_172), (33, 2_199), (34, 0)])
def test_sygedagpenge_are_paid_for_four_absent_hours_or_more(hours: float, left: int) -> None:
    assert benefits.sickness(hours, week=4_695) == left


@pytest.mark.parametrize(("wage", "left"), [(0, 20_370), (7_241, 20_370), (10_000, 19_542), (76_000, 0)])
def test_a_single_pensioner_keeps_seventy_per_cent_above_the_disregard(wage: int, left: int) -> None:
    assert benefits.early_pension(wage, pension=20_370, disregard=86_900) == left


@pytest.mark.parametrize("benefit", [b for b in Benefit if b is not Benefit.CASH_HOME])
def test_every_benefit_has_an_answer_in_every_year_and_the_unsure_ones_are_not_for_paper(
    benefit: Benefit,
) -> None:
    for rates in shipped():
        answer = benefits.answer(benefit, rates, hours=(0, 10, 37), hourly_pay=150)
        assert answer.steps[0].benefit >= answer.steps[1].benefit >= answer.steps[2].benefit >= 0
        assert answer.printable == all(rate.status is RateStatus.VERIFIED for rate in answer.used)


def test_each_year_has_its_file_and_says_how_sure_it_is() -> None:
    assert [f.valid_from.year for f in shipped()] == [2024, 2025, 2026]
    assert {rate.status for rate in shipped()[-1].rates} >= {RateStatus.ESTIMATE, RateStatus.AGREEMENT}
    from datetime import date

    assert rates_of(date(2025, 7, 1)).valid_from.year == 2025
    assert rates_of(date(2027, 3, 1)).valid_from.year == 2026  # the newest there is, and the page says so


def test_an_answer_on_an_estimate_is_not_for_paper() -> None:
    answer = benefits.answer(Benefit.CASH_HIGH, shipped()[-1], hours=(0, 10, 20), hourly_pay=150)
    assert not answer.printable
    assert [step.hours for step in answer.steps] == [0, 10, 20]
    assert answer.steps[1].together > answer.steps[0].together


def test_what_the_file_has_no_rate_for_is_not_answered() -> None:
    assert not benefits.can_answer(Benefit.CASH_HOME, shipped()[-1])
    with pytest.raises(KeyError):
        benefits.answer(Benefit.CASH_HOME, shipped()[-1], hours=(1,), hourly_pay=1)
