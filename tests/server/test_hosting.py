"""What a municipality's IT lays beside the server: units that systemd takes, a compose file that says what it must."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from server import identity, main
from tests.parts import ROOT, Jobcenter

UNITS = sorted((ROOT / "installer" / "hosting").glob("feltjournal-*.*"))


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such owner there")
def test_keys_that_root_makes_are_the_services_to_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        os.chown(tmp_path, 65534, 65534)  # as the package gives the folder to the service
    (tmp_path / "server.key.part").symlink_to("elsewhere")  # where the service could lead root astray
    identity.make(tmp_path, hosts=["localhost"], now=datetime.now(UTC))
    made = list(tmp_path.iterdir())
    assert len(made) == 4
    assert {(one.lstat().st_uid, one.lstat().st_mode & 0o777) for one in made} == {
        (tmp_path.stat().st_uid, 0o600)
    }


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux'")
def test_systemd_takes_every_unit_without_a_word(tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    assert tool, "apt-get install systemd"
    for unit in UNITS:
        told = re.sub(
            r"^ExecStart=\S+", f"ExecStart={sys.executable}", unit.read_text("utf-8"), flags=re.MULTILINE
        )
        (tmp_path / unit.name).write_text(re.sub(r"^User=.*", "User=root", told, flags=re.MULTILINE), "utf-8")
    places = [str(tmp_path / unit.name) for unit in UNITS]
    done = subprocess.run([tool, "verify", "--man=no", *places], capture_output=True, text=True, check=False)
    ours = [line for line in (done.stdout + done.stderr).splitlines() if "feltjournal" in line]
    assert (done.returncode, ours) == (0, [])


@pytest.mark.parametrize("unit", [one for one in UNITS if one.suffix == ".service"], ids=lambda one: one.name)
def test_each_unit_calls_a_command_that_the_program_has(unit: Path) -> None:
    [command] = re.findall(r"^ExecStart=\S+ -m server\.main (.*)$", unit.read_text("utf-8"), re.MULTILINE)
    chosen = main.make_parser().parse_args(command.split())
    assert str(chosen.config).startswith("/etc/feltjournal/")


def test_the_compose_file_gives_the_server_no_password_and_no_rights() -> None:
    told = yaml.safe_load((ROOT / "installer" / "hosting" / "compose.yaml").read_text("utf-8"))
    server, database = told["services"]["server"], told["services"]["database"]
    assert server["cap_drop"] == ["ALL"]
    assert not any("PASSWORD" in name and not name.endswith("_FILE") for name in database["environment"])
    assert "ports" not in database
    named = {volume.split(":")[0] for one in (server, database) for volume in one["volumes"]}
    assert {name for name in named if not name.startswith(".")} == set(told["volumes"])
    assert "--data-checksums" in database["environment"]["POSTGRES_INITDB_ARGS"]


@pytest.mark.parametrize(("version", "speaks"), [("-tls1_3", True), ("-tls1_2", False), ("-tls1_1", False)])
def test_an_outside_tool_finds_tls_1_3_and_nothing_older(
    jobcenter: Jobcenter, version: str, *, speaks: bool
) -> None:
    tool = shutil.which("openssl")
    assert tool, "apt-get install openssl"
    place = urlsplit(jobcenter.url)
    done = subprocess.run(
        [tool, "s_client", "-connect", f"{place.hostname}:{place.port}", version, "-brief"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ("Protocol version: TLSv1.3" in done.stderr) == speaks, done.stderr
    assert (done.returncode == 0) == speaks


def test_a_plain_request_is_not_answered(jobcenter: Jobcenter) -> None:
    place = urlsplit(jobcenter.url)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as plain:
        plain.sendall(b"GET /v1/beacon HTTP/1.1\r\nHost: x\r\n\r\n")
        assert not plain.recv(100).startswith(b"HTTP")
