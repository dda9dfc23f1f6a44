"""The one window: a locked screen, or the rail with its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.errors import FeltjournalError
from app.settings import Settings, may_choose
from ui import text
from ui.commands import Commands
from ui.desk import Arrives, Desk, PageKind, Parks
from ui.idle import Idle
from ui.theme import theme
from ui.widgets.toast import Toast
from ui.window import acts
from ui.window.cover import Covering
from ui.window.menus import Menus
from ui.window.own_windows import Opener, OwnWindows
from ui.window.tongues import Tongues
from ui.work import Work

if TYPE_CHECKING:
    from ui.text.standing import State
    from ui.visit.view import VisitView
    from ui.window.workspace import Workspace

VISIT = "visit"  # as `ui.visit` names its draft


class Gate(Protocol):
    """Makes the locked screen: a widget whose signal `passed` says that the journal is open."""

    def __call__(self) -> QWidget: ...


class MainWindow(QMainWindow):
    """`gate`: makes the locked screen. `pages`: in the order of the rail. `openers`: windows of their own by name.

    At lock everything that could hold a name is destroyed: pages, windows, toast. After the next unlock the same
    page opens at the same place. The title never says more than Feltjournal. `opened(self, desk)`: after each unlock.
    `opening`: unlocked, and nothing of the journal has been made yet. `tongues`: how the language is changed here.
    """

    opening = Signal()

    def __init__(
        self,
        work: Work,
        pages: Sequence[PageKind],
        gate: Gate,
        now: Callable[[], datetime],
        *,
        openers: Mapping[str, Opener] | None = None,
        settings: Settings | None = None,
        opened: Callable[[MainWindow, Desk], object] | None = None,
        tongues: Tongues | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Feltjournal")
        self._fit_screen()
        self._opened, self._tongues = opened, tongues
        self._new_words = QTimer(self, singleShot=True, interval=0)
        self._new_words.timeout.connect(self._speak_anew)
        self._settings = settings or Settings()
        self._work, self._pages, self._gate = work, pages, gate
        self._where: tuple[str, object] = (pages[0].id if pages else "", None)
        self._windows = OwnWindows(openers or {})
        self._workspace: Workspace | None = None
        self._visit: VisitView | None = None
        self._name, self._notice = "", ""
        self._state: State | None = None
        self._factor = theme().factor
        self.commands = Commands(self)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._toast = Toast(self)
        self._covering = Covering(self, self._windows.shown)
        self.desk = self._lay_desk(now)
        self._idle = self._make_idle()
        self._add_always()
        self._menus = Menus(self, self.commands)
        work.unlocked.connect(self._watch_idleness)
        work.locked.connect(self._close_down)
        work.failed.connect(self._tell_error)
        work.owing.connect(self._tell_owing)
        work.repaid.connect(self._tell_repaid)
        theme().changed.connect(self._dress_again)
        self._show_gate()

    def _watch_idleness(self) -> None:
        self._idle.start()

    def _tell_repaid(self) -> None:
        self._toast.show_text(self.tr("Kladden fra før låsen er gemt nu."))

    def go(self, page: str, target: object = None) -> None:
        """Show a page, and on it `target`."""
        if self._workspace is not None:
            self._windows.dismiss()
            self._workspace.go(page, target)

    def open(self, name: str, target: object = None) -> QWidget:
        if name == VISIT:
            return self._visit_at(target)
        return self._windows.open(self.desk, name, target)

    def show_name(self, name: str) -> None:
        """Whose journal it is, at the foot of the rail."""
        self._name = name
        if self._workspace is not None:
            self._workspace.rail.show_name(name)

    def show_notice(self, words: str) -> None:
        """At the foot, until it is locked: what one must not forget of this journal."""
        self._notice = words
        if self._workspace is not None:
            self._workspace.show_notice(words)

    def follow(self, settings: Settings) -> None:
        """Policies have changed: what is open was made for the old ones, so it locks and opens anew."""
        self.lock()
        self._settings = settings
        self.desk = replace(self.desk, settings=settings)
        self._idle.stop()
        self._idle.deleteLater()
        self._idle = self._make_idle()

    def adopt(self, settings: Settings) -> None:
        """The user has chosen something: nothing that is open was made wrong by it."""
        self._settings = settings
        self.desk = replace(self.desk, settings=settings)
        self._idle.wait(settings.idle_minutes)

    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def lock(self) -> None:
        """Let everything hand in its text, then close the vault."""
        self._covering.lift()
        if self._workspace is not None:
            self._windows.park()
            self._where = self._workspace.park()
            self._work.lock()
        elif self._visit is not None:
            self._visit.park()
            self._where = self._after(self._visit)
            self._work.lock()
        elif self._work.is_open:  # nothing is shown yet: somebody is still asked something at the gate
            gate = self._stack.currentWidget()
            if isinstance(gate, Parks):
                gate.park()
            self._work.lock()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.lock()
        self._work.settle()
        if self._work.owes:
            event.ignore()  # closed, the program would take the only copy of a text with it
            self._tell_owing(None)
            return
        super().closeEvent(event)
        QCoreApplication.quit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._workspace is not None:
            self._workspace.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._new_words.start()  # one change sends several: Qt's words go and come, and then ours

    def _make_idle(self) -> Idle:
        made = Idle(self._settings.idle_minutes, self, hours=self._settings.lock_hours)
        made.passed.connect(self.lock)
        return made

    def _lay_desk(self, now: Callable[[], datetime]) -> Desk:
        return Desk(
            work=self._work,
            settings=self._settings,
            commands=self.commands,
            now=now,
            tell=self._toast.show_text,
            go=self.go,
            open=self.open,
            count=self._count,
            show_state=self._show_state,
        )

    def _open_up(self) -> None:
        if self._workspace is not None:
            return
        self.opening.emit()
        self._add_open()
        self._show_workspace()
        self._idle.start()
        if self._opened is not None:
            self._opened(self, self.desk)

    def _add_always(self) -> None:
        def may(name: str) -> bool:
            return may_choose(self._settings, name)

        self.commands.add(*acts.always(self.close, may))
        if self._tongues is not None:
            self.commands.add(*acts.speaking(self._tongues.speak, self._tongues.spoken, may))
        self._always = {command.id for command in self.commands}

    def _add_open(self) -> None:
        self.commands.add(*acts.when_open(self.lock, self._toast.undo, self._back, self._cover))
        self.commands.add(*acts.going(self._pages, self.go))
        self.commands.add(
            *[command for command in acts.opening(self.open, self._subject) if command.id in self._windows]
        )
        if "help" in self._windows:
            self.commands.add(*acts.helping(self.open))

    def _show_workspace(self) -> None:
        from ui.window.workspace import Workspace  # not before there is something to show

        made = self._workspace = Workspace(self._pages, self.desk)
        made.rail.lock_asked.connect(self.lock)
        made.rail.show_name(self._name)
        if self._notice:
            made.show_notice(self._notice)
        if self._state is not None:
            made.rail.show_state(self._state)
        made.fit(self.width())
        self._put(made)
        made.go(*self._where)

    def _cover(self) -> None:
        self._windows.dismiss()
        self._toast.hide()
        self._covering.cover()

    def _close_down(self) -> None:
        from ui.window import copies  # not before there is something to forget

        self._covering.lift()
        self._idle.stop()
        self._toast.forget()
        copies.forget()
        self._windows.destroy()
        self._name, self._notice, self._state = "", "", None
        self.commands.remove(*[command.id for command in self.commands if command.id not in self._always])
        self._show_gate()

    def _visit_at(self, target: object) -> QWidget:
        """Everything that could hold a name goes, as at lock; the vault stays open for what is written."""
        if self._visit is not None or self._workspace is None:
            return self
        self._windows.park()
        self._windows.destroy()
        self._workspace.park()
        self._toast.forget()
        self._name, self._state = "", None
        self.commands.remove(*[command.id for command in self.commands if command.id not in self._always])
        self._workspace = None
        from ui.visit.view import VisitView, Where  # not before the first paint

        where = Where(*target) if isinstance(target, tuple) else Where()
        view = self._visit = VisitView(self.desk, where)
        view.left.connect(self._leave_visit)
        self._put(view)
        self.showFullScreen()
        view.arrive(None)
        return view

    def _leave_visit(self) -> None:
        """Back to the employer with what was written; by policy only with the passphrase."""
        view = self._visit
        if view is None:
            return
        self._where = self._after(view)
        if view.minutes() >= self._settings.visit_minutes:
            self._work.lock()
        else:
            self._visit = None
            self.showNormal()
            self._open_up()

    def _after(self, view: VisitView) -> tuple[str, object]:
        return "employers", (VISIT, view.where.id)

    def _show_gate(self) -> None:
        if self._visit is not None:
            self._visit = None
            self.showNormal()
        self._workspace = None
        gate = self._gate()
        getattr(gate, "passed", self._work.unlocked).connect(self._open_up)
        self._put(gate)
        if isinstance(gate, Arrives):
            gate.arrive(None)

    def _put(self, widget: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._toast.raise_()

    def _dress_again(self) -> None:
        """Margins are taken when a page is made, so another text size makes the pages anew."""
        if self._factor == theme().factor:
            return
        self._windows.refit(self._factor, theme().factor)
        self._factor = theme().factor
        if self._workspace is not None:
            self._where = self._workspace.park()
            QTimer.singleShot(0, self, self._make_anew)

    def _make_anew(self) -> None:
        if self._workspace is not None:
            self._show_workspace()

    def _speak_anew(self) -> None:
        """Words are taken when a page is made: pages, menus and windows are made anew, and come back where they were.

        A visit goes on in the old language until it is left, and so does an unlocking that has begun."""
        if (
            self._visit is not None
            or self._tongues is None
            or (self._work.is_open and self._workspace is None)
        ):
            return
        self._covering.lift()
        self._pages = tuple(self._tongues.pages())
        again = self._windows.places()
        self._windows.park()
        where = self._workspace.park() if self._workspace is not None else None
        self._windows.destroy()
        self._toast.forget()
        self.commands.remove(*[command.id for command in self.commands])
        self._add_always()
        if where is None:
            self._show_gate()
            return
        self._where = where
        self._add_open()
        self._show_workspace()
        self._work.run(self, lambda _: again, self._open_again)

    def _open_again(self, windows: list[tuple[str, object]]) -> None:
        """After what they handed in has been kept."""
        for name, target in windows:
            self.open(name, target)

    def _back(self) -> None:
        if self._workspace is not None:
            self._workspace.back()

    def _subject(self) -> object:
        return self._workspace.subject() if self._workspace is not None else None

    def _count(self, page: str, count: int) -> None:
        if self._workspace is not None:
            self._workspace.rail.set_count(page, count)

    def _show_state(self, state: State) -> None:
        self._state = state
        if self._workspace is not None:
            self._workspace.rail.show_state(state)

    def _tell_error(self, error: FeltjournalError) -> None:
        self._toast.show_text(text.explain(error), urgent=True)

    def _tell_owing(self, error: FeltjournalError | None) -> None:
        del error  # whatever the disk said, this is what to do
        self._toast.show_text(
            self.tr(
                "En kladde kunne ikke gemmes: disken er fuld eller kan ikke skrives. Teksten er her endnu, i "
                "programmets hukommelse. Gør plads, lås op, og luk ikke programmet før da."
            ),
            urgent=True,
        )

    def _fit_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize()
        look = theme()
        self.setMinimumSize(
            min(look.size("windowMinWidth"), room.width()), min(look.size("windowMinHeight"), room.height())
        )
        frame = look.size("nav")  # a title bar above it must not push the foot below the screen
        self.resize(
            min(look.size("windowWidth"), room.width()),
            max(min(look.size("windowHeight"), room.height() - frame), self.minimumHeight()),
        )
