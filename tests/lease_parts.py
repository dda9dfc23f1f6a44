"""A computer that has met a server: the lease it was given, without the server."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.protocol import orders
from app.settings import Server, server_told
from app.store import keeping, sync_state
from app.vault.vault import Vault

SERVER = Ed25519PrivateKey.from_private_bytes(b"s" * 32)


def leased(vault: Vault, *, at: datetime, until: datetime, key: Ed25519PrivateKey = SERVER) -> None:
    """As after a meeting at `at`."""
    server = Server("https://server.prøve:8443", (b"p" * 32,), SERVER.public_key().public_bytes_raw())
    with vault.begin() as tx:
        sync_state.enrol(tx, person="mh", server=server_told(server) | {"id": "prøve"})
        device: UUID = sync_state.who(tx).device
        told = orders.sign(orders.Order(orders.LEASE, device, "mh", at, until), key.sign)
        sync_state.keep_lease(tx, told.p, told.s)
        keeping.set_floor(tx, at, now=at)
