"""Plain text in the encodings people use, and the words of an HTML page."""

from __future__ import annotations

from html.parser import HTMLParser

from app.guard.documents import lines
from app.guard.documents.found import CannotRead, Inside

_SAID_IN = ("alt", "title", "placeholder", "content", "aria-label")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "ul",
        "ol",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "td",
        "th",
    ]
)


def text(data: bytes, inside: Inside) -> str:
    del inside
    decoded = decode(data)
    if decoded.startswith("{\\rtf"):
        raise CannotRead("kind")
    return lines.mended_if_wrapped(decoded)


def decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        raise CannotRead("kind")
    else:
        encodings = ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotRead("damaged")


def of_html(page: str) -> str:
    """The words of a page, hidden ones, remarks and descriptions of pictures among them."""
    parser = _Words()
    parser.feed(page)
    parser.close()
    return "\n".join(line for line in map(str.strip, "".join(parser.said).split("\n")) if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._mute = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mute = tag in ("style", "script")
        self.said.append("\n" if tag in _BLOCKS else "")
        self.said += [f"\n{value}\n" for name, value in attrs if name in _SAID_IN and value and " " in value]

    def handle_endtag(self, tag: str) -> None:
        self._mute = False
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.said.append(" ".join(data.split()).join((" ", " ")) if data.strip() else " ")

    def handle_comment(self, data: str) -> None:
        if not data.lstrip().startswith("["):  # instructions for a mail program, not words
            self.said.append(f"\n{data}\n")
