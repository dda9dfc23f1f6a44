"""Word fields: which people, things and matters a word may be about. Data; read once."""

from __future__ import annotations

from functools import lru_cache

from app.guard.lexicon import folder
from app.guard.normalise import fold

_SHORTEST_STEM = 3


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    whole: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    lines = (folder() / "fields.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for field, words in (line.split("\t") for line in lines):
        for word in words.split():
            table, key = (stems, fold(word[:-1])) if word.endswith("*") else (whole, fold(word))
            if field not in table.get(key, ()):
                table[key] = (*table.get(key, ()), field)
    return whole, stems


@lru_cache(maxsize=8192)
def fields(word: str) -> tuple[str, ...]:
    """The fields of a folded word, in the order of the file."""
    whole, stems = _table()
    found = list(whole.get(word, ()))
    for length in range(_SHORTEST_STEM, len(word) + 1):
        found += stems.get(word[:length], ())
    return tuple(dict.fromkeys(found))
