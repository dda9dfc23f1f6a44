"""Åbenhed: what a candidate wants told at work, by whom and in which words; talked about again, or withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.disclosure import TALKS_WANTED, DisclosureSheet
from app.services import disclosure, employers
from app.services.disclosure import SheetLine
from app.services.door import Held, Invalid, Saved, Typed
from ui.agenda import forms
from ui.desk import Desk
from ui.text import codes, dates, work_codes
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form
from ui.widgets.parts import Act, Part
from ui.widgets.picker import Choice, Picker

translate = QCoreApplication.translate
Places = tuple[tuple[UUID, str], ...]
Told = tuple[tuple[SheetLine, ...], Places]


class OpennessSubject:
    """The answer is the candidate's worksheets, and the register's employers for a new one."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> Told:
        known = tuple((row.employer.id, row.employer.name) for row in employers.register(vault))
        return disclosure.sheets(vault, id, now=self._desk.now()), known

    def tell(self, answer: Told) -> tuple[Part, ...]:
        lines, now = answer[0], self._desk.now()
        return (*(sheet_part(line, now) for line in lines), _more(empty=not lines))

    def act(self, what: object, id: UUID, answer: Told) -> None:
        lines, places = answer
        here = {line.sheet.id: line.sheet for line in lines}
        match what:
            case "new":
                sheet(self._desk, self._owner, id, None, places)
            case ("edit", UUID() as of) if of in here:
                sheet(self._desk, self._owner, id, here[of], places)
            case ("talk", UUID() as of) if of in here:
                self._talk(of)
            case ("withdraw", UUID() as of) if of in here:
                self._withdraw(of)
            case _:
                pass

    def _talk(self, id: UUID) -> None:
        desk, now = self._desk, self._desk.now()
        said = translate("Openness", "Samtalen om åbenhed er noteret i dag.")

        def offer(talk: UUID) -> Callable[[], object]:
            return self._back(lambda vault: disclosure.not_talked(vault, talk, now=desk.now()))

        def told(outcome: Saved | Held | Invalid) -> None:
            if isinstance(outcome, Invalid):
                desk.tell(codes.wrong(outcome.reason))
            else:
                talk = outcome.id if isinstance(outcome, Saved) and outcome.changes else None
                desk.tell(said, offer(talk) if talk else None)

        desk.work.run(
            self._owner, lambda vault: disclosure.talk_again(vault, id, on=now.date(), now=now), told
        )

    def _withdraw(self, id: UUID) -> None:
        desk, now = self._desk, self._desk.now()
        said = translate("Openness", "Aftalen er trukket tilbage. Intet må siges efter den.")
        fields: dict[str, Typed] = {"withdrawn_on": None}

        def told(outcome: Saved | Held | Invalid) -> None:
            if isinstance(outcome, Invalid):
                desk.tell(codes.wrong(outcome.reason))
            else:
                desk.tell(
                    said,
                    self._back(lambda vault: disclosure.change(vault, id, fields=fields, now=desk.now())),
                )

        desk.work.run(self._owner, lambda vault: disclosure.withdraw(vault, id, on=now.date(), now=now), told)

    def _back(self, job: forms.Job) -> Callable[[], object]:
        return lambda: self._desk.work.run(self._owner, job, lambda _: None)


def sheet_part(line: SheetLine, now: datetime) -> Part:
    one = line.sheet
    where = line.employer or translate("Openness", "Alle arbejdsgivere")
    pairs = (
        (translate("Openness", "Valg"), work_codes.word("disclosure_sheet.choice", one.choice)),
        (
            translate("Openness", "Hvem fortæller"),
            work_codes.word("disclosure_sheet.who_tells", one.who_tells),
        ),
        (translate("Openness", "Til hvem"), one.to_whom),
        (translate("Openness", "Må siges, ord for ord"), one.wording),
        (translate("Openness", "Må aldrig siges"), one.never_say),
        (translate("Openness", "Din rolle kaldes"), one.role_words),
        (translate("Openness", "Fordele"), one.pros),
        (translate("Openness", "Ulemper"), one.cons),
        (translate("Openness", "Talt om"), ", ".join(dates.short_date(day, now) for day in one.talks)),
    )
    live = one.withdrawn_on is None
    acts = (
        Act(("talk", one.id), translate("Openness", "Talt om igen i dag"), "small"),
        Act(("edit", one.id), translate("Openness", "Ret"), "small"),
        Act(("withdraw", one.id), translate("Openness", "Træk tilbage"), "small"),
    )
    return Part(
        f"sheet-{one.id}",
        where,
        note=_standing(one, now),
        warn=_warnings(one),
        pairs=tuple(pair for pair in pairs if pair[1]),
        acts=acts if live else (),
    )


