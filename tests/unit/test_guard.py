"""The door: what is refused never gets a seal, whatever stands around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import guard


@given(st.text(), st.from_regex(r"DF[0-9]{2}\.[0-9]", fullmatch=True), st.text())
def test_a_psychiatric_code_is_never_cleared_wherever_it_stands(before: str, code: str, after: str) -> None:
    everything_kept = frozenset(guard.CATEGORIES)
    assert not isinstance(guard.clear(f"{before} {code} {after}", kept=everything_kept), guard.ClearedText)


@pytest.mark.parametrize(
    "text",
    [
        "Sofa DF20.0 er udsolgt.",
        "Hylde 710384-0000 mangler varer.",
        "Ordre 710384-0000: 40 brød til fredag.",
    ],
)
def test_a_code_and_a_number_of_a_person_stand_where_the_models_see_a_ware(text: str) -> None:
    assert guard.review(text)


@pytest.mark.parametrize(
    ("text", "label"), [("Han er kodet DF205.", "refuse"), ("Cyklen DF43 er solgt.", "allow")]
)
def test_a_code_without_its_point_may_be_a_thing(text: str, label: str) -> None:
    assert guard.label(guard.review(text)) == label


@given(st.text())
def test_any_text_has_a_verdict_with_spans_inside_it(text: str) -> None:
    found = guard.review(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == guard.review(text)


@given(st.text(), st.sampled_from(["Sertralin 50 mg", "DF20.0", "N05AH04"]), st.text())
def test_a_redacted_text_clears_with_its_warnings_kept(before: str, held: str, after: str) -> None:
    redacted = guard.redact(f"{before} {held} {after}")
    assert isinstance(guard.clear(redacted.text, kept=frozenset(redacted.kept)), guard.ClearedText)
    assert held not in redacted.text


def test_nobody_else_can_seal_a_text() -> None:
    with pytest.raises(TypeError):
        guard.ClearedText("hej", (), object())


def test_the_sealed_text_does_not_print_itself() -> None:
    cleared = guard.redact("Møder kl. 10")
    assert "Møder" not in repr(cleared)
