"""Two networks and a laptop, each a network namespace of its own: the municipality's, and a clinic's that looks like it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NAME, ADDRESS, PORT = "feltjournal.proeveby.example", "10.77.0.1", 8443
_HERE = "10.77.0.2"


@dataclass
class Town:
    """`town`, `clinic`, `laptop`: names of namespaces. Both networks have the same addresses and the same name server's,
    as the networks of a clinic and of a municipality well may."""

    folder: Path
    mark: str = field(default_factory=lambda: secrets.token_hex(2))

    @property
    def town(self) -> str:
        return f"fj-town-{self.mark}"

    @property
    def clinic(self) -> str:
        return f"fj-clinic-{self.mark}"

    @property
    def laptop(self) -> str:
        return f"fj-laptop-{self.mark}"

    def build(self) -> None:
        for name in (self.town, self.clinic, self.laptop):
            _ip("netns", "add", name)
            self.run(name, "ip", "link", "set", "lo", "up")
            self.run(
                name,
                "sysctl",
                "-qw",
                "net.ipv6.conf.all.disable_ipv6=1",
                "net.ipv6.conf.default.disable_ipv6=1",
            )
        for name, mine in ((self.town, "lan0"), (self.clinic, "wlan0")):
            _ip(
                "link",
                "add",
                mine,
                "netns",
                self.laptop,
                "type",
                "veth",
                "peer",
                "name",
                "up0",
                "netns",
                name,
            )
            self.run(name, "ip", "addr", "add", f"{ADDRESS}/24", "dev", "up0")
            self.run(name, "ip", "link", "set", "up0", "up")
        place = Path("/etc/netns") / self.laptop
        place.mkdir(parents=True)
        (place / "resolv.conf").write_text(f"nameserver {ADDRESS}\noptions timeout:1 attempts:1\n")

    def plug(self, interface: str, *, metric: int = 100) -> None:
        self.run(self.laptop, "ip", "addr", "add", f"{_HERE}/24", "dev", interface, "noprefixroute")
        self.run(self.laptop, "ip", "link", "set", interface, "up")
        self.run(
            self.laptop, "ip", "route", "add", "10.77.0.0/24", "dev", interface, "src", _HERE, "metric", str(metric)
        )  # fmt: skip

    def unplug(self, interface: str) -> None:
        self.run(self.laptop, "ip", "addr", "flush", "dev", interface)
        self.run(self.laptop, "ip", "link", "set", interface, "down")

    def run(self, name: str, *command: str) -> None:
        _ip("netns", "exec", name, *command)

    def remove(self) -> None:
        for name in (self.town, self.clinic, self.laptop):
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)
        place = Path("/etc/netns") / self.laptop
        with contextlib.suppress(OSError):
            (place / "resolv.conf").unlink()
            place.rmdir()

    @contextlib.contextmanager
    def listening(self) -> Iterator[Captured]:
        """All that passes on the clinic's side, ARP aside."""
        file = self.folder / f"clinic-{secrets.token_hex(2)}.pcap"
        caught = subprocess.Popen(
            within(self.clinic, "tcpdump", "-i", "up0", "-U", "--immediate-mode", "-Z", "root", "-w", str(file), "not", "arp"),
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert caught.stderr is not None
        for line in caught.stderr:
            if "listening on" in line:
                break
        else:
            raise AssertionError("apt-get install tcpdump")
        captured = Captured()
        try:
            yield captured
        finally:
            caught.terminate()
            said = caught.communicate()[1]
            captured.packets = int(next(line for line in said.splitlines() if "captured" in line).split()[0])
            captured.bytes = file.read_bytes()


@dataclass
class Captured:
    packets: int = 0
    bytes: bytes = b""


@dataclass
class Child:
    """A program in one of the namespaces, which answers a line of JSON with a line of JSON."""

    process: subprocess.Popen[str]

    def ask(self, **asked: Any) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        assert said, "the child has ended"
        return json.loads(said)


@contextlib.contextmanager
def child(namespace: str, module: str, *arguments: str) -> Iterator[Child]:
    process = subprocess.Popen(
        within(namespace, sys.executable, "-m", module, *arguments),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        yield Child(process)
    finally:
        process.communicate()


def within(namespace: str, *command: str) -> list[str]:
    return ["ip", "netns", "exec", namespace, *command]


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)
