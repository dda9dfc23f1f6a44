"""Experience job by job, and the steps of the plan for finding a job: rows with fields, as DOMAIN 2.2 and 2.3 have them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.services import calendar, career, today
from app.services.door import Invalid
from app.vault.vault import Vault
from tests.journal_parts import NOW, participant, saved

DAY = timedelta(days=1)


def _past(vault: Vault, whose: UUID, title: str, first: int, last: int, **more: Any) -> UUID:
    fields: dict[str, Any] = {
        "title": title, "employer": "Bageri Juhl", "from_day": date(first, 1, 1), "to_day": date(last, 12, 31), **more,
    }  # fmt: skip
    return saved(career.save_past_job(vault, whose, fields=fields, now=NOW))


def test_jobs_from_before_stand_one_by_one_the_latest_first_until_one_is_taken_off(vault: Vault) -> None:
    amira = participant(vault)
    baker = _past(vault, amira, "Bager", 2015, 2018, liked="Holdet", reasons="hours,transport")
    _past(vault, amira, "Lagermedarbejder", 2019, 2020, disco08="9333")
    said = career.open_career(vault, amira).past
    assert [(one.title, one.reasons, one.disco08) for one in said] == [
        ("Lagermedarbejder", "", "9333"), ("Bager", "hours,transport", ""),
    ]  # fmt: skip
    saved(career.save_past_job(vault, amira, fields={"learned": "Formiddage."}, now=NOW, id=baker))
    assert [one.learned for one in career.open_career(vault, amira).past] == ["", "Formiddage."]
    saved(career.save_past_job(vault, amira, fields={"removed": 1}, now=NOW, id=baker))
    assert [one.title for one in career.open_career(vault, amira).past] == ["Lagermedarbejder"]


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"title": " "}, "title", "missing"),
        ({"title": "Bager", "from_day": date(2020, 1, 2), "to_day": date(2020, 1, 1)}, "to_day", "range"),
        ({"title": "Bager", "reasons": "mood"}, "reasons", "shape"),
        ({"title": "Bager", "disco08": "75"}, "disco08", "shape"),
    ],
)
def test_what_is_wrong_with_a_job_from_before_is_said_by_field(
    vault: Vault, fields: dict[str, Any], field: str, reason: str
) -> None:
    amira = participant(vault)
    assert career.save_past_job(vault, amira, fields=fields, now=NOW) == Invalid(field, reason)


def test_a_step_of_the_plan_is_due_like_any_task_and_open_ones_go_on_to_the_next_plan(vault: Vault) -> None:
    amira = participant(vault)
    first = saved(career.save_plan(vault, amira, fields={"goal": "Job i et bageri"}, now=NOW))
    who: dict[str, Any] = {"participant": amira, "plan": first, "now": NOW}
    call = saved(
        calendar.add_task(vault, title="Ringe til to bagerier", who="participant", due_on=NOW.date(), **who)
    )
    write = saved(calendar.add_task(vault, title="Rette CV", who="together", due_on=NOW.date() + DAY, **who))
    calendar.add_task(vault, title="Noget andet", participant=amira, now=NOW)
    (row,) = today.today(vault, now=NOW).tasks
    assert (row.task.id, row.task.who) == (call, "participant")
    calendar.do_task(vault, call, now=NOW)
    assert [(one.id, one.done_at is not None) for one in career.open_career(vault, amira).steps] == [
        (call, True), (write, False),
    ]  # fmt: skip
    saved(career.save_plan(vault, amira, fields={"goal": "Job i et køkken"}, now=NOW + DAY))
    assert [one.id for one in career.open_career(vault, amira).steps] == [write]
    assert calendar.add_task(vault, title="Hvem?", who="nobody", **who) == Invalid("who", "shape")
