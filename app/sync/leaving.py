"""How a connection to the server leaves this computer: gate 0, the interface it is tied to, the municipality's proxy."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from urllib3.connection import HTTPSConnection
from urllib3.util import Timeout

from app.errors import NotOnNetwork
from app.network import system
from app.network.seen import Interface, Why
from app.sync import gate
from app.sync.gate import Reason

CONNECT_SECONDS = 3.0
_REFUSED_BY_PROXY = "Tunnel connection failed"


@dataclass(frozen=True, slots=True)
class Leaving:
    """`gate` and `networks`: what the operating system must say before a byte leaves. `proxy`: `http://host:port`, or
    empty: direct. None is ever guessed."""

    gate: str = "none"
    networks: tuple[str, ...] = ()
    proxy: str = ""

    def permit(self) -> tuple[Interface, ...] | None:
        """Gate 0, without a packet: the interfaces to leave by, None for any. Raises NotOnNetwork."""
        found = system.admitted(self.gate, self.networks)
        if isinstance(found, Why):
            raise NotOnNetwork(gate.network(found))
        return found

    def connection(self, host: str, port: int, context: ssl.SSLContext, *, by_name: bool) -> HTTPSConnection:
        """One that is not connected yet; `by_name`: its certificate must be for `host`. Raises NotOnNetwork."""
        through = self.permit()
        proxy = urlsplit(self.proxy)
        first = (proxy.hostname, proxy.port) if proxy.hostname and proxy.port else (host, port)
        made = HTTPSConnection(
            *first, ssl_context=context, assert_hostname=None if by_name else False,
            timeout=Timeout.resolve_default_timeout(CONNECT_SECONDS),
            socket_options=[*HTTPSConnection.default_socket_options, *_options(first, through)],
        )  # fmt: skip
        if proxy.hostname:
            made.set_tunnel(host, port)
        return made


def is_proxys(error: BaseException) -> bool:
    """Whether it was the proxy that would not carry us."""
    return isinstance(error, OSError) and str(error).startswith(_REFUSED_BY_PROXY)


def _options(to: tuple[str, int], through: tuple[Interface, ...] | None) -> list[Any]:
    if through is None:
        return []
    try:
        found = socket.getaddrinfo(*to, type=socket.SOCK_STREAM)
    except OSError:
        raise NotOnNetwork(Reason.NO_SERVER) from None
    way = system.way(through, [(int(family), address) for family, _, _, _, address in found])
    if way is None:
        raise NotOnNetwork(Reason.FOREIGN_NETWORK)
    return list(way.options)
