"""Texts to begin with: templates with places to fill in, and short names that become whole sentences.

A place to fill in stands as `‹dato›`. Ctrl+J goes from place to place; where the caret stands after a short name
(`opf`), the sentence takes its place first. The texts are data in `resources/writing`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

import resources
from ui.widgets import announce
from ui.widgets.note_edit import NoteEdit

_STOP = re.compile(r"‹[^‹›\n]*›")
_NAME = re.compile(r"(?<!\w)\w+$")


@dataclass(frozen=True, slots=True)
class Template:
    """`texts`: by the field of the note they belong in."""

    id: str
    title: str
    texts: Mapping[str, str]


@cache
def _data() -> tuple[tuple[Template, ...], Mapping[str, str]]:
    raw = json.loads(resources.path("writing/templates_da.json").read_text(encoding="utf-8"))
    return tuple(Template(**one) for one in raw["templates"]), raw["snippets"]


def templates() -> tuple[Template, ...]:
    return _data()[0]


def snippets() -> Mapping[str, str]:
    return _data()[1]


class Templates(QObject):
    """`unfolds(field)`: a text is put into a field that may be folded away."""

    unfolds = Signal(str)

    def __init__(self, edits: Mapping[str, NoteEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._edits = dict(edits)
        self.menu: QMenu | None = None

    def show_menu(self) -> None:
        """The templates by name, at the caret."""
        edit = self._here()
        menu = self.menu = QMenu(edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Skabeloner"))
        for one in templates():
            menu.addAction(one.title).triggered.connect(self._putting(one))
        menu.popup(edit.below_caret())
        menu.setActiveAction(menu.actions()[0])

    def use(self, template: Template) -> None:
        """Its texts where the caret is, and in the other fields where they are empty; each is one step of undo."""
        for name, text in template.texts.items():
            edit = self._edits[name]
            if name == "facts":
                edit.replace(edit.caret(), edit.caret(), text)
            elif not edit.text().strip():
                self.unfolds.emit(name)
                edit.replace(0, len(edit.text()), text)
            edit.judge()
        self._edits["facts"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._edits["facts"].go_to(0)
        self.next_stop()

    def next_stop(self) -> bool:
        """Write out a short name before the caret, then select the next place to fill in; False if there is none."""
        here = self._here()
        self._write_out(here)
        names = list(self._edits)
        first = next(name for name in names if self._edits[name] is here)
        order = names[names.index(first) :] + names[: names.index(first)]
        for name in order:
            edit = self._edits[name]
            start = edit.caret() if edit is here else 0
            if (place := _STOP.search(edit.text(), start)) is not None:
                return self._go(edit, *place.span())
        if (first_one := _STOP.search(here.text())) is not None:
            return self._go(here, *first_one.span())
        announce.say(here, self.tr("Intet mere at udfylde."))
        return False

    def left(self) -> tuple[str, str] | None:
        """(field, place) of the first place that was never filled in."""
        for name, edit in self._edits.items():
            if (found := _STOP.search(edit.text())) is not None:
                return name, found[0]
        return None

    def _write_out(self, edit: NoteEdit) -> None:
        text, caret = edit.text(), edit.caret()
        found = _NAME.search(text[:caret])
        whole = snippets().get(found[0].casefold()) if found else None
        if found is not None and whole is not None:
            edit.replace(found.start(), caret, whole)
            edit.go_to(found.start())
            if not _STOP.search(whole):
                edit.go_to(found.start() + len(whole))
            edit.judge()

    def _go(self, edit: NoteEdit, start: int, end: int) -> bool:
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.choose(start, end)
        announce.say(edit, edit.text()[start + 1 : end - 1])
        return True

    def _here(self) -> NoteEdit:
        return next((edit for edit in self._edits.values() if edit.hasFocus()), self._edits["facts"])

    def _putting(self, template: Template) -> Callable[[], None]:
        return lambda: self.use(template)
