"""Medicine told by how it is taken: injections at an interval, swallowing under watch, counted blood, a bare pattern of doses.

No list of names holds these. Each pattern is one clause of everyday words; the models weigh what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

REGIME = "regime "
_GAP = r"[^.!?;\n]{0,45}?"
_NEAR = r"[^.!?;\n]{0,28}?"
_INJECTED = r"(?:ind)?sprojt\w*|stik(?:ket)?|nalen|nal|skud|skuddet|injektion\w*|depot\w*"
_BODY = r"(?:ballen|baller|bagdelen|numsen|sadet|hoften|larmusklen|skulderen|overarmen)"
_OFTEN = (
    r"(?:hver(?:t)? (?:anden|andet|tredje|tredie|fjerde|femte|sjette|uge|maned|kvartal|fjortende|\d{1,2}\b\.?)"
    r"|(?:en|\d) gang(?:e)? (?:om|i) (?:maneden|ugen|kvartalet|aret)|maned(?:en)? ad gangen|manedlig\w*|ugentlig\w*"
    r"|(?:14|fjorten) dage(?:s)?|fjortendages)"
)
_GIVES = r"(?:far|fqr|fik|faet|giver|gir|gav|give|givet|sprojter|stikker|have|ha|tager|taget|skal)"
_SWALLOW = r"(?:sluge\w*|slugt\w*|synke\w*|synker|sunket|tage(?:r)? (?:den|dem|det|sin|sine)\b)"
_WATCH = (
    r"(?:mens (?:\w+ ){1,3}(?:ser|kigger|glor)|foran (?:personalet|dem|os|en)|ser (?:pa|hende|ham|\w+ sluge|\w+ synke)"
    r"|kigger (?:pa|i munden)|vist? tungen|viser tungen|abne munden|abner munden|i munden bagefter)"
)
_PILLS = (
    r"(?:pille\w*|tablet\w*|medicin\w*|kapsl\w*|draber\w*|dosis|dosen|doser|indsprojtning\w*|sprojten"
    r"|(?:det|dem|den|noget)(?:,| der,?| de?t?)? ?(?:han|hun|jeg|de)? ?(?:far|fqr|tager|fik|giver|gav))"
)
_MIND = (
    r"(?:humor\w*|stemning\w*|stemmer\w*|tanker\w*|uro\b|uroen|nerver\w*|syner|angst\w*|sovn\b|hovedet|manden i|at hore|at se ting"
    r"|at svinge|at blive hoj|at flyve)"
)
_PURPOSE = r"(?:mod|til|for|holder|holde|styrer|slukker|damper)"
_TIMES = r"(?:om morgenen|morgen|til morgen|middag|om aftenen|aften|til aften|til natten|til nat|nat|kl\.? ?\d{1,2})"
_COUNT = r"(?:\d{2,4}|en halv|halvanden|en|et|to|tre)"
_RULES: tuple[tuple[str, str], ...] = (
    ("injected", rf"\b(?:{_INJECTED})\b{_GAP}\b{_OFTEN}"),
    ("injected", rf"\b{_OFTEN}{_GAP}\b(?:{_INJECTED})\b"),
    ("injected", rf"\b(?:{_INJECTED}|{_GIVES})\b{_NEAR}\bi {_BODY}\b"),
    ("watched", rf"\b{_SWALLOW}{_GAP}\b{_WATCH}"),
    ("watched", rf"\b{_WATCH}{_GAP}\b{_SWALLOW}"),
    ("watched", r"\bspytte\w* (?:dem|den|det|\w+ (?:tabletter|piller|medicin)|sin \w+)\b"),
    (
        "counted",
        r"\bsaltet\b[^.!?;\n]{0,30}?\b(?:blod\w*|maned|malt|prove\w*)|\b(?:blod\w*|male\w*|malt|tjekke\w*)[^.!?;\n]{0,30}?\bsaltet\b",
    ),
    (
        "counted",
        r"\bblodprove\w*[^.!?\n]{0,60}?\b(?:de hvide|hvide blod\w*|udlever\w*|humor\w*|medicin\w*|praparat\w*)",
    ),
    ("counted", r"\bhvide blodlegemer\b|\b(?:de hvide)\b[^.!?\n]{0,30}?\b(?:ryger|nede|falde\w*|holder)"),
    (
        "pattern",
        rf"\b{_COUNT} {_TIMES}(?:,| og| \+|,? plus) (?:{_COUNT} )(?:{_TIMES}|ved behov|hvis|efter behov)",
    ),
    ("pattern", r"\b\d{2,4} ?x ?\d\b|\b\d\+\d\+\d\b"),
    ("pattern", r"\b(?:en|et|to|tre|\d)(?: stk\.?)? (?:ved behov|efter behov|p\.?n\.?)\b"),
    ("purpose", rf"\b{_PILLS} {_GAP}\b{_PURPOSE} (?:\w+ ){{0,2}}?{_MIND}"),
    (
        "turned",
        r"\b(?:skrue[dt]\w*|satte|sat|trappe[tdr]?\w*|halvere[tr]?|oget|ogede|ogte)\b[^.!?;\n]{0,22}?\b(?:dosis|mangden|medicin\w*|pillerne|tabletterne|draberne)\b",
    ),
)
_COMPILED = tuple((rule, re.compile(pattern)) for rule, pattern in _RULES)


def hits(reading: Reading) -> Iterator[Hit]:
    for rule, pattern in _COMPILED:
        for m in pattern.finditer(reading.text):
            yield Hit(m.start(), m.end(), "MEDICATION", "refuse", f"{REGIME}{rule}", "word")
