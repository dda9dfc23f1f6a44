"""Nothing in a document escapes the guard: tables, headers, notes, comments, changes, hidden text, properties."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from pypdf import PdfWriter

from app import guard
from app.guard import documents

_HELD = "Hun har skizofreni."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _text(path: Path) -> str:
    content = documents.read(path)
    assert isinstance(content, documents.DocumentText)
    return content.text


def _reason(path: Path) -> str:
    content = documents.read(path)
    assert isinstance(content, documents.Unreadable)
    return content.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_plain_text_is_read_in_the_encodings_people_use(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "notat.txt"
    path.write_bytes("Møder kl. 10 på Ærø".encode(encoding))
    assert _text(path) == "Møder kl. 10 på Ærø"


def _in_table(document: Document) -> None:
    document.add_table(1, 2).cell(0, 1).text = _HELD


def _in_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = _HELD


def _in_footer(document: Document) -> None:
    document.sections[0].footer.paragraphs[0].text = _HELD


def _in_title(document: Document) -> None:
    document.core_properties.title = _HELD


def _in_remarks(document: Document) -> None:
    document.core_properties.comments = _HELD


def _hidden(document: Document) -> None:
    document.add_paragraph().add_run(_HELD).font.hidden = True


def _in_runs(document: Document) -> None:
    paragraph = document.add_paragraph("Hun har ski")
    paragraph.add_run("zofr").font.size = Pt(9)
    paragraph.add_run("eni.")


@pytest.mark.parametrize(
    "place", [_in_table, _in_header, _in_footer, _in_title, _in_remarks, _hidden, _in_runs]
)
def test_a_word_document_is_read_in_every_corner(tmp_path: Path, place: Callable[[Document], None]) -> None:
    path = tmp_path / "notat.docx"
    document = docx.Document()
    document.add_paragraph("Aftale om praktik i gartneriet.")
    place(document)
    document.save(str(path))
    assert guard.label(guard.review(_text(path))) == "refuse"


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        (
            "word/footnotes.xml",
            f"<w:footnotes {_W}><w:footnote><w:p><w:r><w:t>{_HELD}</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
        (
            "word/comments.xml",
            f"<w:comments {_W}><w:comment><w:p><w:r><w:t>{_HELD}</w:t></w:r></w:p></w:comment></w:comments>",
        ),
        (
            "word/endnotes.xml",
            f"<w:endnotes {_W}><w:p><w:del><w:r><w:delText>{_HELD}</w:delText></w:r></w:del></w:p></w:endnotes>",
        ),
        ("docProps/custom.xml", f"<Properties><property>{_HELD}</property></Properties>"),
        ("customXml/item9.xml", f"<note>{_HELD}</note>"),
    ],
)
def test_notes_comments_changes_and_custom_parts_are_read(tmp_path: Path, part: str, xml: str) -> None:
    path = tmp_path / "notat.docx"
    docx.Document().save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, xml)
    assert _HELD in _text(path)


def test_a_document_with_a_file_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notat.docx"
    docx.Document().save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/embeddings/oleObject1.bin", b"x")
    assert _reason(path) == "kind"


def pdf_of(text: str) -> bytes:
    """A one-page PDF that says `text`, written by hand."""
    stream = b"BT /F1 12 Tf 50 700 Td (" + text.encode("cp1252") + b") Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def test_the_text_of_a_pdf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf_of(_HELD))
    assert _HELD in _text(path)


def test_the_properties_of_a_pdf_are_read(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain.pdf", tmp_path / "brev.pdf"
    plain.write_bytes(pdf_of("Aftale om praktik."))
    writer = PdfWriter(clone_from=plain)
    writer.add_metadata({"/Title": _HELD})
    writer.write(path)
    assert _HELD in _text(path)


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    locked = PdfWriter()
    locked.add_blank_page(100, 100)
    locked.encrypt("hemmelig", algorithm="RC4-128")
    locked.write(tmp_path / "locked.pdf")
    empty = PdfWriter()
    empty.add_blank_page(100, 100)
    empty.write(tmp_path / "scan.pdf")
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04 half a file")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4 half a file")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    (tmp_path / "program.txt").write_bytes(b"MZ\x00\x00")
    reasons = {path.name: _reason(path) for path in sorted(tmp_path.iterdir())}
    assert reasons == {
        "cut.docx": "damaged",
        "cut.pdf": "damaged",
        "locked.pdf": "encrypted",
        "photo.jpg": "image",
        "program.txt": "kind",
        "scan.pdf": "image",
    }
