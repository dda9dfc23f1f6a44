"""The marked texts the guard is trained on say what they mean."""

from __future__ import annotations

import re

from app.guard.finding import REFUSED, WARNED
from tools import guard_texts

_REAL_DAY = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?-\s?\d{4}(?!\d)")


def test_a_marked_line_tells_text_spans_and_label() -> None:
    told = guard_texts.marked("Møde.\\nHan tager [MEDICATION|Zyprexa 10 mg] og er [LAY_HEALTH|træt].")
    assert told["text"] == "Møde.\nHan tager Zyprexa 10 mg og er træt."
    assert [told["text"][s["start"] : s["end"]] for s in told["spans"]] == ["Zyprexa 10 mg", "træt"]
    assert (told["label"], told["hard"]) == ("refuse", False)


def test_an_innocent_look_alike_is_marked_by_its_beginning() -> None:
    told = guard_texts.marked("! Lokale F20 er optaget.")
    assert (told["text"], told["label"], told["hard"]) == ("Lokale F20 er optaget.", "allow", True)


def test_all_our_texts_follow_the_rules_of_writing() -> None:
    found = guard_texts.read(guard_texts.OURS)
    assert len(found) > 5000
    assert len({item["id"] for item in found}) == len(found)
    for item in found:
        assert {s["category"] for s in item["spans"]} <= {*REFUSED, *WARNED}, item["id"]
        assert not (item["hard"] and item["spans"]), item["id"]
        assert all(item["text"][s["start"] : s["end"]].strip() for s in item["spans"]), item["id"]
        assert not re.search(r"\[[A-Z_]+\|", item["text"]), item["id"]
        assert not _REAL_DAY.search(item["text"]), item["id"]
