"""The window on F1: topics to the left, found by writing, and what they say to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QTextBrowser, QWidget

from app.services import release
from app.settings import Settings
from ui.desk import Desk
from ui.help import about, handbook
from ui.help.handbook import Topic
from ui.help.keys import KeysTable
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, row_in
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField

_LINE_HEIGHT = 135
KEYS, ABOUT, LICENCES = "keys", "about", "licences"


class HelpWindow(QWidget):
    """`topic`: what is shown first. Esc closes; typing in the field shortens the list."""

    def __init__(self, desk: Desk, topic: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feltjournal")
        self.setProperty("surface", "page")
        self.resize(theme().size("noteWidth"), theme().size("noteHeight"))
        self._book = self._topics(desk)
        self.search = SearchField(self.tr("Søg i hjælpen"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Emner"))
        self.list.setProperty("kind", "topics")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = label("", "h1", wrap=True)
        self.page = QTextBrowser()
        self.page.setProperty("kind", "page")
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        self.keys = KeysTable(desk.commands)
        self._body = QStackedWidget()
        self._body.addWidget(self.page)
        self._body.addWidget(self.keys)
        self.search.asked.connect(self._find)
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._show)
        self._lay_out()
        self._find()
        self.show_topic(topic)
        settings, now = desk.settings, desk.now()
        if settings.update_notice != "none" and desk.work.is_open:
            desk.work.run(
                self,
                lambda vault: release.newer(vault, settings, now=now),
                lambda v: self._tell_newer(settings, v),
            )

    def show_topic(self, topic: str) -> None:
        """The list shows every topic again, with this one chosen."""
        self.search.clear()
        self._find()
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == topic:
                self.list.setCurrentRow(number)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> str:
        row = self.list.currentRow()
        return "" if row < 0 else str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _topics(self, desk: Desk) -> dict[str, Topic]:
        keys = "\n".join(command.plain for command in desk.commands)
        made = (
            Topic(KEYS, self.tr("Genveje"), keys),
            *handbook.topics(),
            Topic(ABOUT, self.tr("Om Feltjournal"), about.about(desk.settings)),
            Topic(LICENCES, self.tr("Licenser"), about.licences(about.components())),
        )
        return {topic.id: topic for topic in made}

    def _tell_newer(self, settings: Settings, newer: str | None) -> None:
        about_it = self._book[ABOUT]
        self._book[ABOUT] = replace(about_it, text=about.about(settings, newer))
        if self.shown() == ABOUT:
            self._show()

    def _find(self) -> None:
        found = handbook.matching(tuple(self._book.values()), self.search.text())
        self.list.blockSignals(True)
        self.list.clear()
        for topic in found:
            item = QListWidgetItem(topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.search.text():
            announce.say(self.search, self._count(found))
        self.list.setCurrentRow(0)
        self._show()

    def _count(self, found: Sequence[Topic]) -> str:
        return self.tr("%n emne(r)", "", len(found)) if found else self.tr("Intet fundet")

    def _show(self) -> None:
        topic = self._book.get(self.shown())
        self._title.setText(topic.title if topic else self.tr("Intet fundet"))
        self._body.setCurrentWidget(self.keys if topic and topic.id == KEYS else self.page)
        self.page.setAccessibleName(topic.title if topic else self.tr("Intet fundet"))
        self.page.setMarkdown(topic.text if topic and topic.id != KEYS else "")
        _give_air(self.page)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setProperty("surface", "sunken")
        side.setMaximumWidth(theme().size("list"))
        column(side, label(self.tr("Hjælp"), "h1"), self.search, self.list, margins=(5.5, 6, 5.5, 5), gap=4)
        right = column(None, self._title, self._body, margins=(9, 6, 9, 5), gap=4)
        whole = row_in(self, gap=0)
        whole.addWidget(side, 2)
        whole.addLayout(right, 3)


def _give_air(page: QTextBrowser) -> None:
    """Paragraphs apart, lines apart, and no line longer than is good to read."""
    air = QTextBlockFormat()
    air.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    air.setBottomMargin(theme().gap(2))
    cursor = QTextCursor(page.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(air)
    page.document().setDocumentMargin(theme().gap(5))
    page.setMaximumWidth(theme().size("measure") + theme().gap(16))


def open_help(desk: Desk, target: object) -> HelpWindow:
    """`target`: the id of a topic; the keys when it is nothing."""
    return HelpWindow(desk, target if isinstance(target, str) else KEYS)
