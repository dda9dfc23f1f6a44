"""The guard's data files fit together, and it goes on, stricter, without its model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.guard import lexicon, model
from app.guard.decide import decide
from app.guard.normalise import read
from app.guard.review import rule_hits


def test_the_folded_lists_are_those_of_the_lexicon() -> None:
    stored = json.loads((lexicon.folder() / "lexicon.json").read_bytes())
    assert stored == lexicon.compile_lists(), "run tools/guard_lexicon.py"


def test_every_row_of_the_lists_says_where_it_comes_from() -> None:
    for path in sorted((lexicon.folder() / "lexicon").glob("*.tsv")):
        columns = path.read_text(encoding="utf-8").splitlines()[0].split("\t")
        assert "source" in columns, path.name


def test_the_model_that_ships_can_be_read() -> None:
    assert model.load() is not None


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty", "foreign"])
def test_a_damaged_model_is_no_model(tmp_path: Path, damage: str) -> None:
    path = tmp_path / model.FILE
    whole = (lexicon.folder() / model.FILE).read_bytes()
    wounded = {
        "cut": whole[: len(whole) // 2],
        "changed": whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        "empty": b"",
        "foreign": b"PK\x03\x04" + whole[4:],
    }
    if damage != "missing":
        path.write_bytes(wounded[damage])
    assert model.read(path) is None


def test_without_a_model_every_word_of_the_lists_stands() -> None:
    reading = read("Der blev talt om skizofreni og bæltefiksering.")
    assert {hit.level for hit in decide(reading, rule_hits(reading), None)} == {"refuse"}
