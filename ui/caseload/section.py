"""A section of a candidate's page: cards that are read when they are looked at, and acts that open forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from ui.desk import Desk
from ui.theme import theme
from ui.widgets.boxes import column, scrolled
from ui.widgets.parts import Part, Parts

_MINE = frozenset({Topic.CASELOAD, Topic.JOURNAL, Topic.TASKS, Topic.WORK})


class Subject(Protocol):
    """What a section is about: what it asks the vault, how it tells the answer, what its acts do."""

    def ask(self, vault: Any, id: UUID) -> object: ...

    def tell(self, answer: Any) -> tuple[Part, ...]: ...

    def act(self, what: object, id: UUID, answer: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class SectionKind:
    """`text`: of its tab, with the letter for Alt. `keys`: of the command that opens it."""

    id: str
    text: str
    keys: str
    make: Callable[[Desk, QWidget], Subject]


class Section(QWidget):
    """Shows one subject for one candidate; reads nothing while it is hidden."""

    def __init__(self, desk: Desk, kind: SectionKind) -> None:
        super().__init__()
        self._desk, self.subject = desk, kind.make(desk, self)
        self._whose: UUID | None = None
        self._answer: object = None
        self._stale = False
        self.parts = Parts(kind.text.replace("&", ""))
        self.parts.setMaximumWidth(theme().size("measure") + theme().size("fact"))
        column(self, scrolled(self.parts))
        self.parts.asked.connect(self._act)
        self.parts.opened.connect(self._act)
        desk.work.changed.connect(self._on_changed)

    def show_case(self, id: UUID) -> None:
        """Another candidate, or the same one again."""
        if id != self._whose:
            self.parts.show_parts(())
        self._whose = id
        self._load()

    def take_focus(self) -> None:
        self.parts.take_focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self._load()

    def _load(self) -> None:
        self._stale = not self.isVisible()
        whose = self._whose
        if whose is None or self._stale:
            return
        self._desk.work.latest(self, "section", lambda vault: self.subject.ask(vault, whose), self._show)

    def _show(self, answer: object) -> None:
        self._answer = answer
        self.parts.show_parts(() if answer is None else self.subject.tell(answer))

    def _act(self, what: object) -> None:
        if self._whose is not None and self._answer is not None and what is not None:
            self.subject.act(what, self._whose, self._answer)

    def _on_changed(self, changes: Changes) -> None:
        if changes & _MINE and self._whose is not None:
            self._load()
