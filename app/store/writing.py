"""The writer's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.store.tables_writing import own_word

if TYPE_CHECKING:
    from app.guard import ClearedText


def own_words(tx: sa.Connection) -> frozenset[str]:
    return frozenset(tx.execute(sa.select(own_word.c.word)).scalars())


def add_word(tx: sa.Connection, word: ClearedText) -> None:
    tx.execute(own_word.delete().where(own_word.c.word == word.text))
    tx.execute(own_word.insert().values(word=word.text))


def drop_word(tx: sa.Connection, word: str) -> None:
    tx.execute(own_word.delete().where(own_word.c.word == word))
