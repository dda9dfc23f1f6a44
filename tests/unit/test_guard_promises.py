"""What holds for every text: the verdict does not depend on spelling, spans point at words, drafts clear, rewrites heal."""

from __future__ import annotations

import ast
import html
import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import guard
from app.guard import rules

REFUSED = (
    "Hun fik Sertralin 50 mg i går.",
    "Han har paranoid skizofreni og vil i job.",
    "Henvisningen siger DF20.0 på side 2.",
    "Hun blev tvangsindlagt i nat.",
    "PANSS 71 ved sidste besøg.",
    "Han er ikke psykotisk og har ingen selvmordstanker.",
    "Min søster har bipolar lidelse.",
    "Han er på antabus og møder kl. 9.",
)
INNOCENT = "Vi talte om mødetid og transport, og butikken vil gerne se ham igen på torsdag. "

SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": "\u00ad".join,
    "zero-width spaces": "\u200b".join,
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "html entities": lambda text: "".join(c if c.isascii() else f"&#{ord(c)};" for c in html.escape(text)),
    "ae oe aa": lambda text: text.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
    "full-width letters": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "innocent words about it": lambda text: f"{INNOCENT * 20}\n\n{text}\n\n{INNOCENT * 20}",
}


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_refused_text_stays_refused_however_it_is_written(text: str, spelling: str) -> None:
    assert guard.label(guard.review(SPELLINGS[spelling](text))) == "refuse"


@pytest.mark.parametrize("word", ["skizofreni", "quetiapin", "hallucinationer", "tvangstanker"])
@pytest.mark.parametrize("gap", [" ", "-", "-\n", "\u00ad", ".", "  "])
def test_a_word_pulled_apart_is_still_read(word: str, gap: str) -> None:
    text = f"Han har {gap.join(word)} og vil gerne arbejde."
    (finding,) = (f for f in guard.review(text) if f.level is guard.Level.REFUSE)
    assert text[finding.start : finding.end] == gap.join(word)


_PIECES = st.lists(
    st.sampled_from([*REFUSED, INNOCENT, "\n", "\u200b", "æøå", "&shy;", "F20", "mg "]), max_size=6
)
_ANY = st.one_of(st.text(max_size=200), _PIECES.map("".join))


@given(_ANY)
def test_spans_stay_inside_the_text_apart_and_without_blanks(text: str) -> None:
    found = guard.review(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(text[f.start : f.end].strip() for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(_ANY)
def test_a_redacted_text_always_clears(text: str) -> None:
    redacted = guard.redact(text)
    again = guard.clear(redacted.text, kept=frozenset(redacted.kept))
    assert isinstance(again, guard.ClearedText)
    assert guard.redact(redacted.text) == redacted


@given(_PIECES.map("".join))
def test_a_rewrite_takes_its_finding_away_and_adds_nothing_refused(text: str) -> None:
    refused = sum(f.level is guard.Level.REFUSE for f in guard.review(text))
    for finding in guard.review(text):
        suggestion = guard.suggest(text, finding)
        if suggestion is None:
            continue
        after = guard.review(suggestion.applied(text))
        assert sum(f.level is guard.Level.REFUSE for f in after) <= refused
        end = suggestion.start + len(suggestion.replacement)
        inside = [f for f in after if f.start < end and f.end > suggestion.start]
        assert not any(f.category == finding.category or f.level is guard.Level.REFUSE for f in inside)


def test_the_clause_about_work_is_what_remains() -> None:
    text = "Hun er begyndt på Sertralin 50 mg og er træt om formiddagen de første uger."
    (finding,) = (f for f in guard.review(text) if f.category == "MEDICATION")
    suggestion = guard.suggest(text, finding)
    assert suggestion is not None
    assert suggestion.applied(text) == "Hun er træt om formiddagen de første uger."


def test_a_clause_with_a_subject_of_its_own_stands_alone() -> None:
    text = "Hun har fået Sertralin 50 mg, så bussen før kl. 7 er svær."
    (finding,) = (f for f in guard.review(text) if f.category == "MEDICATION")
    suggestion = guard.suggest(text, finding)
    assert suggestion is not None
    assert suggestion.applied(text) == "Bussen før kl. 7 er svær."


@pytest.mark.parametrize("category", guard.CATEGORIES)
def test_every_category_has_its_words_in_both_languages(category: str) -> None:
    for words in (guard.words("da"), guard.words("en")):
        assert set(words[category]) == {"title", "why", "hint"}


@pytest.mark.parametrize(
    "text",
    [
        "Mødte Amira. Hun er træt om formiddagen.",
        "Møder bedst efter kl. 10, er træt om morgenen.",
        "Nadia er traet efter sene vagter, så vi lægger dem om.",
    ],
)
def test_being_tired_at_a_time_of_the_day_is_a_condition_for_work(text: str) -> None:
    assert not guard.review(text)


def test_being_tired_beside_what_makes_one_so_is_no_such_condition() -> None:
    assert guard.review("Hun er træt om dagen, for hun har mareridt.")
    assert guard.review("Hun er træt om fredagen, fordi hun får sin depotindsprøjtning.")


def test_being_tired_of_every_day_is_no_condition_for_work() -> None:
    assert guard.review("Mødte Amira. Hun er meget træt i hverdagen.")


def test_every_rule_is_spelt_as_texts_are_read() -> None:
    """Texts are read with æ, ø and å folded: a pattern that holds one never matches."""
    for file in Path(rules.__file__).parent.glob("*.py"):
        nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
        told = {
            ast.get_docstring(n, clean=False)
            for n in nodes
            if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        said = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)} - told
        assert not [text for text in said if set("æøå") & set(text)], file.name
