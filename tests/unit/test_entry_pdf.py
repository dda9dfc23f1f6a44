"""A journal entry's PDF is read by a screen reader from the title down, also over a page's end."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

from pypdf import PdfReader

from server.outbound import pdf
from tests import pdf_structure

LONG = " ".join(f"ord{n}" for n in range(900))


def document() -> bytes:
    parts = [
        pdf.text("Dato: 3/6"), pdf.text(""), pdf.heading("Hvad skete der?"), pdf.text(LONG), pdf.text("Ærø (fire) \\ timer"),
        pdf.text(""), pdf.heading("Aftaler"), pdf.text("Møde med Łukasz"),
    ]  # fmt: skip
    return pdf.document("Mødet på bageriet", parts)


def test_title_headings_and_paragraphs_stand_in_the_structure_in_order() -> None:
    tree = pdf_structure.check(document(), language="da", title="Mødet på bageriet", claims=False)
    kinds = [node.kind for node in tree.all("/H1", "/H2", "/P")]
    assert kinds == ["/H1", "/P", "/H2", "/P", "/P", "/H2", "/P"]


def test_each_piece_of_text_is_found_again_from_the_structure() -> None:
    """What a reader is told lies where: each mark of each page once, and the page knows whose it is."""
    reader = PdfReader(io.BytesIO(document()))
    assert len(reader.pages) > 1
    tree = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    nums = tree["/ParentTree"]["/Nums"]
    owners = {nums[n]: nums[n + 1] for n in range(0, len(nums), 2)}
    for element in tree["/K"]["/K"]:
        for piece in element.get_object()["/K"]:
            page = piece["/Pg"].get_object()
            assert owners[page["/StructParents"]][piece["/MCID"]] == element
    for page in reader.pages:
        marks = [int(n) for n in re.findall(rb"/MCID (\d+)", page.get_contents().get_data())]  # type: ignore[union-attr]
        assert marks == list(range(len(owners[page["/StructParents"]])))
    goes_on = [e for e in tree["/K"]["/K"] if len(e.get_object()["/K"]) > 1]
    assert len(goes_on) == 1


def test_the_text_is_whole_and_letters_the_typeface_lacks_are_told() -> None:
    content = document()
    reader = PdfReader(io.BytesIO(content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    places = [
        text.find(part)
        for part in ("Mødet på", "Dato: 3/6", "Hvad skete", "ord899", "Ærø (fire) \\ timer", "Aftaler")
    ]
    assert -1 not in places
    assert places == sorted(places)
    said = [
        node.raw.get("/ActualText")
        for node in pdf_structure.check(content, language="da", claims=False).all("/P")
    ]
    assert said[-1] == "Møde med Łukasz"
    assert said[:-1] == [None] * (len(said) - 1)


def test_another_program_calls_it_tagged(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(document())
    if (tool := shutil.which("pdfinfo")) is not None:
        done = subprocess.run([tool, str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True)
        assert "Tagged:          yes" in done.stdout
        assert "Mødet på bageriet" in done.stdout
        assert not done.stderr
