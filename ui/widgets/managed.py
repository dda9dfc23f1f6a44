"""A control that the municipality's IT has decided: shown, readable, locked, and it says by whom."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.settings import Settings, may_choose
from ui.text.managed import managed_by


def lock_if_managed(control: QWidget, settings: Settings, name: str) -> bool:
    """Lock `control` when a policy decides the setting `name`; whether it is locked."""
    if name not in settings.decided or may_choose(settings, name):
        return False
    lock_for(control, settings)
    return True


def lock_for(control: QWidget, settings: Settings) -> None:
    """What the municipality has decided against: in its place, readable, and it says by whom."""
    said = managed_by(settings)
    control.setEnabled(False)
    control.setToolTip(said)
    control.setAccessibleDescription(said)
