"""What the guard would stop now stands in I dag, says what it is and where, and never the words."""

from __future__ import annotations

from uuid import uuid4

from app.services.rereading import ToMend
from ui.theme import Theme
from ui.today import rereading


def test_a_row_names_the_candidate_and_the_kind_and_what_to_do(look: Theme) -> None:
    del look
    whose = uuid4()
    note = ToMend("note", uuid4(), whose, "Amira Holm", ("facts",), ("MEDICATION",), can_correct=True)
    task = ToMend("task", uuid4(), None, "", ("title",), ("DIAG_NAME", "DIAG_CODE"), can_correct=False)
    first, second = rereading.rows((note, task))
    assert (first.title, first.note, first.act) == ("Amira Holm", "Medicin og dosis", "Ret notatet")
    assert (second.title, second.act) == ("Fælles for jobcentret", "Tag ordene ud")
    assert first.tickable
    assert second.tickable
