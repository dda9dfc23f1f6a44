"""Put the program together and show it. Nothing heavy is imported before the locked screen is painted."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from app import logs, paths, process, settings
from app.services import terms
from ui import clock, crash, gate, single, theme, unreachable, warm
from ui.away import Away
from ui.collecting import Collector
from ui.desk import Desk
from ui.policy import InForce
from ui.text import language
from ui.trial import Trial, notice
from ui.unlock import UnlockPage
from ui.widgets import accessible
from ui.widgets.first_paint import FirstPaint
from ui.window import MainWindow
from ui.window.leaving import Leaving
from ui.window.pages import kinds, openers
from ui.window.ready import FirstTouch
from ui.window.tongues import Tongues
from ui.work import Work

if TYPE_CHECKING:
    from app.errors import FeltjournalError
    from ui.text.calling import Unit

_AFTER_PAINT_MS = 100

_SETTLED_MS = 60_000


def start(profile: Path, keychain: Callable[[], Any], *, again: Sequence[str] | None = None) -> int:
    """Show the window of `profile` until it is closed. `keychain` is asked for when a passphrase has been typed.

    `again`: the command by which the program starts anew when nobody sits here any more.
    """
    process.harden()
    app = QApplication(theme.ARGUMENTS)
    accessible.install()
    chosen = settings.load(profile)
    _say(app, profile, chosen, chosen.language)
    if not unreachable.reached(profile):
        return 1
    first = single.claim(profile)
    if first is None:
        return 0
    logs.set_up(paths.log_dir(profile), level=logging.getLevelNamesMapping()[chosen.log_level])
    crash.install()
    if chosen.guard_file or (profile / "guard").exists():
        from app.services import guard_data

        guard_data.begin(profile, chosen)
    held = InForce(chosen, lambda: settings.load(profile), partial(settings.choose, profile))
    look = theme.install(app, chosen.theme, chosen.text_percent)
    look.changed.connect(lambda: held.choose(theme=look.choice, text_percent=look.text_size))
    held.changed.connect(lambda: _obey(held.value, look))
    window, work = build(profile, keychain=keychain, held=held)
    first.asked.connect(window.come_forward)
    if told := os.environ.get("FELTJOURNAL_READY_FILE"):
        FirstPaint(window, Path(told).touch)  # for a benchmark or a test
    window.show()
    FirstTouch(window, lambda: work.aside(window, warm.up, lambda _: None))
    away = Away(window, int(window.winId()))
    Leaving(window, work, away, again)
    collector = Collector(app)
    QTimer.singleShot(_AFTER_PAINT_MS, away, away.listen)
    QTimer.singleShot(_AFTER_PAINT_MS, gc.freeze)
    QTimer.singleShot(_AFTER_PAINT_MS, collector, collector.start)
    QTimer.singleShot(_AFTER_PAINT_MS, first, first.listen)
    code = app.exec()
    away.stop()
    work.stop()
    return code


def _obey(now: settings.Settings, look: theme.Theme) -> None:
    """What a changed policy says of the program as a whole; the window itself follows too."""
    look.choose(now.theme)
    look.set_text_size(now.text_percent)
    logging.getLogger().setLevel(now.log_level)


def build(
    profile: Path,
    *,
    keychain: Callable[[], Any],
    held: InForce,
    now: Callable[[], datetime] | None = None,
) -> tuple[MainWindow, Work]:
    """The window, not yet shown, and its worker, which whoever asked must stop."""
    work, tell = Work(), now or clock.now
    trial = Trial(work, tell)
    ways = gate.ways(profile, held, keychain, tell, work, trial)
    made = MainWindow(
        work,
        kinds(held.choose),
        partial(UnlockPage, work, ways),
        tell,
        openers=openers(profile),
        settings=held.value,
        opened=partial(_greet, profile, trial),
        tongues=Tongues(partial(_speak, held, profile), language.code, partial(kinds, held.choose)),
    )
    made.opening.connect(held.opening)
    held.changed.connect(lambda: made.follow(held.value))
    held.chosen.connect(lambda: made.adopt(held.value))
    made.opening.connect(partial(_keep_private, made, held))
    return made, work


def _speak(held: InForce, profile: Path, chosen: str) -> None:
    """From now on, and at the next start."""
    app = QApplication.instance()
    if app is not None:
        held.choose(language=chosen)
        _say(app, profile, held.value, chosen)


def _say(app: QCoreApplication, profile: Path, chosen: settings.Settings, tongue: str) -> None:
    """With the municipality's own words: a policy's word for the person comes before that of a list."""
    said = terms.spoken(profile, clock.now().date())
    word = chosen.participant_word
    if "participant_word" not in chosen.decided:
        word = said.get("da", {}).get(terms.PARTICIPANT, word)
    own = said.get(tongue, {})
    plain, the = own.get(terms.UNIT, ""), own.get(terms.UNIT_THE, "")
    language.speak(app, tongue, word, _unit(plain, the) if plain and the else None)


def _unit(plain: str, the: str) -> Unit:
    from ui.text.calling import Unit

    return Unit(plain, the)


def _keep_private(window: MainWindow, held: InForce) -> None:
    """Before anything of the journal is shown; at the locked screen there is nothing to keep."""
    from ui import privacy

    privacy.keep(window, held)


def _greet(profile: Path, trial: Trial, window: MainWindow, desk: Desk) -> None:
    """Whose journal it is, when the jobcenter has said so; or that it is nobody's."""
    from app.services import enrol, integrity
    from ui.unlock import account_words

    def known(me: enrol.Identity) -> None:
        window.show_name(me.name)
        if me.feed_name is None and gate.prepared(profile) is not None:
            desk.work.run_link(
                window, again, lambda _: desk.work.run(window, enrol.identity, known), _not_now
            )

    def again(vault: Any) -> object:
        return gate.use_prepared(vault, profile, desk.settings, desk.now())

    desk.work.run(window, enrol.identity, known)

    desk.work.run(window, integrity.in_passing, lambda said: account_words.tell(said, desk.tell))
    if trial.running:
        window.show_notice(notice())
        return
    desk.work.run(window, partial(terms.remember, profile=profile), lambda _: None)
    settled = QTimer(window, singleShot=True, interval=_SETTLED_MS)  # the window's own: it dies with it
    settled.timeout.connect(partial(_tend, window, desk))
    settled.timeout.connect(settled.deleteLater)
    settled.start()


def _not_now(error: FeltjournalError) -> None:
    """What IT laid ready waits for the next unlock; the page Synkronisering takes a code meanwhile."""
    logging.getLogger(__name__).info("provisioning: %s", type(error).__name__)


def _tend(window: MainWindow, desk: Desk) -> None:
    """The day's copy of the journal, when the first questions of the day are answered."""
    from app.services import upkeep

    desk.work.run_link(window, partial(upkeep.tend, now=desk.now()), lambda _: None)
