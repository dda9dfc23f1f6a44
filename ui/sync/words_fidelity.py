"""Fidelity reviews, figures and exports, as the sync page names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

ICONS = {
    "fidelity_review": "list-checks",
    "fidelity_score": "list-checks",
    "fidelity_seal": "lock",
    "fidelity_opened": "list-checks",
    "fidelity_evidence": "list-checks",
    "fidelity_charts": "list-checks",
    "survey_answer": "list-checks",
    "export": "list-checks",
}


def kinds() -> dict[str, str]:
    return {
        "fidelity_review": translate("Sync", "Fidelitetsmåling"),
        "fidelity_score": translate("Sync", "Score i en måling"),
        "fidelity_seal": translate("Sync", "Forseglet score"),
        "fidelity_opened": translate("Sync", "Åbnet score"),
        "fidelity_evidence": translate("Sync", "Frosne tal i en måling"),
        "fidelity_charts": translate("Sync", "Journaler udtrukket til en måling"),
        "survey_answer": translate("Sync", "Svar til den nationale undersøgelse"),
        "export": translate("Sync", "Udtræk eller rapport"),
    }


def fields() -> dict[str, str]:
    return {
        "scale": translate("Sync", "skala"),
        "reviewer_one": translate("Sync", "første måler"),
        "reviewer_two": translate("Sync", "anden måler"),
        "begun_at": translate("Sync", "begyndt"),
        "closed_at": translate("Sync", "afsluttet"),
        "item": translate("Sync", "punkt"),
        "proposed": translate("Sync", "forslag"),
        "score": translate("Sync", "score"),
        "cannot": translate("Sync", "kan ikke vurderes"),
        "approved_by": translate("Sync", "godkendt af"),
        "approved_at": translate("Sync", "godkendt"),
        "ticks": translate("Sync", "opfyldte dele"),
        "comment": translate("Sync", "bemærkning"),
        "recommendation": translate("Sync", "anbefaling"),
        "reviewer": translate("Sync", "måler"),
        "digest": translate("Sync", "segl"),
        "sealed_at": translate("Sync", "forseglet"),
        "salt": translate("Sync", "nøgle til seglet"),
        "scores": translate("Sync", "scorer"),
        "told": translate("Sync", "det, der er talt"),
        "frozen_at": translate("Sync", "frosset"),
        "drawn_at": translate("Sync", "udtrukket"),
        "year": translate("Sync", "år"),
        "method": translate("Sync", "opgjort sådan"),
        "counted_on": translate("Sync", "opgjort den"),
        "what": translate("Sync", "hvad"),
        "format": translate("Sync", "format"),
        "personal": translate("Sync", "personoplysninger"),
        "people": translate("Sync", "antal personer"),
        "made_at": translate("Sync", "lavet"),
    }
