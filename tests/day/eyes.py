"""Reads a program's window over AT-SPI, as a screen reader does. Runs under the system's Python, which has gi.

Asked in JSON lines on stdin, answers in JSON lines on stdout:
  {"wait": ["Alt er sendt", …], "seconds": 20}   every text stands somewhere on the screen (name, value or text)
  {"gone": "Lås op", "seconds": 20}               it stands nowhere any more
  {"see": true}                                   all that can be read now, one [role, name, text] a node
  {"focus": true}                                 [role, name] of the focused node
  {"faults": true}                                what a screen reader would stumble on, one sentence each
  {"act": "Nyt notat", "seconds": 20}             carries out the first action of what is called so; its actions
  {"grab": "Titel"}                               gives it the focus from outside
  {"set": ["Titel", "Samtale"]}                   writes in it from outside
  {"heard": "Ført i journalen", "seconds": 20}    it has been announced since the question before
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
_SENSITIVE = Atspi.StateType.SENSITIVE


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


_said: list[str] = []
_ears: list[Any] = []


def _listen() -> None:
    """From the first act on: who only looks has nobody else told of every change."""
    if not _ears:
        _ears.append(Atspi.EventListener.new(_hear))
        _ears[0].register("object:announcement")


def _hear(event: Any) -> None:
    _said.append(str(event.any_data))


def _pump() -> None:
    while GLib.MainContext.default().iteration(False):
        pass


def hear(words: str, seconds: float) -> dict[str, Any]:
    """What is heard once is not heard again."""
    last = time.monotonic() + seconds
    while True:
        _pump()
        heard = next((n for n, said in enumerate(_said) if words in said), None)
        if heard is not None:
            del _said[: heard + 1]
            return {"ok": True}
        if time.monotonic() > last:
            return {"ok": False, "seen": [["announced", said, "", "", ""] for said in _said]}
        time.sleep(0.05)


def called(name: str, seconds: float, fits: Callable[[Any], bool]) -> Any:
    """The one that is shown under this name and can do it; None when it never came."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        try:
            for node, states in nodes():
                if (node.get_name() or "").strip() == name and states.contains(_SENSITIVE) and fits(node):
                    return node
        except GLib.Error:
            pass
        time.sleep(0.05)
    return None


def act(name: str, seconds: float) -> dict[str, Any]:
    node = called(name, seconds, lambda one: one.get_action_iface() is not None)
    if node is None:
        return {"ok": False, "seen": look()}
    actions = [Atspi.Action.get_action_name(node, n) for n in range(Atspi.Action.get_n_actions(node))]
    return {
        "ok": bool(actions) and Atspi.Action.do_action(node, _first(actions)),
        "actions": actions,
        "seen": [],
    }


def _first(actions: list[str]) -> int:
    """What a press would do, before moving the focus there."""
    return next((n for n, one in enumerate(actions) if one in ("Press", "Toggle", "ShowMenu")), 0)


def grab(name: str, seconds: float) -> dict[str, Any]:
    node = called(name, seconds, lambda one: one.get_state_set().contains(_FOCUSABLE))
    return {"ok": node is not None and Atspi.Component.grab_focus(node), "seen": look()}


def put(what: tuple[str, str], seconds: float) -> dict[str, Any]:
    name, words = what
    node = called(name, seconds, lambda one: one.get_editable_text_iface() is not None)
    return {"ok": node is not None and Atspi.EditableText.set_text_contents(node, words), "seen": look()}


_DOES: dict[str, Callable[[Any, float], dict[str, Any]]] = {
    "act": act, "grab": grab, "set": put, "heard": hear,
}  # fmt: skip


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    seconds = asked.get("seconds", 30)
    for name, does in _DOES.items():
        if name in asked:
            _listen()
            return does(asked[name], seconds)
    if "wait" in asked:
        return wait(lambda now: all(words in everything(now) for words in asked["wait"]), seconds)
    if "gone" in asked:
        return wait(lambda now: asked["gone"] not in everything(now), seconds)
    if "focus" in asked:
        return {"ok": True, "focus": next((node[:2] for node in look() if node[4] == "*"), None)}
    if "faults" in asked:
        return {"ok": True, "faults": read_faults()}
    return {"ok": True, "seen": look()}


_TABLES = ("table", "tree table")
_PRESSED = ("push button", "check box", "radio button", "toggle button", "combo box")
# Roles that say nothing: what can be reached has to be something.
_MUTE = ("unknown", "filler", "invalid", "redundant object")


def faults() -> list[str]:
    return [fault for node, states in nodes() for fault in _faults_of(node, states)]


def _faults_of(node: Any, states: Any) -> Iterator[str]:
    role, name = node.get_role_name(), node.get_name() or ""
    if states.contains(_FOCUSABLE) and not name:
        yield f"nameless: {role} in {_path(node)}"
    if role in _MUTE and states.contains(_FOCUSABLE):
        yield f"can have the focus and says not what it is: {role} {name!r} in {_path(node)}"
    if role in _TABLES:
        yield from _headless(node)
    if role in _PRESSED and states.contains(_SENSITIVE) and not _actions(node):
        yield f"cannot be pressed from outside: {role} {name!r} in {_path(node)}"
    if role == "page tab list" and not name:
        yield f"tabs without a name in {_path(node)}"


def _actions(node: Any) -> int:
    return Atspi.Action.get_n_actions(node) if node.get_action_iface() is not None else 0


def _headless(node: Any) -> list[str]:
    """Columns of a table without a heading."""
    table = node.get_table_iface()
    if table is None:
        return [f"a table that is none: {node.get_name()}"]
    count = Atspi.Table.get_n_columns(table)
    heads = [Atspi.Table.get_column_header(table, n) for n in range(count)]
    return [
        f"column {n} of {node.get_name()} has no heading"
        for n, head in enumerate(heads)
        if not (head and head.get_name())
    ]


def _path(node: Any) -> str:
    """Where it is: the names or roles above it."""
    steps: list[str] = []
    while (node := node.get_parent()) is not None and len(steps) < 6:
        steps.append(node.get_name() or node.get_role_name())
    return " < ".join(steps)


def read_faults() -> list[str]:
    for _ in range(5):
        try:
            return faults()
        except GLib.Error:
            time.sleep(0.05)
    return ["the tree never stood still"]


Atspi.init()
for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
