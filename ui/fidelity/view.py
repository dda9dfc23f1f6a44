"""What Fidelitet says. Pure: values for widgets, no widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.domain.review import ItemScore, ReviewKind
from app.reports.fidelity import Computed, Total, TrendPoint, WhatIf
from app.services.fidelity import FidelityPage
from ui.text import numbers, silence
from ui.text.numbers import filled, said
from ui.widgets.card_list import CardRow
from ui.widgets.plot import PlotData, PlotPoint

translate = QCoreApplication.translate
OPEN, ALL, ASK = "open", "all", "ask"
HIGHEST = 5


def review_kind(kind: ReviewKind) -> str:
    match kind:
        case ReviewKind.SELF:
            return translate("Fidelity", "Selvvurdering")
        case ReviewKind.GUIDED:
            return translate("Fidelity", "Vejledt gennemgang")
        case ReviewKind.EXTERNAL:
            return translate("Fidelity", "Ekstern gennemgang")


def period(page: FidelityPage) -> str:
    """`Selvvurdering · 24. maj 2026 – 23. november 2026`"""
    days = numbers.span(page.period.first, page.period.last)
    if page.standing is None:
        own = translate("Fidelity", "Regnet af dine egne registreringer. Teamets tal findes hos teamlederen.")
        return f"{days} · {own}" if page.own else days
    told = f"{review_kind(page.standing.review.kind)} · {said(page.scale.name)} · {days}"
    if not page.frozen:
        return told
    frozen = numbers.full_day(page.standing.review.begun_at.astimezone().date())
    return told + " · " + translate("Fidelity", "tallene er frosset %1").replace("%1", frozen)


def total(page: FidelityPage) -> str:
    """The sum when all items are set, else how many are, and what can still come out."""
    if page.standing is None:
        return (
            translate("Fidelity", "Beregnet for %1 af %2 punkter · kan give %3 til %4")
            .replace("%1", str(page.proposed.scored))
            .replace("%2", str(page.proposed.of))
            .replace("%3", str(page.proposed.low))
            .replace("%4", str(page.proposed.high))
        )
    return _total(page.standing.total)


def _total(found: Total) -> str:
    if found.total is not None and found.band is not None:
        said_ = translate("Fidelity", "%1 point · %2")
        return said_.replace("%1", str(found.total)).replace("%2", said(found.band.name))
    text = translate("Fidelity", "%1 af %2 punkter vurderet · kan give %3 til %4")
    for n, value in enumerate((found.scored, found.of, found.low, found.high), 1):
        text = text.replace(f"%{n}", str(value))
    return text


def card(page: FidelityPage, one: Computed) -> CardRow:
    """One item in the list."""
    stands = _stands(page, one)
    chip, tone = _chip(one, stands)
    return CardRow(
        one.item.code,
        f"{one.item.no}. {said(one.item.name)}",
        chip=chip,
        chip_tone=tone,
        second=_short(one),
        second_tone="text" if one.fact is not None and one.fact.value is not None else "",
        left=_state(page, one, stands),
        right=_before(page, one),
    )


def _stands(page: FidelityPage, one: Computed) -> ItemScore | None:
    return page.standing.scores.get(one.item.code) if page.standing else None


def _chip(one: Computed, stands: ItemScore | None) -> tuple[str, str]:
    if stands is not None and stands.cannot:
        return "–", "plain"
    if stands is not None and stands.score is not None:
        return str(stands.score), "ok" if stands.score >= HIGHEST - 1 else "accent"
    if one.proposal is not None:
        return translate("Fidelity", "forslag %1").replace("%1", str(one.proposal)), "info"
    return "", "plain"


def _short(one: Computed) -> str:
    if one.fact is not None and one.fact.value is not None:
        return numbers.figure(one.fact.value, one.item.unit)
    if one.item.kind == "judgement":
        return translate("Fidelity", "Vurderes")
    if one.item.kind == "evidence" and not one.item.fact:
        return translate("Fidelity", "Kræver belæg")
    return translate("Fidelity", "For få data")


def _state(page: FidelityPage, one: Computed, stands: ItemScore | None) -> str:
    if stands is not None and (stands.score is not None or stands.cannot):
        name = page.names.get(stands.approved_by, stands.approved_by)
        return (
            translate("Fidelity", "Godkendt af %1").replace("%1", name)
            if name
            else translate("Fidelity", "Godkendt")
        )
    if one.proposal is not None and page.standing is not None:
        return translate("Fidelity", "Venter på godkendelse")
    return ""


def _before(page: FidelityPage, one: Computed) -> str:
    last = page.before.get(one.item.code)
    return "" if last is None else translate("Fidelity", "sidst %1").replace("%1", str(last))


def wanted(page: FidelityPage, which: str) -> tuple[CardRow, ...]:
    return tuple(card(page, one) for one in page.items if _fits(page, one, which))


def _fits(page: FidelityPage, one: Computed, which: str) -> bool:
    stands = _stands(page, one)
    settled = stands is not None and (stands.score is not None or stands.cannot)
    if which == OPEN:
        return not settled
    if which == ASK:
        return one.proposal is not None and not settled
    return True


def counts(page: FidelityPage) -> dict[str, int]:
    return {which: sum(_fits(page, one, which) for one in page.items) for which in (ALL, ASK, OPEN)}


def how(one: Computed) -> str:
    """The sentence that says how the number was found."""
    fact = one.fact
    if fact is None or fact.value is None:
        return why(one)
    values = {"counted": fact.counted, "of": fact.of, "value": fact.value, **fact.numbers}
    return filled(one.item.how, values)


def why(one: Computed) -> str:
    match one.why:
        case "no_data":
            return translate("Fidelity", "Der er ingen rækker at tælle i perioden. Kan ikke beregnes.")
        case "too_few":
            return translate("Fidelity", "For få job til at score. Se rækkerne, og vurdér selv.")
        case _:
            return translate(
                "Fidelity", "Punktet beregnes ikke. Sæt kryds ved det, der er opfyldt, og vurdér."
            )


def basis(page: FidelityPage, one: Computed) -> str:
    """`n = 34 · 6 % mangler oplysning · 2 konsulenter har ikke synkroniseret siden 28/5`; what was frozen lacks no more."""
    fact = one.fact
    if fact is None:
        return ""
    parts = [translate("Fidelity", "n = %1").replace("%1", str(fact.n))]
    if fact.missing:
        share = numbers.figure(Fraction(round(fact.missing_share)), "percent")
        parts.append(translate("Fidelity", "%1 mangler oplysning").replace("%1", share))
    if page.silent and not page.frozen:
        parts.append(silence.short(page.silent))
    return " · ".join(parts)


def what_if(page: FidelityPage, one: Computed) -> str:
    """What would give the next score, and each score above it, a line each; or nothing."""
    better = [more for more in (one.what_if, *one.further) if more is not None]
    before = (None, *better)
    return "\n".join(_better(page, one, more, last) for last, more in zip(before, better, strict=False))


def _better(page: FidelityPage, one: Computed, better: WhatIf, before: WhatIf | None) -> str:
    """`before`: the line above, whose other conditions need not be told again."""
    same = before is not None and better.besides == before.besides
    lacks = "" if same else " ".join(f"{text}." for text in _told(page, one, better.besides))
    if better.amount == 0:
        text = translate("Fidelity", "Tallet er højt nok til %1. Det andet, som %1 kræver, mangler.")
        return " ".join(part for part in (text.replace("%1", str(better.score)), lacks) if part)
    text = said(one.item.what_if).format(n=numbers.number(better.amount), score=better.score)
    if better.besides:
        more = (
            translate("Fidelity", "Det samme skal også være opfyldt.")
            if same
            else translate("Fidelity", "Mere skal også være opfyldt.")
        )
        text = " ".join(part for part in (text, more, lacks) if part)
    return text


def _told(page: FidelityPage, one: Computed, names: Iterable[str]) -> tuple[str, ...]:
    """The sentence of each of these facts that there is one of."""
    known = ((name, one.evidence.get(name)) for name in names if name in page.scale.evidence)
    return tuple(
        filled(page.scale.evidence[name], {"value": fact.value, "of": fact.of})
        for name, fact in known
        if fact is not None and fact.value is not None
    )


def evidence(page: FidelityPage, one: Computed) -> tuple[str, ...]:
    """A sentence for each fact that is shown beside the score."""
    return _told(page, one, one.evidence)


def each(one: Computed, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The value for each consultant, by name."""
    fact = one.fact
    if fact is None:
        return ()
    told = [(names.get(id, id), numbers.figure(value, one.item.unit)) for id, value in fact.by.items()]
    return tuple(sorted(told))


