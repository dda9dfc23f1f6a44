"""What a municipality calls the person it is about, and the office, when these are not kandidat and jobcenter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTranslator

# What the program calls the person it is about: the stem of each word, and its endings where `kandidat` has them.
_ENDINGS = {"": "", "s": "s", "en": "en", "ens": "ens", "er": "e", "ers": "es", "erne": "ne", "ernes": "nes"}
_CALLED = {
    "da": {"deltager": "deltager", "borger": "borger"},
    "en": {"deltager": "participant", "borger": "citizen"},
}
_CANDIDATE = {
    "da": re.compile(r"\b([Kk])andidat(s|ens?|ers?|ernes?)?\b"),
    "en": re.compile(r"\b([Cc])andidate(s?)\b"),
}


_UNIT = {
    "da": re.compile(r"\b([Jj])obcent(?:er(?P<of>s)?|(?P<the>ret)(?P<of_the>s)?)\b"),
    "en": re.compile(r"\b(?:(?P<the>[Tt]he ))?([Jj])ob ?cent(?:er|re)\b"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """What the municipality calls its jobcenter, without and with the definite article: as `Job og Uddannelse`."""

    plain: str
    the: str

    def named(self, text: str, language: str) -> str:
        """`text` with every form of jobcenter in the municipality's own word."""

        def other(found: re.Match[str]) -> str:
            whole = self.the if found["the"] else self.plain
            if language == "da" and (found["of"] or found["of_the"]):
                whole += "'" if whole.endswith(("s", "x", "z")) else "s"
            return whole[:1].upper() + whole[1:] if found[0][0].isupper() else whole

        return _UNIT[language].sub(other, text)


def called(text: str, language: str, word: str) -> str:
    """`text` with every form of kandidat in the municipality's own word."""
    if word not in _CALLED[language]:
        return text

    def other(found: re.Match[str]) -> str:
        stem = _CALLED[language][word]
        ending = found[2] or ""
        whole = stem + (_ENDINGS[ending] if language == "da" else ending)
        return whole.capitalize() if found[1].isupper() else whole

    return _CANDIDATE[language].sub(other, text)


class Calling(QTranslator):
    """Translates as the files say, and then calls the person and the office what the municipality does."""

    def __init__(self, parent: QCoreApplication, language: str, word: str, unit: Unit | None = None) -> None:
        super().__init__(parent)
        self._language, self._word, self._unit = language, word, unit

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        look_up = super().translate
        said = called(
            look_up(context, sourceText, disambiguation, n) or sourceText, self._language, self._word
        )
        return said if self._unit is None else self._unit.named(said, self._language)