def _standing(one: DisclosureSheet, now: datetime) -> str:
    if one.withdrawn_on is not None:
        return translate("Openness", "trukket tilbage %1").replace(
            "%1", dates.short_date(one.withdrawn_on, now)
        )
    first = dates.short_date(one.from_day, now) if one.from_day else ""
    return translate("Openness", "gælder fra %1").replace("%1", first)


def _warnings(one: DisclosureSheet) -> tuple[str, ...]:
    if one.withdrawn_on is not None:
        return ()
    said = []
    if one.explained_on is None:
        said.append(translate("Openness", "Det er ikke noteret, at åbenhed er frivillig."))
    if len(one.talks) < TALKS_WANTED:
        said.append(translate("Openness", "Tal om det mere end én gang: ønsker skifter med jobbet."))
    return tuple(said)


def _more(*, empty: bool) -> Part:
    return Part(
        "more",
        translate("Openness", "Aftale om åbenhed"),
        empty=translate("Openness", "Intet er aftalt: så må intet siges om kandidaten.") if empty else "",
        acts=(Act("new", translate("Openness", "Ny aftale om åbenhed"), "primary" if empty else "small"),),
    )


def sheet(desk: Desk, parent: QWidget, id: UUID, one: DisclosureSheet | None, places: Places) -> Form:
    """The worksheet, filled in together with the candidate."""
    head = (
        translate("Openness", "Ny aftale om åbenhed") if one is None else translate("Openness", "Ret aftalen")
    )
    form = Form(head, translate("Openness", "Gem aftalen"), parent)
    form.fit(theme().size("cardWide") + theme().size("control") * 3, theme().size("cardWide") * 2)
    told = QCheckBox(translate("Openness", "Jeg har forklaret, at åbenhed altid er frivillig"))
    told.setChecked(bool(one and one.explained_on))
    form.field("explained_on", "", told)
    where = Picker(translate("Openness", "Gælder hos"), icon="building-2")
    where.setPlaceholderText(translate("Openness", "Alle arbejdsgivere"))
    choices = [Choice(place, name) for place, name in places]
    where.show_choices(choices)
    for choice in choices:
        if one is not None and choice.id == one.employer:
            where.choose(choice)
    form.field("employer", translate("Openness", "Gælder hos"), where)
    choice_ = form.choice(
        "choice",
        translate("Openness", "Valg"),
        work_codes.options("disclosure_sheet.choice"),
        one.choice if one else "",
    )
    tells = form.choice(
        "who_tells",
        translate("Openness", "Hvem fortæller"),
        work_codes.options("disclosure_sheet.who_tells"),
        one.who_tells if one else "",
    )
    form.beside("choice", "who_tells")
    lines = {
        "to_whom": form.text("to_whom", translate("Openness", "Til hvem"), one.to_whom if one else ""),
        "role_words": form.text(
            "role_words", translate("Openness", "Hvad din rolle kaldes der"), one.role_words if one else "",
            hint=translate("Openness", "For eksempel: jobkonsulent fra kommunen"),
        ),
    }  # fmt: skip
    form.beside("to_whom", "role_words")
    texts = {
        "wording": form.long_text(
            "wording", translate("Openness", "Må siges, ord for ord"), one.wording if one else "",
            hint=translate("Openness", "Kandidatens egne ord til arbejdsgiveren. Kun her må en sygdom nævnes ved navn, når kandidaten ønsker det."),
        ),
        "never_say": form.long_text("never_say", translate("Openness", "Må aldrig siges"), one.never_say if one else ""),
        "pros": form.long_text("pros", translate("Openness", "Fordele ved at sige det"), one.pros if one else ""),
        "cons": form.long_text("cons", translate("Openness", "Ulemper ved at sige det"), one.cons if one else ""),
    }  # fmt: skip

    sent = QCheckBox(translate("Openness", "Kandidaten ønsker ordene i journalen"))
    form.field(
        "in_journal",
        "",
        sent,
        translate("Openness", "Nævner ordene en sygdom, bliver de ellers på denne computer."),
    )

    def save() -> None:
        now, kept, place = desk.now(), form.kept, where.chosen()
        in_journal = sent.isChecked()
        explained = (
            (one.explained_on if one and one.explained_on else now.date()) if told.isChecked() else None
        )
        fields: dict[str, Typed] = {
            **{name: field.text() for name, field in lines.items()},
            **{name: field.toPlainText() for name, field in texts.items()},
            "explained_on": explained, "employer": place if isinstance(place, UUID) else None,
            "choice": choice_.currentData(), "who_tells": tells.currentData(),
        }  # fmt: skip

        def job(vault: Any) -> form_answer.Outcome:
            if one is None:
                return disclosure.agree(vault, id, fields=fields, now=now, kept=kept, in_journal=in_journal)
            return disclosure.change(vault, one.id, fields=fields, now=now, kept=kept, in_journal=in_journal)

        forms.run(desk, form, job, translate("Openness", "Aftalen om åbenhed er gemt."))

    return forms.start_with(desk, form, save, draft="openness", whose=id, of=one.id if one else None)
