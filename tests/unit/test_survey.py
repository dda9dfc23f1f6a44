"""The implementation survey's tables as they are read: rows where somebody named them, and how many of each."""

from __future__ import annotations

from app.reports import survey

ALL: dict[str, int | str] = {
    "meeting_frequency": "monthly",
    "psychiatry.0.unit": "Distrikt Øst", "psychiatry.0.region": "hovedstaden", "psychiatry.0.persons": 4,
    "psychiatry.0.frequency": "weekly",
    "psychiatry.1.unit": "Distrikt Vest", "psychiatry.1.region": "hovedstaden", "psychiatry.1.persons": 1,
    "psychiatry.2.unit": "Retspsykiatri", "psychiatry.2.persons": 2,
    "partners.0.name": "Region Prøve", "partners.0.role": "supervision",
    "partners.3.name": "VIA", "partners.3.role": "teaching", "partners.4.name": "Konsulenterne", "partners.4.role": "teaching",
}  # fmt: skip


def test_each_partner_has_a_role_and_each_unit_its_contact_persons() -> None:
    # Four and one in Hovedstaden, two where nobody said which region: seven. One who supervises, two who teach: three.
    assert survey.told(ALL, "da") == (
        ("Hvor tit mødes I med psykiatrien", "Hver måned"),
        ("Kontaktpersoner i psykiatrien", "Distrikt Øst, Hovedstaden, 4, Hver uge"),
        ("Kontaktpersoner i psykiatrien", "Distrikt Vest, Hovedstaden, 1"),
        ("Kontaktpersoner i psykiatrien", "Retspsykiatri, 2"),
        ("Kontaktpersoner i psykiatrien: Hovedstaden", 5),
        ("Kontaktpersoner i psykiatrien: i alt", 7),
        ("Eksterne samarbejdspartnere", "Region Prøve, Supervision"),
        ("Eksterne samarbejdspartnere", "VIA, Undervisning"),
        ("Eksterne samarbejdspartnere", "Konsulenterne, Undervisning"),
        ("Eksterne samarbejdspartnere: Supervision", 1),
        ("Eksterne samarbejdspartnere: Undervisning", 2),
        ("Eksterne samarbejdspartnere: i alt", 3),
    )


def test_where_no_words_are_told_the_counts_say_all_there_is() -> None:
    kinds = {one.code: one for one in survey.CELLS}
    codes = {code: said for code, said in ALL.items() if kinds[code].number or said in kinds[code].choices}
    told = dict(survey.told(codes, "en"))
    assert told == {
        "How often you meet with psychiatry": "Every month",
        "Contact persons in psychiatry: Capital": 5, "Contact persons in psychiatry: in all": 7,
        "External partners: Supervision": 1, "External partners: Teaching": 2, "External partners: in all": 3,
    }  # fmt: skip


def test_nothing_answered_is_nothing_told() -> None:
    assert survey.told({}, "da") == ()
