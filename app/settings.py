"""Typed settings: defaults, then the municipality's policy, then the user's choice."""

from __future__ import annotations

import base64
import binascii
import json
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from app.errors import PolicyDamaged

POLICY, CHOICES = "policy.toml", "settings.json"


@dataclass(frozen=True, slots=True)
class Server:
    """`pins`: SHA-256 of the certificate's public key (SPKI), the live one and its successor. `key`: Ed25519, raw.

    `chain`: besides the pin, the certificate must be trusted by the operating system. `zones`: from where the
    server may see this computer.
    """

    url: str
    pins: tuple[bytes, ...]
    key: bytes
    chain: bool = False
    zones: tuple[str, ...] = ("lan", "vpn")


@dataclass(frozen=True, slots=True)
class Recovery:
    """The municipality's public X25519 key, to which every vault's key is sealed once more."""

    kid: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Settings:
    """`gate`: what the operating system must say of the network before a byte leaves; `none` asks nothing."""

    server: Server | None = None
    gate: str = "none"
    recovery: Recovery | None = None
    org_label: str = ""
    participant_word: str = "kandidat"
    idle_minutes: int = 5
    sync_minutes: int = 5
    contact_days: int = 14
    theme: str = "system"
    text_percent: int = 100


def load(profile: Path, machine: Path | None = None) -> Settings:
    """Raises PolicyDamaged, with the name of the key, for a policy that cannot be followed."""
    policy = _policy(profile / POLICY) | _policy(machine or machine_policy())
    found = replace(Settings(), **policy)
    return replace(found, **_choices(profile / CHOICES, found, frozenset(policy)))


def choose(profile: Path, settings: Settings, **choice: Any) -> Settings:
    """Keep what the user chose. What the policy has decided stays as it is at the next start."""
    chosen = replace(settings, **{name: value for name, value in choice.items() if name in _OPEN})
    kept = {name: value for name, value in asdict(chosen).items() if name in _OPEN}
    (profile / CHOICES).write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
    return chosen


def machine_policy() -> Path:
    """Where only an administrator can write. Asked of the system, never of the environment."""
    if sys.platform == "win32":
        return _program_data() / "Feltjournal" / POLICY
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Feltjournal") / POLICY
    return Path("/etc/feltjournal") / POLICY


def _program_data() -> Path:
    if sys.platform != "win32":
        raise NotImplementedError
    import ctypes

    common_appdata, place = 35, ctypes.create_unicode_buffer(260)
    ctypes.windll.shell32.SHGetFolderPathW(None, common_appdata, None, 0, place)
    return Path(place.value)


def _policy(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        raise PolicyDamaged(path.name) from None
    try:
        return _read(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        raise PolicyDamaged(path.name) from None


def _read(policy: Mapping[str, Any]) -> dict[str, Any]:
    unknown = policy.keys() - _READERS.keys()
    if unknown:
        raise PolicyDamaged(min(unknown))
    return {name: _value(name, policy[name]) for name in policy}


def _value(name: str, given: Any) -> Any:
    try:
        return _READERS[name](given)
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error):
        raise PolicyDamaged(name) from None


def _choices(path: Path, found: Settings, decided: frozenset[str]) -> dict[str, Any]:
    """The user's own file can do no harm: what it says wrongly is passed over."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    chosen: dict[str, Any] = {}
    for name in _OPEN & said.keys() if isinstance(said, dict) else ():
        try:
            chosen[name] = _READERS[name](said[name])
        except (ValueError, TypeError):
            continue
    for name in decided & chosen.keys():
        # A shorter pause before locking is stricter than the policy; all else it has decided stays decided.
        if name != "idle_minutes" or chosen[name] > found.idle_minutes:
            del chosen[name]
    return chosen


def _server(given: Any) -> Server:
    known = {field.name for field in fields(Server)}
    if given.keys() - known:
        raise ValueError
    parts = urlsplit(given["url"])
    if parts.scheme != "https" or not parts.hostname or parts.username or parts.path not in ("", "/"):
        raise ValueError
    pins = tuple(_bytes32(pin) for pin in _texts(given["pins"]))
    zones = _texts(given.get("zones", ["lan", "vpn"]))
    if not pins or not zones or set(zones) - {"lan", "vpn"}:
        raise ValueError
    return Server(
        url=given["url"].rstrip("/"), pins=pins, key=_bytes32(given["key"]), chain=_yes_no(given.get("chain", False)),
        zones=zones,
    )  # fmt: skip


def _recovery(given: Any) -> Recovery:
    if given.keys() != {"kid", "key"}:
        raise ValueError
    return Recovery(_text(given["kid"]), _bytes32(given["key"]))


def _bytes32(given: Any) -> bytes:
    raw = base64.b64decode(_text(given), validate=True)
    if len(raw) != 32:
        raise ValueError
    return raw


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise TypeError
    return given


def _texts(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise TypeError
    return tuple(_text(one) for one in given)


def _yes_no(given: Any) -> bool:
    if not isinstance(given, bool):
        raise TypeError
    return given


def _number(low: int, high: int) -> Callable[[Any], int]:
    def read(given: Any) -> int:
        if isinstance(given, bool) or not isinstance(given, int) or not low <= given <= high:
            raise ValueError
        return given

    return read


def _one_of(*values: str) -> Callable[[Any], str]:
    def read(given: Any) -> str:
        if given not in values:
            raise ValueError
        return str(given)

    return read


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "server": _server,
    "gate": _one_of("none"),
    "recovery": _recovery,
    "org_label": _text,
    "participant_word": _one_of("kandidat", "deltager", "borger"),
    "idle_minutes": _number(1, 15),
    "sync_minutes": _number(1, 60),
    "contact_days": _number(1, 90),
    "theme": _one_of("system", "light", "dark"),
    "text_percent": _number(80, 200),
}
_OPEN: Final = frozenset({"idle_minutes", "theme", "text_percent"})


def server_of(given: Mapping[str, Any]) -> Server:
    """A server as an invitation or an enrolment spells it. Raises PolicyDamaged."""
    found: Server = _value("server", dict(given))
    return found


def server_told(server: Server) -> dict[str, Any]:
    """The inverse of `server_of`."""
    return {
        "url": server.url, "pins": [base64.b64encode(pin).decode() for pin in server.pins],
        "key": base64.b64encode(server.key).decode(), "chain": server.chain, "zones": list(server.zones),
    }  # fmt: skip
