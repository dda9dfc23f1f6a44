"""What else may answer where the server is expected: a portal, an impostor, a cut cable."""

from __future__ import annotations

import contextlib
import datetime as dt
import ipaddress
import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class Answer:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Box:
    """Something that listens where the server should be, and what it heard."""

    url: str
    heard: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


PORTAL = Answer(200, {"Content-Type": "text/html"}, b"<html>Velkommen paa gaestenettet</html>")


def certificate(
    folder: Path, *, days: tuple[int, int] = (-1, 30), names: tuple[str, ...] = ("localhost", "127.0.0.1"), key: Path | None = None
) -> tuple[Path, Path]:  # fmt: skip
    """A self-signed certificate that holds from and to so many days from now; for a key of its own, or one given."""
    folder.mkdir(parents=True, exist_ok=True)
    private = (
        ec.generate_private_key(ec.SECP256R1())
        if key is None
        else serialization.load_pem_private_key(key.read_bytes(), None)
    )
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    now = dt.datetime.now(dt.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "elsewhere")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + dt.timedelta(days=days[0])).not_valid_after(now + dt.timedelta(days=days[1]))
        .add_extension(x509.SubjectAlternativeName([_san(one) for one in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(private, hashes.SHA256())
    )  # fmt: skip
    pem, secret = folder / "elsewhere.crt", folder / "elsewhere.key"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return pem, secret


def _san(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


@contextlib.contextmanager
def box(answer: Callable[[str, bytes], Answer], tls: tuple[Path, Path] | None) -> Iterator[Box]:
    """A web server with this certificate (or none: plain HTTP)."""
    here = Box("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            here.heard.append(f"{self.command} {self.path} {json.dumps(dict(self.headers))}")
            here.bodies.append(body)
            said = answer(self.path, body)
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body)

        do_POST = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None: ...

    class Server(ThreadingHTTPServer):
        daemon_threads = False
        block_on_close = True

        def handle_error(self, request: object, client_address: object) -> None: ...

    server = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    here.url = f"https://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def cable(url: str, *, up: int | None = None, down: int | None = None) -> Iterator[str]:
    """A way to the server that breaks after so many bytes up or down; in between it carries everything."""
    host, port = url.removeprefix("https://").split(":")
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    stopping = threading.Event()
    threads: list[threading.Thread] = []

    def serve() -> None:
        while not stopping.is_set():
            try:
                near, _ = listener.accept()
            except TimeoutError:
                continue
            far = socket.create_connection((host, int(port)))
            for source, sink, most in ((near, far, up), (far, near, down)):
                threads.append(threading.Thread(target=_carry, args=(source, sink, most)))
                threads[-1].start()

    main = threading.Thread(target=serve)
    main.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopping.set()
        main.join()
        listener.close()
        for thread in threads:
            thread.join()


def _carry(source: socket.socket, sink: socket.socket, most: int | None) -> None:
    carried = 0
    try:
        while data := source.recv(4096):
            if most is not None and carried + len(data) > most:
                sink.sendall(data[: most - carried])
                break
            sink.sendall(data)
            carried += len(data)
    except OSError:
        pass
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        if end is source:
            continue
    with contextlib.suppress(OSError):
        source.close()
