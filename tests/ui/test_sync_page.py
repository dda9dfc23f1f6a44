"""The sync page on a real vault: the code, what waits, what the server would not have, what two have changed."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel

from app import errors
from app.domain.changes import Topic
from app.domain.records import TYPES, FieldType
from app.services import journal
from app.services.sync import Item
from app.store import outbox, sync_state
from app.store.sync_state import Conflict
from app.sync.gate import Reason
from tests.ui.stage import CTRL, SHIFT, Key, Stage, clipped, nameless, stage
from tests.vault_parts import NOW
from ui.note import NoteWindow
from ui.sync import view, words
from ui.sync.page import SyncPage
from ui.text import dates, explain
from ui.theme import Theme
from ui.widgets.row_list import RowButton

__all__ = ["stage"]
REFUSALS = (
    errors.CodeUnknown(), errors.CodeExpired(), errors.CodeUsed(), errors.InvitationDamaged(), errors.DeviceKnown(),
    errors.ServerUnavailable(), errors.ServerRefused("x"), *(errors.NotOnNetwork(reason) for reason in Reason),
)  # fmt: skip


def _note(stage: Stage, who: UUID) -> UUID:
    fields = journal.NoteFields(
        participant=who, title="Samtale", happened_at=NOW, facts="Vi talte om butikken."
    )
    outcome = stage.ask(partial(journal.write_note, note=fields, now=NOW))
    assert isinstance(outcome, journal.Saved)
    return outcome.note.id


def _tell(stage: Stage) -> None:
    """What the store was told behind the pages' back."""
    stage.work.changed.emit(frozenset({Topic.SYNC}))
    stage.settle()


def _rows(card: Any) -> list[str]:
    return [row.accessibleName() for row in card.findChildren(RowButton) if row.isVisibleTo(card)]


