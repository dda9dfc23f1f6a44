"""Messages as Outlook saves them (.msg, MS-OXMSG): subject, people, text, categories and the files they carry."""

from __future__ import annotations

import re

from app.guard.documents import compound, plain
from app.guard.documents.found import CannotRead, Inside

_PROPERTY = re.compile(r"(?:.*/)?__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$", re.IGNORECASE)
_UNICODE, _NARROW, _BINARY = "001F", "001E", "0102"
_HTML, _PACKED, _BODY, _FILE, _LONG_NAME = "1013", "1009", "1000", "3701", "3707"
# The way it travelled, addresses and keys by which mail is sorted: nobody's words.
_MUTE = frozenset(
    [
        "001A",
        "007D",
        "0064",
        "0065",
        "0075",
        "0076",
        "0077",
        "0078",
        "0C1E",
        "0C1F",
        "0E28",
        "0E29",
        "1035",
        "1039",
        "1042",
        "3002",
        "3003",
        "300B",
        "3703",
        "370E",
        "3712",
        "3FFA",
        "39FE",
        "4019",
        "401A",
        "5D01",
        "5D02",
        "5D0A",
        "5D0B",
        "5FE5",
        "5FF7",
        "8005",
        "8006",
    ]
)
_SEALED = ("application/pkcs7-mime", "IPM.Note.SMIME")


def text(data: bytes, inside: Inside) -> str:
    try:
        found = compound.streams(data)
    except compound.Broken:
        raise CannotRead("damaged") from None
    if any(path.rpartition("/")[2] == "EncryptedPackage" for path in found):
        raise CannotRead("encrypted")
    if not any(path.startswith("__properties_version1.0") for path in found):
        raise CannotRead("kind")
    return "\n\n".join(
        filter(None, (_said(path, found, inside).strip() for path in sorted(found, key=_order)))
    )


def _order(path: str) -> tuple[int, str]:
    """The subject first, then the text, then what comes with it."""
    first = {"__substg1.0_0037001F": 0, "__substg1.0_1000001F": 1, "__substg1.0_10130102": 2}
    return first.get(path, 3 + path.count("/")), path


def _said(path: str, found: dict[str, bytes], inside: Inside) -> str:
    part = _PROPERTY.match(path)
    if part is None:
        return ""
    name, kind = part.group(1).upper(), part.group(2).upper()
    raw = found[path]
    if kind in (_UNICODE, _NARROW):
        said = (
            raw.decode("utf-16-le", "replace") if kind == _UNICODE else plain.decode(raw.replace(b"\0", b""))
        )
        if name == "001A" and said.startswith(_SEALED):
            raise CannotRead("encrypted")
        return "" if name in _MUTE else said.replace("\0", "")
    if kind != _BINARY:
        return ""
    return _binary(path, name, raw, found, inside)


def _binary(path: str, name: str, raw: bytes, found: dict[str, bytes], inside: Inside) -> str:
    if name == _HTML:
        return plain.of_html(plain.decode(raw.replace(b"\0", b"")))
    here = path.rpartition("/")[0]
    if name == _FILE and "__attach_version" in here:
        return inside(raw, _name_of(here, found))
    base = f"{here}/" if here else ""
    if name == _PACKED and not any(
        f"{base}__substg1.0_{n}" in found for n in ("1000001F", "1000001E", "10130102")
    ):
        raise CannotRead("inside")  # the only text there is, packed as RTF
    return ""


def _name_of(here: str, found: dict[str, bytes]) -> str:
    return found.get(f"{here}/__substg1.0_{_LONG_NAME}001F", b"").decode("utf-16-le", "replace")
