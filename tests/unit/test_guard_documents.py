"""Nothing in a document escapes the guard: tables, headers, notes, comments, changes, hidden text, properties."""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from app import guard
from app.guard import documents
from app.guard.documents import lines
from tests.document_parts import compound_of, msg_of, pdf_of, pdf_page, word_with

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


_DRAWN = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:ins w:id='1' w:author='A'><w:r><w:t>{_HELD}</w:t></w:r></w:ins></w:p>",
        f"<w:p><w:del w:id='1' w:author='A'><w:r><w:delText>{_HELD}</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:moveFrom w:id='1'><w:r><w:t>{_HELD}</w:t></w:r></w:moveFrom></w:p>",
        f"<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{_HELD}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
        f"<w:p {_DRAWN}><w:r><wps:txbx><w:txbxContent><w:p><w:r><w:t>{_HELD}</w:t></w:r></w:p></w:txbxContent>"
        "</wps:txbx></w:r></w:p>",
        f"<w:p><a:t xmlns:a='urn:drawing'>{_HELD}</a:t></w:p>",
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{_HELD}</w:t></w:r></w:p>",
        f"<w:p><w:fldChar><w:ffData><w:textInput><w:default w:val='{_HELD}'/></w:textInput></w:ffData></w:fldChar></w:p>",
        f"<w:sdt><w:sdtPr><w:alias w:val='{_HELD}'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        f"<w:p><w:hyperlink w:tooltip='{_HELD}'><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>",
        f"<w:p><w:r><w:drawing><docPr xmlns='urn:d' descr='{_HELD}'/></w:drawing></w:r></w:p>",
    ],
    ids=[
        "put in",
        "taken out",
        "moved",
        "old box",
        "box",
        "drawing",
        "hidden",
        "form",
        "control",
        "hint",
        "picture",
    ],
)
def test_what_word_keeps_within_the_text_is_read(tmp_path: Path, body: str) -> None:
    path = tmp_path / "notat.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    assert _HELD in _text(path)


def test_variables_links_and_pages_put_in_are_read(tmp_path: Path) -> None:
    links = (
        "<Relationships xmlns='urn:r'><Relationship Id='a' TargetMode='External' "
        "Target='https://jobcenter.invalid/?note=Hun%20har%20skizofreni.'/></Relationships>"
    )
    for name, content in {
        "word/settings.xml": f"<w:settings {_W}><w:docVars><w:docVar w:val='{_HELD}'/></w:docVars></w:settings>",
        "word/_rels/footnotes.xml.rels": links,
        "word/afchunk.html": f"<p style='display:none'>{_HELD}</p>",
        "word/charts/chart1.xml": f"<c:chart xmlns:c='urn:c'><c:v>{_HELD}</c:v></c:chart>",
    }.items():
        path = tmp_path / "notat.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", f"<w:document {_W}/>")
            archive.writestr(name, content)
        assert _HELD in _text(path), name


def test_a_file_in_a_word_document_is_read_as_well_or_the_whole_is_refused(tmp_path: Path) -> None:
    inner = word_with(tmp_path / "inner.docx", {}, _HELD).read_bytes()
    assert _HELD in _text(word_with(tmp_path / "a.docx", {"word/embeddings/Bilag.docx": inner}))
    assert _HELD in _text(word_with(tmp_path / "b.docx", {"word/embeddings/Bilag.pdf": pdf_of(_HELD)}))
    sheets = tmp_path / "ark.zip"
    with zipfile.ZipFile(sheets, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{_HELD}</t></si></sst>")
    assert _HELD in _text(word_with(tmp_path / "c.docx", {"word/embeddings/Ark.xlsx": sheets.read_bytes()}))
    assert _reason(word_with(tmp_path / "d.docx", {"word/embeddings/oleObject1.bin": b"\0x"})) == "inside"
    assert _reason(word_with(tmp_path / "e.docx", {"word/vbaProject.bin": b"\0x"})) == "inside"


def test_a_word_document_that_is_a_picture_is_refused_and_one_with_a_mark_at_its_head_is_not(
    tmp_path: Path,
) -> None:
    scan = word_with(tmp_path / "scan.docx", {"word/media/image1.png": b"\x89PNG"}, "Side 1")
    assert _reason(scan) == "image"
    letter = word_with(
        tmp_path / "brev.docx", {"word/media/image1.png": b"\x89PNG"}, "Vi ses på torsdag. " * 10
    )
    assert "torsdag" in _text(letter)


def _noted(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text=_HELD, rect=(50, 550, 200, 650)))


