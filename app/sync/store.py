"""The part of a vault that sync needs."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from app.store import Tx


class Store(Protocol):
    """A vault's transactions and its signature; see `app.vault.vault.Vault`."""

    def begin(self) -> AbstractContextManager[Tx]: ...
    def read(self) -> AbstractContextManager[Tx]: ...
    def checkpoint(self) -> None: ...
    def sign(self, data: bytes) -> bytes: ...
