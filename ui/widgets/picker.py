"""Choose one of many by writing the beginning of any of its words; å, ø and é may be written as aa, oe and e.

picker = Picker(self.tr("Kandidat"))            # icon="building-2" for an employer
picker.show_choices((Choice(id, "Amira Holm"), ...))
picker.picked.connect(...)                      # the id; None when the words no longer name anybody
picker.takes_new = True                         # words that name none of them are an answer too
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QListView, QWidget
from shiboken6 import isValid

from ui.theme import theme
from ui.widgets import announce
from ui.widgets.glyph import Glyph
from ui.widgets.rows_model import Index

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    id: object
    text: str


def fold(text: str) -> str:
    """The letters a Danish keyboard and any other would agree on: å = aa, ø = oe, é = e."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold().translate(_DANISH))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Those of which every typed word begins a word; those that begin as typed come first."""
    asked = fold(typed).split()
    if not asked:
        return list(choices)
    fits = [c for c in choices if all(any(w.startswith(a) for w in fold(c.text).split()) for a in asked)]
    return sorted(fits, key=lambda c: not fold(c.text).startswith(fold(typed).strip()))


class _Choices(QAbstractListModel):
    """What fits what was typed: of thousands, only those in sight are ever asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == _ID:
            return choice
        return choice.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None


class Picker(QLineEdit):
    """Enter takes the first of the list, the arrows another; Tab with a single match takes that."""

    picked = Signal(object)
    done = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, icon: str = "user-round") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._glyph = Glyph(icon, "accentText", "iconSmall", self)
        self.setTextMargins(theme().size("iconSmall") + theme().gap(1.5), 0, 0, 0)
        self._choices: tuple[Choice, ...] = ()
        self._known = self._awaited = False
        self.takes_new = False
        self._chosen: Choice | None = None
        self._model = _Choices(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(9)
        self._list = _Offered(self)
        self._list.setProperty("kind", "popup")
        self._list.setAccessibleName(name)
        self._completer.setPopup(self._list)
        self._list.clicked.connect(self._take_row)
        self.setCompleter(self._completer)
        self._list.installEventFilter(self)  # after the completer's own, so that it is asked first
        self.textEdited.connect(self._typed)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Who wrote a name and Enter before the choices had come has not waited for them: it is taken now."""
        self._choices, self._known = tuple(choices), True
        self._fill(self.text())
        if self._awaited and self._chosen is None and self._model.rowCount():
            self._take(self._choice(self._model.index(0, 0)))
        self._awaited = False

    def chosen(self) -> object:
        return self._chosen.id if self._chosen else None

    def is_answered(self) -> bool:
        """Not by words that look like a choice and are none. What is the only match is taken, as Tab does."""
        if not self.takes_new:
            self._take_only_match()
        return self.takes_new or self._chosen is not None or not self.text().strip()

    def show_words(self, words: str) -> None:
        """What stood in the field before; a choice again where one alone is called so."""
        called = [choice for choice in self._choices if choice.text == words]
        if len(called) == 1:
            self._take(called[0])
        else:
            self.setText(words)
            self._fill(words)

    def choose(self, choice: Choice) -> None:
        """Choose without a signal."""
        self._chosen = choice
        self.setText(choice.text)
        self.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys that were on their way to the list when it went are the writer's next words, not another name."""
        if watched is self._list and isinstance(event, QKeyEvent) and not self._list.isVisible():
            writer: QWidget | None = self.window().focusWidget()
            if writer is not None and writer is not self:
                return QApplication.sendEvent(writer, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self._open_all()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        glyph = self._glyph.sizeHint()
        self._glyph.resize(glyph)
        self._glyph.move(theme().gap(2.5), (self.height() - glyph.height()) // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        self._open_all()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._take_only_match()
        super().focusOutEvent(event)

    def _take_only_match(self) -> None:
        if self._chosen is None and self._model.rowCount() == 1 and self.text().strip():
            self._take(self._choice(self._model.index(0, 0)))

    def _enter(self) -> None:
        """The row the arrows stand on, else the first that fits."""
        row = self._list.currentIndex() if self._list.isVisible() else QModelIndex()
        if not row.isValid() and self._chosen is None and self.text().strip():
            row = self._model.index(0, 0)
        if row.isValid():
            self._take_row(row)
        elif self._chosen is not None or (self.text().strip() and not self._known):
            self._awaited = not self._known
            self.done.emit()

    def _typed(self, text: str) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.picked.emit(None)
        self._fill(text)
        self._completer.complete()
        if text.strip():
            first = self._model.choices[0].text if self._model.choices else ""
            count = self.tr("%n fundet.", "", self._model.rowCount())
            announce.say(self, f"{count} {first}".strip())

    def _fill(self, text: str) -> None:
        self._model.show(matching(self._choices, text))

    def _open_all(self) -> None:
        if self.isReadOnly():
            return
        self._fill("" if self._chosen else self.text())
        self._completer.complete()

    def _choice(self, index: QModelIndex) -> Choice:
        choice: Choice = index.data(_ID)
        return choice

    def _take_row(self, index: QModelIndex) -> None:
        self._list.hide()
        self._take(self._choice(index))
        self.done.emit()

    def _take(self, choice: Choice) -> None:
        self.choose(choice)
        self.picked.emit(choice.id)


class _Offered(QListView):
    """The choices below the field.

    Some desktops make a popup the active window, and their word of it may come when it has been hidden again: it
    must not take the focus back to the field then, and must hand the keyboard on to where the writer is.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Show:
            self.setFocusProxy(self._field)
        elif event.type() == QEvent.Type.Hide:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets that None takes it off
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowActivate):
            self._give_back()
        return done

    def _give_back(self) -> None:
        if not self.isVisible() and QApplication.activeWindow() is self and isValid(self._field):
            self._field.window().activateWindow()
