"""The program's own window on a real vault with the invented jobcenter in it: its pages, and what opens over them."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

import resources
from app.services import calendar, caseload, demo, trial, unlock
from app.settings import Settings
from app.store import tables
from app.vault.keys import Cost
from tools.scenes import Scene
from ui.caseload.page import CaseloadPage
from ui.desk import Desk, Room
from ui.sync.page import SyncPage
from ui.widgets.form import Form
from ui.widgets.rows_model import VALUE
from ui.window import MainWindow
from ui.window.pages import kinds, openers
from ui.work import Work

if TYPE_CHECKING:
    from app.vault.vault import Vault

T = TypeVar("T")
PASSPHRASE = "fire ord og en gul cykel"  # noqa: S105 - opens the invented journal of these pictures only
HOME = Path(__file__).resolve().parents[2] / "build" / "scenes"
NAME = "Mette Lund"
_SECONDS = 10
_CHEAP = Cost(m_kib=8 << 10, t=1, p=1)


class Gate(QWidget):
    """Opens the window by itself."""

    passed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        work.unlocked.connect(self.passed)


class Stage:
    """One unlocked window and the vault behind it."""

    def __init__(self, place: Path, now: datetime) -> None:
        self.now, self.work = now, Work()
        self.window = MainWindow(
            self.work,
            kinds(),
            lambda: Gate(self.work),
            lambda: now,
            openers=openers(),
            settings=Settings(),
            opened=_greet,
        )
        keys = unlock.folder_keychain(place.parent / "keychain")
        self.work.unlock(self.window, lambda: unlock.open(place, PASSPHRASE, keys, now=now), _fail)
        while not self.work.is_open:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.settle()

    def ask(self, job: Callable[[Any], T]) -> T:
        """What the vault says, in its turn after everything asked before."""
        answers: list[T] = []
        owner = QObject()
        self.work.run(owner, job, answers.append)
        while not answers:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return answers[0]

    def wait_for_the_network(self) -> None:
        """Until the first try to reach the jobcenter has failed, and the card at the foot of the rail says so."""
        last = time.monotonic() + _SECONDS
        while time.monotonic() < last:
            keepers = [page.keeper for page in self.window.findChildren(SyncPage)]
            if keepers and all(one.state is not None and not one.running for one in keepers):
                return self.settle()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        return None

    def settle(self) -> None:
        """Let every question be answered and painted, and what those answers ask."""
        for _ in range(4):
            self.ask(lambda _: True)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QCoreApplication.processEvents()

    def close(self) -> None:
        self.window.lock()
        self.work.stop()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


Act = Callable[[Stage], QWidget | None]


def _nothing(stage: Stage) -> None:
    del stage


def page(name: str, act: Act = _nothing, *, of: str = "full") -> Callable[[datetime], Scene]:
    """`act`: what is done on the page first; the dialog or window it gives back is photographed instead."""

    def make(now: datetime) -> Scene:
        stage = Stage(_borrowed(_VAULTS[of](now)), now)
        window = stage.window
        window.resize(1440, 900)
        window.show()
        window.go(name)
        stage.settle()
        stage.wait_for_the_network()
        shot = act(stage)
        stage.settle()
        return Scene(shot or window, stage.close, stage.settle)

    return make


def _full(now: datetime) -> Path:
    """Eighteen months, sent; and today's work, not yet. Kept until what it is made of changes."""
    made = HOME / f"full-{_mark(now)}" / "vault"
    if not made.exists():
        shutil.rmtree(HOME, ignore_errors=True)
        begun = Path(tempfile.mkdtemp(dir=_home())) / "vault"
        vault = new_vault(begun, now)
        demo.fill(vault, now=now)
        trial.as_sent(vault, now)
        demo.add_todays_work(vault, now=now)
        vault.close()
        begun.parent.rename(made.parent)
    return made


def _home() -> Path:
    HOME.mkdir(parents=True, exist_ok=True)
    return HOME


