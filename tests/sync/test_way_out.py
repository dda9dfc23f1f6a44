"""The way to the server: the policy's proxy or none at all, and what NetworkManager says of a connection's profile."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.services import sync as syncing
from app.settings import Server, Settings
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now, server_of
from tests.sync.elsewhere import _carry


@dataclass
class Proxy:
    url: str
    heard: list[str] = field(default_factory=list)


@contextlib.contextmanager
def proxy(*, refuses: bool = False) -> Iterator[Proxy]:
    """An HTTP proxy that knows CONNECT alone; what it is told in the open is kept."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    here, stopping, threads = (
        Proxy(f"http://127.0.0.1:{listener.getsockname()[1]}"),
        threading.Event(),
        [threading.Thread()],
    )

    def serve() -> None:
        while not stopping.is_set():
            try:
                near, _ = listener.accept()
            except TimeoutError:
                continue
            head = b""
            while b"\r\n\r\n" not in head:
                head += near.recv(1024)
            here.heard.append(head.decode())
            if refuses:
                near.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                near.close()
                continue
            host, port = head.split()[1].decode().split(":")
            far = socket.create_connection((host, int(port)))
            near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            for source, sink in ((near, far), (far, near)):
                threads.append(threading.Thread(target=_carry, args=(source, sink, None)))
                threads[-1].start()

    main = threading.Thread(target=serve)
    main.start()
    try:
        yield here
    finally:
        stopping.set()
        main.join()
        listener.close()
        for thread in threads[1:]:
            thread.join()


def through(anna: Consultant, office: Jobcenter, way: str) -> syncing.RoundDone:
    return syncing.run_round(anna.vault, Settings(server=Server(**server_of(office)), proxy=way), now())


def test_the_policys_proxy_carries_the_round_and_learns_the_address_alone(
    anna: Consultant, office: Jobcenter
) -> None:
    with proxy() as way:
        done = through(anna, office, way.url)
    assert (done.stopped, done.sent > 0) == (None, True)
    place = urlsplit(office.url)
    assert {one.split(" HTTP/")[0] for one in way.heard} == {f"CONNECT {place.hostname}:{place.port}"}
    assert not any(word in one for one in way.heard for word in ("FJ-", "Authorization", "Cookie"))


def test_a_proxy_that_refuses_is_named(anna: Consultant, office: Jobcenter) -> None:
    with proxy(refuses=True) as way:
        done = through(anna, office, way.url)
    assert getattr(done.stopped, "reason", None) == "proxy"
    assert anna.unsent()


def test_no_proxy_is_guessed_from_the_environment(
    anna: Consultant, office: Jobcenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(refuses=True) as trap:
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, trap.url)
        assert anna.sync().stopped is None
    assert trap.heard == []


# --- NetworkManager --------------------------------------------------------------------------------------------------

SYSTEM_PYTHON = "/usr/bin/python3"
_ADD = """
import dbus
bus = dbus.SystemBus()
NM, MOCK = "org.freedesktop.NetworkManager", "org.freedesktop.DBus.Mock"
root = bus.get_object(NM, "/org/freedesktop/NetworkManager")
mock = dbus.Interface(root, MOCK)
paths = []
for name, uuid, state in (("eth7", "11111111-1111-4111-8111-111111111111", 2), ("wlan7", "22222222-2222-4222-8222-222222222222", 1)):
    device = mock.AddEthernetDevice(name, name, 100)
    path = "/org/freedesktop/NetworkManager/ActiveConnection/" + name
    mock.AddObject(path, NM + ".Connection.Active", {
        "Uuid": uuid, "State": dbus.UInt32(state), "Devices": dbus.Array([dbus.ObjectPath(device)], signature="o"),
    }, dbus.Array([], signature="(ssss)"))
    paths.append(dbus.ObjectPath(path))
dbus.Interface(root, MOCK).UpdateProperties(NM, {"ActiveConnections": dbus.Array(paths, signature="o")})
"""


@pytest.mark.skipif(sys.platform != "linux", reason="NetworkManager is Linux'")
def test_the_profile_by_which_networkmanager_has_connected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.network import linux

    assert shutil.which("dbus-daemon"), "apt-get install dbus"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout is not None
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.stdout.readline().strip())
    monkeypatch.delenv("PYTHONPATH", raising=False)
    manager = subprocess.Popen(
        [SYSTEM_PYTHON, "-m", "dbusmock", "--system", "--template", "networkmanager"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    try:
        assert linux._profiles() == {}
        wait = "gdbus wait --system --timeout 20 org.freedesktop.NetworkManager"
        subprocess.run(wait.split(), check=True, cwd="/", env=None)
        subprocess.run([SYSTEM_PYTHON, "-c", _ADD], check=True, cwd="/")
        # What is still connecting (state 1) is no connection.
        assert linux._profiles() == {"eth7": {"id:11111111-1111-4111-8111-111111111111"}}
    finally:
        for process in (manager, bus):
            process.kill()
            process.communicate()
    assert linux._profiles() == {}
