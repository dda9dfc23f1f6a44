"""Filer: documents of a case, read by the guard before they are put there; shown as text, handed out as what they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget

from app.domain.case_file import LARGEST, CaseFile
from app.guard import Level
from app.services import export, files
from app.services.door import Invalid
from app.services.files import HeldFile, Opened, Standing, TakenOut
from ui.agenda import forms
from ui.desk import Desk
from ui.text import explain
from ui.theme import theme
from ui.widgets import form_answer
from ui.widgets.form import Form
from ui.widgets.labels import label
from ui.widgets.parts import Act, Part
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
_KILO = 1024


class FileSubject:
    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, vault: Any, id: UUID) -> tuple[Standing, ...]:
        return files.of_participant(vault, id)

    def tell(self, answer: tuple[Standing, ...]) -> tuple[Part, ...]:
        return (
            Part(
                "files",
                translate("Files", "Filer"),
                rows=tuple(_row(one) for one in answer),
                empty=translate("Files", "Ingen filer på sagen."),
                acts=(Act("attach", translate("Files", "Læg en fil på sagen"), "primary"),),
            ),
        )

    def act(self, what: object, id: UUID, answer: tuple[Standing, ...]) -> None:
        if what == "attach":
            name, _ = QFileDialog.getOpenFileName(
                self._owner, translate("Files", "Vælg et dokument"), "",
                translate("Files", "Dokumenter (%1)").replace("%1", "*.pdf *.docx *.txt *.eml *.msg"),
            )  # fmt: skip
            if name:
                attach(self._desk, self._owner, id, Path(name))
        for one in answer:
            if one.file.id == what and one.here:
                look(self._desk, self._owner, one.file)


def attach(desk: Desk, parent: QWidget, whose: UUID, path: Path) -> Form:
    """What it is to be called; the guard reads name and document before anything is stored."""
    form = Form(translate("Files", "Læg en fil på sagen"), translate("Files", "Læg på sagen"), parent)
    form.fit(theme().size("cardWide"), theme().size("rail") + theme().size("control") * 2)
    name = form.text(
        "name", translate("Files", "Navn"), path.name,
        hint=translate("Files", "Vagten læser hele filen først. Den gemmes krypteret, her og på jobcentrets server."),
    )  # fmt: skip

    def save() -> None:
        called, kept, now = name.text(), form.kept, desk.now()

        def job(vault: Any) -> form_answer.Outcome | HeldFile | None:
            try:  # not where the window waits: the file may lie on a slow drive
                data = path.read_bytes() if path.stat().st_size <= LARGEST else bytes(LARGEST + 1)
            except OSError:
                return None
            return files.attach(vault, whose, name=called, data=data, now=now, kept=kept)

        form.wait()
        desk.work.run(form, job, answered, lambda error: form.show_wrong("name", explain(error)))

    def answered(outcome: form_answer.Outcome | HeldFile | None) -> None:
        if outcome is None:
            form.show_wrong("name", _unusable())
        elif isinstance(outcome, HeldFile):
            mild = all(finding.level is Level.WARN for finding in outcome.findings)
            keepable = (
                frozenset(finding.category for finding in outcome.findings) if mild else frozenset[str]()
            )
            form.show_held("name", form_answer.sentence(outcome.text, outcome.findings), keepable)
        elif isinstance(outcome, Invalid) and outcome.field == "file":
            form.show_wrong("name", _too_much(outcome.reason))
        else:
            form_answer.settle(
                form, outcome, lambda _: desk.tell(translate("Files", "Filen ligger på sagen."))
            )

    return forms.start_with(desk, form, save)


def look(desk: Desk, parent: QWidget, one: CaseFile) -> Form:
    """The document's words, and what can be done with it."""
    form = Form(one.name, translate("Files", "Gem en kopi uden for journalen"), parent)
    form.fit(theme().size("cardWide"), theme().size("cardWide"))
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setProperty("kind", "field")
    form.field("text", translate("Files", "Teksten i filen"), text)
    form.below(
        label(
            translate("Files", "En kopi uden for journalen er ikke krypteret. Det skrives i loggen."),
            "muted",
            wrap=True,
        )
    )
    out = QPushButton(translate("Files", "Tag filen ud af sagen"))
    out.setProperty("kind", "small")
    form.below(out)
    now = desk.now()

    def shown(found: Opened | None) -> None:
        text.setPlainText(found.text if found is not None else "")

    def removed(outcome: TakenOut | Invalid) -> None:
        if isinstance(outcome, Invalid):
            form_answer.show(form, outcome)
            return
        form.accept()
        said = translate("Files", "Filen er taget ud, også hos kolleger ved næste synkronisering.")
        desk.tell(said, _put_back(desk, parent, outcome) if outcome.data else None)

    out.clicked.connect(
        lambda: desk.work.run(form, lambda vault: files.remove(vault, one.id, now=desk.now()), removed)
    )
    opened = forms.start_with(desk, form, lambda: _save_copy(desk, form, one))
    desk.work.run(form, lambda vault: files.open_file(vault, one.id, now=now), shown)
    return opened


def _put_back(desk: Desk, parent: QWidget, out: TakenOut) -> Callable[[], object]:
    """The bytes are in the toast's hand alone, as long as it is there; at the lock they go with it."""

    def job(vault: Any) -> object:
        return files.put_back(vault, out.id, out.data, now=desk.now())

    return lambda: desk.work.run(parent, job, lambda _: None)


def _save_copy(desk: Desk, form: Form, one: CaseFile) -> None:
    chosen, _ = QFileDialog.getSaveFileName(form, translate("Files", "Gem en kopi"), one.name)
    if chosen:
        save_copy(desk, form, one, Path(chosen))


def save_copy(desk: Desk, form: Form, one: CaseFile, place: Path) -> None:
    now = desk.now()

    def job(vault: Any) -> Opened | export.Refused:
        return files.hand_out(vault, one.id, now=now)

    def told(found: Opened | export.Refused) -> None:
        if isinstance(found, export.Refused):
            form.show_wrong(
                "", translate("Files", "Kommunen tillader ikke, at filer gemmes uden for journalen.")
            )
            return
        try:
            place.write_bytes(found.data)
        except OSError:
            form.show_wrong("", _unusable())
            return
        form.accept()
        desk.tell(translate("Files", "Kopien er gemt."))

    form.wait()
    desk.work.run(form, job, told, lambda error: form.show_wrong("", explain(error)))


def _row(one: Standing) -> Row:
    size = max(1, round(one.file.size / _KILO))
    note = f"{one.file.kind.upper()} · {size} kB"
    return Row(
        one.file.id,
        "file-text",
        one.file.name,
        note,
        right=_where(one),
        tone="accentText" if one.here else "muted",
    )


def _where(one: Standing) -> str:
    if one.held:
        return translate("Files", "Stoppet af vagten")
    if not one.here:
        return translate("Files", "Ikke hentet endnu")
    return "" if one.there else translate("Files", "Ikke sendt endnu")


def _unusable() -> str:
    return translate("Files", "Filen kan ikke læses eller skrives. Vælg en anden.")


def _too_much(reason: str) -> str:
    return {
        "missing": translate("Files", "Filen er tom."),
        "long": translate("Files", "Filen er større end 25 MB. Del den, og prøv igen."),
    }.get(reason, translate("Files", "Sagens filer fylder tilsammen for meget. Tag en anden ud først."))
