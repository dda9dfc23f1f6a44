"""Say something to a screen reader without moving the focus.

announce.say(self, self.tr("Ført i journalen."))          # urgent=True breaks in
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say(speaker: QWidget, text: str, *, urgent: bool = False) -> None:
    event = QAccessibleAnnouncementEvent(speaker, text)
    kind = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kind.Assertive if urgent else kind.Polite)
    QAccessible.updateAccessibility(event)
