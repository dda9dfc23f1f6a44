"""The fidelity report: result, the items with what they rest on, recommendations, and how the numbers were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from app.domain.log_rows import Period
from app.domain.review import ItemScore, Review
from app.reports.fact import Fact
from app.reports.fidelity import Computed, Total
from app.reports.papers.figures_paper import lacking
from app.reports.papers.paper import Block, Cell, Heading, Paper, Table, Text, told
from app.reports.papers.words import said, span, word
from app.reports.scale import Scale
from app.reports.silence import Silence
from app.reports.suppress import SMALL


def paper(
    scale: Scale, period: Period, items: tuple[Computed, ...], total: Total, *, review: Review | None,
    scores: Mapping[str, ItemScore], before: Mapping[str, int | None], names: Mapping[str, str], language: str, foot: str,
    leaves: bool = False, silent: Sequence[Silence] = (),
) -> Paper:  # fmt: skip
    """Without a review the proposals stand alone and the report is a draft. `leaves`: it goes outside the team, so what
    rests on few is hidden, the rest stands as between which bounds of the scale it lies, and nothing says how many it
    rests on. `silent`: whose rows were wanting when the numbers were counted."""
    blocks: list[Block] = [Heading(word(language, "result")), Text(_total(total, language))]
    if lacks := lacking(silent, language):
        blocks.append(Text(word(language, "silent", lacks=lacks)))
    for code, name in scale.groups:
        mine = [one for one in items if one.item.group == code]
        blocks.append(_items(said(language, name), mine, scores, before, names, language, leaves=leaves))
    blocks += _remarks(items, scores, language)
    if not leaves:
        blocks += [Heading(word(language, "found")), _found(items, language)]
    blocks += [Heading(word(language, "adaptations"))]
    blocks += [
        Text(f"{one.item.no}. {said(language, one.item.name)}: {said(language, one.item.adaptation)}")
        for one in items
        if one.item.adaptation
    ]
    kind = (word(language, review.kind.value),) if review else ()
    final = review is not None and review.closed_at is not None
    return Paper(
        title=f"{word(language, 'fidelity')} · {said(language, scale.name)}",
        lines=(*(() if final else (word(language, "draft"),)), *kind, span(language, period.first, period.last)), personal=word(language, "personal_reviewers"),
        foot=foot, blocks=tuple(blocks), page_word=word(language, "page"), of_word=word(language, "of"),
        language=language, draft="" if final else word(language, "draft"),
    )  # fmt: skip


def _total(total: Total, language: str) -> str:
    if total.total is not None and total.band is not None:
        return word(language, "total_all", total=total.total, band=said(language, total.band.name))
    return word(language, "total_some", scored=total.scored, of=total.of, low=total.low, high=total.high)


def _items(
    caption: str, mine: list[Computed], scores: Mapping[str, ItemScore], before: Mapping[str, int | None],
    names: Mapping[str, str], language: str, *, leaves: bool,
) -> Table:  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in mine:
        stands = scores.get(one.item.code)
        score: Cell = (
            word(language, "cannot") if stands and stands.cannot else (stands.score if stands else None)
        )
        by = names.get(stands.approved_by, stands.approved_by) if stands else ""
        title = f"{one.item.no}. {said(language, one.item.name)}"
        few = leaves and one.fact is not None and _rests_on_few(one.fact)
        proposal: Cell = word(language, "hidden") if few and one.proposal is not None else one.proposal
        value = _interval(one, language) if leaves else _value(one, language)
        rows.append((title, value, proposal, score, before.get(one.item.code), by))
    heads = ("item", "value", "proposal", "score", "before", "approved")
    return Table(caption, tuple(word(language, head) for head in heads), tuple(rows))


def _value(one: Computed, language: str) -> Cell:
    if one.fact is None or one.fact.value is None:
        return None
    return _told(one.fact.value, one, language)


def _told(value: Fraction, one: Computed, language: str) -> str:
    text = told(value, "," if language == "da" else ".")
    return f"{text} %" if one.item.unit == "percent" else text


def _interval(one: Computed, language: str) -> Cell:
    """What leaves the team in the number's place: between which of the scale's own bounds it lies. The bounds tell no more
    than the score does, and no difference between two reports is a number of people."""
    if one.fact is None or one.fact.value is None:
        return None
    if _rests_on_few(one.fact):
        return word(language, "hidden")
    own = [c for level in one.item.levels for c in level.conditions if c.fact == one.item.fact]
    above = max((c.bound for c in own if c.met(one.fact.value) is c.least), default=None)
    below = min((c.bound for c in own if c.met(one.fact.value) is not c.least), default=None)
    least = own[0].least if own else True
    parts = [
        word(language, "at_least" if least else "over", value=_told(above, one, language)) if above is not None else "",
        word(language, "below" if least else "at_most", value=_told(below, one, language)) if below is not None else "",
    ]  # fmt: skip
    return ", ".join(part for part in parts if part) or None


def _rests_on_few(fact: Fact) -> bool:
    """Few rows, or a share of few, or one that few are missing from."""
    rest = Fraction(fact.of) - Fraction(fact.counted)
    return 0 < fact.n < SMALL or 0 < fact.counted < SMALL or (fact.of > 0 and 0 < rest < SMALL)


def _remarks(items: tuple[Computed, ...], scores: Mapping[str, ItemScore], language: str) -> list[Block]:
    found: list[Block] = []
    for key, field in (("advice", "recommendation"), ("remark", "comment")):
        told_ = [
            Text(f"{one.item.no}. {said(language, one.item.name)}: {text}")
            for one in items
            if one.item.code in scores and (text := getattr(scores[one.item.code], field))
        ]
        if told_:
            found += [Heading(word(language, key)), *told_]
    return found


def _found(items: tuple[Computed, ...], language: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    comma = "," if language == "da" else "."
    for one in items:
        if one.fact is None or one.fact.value is None or not one.item.how:
            continue
        values = {"counted": one.fact.counted, "of": one.fact.of, "value": one.fact.value, **one.fact.numbers}
        sentence = said(language, one.item.how).format_map(
            {name: told(Fraction(value), comma) for name, value in values.items()}
        )
        rows.append((f"{one.item.no}. {sentence}", one.fact.n, one.fact.missing))
    heads = (word(language, "item"), word(language, "n"), word(language, "missing"))
    return Table(word(language, "found"), heads, tuple(rows))
