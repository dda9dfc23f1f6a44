"""`feltjournalctl vault`: is a vault whole, what is in its folder, copies of it, and what to do when it is damaged."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import paths, process
from app.errors import BackupUnsound, VaultAway, VaultDamaged, VaultError, VaultInUse, VaultMissing
from app.services import renewing, salvaging, unlock, upkeep, vault_check

if TYPE_CHECKING:
    from app.services.vault_check import Report

    Parsers = argparse._SubParsersAction[argparse.ArgumentParser]

SOUND, DAMAGED, NO_VAULT, NOT_OPENED, IN_USE = 0, 1, 3, 4, 5
_CODES = """exit codes:
  0  sound; done
  1  damaged: see the problems listed
  2  wrong use of this command
  3  nothing of a vault in that folder, or no copy to restore; a journal that is remembered there cannot be reached
  4  the vault was not opened (passphrase, keychain, disk); its structure is printed
  5  the vault is open in another program
"""
_COMMANDS = {
    "verify": "check key files, sums, copies and sizes; with a passphrase every page, the chain and the anchor",
    "info": "what is in the folder: keys, copies, rescue records; needs no passphrase",
    "backup": "make a copy now, read it through, let the oldest go",
    "restore": "put back from a copy what is missing; a journal that cannot be opened is replaced, and kept",
    "recover": "ask the municipality for the way back in: prints a request, reads the answer and a new passphrase",
    "rotate": "new keys for everything; an old key file opens nothing afterwards",
    "forget": "a journal that was in that folder is lost for good: let a new one be made there",
    "salvage": "make a sound journal of what can still be read of a damaged one, which is kept",
}


def add_parser(subparsers: Parsers) -> None:
    parser = subparsers.add_parser("vault", help="examine a vault, copy it, put it right")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (run, with_passphrase) in _RUNS.items():
        command = commands.add_parser(
            name, help=_COMMANDS[name], epilog=_CODES, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        command.add_argument(
            "folder", metavar="DIR", type=Path, help="the vault's folder, or the profile around it"
        )
        command.add_argument("--json", action="store_true", help="one JSON object")
        if with_passphrase:
            _add_secrets(command)
        if name == "restore":
            command.add_argument(
                "--copy", metavar="FILE", type=Path, help="which copy; the newest if not given"
            )
        command.set_defaults(run=run)


def _add_secrets(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase from the first line of stdin"
    )
    command.add_argument(
        "--keychain-folder", metavar="DIR", type=Path, help="device secret of a demo, instead of the system's"
    )


def run_verify(arguments: argparse.Namespace) -> int:
    process.harden()
    place = unlock.place_in(arguments.folder)
    report, error = vault_check.verify(place), None
    if report is not None and report.sound and arguments.passphrase_stdin:
        try:
            report = _inside(place, arguments)
        except VaultError as problem:
            error = problem
    if report is None:
        return _nothing_here(arguments)
    _print(report, error, as_json=arguments.json)
    if error is not None:
        return IN_USE if isinstance(error, VaultInUse) else NOT_OPENED
    return SOUND if report.sound else DAMAGED


def run_info(arguments: argparse.Namespace) -> int:
    place = unlock.place_in(arguments.folder)
    report = vault_check.verify(place)
    if report is None:
        return _nothing_here(arguments)
    found = report.structure
    facts = {
        "vault": found.vault, "epoch": found.epoch, "generation": found.gen, "slots": list(found.slots),
        "in_use": found.in_use, "sizes": found.sizes, "rescue_records": vault_check.rescue_records(place),
        "copies": [
            {"file": one.path.name, "at": one.at.isoformat(), "schema": one.schema, "generation": one.gen,
             "kind": one.kind, "bytes": one.size}
            for one in upkeep.copies(place)
        ],
    }  # fmt: skip
    return _say(facts, SOUND, arguments)


def run_backup(arguments: argparse.Namespace) -> int:
    def work(place: Path, passphrase: str, keychain: Any, now: datetime) -> dict[str, object]:
        vault = unlock.open(place, passphrase, keychain, now=now)
        try:
            made = upkeep.make_backup(vault, now=now)
        finally:
            vault.close()
        return {"file": made.path.name, "schema": made.schema, "bytes": made.size}

    return _do(arguments, work)


def run_restore(arguments: argparse.Namespace) -> int:
    def work(place: Path, passphrase: str, keychain: Any, now: datetime) -> dict[str, object]:
        done = upkeep.put_back(place, passphrase, keychain, copy=arguments.copy, now=now)
        original = done.original.name if done.original else None
        return {"whole": done.whole, "original": original, "rows": done.rows}

    return _do(arguments, work)


def run_salvage(arguments: argparse.Namespace) -> int:
    def work(place: Path, passphrase: str, keychain: Any, now: datetime) -> dict[str, object]:
        done = salvaging.salvage(place, passphrase, keychain, now=now)
        return {
            "original": done.original.name, "rows": done.rows, "damaged": list(done.damaged), "lost": done.lost,
            "put_back": done.put_back, "new_computer": done.stranger,
        }  # fmt: skip

    return _do(arguments, work)


def run_rotate(arguments: argparse.Namespace) -> int:
    def work(place: Path, passphrase: str, keychain: Any, now: datetime) -> dict[str, object]:
        return {"generation": renewing.rotate_sound(place, passphrase, keychain, now=now)}

    return _do(arguments, work)


def run_forget(arguments: argparse.Namespace) -> int:
    process.harden()
    try:
        done = any(unlock.forget(folder, _keychain(arguments)) for folder in _homes(arguments.folder))
    except VaultError as error:
        return _say({"problem": type(error).__name__}, NOT_OPENED, arguments)
    if done:
        return _say({"forgotten": True}, SOUND, arguments)
    return _say({"problem": "no journal is missing there"}, NO_VAULT, arguments)


def run_recover(arguments: argparse.Namespace) -> int:
    """Prints the request, then reads the answer and the new passphrase, a line each."""
    process.harden()
    place = unlock.place_in(arguments.folder)
    if vault_check.verify(place) is None:
        return _nothing_here(arguments)
    try:
        asked = unlock.ask_for_recovery(place)
        print(asked.text, flush=True)
        answer = _passphrase()
        unlock.recover(place, asked, answer, _passphrase(), _keychain(arguments))
    except (VaultError, EOFError) as error:
        return _say({"problem": type(error).__name__}, NOT_OPENED, arguments)
    return _say({"recovered": True}, SOUND, arguments)


_RUNS: dict[str, tuple[Callable[[argparse.Namespace], int], bool]] = {
    "verify": (run_verify, True),
    "info": (run_info, False),
    "backup": (run_backup, True),
    "restore": (run_restore, True),
    "salvage": (run_salvage, True),
    "rotate": (run_rotate, True),
    "recover": (run_recover, True),
    "forget": (run_forget, True),
}
_Work = Callable[[Path, str, Any, datetime], dict[str, object]]


def _do(arguments: argparse.Namespace, work: _Work) -> int:
    """A command that needs the passphrase: its facts, or the error's name and its exit code."""
    process.harden()
    place = unlock.place_in(arguments.folder)
    if vault_check.verify(place) is None:
        return _nothing_here(arguments)
    try:
        facts = work(place, _passphrase(), _keychain(arguments), datetime.now(UTC))
    except VaultError as error:
        return _say({"problem": type(error).__name__}, _code_of(error), arguments)
    return _say(facts, SOUND, arguments)


