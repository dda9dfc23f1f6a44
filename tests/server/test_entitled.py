"""A request made by hand gets no further than the program: scores, signatures, hours and days off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.review import score_id, seal_id
from app.protocol.messages import Result
from server import enrol
from tests.server.desk import Device, House

AT = "2026-11-23T08:00:00.000Z"


def _leader(house: House, person: str = "lis") -> Device:
    device = house.device(person)
    with house.engine.begin() as tx:
        enrol.add_person(tx, feed=house.feed, person=person, name=person, role="leader")
    return device


def _said(device: Device, kind: str, rec: UUID, set: Mapping[str, Any], **more: Any) -> tuple[str, list[str]]:
    (result,) = device.push(device.patch(kind, rec, set, **more)).results
    return result.r, list(result.categories)


def _review(one: str, two: str = "") -> dict[str, Any]:
    return {
        "scale": "ips25", "kind": "guided", "first_day": "2026-05-01", "last_day": "2026-10-31", "reviewer_one": one,
        "reviewer_two": two, "begun_at": AT, "closed_at": None, "author": one,
    }  # fmt: skip


def _score(review: UUID, by: str) -> dict[str, Any]:
    return {
        "review": str(review),
        "item": "caseload_size",
        "score": 5,
        "cannot": 0,
        "approved_by": by,
        "approved_at": AT,
    }


def test_a_consultant_who_is_no_reviewer_neither_begins_nor_scores_nor_ends_a_review(house: House) -> None:
    leader, named, other = _leader(house), house.device("mh"), house.device("bo")
    review = uuid4()
    assert _said(other, "fidelity_review", uuid4(), _review("bo")) == ("parked", ["not-leader"])
    assert _said(other, "fidelity_review", uuid4(), _review("")) == ("parked", ["not-leader"])
    assert _said(leader, "fidelity_review", review, _review("lis", "mh"))[0] == "accepted"
    score = score_id(review, "caseload_size")
    assert _said(other, "fidelity_score", score, _score(review, "bo")) == ("parked", ["not-reviewer"])
    assert _said(other, "fidelity_score", score, _score(uuid4(), "bo")) == ("parked", ["not-reviewer"])
    assert _said(other, "fidelity_review", review, {"reviewer_two": "bo"}) == ("parked", ["not-leader"])
    assert _said(other, "fidelity_review", review, {"closed_at": AT}) == ("parked", ["not-reviewer"])
    assert _said(named, "fidelity_score", score, _score(review, "mh"))[0] == "accepted"
    assert _said(other, "fidelity_score", score, {"score": 1}, base_rev=9) == ("parked", ["not-reviewer"])
    assert _said(named, "fidelity_review", review, {"closed_at": AT}, base_rev=9)[0] == "accepted"


def test_a_score_bears_the_name_of_who_gave_it(house: House) -> None:
    leader, named, review = _leader(house), house.device("mh"), uuid4()
    both = leader.push(
        leader.patch("fidelity_review", review, _review("lis", "mh")),
        leader.patch("fidelity_score", score_id(review, "caseload_size"), _score(review, "lis")),
    )
    assert [result.r for result in both.results] == ["accepted", "accepted"]
    again = _score(review, "lis")
    assert _said(named, "fidelity_score", score_id(review, "disclosure"), again) == (
        "parked",
        ["not-reviewer"],
    )
    seal = {"review": str(review), "reviewer": "lis", "digest": "0" * 64, "sealed_at": AT}
    assert _said(named, "fidelity_seal", seal_id(review, "lis"), seal) == ("parked", ["not-reviewer"])
    assert _said(named, "fidelity_seal", seal_id(review, "mh"), seal | {"reviewer": "mh"})[0] == "accepted"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("employer_contact", {"reviewed_at": AT, "reviewed_by": "bo"}),
        ("ips_course", {"countersigned_by": "bo", "countersigned_on": "2026-11-23"}),
    ],
)
def test_a_leaders_signature_is_the_leaders(house: House, kind: str, said: dict[str, Any]) -> None:
    leader, other, cand = _leader(house), house.device("bo"), uuid4()
    house.join(cand, "bo", "lis")
    about = {"cand": cand} if kind == "ips_course" else {}
    rec = uuid4()
    assert _said(other, kind, rec, {"author": "bo"} if not about else {"number": 1}, **about)[0] == "accepted"
    assert _said(other, kind, rec, said, **about) == ("parked", ["not-leader"])
    assert _said(leader, kind, rec, said, base_rev=1, **about)[0] == "accepted"


def _absence(person: str) -> dict[str, Any]:
    return {
        "person": person,
        "first_day": "2026-11-02",
        "last_day": "2026-11-06",
        "kind": "sickness",
        "percent": 100,
    }


def test_hours_and_absence_of_a_colleague_are_neither_written_nor_fetched(house: House) -> None:
    leader, one, other = _leader(house), house.device("mh"), house.device("bo")
    away = uuid4()
    assert _said(other, "absence", away, _absence("mh")) == ("parked", ["not-yours"])
    results: list[Result] = one.push(
        one.patch("absence", away, _absence("mh")),
        one.patch("time_entry", uuid4(), {"on_day": "2026-11-09", "minutes": 60, "author": "mh"}),
        one.patch("working_time", uuid4(), {"person": "mh", "percent": 80, "from_day": "2026-01-01"}),
        one.patch("ips_training", uuid4(), {"person": "mh", "status": "trained", "from_day": "2026-01-01"}),
        one.patch("employer", uuid4(), {"name": "Bageri Juhl"}),
    ).results
    assert [result.r for result in results] == ["accepted"] * 5
    assert _said(other, "absence", away, {"removed": 1}, base_rev=9) == ("parked", ["not-yours"])
    assert len(one.page().changes) == 5
    assert len(leader.page().changes) == 5
    assert ["employer" in change.p for change in other.page().changes] == [True]
    assert other.page().rev == leader.page().rev  # the cursor passes what is not theirs
