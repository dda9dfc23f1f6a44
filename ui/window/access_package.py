"""Aktindsigt: the whole case of one candidate as a tagged PDF to read and a JSON file to check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.journal import BODY_TEXTS
from app.domain.records import TYPES
from app.reports import document
from app.services import access_package
from app.services.access_package import WholeCase
from app.services.door import Invalid
from ui.agenda import forms
from ui.desk import Desk
from ui.sync import words
from ui.text import codes, dates, explain, language
from ui.theme import theme
from ui.widgets.form import Form

translate = QCoreApplication.translate
Pairs = list[tuple[str, str]]


def opened(desk: Desk, target: object) -> QWidget:
    """Ask why and where; nothing leaves the program without both."""
    parent = desk.commands.parent()
    form = Form(
        translate("AccessPackage", "Aktindsigt"), translate("AccessPackage", "Vælg mappe og gem"),
        parent if isinstance(parent, QWidget) else None,
    )  # fmt: skip
    form.fit(theme().size("toast"), theme().size("rail") + theme().size("control"))
    why = form.text(
        "reason", translate("AccessPackage", "Hvorfor tages sagen ud"),
        hint=translate(
            "AccessPackage",
            "Hele sagen gemmes som PDF og JSON uden kryptering. At den er taget ud, og hvorfor, skrives i loggen.",
        ),
    )  # fmt: skip

    def save() -> None:
        if not why.text().strip():
            form.show_wrong("reason", codes.wrong("missing"))
            return
        folder = QFileDialog.getExistingDirectory(form, translate("AccessPackage", "Hvor skal sagen gemmes"))
        if folder and isinstance(target, UUID):
            _save(desk, form, target, why.text(), Path(folder))

    return forms.start_with(desk, form, save)


def write(found: WholeCase, folder: Path, now: datetime) -> tuple[Path, Path]:
    """The two files; their names tell the day and nothing about anybody."""
    name = f"aktindsigt-{now:%Y-%m-%d-%H%M}"
    read, check = folder / f"{name}.pdf", folder / f"{name}.json"
    read.write_bytes(document.pdf("aktindsigt", compose(found, now), made_at=now))
    check.write_bytes(found.file)
    return read, check


def compose(found: WholeCase, now: datetime) -> dict[str, Any]:
    """The document's words: the person, the journal with every version, the records by kind, the log."""
    told = found.told
    parts = [
        _part(words.what("participant"), [("", told["participant"])], "participant", found, now),
        {"title": translate("AccessPackage", "Journal"), "entries": list(_notes(told["notes"], found, now))},
        *(
            _part(words.what(kind), [(str(n), row) for n, row in enumerate(rows, 1)], kind, found, now)
            for kind, rows in told["records"].items()
        ),
        {
            "title": translate("AccessPackage", "Hvem har set sagen"),
            "entries": _log(told["access"], found, now),
        },
    ]
    made = dates.long_date(dates.local(now, now).date())
    return {
        "title": translate("AccessPackage", "Aktindsigt i IPS-forløb"),
        "by": found.names.get("", "") or "Feltjournal",
        "foot": translate("AccessPackage", "Taget ud af Feltjournal %1").replace("%1", made),
        "intro": translate(
            "AccessPackage",
            "Alt, hvad denne computer har om forløbet: oplysninger, notater med alle rettelser, og hvem der har set sagen.",
        ),
        "nothing": translate("AccessPackage", "Intet."),
        "language": language.code(),
        "parts": parts,
    }  # fmt: skip


def _save(desk: Desk, form: Form, id: UUID, reason: str, folder: Path) -> None:
    now = desk.now()

    def job(vault: Any) -> Invalid | None:
        found = access_package.collect(vault, id, reason=reason, now=now)
        if isinstance(found, Invalid):
            return found
        write(found, folder, now)
        return None

    def told(problem: Invalid | None) -> None:
        if problem is not None:
            form.show_wrong(problem.field, codes.wrong(problem.reason))
            return
        form.accept()
        desk.tell(translate("AccessPackage", "Sagen er gemt. Slet filerne, når de er afleveret."))

    form.wait()
    desk.work.run(form, job, told, lambda error: form.show_wrong("", explain(error)))


