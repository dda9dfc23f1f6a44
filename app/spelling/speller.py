"""Asks the helper process, and remembers what it said. Safe to call from any thread but the window's: it waits.

speller = Speller()
speller.wrong({"besøg", "bessøg"})       # frozenset({"bessøg"}); nothing is wrong when there is no dictionary
speller.suggest("bessøg")                # ("besøg", …); () when it takes too long
"""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

import resources
from app.spelling.helper import FLAG

log = logging.getLogger(__name__)
THREAD = "spelling"
_NO_WINDOW = 0x0800_0000  # CREATE_NO_WINDOW of Windows
START_SECONDS, CHECK_SECONDS, SUGGEST_SECONDS = 20.0, 5.0, 1.0
_REMEMBERED = 50_000


def folder() -> Path:
    """Where the dictionary lies."""
    return resources.path("spelling")


def helper_command() -> list[str]:
    """The helper is the program itself, asked for by a flag, where the program is one file."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG, str(folder())]
    return [sys.executable, "-m", "app.spelling.helper", str(folder())]


class Speller:
    def __init__(self, command: Callable[[], list[str]] = helper_command) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._helper: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self._known: dict[str, bool] = {}
        self._given_up = False

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Those the dictionary does not know."""
        wanted = set(words)
        with self._lock:
            fresh = sorted(wanted - self._known.keys())
            if fresh:
                answer = self._ask({"wrong": fresh}, CHECK_SECONDS)
                if answer is None:
                    return frozenset()
                if len(self._known) > _REMEMBERED:
                    self._known.clear()
                bad = set(answer)
                self._known.update({word: word in bad for word in fresh})
            return frozenset(word for word in wanted if self._known.get(word, False))

    def suggest(self, word: str) -> tuple[str, ...]:
        with self._lock:
            return tuple(self._ask({"suggest": word}, SUGGEST_SECONDS) or ())

    def forget(self) -> None:
        """Know no word any more that was asked about."""
        with self._lock:
            self._known.clear()

    def close(self) -> None:
        """End the helper. What it was told is gone with it."""
        with self._lock:
            self._stop()
            self._known.clear()

    def _ask(self, question: dict[str, Any], seconds: float) -> Any:
        """None when there is no dictionary, or no answer in time; a helper that is late is ended."""
        if self._given_up or not self._running():
            return None
        try:
            self._write(json.dumps(question) + "\n")
            line = self._answers.get(timeout=seconds)
        except (OSError, queue.Empty):
            self._stop()
            return None
        return json.loads(line) if line else None

    def _running(self) -> bool:
        if self._helper is not None and self._helper.poll() is None:
            return True
        self._stop()
        try:
            self._helper = self._start()
            ready = self._answers.get(timeout=START_SECONDS)
        except (OSError, queue.Empty):
            ready = ""
        self._given_up = ready.strip() != "true"
        if self._given_up:
            log.warning("the spelling dictionary cannot be read; words are not checked")
            self._stop()
        return not self._given_up

    def _start(self) -> subprocess.Popen[str]:
        made = subprocess.Popen(  # noqa: S603 - ourselves, with no word of the user's
            self._command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="utf-8", creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        )  # fmt: skip
        answers: queue.Queue[str] = queue.Queue()
        self._answers = answers
        if made.stdout is not None:
            threading.Thread(target=_listen, args=(made.stdout, answers), name=THREAD, daemon=True).start()
        return made

    def _write(self, line: str) -> None:
        if self._helper is not None and self._helper.stdin is not None:
            self._helper.stdin.write(line)
            self._helper.stdin.flush()

    def _stop(self) -> None:
        helper, self._helper = self._helper, None
        if helper is None:
            return
        helper.kill()
        helper.wait()
        if helper.stdin is not None:
            with contextlib.suppress(OSError):
                helper.stdin.close()


def _listen(said: IO[str], answers: queue.Queue[str]) -> None:
    """Until the helper ends; then an empty answer, so that nobody waits in vain."""
    with said:
        for line in said:
            answers.put(line)
    answers.put("")
