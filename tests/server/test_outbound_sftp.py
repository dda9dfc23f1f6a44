"""Journal entries over SFTP, to a real OpenSSH server: whole, once, and to nobody but the host that is known."""

from __future__ import annotations

import getpass
import json
import os
import socket
import subprocess
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pypdf
import pytest

from server import db, settings
from server.outbound import queue
from server.outbound.adapters import CONFIRMED
from server.outbound.sftp import Sftp
from tests.server.desk import NOW, Device, House

# The server's end of a connection: every act is noted, and `limit` cuts the line after so many bytes.
_SUBSYSTEM = """#!/bin/sh
if [ -f {place}/limit ]; then
  dd bs=1 status=none count="$(cat {place}/limit)" | /usr/lib/openssh/sftp-server -e -l VERBOSE 2>>{place}/acts
else
  exec /usr/lib/openssh/sftp-server -e -l VERBOSE 2>>{place}/acts
fi
"""


def _keygen(path: Path) -> str:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return " ".join(path.with_suffix(".pub").read_text("ascii").split()[:2])


@dataclass
class Sshd:
    """An OpenSSH server of this user's own on a free port."""

    place: Path
    port: int
    process: subprocess.Popen[str] | None = None
    known: str = field(default="")

    def start(self) -> None:
        place = self.place
        command = ["/usr/sbin/sshd", "-D", "-e", "-f", str(place / "sshd_config")]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if "Server listening" in line:
                return
        raise AssertionError("sshd did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.communicate()
            self.process = None

    @property
    def out(self) -> Path:
        return self.place / "out"

    def adapter(self) -> Sftp:
        address = f"sftp://{getpass.getuser()}@127.0.0.1:{self.port}{self.out}"
        return Sftp(address, self.place / "client", self.place / "known_hosts")


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[Sshd]:
    place = tmp_path / "sshd"
    (place / "out").mkdir(parents=True)
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # which the system's own start makes for it
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    host, client = _keygen(place / "host"), _keygen(place / "client")
    (place / "known_hosts").write_text(f"[127.0.0.1]:{port} {host}\n", "ascii")
    (place / "authorized").write_text(client + "\n", "ascii")
    (place / "subsystem").write_text(_SUBSYSTEM.format(place=place), "ascii")
    (place / "subsystem").chmod(0o755)
    (place / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {place}/host\nAuthorizedKeysFile {place}/authorized\n"
        "PidFile none\nStrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\nPasswordAuthentication no\n"
        f"Subsystem sftp {place}/subsystem\n",
        "ascii",
    )
    server = Sshd(place, port)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def told(house: House) -> tuple[Device, uuid.UUID]:
    device, cand = house.device("mh"), uuid.uuid4()
    device.push(
        device.patch("participant", cand, {"name": "Ærø Sørensen", "case_no": "24/117"}, cand=cand),
        device.note(cand, "Vi talte om timer på bageriet."),
    )
    return device, cand


def _turn(house: House, adapter: Sftp, now: datetime = NOW) -> int:
    return queue.turn(house.engine, adapter, sign=house.identity.sign, now=now)


def _row(house: House) -> tuple[str, str | None]:
    [row] = house.rows(db.outbound)
    return row.state, row.problem


def _there(sshd: Sshd) -> list[str]:
    return sorted(path.suffix for path in sshd.out.iterdir() if path.is_file())


def test_an_entry_is_delivered_once_and_named_by_its_key_alone(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd, capfd: pytest.CaptureFixture[str]
) -> None:
    assert _turn(house, sshd.adapter()) == 1
    assert _turn(house, sshd.adapter(), NOW + timedelta(days=1)) == 0
    assert _there(sshd) == [".json", ".pdf"]
    [laid] = sshd.out.glob("*.json")
    said = json.loads(laid.read_text("utf-8"))
    assert (said["dokument"]["uuid"], said["part"]["navn"]) == (laid.stem, "Ærø Sørensen")
    assert "bageriet" in pypdf.PdfReader(laid.with_suffix(".pdf")).pages[0].extract_text()
    assert laid.stat().st_mode & 0o007 == 0
    assert "Sørensen" not in (sshd.place / "acts").read_text("utf-8")
    assert "".join(capfd.readouterr()) == ""


def test_a_file_gets_its_name_when_it_is_whole_and_the_json_is_the_last(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    _turn(house, sshd.adapter())
    acts = (sshd.place / "acts").read_text("utf-8").splitlines()
    written = [line.split('"')[1] for line in acts if line.startswith("open ") and "WRITE" in line]
    named = [line.split('"')[3] for line in acts if "rename old" in line]
    assert [Path(path).suffixes for path in written] == [[".pdf", ".part"], [".json", ".part"]]
    assert [Path(path).suffix for path in named] == [".pdf", ".json"]


def test_a_line_that_breaks_anywhere_leaves_nothing_half_and_the_next_try_mends_it(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    now = NOW
    for limit in (60, 400, 900, 1500, 2100):
        (sshd.place / "limit").write_text(str(limit), "ascii")
        assert _turn(house, sshd.adapter(), now) == 0
        assert not list(sshd.out.glob("*.json"))
        for pdf in sshd.out.glob("*.pdf"):
            assert pypdf.PdfReader(pdf).pages
        now += timedelta(hours=7)
    assert list(sshd.out.glob("*.part"))  # it did break in the midst of them
    (sshd.place / "limit").unlink()
    assert _turn(house, sshd.adapter(), now) == 1
    assert _there(sshd) == [".json", ".pdf"]


def test_another_host_under_the_same_address_gets_nothing(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    adapter = sshd.adapter()
    other = _keygen(sshd.place / "other")
    right = adapter.known_hosts.read_text("ascii")
    adapter.known_hosts.write_text(f"[127.0.0.1]:{sshd.port} {other}\n", "ascii")
    assert _turn(house, adapter) == 0
    assert _row(house) == ("waiting", "host-key-changed")
    adapter.known_hosts.write_text("", "ascii")
    assert _turn(house, adapter, NOW + timedelta(hours=1)) == 0
    assert _row(house) == ("waiting", "host-key-unknown")
    assert adapter.known_hosts.read_text("ascii") == ""  # nor is it learnt on the way
    assert _there(sshd) == []
    adapter.known_hosts.write_text(right, "ascii")
    assert _turn(house, adapter, NOW + timedelta(hours=2)) == 1


def test_each_refusal_is_told_by_a_code_of_its_own(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    adapter = sshd.adapter()
    _keygen(sshd.place / "stranger")
    [entry] = [row.id for row in house.rows(db.op, db.op.c.kind.in_(queue.NOTES))]
    assert _turn(house, replace(adapter, key=sshd.place / "stranger")) == 0
    assert _row(house)[1] == "key-refused"
    assert _turn(house, replace(adapter, address=adapter.address + "/away"), NOW + timedelta(hours=1)) == 0
    assert _row(house)[1] == "no-folder"
    (sshd.out / f"{entry}.pdf" / "in the way").mkdir(parents=True)
    assert _turn(house, adapter, NOW + timedelta(hours=2)) == 0
    assert _row(house)[1] == "failed-there"
    with house.engine.begin() as tx:
        assert queue.problems(tx, adapter.name) == {"failed-there": 1}


def test_a_server_that_was_away_gets_it_when_it_is_back(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    sshd.stop()
    assert _turn(house, sshd.adapter()) == 0
    assert _row(house) == ("waiting", "unreachable")
    sshd.start()
    assert _turn(house, sshd.adapter(), NOW + timedelta(minutes=1)) == 1
    assert _row(house) == ("sent", None)
    assert _there(sshd) == [".json", ".pdf"]


def test_a_server_that_stays_away_ends_in_what_was_given_up(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    sshd.stop()
    for day in range(20):
        _turn(house, sshd.adapter(), NOW + timedelta(days=day))
    assert _row(house) == ("dead", "unreachable")
    sshd.start()
    later = NOW + timedelta(days=30)
    with house.engine.begin() as tx:
        queue.again(tx, "sftp", now=later)
    assert _turn(house, sshd.adapter(), later) == 1


def test_the_same_entry_again_is_one_and_its_receipt_is_taken_away(
    house: House, told: tuple[Device, uuid.UUID], sshd: Sshd
) -> None:
    adapter = sshd.adapter()
    _turn(house, adapter)
    first = sorted(sshd.out.iterdir())
    with house.engine.begin() as tx:  # the server died between handing over and noting it
        tx.execute(db.outbound.update().values(state="waiting"))
    assert _turn(house, adapter, NOW + timedelta(days=1)) == 1
    assert sorted(sshd.out.iterdir()) == first
    (sshd.out / CONFIRMED).mkdir()
    for name in (first[0].stem, "andet"):
        (sshd.out / CONFIRMED / f"{name}.ok").touch()
    _turn(house, adapter, NOW + timedelta(days=2))
    assert _row(house)[0] == "confirmed"
    assert [path.stem for path in (sshd.out / CONFIRMED).iterdir()] == ["andet"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("outbound_sftp", "sftp://esdh:hemmelig@fil.kommune.dk/ind"), ("outbound_sftp", "sftp://fil.kommune.dk/ind"),
        ("outbound_sftp", "sftp://-oProxyCommand=x@fil.kommune.dk/ind"), ("outbound_sftp", "sftp://e@-o/ind"),
        ("outbound_sftp", "sftp://esdh@fil.kommune.dk/ind en"), ("outbound_sftp", "https://esdh@fil.kommune.dk/ind"),
        ("outbound_sftp_key", ""), ("outbound_sftp_key", "key"), ("outbound_sftp_known_hosts", "/etc/a b"),
    ],
)  # fmt: skip
def test_a_setting_that_could_lead_elsewhere_is_named_at_the_start(name: str, said: str) -> None:
    right = {
        "outbound_sftp": "sftp://esdh@fil.kommune.dk:2222/ind", "outbound_sftp_key": "/etc/f/key",
        "outbound_sftp_known_hosts": "/etc/f/known_hosts",
    }  # fmt: skip
    prefixed = {settings.PREFIX + key.upper(): value for key, value in right.items()}
    assert settings.load(None, prefixed).outbound_sftp == right["outbound_sftp"]
    with pytest.raises(settings.SettingsRefused) as refused:
        settings.load(None, prefixed | {settings.PREFIX + name.upper(): said})
    assert [problem.split(":")[0] for problem in refused.value.problems] == [name]
    assert "hemmelig" not in str(refused.value)
