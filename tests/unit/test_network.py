"""Gate 0: what each policy makes of the interfaces, and Windows' answers read in the order its headers give."""

from __future__ import annotations

import ctypes
import socket
import struct
import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotOnNetwork
from app.network import windows
from app.network.seen import Interface, Why, admitted
from app.network.windows import METHOD
from app.protocol import messages
from app.sync import gate
from app.sync.gate import Reason
from app.sync.leaving import Leaving

OFFICE = Interface(3, "eth0", domain=True, marks=frozenset({"if:eth0", "id:aa"}))
CAFE = Interface(4, "wlan0", marks=frozenset({"if:wlan0", "id:bb"}))
interfaces = st.lists(
    st.builds(
        Interface, st.integers(1, 9), st.sampled_from(["eth0", "wlan0"]), st.booleans(),
        st.frozensets(st.sampled_from(["if:eth0", "id:aa", "id:bb"])),
    )
)  # fmt: skip


@given(interfaces, st.text(max_size=8), st.lists(st.sampled_from(["id:aa", "id:cc"])))
def test_a_gate_lets_through_what_it_names_and_an_unknown_gate_nothing(
    there: list[Interface], gate: str, listed: list[str]
) -> None:
    for name in ("domain", "listed", gate):
        found = admitted(there, gate=name, networks=tuple(listed))
        let = () if isinstance(found, Why) else found
        for one in there:
            allowed = (name == "domain" and one.domain) or (
                name == "listed" and bool(one.marks & set(listed))
            )
            assert (one in let) == allowed


def test_each_gate_on_a_cafes_network_beside_the_offices() -> None:
    assert admitted((OFFICE, CAFE), gate="domain", networks=()) == (OFFICE,)
    assert admitted((OFFICE, CAFE), gate="listed", networks=("id:bb",)) == (CAFE,)
    assert admitted((CAFE,), gate="domain", networks=()) is Why.ELSEWHERE
    assert admitted((OFFICE,), gate="", networks=("if:eth0",)) is Why.ELSEWHERE
    assert admitted(None, gate="domain", networks=()) is Why.UNKNOWN


@pytest.mark.skipif(sys.platform != "linux", reason="Linux knows no domain")
def test_on_linux_a_domain_gate_lets_nothing_out() -> None:
    with pytest.raises(NotOnNetwork) as stopped:
        Leaving(gate="domain").permit()
    assert stopped.value.reason == Reason.FOREIGN_NETWORK


def test_a_server_that_sees_us_behind_a_vpn_that_is_not_allowed() -> None:
    seen = messages.Beacon(n="1", server="s", zone="vpn", time="2026-11-23T08:00:00+00:00")
    assert gate.beacon(seen, nonce="1", server="s", zones=("lan",)) is Reason.VPN
    assert gate.beacon(seen, nonce="1", server="s", zones=("lan", "vpn")) is None


# --- Windows ---------------------------------------------------------------------------------------------------------

ADAPTER, PROFILE = UUID("6f0f0d5e-4a7c-4a54-9d51-0d6f1a2b3c4d"), UUID("0b1c2d3e-4f50-4162-8738-495a6b7c8d9e")


class Object:
    """A COM object made by hand: a pointer to a table of functions, each method where the header of Windows has it.

    The first seven of every dispatch interface are IUnknown's three and IDispatch's four.
    """

    def __init__(self, methods: dict[int, Any], *leads_to: Object) -> None:
        """`leads_to`: the objects a method hands out. It does so by their addresses, which keep nothing alive."""
        self.released, self.leads_to = 0, leads_to
        self._keep = [self._entry(methods.get(number), number) for number in range(20)]
        self._table = (ctypes.c_void_p * 20)(*(ctypes.cast(one, ctypes.c_void_p) for one in self._keep))
        self._this = ctypes.pointer(ctypes.c_void_p(ctypes.addressof(self._table)))
        self.pointer = ctypes.cast(self._this, ctypes.c_void_p)

    def _entry(self, does: Any, number: int) -> Any:
        if number == 2:
            return METHOD(ctypes.c_ulong, ctypes.c_void_p)(self._release)
        arguments = 3 if number == windows.NEXT and does is not None and does.__name__ == "step" else 1
        kinds = [ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p] if arguments == 3 else [ctypes.c_void_p]
        return METHOD(ctypes.c_long, ctypes.c_void_p, *kinds)(does or (lambda *_: -2147467263))  # E_NOTIMPL

    def _release(self, _: int) -> int:
        self.released += 1
        return 0


def _put(kind: Any, value: Any) -> Any:
    def method(_: int, out: int) -> int:
        ctypes.cast(out, ctypes.POINTER(kind))[0] = value
        return 0

    return method


def _guid(value: UUID) -> Any:
    def method(_: int, out: int) -> int:
        ctypes.memmove(out, value.bytes_le, 16)
        return 0

    return method


def _manager(*connections: Object) -> tuple[Object, Object]:
    waiting = list(connections)

    def step(_: int, wanted: int, out: int, fetched: int) -> int:
        assert wanted == 1
        there = int(bool(waiting))
        ctypes.cast(fetched, ctypes.POINTER(ctypes.c_ulong))[0] = there
        if there:
            ctypes.cast(out, ctypes.POINTER(ctypes.c_void_p))[0] = waiting.pop(0).pointer.value
        return 0 if there else 1  # S_FALSE

    every = Object({8: step}, *connections)  # IEnumNetworkConnections::Next stands after get__NewEnum
    return Object({9: _put(ctypes.c_void_p, every.pointer.value)}, every), every  # GetNetworkConnections


def _connection(*, connected: int = -1, domain: int = 2) -> tuple[Object, Object]:
    network = Object({11: _guid(PROFILE)})  # INetwork::GetNetworkId
    return Object(
        {7: _put(ctypes.c_void_p, network.pointer.value), 9: _put(ctypes.c_short, connected), 12: _guid(ADAPTER), 13: _put(ctypes.c_long, domain)},
        network,
    ), network  # fmt: skip


def test_windows_connections_are_read_by_the_order_of_its_headers() -> None:
    (office, network), (cafe, _), (off, _) = _connection(), _connection(domain=1), _connection(connected=0)
    manager, every = _manager(office, cafe, off)
    found = windows.interfaces(manager.pointer, lambda adapter: {ADAPTER: 7}[adapter])
    mark = frozenset({f"id:{PROFILE}"})
    assert found == (Interface(7, str(ADAPTER), True, mark), Interface(7, str(ADAPTER), False, mark))
    assert (office.released, cafe.released, off.released, every.released, network.released) == (1, 1, 1, 1, 1)


def test_a_network_list_that_fails_is_no_answer() -> None:
    manager, _ = _manager(Object({9: lambda *_: -1}))
    with pytest.raises(OSError, match="network list"):
        windows.interfaces(manager.pointer, lambda _: 0)


def test_a_socket_of_windows_is_tied_to_its_interface() -> None:
    assert windows.options(OFFICE, socket.AF_INET) == ((socket.IPPROTO_IP, 31, struct.pack("!I", 3)),)
    assert windows.options(OFFICE, socket.AF_INET6) == ((socket.IPPROTO_IPV6, 31, struct.pack("=I", 3)),)


def test_the_rooms_of_the_gate_open_no_connection() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import app.network.system, sys; print('urllib3' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "False"
