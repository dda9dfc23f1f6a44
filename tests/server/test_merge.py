"""Field by field, nobody's value is overwritten by somebody who had not seen it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.merge import Patch, State, merge

FIELDS = ("phone", "wish_area", "phase")
writes = st.lists(
    st.tuples(
        st.sampled_from(("a", "b", "c")),
        st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 3), min_size=1),
        st.integers(0, 12),
    ),
    max_size=12,
)


def test_a_field_nobody_has_written_takes_the_value() -> None:
    state, taken, clashes = merge(State(), Patch({"phone": "1"}, 0, "a"), 1)
    assert (state.vals, state.frev, taken, clashes) == ({"phone": "1"}, {"phone": 1}, {"phone": "1"}, ())


def test_two_who_change_different_fields_both_get_their_way() -> None:
    start = State({"phone": "1", "phase": "x"}, {"phone": 1, "phase": 1}, {"phone": "s", "phase": "s"})
    first, _, _ = merge(start, Patch({"phone": "2"}, 1, "a"), 2)
    second, taken, clashes = merge(first, Patch({"phase": "y"}, 1, "b"), 3)
    assert second.vals == {"phone": "2", "phase": "y"}
    assert (taken, clashes) == ({"phase": "y"}, ())


def test_a_revision_that_stands_for_another_value_than_the_one_seen_was_not_seen() -> None:
    """After a restore the server gives the same revisions anew."""
    there = State({"phone": "2"}, {"phone": 3}, {"phone": "a"})
    _, taken, (clash,) = merge(there, Patch({"phone": "3"}, 5, "b", {"phone": "1"}), 4)
    assert (taken, clash.theirs) == ({}, "2")
    _, taken, clashes = merge(there, Patch({"phone": "3"}, 5, "b", {"phone": "2"}), 4)
    assert (taken, clashes) == ({"phone": "3"}, ())


def test_a_nought_somebody_wrote_is_not_the_nothing_the_writer_saw() -> None:
    state, _, _ = merge(State(), Patch({"number": 0}, 0, "a"), 1)
    _, taken, clashes = merge(state, Patch({"number": 3}, 1, "b", base={"number": None}), 2)
    assert taken == {}
    assert [(c.mine, c.theirs) for c in clashes] == [(3, 0)]


def test_the_later_of_two_who_had_not_seen_each_other_waits_for_a_decision() -> None:
    first, _, _ = merge(State({"phone": "1"}, {"phone": 1}, {"phone": "s"}), Patch({"phone": "2"}, 1, "a"), 2)
    state, taken, (clash,) = merge(first, Patch({"phone": "3"}, 1, "b"), 3)
    assert state.vals["phone"] == "2"
    assert taken == {}
    assert (clash.mine, clash.theirs, clash.theirs_rev) == ("3", "2", 2)


def test_a_device_that_changes_its_own_unseen_change_is_no_conflict() -> None:
    first, _, _ = merge(State({"phone": "1"}, {"phone": 1}, {"phone": "s"}), Patch({"phone": "2"}, 1, "a"), 2)
    state, _, clashes = merge(first, Patch({"phone": "3"}, 1, "a"), 3)
    assert (state.vals["phone"], clashes) == ("3", ())


def test_the_same_value_from_two_is_no_conflict() -> None:
    first, _, _ = merge(State({"phone": "1"}, {"phone": 1}, {"phone": "s"}), Patch({"phone": "2"}, 1, "a"), 2)
    _, _, clashes = merge(first, Patch({"phone": "2"}, 1, "b"), 3)
    assert clashes == ()


@given(writes)
def test_every_value_written_is_current_or_was_seen_by_its_successor_or_is_in_a_conflict(
    said: list[tuple[str, dict[str, int], int]],
) -> None:
    state = State()
    for rev, (dev, values, told) in enumerate(said, start=1):
        base = min(told, rev - 1)
        before = state
        state, taken, clashes = merge(before, Patch(values, base, dev), rev)
        assert taken.keys() | {c.field for c in clashes} == values.keys()
        assert not taken.keys() & {c.field for c in clashes}
        for name in values:
            unseen = name in before.vals and before.frev[name] > base and before.fdev[name] != dev
            if unseen and before.vals[name] != values[name]:
                assert state.vals[name] == before.vals[name]
                assert name in {c.field for c in clashes}
            else:
                assert (state.vals[name], state.frev[name]) == (values[name], rev)
        for name in before.vals.keys() - values.keys():
            assert (state.vals[name], state.frev[name]) == (before.vals[name], before.frev[name])
