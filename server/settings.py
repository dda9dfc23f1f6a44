"""What IT may set, by environment or file; every mistake is named before anything starts."""

from __future__ import annotations

import functools
import ipaddress
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from server import logs, retention
from server.outbound import sftp

PREFIX = "FELTJOURNAL_SERVER_"
_PRIVATE = "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7"
_BOUNDS = {
    "port": (0, 65535), "pool": (1, 100), "enrol_tries": (1, 1000), "lease_days": (1, 90),
    "figures_wait": (1, 60),
    "device_per_minute": (0, 100_000), "address_per_minute": (0, 100_000),
}  # fmt: skip
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
    enrol_tries   wrong enrolment codes one address may try in ten minutes
    approve_devices   a person in charge lets each new computer in, on the web page
    metrics_from  networks that may read /metrics
    log           `text` or `json`, one line an event
    lease_days    how long a computer's journal may be read without meeting the server
    device_per_minute   requests one computer may make a minute, of each worker; 0: any number
    address_per_minute   the same for one address and what needs no proof: the beacon, where to sign in, and
                  beginning a sign-in or an enrolment
    retention     deletion code of the cases in KLE: K and years after a closed case's last word (K5), or B: preserved
    believe_guard   what a guard of the server's very version has read on the writer's computer is read at the door in
                  samples only; without it every text is read there
    release_file  the publisher's signed release.json, passed on to the computers
    web_url       address of the web page as browsers reach it; the page is off without it and oidc_issuer
    oidc_issuer   the municipality's OpenID provider (Entra ID, AD FS), its exact issuer
    oidc_client, oidc_secret   the web page's registration there
    oidc_device_client   the computers' registration: public, loopback redirect; empty leaves enrolment to codes
    oidc_claim    the claim that names the person as the jobcenter does
    outbound_folder   where journal entries are laid for the case system, as PDF and JSON
    outbound_sftp   the same on another machine: sftp://user@host/folder
    outbound_sftp_key, outbound_sftp_known_hosts   OpenSSH's files: the private key, and the host's key, which must be in it
    figures_folder   where the figures of each ended quarter and year are laid, small numbers hidden
    figures_formats   csv, html, xlsx, apart by commas
    figures_wait   days after the end before a period is laid, so that everybody has synchronised
    outbound_url, outbound_secret   https address that is told of each journal entry, signed with the secret
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
    enrol_tries: int = 10
    lease_days: int = 14
    approve_devices: bool = False
    metrics_from: str = "127.0.0.0/8,::1/128"
    log: str = "text"
    device_per_minute: int = 600
    address_per_minute: int = 1200
    retention: str = ""
    believe_guard: bool = False
    release_file: str = ""
    web_url: str = ""
    oidc_issuer: str = ""
    oidc_client: str = ""
    oidc_secret: str = ""
    oidc_device_client: str = ""
    oidc_claim: str = "preferred_username"
    outbound_folder: str = ""
    outbound_sftp: str = ""
    outbound_sftp_key: str = ""
    outbound_sftp_known_hosts: str = ""
    outbound_url: str = ""
    outbound_secret: str = ""
    figures_folder: str = ""
    figures_formats: str = "csv"
    figures_wait: int = 14

    @property
    def figure_formats(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.figures_formats.split(",") if part.strip())

    def may_measure(self, address: str) -> bool:
        try:
            return any(ipaddress.ip_address(address) in network for network in _networks(self.metrics_from))
        except ValueError:
            return False

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
        elif known[name].type == "bool":
            values[name] = _yes(name, value, problems)
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


def _yes(name: str, value: Any, problems: list[str]) -> bool:
    said = str(value).strip().lower()
    if said not in ("true", "false", "1", "0"):
        problems.append(f"{name}: must be true or false")
    return said in ("true", "1")


def _check(settings: Settings) -> list[str]:
    problems = _check_figures(settings)
    if settings.database and not settings.database.startswith(
        ("postgresql://", "postgresql+psycopg://", "postgres://")
    ):
        problems.append("database: must begin with postgresql://")
    problems += [
        f"{name}: must be {low} to {high}"
        for name, (low, high) in _BOUNDS.items()
        if not low <= getattr(settings, name) <= high
    ]
    if bool(settings.certificate) != bool(settings.tls_key):
        problems.append("certificate, tls_key: both or neither")
    if settings.log not in logs.FORMS:
        problems.append(f"log: must be one of {', '.join(logs.FORMS)}")
    problems += _check_addresses(settings)
    problems += sftp.mistakes(
        settings.outbound_sftp, settings.outbound_sftp_key, settings.outbound_sftp_known_hosts
    )
    for name in ("lan", "vpn", "proxies", "metrics_from"):
        try:
            _networks(getattr(settings, name))
        except ValueError:
            problems.append(f"{name}: must be networks such as 10.20.0.0/16, apart by commas")
    try:
        retention.years(settings.retention)
    except ValueError:
        problems.append("retention: must be K and a number of years, such as K5, or B")
    if not all(part.isdigit() for part in settings.min_app.split(".")):
        problems.append("min_app: must be a version such as 1.4.0")
    return problems


def _check_figures(settings: Settings) -> list[str]:
    if not set(settings.figure_formats) <= {"csv", "html", "xlsx"} or not settings.figure_formats:
        return ["figures_formats: csv, html or xlsx, apart by commas"]
    return []


def _check_addresses(settings: Settings) -> list[str]:
    """An address off this machine is https, or what is secret would travel in the open."""
    problems = []
    for name in ("web_url", "oidc_issuer", "outbound_url"):
        parts = urlsplit(getattr(settings, name))
        if parts.geturl() and not (parts.scheme == "https" and parts.hostname) and not _is_loopback(parts):
            problems.append(f"{name}: must begin with https://")
    if settings.oidc_issuer and settings.web_url and not settings.oidc_client:
        problems.append("oidc_client: the web page's client id is missing")
    if settings.outbound_url and len(settings.outbound_secret) < 32:
        problems.append("outbound_secret: at least 32 characters")
    return problems


def _is_loopback(parts: SplitResult) -> bool:
    return parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")


@functools.cache
def _networks(text: str) -> tuple[Network, ...]:
    """Remembered: each request asks."""
    return tuple(ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip())
