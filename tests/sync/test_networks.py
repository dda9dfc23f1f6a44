"""The municipality's network and a clinic's with the same addresses, the same name and a portal: nothing leaves by the latter.

Real namespaces of the kernel, real name look-ups, a packet capture on the clinic's side.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from server import embedded, identity
from tests import parts
from tests.parts import _admin
from tests.sync.elsewhere import certificate
from tests.sync.namespaces import ADDRESS, NAME, PORT, Child, Town, child, within

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="network namespaces are root's on Linux"
)
TEXT = "Vi talte om butikken ved aaen."


@dataclass
class Scene:
    town: Town
    laptop: Child
    clinic: Child
    told: dict[str, Any]
    tls: Path

    def sync(self, **policy: Any) -> Any:
        """What was sent, and why it stopped."""
        server = self.told | policy.pop("server", {})
        return self.laptop.ask(do="sync", settings={"server": server, **policy})

    def tells_of_us(self, caught: bytes) -> list[str]:
        """What of ours a capture holds: who we are, the note, the server's name."""
        ours = [*self.laptop.ask(do="device"), TEXT, "Kim", "/v1/", "FJ-Proof"]
        return [one for one in ours if one.encode() in caught]


@pytest.fixture(scope="module")
def scene(postgres: embedded.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    for tool in ("ip", "tcpdump"):
        assert shutil.which(tool), f"apt-get install {tool}"
    folder = tmp_path_factory.mktemp("networks")
    town = Town(folder)
    database = f"town_{town.mark}"
    with _admin(postgres) as admin:
        admin.execute(f'CREATE DATABASE "{database}" TEMPLATE feltjournal'.encode())
    with contextlib.ExitStack() as stack:
        stack.callback(town.remove)
        town.build()
        office = stack.enter_context(
            parts.make_jobcenter(postgres.url(database), hosts=[NAME, ADDRESS], within=within(town.town))
        )
        office.settings |= {"host": ADDRESS}
        office.start(port=PORT)
        office.url = f"https://{NAME}:{PORT}"
        me = identity.load(office.state)
        told = {"url": office.url, "pins": list(me.pins), "key": me.public}
        certificate(folder / "tls", names=(NAME,))
        made = Scene(
            town,
            stack.enter_context(child(town.laptop, "tests.sync.away_child", str(folder / "anna"))),
            stack.enter_context(child(town.clinic, "tests.sync.network_child")),
            told,
            folder / "tls",
        )
        stack.enter_context(child(town.town, "tests.sync.network_child"))
        town.plug("lan0")
        made.laptop.ask(
            do="enrol", code=office.enrol_code("anna", "Anna Prøve"), settings={"gate": "listed", "networks": ["if:lan0"]}
        )  # fmt: skip
        town.unplug("lan0")
        yield made


@pytest.fixture
def waiting(scene: Scene) -> Iterator[Scene]:
    """One note more that waits; afterwards both networks are unplugged."""
    scene.laptop.ask(do="note", text=TEXT)
    yield scene
    for one in ("lan0", "wlan0"):
        scene.town.unplug(one)


LISTED = {"gate": "listed", "networks": ["if:lan0"]}


def test_a_clinics_network_with_our_servers_name_sees_not_one_packet(waiting: Scene) -> None:
    waiting.town.plug("wlan0")
    with waiting.town.listening() as caught:
        assert waiting.sync(**LISTED) == [0, "foreign-network"]
        assert waiting.sync(gate="domain") == [0, "foreign-network"]
    assert caught.packets == 0
    assert waiting.laptop.ask(do="unsent")


def test_on_the_municipalitys_network_everything_is_sent(waiting: Scene) -> None:
    waiting.town.plug("lan0")
    with waiting.town.listening() as caught:
        sent, stopped = waiting.sync(**LISTED)
    assert (sent > 0, stopped) == (True, None)
    assert waiting.laptop.ask(do="unsent") == 0
    assert caught.packets == 0


def test_with_both_plugged_in_what_is_ours_leaves_by_the_municipalitys_alone(waiting: Scene) -> None:
    """The clinic's network has the better route to the very same address."""
    waiting.town.plug("lan0", metric=500)
    waiting.town.plug("wlan0", metric=10)
    server = {
        "url": f"https://{ADDRESS}:{PORT}"
    }  # the name is asked for by the system, where the system likes
    with waiting.town.listening() as caught:
        sent, stopped = waiting.sync(server=server, **LISTED)
    assert (sent > 0, stopped, caught.packets) == (True, None, 0)


def test_without_gate_0_a_portal_in_our_name_sees_a_handshake_and_no_more(waiting: Scene) -> None:
    waiting.town.plug("wlan0")
    heard = waiting.clinic.ask(do="portal", tls=str(waiting.tls))
    with waiting.town.listening() as caught:
        assert waiting.sync() == [0, "wrong-certificate"]
        heard = waiting.clinic.ask(do="heard")
    assert set(heard) <= {""}
    assert caught.packets > 0
    assert waiting.tells_of_us(caught.bytes) == []
    assert waiting.laptop.ask(do="unsent")


def test_the_gate_is_asked_again_when_the_network_has_been_changed(waiting: Scene) -> None:
    waiting.town.plug("lan0")
    waiting.town.unplug("lan0")
    waiting.town.plug("wlan0")
    assert waiting.sync(**LISTED) == [0, "foreign-network"]


def test_a_policy_without_a_network_on_its_list_lets_nothing_out(waiting: Scene) -> None:
    waiting.town.plug("lan0")
    assert waiting.sync(gate="listed") == [0, "foreign-network"]
    assert waiting.sync(gate="listed", networks=["if:lan"]) == [0, "foreign-network"]


def test_only_from_where_the_policy_allows_it(waiting: Scene) -> None:
    waiting.town.plug("lan0")
    assert waiting.sync(server={"zones": ["vpn"]}, **LISTED) == [0, "wrong-zone"]
