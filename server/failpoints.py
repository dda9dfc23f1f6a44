"""Places where a test may kill or stall the server; dead unless `serve --failpoints` armed them."""

from __future__ import annotations

import os
import signal
import threading
import time

_armed: dict[str, list[str]] = {}
_lock = threading.Lock()


def arm(spec: str) -> None:
    """`name:kill` or `name:stall=SECONDS`, several apart by commas; `name@3:kill` strikes at the third time."""
    for part in filter(None, spec.split(",")):
        place, _, action = part.partition(":")
        name, _, nth = place.partition("@")
        _armed.setdefault(name, []).extend([""] * (int(nth or 1) - 1) + [action or "kill"])


def here(name: str) -> None:
    if not _armed:
        return
    with _lock:
        waiting = _armed.get(name)
        action = waiting.pop(0) if waiting else ""
    if action == "kill":
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    elif action.startswith("stall="):
        time.sleep(float(action.removeprefix("stall=")))
