"""A screen reader out of its senses: asks a program over AT-SPI for what is not there, or no longer is.

Runs under the system's Python, which has gi. Goes on until its stdin is closed, then says how much it asked:
  python3 tests/day/prying.py SEED

The questions are sent as D-Bus messages of their own making: libatspi keeps a copy of the tree and would not pass on a
question for a child beyond the count.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, deque
from random import Random
from typing import Any

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

Node = tuple[str, str]
_A = "org.a11y.atspi."
_ROOT = "/org/a11y/atspi/accessible/root"
_IN_FLIGHT, _KEPT, _MILLISECONDS = 8, 3000, 4000
_NUMBERS = (-2147483648, -1000, -60, -2, -1, 0, 1, 2, 3, 7, 60, 200, 1000, 100_000, 2147483647)
_PLACES = (0, 1, 3, 7, 60, 4000)
_KINDS = str.maketrans("nml", "iii")
_WORDS = ("", "æøå", "x" * 3000, "\U0001f600", "\u200f\u05e9\u05dc\u05d5\u05dd", "\n\n")

# Each method, and what it takes: i a number in or out of range, u a small kind, s words, b yes or no. Where text is changed:
# n a place in what was there a moment ago, m one after it, l the words' length; Qt itself trusts these in its D-Bus room,
# where no interface of ours is asked first.
_ASKED: dict[str, tuple[tuple[str, str], ...]] = {
    "Accessible": (
        ("GetChildAtIndex", "i"), ("GetChildren", ""), ("GetIndexInParent", ""), ("GetRelationSet", ""),
        ("GetRole", ""), ("GetRoleName", ""), ("GetLocalizedRoleName", ""), ("GetState", ""), ("GetAttributes", ""),
        ("GetApplication", ""), ("GetInterfaces", ""),
    ),
    "Component": (
        ("Contains", "iiu"), ("GetAccessibleAtPoint", "iiu"), ("GetExtents", "u"), ("GetPosition", "u"),
        ("GetSize", ""), ("GetLayer", ""), ("GetMDIZOrder", ""), ("GetAlpha", ""), ("GrabFocus", ""),
    ),
    "Action": (
        ("GetName", "i"), ("GetDescription", "i"), ("GetKeyBinding", "i"), ("GetLocalizedName", "i"), ("GetActions", ""),
        ("DoAction", "i"),
    ),
    "Text": (
        ("GetStringAtOffset", "iu"), ("GetText", "ii"), ("SetCaretOffset", "i"), ("GetTextBeforeOffset", "iu"),
        ("GetTextAtOffset", "iu"), ("GetTextAfterOffset", "iu"), ("GetCharacterAtOffset", "i"),
        ("GetAttributes", "i"), ("GetAttributeRun", "ib"), ("GetDefaultAttributes", ""), ("GetDefaultAttributeSet", ""),
        ("GetCharacterExtents", "iu"), ("GetRangeExtents", "iiu"), ("GetOffsetAtPoint", "iiu"), ("GetNSelections", ""),
        ("GetSelection", "i"), ("AddSelection", "ii"), ("SetSelection", "iii"), ("RemoveSelection", "i"),
        ("GetAttributeValue", "is"), ("GetBoundedRanges", "iiiiuuu"), ("ScrollSubstringTo", "iiu"),
    ),
    "EditableText": (
        ("SetTextContents", "s"), ("InsertText", "nsl"), ("DeleteText", "nm"), ("CutText", "nm"), ("CopyText", "nm"),
        ("PasteText", "n"),
    ),
    "Table": (
        ("GetAccessibleAt", "ii"), ("GetIndexAt", "ii"), ("GetRowAtIndex", "i"), ("GetColumnAtIndex", "i"),
        ("GetRowDescription", "i"), ("GetColumnDescription", "i"), ("GetRowExtentAt", "ii"), ("GetColumnExtentAt", "ii"),
        ("GetRowHeader", "i"), ("GetColumnHeader", "i"), ("GetSelectedRows", ""), ("GetSelectedColumns", ""),
        ("IsRowSelected", "i"), ("IsColumnSelected", "i"), ("IsSelected", "ii"), ("AddRowSelection", "i"),
        ("AddColumnSelection", "i"), ("RemoveRowSelection", "i"), ("RemoveColumnSelection", "i"),
        ("GetRowColumnExtentsAtIndex", "i"),
    ),
    "TableCell": (("GetRowHeaderCells", ""), ("GetColumnHeaderCells", ""), ("GetRowColumnSpan", "")),
    "Selection": (
        ("GetSelectedChild", "i"), ("SelectChild", "i"), ("DeselectSelectedChild", "i"), ("IsChildSelected", "i"),
        ("SelectAll", ""), ("ClearSelection", ""), ("DeselectChild", "i"),
    ),
    "Hypertext": (("GetNLinks", ""), ("GetLink", "i"), ("GetLinkIndex", "i")),
}  # fmt: skip
_READ = {
    "Accessible": ("ChildCount", "Name", "Description", "Parent", "Locale", "AccessibleId", "HelpText"),
    "Action": ("NActions",),
    "Text": ("CharacterCount", "CaretOffset"),
    "Table": ("NRows", "NColumns", "Caption", "Summary", "NSelectedRows", "NSelectedColumns"),
    "TableCell": ("ColumnSpan", "RowSpan", "Position", "Table"),
    "Selection": ("NSelectedChildren",),
    "Value": ("MinimumValue", "MaximumValue", "CurrentValue", "MinimumIncrement", "Text"),
}
_VALUES = (-1e9, -1.0, 0.0, 1.0, 99.0, 1e9)
# A reader may press "Luk": seldom, or the monkey would have no window left.
_PRESSING = ("DoAction", "GrabFocus", "SetTextContents")
_PRESSES = 0.05


class Pryer:
    """Walks from node to node, asks each of them a few things, and asks again those it met long ago."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a toy, no key
        self.bus = _reader_bus()
        self.ahead: deque[Node] = deque()
        self.met: deque[Node] = deque(maxlen=_KEPT)
        self.has: dict[Node, frozenset[str]] = {}
        self.flying = 0
        self.told: Counter[str] = Counter()

    def turn(self) -> bool:
        """Keep a few questions on their way; called again and again."""
        while self.flying < _IN_FLIGHT:
            node = self._next()
            if node is None:
                self._ask(("org.a11y.atspi.Registry", _ROOT), "Accessible", "GetChildren", None)
                break
            self._pry(node)
        return True

    def _next(self) -> Node | None:
        if self.met and self.random.random() < 0.25:
            return self.random.choice(self.met)
        if self.ahead:
            node = self.ahead.popleft()
            self.met.append(node)
            return node
        return None

    def _pry(self, node: Node) -> None:
        """By the interfaces it said it has, when it has been asked for them."""
        self._ask(node, "Accessible", "GetChildren", None)
        has = self.has.get(node)
        if has is None:
            self._ask(node, "Accessible", "GetInterfaces", None)
            return
        for _ in range(4):
            kind = self.random.choice([one for one in _ASKED if one in has] or ["Accessible"])
            method, takes = self.random.choice(_ASKED[kind])
            if method not in _PRESSING or self.random.random() < _PRESSES:
                self._ask(node, kind, method, self._given(takes))
        kind = self.random.choice([one for one in _READ if one in has] or ["Accessible"])
        name = self.random.choice(_READ[kind])
        self._ask(node, "", "Get", GLib.Variant("(ss)", (_A + kind, name)))
        if "Value" in has and self.random.random() < _PRESSES:
            value = GLib.Variant("d", self.random.choice(_VALUES))
            self._ask(node, "", "Set", GLib.Variant("(ssv)", (_A + "Value", "CurrentValue", value)))

    def _given(self, takes: str) -> Any:
        n, words = self.random.choice(_PLACES), self.random.choice(_WORDS)
        made: dict[str, Any] = {
            "i": lambda: self.random.choice(_NUMBERS),
            "n": lambda: n,
            "m": lambda: n + self.random.choice(_PLACES),
            "l": lambda: len(words),
            "u": lambda: self.random.choice((0, 1, 2)),
            "s": lambda: words,
            "b": lambda: self.random.random() < 0.5,
        }
        kinds = takes.translate(_KINDS)
        return GLib.Variant(f"({kinds})", tuple(made[one]() for one in takes)) if takes else None

    def _ask(self, node: Node, kind: str, method: str, given: Any) -> None:
        self.flying += 1
        self.told[f"{kind}.{method}"] += 1
        self.bus.call(
            node[0], node[1], _A + kind if kind else "org.freedesktop.DBus.Properties", method, given, None,
            Gio.DBusCallFlags.NONE, _MILLISECONDS, None, self._heard, (method, node),
        )  # fmt: skip

    def _heard(self, bus: Any, answer: Any, about: tuple[str, Node]) -> None:
        self.flying -= 1
        method, node = about
        try:
            said = bus.call_finish(answer).unpack()
        except GLib.Error as error:
            self.told[
                "timeouts" if error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT) else "refused"
            ] += 1
            return
        self.told["answered"] += 1
        if method == "GetInterfaces":
            self.has[node] = frozenset(name.removeprefix(_A) for name in said[0])
        if method == "GetChildren" and len(self.ahead) < _KEPT:
            children = [tuple(child) for child in said[0] if child[1] != "/org/a11y/atspi/null"]
            self.random.shuffle(children)
            self.ahead.extend(children[:60])


def _reader_bus() -> Any:
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    found = session.call_sync(
        "org.a11y.Bus",
        "/org/a11y/bus",
        "org.a11y.Bus",
        "GetAddress",
        None,
        None,
        Gio.DBusCallFlags.NONE,
        -1,
        None,
    )
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(found.unpack()[0], flags, None, None)


def main() -> None:
    pryer = Pryer(int(sys.argv[1]))
    loop = GLib.MainLoop()
    GLib.io_add_watch(0, GLib.IO_HUP | GLib.IO_IN, lambda *_: loop.quit())
    GLib.timeout_add(10, pryer.turn)
    loop.run()
    sys.stdout.write(json.dumps(pryer.told) + "\n")


main()
