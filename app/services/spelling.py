"""Use cases: the writer's own words. A word the guard refuses is no word of the writer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import guard
from app.services.door import Held
from app.store import writing

if TYPE_CHECKING:
    from app.vault.vault import Vault

Words = frozenset[str]
LONGEST = 60


def own_words(vault: Vault) -> Words:
    with vault.read() as tx:
        return writing.own_words(tx)


def learn(vault: Vault, word: str) -> Words | Held:
    """All own words with this one, in small letters; or why the guard will not have it."""
    cleared = guard.clear(word.casefold()[:LONGEST])
    if not isinstance(cleared, guard.ClearedText):
        return Held({"word": cleared})
    with vault.begin() as tx:
        writing.add_word(tx, cleared)
        return writing.own_words(tx)


def forget(vault: Vault, word: str) -> Words:
    with vault.begin() as tx:
        writing.drop_word(tx, word.casefold())
        return writing.own_words(tx)
