"""The operating system that this program runs on, asked for its networks and for the way to a server."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.network import seen
from app.network.seen import Interface, Why


@dataclass(frozen=True, slots=True)
class Way:
    """How a connection must leave. `options`: for its socket, set before it connects; empty: as the system likes."""

    options: tuple[tuple[int, int, bytes], ...] = ()


def admitted(gate: str, networks: tuple[str, ...]) -> tuple[Interface, ...] | Why | None:
    """The interfaces a byte may leave by; None where the policy asks nothing of the operating system."""
    return None if gate == seen.NONE else seen.admitted(_interfaces(), gate=gate, networks=networks)


def way(through: Iterable[Interface], addresses: Iterable[tuple[int, tuple[Any, ...]]]) -> Way | None:
    """The first way to one of the server's addresses (family, address) that is through one of these; None: there is none."""
    for one in through:
        for family, address in addresses:
            options = _options(one, address, family)
            if options is not None:
                return Way(options)
    return None


if sys.platform == "win32":
    from app.network import windows

    def _interfaces() -> tuple[Interface, ...] | None:
        try:
            return windows.seen()
        except OSError:
            return None

    def _options(
        one: Interface, address: tuple[Any, ...], family: int
    ) -> tuple[tuple[int, int, bytes], ...] | None:
        return windows.options(one, family) if windows.leads_there(one, address, family) else None

elif sys.platform == "linux":
    from app.network import linux

    def _interfaces() -> tuple[Interface, ...] | None:
        return linux.interfaces()

    def _options(
        one: Interface, address: tuple[Any, ...], family: int
    ) -> tuple[tuple[int, int, bytes], ...] | None:
        return linux.options(one) if linux.leads_there(one, address, family) else None

else:

    def _interfaces() -> tuple[Interface, ...] | None:
        return None

    def _options(
        one: Interface, address: tuple[Any, ...], family: int
    ) -> tuple[tuple[int, int, bytes], ...] | None:
        del one, address, family
        return None
