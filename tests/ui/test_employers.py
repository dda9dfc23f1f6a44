"""Employers by keyboard: find one, write a contact down, be stopped by the guard, make a new place."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.employer import ContactEntry, ContactMode, Purpose
from app.services import employers
from tests.ui.stage import ALT, CTRL, MILD, SHIFT, SLIP, Key, Stage, _said, clipped, focus, nameless, stage
from tests.vault_parts import NOW
from ui.employers import view
from ui.employers.contact_form import ContactForm
from ui.employers.employer_form import EmployerForm
from ui.theme import Theme
from ui.widgets.picker import Picker

__all__ = ["stage"]


def _log(stage: Stage, employer: UUID) -> tuple[ContactEntry, ...]:
    page = stage.ask(partial(employers.open_employer, id=employer))
    assert page is not None
    return page.log


def _form(stage: Stage) -> ContactForm:
    stage.press(Key.Key_B, CTRL | SHIFT)
    form = stage.page("employers").contact.form
    stage.qtbot.waitUntil(form.isActiveWindow)
    stage.settle()
    return form  # type: ignore[no-any-return]


def _stored(stage: Stage, form: ContactForm) -> None:
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)


def _below(form: Any, field: str) -> str:
    return str(form.groups[field]._below.text())


def test_a_visit_is_written_down_from_any_page_in_three_commands(stage: Stage) -> None:
    id = stage.employer("Hotel Fjordhus", contact_person="Lars Okholm")
    stage.employer("Bageri Juhl")
    stage.go("sync")
    stage.commands = 0
    form = _form(stage)
    stage.type("fjord")
    stage.press(Key.Key_Return)
    stage.type("Viste rundt. De mangler hjælp til morgenmaden.")
    _stored(stage, form)
    assert stage.commands == 3
    (entry,) = _log(stage, id)
    one = entry.contact
    assert (one.mode, one.purpose) == (ContactMode.IN_PERSON, Purpose.INTRODUCE_IPS)
    assert (one.spoke_with, one.about) == ("Lars Okholm", "Viste rundt. De mangler hjælp til morgenmaden.")
    assert one.at == NOW.replace(second=0, microsecond=0)
    assert (one.minutes, one.next_on) == (None, None)


def test_pressing_twice_stores_once(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    stage.type("Sagde tak for sidst.")
    stage.press(Key.Key_Return, CTRL)
    _stored(stage, form)
    assert len(_log(stage, id)) == 1


def test_with_an_employer_on_the_screen_the_caret_stands_where_the_talk_is_written(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    assert form.employer.text() == "Bageri Juhl"
    assert form.about.hasFocus()


def test_what_the_guard_stops_is_stored_nowhere_and_the_field_says_why(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    stage.type(SLIP)
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "Stop: Medicin" in _below(form, "about"), timeout=20_000)
    assert "»Sertralin" in _below(form, "about")
    assert form.isVisible()
    assert form.about.hasFocus()
    assert not form._keep.isVisible()
    assert _log(stage, id) == ()
    form.about.setPlainText("Hun møder senere om formiddagen.")
    _stored(stage, form)
    assert [entry.contact.about for entry in _log(stage, id)] == ["Hun møder senere om formiddagen."]


def test_what_is_only_to_be_considered_can_be_kept_with_one_press(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    stage.type(MILD)
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(form._keep.isVisible, timeout=20_000)
    assert "Overvej" in _below(form, "about")
    form._keep.setFocus()
    stage.press(Key.Key_Space)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    assert [entry.contact.about for entry in _log(stage, id)] == [MILD]


def test_a_contact_can_be_for_several_candidates_and_one_of_them_taken_off(stage: Stage) -> None:
    id, amira, bo = stage.employer("Bageri Juhl"), stage.candidate("Amira Holm"), stage.candidate("Bo Åberg")
    stage.go("employers", id)
    form = _form(stage)
    stage.type("Spurgte om to pladser.")
    form.people.picker.setFocus()
    for begin in ("ami", "aab"):
        stage.type(begin)
        stage.press(Key.Key_Return)
    assert form.people.chosen() == (amira, bo)
    form.people.pills[amira].setFocus()
    stage.press(Key.Key_Space)
    assert form.people.picker.hasFocus()
    _stored(stage, form)
    assert [entry.names for entry in _log(stage, id)] == [("Bo Åberg",)]


def test_which_wishes_a_contact_met_is_asked_only_where_it_met_any(stage: Stage) -> None:
    id, amira = stage.employer("Bageri Juhl"), stage.candidate("Amira Holm")
    stage.go("employers", id)
    form = _form(stage)
    form.about.setPlainText("De kan bruge en om formiddagen.")
    form.people.choose([str(amira)])
    which = form.groups["matched"]
    assert not which.isVisibleTo(form)
    form.fits.setFocus()
    stage.press(Key.Key_Down)
    assert (form.fits.currentData(), which.isVisibleTo(form)) == ("yes", True)
    form.matched.choose("hours")
    begun = form.begun()
    assert begun is not None
    assert (begun.choices["matches"], begun.choices["matched"]) == ("yes", "hours")
    _stored(stage, form)
    (entry,) = _log(stage, id)
    assert (entry.contact.matches, entry.contact.matched) == ("yes", ("hours",))
    assert ("Passer: Timer", "plain") in list(view._chips(entry))


def test_a_next_step_brings_its_date_and_shows_in_the_list(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    assert not form.next_on.isEnabled()
    form.next_step.setFocus()
    stage.type("Ring om prøvedag")
    assert form.next_on.isEnabled()
    _stored(stage, form)
    stage.settle()
    assert _log(stage, id)[0].contact.next_on == date(2026, 11, 30)
    cards = stage.page("employers").register.cards
    assert "Ring om prøvedag" in cards.model().data(cards.currentIndex())


def test_a_new_place_is_made_by_writing_its_name(stage: Stage) -> None:
    stage.go("sync")
    form = _form(stage)
    stage.type("Cykler Solskin")
    assert "oprettes" in _below(form, "employer")
    form.about.setFocus()
    stage.type("Kom ind fra gaden.")
    _stored(stage, form)
    (row,) = stage.ask(employers.register)
    assert (row.employer.name, row.visits) == ("Cykler Solskin", 1)


def test_a_place_that_may_be_here_already_is_named_before_it_is_made_twice(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl", address="Vestergade 12")
    stage.go("sync")
    form = _form(stage)
    stage.type("Bageri Juhls")
    form.about.setFocus()
    stage.type("Talte om pakning.")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(form.alike.isVisible, timeout=10_000)
    assert "Ligner »Bageri Juhl«, Vestergade 12" in [
        label.text() for label in form.alike.findChildren(QLabel)
    ]
    stage.qtbot.waitUntil(form.alike.buttons[0].hasFocus)
    stage.press(Key.Key_Space)
    assert form.whose() == id
    _stored(stage, form)
    assert len(_log(stage, id)) == 1
    assert len(stage.ask(employers.register)) == 1


def test_it_can_be_made_all_the_same(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    stage.go("employers")
    stage.window.commands.run("employers.new")
    form = _employer_form(stage)
    stage.type("Bageri Juhl ApS")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(form.alike.isVisible, timeout=10_000)
    form.alike.buttons[-1].setFocus()
    stage.press(Key.Key_Space)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    assert len(stage.ask(employers.register)) == 2
    assert stage.page("employers").employer.name.whole_text() == "Bageri Juhl ApS"


def test_facts_are_changed_with_f2_and_a_wrong_number_is_said_under_its_field(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    stage.press(Key.Key_F2)
    form = _employer_form(stage)
    form.lines["cvr"].setFocus()
    stage.type("123")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: bool(_below(form, "cvr").startswith("Kan ikke læses")), timeout=10_000)
    form.lines["cvr"].selectAll()
    stage.type("13585628")
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: "gemt her" in stage.toast(), timeout=10_000)
    stage.settle()
    assert "CVR 13585628" in stage.page("employers").employer._under.whole_text()


def test_without_a_name_nothing_is_made(stage: Stage) -> None:
    stage.go("employers")
    stage.window.commands.run("employers.new")
    form = _employer_form(stage)
    stage.press(Key.Key_Return, CTRL)
    stage.qtbot.waitUntil(lambda: _below(form, "name") == "Skal udfyldes.", timeout=10_000)
    assert stage.ask(employers.register) == ()


def test_esc_leaves_the_form_and_what_was_typed_is_there_the_next_time(stage: Stage) -> None:
    id = stage.employer("Bageri Juhl")
    stage.go("employers", id)
    form = _form(stage)
    stage.type("Halvt skrevet")
    stage.press(Key.Key_Escape)
    assert not form.isVisible()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    assert _form(stage).about.toPlainText() == "Halvt skrevet"


def test_arrows_walk_the_list_and_the_page_follows(stage: Stage) -> None:
    for name in ("Bageri Juhl", "Fynsk Lager", "Netto"):
        stage.employer(name)
    page = stage.go("employers")
    stage.settle()
    assert page.employer.name.whole_text() == "Bageri Juhl"
    stage.press(Key.Key_Down)
    stage.settle()
    assert page.employer.name.whole_text() == "Fynsk Lager"


def test_the_search_reads_names_branches_and_towns_in_any_spelling(stage: Stage) -> None:
    stage.employer("Bageri Juhl", city="Aarup")
    stage.employer("Fynsk Lager", branch="Lager")
    page = stage.go("employers")
    stage.press(Key.Key_F, CTRL)
    stage.qtbot.waitUntil(page.register.search.hasFocus)
    stage.type("år")
    stage.qtbot.waitUntil(lambda: page.register.cards.model().rowCount() == 1)
    stage.press(Key.Key_Down)
    assert "Bageri Juhl" in page.register.cards.model().data(page.register.cards.currentIndex())


def test_an_empty_register_says_what_to_do(stage: Stage) -> None:
    page = stage.go("employers")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "Ingen arbejdsgivere endnu." in words
    assert "Skriv dit første besøg med Ctrl+Shift+B." in words
    assert not nameless(page)


def test_an_employer_that_came_while_another_page_was_shown_can_be_chosen_at_once(stage: Stage) -> None:
    stage.go("sync")
    juhl = stage.employer("Bageri Juhl")
    form = _form(stage)
    stage.type("bageri j")
    stage.press(Key.Key_Return)
    assert form.whose() == juhl
    assert form.new_name() == ""


def test_in_a_narrow_window_list_and_page_take_turns(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    page = stage.go("employers")
    stage.window.resize(1000, 700)
    stage.qtbot.waitUntil(lambda: page._narrow)
    page.back()
    assert page.register.isVisible()
    assert not page.employer.isVisible()
    stage.press(Key.Key_Return)
    stage.settle()
    assert page.employer.isVisible()
    assert not page.register.isVisible()
    stage.press(Key.Key_Left, ALT)
    assert page.register.isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_everything_the_keyboard_reaches_has_a_name_and_no_word_is_cut(
    stage: Stage, look: Theme, size: int
) -> None:
    id = stage.employer("Plantecentret på den anden side af fjorden ved Munkebo", branch="Planteskole")
    stage.ask(
        lambda vault: employers.log_contact(
            vault,
            employer=id,
            fields={
                "at": NOW - timedelta(days=3),
                "mode": "phone",
                "purpose": "thank",
                "about": "Tak " * 200,
            },
            now=NOW,
        )
    )
    look.set_text_size(size)
    QApplication.processEvents()
    stage.settle()
    page = stage.go("employers", id)
    form = _form(stage)
    assert not nameless(page)
    assert not nameless(form)
    assert not clipped(page)
    assert not clipped(form)
    for field in form.findChildren(Picker):
        room = field.width() - field.textMargins().left() - 2 * look.gap(2.5)
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room
    assert form.width() <= stage.window.width()
    stage.press(Key.Key_Escape)


def test_tab_goes_through_the_whole_form_and_comes_back(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    stage.go("employers")
    form = _form(stage)
    form.employer.setFocus()
    order: list[str] = []
    for _ in range(30):
        stage.press(Key.Key_Tab)
        name = focus().accessibleName() or _said(focus())
        if name == "Arbejdsgiver":
            break
        if order[-1:] != [name]:  # a date is three stops: day, month, year
            order.append(name)
    assert order == [
        "Besøg", "Dato", "Klokken", "Varighed", "Talte med", "Formål", "Hvad talte I om", "Udfald", "På vegne af",
        "Passer til kandidatens ønsker", "Kandidaten var selv med", "Det handlede om et ordinært job", "Næste skridt", "Annuller", "Gem kontakten",
    ]  # fmt: skip


def _employer_form(stage: Stage) -> EmployerForm:
    def found() -> list[EmployerForm]:
        return [one for one in stage.page("employers").findChildren(EmployerForm) if one.isVisible()]

    stage.qtbot.waitUntil(lambda: bool(found()))
    stage.qtbot.waitUntil(found()[0].isActiveWindow)
    return found()[0]
