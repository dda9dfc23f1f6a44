"""The first start in an organisation: made ready by IT, with a server in the policy, or with nothing at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from app.errors import CodeExpired, NotOnNetwork, SignInFailed
from app.sync.gate import Reason
from tests.ui.test_unlock import Door, _begin, _button, _field, _texts, door
from tests.vault_parts import PASSPHRASE
from ui.text import explain
from ui.unlock import UnlockPage

pytestmark = pytest.mark.screen

__all__ = ["door"]


def test_a_computer_made_ready_asks_for_a_passphrase_alone(door: Door) -> None:
    used: list[object] = []
    page = door.show(
        replace(door.ways(), prepared=lambda: "Jobcenter Prøveby", use_prepared=used.append, enrol=_no_enrol)
    )
    _choose_passphrase(door, page)
    _button(page, "Opret journalen").click()
    _begin(door, page, "Trin 3 af 3")
    assert len(used) == 1


def test_away_from_the_network_it_says_so_and_lets_one_begin(door: Door) -> None:
    def away(_: Any) -> object:
        raise NotOnNetwork(Reason.NO_SERVER)

    page = door.show(
        replace(door.ways(), prepared=lambda: "Jobcenter Prøveby", use_prepared=away, enrol=_no_enrol)
    )
    _choose_passphrase(door, page)
    _button(page, "Opret journalen").click()
    wanted = explain(NotOnNetwork(Reason.NO_SERVER))
    door.qtbot.waitUntil(lambda: wanted in _texts(page), timeout=20_000)
    assert "Din it-afdeling har gjort computeren klar til Jobcenter Prøveby." in _texts(page)
    _button(page, "Gå til journalen").click()
    _begin(door, page, "Trin 3 af 3")


def test_where_its_code_is_spent_another_may_be_typed(door: Door) -> None:
    def spent(_: Any) -> object:
        raise CodeExpired

    page = door.show(
        replace(door.ways(), prepared=lambda: "Jobcenter Prøveby", use_prepared=spent, enrol=_no_enrol)
    )
    _choose_passphrase(door, page)
    _button(page, "Opret journalen").click()
    door.qtbot.waitUntil(lambda: explain(CodeExpired()) in _texts(page), timeout=20_000)
    assert _field(page, "Kode fra jobcentret").isVisible()


@pytest.mark.parametrize("known", [True, False])
def test_without_a_policy_the_page_says_what_to_do(door: Door, *, known: bool) -> None:
    page = door.show(replace(door.ways(), enrol=_no_enrol, server_known=lambda: known))
    _choose_passphrase(door, page)
    _button(page, "Opret journalen").click()
    door.qtbot.waitUntil(lambda: "Journalen er oprettet" in _texts(page), timeout=20_000)
    told = [text for text in _texts(page) if text.startswith("Kommunen har ikke sat en server op")]
    assert bool(told) is not known


def test_with_the_policys_server_one_signs_in_instead_of_typing(door: Door) -> None:
    class Browser(QObject):
        enrolled = Signal(object)
        failed = Signal(object)
        began = 0

        def begin(self) -> None:
            self.began += 1

        def give_up(self) -> None:
            self.failed.emit(SignInFailed())

    made: list[Browser] = []

    def sign_in(parent: QObject) -> Browser:
        made.append(Browser(parent))
        return made[-1]

    page = door.show(replace(door.ways(), enrol=_no_enrol, server_known=lambda: True, sign_in=sign_in))
    _choose_passphrase(door, page)
    _button(page, "Opret journalen").click()
    door.qtbot.waitUntil(lambda: bool(made) and "Journalen er oprettet" in _texts(page), timeout=20_000)
    _button(page, "Log ind i browseren").click()
    _button(page, "Fortryd login i browseren").click()
    door.qtbot.waitUntil(lambda: explain(SignInFailed()) in _texts(page))
    _button(page, "Log ind i browseren").click()
    assert made[0].began == 2
    made[0].enrolled.emit(None)
    _begin(door, page, "Trin 3 af 3")


def _no_enrol(_: Any, __: str) -> object:
    raise AssertionError("nobody typed a code")


def _choose_passphrase(door: Door, page: UnlockPage) -> None:
    for name in ("Vælg en adgangskode", "Skriv den igen"):
        _field(page, name).setText(PASSPHRASE)