def trend(points: tuple[TrendPoint, ...], unit: str, *, weekly: bool = False) -> PlotData:
    return PlotData(
        "line",
        tuple(
            PlotPoint(
                numbers.short_day(p.last),
                numbers.full_day(p.last),
                None if p.value is None else float(p.value),
                numbers.figure(p.value, "" if unit == "percent" else unit)
                if unit != "per_week"
                else numbers.figure(p.value, ""),
                "" if p.proposal is None else str(p.proposal),
            )
            for p in points
        ),
        (
            translate("Fidelity", "Uge til") if weekly else translate("Fidelity", "Periode til"),
            translate("Fidelity", "Værdi"),
            translate("Fidelity", "Forslag"),
        ),
        empty=translate("Fidelity", "Ingen udvikling at vise endnu."),
    )


def reviewers(page: FidelityPage) -> str:
    """Who is in, and what is still to come."""
    one = page.standing
    if one is None or len(one.review.reviewers) < 2:
        return ""
    if one.false_seals:
        return translate("Fidelity", "Scorerne fra %1 passer ikke med det, der blev afleveret.").replace(
            "%1", ", ".join(page.names.get(r, r) for r in one.false_seals)
        )
    if one.apart:
        return translate("Fidelity", "Begge har afleveret. Find nu den fælles score.")
    missing = [page.names.get(r, r) for r in one.review.reviewers if r not in one.in_]
    if not missing:
        return translate(
            "Fidelity", "Begge har afleveret. Scorerne åbnes, når begge computere har synkroniseret."
        )
    text = translate(
        "Fidelity", "Hver vurderer for sig. Scorerne kan først ses, når begge har afleveret. Mangler: %1."
    )
    return text.replace("%1", ", ".join(missing))


def score_words(value: int | None) -> str:
    return translate("Fidelity", "kan ikke vurderes") if value is None else str(value)
