"""Reads a program's window over AT-SPI, as a screen reader does. Runs under the system's Python, which has gi.

Asked in JSON lines on stdin, answers in JSON lines on stdout:
  {"wait": ["Alt er sendt", …], "seconds": 20}   every text stands somewhere on the screen (name, value or text)
  {"gone": "Lås op", "seconds": 20}               it stands nowhere any more
  {"see": true}                                   all that can be read now, one [role, name, text] a node
  {"focus": true}                                 [role, name] of the focused node
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Seen = list[tuple[str, str, str, str, str]]

_SHOWING = Atspi.StateType.SHOWING
_FOCUSED = Atspi.StateType.FOCUSED
_FOCUSABLE = Atspi.StateType.FOCUSABLE


def nodes(of: Any = None, deep: int = 0) -> Iterator[tuple[Any, Any]]:
    """Every node that is shown, from the desktop down."""
    of = of or Atspi.get_desktop(0)
    for index in range(min(of.get_child_count(), 200)):
        child = of.get_child_at_index(index)
        if child is None or deep > 40:
            continue
        states = child.get_state_set()
        if deep > 0 and not states.contains(_SHOWING):
            continue
        yield child, states
        yield from nodes(child, deep + 1)


def text_of(node: Any) -> str:
    try:
        reader = node.get_text_iface()
        return (
            Atspi.Text.get_text(reader, 0, min(Atspi.Text.get_character_count(reader), 4000))
            if reader
            else ""
        )
    except GLib.Error:
        return ""


def seen() -> Seen:
    found = []
    for node, states in nodes():
        try:
            focus = "*" if states.contains(_FOCUSED) else "+" if states.contains(_FOCUSABLE) else ""
            found.append(
                (
                    node.get_role_name(),
                    node.get_name() or "",
                    text_of(node),
                    node.get_description() or "",
                    focus,
                )
            )
        except GLib.Error:
            continue
    return found


def look() -> Seen:
    """A tree that changes while it is read is read again."""
    for _ in range(5):
        try:
            return seen()
        except GLib.Error:
            time.sleep(0.05)
    return []


def wait(holds: Callable[[Seen], bool], seconds: float) -> dict[str, Any]:
    last = time.monotonic() + seconds
    while True:
        now = look()
        if holds(now):
            return {"ok": True}
        if time.monotonic() > last:
            return {"ok": False, "seen": now}
        time.sleep(0.1)


def everything(found: Seen) -> str:
    return "\n".join(part for node in found for part in node[1:4])


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    seconds = asked.get("seconds", 30)
    if "wait" in asked:
        return wait(lambda now: all(words in everything(now) for words in asked["wait"]), seconds)
    if "gone" in asked:
        return wait(lambda now: asked["gone"] not in everything(now), seconds)
    if "focus" in asked:
        return {"ok": True, "focus": next((node[:2] for node in look() if node[4] == "*"), None)}
    return {"ok": True, "seen": look()}


Atspi.init()
for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
