"""Codes and measures: ICD-10, ICD-11 and SKS, ATC, drug and dose, scores, CPR numbers, message fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

# A digit, or a letter that a scanner or a hurried hand puts for one.
_D = "[0-9oil]"
# The tens of a code that is dictated: "f treogtredive punktum to", "f tyve".
_TENS = "(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)"
_ONES = "(?:nul|en|et|to|tre|fire|fem|seks|syv|otte|ni)"
_TEENS = "(?:ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)"
_EDGE, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_RULES: tuple[tuple[str, str, str, str], ...] = (
    (
        "DIAG_CODE",
        "sks point",
        "refuse",
        rf"{_EDGE}d\s?f\s?{_D}\s?{_D}(?:\s?[.,]\s?\d{{1,2}}|[.,]{_D}{{1,2}})[a-z]?{_END}",
    ),
    (
        "DIAG_CODE",
        "icd point",
        "refuse",
        rf"{_EDGE}f\s?{_D}\s?{_D}(?:\s?[.,]\s?\d{{1,2}}|[.,]{_D}{{1,2}})[a-z]?{_END}",
    ),
    (
        "DIAG_CODE",
        "icd spoken",
        "refuse",
        rf"{_EDGE}(?:d\s?)?f\s?\d\d\s(?:punkt|punktum|komma|streg)\s\d{{1,2}}{_END}",
    ),
    (
        "DIAG_CODE",
        "icd dictated",
        "refuse",
        rf"{_EDGE}(?:d\s?)?f[\s-](?:{_ONES}-?og-?)?{_TENS}(?:[\s-](?:(?:punkt|punktum|komma|streg)[\s-])?{_ONES})?{_END}",
    ),
    (
        "DIAG_CODE",
        "icd point",
        "refuse",
        rf"{_EDGE}d?f(?:\.\s?|\s?-\s?){_D}{_D}[.,]\d{{1,2}}[a-z]?{_END}",
    ),
    (
        "DIAG_CODE",
        "icd dictated",
        "refuse",
        rf"{_EDGE}(?:d\s?)?(?:f|ef)[\s-](?:{_TEENS}|(?:{_ONES}-?og-?)?{_TENS})[\s-](?:punkt|punktum|komma)[\s-](?:{_ONES}|{_TEENS}|(?:{_ONES}-?og-?)?{_TENS}){_END}",
    ),
    ("DIAG_CODE", "dsm", "refuse", rf"{_EDGE}dsm-?\s?(?:5|iv|v)?(?:-tr)?\W{{0,3}}[23]\d\d\.\d{{1,2}}{_END}"),
    ("DIAG_CODE", "icd bare", "refuse", rf"{_EDGE}(?:z91[.,]5|d?x8[0-4](?:[.,]\d)?){_END}"),
    ("DIAG_CODE", "icd hyphens", "refuse", rf"{_EDGE}d?f-\d\d-\d{{1,2}}{_END}"),
    ("DIAG_CODE", "sks", "refuse", rf"{_EDGE}d\s?f\s?\d\s?{_D}(?:(?<=f\d\d)|(?:\s?{_D}){{1,3}})[a-z]?{_END}"),
    ("DIAG_CODE", "sks self-harm", "refuse", rf"{_EDGE}d(?:x[67]\d\d?|z91[0-9])[a-z]?{_END}"),
    ("DIAG_CODE", "icd11", "refuse", rf"{_EDGE}6[a-e]\d\d(?:[.,][0-9a-z]{{1,2}})?{_END}"),
    (
        "DIAG_CODE",
        "icd bare",
        "refuse",
        rf"{_EDGE}(?:f\s?[0-9]\d{{1,2}}|f\d\d-\d|x[67]\d(?:[.,]\d)?)[a-z]?{_END}",
    ),
    ("MEDICATION", "atc", "refuse", rf"{_EDGE}n0[3-7][a-d][a-z]{_D}{{2}}{_END}"),
    (
        "MEDICATION",
        "dose",
        "refuse",
        rf"{_EDGE}[a-z]{{4,}}\s(?:(?:retard|depot|prolong|teva|uno|cr)\s)?\d{{1,4}}(?:[.,]\d+)?\s?(?:mg|mikrogram|mcg|milligram)(?![a-z])",
    ),
    ("RECORD_DOC", "edifact", "refuse", rf"{_EDGE}un[bh]\+[^\s]*|{_EDGE}(?:bgm|ftx|cin|nad)\+[^\s]+"),
    (
        "CPR",
        "cpr",
        "warn",
        r"(?<!\d)(?:[06][1-9]|[1278]\d|[39][01]|90)[ .]?(?:0[1-9]|1[0-2]|00)[ .]?\d{2}\s?[-.]?\s?\d{4}(?![\d])",
    ),
)
_COMPILED = tuple((c, rule, level, re.compile(p)) for c, rule, level, p in _RULES)


def hits(reading: Reading) -> Iterator[Hit]:
    """Shapes only; `judged` says which are sure."""
    for category, rule, level, pattern in _COMPILED:
        for m in pattern.finditer(reading.text):
            yield Hit(m.start(), m.end(), category, level, rule, "sure" if category == "CPR" else "shape")
