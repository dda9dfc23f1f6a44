"""Denmark's public holidays by year."""

from __future__ import annotations

from datetime import date

from app.domain import holidays


def test_several_years_are_one_set() -> None:
    assert holidays.of_years((2023, 2026)) == {*holidays.of_year(2023), *holidays.of_year(2026)}


def test_store_bededag_ended_with_2023_and_the_first_of_may_is_no_public_holiday() -> None:
    assert holidays.of_year(2023)[date(2023, 5, 5)] == "Store bededag"
    assert "Store bededag" not in holidays.of_year(2024).values()
    assert date(2026, 5, 1) not in holidays.of_years((2026,))