def _borrowed(place: Path) -> Path:
    """A copy that goes with this program, so that two may take pictures at once."""
    folder = Path(tempfile.mkdtemp(dir=_home()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(place.parent, folder, dirs_exist_ok=True)
    return folder / place.name


def _empty(now: datetime) -> Path:
    made = Path(tempfile.mkdtemp(dir=_home())) / "vault"
    atexit.register(shutil.rmtree, made.parent, ignore_errors=True)
    new_vault(made, now).close()
    return made


def _crowded(now: datetime) -> Path:
    """Sixty candidates with names and next steps too long for their places."""
    made = Path(tempfile.mkdtemp(dir=_home())) / "vault"
    atexit.register(shutil.rmtree, made.parent, ignore_errors=True)
    vault = new_vault(made, now)
    for number in range(60):
        name = f"Alexandrina-Josefine Højgaard-Østergaard Sørensen {number}"
        saved = caseload.create(
            vault, fields={"name": name, "phase": "job_search", "ips_start": now.date()}, now=now
        )
        for day in range(number % 7):
            calendar.add_task(
                vault, title="Ring til den daglige leder om vagterne i december og januar, og skriv svaret ned",
                now=now, due_on=now.date() + timedelta(days=day - 3), participant=getattr(saved, "id", None),
            )  # fmt: skip
    vault.close()
    return made


_VAULTS = {"full": _full, "empty": _empty, "crowded": _crowded}


def new_vault(place: Path, now: datetime) -> Vault:
    place.parent.mkdir(parents=True, exist_ok=True)
    vault = unlock.create(place, PASSPHRASE, unlock.folder_keychain(place.parent / "keychain"), cost=_CHEAP)
    trial.enrol(vault, jobcenter="Jobcenter Strandby", name=NAME, now=now)
    return vault


def _mark(now: datetime) -> str:
    """What the invented journal is made from, in a few letters."""
    root = Path(demo.__file__).parent
    told = hashlib.sha256(now.isoformat().encode())
    schema = Path(tables.__file__).parent / "migrations"
    for file in sorted(
        [*root.glob("demo*.py"), root / "trial.py", *schema.glob("*.sql"), *resources.path("demo").iterdir()]
    ):
        told.update(file.read_bytes() if file.is_file() else b"")
    return told.hexdigest()[:12]


def _greet(window: MainWindow, desk: Desk) -> None:
    del desk
    window.show_name(NAME)


def _fail(error: Exception) -> None:
    raise error


def _named(stage: Stage, name: str) -> UUID:
    rows = stage.ask(lambda vault: caseload.overview(vault, now=stage.now))
    return next(row.participant.id for row in rows if row.participant.name == name)


def _on(name: str, act: Callable[[Stage, CaseloadPage], object] = lambda _stage, _page: None) -> Act:
    """On the page of one candidate; a form over it is photographed in its own size."""

    def go(stage: Stage) -> QWidget | None:
        stage.window.go("caseload", _named(stage, name))
        stage.settle()
        found = stage.window.findChild(CaseloadPage)
        if found is not None:
            act(stage, found)
        stage.settle()
        form = stage.window.findChild(Form)
        if form is not None:
            form.setFixedSize(form.size())
        return form

    return go


def _inside(stage: Stage, page: CaseloadPage) -> None:
    """As where list and page take turns, and the page has its turn."""
    stage.window.setMinimumSize(640, 480)
    page.roster.opened.emit(_named(stage, "Amira Holm"))


def _overview(stage: Stage, page: CaseloadPage) -> None:
    del stage
    page.fit(Room.MEDIUM)
    page.candidate.tabs.choose("overview")
    page.candidate.tabs.chosen.emit("overview")


def _corrected(stage: Stage, page: CaseloadPage) -> None:
    """The first note that has been corrected, unfolded."""
    stage.settle()
    rows = page.candidate.timeline.rows
    entries = [rows.index(n).data(VALUE) for n in range(rows.rowCount())]
    entry = next((e for e in entries if not e.heading() and e.more), None)
    if entry is not None:
        page.candidate.timeline.choose(entry.id)
        page.candidate.timeline.unfold(entry.id)
        page.candidate.timeline.setFocus()


def _appointment(*, held: str) -> Callable[[Stage, CaseloadPage], object]:
    def act(stage: Stage, page: CaseloadPage) -> None:
        stage.window.commands.run("caseload.appointment")
        form = page.findChild(Form)
        title = form.groups["title"].field if form is not None else None
        if form is not None and isinstance(title, QLineEdit):
            title.setText(held)
            form.asked.emit()

    return act


def _edit(stage: Stage, page: CaseloadPage) -> None:
    del page
    stage.window.commands.run("caseload.edit")


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "today": page("today"),
    "today-empty": page("today", of="empty"),
    "today-crowded": page("today", of="crowded"),
    "caseload-list": page("caseload"),
    "caseload-crowded": page("caseload", of="crowded"),
    "caseload": page("caseload", _on("Amira Holm")),
    "caseload-job": page("caseload", _on("Sofie Dam")),
    "caseload-long": page("caseload", _on("Mikkel Overgaard", _corrected)),
    "caseload-new": page("caseload", _on("Signe Ravnholt")),
    "caseload-empty": page("caseload", of="empty"),
    "caseload-inside": page("caseload", _on("Amira Holm", _inside)),
    "caseload-overview": page("caseload", _on("Amira Holm", _overview)),
    "appointment-stop": page("caseload", _on("Amira Holm", _appointment(held="Tale om Sertralin 50 mg"))),
    "appointment-warn": page("caseload", _on("Amira Holm", _appointment(held="Hun har ondt i ryggen"))),
    "candidate-form": page("caseload", _on("Amira Holm", _edit)),
}
