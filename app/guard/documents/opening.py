"""Which kind of file it is, told by its content; a file in a file is read as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.guard.documents import mail, message, pdf, plain, word
from app.guard.documents.found import DEEPEST, LARGEST, CannotRead, DocumentText, Inside, Reason, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"\x00\x00\x01\x00")
_HEIC = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_Reader = Callable[[bytes, Inside], str]


def read(path: Path) -> DocumentText | Unreadable:
    """Raises OSError where the file cannot be opened; a file that can is text or has a reason why it is not."""
    if path.stat().st_size > LARGEST:
        return Unreadable("too_big")
    return of(path.read_bytes(), path.name)


def of(data: bytes, name: str) -> DocumentText | Unreadable:
    """The same of bytes that are no file, or not yet."""
    if len(data) > LARGEST:
        return Unreadable("too_big")
    try:
        return _read(data, name, 0)
    except CannotRead as cannot:
        return Unreadable(cannot.reason)


def _read(data: bytes, name: str, depth: int) -> DocumentText:
    def inside(data: bytes, name: str) -> str:
        """Of a file in the file; what is wrong with it is told as such."""
        if depth + 1 >= DEEPEST or len(data) > LARGEST:
            raise CannotRead("inside")
        try:
            return _read(data, name, depth + 1).text
        except CannotRead as cannot:
            reason: Reason = cannot.reason if cannot.reason in ("encrypted", "image") else "inside"
            raise CannotRead(reason) from None

    kind, reader = _kind(data, name, depth)
    return DocumentText(kind, reader(data, inside))


def _kind(data: bytes, name: str, depth: int) -> tuple[str, _Reader]:
    if b"%PDF-" in data[:1024]:
        return "pdf", pdf.text
    if data.startswith(b"PK\x03\x04"):
        return "docx", word.text if depth == 0 else word.text_inside
    if data.startswith(_OLE):
        return "msg", message.text
    if data.startswith(_IMAGES) or data[4:12] in _HEIC:
        raise CannotRead("image")
    if mail.is_mail(data, name):
        return "eml", mail.text
    return "txt", plain.text