def _nothing_here(arguments: argparse.Namespace) -> int:
    """Told apart from a journal that is on a drive or network folder that is not there now."""
    away = False
    with contextlib.suppress(VaultError):  # a keychain that does not answer remembers nothing
        away = any(unlock.is_away(folder, _keychain(arguments)) for folder in _homes(arguments.folder))
    facts = {"problem": VaultAway.__name__ if away else "no vault here"}
    return _say({"sound": False, **facts} if arguments.json else facts, NO_VAULT, arguments)


def _homes(folder: Path) -> tuple[Path, ...]:
    """The folder that holds vaults, whether that, one vault's own or the profile around it was given."""
    return folder, folder.parent, paths.vaults(folder)


def _code_of(error: VaultError) -> int:
    codes: dict[type[VaultError], int] = {
        VaultInUse: IN_USE,
        VaultDamaged: DAMAGED,
        BackupUnsound: DAMAGED,
        VaultMissing: NO_VAULT,
        VaultAway: NO_VAULT,
    }
    return codes.get(type(error), NOT_OPENED)


def _say(facts: Mapping[str, object], code: int, arguments: argparse.Namespace) -> int:
    if arguments.json:
        print(json.dumps(facts, ensure_ascii=False))
    else:
        for name, value in facts.items():
            print(
                f"{name}: {value if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)}"
            )
    return code


def _inside(place: Path, arguments: argparse.Namespace) -> Report | None:
    return vault_check.verify_inside(place, _passphrase(), _keychain(arguments), now=datetime.now(UTC))


def _passphrase() -> str:
    return sys.stdin.buffer.readline().decode("utf-8", "replace").rstrip("\r\n")


def _keychain(arguments: argparse.Namespace) -> Any:
    folder = getattr(arguments, "keychain_folder", None)
    return unlock.folder_keychain(folder) if folder else unlock.system_keychain()


def _print(report: Report, error: VaultError | None, *, as_json: bool) -> None:
    code = type(error).__name__ if error else None
    if as_json:
        sound = report.sound and error is None
        print(json.dumps({**dataclasses.asdict(report), "sound": sound, "error": code}, ensure_ascii=False))
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
