"""Danish for the program, and for the words Qt brings itself (Annuller, Fortryd, Sæt ind)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

if TYPE_CHECKING:
    from ui.text.calling import Unit

PERSON = "kandidat"
_LOCALES = {
    "da": QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


_spoken: list[QTranslator] = []


def speak(app: QCoreApplication, language: str = "da", word: str = PERSON, unit: Unit | None = None) -> None:
    """At the start before the first widget: a date field made earlier keeps the system's format. `word`: what a
    kandidat is called; `unit`: what the jobcenter is, if anything else. Spoken again, the language before is forgotten,
    and every window gets a LanguageChange."""
    QLocale.setDefault(_LOCALES[language])
    for before in _spoken:
        app.removeTranslator(before)
        before.deleteLater()
    _spoken.clear()
    qt = QTranslator(app)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _say_with(app, qt)
    own = QTranslator(app) if word == PERSON and unit is None else _calling(app, language, word, unit)
    if own.load(str(resources.path(f"i18n/feltjournal_{language}.qm"))):
        _say_with(app, own)


def _calling(app: QCoreApplication, language: str, word: str, unit: Unit | None) -> QTranslator:
    from ui.text.calling import Calling

    return Calling(app, language, word, unit)


def _say_with(app: QCoreApplication, translator: QTranslator) -> None:
    app.installTranslator(translator)
    _spoken.append(translator)


def code() -> str:
    """`da` or `en`: the language dated lists are told in."""
    return "en" if QLocale().language() is QLocale.Language.English else "da"
