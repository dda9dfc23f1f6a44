"""A plain tagged PDF of headings and paragraphs: A4, Helvetica, Danish letters; what a case system needs to show an entry.

It tells title, language and structure. It does not call itself PDF/UA, for its typeface is the reader's own.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

_LINES: Final = 48
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TITLE, _HEADING, _TEXT = "H1", "H2", "P"
_WIDE: Final = {_TITLE: 60, _HEADING: 90, _TEXT: 90}
_FACE: Final = {_TITLE: b"/B 16 Tf 26 TL", _HEADING: b"/B 11 Tf 14 TL", _TEXT: b"/F 11 Tf 14 TL"}
# The numbers of the objects that stand before the pages.
_INFO, _TREE, _BODY, _FIRST = 5, 6, 7, 8
Part = tuple[str, str]  # kind, text
Row = tuple[int, str]  # number of the part, a line of it


def heading(text: str) -> Part:
    return _HEADING, text


def text(text: str) -> Part:
    """A paragraph; an empty one is a gap, and nothing to be read."""
    return _TEXT, text


def document(title: str, parts: Sequence[Part]) -> bytes:
    said = [(_TITLE, title), *parts]
    pages = _pages(said)
    kids = " ".join(f"{_FIRST + 2 * n} 0 R" for n in range(len(pages)))
    first = _FIRST + 2 * len(pages)  # of the parts that are read
    numbers = {part: first + n for n, part in enumerate(n for n, one in enumerate(said) if one[1].strip())}
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang (da) /MarkInfo << /Marked true >> /StructTreeRoot {_TREE} 0 R "
        "/ViewerPreferences << /DisplayDocTitle true >> >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< /Title %s >>" % _unicode(title),
        *_tree(pages, numbers),
    ]
    for number, page in enumerate(pages):
        drawn = _drawn(page, said)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R /B 4 0 R >> >> "
            f"/StructParents {number} /Tabs /S /Contents {_FIRST + 1 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    return _whole([*objects, *_elements(pages, said, numbers)])


def _pages(said: Sequence[Part]) -> list[list[Row]]:
    rows = [
        (n, line) for n, (kind, text) in enumerate(said) for line in textwrap.wrap(text, _WIDE[kind]) or [""]
    ]
    return [rows[i : i + _LINES] for i in range(0, len(rows), _LINES)]


def _pieces(page: list[Row]) -> Iterator[tuple[int, list[str]]]:
    """What stands on a page of each part; its place in this order is the number by which the structure finds it."""
    for part, rows in groupby(page, key=lambda row: row[0]):
        yield part, [line for _, line in rows]


def _read(page: list[Row]) -> list[int]:
    return [part for part, lines in _pieces(page) if any(lines)]


def _tree(pages: Sequence[list[Row]], numbers: dict[int, int]) -> Iterator[bytes]:
    """The root of the structure, which also tells whose each marked piece of a page is, and the document."""
    owners = " ".join(
        f"{n} [{' '.join(f'{numbers[part]} 0 R' for part in _read(page))}]" for n, page in enumerate(pages)
    )
    yield (
        f"<< /Type /StructTreeRoot /K {_BODY} 0 R /ParentTree << /Nums [{owners}] >> "
        f"/ParentTreeNextKey {len(pages)} >>"
    ).encode()
    kids = " ".join(f"{number} 0 R" for number in numbers.values())
    yield f"<< /Type /StructElem /S /Document /P {_TREE} 0 R /K [{kids}] >>".encode()


def _elements(pages: Sequence[list[Row]], said: Sequence[Part], numbers: dict[int, int]) -> Iterator[bytes]:
    """One a part, with each piece of it; a part may go on over the next page."""
    places: defaultdict[int, list[str]] = defaultdict(list)
    for number, page in enumerate(pages):
        for mark, part in enumerate(_read(page)):
            places[part].append(f"<< /Type /MCR /Pg {_FIRST + 2 * number} 0 R /MCID {mark} >>")
    for part in numbers:
        kind, text = said[part]
        lost = b"" if _kept(text) else b" /ActualText " + _unicode(text)
        kids = " ".join(places[part]).encode()
        yield b"<< /Type /StructElem /S /%s /P %d 0 R /K [%s]%s >>" % (kind.encode(), _BODY, kids, lost)


def _drawn(page: list[Row], said: Sequence[Part]) -> bytes:
    out, mark = [b"BT 50 790 Td"], 0
    for part, lines in _pieces(page):
        kind = said[part][0]
        out.append(_FACE[kind])
        shown = b" ".join(b"(%s) Tj T*" % _letters(line) if line else b"T*" for line in lines)
        if any(lines):
            shown = b"/%s << /MCID %d >> BDC %s EMC" % (kind.encode(), mark, shown)
            mark += 1
        out.append(shown)
    return b" ".join([*out, b"ET"])


def _letters(line: str) -> bytes:
    """Letters WinAnsi lacks become a question mark; the structure has them all, and so has the JSON beside it."""
    raw = line.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _kept(text: str) -> bool:
    return text.encode("cp1252", errors="replace").decode("cp1252") == text


def _unicode(text: str) -> bytes:
    return b"<%s>" % ("\ufeff" + text).encode("utf-16-be").hex().encode()


def _whole(objects: Sequence[bytes]) -> bytes:
    out, places = _HEAD, []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (size, table, size, _INFO, len(out))
