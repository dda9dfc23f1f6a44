"""What a screen reader needs of a PDF, read from its bytes: PDF/UA-1 as far as it can be seen without a validator."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_HEADS = ("/H1", "/H2", "/H3")
_SHOWS = (b"Tj", b"TJ", b"'", b'"', b"Do", b"sh")


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element. `raw`: its own dictionary."""

    kind: str
    raw: dict[str, Any]
    inside: list[Node] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[Node]:
        """This one and those inside it, in the order in which they are read."""
        if not kinds or self.kind in kinds:
            yield self
        for one in self.inside:
            yield from one.all(*kinds)


def check(content: bytes, *, language: str, title: str = "", claims: bool = True) -> Node:
    """Its structure; AssertionError says what a reader would miss. `claims`: it says itself that it is PDF/UA."""
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert title in ("", reader.metadata.title)
    assert not claims or b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    tree = Node("", {}, _nodes(root["/StructTreeRoot"]))
    _headings(tree)
    for part in tree.all():
        _tables_of(part)
    for picture in tree.all("/Figure", "/Formula"):
        assert str(picture.raw.get("/Alt", "")).strip(), "a picture without a word"
    for page in reader.pages:
        _all_marked(page, reader)
    return tree


def _headings(tree: Node) -> None:
    """One title, and no level is jumped over."""
    levels = [_HEADS.index(one.kind) + 1 for one in tree.all(*_HEADS)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def _tables_of(part: Node) -> None:
    """Each is named by the heading before it."""
    for before, one in pairwise([Node("", {}), *part.inside]):
        if one.kind == "/Table":
            assert before.kind in _HEADS, "a table without a name"
            _table(one)


def _table(table: Node) -> None:
    """Each column has a head that says so, and every row has as many cells."""
    rows = list(table.all("/TR"))
    heads = [cell for cell in rows[0].inside if cell.kind in ("/TH", "/TD")]
    assert heads
    assert {cell.kind for cell in heads} == {"/TH"}
    assert {_scope(cell) for cell in table.all("/TH")} <= {"/Column", "/Both"}
    assert {len([c for c in row.inside if c.kind in ("/TH", "/TD")]) for row in rows} == {len(heads)}


def _scope(cell: Node) -> str:
    told = cell.raw.get("/A", [])
    told = told if isinstance(told, list) else [told]
    return next((str(one.get_object().get("/Scope")) for one in told if "/Scope" in one.get_object()), "")


def _nodes(raw: Any) -> list[Node]:
    raw = getattr(raw, "get_object", lambda: raw)()
    if isinstance(raw, list):
        return [node for one in raw for node in _nodes(one)]
    if not isinstance(raw, dict):
        return []
    inside = _nodes(raw["/K"]) if "/K" in raw else []
    return [Node(str(raw["/S"]), raw, inside)] if "/S" in raw else inside


def _all_marked(page: Any, reader: PdfReader) -> None:
    """Whatever is painted belongs to the structure or says that it is none of the text."""
    open_ = 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            open_ += 1
            assert operands[0] == "/Artifact" or "/MCID" in operands[1] or open_ > 1, operands
        elif operator == b"EMC":
            open_ -= 1
        elif operator in _SHOWS:
            assert open_, "text outside the structure"
    assert open_ == 0
