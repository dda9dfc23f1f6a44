"""What is said where the municipality's IT has decided, and where its decision could not be followed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.settings import Settings

translate = QCoreApplication.translate


def managed_by(settings: Settings) -> str:
    """For a tooltip beside a locked field."""
    if settings.managed_by:
        return translate("Policy", "Styres af %1").replace("%1", settings.managed_by)
    return translate("Policy", "Styres af din it-afdeling")


def warning(settings: Settings, *, news: bool) -> str:
    """The line at the foot of the locked screen, or "". `news`: policies changed while the journal was open."""
    return not_followed(settings) or (locked_because(settings) if news else "")


def not_followed(settings: Settings) -> str:
    """One line for the locked screen; "" when every policy is followed. Names only, so IT can look them up."""
    if not settings.problems:
        return ""
    names = ", ".join(dict.fromkeys(problem.name for problem in settings.problems))
    return translate(
        "Policy", "En politik kan ikke følges, så det strengere gælder: %1. Sig det til it-afdelingen."
    ).replace("%1", names)


def locked_because(settings: Settings) -> str:
    """At the locked screen, after a policy changed while the journal was open."""
    return translate("Policy", "%1: indstillingerne er ændret, og journalen er låst. Alt er gemt.").replace(
        "%1", managed_by(settings)
    )
