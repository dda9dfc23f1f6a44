"""`feltjournalctl import`: a caseload file into a vault, or a list of what is wrong with it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.caseload_file import Problem, explain
from app.errors import CaseloadFileRefused, VaultError, VaultInUse
from app.services import importing, unlock

if TYPE_CHECKING:
    from app.services.importing import Imported

    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, REFUSED, NO_VAULT, NOT_OPENED, IN_USE = 0, 1, 3, 4, 5
_CODES = """exit codes:
  0  every row taken in (or, with --dry-run, every row would be)
  1  the file was refused; every bad cell is listed and nothing was stored
  2  wrong use of this command, or the file cannot be read
  3  nothing of a vault in that folder
  4  the vault was not opened (passphrase, keychain, disk)
  5  the vault is open in another program
"""


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser(
        "import",
        help="take in a caseload file, whole or not at all",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="CSV with semicolons, as municipalities export it"
    )
    parser.add_argument(
        "--vault",
        metavar="DIR",
        type=Path,
        required=True,
        help="the vault's folder, or the profile around it",
    )
    parser.add_argument(
        "--passphrase-stdin", action="store_true", required=True, help="read it from the first line of stdin"
    )
    parser.add_argument(
        "--keychain-folder", metavar="DIR", type=Path, help="device secret of a demo, instead of the system's"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done; store nothing")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace) -> int:
    try:
        data = arguments.file.read_bytes()
    except OSError as problem:
        print(f"{arguments.file.name}: {problem.strerror or 'cannot be read'}", file=sys.stderr)
        return 2
    try:
        done = _import(arguments, data)
    except CaseloadFileRefused as refused:
        _print_problems(refused, as_json=arguments.json)
        return REFUSED
    except VaultError as error:
        _say({"error": type(error).__name__}, f"not imported: {type(error).__name__}", as_json=arguments.json)
        return IN_USE if isinstance(error, VaultInUse) else NOT_OPENED
    if done is None:
        _say({"error": "VaultMissing"}, "no vault here", as_json=arguments.json)
        return NO_VAULT
    facts = {name: n for name, n in asdict(done).items() if name != "changes"}
    words = f"{done.created} new, {done.changed} changed, {done.same} as they were"
    _say({**facts, "dry_run": arguments.dry_run}, words, as_json=arguments.json)
    return DONE


def _import(arguments: argparse.Namespace, data: bytes) -> Imported | None:
    place = unlock.place_in(arguments.vault)
    now = datetime.now(UTC)
    if isinstance(unlock.status(place, now=now), unlock.NoVault):
        return None
    passphrase = sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")
    folder = arguments.keychain_folder
    keychain = unlock.folder_keychain(folder) if folder else unlock.system_keychain()
    vault = unlock.open(place, passphrase, keychain, now=now)
    try:
        return importing.import_caseload(vault, data, now=now, dry_run=arguments.dry_run)
    finally:
        vault.close()


def _print_problems(refused: CaseloadFileRefused, *, as_json: bool) -> None:
    problems = [problem for problem in refused.problems if isinstance(problem, Problem)]
    if as_json:
        listed = [{**asdict(one), "text": explain(one.reason)} for one in problems]
        print(json.dumps({"error": "CaseloadFileRefused", "problems": listed}, ensure_ascii=False))
        return
    for one in problems:
        place = f"line {one.line}" + (f", {one.column}" if one.column else "")
        print(f"{place}: {explain(one.reason)}", file=sys.stderr)
    print(f"refused: {len(problems)} problems, nothing stored", file=sys.stderr)


def _say(facts: dict[str, object], words: str, *, as_json: bool) -> None:
    print(json.dumps(facts) if as_json else words)
