"""What a screen reader meets: every page and window walked by keys alone and read over AT-SPI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.day.machine import Machine
from ui.window.pages import kinds

pytestmark = pytest.mark.day

# What is opened over the pages, by which key, what can then be read, and how it is left.
_OVER = (
    ("ctrl+k", "vælg", "Escape"),
    ("F1", "Søg i hjælpen", "Escape"),
    ("ctrl+n", "Før i journalen", "Escape"),
    ("ctrl+shift+b", "Gem kontakten", "Escape"),
)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "clinic", "the clinic's laptop") as made:
        made.start(("tests.day.furnished",))
        made.sees("I dag", "Ring om vagterne")
        yield made


def test_every_page_and_window_has_names_roles_and_headings(machine: Machine) -> None:
    found: dict[str, list[str]] = {}
    for kind in kinds():
        if kind.keys:
            machine.press(kind.keys.lower())
            machine.sees(kind.title)
            found[kind.id] = _faults(machine)
    for keys, words, leave in _OVER:
        machine.press(keys)
        machine.sees(words)
        found[keys] = _faults(machine)
        machine.press(leave)
        machine.sees_no(words)
    machine.press("ctrl+l")
    machine.sees_no("Amira")
    assert {place: faults for place, faults in found.items() if faults} == {}


def _faults(machine: Machine) -> list[str]:
    """Also that the focus is somewhere: without it the keyboard writes to nobody and the reader is silent."""
    return machine.faults() + ([] if machine.focus() else ["nothing has the focus"])
