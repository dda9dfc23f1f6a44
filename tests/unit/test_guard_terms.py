"""What the rules see by themselves, family by family, before any model weighs it."""

from __future__ import annotations

import pytest

from app.guard.normalise import read
from app.guard.review import rule_hits
from app.guard.rules.hit import Hit


def _stern(text: str, *strengths: str) -> list[Hit]:
    wanted = strengths or ("sure", "firm", "word")
    return [hit for hit in rule_hits(read(text)) if hit.level == "refuse" and hit.strength in wanted]


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("MEDICATION", "Han får pimavanserin fra i dag."),
        ("MEDICATION", "Siden hun begyndte på lumateperon, er hun træt."),
        ("MEDICATION", "Fik akatisi og måtte gå hjem."),
        ("MEDICATION", "Tager quitiapin til natten."),
        ("DIAG_NAME", "Udredt for skizofreniform psykose."),
        ("DIAG_NAME", "bip. aff. sindsl. står der på sedlen"),
        ("DIAG_NAME", "Er agorafob og går helst ikke ud."),
        ("DIAG_NAME", "Pers. forst. UNS"),
        ("RATING_SCALE", "EPDS 15 ved sidste besøg"),
        ("RATING_SCALE", "Den neuropsykologiske testning er i uge 12."),
        ("TREATMENT", "Går til skemafokuseret forløb."),
        ("TREATMENT", "Har en eksponeringsøvelse i bussen."),
        ("RISK_COERCION", "Hun er selvmordstruet."),
        ("RISK_COERCION", "Blev tvangsmedicineret i maj."),
        ("MENTAL_STATE", "Han har vrangforestillinger om naboen."),
        ("RECORD_DOC", "Vedhæftet er udskrivningsnotatet."),
    ],
)
def test_terms_of_the_trade_are_seen(category: str, text: str) -> None:
    assert category in {hit.category for hit in _stern(text)}


def test_to_be_is_not_goods() -> None:
    assert _stern("Det kan være quetiapin, han får.", "sure", "firm")
    assert not _stern("Quetiapin er en vare på hylden.", "sure", "firm")
    assert _stern("Det kan vaere quetiapin, han får.", "sure", "firm")


@pytest.mark.parametrize(
    "text",
    [
        "Fri hver fjerde onsdag, der får han sin sprøjte.",
        "Får den i skulderen om fredagen og er træt bagefter.",
        "Skal sluge den, mens bostedet ser på.",
        "De måler saltet i blodet hver måned.",
        "Blodprøve først, ellers udleverer apoteket ikke.",
        "Tager 25 om morgenen og 100 til natten.",
        "Dem, hun får mod stemmerne, gør hende sløv.",
        "1 ved behov, højst tre i døgnet.",
    ],
)
def test_medicine_without_a_name_is_seen_by_how_it_is_taken(text: str) -> None:
    assert any(hit.rule.startswith("regime ") for hit in _stern(text))


@pytest.mark.parametrize(
    "text",
    [
        "Møder hver anden onsdag kl. 10.",
        "Han løftede kassen op på skulderen.",
        "Hun tager bussen om morgenen og cyklen om aftenen.",
        "Kom saltet i dejen til sidst.",
        "Ser på opgaven, mens de andre pakker.",
    ],
)
def test_ordinary_days_are_no_regime(text: str) -> None:
    assert not _stern(text)


def test_a_word_that_is_also_a_heading_counts_as_what_is_sterner() -> None:
    assert "TREATMENT" in {hit.category for hit in _stern("Har en eksponeringsøvelse i bussen.")}


@pytest.mark.parametrize(
    "word", ["valdoksan", "sirkadin", "elvanze", "duloksetin", "xeplian", "fluanksol", "certralin", "clpixol"]
)
def test_a_drug_spelled_as_it_sounds_or_with_a_slip_is_seen(word: str) -> None:
    assert "MEDICATION" in {hit.category for hit in _stern(f"Han får {word} nu.")}


@pytest.mark.parametrize(
    "word",
    [
        "glæder",
        "altanen",
        "suppen",
        "benzin",
        "motion",
        "madplan",
        "venlig",
        "sonaten",
        "stensen",
        "attention",
    ],
)
def test_an_ordinary_word_near_a_drug_is_let_alone(word: str) -> None:
    assert not _stern(f"Hun talte om {word} i dag.")


@pytest.mark.parametrize(
    "code",
    ["F.43.1", "df. 20.3", "F-32.9", "DF\u041731.2", "dF sytten punkt to", "DX84", "Z91.5", "DSM-5: 301.83"],
)
def test_codes_are_seen_however_they_are_pointed(code: str) -> None:
    assert "DIAG_CODE" in {hit.category for hit in _stern(f"Diagnosen er {code} for Mona.")}


@pytest.mark.parametrize(
    "text", ["Møder i F. 12 kl. 9.", "Bogen koster 43,10.", "Ring til 20 30 40 50.", "Hal F-32 er lukket."]
)
def test_numbers_of_rooms_and_prices_are_no_sure_code(text: str) -> None:
    assert not _stern(text, "sure", "firm")


@pytest.mark.parametrize(
    "heading", ["Psyk. status", "Mental status", "Plan ved udskrivning", "Hoveddiagnose", "Suicidalvurdering"]
)
def test_headings_of_a_record_are_seen(heading: str) -> None:
    assert "RECORD_DOC" in {hit.category for hit in _stern(f"{heading}: vågen og klar")}


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Ludomani: arbejder ikke, hvor der spilles.", True),
        ("PTSD, møder helst sent på lageret.", True),
        ("Ulrik: bipolar og glad for sit job.", True),
        ("Ludomani: kursus for butiksledere på torsdag.", False),
        ("Bipolar, siger bogens titel.", False),
        ("Kan Gerda ansættes på kontoret med F21?", True),
        ("Leveringen kommer med F21 på følgesedlen.", False),
    ],
)
def test_a_word_that_stands_where_somebody_would_is_about_somebody(text: str, *, sure: bool) -> None:
    assert bool(_stern(text, "sure")) is sure
