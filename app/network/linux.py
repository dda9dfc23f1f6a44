"""Linux: the kernel's interfaces, and from NetworkManager the profile that each is connected by."""

from __future__ import annotations

import socket
from collections import defaultdict
from pathlib import Path
from typing import Any

from app.network.seen import Interface

_CLASS = Path("/sys/class/net")
_BUS, _AT = "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager"
_ACTIVATED = 2
_SECONDS = 2.0


def interfaces() -> tuple[Interface, ...]:
    """Those that are up. A domain authenticates no Linux computer, so none has `domain`."""
    profiles = _profiles()
    return tuple(
        Interface(index, name, marks=frozenset({f"if:{name}", *profiles.get(name, ())}))
        for index, name in socket.if_nameindex()
        if name != "lo" and _is_up(name)
    )


def options(chosen: Interface) -> tuple[tuple[int, int, bytes], ...]:
    """Socket options by which the kernel lets a connection leave through this interface alone."""
    return ((socket.SOL_SOCKET, socket.SO_BINDTODEVICE, chosen.name.encode() + b"\0"),)


def leads_there(chosen: Interface, address: tuple[Any, ...], family: int) -> bool:
    """Whether there is a way to `address` through it. Connecting a datagram socket asks the kernel; it sends nothing."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            for level, name, value in options(chosen):
                probe.setsockopt(level, name, value)
            probe.connect(address)
        except OSError:
            return False
    return True


def _is_up(name: str) -> bool:
    """`unknown` is what tunnels say of themselves while they are there."""
    try:
        return (_CLASS / name / "operstate").read_text("ascii").strip() in ("up", "unknown")
    except OSError:
        return False


def _profiles() -> dict[str, set[str]]:
    """By interface, the profiles that NetworkManager says it is connected by; empty where there is none to ask."""
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import DBusErrorResponse

    found: dict[str, set[str]] = defaultdict(set)
    try:
        with open_dbus_connection(bus="SYSTEM") as bus:
            for active in _property(bus, _AT, _BUS, "ActiveConnections"):
                kind = f"{_BUS}.Connection.Active"
                if _property(bus, active, kind, "State") != _ACTIVATED:
                    continue
                mark = f"id:{_property(bus, active, kind, 'Uuid')}"
                for device in _property(bus, active, kind, "Devices"):
                    found[_name(bus, device)].add(mark)
    except (OSError, KeyError, ValueError, DBusErrorResponse):
        return {}  # what cannot be told is not claimed
    return found


def _name(bus: Any, device: str) -> str:
    kind = f"{_BUS}.Device"
    return str(_property(bus, device, kind, "IpInterface") or _property(bus, device, kind, "Interface"))


def _property(bus: Any, path: str, interface: str, name: str) -> Any:
    import jeepney
    from jeepney.wrappers import unwrap_msg

    place = jeepney.DBusAddress(path, _BUS, interface)
    reply = bus.send_and_get_reply(jeepney.Properties(place).get(name), timeout=_SECONDS)
    return unwrap_msg(reply)[0][1]
