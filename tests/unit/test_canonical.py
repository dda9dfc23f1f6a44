"""One spelling of every JSON text: the quick reader takes exactly what the slow one takes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.protocol import canonical
from app.vault import audit

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(_VALUES)
def test_what_is_spelt_here_is_read_back(value: Any) -> None:
    assert canonical.read(canonical.dumps(value)) == value


@given(_VALUES, st.booleans(), st.booleans(), st.sampled_from([(",", ":"), (", ", ": ")]))
def test_every_other_spelling_is_refused(value: Any, ascii: bool, sort: bool, by: tuple[str, str]) -> None:  # noqa: FBT001
    text = json.dumps(value, ensure_ascii=ascii, sort_keys=sort, separators=by)
    if text == canonical.dumps(value):
        assert canonical.read(text) == value
    else:
        with pytest.raises(ValueError):  # noqa: PT011
            canonical.read(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}', '{"b":1,"a":2}', "1e3", "1.50", "-0", "01", "NaN", '{"a":NaN}', '"\\ud800"', '"\\u0041"', '"\\/"',
        "", "{", "[1] ", " [1]", "1E400", "[1,]",
    ],
)  # fmt: skip
def test_two_readings_of_one_text_do_not_exist(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        canonical.read(text)


@pytest.mark.parametrize(
    "text", ["1.5", "1e+16", "0.1", "1e-07", "-0.0", "1000000000000000000000000", '"\x7f"', '"\u2028"']
)
def test_what_only_the_slow_reader_can_judge_is_judged_by_it(text: str) -> None:
    assert canonical.dumps(canonical.read(text)) == text


@given(
    st.lists(
        st.none() | st.text() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.binary(),
        max_size=6,
    )
)
def test_a_row_is_hashed_as_in_every_file_there_is(values: list[Any]) -> None:
    names = tuple(f"c\u00f8{n}" for n in range(len(values)))
    table = audit._Table("t", names, ("id",), tuple(f"[{audit._TEXT(one)}, " for one in names))
    said = [pair for pair in zip(names, values, strict=True) if pair[1] is not None]
    wanted = hashlib.sha256(json.dumps(said, default=bytes.hex).encode()).hexdigest()[:32]
    assert audit._hash(table, (1, *values)) == wanted
