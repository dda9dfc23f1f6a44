"""What IT may set, by environment or file; every mistake is named before anything starts."""

from __future__ import annotations

import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

PREFIX = "FELTJOURNAL_SERVER_"
_PRIVATE = "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7"
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class SettingsRefused(Exception):
    """`problems`: one sentence a mistake."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """Each is `FELTJOURNAL_SERVER_<NAME>` in the environment, or a line of the TOML file; the environment wins.

    database      PostgreSQL address, postgresql://user:password@host/name
    state         folder of the server's keys
    host, port    where it listens
    certificate, tls_key   PEM files of the municipality's own, instead of the self-signed pair of init
    lan, vpn      networks (CIDR, commas) whose clients are inside; any other is refused at the beacon
    proxies       addresses whose X-Forwarded-For is believed
    pool          database connections of one worker
    min_app       oldest program that may still pull; pushing is never refused
    """

    database: str = ""
    state: str = ""
    host: str = "127.0.0.1"
    port: int = 8443
    certificate: str = ""
    tls_key: str = ""
    lan: str = _PRIVATE
    vpn: str = ""
    proxies: str = ""
    pool: int = 12
    min_app: str = "0.0.0"

    def zone(self, address: str) -> str | None:
        """`vpn`, `lan` or None, as the networks say; the narrower `vpn` first."""
        try:
            client = ipaddress.ip_address(address)
        except ValueError:
            return None
        for zone in ("vpn", "lan"):
            if any(client in network for network in _networks(getattr(self, zone))):
                return zone
        return None


def load(file: Path | None, environment: Mapping[str, str] | None = None) -> Settings:
    """Raises SettingsRefused with everything that is wrong, not only the first."""
    problems: list[str] = []
    told = _from_file(file, problems) | _from_environment(
        environment if environment is not None else os.environ
    )
    known = {field.name: field for field in fields(Settings)}
    values: dict[str, Any] = {}
    for name, value in told.items():
        if name not in known:
            problems.append(f"{name}: there is no such setting")
        elif known[name].type == "int":
            values[name] = _whole(name, value, problems)
        else:
            values[name] = str(value)
    if not problems:
        problems += _check(settings := Settings(**values))
        if not problems:
            return settings
    raise SettingsRefused(problems)


def _from_file(file: Path | None, problems: list[str]) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        problems.append(f"{file}: {error.strerror}")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{file}: not TOML ({type(error).__name__})")
    return {}


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX)
    }


def _whole(name: str, value: Any, problems: list[str]) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        problems.append(f"{name}: must be a whole number")
        return 0


def _check(settings: Settings) -> list[str]:
    problems = []
    if settings.database and not settings.database.startswith(
        ("postgresql://", "postgresql+psycopg://", "postgres://")
    ):
        problems.append("database: must begin with postgresql://")
    if not 0 <= settings.port <= 65535:
        problems.append("port: must be 0 to 65535")
    if not 1 <= settings.pool <= 100:
        problems.append("pool: must be 1 to 100")
    if bool(settings.certificate) != bool(settings.tls_key):
        problems.append("certificate, tls_key: both or neither")
    for name in ("lan", "vpn", "proxies"):
        try:
            _networks(getattr(settings, name))
        except ValueError:
            problems.append(f"{name}: must be networks such as 10.20.0.0/16, apart by commas")
    if not all(part.isdigit() for part in settings.min_app.split(".")):
        problems.append("min_app: must be a version such as 1.4.0")
    return problems


def _networks(text: str) -> list[Network]:
    return [ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip()]
