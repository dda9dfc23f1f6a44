"""Which sentence, which card, which button: decided from plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.domain.journal import TEXT_MAX, NoteKind
from app.errors import DiskFull
from app.guard import Level, Suggestion
from app.services.door import Invalid
from app.services.journal import NoteFields
from ui.note import findings, problems
from ui.note.findings import Found
from ui.note.presenter import Foot, Safety, Saving, foot, safety_line
from ui.theme import Theme
from ui.widgets.note_edit import Spot

NOW = datetime(2026, 11, 23, 9, 21, tzinfo=UTC)
TEXTS = {"title": "", "facts": "angst og F20 og angst", "own_view": "ryg", "assessment": "", "agreements": ""}
ANGST = Spot(0, 5, "LAY_HEALTH", Level.WARN, None)
CODE = Spot(9, 12, "DIAG_CODE", Level.REFUSE, Suggestion(0, 12, "har brug for ro"))
AGAIN = Spot(16, 21, "LAY_HEALTH", Level.WARN, None)
BACK = Spot(0, 3, "SOMATIC", Level.WARN, None)
SPOTS = {"facts": (ANGST, CODE, AGAIN), "own_view": (BACK,)}


@pytest.fixture(autouse=True)
def danish(look: Theme) -> None:
    """The sentences need their plural forms."""


def _found(kept: findings.Kept = frozenset()) -> tuple[Found, ...]:
    return findings.found(TEXTS, SPOTS, kept)


def test_findings_are_numbered_as_they_are_read() -> None:
    assert [(item.number, item.field, item.words) for item in _found()] == [
        (1, "facts", "angst"), (2, "facts", "F20"), (3, "facts", "angst"), (4, "own_view", "ryg"),
    ]  # fmt: skip
    assert len({item.key for item in _found()}) == 4


def test_what_is_kept_is_gone_wherever_the_same_words_stand() -> None:
    kept = frozenset({("LAY_HEALTH", "angst")})
    assert [item.words for item in _found(kept)] == ["F20", "ryg"]
    assert findings.kept_categories(TEXTS, SPOTS, kept) == {"LAY_HEALTH"}


def test_a_category_is_kept_at_the_door_only_when_all_of_it_is() -> None:
    other = {**TEXTS, "own_view": "uro"}
    spots = {"facts": (ANGST,), "own_view": (Spot(0, 3, "LAY_HEALTH", Level.WARN, None),)}
    kept = frozenset({("LAY_HEALTH", "angst")})
    assert findings.kept_categories(other, spots, kept) == frozenset()


def test_a_stop_can_never_be_kept() -> None:
    assert "F20" in [item.words for item in _found(frozenset({("DIAG_CODE", "f20")}))]
    assert "DIAG_CODE" not in findings.kept_categories(TEXTS, SPOTS, frozenset({("DIAG_CODE", "f20")}))


def test_danger_comes_first_but_keeps_its_number() -> None:
    danger = Spot(16, 21, findings.DANGER, Level.REFUSE, None)
    cards = findings.cards(findings.found(TEXTS, {"facts": (ANGST, danger)}, frozenset()))
    assert [card.number for card in cards] == [2, 1]
    assert cards[0].danger.startswith("Er nogen i fare? Ring 112")
    assert cards[1].danger == ""


def test_f4_walks_round_from_the_caret() -> None:
    walked, current = [], ""
    for _ in range(5):
        item = findings.walk(_found(), "facts", 8, current)
        assert item is not None
        current = item.key
        walked.append(item.number)
    assert walked == [2, 3, 4, 1, 2]
    assert findings.walk((), "facts", 0, "") is None


def test_alt_enter_takes_the_walked_to_then_the_one_at_the_caret_then_the_first() -> None:
    every = _found()
    assert findings.at_caret(every, "facts", 10, every[3].key) is every[3]
    assert findings.at_caret(every, "facts", 10, "") is every[1]
    assert findings.at_caret(every, "title", 0, "") is every[0]
    assert findings.at_caret((), "facts", 0, "") is None


def test_what_is_said_of_a_mark_holds_level_category_words_and_suggestion() -> None:
    said = findings.announcement(_found()[1])
    assert said == "Stop. Diagnosekode. F20. Forslag: har brug for ro."


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        (Safety(), "Gemmes, mens du skriver"),
        (Safety(Saving.WAITING), "Gemmer …"),
        (Safety(Saving.FAILED), "Kan ikke gemme"),
    ],
)
def test_the_head_says_no_more_than_is_true(safety: Safety, words: str) -> None:
    assert safety_line(safety, NOW).text == words


def test_the_head_says_when() -> None:
    assert safety_line(Safety(Saving.SAVED, NOW), NOW).text.startswith("Gemt på denne computer kl. ")
    restored = Safety(Saving.RESTORED, NOW - timedelta(days=1))
    assert safety_line(restored, NOW).text.startswith("Genskabt kladde fra i går kl. ")


def _foot(found: tuple[Found, ...] = (), safety: Safety | None = None, **more: bool | str) -> Foot:
    states = {"entering": False, "empty": False, **more}
    return foot(found, safety or Safety(Saving.SAVED, NOW), **states)  # type: ignore[arg-type]


def test_a_stop_blocks_and_the_draft_is_called_kept_only_when_it_is() -> None:
    stop = _found()[1:2]
    kept, waiting = _foot(stop), _foot(stop, Safety(Saving.WAITING))
    assert not kept.may_enter
    assert kept.line.text == "1 stop skal løses, før notatet kan føres i journalen. Kladden er gemt."
    assert waiting.line.text == "1 stop skal løses, før notatet kan føres i journalen."


def test_a_thing_to_consider_does_not_block() -> None:
    assert _foot(_found()[:1]).may_enter
    assert _foot(_found()[:1]).line.text == "1 sted at overveje: skriv om, eller vælg Behold."


def test_a_full_disk_is_the_one_red_sentence_and_no_stop_passes_it() -> None:
    failed = Safety(Saving.FAILED, error=DiskFull())
    assert "Teksten står stadig her" in _foot((), failed).line.text
    assert _foot((), failed).line.role == "stop"
    assert not _foot(_found()[1:2], failed).may_enter


def test_while_it_is_being_entered_nothing_can_be_pressed_twice() -> None:
    assert not _foot(entering=True).may_enter


def test_what_the_last_try_ran_into_is_said() -> None:
    assert _foot(problem="Vælg en kandidat.").line.text == "Vælg en kandidat."


def _note(**fields: object) -> NoteFields:
    whole = {"participant": uuid4(), "title": "Samtale", "happened_at": NOW, "facts": "Vi talte."}
    return NoteFields(**{**whole, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"participant": None}, "participant", "Vælg den kandidat"),
        ({"title": "Hej"}, "title", "mindst 5 tegn"),
        ({"title": "x" * 81}, "title", "højst være 80 tegn"),
        ({"facts": "  "}, "facts", "Skriv, hvad der skete"),
        ({"facts": "x" * (TEXT_MAX + 1)}, "facts", "plads til 20.000 tegn"),
        ({"happened_at": NOW + timedelta(hours=2)}, "happened_at", "fremtiden"),
        ({"facts": "Hun møder bedst [hvornår?]."}, "facts", "i stedet for [hvornår?]"),
        ({"agreements": "Ses […]."}, "agreements", "i stedet for […]"),
    ],
)
def test_each_hindrance_has_its_field_and_its_words(
    fields: dict[str, object], field: str, words: str
) -> None:
    found = problems.problem(_note(**fields), NOW)
    assert found is not None
    assert (found.field, words in found.words) == (field, True)


def test_a_whole_note_has_no_hindrance() -> None:
    assert problems.problem(_note(), NOW) is None


@pytest.mark.parametrize("field", ["participant", "title", "happened_at", "minutes", "facts", "corrects"])
@pytest.mark.parametrize("reason", ["missing", "short", "long", "range", "future", "unknown", "final"])
def test_whatever_the_store_says_is_put_in_words(field: str, reason: str) -> None:
    assert problems.in_words(Invalid(field, reason)).words.endswith(".")


def test_a_title_of_its_own_is_the_kind_and_the_first_words() -> None:
    assert problems.title_for(NoteKind.MEETING, "Mødtes kl. 9. Vi talte.", ()).startswith("Samtale · Mødtes")
    assert problems.title_for(NoteKind.MEETING, "Mødtes.", (ANGST,)) == "Samtale"
