"""One reading of spacing, case, digits, ae/oe/aa and hidden characters, with exact places in the source."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

# Letters of other alphabets that look like ours, and Danish ones without a decomposition.
_LOOKALIKE = str.maketrans(
    "øæœłđðþıаеорсухкмнтвіјѕԁαεοριυκντз" + "‐‑‒–—―−·•",
    "oaolddtiaeopcyxkmhtbijsdaeopiukvt3" + "-------..",
)
_LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t"}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_FEW, _MOST = 5, 0.8
# Common words that would fold into others of another kind: får (gets) / far (father), år (years) / ar (scars).
_APART = {"får": "fqr", "faar": "fqr", "år": "qr", "aar": "qr"}
_WORD = re.compile(r"[a-z0-9]+")
# A digit as the first or last letter of a longer word: "0lanzapin", "skizofren1".
_ODD_EDGE = re.compile(
    r"(?<![a-z0-9])[013457][a-z][a-z0-9]{4,}|(?<![a-z0-9])[a-z0-9]{5,}[a-z][01](?![a-z0-9])"
)
_SEPARATOR_CATEGORIES = frozenset({"Zs", "Zl", "Zp"})
_HIDDEN_CATEGORIES = frozenset({"Cf", "Mn", "Me"})
_FILLERS = "\u115f\u1160\u3164\uffa0"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the reading: `start`/`end` in the reading, `first` its place in the stream of letters."""

    text: str
    start: int
    end: int
    first: int


@dataclass(frozen=True, slots=True)
class Reading:
    """`text`: folded, punctuation kept. `letters`: the same with digits read as letters inside words.

    `at[i]`/`to[i]`: where character i of the reading begins and ends in the source.
    `stream`: the words of `letters` run together; `place[i]`: character i of it in the reading.
    """

    source: str
    text: str
    letters: str
    at: tuple[int, ...]
    to: tuple[int, ...]
    tokens: tuple[Token, ...]
    stream: str
    place: tuple[int, ...]
    owner: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the source of the reading's [start, end), end > start."""
        return self.at[start], self.to[end - 1]

    @property
    def shouting(self) -> bool:
        """Written in capitals throughout, so that a capital says nothing."""
        capitals = sum(map(str.isupper, self.source))
        return capitals > _FEW and capitals > _MOST * sum(map(str.isalpha, self.source))

    def covered(self, start: int, end: int) -> range:
        """The tokens that stand, in part at least, within the reading's [start, end)."""
        first = bisect_right(self.tokens, start, key=lambda token: token.end)
        after = bisect_left(self.tokens, end, lo=first, key=lambda token: token.start)
        return range(first, after)

    def gap(self, index: int) -> str:
        """What stands between token `index` - 1 and token `index`."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """The plain letters a character stands for; "" when it cannot be seen."""
    category = unicodedata.category(char)
    if category in _HIDDEN_CATEGORIES or char in _FILLERS:
        return ""
    if char == "\n":
        return "\n"
    if category in _SEPARATOR_CATEGORIES or category == "Cc":
        return " "
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) not in _HIDDEN_CATEGORIES
    )
    folded = plain.casefold().translate(_LOOKALIKE)
    return "".join(c if c.isascii() else _ascii(c) for c in folded) or " "


def _ascii(char: str) -> str:
    """One more step for what casefolding made; anything still foreign is kept as a letter it cannot match."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if c.isascii())
    return plain or ("?" if char.isalnum() else ".")


def fold(text: str) -> str:
    """The reading of a word list entry: as a text would be read, æ/ae, ø/oe, å/aa as one plain vowel."""
    return _APART.get(text.casefold()) or "".join(c for c, _, _ in _plain_vowels(_clusters(text)))


def _clusters(text: str) -> list[tuple[str, int, int]]:
    """Folded characters with their places; html entities count as the character they name."""
    out: list[tuple[str, int, int]] = []
    entities = {m.start(): m for m in _ENTITY.finditer(text)} if "&" in text else {}
    i = 0
    while i < len(text):
        entity = entities.get(i)
        end = entity.end() if entity else i + 1
        seen = html.unescape(entity.group()) if entity else text[i]
        folded = "".join(map(_fold_char, seen))
        if folded == " " and out and out[-1][0] == " ":
            out[-1] = (" ", out[-1][1], end)
        elif folded:
            out.extend((c, i, end) for c in folded)
        elif out:
            last, start, _ = out[-1]
            if last not in " \n" and unicodedata.combining(text[i]):
                out[-1] = (last, start, end)
        i = end
    return out


def _plain_vowels(chars: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """ae, oe and aa become one plain vowel, as æ, ø and å already are."""
    out: list[tuple[str, int, int]] = []
    for char, start, end in chars:
        if out and (out[-1][0] + char) in ("ae", "oe", "aa") and start > out[-1][1]:
            out[-1] = (out[-1][0], out[-1][1], end)
        else:
            out.append((char, start, end))
    return out


def _read_digits(text: str) -> str:
    """A digit between two letters, or at the edge of a long word, is a letter written oddly."""
    out = list(text)
    for i in range(1, len(text) - 1):
        letter = _LEET.get(text[i])
        if letter and out[i - 1].isalpha() and text[i + 1].isalpha():
            out[i] = letter
    for m in _ODD_EDGE.finditer(text):
        at = m.start() if m.group()[0] in _LEET else m.end() - 1
        out[at] = _LEET[text[at]]
    return "".join(out)


def _told_apart(text: str, letters: str, chars: list[tuple[str, int, int]]) -> str:
    """Words that would be mistaken for others, by what the source says."""
    if "å" not in text and "Å" not in text and "aa" not in text.casefold():
        return letters
    for m in re.finditer(r"(?<![a-z0-9])(?:f?ar)(?![a-z0-9])", letters):
        apart = _APART.get(text[chars[m.start()][1] : chars[m.end() - 1][2]].casefold())
        if apart and len(apart) == len(m.group()):
            letters = letters[: m.start()] + apart + letters[m.end() :]
    return letters


def read(text: str) -> Reading:
    chars = _plain_vowels(_clusters(text))
    plain = "".join(c for c, _, _ in chars)
    letters = _told_apart(text, _read_digits(plain), chars)
    tokens: list[Token] = []
    place: list[int] = []
    owner: list[int] = []
    for m in _WORD.finditer(letters):
        tokens.append(Token(m.group(), m.start(), m.end(), len(place)))
        place.extend(range(m.start(), m.end()))
        owner.extend([len(tokens) - 1] * (m.end() - m.start()))
    return Reading(
        text,
        plain,
        letters,
        tuple(s for _, s, _ in chars),
        tuple(e for _, _, e in chars),
        tuple(tokens),
        "".join(t.text for t in tokens),
        tuple(place),
        tuple(owner),
    )
