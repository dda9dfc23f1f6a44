"""What a network has besides the server: a name server that knows one name, and on the clinic's a portal."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import sys
import threading
from pathlib import Path

from tests.sync.namespaces import ADDRESS, PORT

_HEARD: list[bytes] = []
_PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"


def main() -> None:
    threading.Thread(target=_names, daemon=True).start()
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["do"] == "portal":
            threading.Thread(target=_portal, args=(_listen(), asked.get("tls")), daemon=True).start()
        sys.stdout.write(json.dumps([heard.decode("latin-1") for heard in _HEARD]) + "\n")
        sys.stdout.flush()


def _names() -> None:
    """Every name is here, as a portal says and as the municipality's own server says of its one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as place:
        place.bind((ADDRESS, 53))
        while True:
            asked, whence = place.recvfrom(512)
            end = asked.index(b"\0", 12) + 5
            wants_address = asked[end - 4 : end - 2] == b"\0\x01"
            head = asked[:2] + struct.pack(">HHHHH", 0x8180, 1, int(wants_address), 0, 0)
            answer = b"\xc0\x0c\0\x01\0\x01" + struct.pack(">IH", 1, 4) + socket.inet_aton(ADDRESS)
            place.sendto(head + asked[12:end] + (answer if wants_address else b""), whence)


def _listen() -> socket.socket:
    return socket.create_server((ADDRESS, PORT))


def _portal(listener: socket.socket, tls: str | None) -> None:
    """Says its page to whoever comes, in plain HTTP or behind a certificate of its own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if tls:
        context.load_cert_chain(Path(tls) / "elsewhere.crt", Path(tls) / "elsewhere.key")
    while True:
        raw, _ = listener.accept()
        try:
            near = context.wrap_socket(raw, server_side=True) if tls else raw
            if tls:
                _HEARD.append(near.recv(4096))
            near.sendall(_PAGE)
            near.close()
        except OSError:
            raw.close()


if __name__ == "__main__":
    main()
