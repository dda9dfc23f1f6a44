"""Text out of txt, docx and pdf files: everything a reader could find in them, visible or not."""

from __future__ import annotations

import logging
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

Reason = Literal["encrypted", "damaged", "kind", "too_big", "image"]
_LARGEST = 50_000_000
_LARGEST_UNPACKED = 200_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")


@dataclass(frozen=True, slots=True)
class DocumentText:
    """`text`: all of it, one part a paragraph. `kind`: txt, docx or pdf."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The guard cannot vouch for what it cannot read."""

    reason: Reason


def read(path: Path) -> DocumentText | Unreadable:
    if path.stat().st_size > _LARGEST:
        return Unreadable("too_big")
    data = path.read_bytes()
    if data.startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        return _pdf(path)
    if data.startswith(b"PK\x03\x04"):
        return _docx(path)
    if data.startswith(_OLE):
        return Unreadable("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "kind")
    if data.startswith(_IMAGES):
        return Unreadable("image")
    return _txt(data)


def _txt(data: bytes) -> DocumentText | Unreadable:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        return Unreadable("kind")
    else:
        encodings = ("utf-8-sig", "cp1252", "latin-1")
    for encoding in encodings:
        try:
            return DocumentText("txt", data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return Unreadable("damaged")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_TAGS = frozenset({f"{_W}t", f"{_W}delText", f"{_W}instrText"})
_BREAKS = {
    f"{_W}{tag}": mark for tag, mark in zip(("tr", "tc", "p", "tab", "br", "cr"), "\n\t\n\t\n\n", strict=True)
}
_TEXTLIKE = re.compile(r"^(?:word|docProps|customXml)/.*\.(?:xml|rels)$")
_SKIPPED = re.compile(r"^word/(?:theme/|styles|settings|webSettings|fontTable|numbering|stylesWithEffects)")


def _docx(path: Path) -> DocumentText | Unreadable:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "word/document.xml" not in names:
                return Unreadable("kind")
            if sum(info.file_size for info in archive.infolist()) > _LARGEST_UNPACKED:
                return Unreadable("too_big")
            if any(name.startswith("word/embeddings/") for name in names):
                return Unreadable("kind")
            parts = [archive.read(name) for name in sorted(names, key=_order) if _wanted(name)]
        return DocumentText("docx", "\n\n".join(filter(None, map(_xml_text, parts))))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, OSError, EOFError, ValueError):
        return Unreadable("damaged")
    except (RuntimeError, NotImplementedError):
        return Unreadable("encrypted")


def _order(name: str) -> tuple[bool, str]:
    return name != "word/document.xml", name


def _wanted(name: str) -> bool:
    return bool(_TEXTLIKE.match(name)) and not _SKIPPED.match(name) and not name.endswith(".rels")


def _xml_text(data: bytes) -> str:
    """Paragraphs of Word text; for other parts (properties, custom data) every text there is."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ValueError("a part with its own entities")
    root = ElementTree.fromstring(data)  # noqa: S314 - entity declarations were refused above
    if not root.tag.startswith(_W):
        return "\n".join(text for text in (t.strip() for t in root.itertext()) if text)
    text = "".join(piece for element in root.iter() for piece in _pieces(element))
    return re.sub(r"\n{2,}", "\n", text).strip()


def _pieces(element: ElementTree.Element) -> Iterator[str]:
    """Descriptions of pictures stand in attributes; they are text as well."""
    yield _BREAKS.get(element.tag, "")
    if element.tag in _TEXT_TAGS:
        yield element.text or ""
    for key in ("descr", "title"):
        if element.get(key):
            yield f"\n{element.get(key)}\n"


def _pdf(path: Path) -> DocumentText | Unreadable:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings may quote the file
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            return Unreadable("encrypted")
        pages = [page.extract_text() for page in reader.pages]
        about = [str(value) for value in (reader.metadata or {}).values()]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        return Unreadable("damaged")
    if not any(page.strip() for page in pages):
        return Unreadable("image")
    return DocumentText("pdf", "\n\n".join([*pages, *about]))
