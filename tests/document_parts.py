"""Documents made for the tests: PDF and Outlook files written by hand, Word files with parts put in."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import docx
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject

from app.domain.case_file import PART

_END, _FREE, _FAT_MARK = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR = 512
TALK = "Vi talte om butikken, og hun vil gerne begynde mandag."


def pdf_of(*lines: str, invisible: bool = False) -> bytes:
    """A one-page PDF that says these lines, 16 points apart."""
    mode = b"3 Tr " if invisible else b""
    said = b" ".join(
        b"1 0 0 1 50 %d Tm (%s) Tj"
        % (700 - 16 * i, line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
        for i, line in enumerate(lines)
    )
    return pdf_page(b"BT /F1 12 Tf " + mode + said + b" ET")


def pdf_page(drawn: bytes, *, more: bytes = b"") -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
        % more,
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + head + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def word_with(
    path: Path, parts: Mapping[str, str | bytes], text: str = "Aftale om praktik i gartneriet."
) -> Path:
    """A Word file that says `text` and holds these parts besides."""
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def msg_of(texts: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> bytes:
    """An Outlook message. `texts`: by property number, as "0037" for the subject; `files`: by name."""
    tree: dict[str, bytes] = {"__properties_version1.0": bytes(32)}
    tree |= {f"__substg1.0_{number}001F": text.encode("utf-16-le") for number, text in texts.items()}
    for i, (name, content) in enumerate((files or {}).items()):
        here = f"__attach_version1.0_#{i:08X}/"
        tree |= {
            f"{here}__substg1.0_3707001F": name.encode("utf-16-le"),
            f"{here}__substg1.0_37010102": content,
        }
    return compound_of(tree)


def compound_of(tree: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams; one level of storages, siblings in a row, no small streams."""
    storages = sorted({path.partition("/")[0] for path in tree if "/" in path})
    names = [("Root Entry", 5, b""), *((s, 1, b"") for s in storages)]
    names += [(path.rpartition("/")[2], 2, content) for path, content in tree.items()]
    number = {path: 1 + len(storages) + i for i, path in enumerate(tree)}
    top = [*range(1, 1 + len(storages)), *(number[p] for p in tree if "/" not in p)]
    within = {s: [number[p] for p in tree if p.startswith(f"{s}/")] for s in storages}
    links = {n: [_FREE, _FREE, _FREE] for n in range(len(names))}
    for row in (top, *within.values()):
        for a, b in pairwise(row):
            links[a][1] = b
    links[0][2] = top[0]
    for i, storage in enumerate(storages, 1):
        links[i][2] = within[storage][0]
    fat: list[int] = []
    body = b""
    starts = []
    for _, _, content in names:
        starts.append(len(fat) if content else _END)
        sectors = -(-len(content) // _SECTOR)
        fat += [*range(len(fat) + 1, len(fat) + sectors), _END] if sectors else []
        body += content.ljust(sectors * _SECTOR, b"\0")
    rows = b"".join(
        _entry(name, kind, links[i], starts[i], len(content)) for i, (name, kind, content) in enumerate(names)
    )
    first = len(fat)
    sectors = -(-len(rows) // _SECTOR)
    fat += [*range(first + 1, first + sectors), _END]
    body += rows.ljust(sectors * _SECTOR, b"\0")
    count = -(-(len(fat) + 8) * 4 // _SECTOR)
    places = [len(fat) + i for i in range(count)]
    fat += [_FAT_MARK] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * _SECTOR, b"\xff")
    return _head(first, places) + body + table


def _entry(name: str, kind: int, links: list[int], start: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBB3I16sI16sIQ", spelled, len(spelled), kind, 1, *links, bytes(16), 0, bytes(16), start, size
    )


def _head(directory: int, fat: list[int]) -> bytes:
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0,
        len(fat), directory, 0, 0, _END, 0, _END, 0, 0,
    )[:76]  # fmt: skip
    return head + struct.pack("<109I", *fat, *[_FREE] * (109 - len(fat)))


def heavy_pdf(size: int = 3 * PART - 17, *, seed: int = 1) -> bytes:
    """A PDF of about that many bytes and few words: most of it is an object that nothing shows."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(TALK))))
    if size > PART:
        filler = DecodedStreamObject()
        filler.set_data(random.Random(seed).randbytes(size))  # noqa: S311
        writer._add_object(filler)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