def _attached(writer: PdfWriter) -> None:
    writer.add_attachment("bilag.txt", _HELD.encode())


def _attached_pdf(writer: PdfWriter) -> None:
    writer.add_attachment("bilag.pdf", pdf_of(_HELD))


def _bookmarked(writer: PdfWriter) -> None:
    writer.add_outline_item(title=_HELD, page_number=0)


def _described(writer: PdfWriter) -> None:
    writer._add_object(DictionaryObject({NameObject("/Alt"): TextStringObject(_HELD)}))


def _filled(writer: PdfWriter) -> None:
    field = DictionaryObject(
        {NameObject("/FT"): NameObject("/Tx"), NameObject("/V"): TextStringObject(_HELD)}
    )
    fields = ArrayObject([writer._add_object(field)])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


def _told_in_xml(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x><title>{_HELD}</title></x>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer._add_object(stream)


@pytest.mark.parametrize(
    "put", [_noted, _attached, _attached_pdf, _bookmarked, _described, _filled, _told_in_xml]
)
def test_a_pdf_is_read_in_every_corner(tmp_path: Path, put: Callable[[PdfWriter], None]) -> None:
    plain, path = tmp_path / "plain.pdf", tmp_path / "brev.pdf"
    plain.write_bytes(pdf_of("Aftale om praktik."))
    writer = PdfWriter(clone_from=plain)
    put(writer)
    writer.write(path)
    assert _HELD in _text(path)


def test_invisible_words_of_a_pdf_are_read(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf_of(_HELD, invisible=True))
    assert _HELD in _text(path)


def test_a_page_that_is_a_picture_is_refused_though_another_has_words(tmp_path: Path) -> None:
    (tmp_path / "words.pdf").write_bytes(pdf_of("Aftale om praktik."))
    (tmp_path / "scan.pdf").write_bytes(pdf_page(b"/Im1 Do", more=b"/XObject<</Im1<</Subtype/Image>>>>"))
    writer = PdfWriter(clone_from=tmp_path / "words.pdf")
    writer.append(tmp_path / "scan.pdf")
    writer.write(tmp_path / "both.pdf")
    assert _reason(tmp_path / "both.pdf") == "image"


_SENTENCES = (
    "Vi talte om de nye mødetider, og hun vil gerne prøve tre formiddage om ugen i pakkeriet. Butikschefen fortalte, "
    "at hun har fået konstateret paranoid skizofreni, og at de gerne vil vise hende butikken på onsdag."
)


@pytest.mark.parametrize("width", [38, 56, 80])
def test_the_three_formats_of_a_text_give_the_same_findings(tmp_path: Path, width: int) -> None:
    lines = textwrap.wrap(_SENTENCES, width)
    (tmp_path / "a.txt").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(pdf_of(*lines))
    word_with(tmp_path / "c.docx", {}, _SENTENCES)
    texts = [_text(tmp_path / name) for name in ("a.txt", "b.pdf", "c.docx")]
    assert texts[0] == texts[1]
    assert all(_SENTENCES in text for text in texts)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Hun har fået konstateret skizo-\nfreni og møder til samtale i morgen", "Hun har fået konstateret skizofreni og møder til samtale i morgen"),
        ("Vi talte længe om morgen-\nog aftenvagter i butikken i byen", "Vi talte længe om morgen- og aftenvagter i butikken i byen"),
        ("Navn: Amira\nEmne: praktik i gartneriet på torsdag", "Navn: Amira\nEmne: praktik i gartneriet på torsdag"),
        ("- mælk og brød og meget andet godt\n- smør og flere ting fra butikken", "- mælk og brød og meget andet godt\n- smør og flere ting fra butikken"),
    ],
    ids=["broken word", "hanging hyphen", "form", "list"],
)  # fmt: skip
def test_lines_of_a_page_become_sentences_again(given: str, made: str) -> None:
    assert lines.mended(given) == made


