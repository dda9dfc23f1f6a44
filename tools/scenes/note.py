"""The note window in its states, on the invented journal, with the real guard."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QWidget

from app.services import caseload, journal
from tools.scenes import Scene
from tools.scenes.workplace import Stage, page
from ui.note import NoteWindow

Texts = dict[str, str]
HELD = {
    "facts": "Mødte Amira på biblioteket. Hun er glad for, at Bageri Juhl gerne vil møde hende, og hun vil helst møde ind "
    "kl. 8.\n\nHun er begyndt på Sertralin 50 mg og er træt om formiddagen de første uger. Hun har også ondt i ryggen, "
    "så bussen før kl. 7 er svær.\n\nAftalt: Jeg ringer til Hanne Juhl i dag kl. 13 og foreslår et kort besøg på onsdag, "
    "hvor Amira ser pakkelinjen. Amira tager sit CV med og øver to spørgsmål om opgaverne og pauserne. Vi følger op på "
    "fredag."
}
APART = {
    "facts": "Besøg hos Bageri Juhl kl. 9. Vi så pakkelinjen og talte om en fast makker de første uger.",
    "own_view": "»Der er roligere, end jeg troede. Jeg vil gerne prøve tre formiddage.«",
    "assessment": "Hun klarer opgaven, når rækkefølgen er skrevet ned.",
    "agreements": "Hanne sender en vagtplan inden fredag. Jeg ringer mandag kl. 10.",
}
DANGER = {"facts": "Hun fortalte, at hun har forsøgt selvmord i weekenden. Vi aftalte at tales ved i morgen."}
_SECONDS = 20


def _note(texts: Texts) -> Callable[[Stage], NoteWindow]:
    def act(stage: Stage) -> NoteWindow:
        window = _opened(stage, _amira(stage))
        for name, words in texts.items():
            window.sheet.unfold(name) if name != "facts" else None
            window.sheet.edits[name].insertPlainText(words)
        _settle(window)
        return window

    return act


def _walked(stage: Stage) -> NoteWindow:
    window = _note(HELD)(stage)
    window.commands.run("note.walk")
    return window


def _misspelt(stage: Stage) -> NoteWindow:
    window = _note(
        {"facts": "Mødte Amira til et bessøg på biblioteket. Vi aftalte at talles ved på fredag kl. 10. "}
    )(stage)
    last = time.monotonic() + _SECONDS
    while not window.sheet.edits["facts"].misspelt() and time.monotonic() < last:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return window


def _restored(stage: Stage) -> NoteWindow:
    window = _note(HELD)(stage)
    window.close()
    (draft, *_) = stage.ask(journal.drafts)
    window = _opened(stage, draft)
    _settle(window)
    return window


def _correction(stage: Stage) -> NoteWindow:
    who = _amira(stage)
    entries = stage.ask(partial(journal.timeline, participant=who, now=stage.now))
    id = next(entry.id for entry in entries if entry.kind.value == "note")
    window = _opened(stage, stage.ask(partial(journal.open_note, id=id, now=stage.now)))
    _settle(window)
    return window


def _amira(stage: Stage) -> UUID:
    """Whom the scenes' notes are about."""
    everybody = stage.ask(partial(caseload.overview, now=stage.now))
    return next(one.participant.id for one in everybody if one.participant.name.startswith("Amira"))


def _blank(stage: Stage) -> NoteWindow:
    return _opened(stage, None)


def _opened(stage: Stage, target: object) -> NoteWindow:
    window = stage.window.open("note", target)
    if not isinstance(window, NoteWindow):
        raise TypeError(window)
    stage.settle()
    return window


def _settle(window: NoteWindow) -> None:
    """Until the guard has read it and the draft is kept."""
    last = time.monotonic() + _SECONDS
    fields = [window.head.title, *window.sheet.edits.values()]
    while time.monotonic() < last:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if all(field.is_judged() for field in fields) and "Gemmer" not in window.bar.safety.text():
            return


def _no_room(stage: Stage) -> NoteWindow:
    """The disk takes no page more."""
    stage.ask(lambda vault: vault.pragma("max_page_count = 1"))
    window = _note({"facts": "\n".join([APART["facts"]] * 90)})(stage)
    last = time.monotonic() + _SECONDS
    while not window.foot.rescue.isVisible() and time.monotonic() < last:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return window


def _scene(act: Callable[[Stage], NoteWindow]) -> Callable[[datetime], Scene]:
    return page("today", act)


def _copy_home(stage: Stage) -> QWidget:
    window = stage.window.open("rescue-copy", None)
    stage.settle()
    return window


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "note-blank": _scene(_blank),
    "note-held": _scene(_note(HELD)),
    "note-walked": _scene(_walked),
    "note-apart": _scene(_note(APART)),
    "note-danger": _scene(_note(DANGER)),
    "note-spelling": _scene(_misspelt),
    "note-restored": _scene(_restored),
    "note-no-room": _scene(_no_room),
    "note-copy-home": page("today", _copy_home),
    "note-correction": _scene(_correction),
}
