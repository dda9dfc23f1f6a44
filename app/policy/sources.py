"""Where administrators put policies: /etc and policy.toml, the Windows registry, a macOS profile. Never the environment."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from app.policy.resolve import Fault, Source
from app.policy.table import RULES

FILE: Final = "policy.toml"
REGISTRY: Final = r"Software\Policies\Feltjournal"
DOMAIN: Final = "dk.feltjournal"
INSTALLED_KEY: Final = r"Software\Feltjournal"
MACHINE, USER, INSTALLATION = "machine", "user", "installation"
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def gathered(profile: Path, machine: Path | None = None) -> tuple[Source, ...]:
    """The layers that exist, the strongest first. `machine`: another file than this computer's own, and then only files."""
    found: list[Source | None] = []
    if machine is None:
        found += [of_registry(MACHINE), of_profile_macos()]
    if machine is not None or sys.platform != "win32":
        # On Windows anybody may make a folder where programs keep data.
        found += [of_file(MACHINE, machine or machine_policy())]
    if machine is None:
        found += [of_registry(USER)]
    found += [of_file(USER, profile / FILE)]
    if machine is None:
        found += [of_installation()]
    return tuple(source for source in found if source is not None)


def machine_policy() -> Path:
    """Where only an administrator can write. Asked of the system, never of the environment."""
    if sys.platform == "win32":
        return _program_data() / "Feltjournal" / FILE
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Feltjournal") / FILE
    return Path("/etc/feltjournal") / FILE


def of_file(layer: str, path: Path) -> Source | None:
    """None without a file. On POSIX the machine's file must be an administrator's alone to write. What cannot even be looked
    for is there and unreadable: a folder closed to its readers must not set them free."""
    try:
        if not path.exists():
            return None
        import tomllib  # slow to load, and most computers have one of the files at most

        if layer == MACHINE and others_may_write(path):
            return Source(layer, str(path), {}, Fault.WRITABLE)
        said = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as fault:
        return Source(layer, f"{path}{_line(fault)}", {}, Fault.UNREADABLE)
    return Source(layer, str(path), dict(_flat(said)))


def _line(fault: Exception) -> str:
    """`:12`, where the reader of TOML says so; what else it says may repeat a value."""
    return "".join(
        f":{word}" for word in str(fault).partition("(at line ")[2].split(",")[:1] if word.isdecimal()
    )


def of_values(layer: str, where: str, values: Mapping[str, Any]) -> Source | None:
    """From registry names and the types a registry or a macOS profile has; None when nothing is there."""
    if not values:
        return None
    rules = {rule.registry: rule for rule in RULES}
    said: dict[str, Any] = {}
    for name, given in values.items():
        rule = rules.get(name)
        if rule is None:
            said[name] = given
        elif isinstance(given, str):
            said[rule.name] = rule.kind.plain(given)
        elif isinstance(given, int) and not isinstance(given, bool):
            said[rule.name] = rule.kind.plain(str(given))
        else:
            said[rule.name] = given
    return Source(layer, where, said)


def of_registry(layer: str) -> Source | None:
    """Windows alone: HKLM or HKCU, the 64-bit view. Group Policy and Intune write there."""
    if sys.platform != "win32":
        return None
    import winreg

    hive, short = {
        MACHINE: (winreg.HKEY_LOCAL_MACHINE, "HKLM"),
        USER: (winreg.HKEY_CURRENT_USER, "HKCU"),
    }[layer]
    where = f"{short}\\{REGISTRY}"
    try:
        return of_values(layer, where, _registry_values(hive, REGISTRY))
    except OSError:
        return Source(layer, where, {}, Fault.UNREADABLE)


def of_installation() -> Source | None:
    """Windows alone: what `msiexec SERVERURL=…` left, the weakest word on where the server is."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        values = _registry_values(winreg.HKEY_LOCAL_MACHINE, INSTALLED_KEY)
    except OSError:
        return None
    url = values.get("DefaultServerUrl")
    return Source(INSTALLATION, f"HKLM\\{INSTALLED_KEY}", {"server.url": url}) if url else None


def _registry_values(hive: int, path: str) -> dict[str, Any]:
    """Empty where there is no such key."""
    if sys.platform != "win32":
        raise NotImplementedError
    import winreg

    values: dict[str, Any] = {}
    try:
        with winreg.OpenKey(hive, path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as key:
            for index in range(winreg.QueryInfoKey(key)[1]):
                name, value, _ = winreg.EnumValue(key, index)
                values[name] = value
    except FileNotFoundError:
        return {}
    return values


def of_profile_macos() -> Source | None:
    """macOS alone: what a configuration profile forces. What the user could set by `defaults` does not count."""
    if sys.platform != "darwin":
        return None
    import getpass
    import plistlib

    for place in (
        Path("/Library/Managed Preferences"),
        Path("/Library/Managed Preferences") / getpass.getuser(),
    ):
        path = place / f"{DOMAIN}.plist"
        try:
            return of_values(MACHINE, str(path), plistlib.loads(path.read_bytes()))
        except FileNotFoundError:
            continue
        except (OSError, ValueError, plistlib.InvalidFileException):
            return Source(MACHINE, str(path), {}, Fault.UNREADABLE)
    return None


def _flat(said: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in said.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def others_may_write(path: Path) -> bool:
    if os.name != "posix":
        return False
    return any(_open_to_others(place.stat()) for place in (path, path.parent))


def _open_to_others(found: os.stat_result) -> bool:
    trusted: tuple[int, ...] = (0, _me())
    return bool(found.st_mode & _OTHERS_WRITE) or found.st_uid not in trusted


def _me() -> int:
    ask: Callable[[], int] = getattr(os, "getuid", lambda: 0)
    return ask()


def _program_data() -> Path:
    if sys.platform != "win32":
        raise NotImplementedError
    import ctypes

    common_appdata, place = 35, ctypes.create_unicode_buffer(260)
    ctypes.windll.shell32.SHGetFolderPathW(None, common_appdata, None, 0, place)
    return Path(place.value)
