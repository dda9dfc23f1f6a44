"""Typed settings: defaults, then the municipality's policy (`app.policy`), then the user's choice."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from app.errors import PolicyDamaged
from app.policy import kinds, resolve, sources
from app.policy.resolve import Policies, Problem
from app.policy.table import BY_NAME, RULES

POLICY, CHOICES = sources.FILE, "settings.json"
machine_policy = sources.machine_policy


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
    """`gate`: what the operating system must say of the network before a byte leaves; `none` asks nothing, `listed`
    wants one of `networks`. `proxy`: the one way to the server where there is no direct one.

    `server_url`: the address alone, where the policy leaves pins and key to the invitation. `lock_hours`: the longest
    a journal stays open, whatever is done in it. `visit_minutes`: after so long in the visit view the passphrase is
    needed to leave it; 0 always. `lease_days`: the longest it opens without having met the server.
    `key_days`: after so many days the journal gets new keys. `guard_key`, `guard_file`: who may sign another set of
    rules for the guard, and where it lies.
    `idle_most`: the longest pause before locking that the user may choose.
    `decided`: the names a policy holds, which nobody else may change. `problems`: what of a policy is not followed.
    """

    server: Server | None = None
    server_url: str = ""
    gate: str = "none"
    networks: tuple[str, ...] = ()
    proxy: str = ""
    recovery: Recovery | None = None
    recovery_required: bool = False
    org_label: str = ""
    managed_by: str = ""
    support_text: str = ""
    participant_word: str = "kandidat"
    idle_minutes: int = 5
    lock_hours: int = 12
    visit_minutes: int = 2
    lease_days: int = 14
    key_days: int = 365
    passphrase_length: int = 15
    sync_minutes: int = 5
    contact_days: int = 14
    guard_overrides: bool = True
    guard_key: bytes | None = None
    guard_file: str = ""
    allow_export: bool = True
    allow_print: bool = True
    allow_clipboard: bool = True
    allow_screenshots: bool = True
    update_notice: str = "none"
    log_level: str = "INFO"
    theme: str = "system"
    text_percent: int = 100
    language: str = "da"
    idle_most: int = 15
    decided: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def load(profile: Path, machine: Path | None = None) -> Settings:
    """What holds for `profile` now. A policy that cannot be followed is in `problems`, and the stricter side holds."""
    return _with_choices(of_policies(policies(profile, machine)), profile / CHOICES)


def policies(profile: Path, machine: Path | None = None) -> Policies:
    return resolve.held(sources.gathered(profile, machine))


def of_policies(found: Policies) -> Settings:
    """Plain values by their name; server and recovery put together from their parts, or absent without them all."""
    plain = {name: found.value(name) for name in BY_NAME if "." not in name}
    url, pins, key = (found.value(f"server.{part}") for part in ("url", "pins", "key"))
    server = None
    if url and pins and key:
        server = Server(url.rstrip("/"), pins, key, found.value("server.chain"), found.value("server.zones"))
    kid, sealed_to = found.value("recovery.kid"), found.value("recovery.key")
    return Settings(
        **plain,
        server=server,
        server_url=url.rstrip("/"),
        recovery=Recovery(kid, sealed_to) if kid and sealed_to else None,
        guard_key=found.value("guard.key"),
        guard_file=found.value("guard.file"),
        decided=frozenset(name for name, held in found.held.items() if held.decided),
        idle_most=found.value("idle_minutes") if found.held["idle_minutes"].decided else _IDLE_MOST,
        problems=found.problems,
    )


def choose(profile: Path, settings: Settings, **choice: Any) -> Settings:
    """Keep what the user chose, and nothing else: what a policy decides now is not the user's choice afterwards."""
    chosen = {name: value for name, value in choice.items() if may_choose(settings, name)}
    if "idle_minutes" in chosen:
        chosen["idle_minutes"] = min(chosen["idle_minutes"], settings.idle_most)
    path = profile / CHOICES
    kept = {name: value for name, value in _said(path).items() if name in _OWN} | chosen
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
    return replace(settings, **chosen)


def may_choose(settings: Settings, name: str) -> bool:
    """Whether the user decides on `name`, if only within what a policy has decided."""
    return name in _OWN and (name not in settings.decided or BY_NAME[name].tighten)


def _with_choices(found: Settings, path: Path) -> Settings:
    """The user's own file can do no harm: what it says wrongly, or what is not the user's to say, is passed over."""
    chosen: dict[str, Any] = {}
    said = _said(path)
    for name in _OWN & said.keys():
        try:
            value = BY_NAME[name].kind.read(said[name])
        except (ValueError, TypeError):
            continue
        # A shorter pause before locking is stricter than the policy; all else it has decided stays decided.
        if name not in found.decided or (BY_NAME[name].tighten and value < getattr(found, name)):
            chosen[name] = value
    return replace(found, **chosen)


def _said(path: Path) -> dict[str, Any]:
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


_OWN: Final = frozenset(rule.name for rule in RULES if rule.own)
_IDLE_MOST: Final = 15  # minutes, as the policy's own upper bound


def server_of(given: Mapping[str, Any]) -> Server:
    """A server as an invitation or an enrolment spells it. Raises PolicyDamaged."""
    known = {field.name for field in fields(Server)}
    try:
        if given.keys() - known:
            raise ValueError
        return Server(
            url=kinds.https(given["url"]).rstrip("/"),
            pins=BY_NAME["server.pins"].kind.read(given["pins"]),
            key=kinds.key_of(given["key"]),
            chain=kinds.Flag().read(given.get("chain", False)),
            zones=BY_NAME["server.zones"].kind.read(given.get("zones", ["lan", "vpn"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        raise PolicyDamaged("server") from None


def server_told(server: Server) -> dict[str, Any]:
    """The inverse of `server_of`."""
    return {
        "url": server.url, "pins": [base64.b64encode(pin).decode() for pin in server.pins],
        "key": base64.b64encode(server.key).decode(), "chain": server.chain, "zones": list(server.zones),
    }  # fmt: skip
