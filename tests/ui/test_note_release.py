"""Words that only look clinical: let be with one press where the guard asks, released by a leader where it stops."""

from __future__ import annotations

from functools import partial

import pytest

from app.guard import release
from app.services import releasing
from tests.ui.note_parts import Bench, bench  # noqa: F401
from ui.note import NoteWindow

BRAND = "Hun har talt med Lyrica og skal begynde på mandag."


@pytest.fixture(autouse=True)
def nothing_released() -> object:
    yield
    release.hold(())


def _written(bench: Bench) -> NoteWindow:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.type(BRAND)
    bench.qtbot.waitUntil(lambda: len(window.panel.cards()) == 1, timeout=30_000)
    return window


def _say_it_is_alike(window: NoteWindow) -> None:
    (card,) = window.panel.cards()
    next(b for b in card.buttons if "navn, produkt eller sted" in b.text()).click()


def test_a_consultant_is_told_whom_to_ask_and_nothing_is_let_through(bench: Bench) -> None:  # noqa: F811
    window = _written(bench)
    _say_it_is_alike(window)
    assert bench.told[0].startswith("Kun en teamleder kan frigive ordene.")
    assert not window.foot.enter.isEnabled()


def test_what_a_leader_releases_passes_at_once_and_is_counted(bench: Bench) -> None:  # noqa: F811
    bench.ask(partial(_introduce, role="leader"))
    window = _written(bench)
    bench.qtbot.waitUntil(lambda: "Frigiv" in window.panel.cards()[0].buttons[-1].text(), timeout=30_000)
    (item,) = window._guarding.found
    window.releasing.put_out(item, BRAND, "name")
    bench.qtbot.waitUntil(lambda: not window.panel.cards(), timeout=30_000)
    assert window.foot.enter.isEnabled()
    ((answer, times),) = bench.ask(releasing.counts)
    assert (answer.answer, answer.reason, times) == ("released", "name", 1)
    assert bench.told == ["Ordene er frigivet for hele jobcentret. Kun et aftryk af dem er gemt."]


def _introduce(vault: object, role: str) -> None:
    from app.store import people
    from app.vault.vault import Vault

    assert isinstance(vault, Vault)
    with vault.begin() as tx:
        people.introduce(tx, name="Lis", role=role)