def test_a_mail_is_read_with_its_subject_both_its_texts_and_what_it_carries(tmp_path: Path) -> None:
    for put in ("subject", "text", "page", "file", "forwarded"):
        mail = EmailMessage()
        mail["From"], mail["To"] = "Ida <ida@jobcenter.invalid>", "bo@jobcenter.invalid"
        mail["Subject"] = _HELD if put == "subject" else "Praktik"
        mail.set_content(_HELD if put == "text" else "Vi ses på torsdag.")
        if put == "page":
            mail.add_alternative(f"<p>Vi ses</p><p hidden>{_HELD}</p>", subtype="html")
        if put == "file":
            mail.add_attachment(pdf_of(_HELD), maintype="application", subtype="pdf", filename="bilag.pdf")
        if put == "forwarded":
            other = EmailMessage()
            other.set_content(_HELD)
            mail.add_attachment(other)
        path = tmp_path / f"{put}.eml"
        path.write_bytes(mail.as_bytes())
        content = documents.read(path)
        assert isinstance(content, documents.DocumentText), put
        assert content.kind == "eml"
        assert _HELD in content.text, put


def test_a_mail_with_a_picture_or_a_seal_is_refused_and_a_senders_mark_is_not(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail.set_content("Se billedet.")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="scan.png")
    (tmp_path / "picture.eml").write_bytes(mail.as_bytes())
    sealed = EmailMessage()
    sealed.set_content(b"\x30\x80", maintype="application", subtype="pkcs7-mime")
    (tmp_path / "sealed.eml").write_bytes(sealed.as_bytes())
    marked = EmailMessage()
    marked.set_content("Vi ses.")
    marked.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<mark>")
    (tmp_path / "marked.eml").write_bytes(marked.as_bytes())
    assert _reason(tmp_path / "picture.eml") == "image"
    assert _reason(tmp_path / "sealed.eml") == "encrypted"
    assert "Vi ses." in _text(tmp_path / "marked.eml")


@pytest.mark.parametrize("put", ["0037", "1000", "0E04", "file"])
def test_an_outlook_message_is_read(tmp_path: Path, put: str) -> None:
    texts = {"0037": "Praktik", "1000": "Vi ses på torsdag.", "001A": "IPM.Note"} | (
        {put: _HELD} if put != "file" else {}
    )
    path = tmp_path / "brev.msg"
    path.write_bytes(msg_of(texts, {"bilag.txt": (_HELD if put == "file" else "Intet").encode()}))
    content = documents.read(path)
    assert isinstance(content, documents.DocumentText)
    assert content.kind == "msg"
    assert _HELD in content.text


def test_an_outlook_message_that_cannot_be_read_whole_is_refused(tmp_path: Path) -> None:
    whole = msg_of({"0037": "Praktik", "1000": "Vi ses."}, {"scan.png": b"\x89PNG"})
    (tmp_path / "picture.msg").write_bytes(whole)
    (tmp_path / "cut.msg").write_bytes(whole[:700])
    (tmp_path / "old.doc").write_bytes(compound_of({"WordDocument": b"x"}))
    (tmp_path / "locked.docx").write_bytes(compound_of({"EncryptedPackage": b"x"}))
    (tmp_path / "sealed.msg").write_bytes(msg_of({"001A": "IPM.Note.SMIME"}))
    reasons = {path.name: _reason(path) for path in sorted(tmp_path.iterdir())}
    assert reasons == {
        "cut.msg": "damaged", "locked.docx": "encrypted", "old.doc": "kind", "picture.msg": "image",
        "sealed.msg": "encrypted",
    }  # fmt: skip


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
@settings(max_examples=60)
def test_no_bytes_whatever_bring_the_reader_down(
    tmp_path_factory: pytest.TempPathFactory, rest: bytes, head: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(head + rest)
    assert isinstance(documents.read(path), documents.DocumentText | documents.Unreadable)


@given(st.data())
@settings(max_examples=40)
def test_a_message_with_spoilt_bytes_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(msg_of({"0037": "Praktik", "1000": "Vi ses."}, {"a.txt": b"x"}))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=12)):
        whole[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "spoilt.msg"
    path.write_bytes(whole)
    assert isinstance(documents.read(path), documents.DocumentText | documents.Unreadable)
