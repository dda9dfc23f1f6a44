"""The day's stories as somebody lives them who sees no screen: by what a control offers to a screen reader, and by keys.

One window for all of them: each story begins on a page and ends on a page.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.day.machine import Machine

pytestmark = pytest.mark.day

SLIP = "Hun er begyndt på Sertralin 50 mg og er træt om formiddagen."


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with Machine(tmp_path_factory.mktemp("actions") / "clinic", "the clinic's laptop") as made:
        made.start(("tests.day.furnished",))
        made.sees("I dag", "Ring om vagterne")
        yield made


def test_a_note_with_a_slip_is_rewritten_and_entered(machine: Machine) -> None:
    machine.act("Nyt notat")
    machine.sees("Før i journalen")
    machine.write("ami")
    machine.press("Return")
    machine.write(f"Mødte Amira. {SLIP}")
    machine.sees("Medicin og dosis", "1 stop skal løses")
    machine.press("F4")
    machine.hears("Medicin og dosis")
    assert "Press" in machine.act("Brug forslaget")
    machine.sees("Vagten: ingen bemærkninger")
    machine.sees_no("Sertralin")
    machine.act("Før i journalen")
    machine.hears("Ført i journalen")
    machine.sees("I dag")


def test_a_visit_is_written_from_outside_and_becomes_a_contact(machine: Machine) -> None:
    machine.press("ctrl+3")
    machine.sees("Bageri Juhl")
    machine.press("F8")
    machine.sees("Hvad har vi aftalt?")
    machine.sees_no("Amira")
    machine.put("Hvad laver de, og hvad mangler de?", "Pakning mandag til onsdag.")
    machine.grab("Hvad har vi aftalt?")
    machine.write("Ringer fredag.")
    assert machine.focus() == ["text", "Hvad har vi aftalt?"]
    machine.act("Næste besøg aftalt")
    machine.act("Afslut besøg (F10)")
    machine.sees("Gem kontakten", "Pakning mandag til onsdag.", "Ringer fredag.")
    machine.press("Escape")
    machine.sees_no("Gem kontakten")


def test_an_appointment_is_made_and_heard(machine: Machine) -> None:
    machine.press("ctrl+4")
    machine.act("Liste")
    machine.act("Ny egen aftale")
    machine.sees("Gem aftalen")
    machine.put("Hvad", "Supervision med Karen")
    machine.act("Gem aftalen")
    machine.hears("Aftalen er gemt")
    machine.sees("Supervision med Karen")


def test_the_figures_are_read_as_tables(machine: Machine) -> None:
    machine.press("ctrl+6")
    machine.act("Vis som tabel: Kontakter med arbejdsgivere om ugen")
    machine.sees("Pr. konsulent")
    machine.act("Kopiér tal: Kontakter med arbejdsgivere om ugen")
    machine.hears("Tallene er kopieret")
    assert machine.faults() == []


def test_a_review_is_begun_and_an_item_scored(machine: Machine) -> None:
    machine.press("ctrl+5")
    machine.act("Ny gennemgang")
    machine.sees("De seneste 6 måneder")
    machine.act("Begynd gennemgangen")
    machine.sees("0 af 25 punkter vurderet")
    machine.act("4")
    machine.act("Godkend")
    machine.sees("1 af 25 punkter vurderet")
