"""Spelling for the fields: asked off the window's thread, after the guard has answered and in the same quiet moment."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Signal

from app.services import spelling
from app.services.door import Held
from app.spelling import words
from app.spelling.speller import Speller
from ui.work import Work


@dataclass(frozen=True, slots=True)
class Misspelt:
    """`start`, `end` count code points of the text that was asked about."""

    start: int
    end: int
    word: str


Found = tuple[Misspelt, ...]


@cache
def _speller() -> Speller:
    """One helper for the whole program."""
    made = Speller()
    atexit.register(made.close)
    return made


class Spelling(QObject):
    """`changed`: the writer has more or fewer own words, so every field is to be looked through again."""

    changed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work, self._own = work, frozenset[str]()
        work.unlocked.connect(self._read)
        work.locked.connect(self._forget)
        if work.is_open:
            self._read()

    @staticmethod
    def of(work: Work) -> Spelling:
        """The one of this worker."""
        return work.findChild(Spelling) or Spelling(work)

    def look(self, owner: QObject, text: str, then: Callable[[Found], None]) -> None:
        own = self._own

        def job() -> Found:
            asked = [Misspelt(*place) for place in words.asked(text)]
            wrong = _speller().wrong(words.as_asked(text, *place) for place in words.asked(text))
            return tuple(
                one
                for one in asked
                if words.as_asked(text, one.start, one.end, one.word) in wrong
                and one.word.casefold() not in own
            )

        self._work.aside(owner, job, then)

    def suggest(self, owner: QObject, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        self._work.aside(owner, lambda: _speller().suggest(word), then)

    def learn(self, owner: QObject, word: str, held: Callable[[Held], None]) -> None:
        """`held`: the guard will not have it among the own words."""

        def then(answer: frozenset[str] | Held) -> None:
            if isinstance(answer, Held):
                held(answer)
            else:
                self._know(answer)

        self._work.run(owner, lambda vault: spelling.learn(vault, word), then)

    def _read(self) -> None:
        self._work.run(self, spelling.own_words, self._know)

    def _know(self, own: frozenset[str]) -> None:
        if own != self._own:
            self._own = own
            self.changed.emit()

    def _forget(self) -> None:
        self._own = frozenset()
        _speller().forget()
