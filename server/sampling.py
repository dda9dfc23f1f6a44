"""What a believed computer vouches for, tried now and then: a stretch of one text of a push, read while the rest is checked.

Reading 4 kB takes the guard longer than all the rest of a push of 500; a stretch takes a tenth of it. Where a stretch
looks as if it should have been refused, the whole operation is read: torn from its place a sentence may mislead.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from server import door, readers
from server.problems import Refused
from server.shape import Op

log = logging.getLogger("feltjournal.server")
ONE_IN = 20
PATIENCE = 0.05  # seconds a push waits for it once all else is checked; an answer that comes later counts for the next
Doubt = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """A stretch that is being read. `doubt`: to be told when the computer vouched for what the guard refuses."""

    answer: Future[tuple[str, ...]]
    doubt: Doubt

    def found(self, patience: float = PATIENCE) -> bool:
        """Whether it should have been refused, as far as that is known within `patience` seconds."""
        try:
            held = self.answer.result(timeout=patience)
        except TimeoutError:
            self.answer.add_done_callback(self._late)
            return False
        except Refused:
            return False  # whoever read it is gone, and with it this answer
        if held:
            self._tell()
        return bool(held)

    def _late(self, answer: Future[tuple[str, ...]]) -> None:
        if answer.exception() is None and answer.result():
            self._tell()

    def _tell(self) -> None:
        log.warning("security: a computer vouched for what the guard refuses")
        self.doubt()


def draw(count: int) -> list[int]:
    """One operation in twenty, by its place in the push."""
    return [place for place in range(count) if secrets.randbelow(ONE_IN) == 0]


def begin(drawn: Sequence[Op], reader: readers.Reader, known: readers.Known, doubt: Doubt) -> Trial | None:
    """At most one of those that were drawn is tried; None where none was, or nobody is free to read."""
    if not drawn:
        return None
    op = secrets.choice(drawn)
    stretch = door.stretch(op.fields, known.people)
    if stretch is None:
        return None
    answer = reader.try_out(op.fields, stretch, known)
    return None if answer is None else Trial(answer, doubt)
