"""A note for the authority's case system: one block of text to paste there, and the mark that it stands there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.journal import SourceOf
from app.domain.kle import KleState
from app.services import authority
from app.services.authority import NoteForAuthority
from ui.agenda import forms
from ui.desk import Desk
from ui.text import dates
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.clipboard import secret
from ui.widgets.form import Form, chosen_day
from ui.widgets.labels import label

translate = QCoreApplication.translate


def hand_over(desk: Desk, parent: QWidget, note: UUID) -> None:
    """Copy the note and, in the same breath, ask for the number it got there: writing twice becomes one act."""
    now = desk.now()

    def ready(one: NoteForAuthority | None) -> None:
        if one is not None:
            mark(desk, parent, one, copied=_copy(one, now))

    desk.work.run(parent, lambda vault: authority.for_authority(vault, note, now=now), ready)


def _copy(one: NoteForAuthority, now: datetime) -> bool:
    """Whether the policy let the words out."""
    board = QGuiApplication.clipboard()
    board.setMimeData(secret(block(one, now)))
    return bool(board.text())


def block(one: NoteForAuthority, now: datetime) -> str:
    """Title, date, KLE, case number, source, and the parts of the note under their names."""
    note = one.note
    day = dates.long_date(dates.local(note.happened_at, now).date())
    clock = dates.clock(note.happened_at, now)
    head = (
        (translate("Authority", "Titel"), note.title),
        (translate("Authority", "Dato"), f"{day} {clock}"),
        (translate("Authority", "KLE"), one.kle),
        (translate("Authority", "Sagsnr."), one.case_no),
        (translate("Authority", "Skrevet"), _written(one, now)),
        (translate("Authority", "Skrevet af"), one.author),
        (translate("Authority", "Kilde"), _source(note.source)),
    )
    parts = (
        (translate("Authority", "Oplysninger"), note.facts),
        (translate("Authority", "Kandidatens egne ord"), note.own_view),
        (translate("Authority", "Faglig vurdering"), note.assessment),
        (translate("Authority", "Aftaler"), note.agreements),
    )
    lines = [f"{name}: {words}" for name, words in head if words]
    lines += [f"\n{name}\n{words}" for name, words in parts if words]
    if note.corrects is not None:
        lines.append("\n" + translate("Authority", "Notatet retter et tidligere notat."))
    return "\n".join(lines)


def _written(one: NoteForAuthority, now: datetime) -> str:
    """Only of a late note: whoever reads it there is to see that it was not written at once."""
    day = dates.long_date(dates.local(one.note.written_at, now).date())
    return translate("Authority", "%1, sent notat").replace("%1", day) if one.late else ""


def mark(desk: Desk, parent: QWidget, one: NoteForAuthority, *, copied: bool) -> Form:
    """Where it stands now: the case system's number for it, and the day. `copied`: the policy let the words out."""
    head = (
        translate("Authority", "Kopieret – sæt ind i fagsystemet")
        if copied
        else translate("Authority", "Kommunen tillader ikke kopiering")
    )
    form = Form(head, translate("Authority", "Marker som overført"), parent)
    if warning := _kle_warning(one):
        form.below(label(warning, "warn", wrap=True))
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control") * 2)
    if others := [words for words in one.favourites if words != one.kle]:
        chosen = form.choice(
            "kle", translate("Authority", "KLE"), [(kle, kle) for kle in (one.kle, *others)], one.kle
        )
        now = desk.now()
        chosen.currentIndexChanged.connect(lambda _: _copy(replace(one, kle=chosen.currentData()), now))
    number = form.text(
        "number", translate("Authority", "Nummer i fagsystemet"), one.moved.number if one.moved else "",
        hint=translate("Authority", "Kan stå tom. Annuller, hvis notatet ikke blev sat ind."),
    )  # fmt: skip
    first = (one.moved.moved_on if one.moved else None) or desk.now().date()
    on = form.day("moved_on", translate("Authority", "Overført den"), first)

    def save() -> None:
        words, day, kept, now = number.text(), chosen_day(on), form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome:
            return authority.mark_moved(vault, one.note.id, number=words, moved_on=day, now=now, kept=kept)

        forms.run(desk, form, job, translate("Authority", "Notatet er markeret som overført."))

    return forms.start_with(desk, form, save)


def _kle_warning(one: NoteForAuthority) -> str:
    words = {
        KleState.EXPIRED: translate("Authority", "KLE-nummeret »%1« er udgået. Vælg et andet i fagsystemet."),
        KleState.UNKNOWN: translate("Authority", "KLE-nummeret »%1« findes ikke i KL's liste."),
    }.get(one.kle_state, "")
    return words.replace("%1", one.kle)


def _source(one: SourceOf) -> str:
    return {
        SourceOf.PARTICIPANT: translate("Authority", "kandidaten"),
        SourceOf.OBSERVED: translate("Authority", "egen iagttagelse"),
        SourceOf.EMPLOYER: translate("Authority", "arbejdsgiver"),
        SourceOf.AUTHORITY: translate("Authority", "sagsbehandler"),
        SourceOf.CLINIC: translate("Authority", "klinikken"),
    }[one]
