"""What was asked for on the command line; only what that takes is imported."""

from __future__ import annotations

import argparse
import builtins
import gc
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app import paths
from app.services import unlock
from app.spelling import helper
from ui import relaunch


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [helper.FLAG]:  # the helper process of a program that is one file
        return helper.main(Path(given[1]))
    if given[:1] == ["--selftest"]:
        from ui.selftest import main as selftest

        return selftest(given[1:])
    parser = argparse.ArgumentParser(prog="feltjournal")
    parser.add_argument(
        "--profile", type=Path, help="folder of everything Feltjournal keeps on this computer"
    )
    parser.add_argument("--demo", action="store_true", help="a whole jobcenter with invented people, here")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="with --demo: keep what it makes in DIR")
    asked = parser.parse_args(arguments)
    if asked.demo:
        from ui import demo  # not in the installed program

        return demo.run(_start, keep=asked.keep)
    profile = paths.profile(asked.profile)
    again = relaunch.command(["--profile", str(profile.absolute())])
    return _start(profile, unlock.system_keychain, again=again)


def _start(profile: Path, keychain: Callable[[], Any], *, again: Sequence[str] | None = None) -> int:
    load_qt()
    from ui.program import start

    return start(profile, keychain, again=again)


def load_qt() -> None:
    """Before any other room of the window: what is imported now stays, so nobody need look for what could be let go of.

    PySide6 puts an import of its own in the place of Python's, which reads the source of every module once more, keeps
    it, and looks whether it asks for Qt's methods by other names. None of ours does.
    """
    gc.disable()
    pythons_own = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = pythons_own


if __name__ == "__main__":
    sys.exit(main())
