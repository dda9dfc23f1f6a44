"""`feltjournalctl vault`: is a vault whole? Structure without a passphrase, every page with it."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import process
from app.errors import VaultError, VaultInUse
from app.services import unlock, vault_check

if TYPE_CHECKING:
    from app.services.vault_check import Report

    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

SOUND, DAMAGED, NO_VAULT, NOT_OPENED, IN_USE = 0, 1, 3, 4, 5
_CODES = """exit codes:
  0  sound
  1  damaged: see the problems listed
  2  wrong use of this command
  3  nothing of a vault in that folder
  4  the vault was not opened (passphrase, keychain, disk); its structure is printed
  5  the vault is open in another program
"""


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("vault", help="examine a vault")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser(
        "verify",
        help="check key files, sums, copies and sizes; with a passphrase every page",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verify.add_argument(
        "folder", metavar="DIR", type=Path, help="the vault's folder, or the profile around it"
    )
    verify.add_argument("--json", action="store_true", help="one JSON object")
    verify.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase from the first line of stdin"
    )
    verify.add_argument(
        "--keychain-folder", metavar="DIR", type=Path, help="device secret of a demo, instead of the system's"
    )
    verify.set_defaults(run=run_verify)


def run_verify(arguments: argparse.Namespace) -> int:
    process.harden()
    place = unlock.place_in(arguments.folder)
    report, error = vault_check.verify(place), None
    if report is not None and report.sound and arguments.passphrase_stdin:
        try:
            report = _inside(place, arguments.keychain_folder)
        except VaultError as problem:
            error = problem
    _print(report, error, as_json=arguments.json)
    if report is None:
        return NO_VAULT
    if error is not None:
        return IN_USE if isinstance(error, VaultInUse) else NOT_OPENED
    return SOUND if report.sound else DAMAGED


def _inside(place: Path, keychain_folder: Path | None) -> Report | None:
    passphrase = sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")
    keychain = unlock.folder_keychain(keychain_folder) if keychain_folder else unlock.system_keychain()
    return vault_check.verify_inside(place, passphrase, keychain, now=datetime.now(UTC))


def _print(report: Report | None, error: VaultError | None, *, as_json: bool) -> None:
    code = type(error).__name__ if error else None
    if as_json:
        facts = dataclasses.asdict(report) if report else {}
        sound = report is not None and report.sound and error is None
        print(json.dumps({**facts, "sound": sound, "error": code}, ensure_ascii=False))
        return
    if report is None:
        print("no vault here")
        return
    found = report.structure
    print(f"vault {found.vault}  epoch {found.epoch}  generation {found.gen}  slots {', '.join(found.slots)}")
    for name, state in found.copies.items():
        print(f"  {name}: {state}")
    for name, size in found.sizes.items():
        print(f"  {name}: {size} bytes")
    for line in (*report.problems, *([code] if code else [])):
        print(f"PROBLEM {line}")
    for line in report.notices:
        print(f"notice  {line} (put right at the next unlock)")
    depth = f"every page read, schema {report.schema}" if report.opened else "structure only"
    print("sound" if report.sound and not code else "NOT SOUND", f"({depth})")
