"""The contacts of the follow-along rhythm in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.support import Due, DueContact

translate = QCoreApplication.translate


def name(due: DueContact) -> str:
    """`Kontakt før start`, `Kontakt i uge 2`, `Kontakt i måned 5`"""
    words = {
        Due.BEFORE_START: translate("FollowAlong", "Kontakt ugen før start"),
        Due.AFTER_START: translate("FollowAlong", "Kontakt lige efter start"),
        Due.WEEK: translate("FollowAlong", "Kontakt i uge %1"),
        Due.MONTH: translate("FollowAlong", "Kontakt i måned %1"),
        Due.AFTER_LOSS: translate("FollowAlong", "Kontakt efter ophør"),
    }[due.kind]
    return words.replace("%1", str(due.number))
