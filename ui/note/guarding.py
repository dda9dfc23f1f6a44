"""The guard and the note's fields: findings of every field together, walked with F4, answered by card or key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from app.guard import Finding, Suggestion
from app.services import releasing
from app.services.releasing import Answer
from ui.note import findings
from ui.note.findings import Found, Kept
from ui.note.problems import gap_in
from ui.widgets import announce
from ui.widgets.guard_panel import GuardPanel
from ui.widgets.note_edit import NoteEdit, Spot


class Guarding(QObject):
    """`changed`: other findings than before. `found` are they, numbered through all fields; `danger`: the keys of
    those by which somebody may be in danger."""

    changed = Signal()
    judged = Signal()
    alike = Signal(object, str)

    def __init__(self, edits: Mapping[str, NoteEdit], panel: GuardPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._edits, self._panel = edits, panel
        self._spots: dict[str, tuple[Spot, ...]] = {}
        self._texts: dict[str, str] = {name: edit.text() for name, edit in edits.items()}
        self._kept: Kept = frozenset()
        self._answers: dict[tuple[str, str], Answer] = {}
        self._leads = False
        self._current = ""
        self.found: tuple[Found, ...] = ()
        self.danger = frozenset[str]()
        for name, edit in edits.items():
            self._listen(name, edit)
        panel.use.connect(self.use)
        panel.cut.connect(self.cut)
        panel.keep.connect(self.keep)
        panel.alike.connect(self._let_be)
        panel.looked.connect(self._preview)
        panel.unkeep.connect(self.unkeep)
        panel.emptied.connect(self._back_to_the_text)
        panel.show_headline(findings.headline(0))

    def kept(self) -> frozenset[str]:
        """The categories the writer keeps, for the door."""
        return findings.kept_categories(self._texts, self._spots, self._kept)

    def spots(self, field: str) -> tuple[Spot, ...]:
        return self._spots.get(field, ())

    def show_held(self, held: Mapping[str, tuple[Finding, ...]]) -> None:
        """The door has the last word: what it held is marked, whatever was seen before."""
        for name, edit in self._edits.items():
            known = {(s.start, s.end, s.category): s for s in self._spots.get(name, ())}
            self._texts[name] = edit.text()
            self._spots[name] = tuple(
                known.get((f.start, f.end, f.category))
                or Spot(f.start, f.end, f.category, f.level, None, f.rule)
                for f in held.get(name, ())
            )
        self._show()

    def walk(self) -> None:
        """F4: the caret goes to the next mark, its card is ringed, and what it says is said."""
        field, place = self._where()
        item = findings.walk(self.found, field, place, self._current)
        if item is None:
            announce.say(self._panel, findings.headline(0))
            return
        self._current = item.key
        edit = self._edits[item.field]
        edit.setFocus()
        edit.go_to(self._now(item, item.spot.start))
        self._panel.show_current(item.key)
        announce.say(edit, findings.announcement(item), urgent=True)

    def use_current(self) -> None:
        """Alt+Enter."""
        item = findings.at_caret(self.found, *self._where(), self._current)
        if item is not None:
            self.use(item.key)

    def use(self, key: str) -> None:
        item = self._item(key)
        suggestion = item.spot.suggestion if item else None
        if item is not None and suggestion is not None:
            self._replace(item, suggestion.start, suggestion.end, suggestion.replacement)

    def cut(self, key: str) -> None:
        """Take the words out, and the space that would be left over."""
        item = self._item(key)
        if item is not None:
            text = self._texts[item.field]
            start, end = item.spot.start, item.spot.end
            if text[start - 1 : start] == " " and text[end : end + 1] in ("", " ", ".", ",", "\n"):
                start -= 1
            self._replace(item, start, end, "")

    def keep(self, key: str, reason: str = "everyday") -> None:
        item = self._item(key)
        if item is not None and not item.spot.stops:
            self._kept |= {item.kept_as}
            self._answers[item.kept_as] = Answer(item.spot.rule, releasing.KEPT, reason)
            self._show()

    def answers(self) -> tuple[Answer, ...]:
        """What was answered to which rule, to be counted; never the words."""
        return tuple(answer for kept, answer in self._answers.items() if kept in self._kept)

    def lead(self, leads: bool) -> None:  # noqa: FBT001
        """Whether the writer may release words that only look clinical."""
        self._leads = leads
        self._show()

    def _let_be(self, key: str) -> None:
        """A name, a product or a place: asked about, the writer's word is enough; a stop is for the leader."""
        item = self._item(key)
        if item is None:
            return
        if item.spot.stops:
            self.alike.emit(item, self._texts[item.field])
        else:
            self.keep(key, "name")

    def unkeep(self) -> None:
        self._kept = frozenset()
        self._show()

    def judge_again(self) -> None:
        """The rules are others than when the fields were read."""
        for edit in self._edits.values():
            edit.judge()

    def forget(self) -> None:
        self._spots, self._texts, self._kept, self.found = {}, {}, frozenset(), ()
        self._answers = {}
        self.danger = frozenset()
        self._panel.forget()

    def _listen(self, name: str, edit: NoteEdit) -> None:
        def judged(spots: tuple[Spot, ...]) -> None:
            self._spots[name], self._texts[name] = spots, edit.text()
            self._show()
            self.judged.emit()

        def pasted(count: int) -> None:
            words = findings.pasted(count)
            self._panel.show_headline(words)
            announce.say(edit, words)

        edit.judged.connect(judged)
        edit.pasted.connect(pasted)
        edit.late.connect(lambda: self._panel.show_headline(findings.reading()))

    def _show(self) -> None:
        before = self.found
        self.found = findings.found(self._texts, self._spots, self._kept)
        self.danger = findings.in_danger(self._texts, self.found)
        for name, edit in self._edits.items():
            edit.preview(None)
            edit.show_marks(findings.marks(self.found, name))
        if not any(item.key == self._current for item in self.found):
            self._current = ""
        self._panel.show_cards(
            findings.cards(self.found, leads=self._leads), findings.headline(len(self.found))
        )
        self._panel.show_kept(findings.kept_line(self._kept))
        self._panel.show_current(self._current)
        if [item.key for item in before] != [item.key for item in self.found]:
            self._say_what_is_new(before)
            self.changed.emit()

    def _say_what_is_new(self, before: tuple[Found, ...]) -> None:
        old = {item.key for item in before}
        fresh = [item for item in self.found if item.key not in old]
        if fresh or not self.found:
            announce.say(self._panel, findings.headline(len(self.found)))

    def _replace(self, item: Found, start: int, end: int, words: str) -> None:
        edit = self._edits[item.field]
        judged, text = self._texts[item.field], edit.text()
        moved = _moved(judged, text, start, end)
        if moved is None:
            edit.judge()
            return
        put_in = edit.replace(start + moved, end + moved, words)
        self._current = ""
        edit.setFocus()
        gap = gap_in(words)
        if gap is not None:
            edit.setTextCursor(_part(put_in, *gap))
        edit.judge()

    def _preview(self, key: str, looked: bool) -> None:  # noqa: FBT001
        item = self._item(key)
        if item is None:
            return
        edit = self._edits[item.field]
        suggestion = item.spot.suggestion if looked else None
        if suggestion is not None:
            moved = _moved(self._texts[item.field], edit.text(), suggestion.start, suggestion.end)
            suggestion = _shifted(suggestion, moved)
        edit.preview(suggestion)

    def _now(self, item: Found, place: int) -> int:
        edit = self._edits[item.field]
        return place + (_moved(self._texts[item.field], edit.text(), item.spot.start, item.spot.end) or 0)

    def _where(self) -> tuple[str, int]:
        for name, edit in self._edits.items():
            if edit.hasFocus():
                return name, edit.caret()
        return "", 0

    def _item(self, key: str) -> Found | None:
        return next((item for item in self.found if item.key == key), None)

    def _back_to_the_text(self) -> None:
        self._edits["facts"].setFocus()


def _moved(judged: str, text: str, start: int, end: int) -> int | None:
    """How far [start, end) has moved since it was judged; None if the words themselves were changed."""
    for by in (0, len(text) - len(judged)):
        if start + by >= 0 and text[start + by : end + by] == judged[start:end]:
            return by
    return None


def _shifted(suggestion: Suggestion, by: int | None) -> Suggestion | None:
    if by is None:
        return None
    return Suggestion(suggestion.start + by, suggestion.end + by, suggestion.replacement)


def _part(of: QTextCursor, start: int, end: int) -> QTextCursor:
    made = QTextCursor(of)
    made.setPosition(of.selectionStart() + start)
    made.setPosition(of.selectionStart() + end, QTextCursor.MoveMode.KeepAnchor)
    return made
