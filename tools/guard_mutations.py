"""Break each promise of the guard once, in a copy of the tree, and see the test that guards it turn red.

`python3 tools/dev.py run -- python tools/guard_mutations.py [NAME …]`; 1 when a break went unnoticed. A few minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.mutations import Mutation, run

_PROMISES = "tests/unit/test_guard_promises.py::"
_TERMS = "tests/unit/test_guard_terms.py::"
_GUARD, _ENCODER = "tests/unit/test_guard.py::", "tests/unit/test_guard_encoder.py::"
MUTATIONS = {
    "anybody-seals": Mutation(
        "app/guard/cleared.py", "if self.seal is not _SEAL:", "if self.seal is None:",
        _GUARD + "test_nobody_else_can_seal_a_text",
    ),
    "nothing-stands-always": Mutation(
        "app/guard/decide.py", "always = [hit for hit in sure if", "always = [hit for hit in sure[:0] if",
        _GUARD + "test_a_code_and_a_number_of_a_person_stand_where_the_models_see_a_ware",
    ),
    "redacted-unread": Mutation(
        "app/guard/cleared.py", "        if not refused:\n            return _seal", "        if text:\n            return _seal",
        _PROMISES + "test_a_redacted_text_always_clears",
    ),
    "to-be-backed-is-ill": Mutation(
        "app/guard/rules/agreed.py", "for found in _BACKED.finditer(reading.text, start, end)", "for found in _BACKED.finditer('')",
        "tests/unit/test_guard_boundary.py::test_the_agreed_sentences_fall_on_their_side",
    ),
    "a-bicycle-is-ill": Mutation(
        "app/guard/decide.py", 'ALWAYS = frozenset({"sks point"', 'ALWAYS = frozenset({"sks", "sks point"',
        _GUARD + "test_a_code_without_its_point_may_be_a_thing",
    ),
    "who-is-met-is-what-is-said": Mutation(
        "app/guard/decide.py", 'h.category != "CLINICIAN_ATTR"', 'h.category != ""',
        "tests/unit/test_guard_boundary.py::test_the_decisions_of_the_guideline_hold",
    ),
    "the-clinic-like-anybody": Mutation(
        "app/guard/review.py", "hit.category in WARNED and not (source", "hit.category in WARNED or (source",
        "tests/unit/test_guard_boundary.py::test_everyday_words_are_held_back_when_the_clinic_says_them",
    ),
    "without-the-encoder": Mutation(
        "app/guard/review.py", "decide(reading, hits, model, encoder.load)", "decide(reading, hits, model, lambda: None)",
        "tests/unit/test_guard_boundary.py::test_the_agreed_sentences_fall_on_their_side",
    ),
    "a-damaged-encoder-is-read": Mutation(
        "app/guard/encoder.py", 'if hashlib.file_digest(file, "sha256").hexdigest() != header["sha256"]:', "if not begin:",
        _ENCODER + "test_a_damaged_encoder_is_no_encoder",
    ),
    "the-runtime-for-everything": Mutation(
        "app/guard/model.py", '"calm": -3.0, "calm_flag": -2.5', '"calm": -99.0, "calm_flag": -99.0',
        _ENCODER + "test_the_runtime_is_loaded_for_a_doubtful_text_alone_and_without_its_python_half",
    ),
    "medicine-only-by-name": Mutation(
        "app/guard/review.py", "*fuzzy.hits(reading, exact), *regimes.hits(reading)", "*fuzzy.hits(reading, exact)",
        _TERMS + "test_medicine_without_a_name_is_seen_by_how_it_is_taken",
    ),
    "drugs-only-by-eye": Mutation(
        "app/guard/rules/fuzzy.py", "if (heard := _by_sound().get(sound(form))) is not None:", "if (heard := None) is not None:",
        _TERMS + "test_a_drug_spelled_as_it_sounds_or_with_a_slip_is_seen",
    ),
    "to-be-is-goods": Mutation(
        "app/guard/lexicon.py", "return known is not None and", "return known is not None or",
        _TERMS + "test_to_be_is_not_goods",
    ),
    "a-guard-of-any-version-vouches": Mutation(
        "app/guard/cleared.py", "if by and by == version() else None", "if by else None",
        "tests/sync/test_incoming.py::test_a_word_of_another_guard_is_none",
    ),
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(run(MUTATIONS, __doc__ or ""))
