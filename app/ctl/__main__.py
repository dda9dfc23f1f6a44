"""Entry point of `feltjournalctl`: finds the fronts that are there and hands over."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import io
import sys

from app import paths, settings
from app.policy import standing

_FRONTS = ("guard", "vault", "importing", "doctor", "policy", "selftest")


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feltjournalctl", description="Feltjournal on a console.")
    subparsers = parser.add_subparsers(dest="front", required=True)
    for name in _FRONTS:
        module = f"app.ctl.{name}"
        if importlib.util.find_spec(module) is not None:
            importlib.import_module(module).add_parser(subparsers)
    return parser


def main(arguments: list[str] | None = None) -> int:
    _speak_utf8()
    chosen = make_parser().parse_args(arguments)
    profile = paths.profile(getattr(chosen, "profile", None))
    held = settings.load(profile)
    standing.hold(held)
    if chosen.front == "guard" and chosen.command != "trial":
        from app.services import guard_data

        chosen.data = guard_data.begin(profile, held)
    status: int = chosen.run(chosen)
    return status


def _speak_utf8() -> None:
    """JSON is UTF-8 (RFC 8259), and so are the texts that come in; Windows gives a pipe the old code page of the country."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