def _part(
    title: str, rows: list[tuple[str, Mapping[str, Any]]], kind: str, found: WholeCase, now: datetime
) -> dict[str, Any]:
    entries = [
        {"title": " ".join(p for p in (title, number) if p), "pairs": list(_pairs(kind, row, found, now))}
        for number, row in rows
    ]
    return {"title": title, "entries": entries}


def _pairs(kind: str, row: Mapping[str, Any], found: WholeCase, now: datetime) -> Iterator[tuple[str, str]]:
    """The fields that say something, under the names a person knows them by; ids only where they have a name."""
    for name in TYPES[kind].fields:
        wire = row.get(name)
        if wire in (None, "") or name == "participant":
            continue
        said = found.names.get(str(wire)) or words.value(kind, name, wire, now)
        if said and not _is_id(said):
            yield _label(kind, name), said


def _label(kind: str, name: str) -> str:
    """Of a field; also of those the sync page never shows, which hold who or where."""
    return {
        "author": translate("AccessPackage", "skrevet af"),
        "owner": translate("AccessPackage", "skrevet af"),
        "employer": translate("AccessPackage", "arbejdsgiver"),
        "team": translate("AccessPackage", "behandlingsteam"),
        "person": translate("AccessPackage", "person"),
    }.get(name) or words.field(kind, name)


def _notes(notes: list[dict[str, Any]], found: WholeCase, now: datetime) -> Iterator[dict[str, Any]]:
    for note in notes:
        pairs: Pairs = [
            (translate("AccessPackage", "skete"), dates.moment_within(datetime.fromisoformat(note["happened_at"]), now)),
            (translate("AccessPackage", "skrevet"), dates.moment_within(datetime.fromisoformat(note["written_at"]), now)),
            (translate("AccessPackage", "skrevet af"), found.names.get(note["author"], "")),
        ]  # fmt: skip
        if note["corrects"]:
            pairs.append(
                (translate("AccessPackage", "retter"), translate("AccessPackage", "et tidligere notat"))
            )
        pairs += [(_note_part(name), note[name]) for name in BODY_TEXTS]
        yield {"title": note["title"], "pairs": [pair for pair in pairs if pair[1]]}


def _note_part(name: str) -> str:
    return {
        "facts": translate("AccessPackage", "oplysninger"),
        "own_view": translate("AccessPackage", "egne ord"),
        "assessment": translate("AccessPackage", "faglig vurdering"),
        "agreements": translate("AccessPackage", "aftaler"),
    }[name]


def _log(rows: list[dict[str, Any]], found: WholeCase, now: datetime) -> list[dict[str, Any]]:
    pairs = [
        (
            dates.moment_within(datetime.fromisoformat(row["at"]), now),
            " · ".join(p for p in (found.names.get(row["person"], row["person"]), _act(row["action"]), row["reason"]) if p),
        )
        for row in rows
    ]  # fmt: skip
    return [{"title": translate("AccessPackage", "Nyeste først"), "pairs": pairs}]


def _act(action: str) -> str:
    return {
        "view": translate("AccessPackage", "så siden"),
        "timeline": translate("AccessPackage", "så tidslinjen"),
        "note": translate("AccessPackage", "læste et notat"),
        "file": translate("AccessPackage", "åbnede en fil"),
        "draft": translate("AccessPackage", "åbnede en kladde"),
        "cpr": translate("AccessPackage", "så CPR-nummeret"),
        "create": translate("AccessPackage", "oprettede"),
        "edit": translate("AccessPackage", "ændrede"),
        "write": translate("AccessPackage", "skrev"),
        "export": translate("AccessPackage", "tog ud"),
    }.get(action, action)


def _is_id(said: str) -> bool:
    try:
        UUID(said)
    except ValueError:
        return False
    return True
