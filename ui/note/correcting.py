"""F7: from word to word the dictionary does not know, with better ones in a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.services.door import Held
from ui.widgets import announce
from ui.widgets.note_edit import NoteEdit
from ui.widgets.note_edit.spelling import Misspelt


class Correcting(QObject):
    """`menu`: the suggestions that are shown now, if any are."""

    def __init__(self, edits: Mapping[str, NoteEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._edits = tuple(edits.values())
        self.menu: QMenu | None = None

    def walk(self) -> None:
        """The next such word after the caret, round all the fields; its menu follows."""
        found = self._next()
        if found is None:
            announce.say(self._here(), self.tr("Ingen ord at rette."))
            return
        edit, one = found
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.choose(one.start, one.end)
        announce.say(edit, self.tr("Kender ikke »%1«.").replace("%1", one.word))
        edit.spelling.suggest(self, one.word, lambda better: self._offer(edit, one, better))

    def _next(self) -> tuple[NoteEdit, Misspelt] | None:
        here = self._here()
        first = self._edits.index(here)
        places = [(edit, one) for edit in self._edits for one in edit.misspelt()]
        if not places:
            return None
        caret = here.caret()
        for edit, one in places:
            number = self._edits.index(edit)
            if number > first or (number == first and one.start >= caret):
                return edit, one
        return places[0]

    def _here(self) -> NoteEdit:
        return next((edit for edit in self._edits if edit.hasFocus()), self._edits[0])

    def _offer(self, edit: NoteEdit, one: Misspelt, better: tuple[str, ...]) -> None:
        if edit.text()[one.start : one.end] != one.word:
            return
        menu = self.menu = QMenu(edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Forslag til »%1«").replace("%1", one.word))
        for word in better:
            menu.addAction(word.replace("&", "&&")).triggered.connect(self._putting(edit, one, word))
        if not better:
            menu.addAction(self.tr("Ingen forslag")).setEnabled(False)
        menu.addSeparator()
        learn = menu.addAction(self.tr("Føj »%1« til mine ord").replace("%1", one.word))
        learn.triggered.connect(lambda: self._learn(edit, one))
        menu.popup(edit.below_caret())
        menu.setActiveAction(menu.actions()[0] if better else learn)

    def _putting(self, edit: NoteEdit, one: Misspelt, word: str) -> Callable[[], None]:
        def put() -> None:
            if edit.text()[one.start : one.end] == one.word:
                edit.replace(one.start, one.end, word)
                edit.judge()

        return put

    def _learn(self, edit: NoteEdit, one: Misspelt) -> None:
        edit.go_to(one.end)
        edit.spelling.learn(edit, one.word, lambda held: self._refused(edit, held))

    def _refused(self, edit: NoteEdit, held: Held) -> None:
        del held
        edit.refused.emit(self.tr("Vagten lader ikke ordet komme med i dine ord."))
