"""Danger now is told from admission, denial and years gone by; in doubt help is offered."""

from __future__ import annotations

import pytest

from app.guard import Finding, Level, danger


def _shown(text: str, words: str) -> bool:
    start = text.index(words)
    found = Finding(start, start + len(words), "RISK_COERCION", Level.REFUSE, "test")
    return bool(danger.present(text, [found]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hun siger, hun har selvmordstanker igen.", "selvmordstanker"),
        ("Han vil ikke leve mere.", "vil ikke leve mere"),
        ("De har givet ham et reb og taget hans knive.", "reb og taget hans knive"),
        ("Hun har foræret katten væk og sagt farvel.", "foræret katten væk og sagt farvel"),
        ("Han har tidligere forsøgt og har nu planer.", "har nu planer"),
        ("Var indlagt efter selvmordsforsøg i nat.", "indlagt efter selvmordsforsøg"),
    ],
)
def test_somebody_may_be_in_danger(text: str, words: str) -> None:
    assert _shown(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Han er indlagt på lukket afsnit.", "indlagt på lukket afsnit"),
        ("Hun har en dom til behandling.", "dom til behandling"),
        ("Ingen aktuelle selvmordstanker.", "Ingen aktuelle selvmordstanker"),
        ("Han forsøgte selvmord for ti år siden.", "forsøgte selvmord"),
    ],
)
def test_what_is_plainly_something_else_does_not_cry_wolf(text: str, words: str) -> None:
    assert not _shown(text, words)


def test_another_category_is_no_danger() -> None:
    assert danger.present("selvmord", [Finding(0, 8, "DIAG_NAME", Level.REFUSE, "test")]) == ()


@pytest.mark.parametrize("language", ["da", "en"])
def test_help_names_the_three_ways_to_turn_in_order(language: str) -> None:
    help = danger.help_words(language)
    assert help.routes[0].title == "112"
    assert len(help.routes) == 3
    assert "112" in help.short
