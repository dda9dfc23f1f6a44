"""The guard reading along: when to ask, which answers still hold, when to show them.

Asked 150 ms after the last key for the paragraphs that changed, so that what is dear is known early. Shown 700 ms
after it, at the end of a sentence, and at once after a paste: then the whole text is judged as the door would.
An answer to a text that has changed since is dropped. Nothing here touches caret, scroll or undo.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextDocument

from app.guard import Source
from ui.widgets.note_edit.reading import Learned, Spot, paragraphs_of, read_paragraphs, read_whole
from ui.work import Work

LOOK_MS, QUIET_MS, LATE_MS = 150, 700, 1_500
_PARAGRAPH = "\u2029"


class Reader(QObject):
    """`judged(spots)`: the verdict on the text as it stands now, to be shown now. `late`: it is a long time coming."""

    judged = Signal(object)
    late = Signal()

    def __init__(self, work: Work, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._document = work, document
        self._source = Source.OBSERVED
        self._known: Learned = {}
        self._show_soon = self._deaf = self._busy = self._next = False
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._patience = QTimer(self, singleShot=True, interval=LATE_MS)
        self._patience.timeout.connect(self.late)
        self._look.timeout.connect(self._after_a_key)
        self._quiet.timeout.connect(self.judge)
        document.contentsChange.connect(self._changed)

    @property
    def waits(self) -> bool:
        """The text as it stands has not been judged yet."""
        return self._busy or self._look.isActive() or self._quiet.isActive()

    def set_source(self, source: Source) -> None:
        """Whose words they are; the guard reads the clinic's more sternly."""
        if source is not self._source:
            self._source, self._known = source, {}
            self.judge()

    def forget(self) -> None:
        """Let go of every text, and of answers under way."""
        self._look.stop()
        self._quiet.stop()
        self._patience.stop()
        self._known = {}
        self._next = False

    def deaf(self, deaf: bool) -> None:  # noqa: FBT001
        """While True, changes are not the writer's and start nothing."""
        self._deaf = deaf

    def judge(self) -> None:
        """Judge the whole text now, and say what was found when the answer comes."""
        self._look.stop()
        self._quiet.stop()
        self._ask(whole=True)

    def _ask(self, *, whole: bool) -> None:
        """One question at a time; what is asked meanwhile is asked once, when the answer is here."""
        if whole and not self._patience.isActive():
            self._patience.start()
        if self._busy:
            self._next = self._next or whole
            return
        text, source, revision = self.text(), self._source, self._document.revision()
        known = dict(self._known)
        missing = tuple(part for part in paragraphs_of(text) if part not in known)
        if not missing and not whole:
            return
        self._busy = True

        def job() -> tuple[Learned, tuple[Spot, ...] | None]:
            learned = known | read_paragraphs(missing, source)
            return learned, read_whole(text, learned, source) if whole else None

        def then(answer: tuple[Learned, tuple[Spot, ...] | None]) -> None:
            self._take(*answer, holds=source is self._source, same=revision == self._document.revision())

        self._work.aside(self, job, then)

    def _take(self, learned: Learned, spots: tuple[Spot, ...] | None, *, holds: bool, same: bool) -> None:
        """`holds`: it was asked of the same source; `same`: of the text as it still stands."""
        self._busy = False
        if holds:
            self._learn(learned)
        if spots is not None:
            self._patience.stop()
        if holds and same and spots is not None:
            self.judged.emit(spots)
        if self._next:
            self._next = False
            self._ask(whole=True)

    def text(self) -> str:
        return self._document.toPlainText()

    def _changed(self, place: int, removed: int, added: int) -> None:
        if self._deaf:
            return
        if self._ends_sentence(place, removed, added):
            self._show_soon = True
        self._look.start()
        self._quiet.start()

    def _ends_sentence(self, place: int, removed: int, added: int) -> bool:
        if added != 1 or removed:
            return False
        typed = str(self._document.characterAt(place))
        before = str(self._document.characterAt(place - 1)) if place else ""
        return typed == _PARAGRAPH or (typed == " " and before in tuple(".!?"))

    def _after_a_key(self) -> None:
        whole, self._show_soon = self._show_soon, False
        self._ask(whole=whole)

    def _learn(self, learned: Learned) -> None:
        """Keep what the text still says; a paragraph that was rewritten is forgotten."""
        parts = paragraphs_of(self.text())
        self._known = {part: learned[part] for part in parts if part in learned}
