"""Which passphrases are let in, and why the others are not."""

from __future__ import annotations

import unicodedata

import pytest

from app.errors import PassphraseTooWeak
from app.vault import passphrase
from app.vault.passphrase import Strength


@pytest.mark.parametrize(
    "words",
    [
        "en grøn hest spiser æbler",
        "kaffe ti bus ur sø",
        "trappelygte vender avis",
        "9f!kQ2-vv7#LpXz",
        "blåbær på en trillebør",
    ],
)
def test_long_or_of_five_words_will_do(words: str) -> None:
    passphrase.check(words)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "short"),
        ("Kj7!pæ-2", "short"),
        ("tre gode ord", "short"),
        ("a b c d e", "short"),
        ("aaaaaaaaaaaaaaaaaaaa", "repeated"),
        ("abababababababababab", "repeated"),
        ("hest hest hest hest hest", "repeated"),
        ("lampe lampe lampe lampe lampe lampe", "repeated"),
        ("Password123456789", "common"),
        ("Adgangskode2026!", "common"),
        ("SommerSommer2026", "common"),
        ("Jobcenter København", "common"),
        ("qwertyuiop1234567890", "common"),
        ("123456789012345", "common"),
        ("correct horse battery", "common"),
    ],
)
def test_the_others_are_refused_with_the_reason(words: str, reason: str) -> None:
    with pytest.raises(PassphraseTooWeak) as refused:
        passphrase.check(words)
    assert refused.value.reason == reason
    assert words == "" or words not in str(refused.value)


def test_length_counts_letters_not_the_way_they_are_composed() -> None:
    fourteen = "åæøåæøbcdåæøfg"
    assert passphrase.weakness(unicodedata.normalize("NFD", fourteen)) == "short"


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("sommer", Strength.WEAK),
        ("trappelygte avis", Strength.FAIR),
        ("en grøn hest spiser æbler", Strength.GOOD),
        ("en grøn hest spiser røde æbler", Strength.STRONG),
    ],
)
def test_strength_is_said_in_one_word(words: str, strength: Strength) -> None:
    assert passphrase.strength(words) is strength
