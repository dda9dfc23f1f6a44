"""Danish for the program, and for the words Qt brings itself (Annuller, Fortryd, Sæt ind)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

_LOCALES = {
    "da": QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def speak(app: QCoreApplication, language: str = "da") -> None:
    """Before the first widget: a date field made earlier keeps the system's format."""
    QLocale.setDefault(_LOCALES[language])
    qt = QTranslator(app)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    own = QTranslator(app)
    if own.load(str(resources.path(f"i18n/feltjournal_{language}.qm"))):
        app.installTranslator(own)
