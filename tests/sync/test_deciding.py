"""A field two people have changed: decided by one, known to both, taken back at will, and the losing version kept."""

from __future__ import annotations

from typing import Any, cast

import pytest

from app.services import deciding, sync
from app.services.deciding import Decided, Gone
from app.services.door import Held
from tests.sync.model import Computer, ModelServer
from tests.sync.rounds import anna, bo, patch, server
from tests.sync.test_held import NOW
from tests.sync.test_model import cleared

__all__ = ["anna", "bo", "server"]


@pytest.fixture
def asked(server: ModelServer, anna: Computer, bo: Computer) -> sync.Disagreement:
    """Anna's version stands, bo's waits for a person."""
    patch(anna, {"name": cleared("Juhl")})
    anna.sync()
    bo.sync()
    patch(anna, {"name": cleared("Bageri Juhl")})
    patch(bo, {"name": cleared("Juhls Brød")})
    anna.sync()
    bo.sync()
    anna.sync()
    [found] = sync.disagreements(_vault(anna))
    assert (found.wanted, found.stands) == ("Juhls Brød", "Bageri Juhl")
    return found


def _vault(computer: Computer) -> Any:
    return cast("Any", computer.vault)


def _decide(computer: Computer, asked: sync.Disagreement, value: str, *, typed: bool = False) -> Any:
    return deciding.decide(_vault(computer), asked.rev, asked.field, value, typed=typed, now=NOW)


def _name(computer: Computer) -> str:
    with computer.vault.read() as tx:
        return str(tx.exec_driver_sql("SELECT name FROM employer").scalar_one())


@pytest.mark.parametrize(
    ("value", "typed"), [("Juhls Brød", False), ("Bageri Juhl", False), ("Juhls Bageri", True)]
)
def test_whichever_version_is_chosen_stands_everywhere_and_nobody_is_asked_again(
    anna: Computer,
    bo: Computer,
    asked: sync.Disagreement,
    value: str,
    typed: bool,  # noqa: FBT001
) -> None:
    assert isinstance(_decide(anna, asked, value, typed=typed), Decided)
    assert sync.disagreements(_vault(anna)) == ()
    for computer in (anna, bo, anna):
        computer.sync()
    for computer in (anna, bo):
        assert (_name(computer), sync.disagreements(_vault(computer))) == (value, ())
        [kept] = deciding.settled(_vault(computer))
        assert kept.stands == value
        assert set(kept.lost) == {"Juhls Brød", "Bageri Juhl"} - {value}


def test_a_choice_taken_back_asks_again_and_what_stood_before_stands(
    anna: Computer, bo: Computer, asked: sync.Disagreement
) -> None:
    done = _decide(anna, asked, "Juhls Brød")
    deciding.undo(_vault(anna), done, now=NOW)
    assert _name(anna) == "Bageri Juhl"
    assert len(sync.disagreements(_vault(anna))) == 1
    assert isinstance(_decide(anna, asked, "Bageri Juhl"), Decided)


def test_what_somebody_else_has_decided_meanwhile_is_not_decided_twice(
    anna: Computer, bo: Computer, asked: sync.Disagreement
) -> None:
    _decide(bo, asked, "Juhls Brød")
    bo.sync()
    anna.sync()
    assert isinstance(_decide(anna, asked, "Bageri Juhl"), Gone)
    assert _name(anna) == "Juhls Brød"


def test_a_third_version_is_read_by_the_guard_like_anything_typed(
    anna: Computer, asked: sync.Disagreement
) -> None:
    assert isinstance(_decide(anna, asked, "Ejeren har paranoid skizofreni", typed=True), Held)
    assert len(sync.disagreements(_vault(anna))) == 1
    assert _name(anna) == "Bageri Juhl"
