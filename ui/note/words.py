"""The note's kinds, places and sources in Danish, in the order the window offers them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.journal import NoteKind, Place, SourceOf

translate = QCoreApplication.translate


def kinds() -> dict[NoteKind, tuple[str, str]]:
    """Text with its Alt letter, and icon."""
    return {
        NoteKind.MEETING: (translate("Note", "&Samtale"), "message-square-text"),
        NoteKind.EMPLOYER: (translate("Note", "&Arbejdsgiver"), "building-2"),
        NoteKind.JOB_SEARCH: (translate("Note", "&Jobsøgning"), "mail"),
        NoteKind.FOLLOW_UP: (translate("Note", "&Opfølgning"), "handshake"),
    }


def kind_name(kind: NoteKind) -> str:
    return kinds()[kind][0].replace("&", "")


def places() -> dict[Place | None, str]:
    return {
        None: translate("Note", "Ikke angivet"),
        Place.CLINIC: translate("Note", "Klinikken"),
        Place.MUNICIPAL_OFFICE: translate("Note", "Jobcentret"),
        Place.EMPLOYER: translate("Note", "Virksomheden"),
        Place.EDUCATION: translate("Note", "Uddannelsesstedet"),
        Place.PARTICIPANT_HOME: translate("Note", "Hjemme hos kandidaten"),
        Place.PUBLIC_PLACE: translate("Note", "Et offentligt sted"),
        Place.TRANSIT: translate("Note", "Undervejs"),
        Place.PHONE_ONLINE: translate("Note", "Telefon eller video"),
    }


def sources() -> dict[SourceOf, str]:
    return {
        SourceOf.PARTICIPANT: translate("Note", "Kandidaten"),
        SourceOf.OBSERVED: translate("Note", "Egen observation"),
        SourceOf.EMPLOYER: translate("Note", "Arbejdsgiveren"),
        SourceOf.AUTHORITY: translate("Note", "En myndighed"),
        SourceOf.CLINIC: translate("Note", "Klinikken"),
    }


def fields() -> dict[str, str]:
    """What each text of a note is called."""
    return {
        "title": translate("Note", "Overskrift"),
        "facts": translate("Note", "Hvad skete der?"),
        "own_view": translate("Note", "Kandidatens eget syn"),
        "assessment": translate("Note", "Min vurdering"),
        "agreements": translate("Note", "Aftaler"),
    }
