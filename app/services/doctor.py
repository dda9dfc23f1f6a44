"""What IT asks first: versions, where things lie, what state they are in. Never what is written in them."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Final

from app import __version__, guard, paths, settings
from app.errors import VaultAway, VaultError
from app.protocol import operation
from app.services import unlock, vault_check
from app.store import schema

LIBRARIES: Final = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "keyring", "urllib3")


@dataclass(frozen=True, slots=True)
class Vault:
    """`state`: `none`, `ready` or the name of what is wrong. `copies`: the key file's two, by name."""

    place: str
    unsuitable: str | None
    state: str
    attempts: int
    copies: dict[str, str]
    sizes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Policy:
    """`source`: the strongest that decides, or `defaults`. `damaged`: the names that cannot be followed."""

    source: str
    damaged: str | None
    server: str
    gate: str
    idle_minutes: int


@dataclass(frozen=True, slots=True)
class Findings:
    """`network`: what could be told without asking the server: `not-configured` or the configured gate."""

    versions: dict[str, str]
    profile: str
    log_dir: str
    vault: Vault
    policy: Policy
    keychain: str
    network: str


def look(*, now: datetime, profile: Path | None = None) -> Findings:
    """Reads names, sizes and settings; opens nothing, and asks nobody but the keychain."""
    home = paths.profile(profile)
    policy = _policy(home)
    return Findings(
        versions=_versions(),
        profile=str(home),
        log_dir=str(paths.log_dir(home)),
        vault=_vault(unlock.place_in(home), now),
        policy=policy,
        keychain=_keychain(),
        network="not-configured" if policy.server == "none" else policy.gate,
    )


def _versions() -> dict[str, str]:
    found = {
        "feltjournal": __version__,
        "schema": str(schema.VERSION),
        "protocol": str(operation.VERSION),
        "guard": guard.health().rules_version,
        "guard-model": guard.health().model_version or "none",
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "unknown"
    return found


def _vault(place: Path, now: datetime) -> Vault:
    state, attempts = "none", 0
    match unlock.status(place, now=now):
        case unlock.Ready(attempts=tried):
            state, attempts = "ready", tried
        case unlock.Broken(error=error):
            state = type(error).__name__
        case unlock.NoVault():
            state = _missing(place)
    report = vault_check.verify(place)
    return Vault(
        place=str(place),
        unsuitable=paths.unsuitable(place),
        state=state,
        attempts=attempts,
        copies=dict(report.structure.copies) if report else {},
        sizes=dict(report.structure.sizes) if report else {},
    )


def _missing(place: Path) -> str:
    """`none`, or that one is remembered here which cannot be reached now."""
    try:
        away = unlock.is_away(paths.vaults(place), unlock.system_keychain())
    except VaultError:
        return "none"
    return VaultAway.__name__ if away else "none"


def _policy(profile: Path) -> Policy:
    policies = settings.policies(profile)
    source = policies.sources[0].where if policies.sources else "defaults"
    found = settings.load(profile)
    damaged = ", ".join(problem.name for problem in found.problems) or None
    server = found.server.url if found.server else "none"
    return Policy(source, damaged, server, found.gate, found.idle_minutes)


def _keychain() -> str:
    keychain = unlock.system_keychain()
    try:
        keychain.get("0" * 32)
    except VaultError as error:
        return f"{keychain.name}: {type(error).__name__}"
    return f"{keychain.name}: ready"
