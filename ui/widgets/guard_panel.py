"""What the guard has to say, beside the text: one card a finding, tied to its mark by a number.

panel.show_cards((CardView(...), ...), self.tr("Vagten: 2 steder at se på"))

It knows neither guard nor note: whoever owns the text says what the cards hold and does what they ask for.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.policy import standing
from ui.theme import theme
from ui.widgets.boxes import column, restyle, row, scrolled
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class CardView:
    """`instead`: the sentence that offers a suggestion, "" without one. `danger`: what to do first, "" mostly.
    `alike`: what the button says by which words that only look clinical are let be, "" where there is none."""

    key: str
    number: int
    stops: bool
    title: str
    level: str
    why: str
    instead: str = ""
    danger: str = ""
    alike: str = ""


class GuardCard(QFrame):
    """`use`, `cut`, `keep`: what the writer wants done. `looked(bool)`: the suggestion is being looked at."""

    use = Signal(str)
    cut = Signal(str)
    keep = Signal(str)
    alike = Signal(str)
    looked = Signal(str, bool)

    def __init__(self, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._tone = "stop" if view.stops else "warn"
        self.setProperty("surface", self._tone)
        self.setAccessibleName(f"{view.number}. {view.level}: {view.title}")
        box = column(self, margins=(3, 2.5, 3, 3), gap=1.5)
        box.addLayout(self._head())
        if view.danger:
            box.addLayout(
                _beside(Glyph("phone", "stopText", "iconSmall"), label(view.danger, "stop", wrap=True))
            )
        box.addWidget(label(view.why, "muted", wrap=True))
        if view.instead:
            box.addWidget(label(view.instead, "suggestion", wrap=True))
        self.buttons = self._acts()
        box.addLayout(Flow(*self.buttons, gap=1.5, between=1.5))

    def show_current(self, current: bool) -> None:  # noqa: FBT001
        restyle(self, "current", "true" if current else "false")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.buttons[0] and self.view.instead:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
                self.looked.emit(self.view.key, True)
            elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave):
                self.looked.emit(self.view.key, False)
        return super().eventFilter(watched, event)

    def _head(self) -> QVBoxLayout:
        badge = label(str(self.view.number), "badgeStop" if self.view.stops else "badgeWarn")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(theme().size("iconFact"), theme().size("iconFact"))
        title = label(self.view.title, "strong", wrap=True)
        line = row(badge, gap=2)
        line.addWidget(title, 1)
        line.addWidget(Chip(self.view.level, self._tone), 0, Qt.AlignmentFlag.AlignTop)
        return column(None, line)

    def _acts(self) -> list[QPushButton]:
        about = self.view.title
        made = []
        if self.view.instead:
            made.append(
                self._button(self.tr("Brug forslaget"), "soft", self.use, f"{about}. {self.view.instead}")
            )
        made.append(self._button(self.tr("Slet ordene"), "small", self.cut, about))
        if not self.view.stops and standing.guard_overrides():
            made.append(self._button(self.tr("Behold – hverdagssprog"), "small", self.keep, about))
        if self.view.alike and (self.view.stops or standing.guard_overrides()):
            made.append(self._button(self.view.alike, "small", self.alike, about))
        return made

    def _button(self, text: str, kind: str, signal: object, about: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("kind", kind)
        made.setAccessibleName(text)
        made.setAccessibleDescription(about)
        made.clicked.connect(lambda: signal.emit(self.view.key))  # type: ignore[attr-defined]
        made.installEventFilter(self)
        return made


class GuardPanel(QWidget):
    """Fixed in width, so that nothing jumps when the guard has something to say."""

    use = Signal(str)
    cut = Signal(str)
    keep = Signal(str)
    alike = Signal(str)
    looked = Signal(str, bool)
    unkeep = Signal()
    emptied = Signal()
    fetch = Signal()

    def __init__(self, why: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[CardView, ...] = ()
        self._cards: list[GuardCard] = []
        self._narrow = False
        self._glyph = Glyph("shield-check", "okText")
        self._title = label("", "title", wrap=True)
        self._hint = _beside(Glyph("info", "faint", "iconSmall"), label(hint, "small", wrap=True))
        self._kept = label("", "small", wrap=True)
        self._again = QPushButton(self.tr("Vis igen"))
        self._again.setProperty("kind", "link")
        self._again.clicked.connect(self.unkeep)
        self.ask_for_it = QPushButton(self.tr("Bed myndighed indhente"))
        self.ask_for_it.setProperty("kind", "small")
        self.ask_for_it.setAccessibleDescription(
            self.tr("Laver en opgave uden indhold. Oplysningerne hentes af den, der må se dem.")
        )
        self.ask_for_it.setToolTip(self.ask_for_it.accessibleDescription())
        self.ask_for_it.clicked.connect(self.fetch)
        self._list = QWidget()
        self._column = column(self._list, gap=3)
        self._foot = QWidget()
        foot = column(self._foot, Flow(self.ask_for_it), self._hint, gap=2)
        kept = row(gap=2)
        kept.addWidget(self._kept, 1)
        kept.addWidget(self._again)
        foot.addLayout(kept)
        self._column.addWidget(self._foot)
        self._column.addStretch(1)
        self._area = scrolled(self._list)
        head = row(self._glyph, gap=2)
        head.addWidget(self._title, 1)
        box = column(self, head, label(why, "muted", wrap=True), gap=2.5)
        box.addWidget(self._area, 1)
        self.show_cards((), "")
        self.show_kept("")
        self.set_narrow(False)

    def show_cards(self, views: tuple[CardView, ...], headline: str) -> None:
        """Show these cards; those that say the same as before stay as they are, focus and all."""
        self.show_headline(headline)
        self._glyph.show_icon(*_shield(views))
        self._foot.setVisible(bool(views) or self._kept.text() != "")
        self.ask_for_it.setVisible(any(view.stops for view in views))
        if views == self._views:
            return
        had_focus = self._list.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        before = {card.view: card for card in self._cards}
        self._views, self._cards = views, [self._kept_or_new(before, view) for view in views]
        for gone in before.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, card in enumerate(self._cards):
            self._column.insertWidget(index, card)
        self._chain_tabs()
        self._stretch()
        if had_focus and not self._any_focus():
            self.emptied.emit()

    def show_headline(self, headline: str) -> None:
        self._title.setText(headline)
        self.setAccessibleName(headline)

    def headline(self) -> str:
        return self._title.text()

    def show_kept(self, sentence: str) -> None:
        """What the writer has chosen to keep; "" takes the line away."""
        self._kept.setText(sentence)
        self._kept.setVisible(bool(sentence))
        self._again.setVisible(bool(sentence))
        self._foot.setVisible(bool(self._views) or bool(sentence))

    def show_current(self, key: str) -> None:
        """Ring the card of the mark that is being looked at, and bring it into sight."""
        for card in self._cards:
            card.show_current(card.view.key == key)
            if card.view.key == key:
                self._into_sight(card)

    def cards(self) -> tuple[GuardCard, ...]:
        return tuple(self._cards)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001
        """Below the text instead of beside it: as wide as there is room, as tall as its cards."""
        wide = 16777215 if narrow else theme().size("guard")
        self.setMaximumWidth(wide)
        self.setMinimumWidth(0 if narrow else wide)
        self._narrow = narrow
        self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._stretch()

    def forget(self) -> None:
        self.show_cards((), "")
        self.show_kept("")

    def _stretch(self) -> None:
        """Below the text every card is whole, and the page scrolls instead of the panel."""
        whole = max(self._column.totalHeightForWidth(self.width()), 0) if self._narrow else 0
        self._area.setMinimumHeight(whole)

    def _kept_or_new(self, before: dict[CardView, GuardCard], view: CardView) -> GuardCard:
        return before.pop(view) if view in before else self._card(view)

    def _card(self, view: CardView) -> GuardCard:
        card = GuardCard(view)
        card.use.connect(self.use)
        card.cut.connect(self.cut)
        card.keep.connect(self.keep)
        card.alike.connect(self.alike)
        card.looked.connect(self.looked)
        return card

    def _into_sight(self, card: GuardCard) -> None:
        self._column.activate()
        self._area.ensureWidgetVisible(card, 0, theme().gap(3))

    def _chain_tabs(self) -> None:
        buttons = [button for card in self._cards for button in card.buttons]
        for first, second in zip(buttons, [*buttons[1:], self.ask_for_it, self._again], strict=False):
            QWidget.setTabOrder(first, second)

    def _any_focus(self) -> bool:
        return any(button.hasFocus() for card in self._cards for button in card.buttons)


def _shield(views: tuple[CardView, ...]) -> tuple[str, str]:
    if any(view.stops for view in views):
        return "shield-alert", "stopText"
    return ("shield-alert", "warnText") if views else ("shield-check", "okText")


def _beside(glyph: Glyph, text: QLabel) -> QVBoxLayout:
    line = row(gap=2)
    line.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text, 1)
    return column(None, line)
