"""Running the server: TLS 1.3, one line when it accepts, an orderly end."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import ssl
import sys
import threading
from asyncio.sslproto import SSLProtocol
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from server.api.app import make
from server.api.desk import Desk

# asyncio lays a quarter of a megabyte aside for what each new connection may send; a sync round sends a tenth of that.
SSLProtocol.max_size = 32 * 1024


class _Server(uvicorn.Server):
    """uvicorn that tells when its socket accepts."""

    def __init__(self, config: uvicorn.Config, accepts: Callable[[], None]) -> None:
        super().__init__(config)
        self._accepts = accepts

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._accepts()


def tls(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certificate, key)
    return context


def bind(host: str, port: int) -> socket.socket:
    """Port 0 finds a free one. Raises OSError when the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on for each connection, and half of the answers wait for 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener


def run(desk: Desk, listener: socket.socket, *, announce: Callable[[str], None], until_eof: bool) -> None:
    host, port = listener.getsockname()[:2]
    context = tls(desk.identity.certificate, desk.identity.tls_key)
    config = uvicorn.Config(
        make(desk), log_config=None, access_log=False, server_header=False, lifespan="off", ws="none", loop="asyncio",
        http="h11", timeout_keep_alive=30, timeout_graceful_shutdown=10, ssl_context_factory=lambda *_: context,
        proxy_headers=bool(desk.settings.proxies), forwarded_allow_ips=desk.settings.proxies or "",
    )  # fmt: skip

    address = f"https://[{host}]:{port}" if ":" in host else f"https://{host}:{port}"
    server = _Server(config, lambda: announce(address))
    if until_eof:
        threading.Thread(target=_leave_at_eof, args=(server,), daemon=True).start()
    signal.signal(signal.SIGTERM, _leave)
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    try:
        asyncio.run(server.serve(sockets=[listener]))
    except (KeyboardInterrupt, SystemExit):
        return
    finally:
        listener.close()


def _leave_at_eof(server: uvicorn.Server) -> None:
    """Whoever started us is gone when our input ends, however it ended."""
    while sys.stdin.buffer.read(4096):
        pass
    server.should_exit = True


def _leave(_: int, __: FrameType | None) -> None:
    """uvicorn raises the signal again after its orderly end; the database must still be let go."""
    raise SystemExit(0)
