"""A plain PDF of text lines: A4, Helvetica, Danish letters; what a case system needs to show an entry."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_WIDE, _LINES = 90, 48
_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


def document(title: str, lines: Sequence[str]) -> bytes:
    wrapped = [part for line in lines for part in (textwrap.wrap(line, _WIDE) or [""])]
    pages = [wrapped[i : i + _LINES] for i in range(0, max(len(wrapped), 1), _LINES)]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (da-DK) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = _drawn(title if number == 0 else "", page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    return _whole(objects)


def _drawn(title: str, page: Sequence[str]) -> bytes:
    head = [b"/F 16 Tf (%s) Tj 0 -26 Td" % _text(title)] if title else []
    body = [b"(%s) Tj T*" % _text(line) for line in page]
    return b"BT 50 790 Td 14 TL " + b" ".join(head) + b" /F 11 Tf " + b" ".join(body) + b" ET"


def _text(line: str) -> bytes:
    """Letters WinAnsi lacks become a question mark; the JSON beside it has them all."""
    raw = line.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _whole(objects: Sequence[bytes]) -> bytes:
    out, places = _HEAD, []
    for number, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (size, table, size, len(out))
