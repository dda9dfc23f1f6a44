"""Which hits stand alone: the grammar about a code, a drug, a score or a diagnosis leaves no other reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from app.guard import sentences
from app.guard.lexicon import cues
from app.guard.normalise import Reading
from app.guard.rules.context import Context
from app.guard.rules.hit import Hit
from app.guard.rules.regimes import REGIME

_MEASURE = re.compile(
    r"\s*(?:\(|:|=|-|,|pa|til|var|er|score[nt]?|scorede|total(?:score)?|i alt|nu|stadig|la|igen|steget|faldet|fra)*\s*(?:\d|(?:[a-z]{2,4}og)?(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)(?![a-z]))"
)
_DOSED = re.compile(
    r"\s*(?:depot|retard|prolong|teva|uno|consta|maintena|tbl|tabl|inj)?\.?\s*\d{1,4}(?:[.,]\d+)?(?:\s?(?:mg|mikrogram|mcg|ml|x|stk)\b|\s*\+|\s*$|\s*(?:om|til|hver|dagl|dgl|morgen|aften|nat|ved|pn|p\.n|,|\.))"
)
_PLAIN = ("DIAG_NAME", "MEDICATION", "MENTAL_STATE", "SUBSTANCE", "RISK_COERCION", "TREATMENT")
_OWN = ("LAY_HEALTH", "MED_UNNAMED", "SOMATIC")
_FIRM = (*_PLAIN, "RATING_SCALE")


def judged(reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The hits with their strength settled: shapes become sure or cues, words may become sure."""
    parts = sentences.ranges(reading)
    return [_settle(reading, parts, hit) for hit in hits]


def _settle(reading: Reading, parts: list[tuple[int, int]], hit: Hit) -> Hit:
    if hit.strength in ("sure", "cue"):
        return hit
    context = _context(reading, parts, hit)
    if context is None:
        return hit
    if hit.level == "warn":
        return replace(hit, strength="sure") if _sure_warning(context, hit) else hit
    if hit.strength == "shape":
        return replace(hit, strength="sure" if _sure_shape(context, hit) else "word")
    if _sure_word(context, hit):
        return replace(hit, strength="sure")
    return replace(hit, strength="firm") if _firm_word(context, hit) else hit


def _context(reading: Reading, parts: list[tuple[int, int]], hit: Hit) -> Context | None:
    covered = reading.covered(hit.start, hit.end)
    if not covered:
        return None
    first, after = parts[bisect_right(parts, covered[0], key=lambda part: part[0]) - 1]
    return Context(reading, first, after, covered[0], covered[-1])


def _sure_shape(context: Context, hit: Hit) -> bool:
    if hit.rule == "dose":
        return not context.about_nobody() and not context.says("THING")
    clinical = context.says("CLINICAL")
    if hit.rule == "icd bare":
        named = context.said_of_somebody() or _of_name(context) or _borne(context)
        return not context.about_nobody() and (clinical or named)
    return clinical or not context.about_nobody()


def _of_name(context: Context) -> bool:
    """ "F42 hos Nanna", "F45 ud for Sigrid"."""
    tokens = context.reading.tokens
    after = range(context.b + 1, min(context.after, context.b + 4))
    return any(tokens[i].text in ("hos", "for") for i in after) and any(context.is_name(i) for i in after)


def _borne(context: Context) -> bool:
    """ "kan hun blive ansat med F21", "Bo er en klassisk F25"."""
    if context.a == context.first:
        return False
    return context.reading.tokens[context.a - 1].text in ("med", "en", "klassisk") and context.somebody()


def _sure_word(context: Context, hit: Hit) -> bool:
    if hit.level != "refuse" or _ambiguous(context) or _regime(hit):
        return False
    if hit.category in _PLAIN and context.heads():
        return True
    if context.about_nobody():
        return False
    after = context.reading.text[hit.end : hit.end + 24]
    if hit.category == "RATING_SCALE":
        return bool(_MEASURE.match(after))
    if hit.category == "MEDICATION" and _DOSED.match(after):
        return True
    if hit.category in _PLAIN:
        return context.owned() or context.predicated()
    return False


def _sure_warning(context: Context, hit: Hit) -> bool:
    """Everyday words about the candidate's own health, medicine or private matters."""
    if context.about_nobody():
        return False
    if hit.category == "PRIVATE":
        return True
    phrase = context.b > context.a and context.somebody()
    return hit.category in _OWN and (phrase or context.owned() or context.predicated())


def _firm_word(context: Context, hit: Hit) -> bool:
    """A term of the trade, of somebody or nobody in particular: stands unless the model knows better."""
    if hit.level != "refuse" or hit.category not in _FIRM or context.about_nobody() or _ambiguous(context):
        return False
    return hit.rule.partition(":")[2] not in cues()["LOOSE"]


def _regime(hit: Hit) -> bool:
    """Everyday words, which a horse's foal or a rose bed may share."""
    return hit.rule.startswith(REGIME)


def _ambiguous(context: Context) -> bool:
    """A word with a life outside psychiatry, which no grammar settles."""
    words = {context.reading.tokens[i].text for i in range(context.a, context.b + 1)}
    never = cues()["NEVER_SURE"]
    return bool(words & never) or any(
        word.startswith(("lithium", "litium", "demensaf", "psykoseteam")) for word in words
    )