def _words(page: SyncPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_a_computer_nobody_knows_asks_for_the_code_first(stage: Stage) -> None:
    page = stage.go("sync")
    assert page.enrol.line.hasFocus()
    assert "Kun på denne computer" in _words(page)
    assert not page.button.isVisible()


def test_a_code_without_a_jobcenter_to_ask_says_so_under_the_field(stage: Stage) -> None:
    page = stage.go("sync")
    stage.type("4711-abcd")
    stage.press(Key.Key_Return)
    wanted = explain(errors.NotOnNetwork(Reason.NOT_CONFIGURED))
    stage.qtbot.waitUntil(lambda: page.enrol.group._below.text() == wanted, timeout=10_000)
    assert page.enrol.line.text() == "4711-abcd"
    assert page.enrol.line.hasFocus()
    assert page.enrol.button.isEnabled()
    assert stage.toast() == ""


def test_every_way_a_code_can_fail_is_said_under_the_field(stage: Stage) -> None:
    page = stage.go("sync")
    for error in REFUSALS:
        page.enrol.failed(error)
        assert page.enrol.group._below.text() == explain(error)


def test_no_code_is_no_question(stage: Stage) -> None:
    page = stage.go("sync")
    stage.press(Key.Key_Return)
    assert page.enrol.group._below.text() == "Skriv koden først."


def test_what_waits_stands_with_its_time_and_is_not_called_sent(stage: Stage) -> None:
    who = stage.candidate("Amira Holm")
    _note(stage, who)
    page = stage.go("sync")
    rows = _rows(page.waiting)
    when = dates.moment_within(NOW, NOW)
    assert rows == [
        f"Kandidatens oplysninger · Amira Holm. Skrevet {when}",
        f"Notat · Amira Holm. Skrevet {when}",
    ]
    assert "2 ændringer er gemt her og venter" in page._lines.text()
    stage.ask(lambda vault: _in(vault, lambda tx: outbox.batch(tx, most=9, most_bytes=9999)))
    _tell(stage)
    assert all("Venter på kvittering" in row and "endt" not in row for row in _rows(page.waiting))


def test_the_key_from_another_page_leads_to_the_code_field(stage: Stage) -> None:
    stage.go("employers")
    stage.press(Key.Key_S, CTRL | SHIFT)
    page = stage.page("sync")
    assert page.isVisible()
    assert page.enrol.line.hasFocus()


def test_a_note_the_servers_guard_would_not_have_is_opened_to_be_corrected(stage: Stage) -> None:
    note = _note(stage, stage.candidate("Amira Holm"))
    stage.ask(
        lambda vault: _in(vault, lambda tx: outbox.outcome(tx, note, "held", rev=None, problem="DIAG_NAME"))
    )
    page = stage.go("sync")
    _tell(stage)
    (row,) = _rows(page.held)
    assert row.startswith("Notat · Amira Holm. Diagnose · Skrevet")
    page.held.rows.setFocus()
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(lambda: bool(_notes()), timeout=10_000)
    for window in _notes():
        window._over = True
        window.close()


def test_both_versions_of_a_field_two_have_changed_are_shown(stage: Stage) -> None:
    who = stage.candidate("Amira Holm")
    found = Conflict(
        rev=7, field="wish_hours", type="participant", rec=who, mine="12 timer om ugen, formiddag",
        theirs="15 timer om ugen, formiddag", by="p2", seen_at=NOW,
    )  # fmt: skip
    stage.ask(lambda vault: _in(vault, lambda tx: sync_state.add_conflict(tx, found)))
    page = stage.go("sync")
    _tell(stage)
    said = _words(page)
    assert "Kandidatens oplysninger · Amira Holm · ønsker: timer" in said
    assert "<s><b>12</b></s> timer om ugen, formiddag" in said
    assert "<u><b>15</b></u> timer om ugen, formiddag" in said
    assert any("Begge udgaver er gemt" in words for words in said)
    assert not nameless(page)


def test_a_name_with_signs_of_markup_is_shown_as_it_is(stage: Stage) -> None:
    who = stage.candidate("Amira Holm")
    found = Conflict(
        rev=7, field="wish_area", type="participant", rec=who, mine="<b>A</b> & B", theirs="C", by="p2", seen_at=NOW
    )  # fmt: skip
    stage.ask(lambda vault: _in(vault, lambda tx: sync_state.add_conflict(tx, found)))
    page = stage.go("sync")
    _tell(stage)
    assert any(
        "&lt;b&gt;A&lt;/b&gt; &amp; B" in words.replace("</b></s><s><b>", "") for words in _words(page)
    )


def test_after_saving_it_tries_when_there_has_been_peace_and_not_without_something_to_send(
    stage: Stage,
) -> None:
    keeper = stage.page("sync").keeper
    stage.qtbot.waitUntil(lambda: not keeper.running, timeout=10_000)
    _tell(stage)
    assert not keeper._after_saving.isActive()
    stage.candidate("Amira Holm")
    stage.settle()
    assert keeper._after_saving.isActive()
    assert keeper._after_saving.interval() == 20_000
    keeper.sync_now()
    assert not keeper._after_saving.isActive()
    stage.qtbot.waitUntil(lambda: not keeper.running, timeout=10_000)
    stage.settle()
    assert not keeper._after_saving.isActive()
    assert keeper._every.interval() == 5 * 60_000


def test_asking_twice_makes_one_more_round_and_not_two_at_once(stage: Stage) -> None:
    keeper = stage.page("sync").keeper
    stage.qtbot.waitUntil(lambda: not keeper.running, timeout=10_000)
    for _ in range(3):
        keeper.sync_now()
    assert keeper.running
    assert keeper._again
    stage.qtbot.waitUntil(lambda: not keeper.running and not keeper._again, timeout=10_000)


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_no_word_is_cut(stage: Stage, look: Theme, size: int) -> None:
    for number in range(60):
        stage.candidate(f"Anne-Cathrine Bredahl Vestergaard-Sørensen {number}")
    look.set_text_size(size)
    QApplication.processEvents()
    stage.settle()
    page = stage.go("sync")
    stage.settle()
    assert not nameless(page)
    assert not clipped(page)
    assert len(_rows(page.waiting)) == view.SHOWN
    assert "og 10 til" in _words(page)


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_difference_never_changes_a_version(one: str, other: str) -> None:
    left, right = view.apart(one, other)
    assert "".join(part.text for part in left) == one
    assert "".join(part.text for part in right) == other
    assert [part.text for part in left if not part.own] == [part.text for part in right if not part.own]


def test_every_field_and_kind_has_a_name_and_every_code_a_word(look: Theme) -> None:
    for kind, type in TYPES.items():
        assert words.what(kind) != words.what("")
        for name, of in type.fields.items():
            if of not in (FieldType.ID,) and name != "author":
                assert words.field(kind, name) != "et felt", name
    assert words.field("job", "ended_on") == "ophør"
    assert words.field("ips_course", "ended_on") == "afsluttet"
    for kind, field, code, said in (
        ("participant", "phase", "job_search", "Jobsøgning"), ("job", "form", "flexjob", "Fleksjob"),
        ("period", "code", "cash_basic", "Kontanthjælp, grundsats"), ("task", "who", "together", "Sammen"),
        ("contact_for", "matched", "hours,pay", "Timer, Løn"), ("past_job", "reasons", "tasks", "Opgaverne"),
    ):  # fmt: skip
        assert words.value(kind, field, code, NOW) == said
    assert words.value("participant", "cpr", "7103840000", NOW) == "••••••-••••"
    assert words.value("participant", "phase", "a-code-of-tomorrow", NOW) == "a-code-of-tomorrow"
    assert words.value("task", "due_on", "2026-11-23", NOW) == "23. november 2026"


def test_what_the_server_put_aside_says_why() -> None:
    item = Item(UUID(int=1), "task", None, "Amira Holm", NOW, "parked", "not-in-scope")
    (row,) = view.parked([item], NOW)
    assert row.note.startswith("Kandidaten er ikke længere hos dig · Skrevet")


def _in(vault: Any, act: Any) -> Any:
    with vault.begin() as tx:
        return act(tx)


def _notes() -> list[NoteWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, NoteWindow) and one.isVisible()]
