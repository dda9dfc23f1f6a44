"""`feltjournal-server sign-kle`: KL's own XML of subject numbers becomes a list the consultants' programs take in."""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from app.domain import code_list, kle
from app.protocol import signed_file
from server.office import Place, Usage

# What KL calls a level, from the main group down; each has <NAME>Nr, <NAME>Titel and <NAME>AdministrativInfo.
_LEVELS: Final = ("Hovedgruppe", "Gruppe", "Emne")
_EMPLOYMENT: Final = ("15", "32")
_REVIEW: Final = timedelta(days=365)
_LARGEST: Final = 64 << 20


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "sign-kle", parents=[where], help="sign KL's subject numbers (KLE-Emneplan XML) for the programs"
    )
    parser.add_argument("file", type=Path, metavar="XML", help="the file KL publishes")
    parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="the signed file to hand out")
    parser.add_argument(
        "--group", action="append", metavar="NN", help="main groups to keep (default: 15 and 32)"
    )
    parser.set_defaults(run=_sign)


def _sign(chosen: argparse.Namespace, place: Place) -> int:
    body = read(chosen.file, tuple(chosen.group or _EMPLOYMENT))
    sealed = signed_file.seal(body, kind=signed_file.LIST, sign=place.identity().sign)
    chosen.to.write_bytes(sealed)
    print(f"KLE from {body['valid_from']}, {len(body['codes'])} numbers: {chosen.to}")  # noqa: T201
    return 0


def read(file: Path, groups: tuple[str, ...]) -> dict[str, Any]:
    """The list as the programs read it. Raises Usage: no file, too large, or not KL's XML."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Usage(f"{file}: {error.strerror}") from None
    if len(data) > _LARGEST or b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Usage(f"{file} is not KL's XML")  # entities can make a small file a large one
    try:
        root = ET.fromstring(data)  # noqa: S314 - entities were refused above
        first = date.fromisoformat((root.findtext("UdgivelsesDato") or "").strip()[:10])
        body = {
            "name": kle.LIST, "valid_from": first.isoformat(), "valid_to": None,
            "review_by": (first + _REVIEW).isoformat(), "source": "KL Emnesystematik", "codes": list(_codes(root, groups)),
        }  # fmt: skip
        code_list.parse(body)
    except (ET.ParseError, ValueError, KeyError, TypeError) as error:
        raise Usage(f"{file} is not KL's XML: {error}") from None
    return body


def _codes(root: ET.Element, groups: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Every number of the chosen main groups, an expired one with the last day it could be used."""
    for level in _LEVELS:
        for one in root.iter(level):
            number = (one.findtext(f"{level}Nr") or "").strip()
            title = " ".join((one.findtext(f"{level}Titel") or "").split())
            if number[:2] in groups and title:
                gone = (one.findtext(f"{level}AdministrativInfo/Historisk/UdgaaetDato") or "").strip()
                last = date.fromisoformat(gone[:10]).isoformat() if gone else None
                yield {"code": number, "da": f"{number} {title}", "valid_to": last}
