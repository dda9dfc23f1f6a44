"""Word documents: text, tables, headers, notes, comments, changes, hidden text, properties, and files inside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree

from app.guard.documents import plain
from app.guard.documents.found import LARGEST_UNPACKED, CannotRead, Inside

_TEXT = frozenset({"t", "delText", "instrText", "delInstrText"})
_BREAKS = {"tr": "\n", "tc": "\t", "p": "\n", "tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SAID_IN = frozenset({"descr", "title", "tooltip", "string", "alt"})  # of pictures, links, drawn letters
_VALUES = frozenset(
    {"default", "result", "listEntry", "alias", "docVar", "statusText", "helpText", "placeholder"}
)
_PARTS = re.compile(r"^(?:word|docProps|customXml)/.*\.(?:xml|rels)$")
_SKIPPED = re.compile(
    r"^word/(?:theme/|styles|webSettings|fontTable|numbering|stylesWithEffects|people|comments(?:Ids|Ext))"
)
_PICTURE = re.compile(r"^word/media/.*\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic|emf|wmf|svg)$", re.IGNORECASE)
_CHUNK = re.compile(r"^word/(?:.*/)?[^/]+\.(?:html?|mht|txt|rtf|bin|docx?|dotx?)$", re.IGNORECASE)
_SHEETS = re.compile(r"^(?:xl|docProps)/.*\.xml$")
_FEW = 20  # words: less than that beside a picture is a picture with a caption


def text(data: bytes, inside: Inside) -> str:
    with _opened(data) as archive:
        names = archive.namelist()
        if "word/document.xml" not in names:
            raise CannotRead("kind")
        parts = [_part(name, archive.read(name)) for name in sorted(names, key=_order) if _wanted(name)]
        parts += [_of_file(archive, name, inside) for name in names if _is_file(name)]
        found = "\n\n".join(filter(None, parts))
        if any(map(_PICTURE.search, names)) and len(parts[0].split()) < _FEW:
            raise CannotRead("image")
        return found


def text_inside(data: bytes, inside: Inside) -> str:
    """Of a packed file in another: a Word document, or the sheets a chart or a table was made of."""
    with _opened(data) as archive:
        names = archive.namelist()
        if "word/document.xml" in names:
            return text(data, inside)
        if "xl/workbook.xml" not in names or any(name.endswith(".bin") for name in names):
            raise CannotRead("kind")
        return "\n\n".join(filter(None, (_plain_part(archive.read(n)) for n in names if _SHEETS.match(n))))


class _Opened(zipfile.ZipFile):
    """Whatever goes wrong in it is told as the reason why the file cannot be read."""

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.close()
        # A password, or a way of packing nobody uses.
        if isinstance(error, RuntimeError | NotImplementedError):
            raise CannotRead("encrypted") from None
        if isinstance(
            error, zipfile.BadZipFile | ElementTree.ParseError | KeyError | OSError | EOFError | ValueError
        ):
            raise CannotRead("damaged") from None


def _opened(data: bytes) -> _Opened:
    try:
        archive = _Opened(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise CannotRead("damaged") from None
    if sum(info.file_size for info in archive.infolist()) > LARGEST_UNPACKED:
        raise CannotRead("too_big")
    return archive


def _order(name: str) -> tuple[bool, str]:
    return name != "word/document.xml", name


def _wanted(name: str) -> bool:
    return bool(_PARTS.match(name)) and not _SKIPPED.match(name)


def _is_file(name: str) -> bool:
    return (name.startswith("word/embeddings/") or bool(_CHUNK.match(name))) and not name.endswith("/")


def _of_file(archive: zipfile.ZipFile, name: str, inside: Inside) -> str:
    if re.search(r"\.(?:html?|mht)$", name, re.IGNORECASE):
        return plain.of_html(plain.decode(archive.read(name)))
    return inside(archive.read(name), name)


def _part(name: str, data: bytes) -> str:
    if name.endswith(".rels"):
        return _links(data)
    root = parsed(data)
    if "wordprocessingml" not in root.tag:
        return _said(root)
    if name.startswith("word/settings"):
        return "\n".join(_value(one) for one in root.iter() if _name(one.tag) == "docVar")
    words = "".join(piece for element in root.iter() for piece in _pieces(element))
    return re.sub(r"\n{2,}", "\n", words).strip()


def _links(data: bytes) -> str:
    """Addresses a link leads to: the words in them are on the page for whoever looks."""
    out = (one for one in parsed(data).iter() if one.get("TargetMode") == "External")
    return "\n".join(unquote(one.get("Target", "")) for one in out)


def _plain_part(data: bytes) -> str:
    return _said(parsed(data))


def parsed(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a part with its own entities")
    return ElementTree.fromstring(data)  # noqa: S314 - entity declarations were refused above


def _said(root: ElementTree.Element) -> str:
    """Every text there is, and what attributes say in words."""
    said = [(one or "").strip() for one in root.itertext()]
    said += [value for one in root.iter() for value in one.attrib.values() if _is_words(value)]
    return "\n".join(filter(None, said))


def _is_words(value: str) -> bool:
    return " " in value.strip() and any(c.isalpha() for c in value) and "://" not in value


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    """Descriptions of pictures and what a field is filled with stand in attributes; they are text as well."""
    tag = _name(element.tag)
    yield _BREAKS.get(tag, "")
    if tag in _TEXT:
        yield element.text or ""
    for key, value in element.attrib.items():
        if _name(key) in _SAID_IN and any(c.isalpha() for c in value):
            yield f"\n{value}\n"
    if tag in _VALUES and any(c.isalpha() for c in _value(element)):
        yield f"\n{_value(element)}\n"


def _value(element: ElementTree.Element) -> str:
    return next((value for key, value in element.attrib.items() if _name(key) == "val"), "")


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
