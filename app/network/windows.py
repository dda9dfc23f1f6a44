"""Windows: the Network List Manager's word on each connection, and the routing table's on the way to a server.

Interfaces, order of methods and numbers as in netlistmgr.h and iphlpapi.h of the Windows SDK; NLM_DOMAIN_TYPE 2 is
given after a domain controller has authenticated this computer on the network, by LDAP or by TLS.
"""

from __future__ import annotations

import ctypes
import socket
import struct
import sys
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from app.network.seen import Interface

MANAGER = UUID("dcb00c01-570f-4a9b-8d69-199fdba5723b")
I_MANAGER = UUID("dcb00000-570f-4a9b-8d69-199fdba5723b")
RELEASE = 2
GET_CONNECTIONS, NEXT = 9, 8  # INetworkListManager, IEnumNetworkConnections
GET_NETWORK, IS_CONNECTED, ADAPTER, DOMAIN_TYPE = 7, 9, 12, 13  # INetworkConnection
NETWORK_ID = 11  # INetwork
AUTHENTICATED = 2
_IP_UNICAST_IF, _IPV6_UNICAST_IF = 31, 31
_CLSCTX_ALL = 23
# How a method of COM is called: the same code walks Windows' own objects and those a test has made.
METHOD: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)

Pointer = ctypes.c_void_p
Number = Callable[[UUID], int]


def interfaces(manager: Pointer, number: Number) -> tuple[Interface, ...]:
    """`manager`: an INetworkListManager. `number`: an adapter's index by its GUID."""
    found = []
    for connection in _connections(manager):
        try:
            if _short(connection, IS_CONNECTED):
                adapter, network = _guid(connection, ADAPTER), _of(connection, GET_NETWORK)
                domain = _long(connection, DOMAIN_TYPE) == AUTHENTICATED
                mark = f"id:{_guid(network, NETWORK_ID)}"
                _release(network)
                found.append(Interface(number(adapter), str(adapter), domain, frozenset({mark})))
        finally:
            _release(connection)
    return tuple(found)


def options(chosen: Interface, family: int) -> tuple[tuple[int, int, bytes], ...]:
    """IPv4 wants the index in the network's order of bytes, IPv6 in the computer's."""
    if family == socket.AF_INET6:
        return ((socket.IPPROTO_IPV6, _IPV6_UNICAST_IF, struct.pack("=I", chosen.index)),)
    return ((socket.IPPROTO_IP, _IP_UNICAST_IF, struct.pack("!I", chosen.index)),)


def _call(this: Pointer, method: int, *arguments: Any) -> None:
    """Raises OSError where the method says that it failed."""
    table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [type(argument) for argument in arguments]
    function = METHOD(ctypes.c_long, ctypes.c_void_p, *kinds)(table[method])
    result = function(this, *arguments)
    if result < 0:
        raise OSError(result, "network list")


def _release(this: Pointer) -> None:
    table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    METHOD(ctypes.c_ulong, ctypes.c_void_p)(table[RELEASE])(this)


def _connections(manager: Pointer) -> Iterator[Pointer]:
    every = _of(manager, GET_CONNECTIONS)
    try:
        while True:
            one, fetched = ctypes.c_void_p(), ctypes.c_ulong()
            _call(every, NEXT, ctypes.c_ulong(1), _to(one), _to(fetched))
            if not fetched.value or not one.value:
                return
            yield one
    finally:
        _release(every)


def _to(value: Any) -> ctypes.c_void_p:
    return ctypes.c_void_p(ctypes.addressof(value))


def _of(this: Pointer, method: int) -> Pointer:
    found = ctypes.c_void_p()
    _call(this, method, _to(found))
    return found


def _short(this: Pointer, method: int) -> bool:
    found = ctypes.c_short()
    _call(this, method, _to(found))
    return bool(found.value)


def _long(this: Pointer, method: int) -> int:
    found = ctypes.c_long()
    _call(this, method, _to(found))
    return found.value


def _guid(this: Pointer, method: int) -> UUID:
    raw = (ctypes.c_ubyte * 16)()
    _call(this, method, _to(raw))
    return UUID(bytes_le=bytes(raw))


if sys.platform == "win32":

    def seen() -> tuple[Interface, ...]:
        """Raises OSError when Windows gives no answer."""
        ole = ctypes.OleDLL("ole32")
        began = ctypes.windll.ole32.CoInitializeEx(None, 0)
        manager = ctypes.c_void_p()
        try:
            ole.CoCreateInstance(
                MANAGER.bytes_le, None, _CLSCTX_ALL, I_MANAGER.bytes_le, ctypes.byref(manager)
            )
            try:
                return interfaces(manager, _index)
            finally:
                _release(manager)
        finally:
            if began >= 0:
                ctypes.windll.ole32.CoUninitialize()

    def leads_there(chosen: Interface, address: tuple[Any, ...], family: int) -> bool:
        """Whether the routing table's best way to `address` is through it."""
        packed = socket.inet_pton(family, address[0])
        if family == socket.AF_INET6:
            told = struct.pack("=HHI16sI", family, 0, 0, packed, 0)
        else:
            told = struct.pack("=HH4s8x", family, 0, packed)
        best = ctypes.c_ulong()
        failed = ctypes.windll.iphlpapi.GetBestInterfaceEx(told, ctypes.byref(best))
        return not failed and best.value == chosen.index

    def _index(adapter: UUID) -> int:
        luid, index = ctypes.c_uint64(), ctypes.c_ulong()
        library = ctypes.windll.iphlpapi
        if library.ConvertInterfaceGuidToLuid(adapter.bytes_le, ctypes.byref(luid)):
            return 0
        return (
            0 if library.ConvertInterfaceLuidToIndex(ctypes.byref(luid), ctypes.byref(index)) else index.value
        )
