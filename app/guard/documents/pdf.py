"""PDF files: the pages, and every note, field, property, bookmark, description and file that lies in them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from app.guard.documents import lines, word
from app.guard.documents.found import CannotRead, Inside

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

# Keys under which a PDF keeps words that need not be drawn on a page (ISO 32000-1, 8.6, 12.5, 12.7, 14.9).
_SAID_UNDER = frozenset(
    [
        "/Contents",
        "/RC",
        "/T",
        "/TU",
        "/V",
        "/DV",
        "/Opt",
        "/Subj",
        "/Alt",
        "/ActualText",
        "/E",
        "/Title",
        "/Subject",
        "/Author",
        "/Keywords",
        "/Desc",
        "/UF",
    ]
)
_XML = frozenset({"/Metadata", "/XML"})
_MOST_OBJECTS = 200_000
_MEANT = (
    0.6  # share of a page's signs that are letters, digits or blanks, below which its letters have no meaning
)
_FEW, _DEEPEST = 40, 20


def text(data: bytes, inside: Inside) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings may quote the file
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise CannotRead("encrypted")
        pages = _pages(reader)
        beside = [*_info(reader), *_objects(reader, inside)]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        raise CannotRead("damaged") from None
    seen = set(pages.split("\n"))
    return "\n\n".join([pages, *dict.fromkeys(one for one in beside if one.strip() and one not in seen)])


def _pages(reader: PdfReader) -> str:
    pages = [(page, page.extract_text()) for page in reader.pages]
    if not any(said.strip() for _, said in pages) or any(
        not said.strip() and _holds_pictures(page) for page, said in pages
    ):
        raise CannotRead("image")
    whole = "\n".join(said for _, said in pages)
    signs = [c for c in whole if not c.isspace()]
    if len(signs) > _FEW and sum(c.isalnum() for c in signs) < _MEANT * len(signs):
        raise CannotRead("letters")
    return lines.mended(whole)


def _holds_pictures(page: PageObject) -> bool:
    drawn = (page.get("/Resources") or {}).get("/XObject") or {}
    drawn = drawn.get_object() if hasattr(drawn, "get_object") else drawn
    return any(one.get_object().get("/Subtype") == "/Image" for one in drawn.values())


def _info(reader: PdfReader) -> Iterator[str]:
    for value in (reader.metadata or {}).values():
        yield str(value)


def _objects(reader: PdfReader, inside: Inside) -> Iterator[str]:
    """Object by object, so that what no page leads to is read as well."""
    from pypdf.generic import StreamObject

    size = min(int(reader.trailer.get("/Size", 0)), _MOST_OBJECTS)
    for number in range(1, size):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield from _of_stream(found, inside)
        yield from _walk(found, 0)


def _of_stream(stream: Any, inside: Inside) -> Iterator[str]:
    kind = stream.get("/Type")
    if kind == "/EmbeddedFile":
        yield inside(stream.get_data(), "")
    elif kind in _XML:
        yield _xml(stream.get_data())


def _walk(found: Any, depth: int) -> Iterator[str]:
    """What lies directly in an object; what it points to is an object of its own."""
    if isinstance(found, list):
        found = {str(i): value for i, value in enumerate(found)}
    if not isinstance(found, dict) or depth > _DEEPEST:
        return
    for key, value in found.items():
        if key in _SAID_UNDER:
            yield from _words(value)
        elif key == "/XFA":
            yield from _form(value)
        else:
            yield from _walk(value, depth + 1)


def _words(value: Any) -> Iterator[str]:
    from pypdf.generic import ByteStringObject, NameObject

    value = value.get_object() if hasattr(value, "get_object") else value
    if isinstance(value, ByteStringObject):
        yield bytes(value).decode("latin-1")
    elif isinstance(value, str) and not isinstance(value, NameObject):
        yield str(value)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)


def _form(value: Any) -> Iterator[str]:
    """A form in XML: a stream, or names and streams by turns."""
    from pypdf.generic import StreamObject

    value = value.get_object()
    for one in value if isinstance(value, list) else [value]:
        part = one.get_object()
        if isinstance(part, StreamObject):
            yield _xml(part.get_data())


def _xml(data: bytes) -> str:
    try:
        root = word.parsed(data)
    except (ElementTree.ParseError, ValueError):
        return data.decode("utf-8", "replace")
    return "\n".join(filter(None, (one.strip() for one in root.itertext())))
