"""A paper as PDF (tagged, by typst), HTML, CSV (semicolon, byte order mark, decimal comma) and XLSX."""

from __future__ import annotations

import csv
import html
import io
import json
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from typing import Any, Final

import resources
from app.reports.papers.paper import Block, Cell, Heading, Paper, Table, Text, told

FORMATS: Final = ("pdf", "html", "csv", "xlsx")
# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def render(paper: Paper, format: str, *, now: datetime) -> bytes:
    """The file's bytes. The same paper at the same moment gives the same bytes (XLSX apart from its zip dates)."""
    match format:
        case "pdf":
            return pdf(paper, now=now)
        case "html":
            return page(paper)
        case "csv":
            return table(paper)
        case "xlsx":
            return workbook(paper, now=now)
        case _:
            raise ValueError(format)


def pdf(paper: Paper, *, now: datetime) -> bytes:
    """Tagged PDF/UA-1: title, language, headings, table headers. Raises nothing of the text's making: it is data to
    the template, never code."""
    return bytes(_set(paper, now, format="pdf", pdf_standards="ua-1"))


def pictures(paper: Paper, *, now: datetime, dpi: int) -> tuple[bytes, ...]:
    """The same pages as PNG, to be looked at (96) or printed (200). Mute: say the paper's text beside them."""
    made = _set(paper, now, format="png", ppi=float(dpi))
    return tuple(bytes(one) for one in made) if isinstance(made, list) else (bytes(made),)


def _set(paper: Paper, now: datetime, **how: Any) -> Any:
    import typst

    # It takes no zone that has a summer time, and no part of a second.
    fixed = now.replace(microsecond=0, tzinfo=timezone(now.utcoffset() or timedelta(0)))
    return typst.compile(
        str(resources.path("papers/paper.typ")),
        sys_inputs={"paper": json.dumps(_described(paper), ensure_ascii=False)},
        font_paths=[str(resources.path("fonts"))],
        ignore_system_fonts=True,
        timestamp=fixed,
        **how,
    )


def _described(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title, "lines": list(paper.lines), "personal": paper.personal, "foot": paper.foot,
        "page": paper.page_word, "of": paper.of_word, "lang": paper.language, "large": paper.large,
        "draft": paper.draft, "blocks": [_block(block, paper) for block in paper.blocks],
    }  # fmt: skip


def _block(block: Block, paper: Paper) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": block.text, "level": block.level}
        case Text():
            return {"kind": "text", "text": block.text}
        case Table():
            rows = [[told(cell, _comma(paper)) for cell in row] for row in block.rows]
            return {"kind": "table", "caption": block.caption, "heads": list(block.heads), "rows": rows}


def _comma(paper: Paper) -> str:
    return "," if paper.language == "da" else "."


def page(paper: Paper) -> bytes:
    """One HTML file without a script, a picture or anything fetched."""
    parts = [f"<h1>{html.escape(paper.title)}</h1>"]
    parts += [f"<p>{html.escape(line)}</p>" for line in (*paper.lines, paper.personal)]
    parts += [_html(block, paper) for block in paper.blocks]
    style = resources.path("papers/paper.css").read_text("utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{paper.language}">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(paper.title)}</title>\n<style>\n{style}</style></head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + f"\n</main>\n<footer><p>{html.escape(paper.foot)}</p></footer>\n</body>\n</html>\n"
    ).encode()


def _html(block: Block, paper: Paper) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{html.escape(block.text)}</h{block.level + 1}>"
        case Text():
            return f"<p>{html.escape(block.text)}</p>"
        case Table():
            heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in block.heads)
            rows = "".join(_html_row(row, _comma(paper)) for row in block.rows)
            caption = f"<caption>{html.escape(block.caption)}</caption>"
            return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _html_row(row: tuple[Cell, ...], comma: str) -> str:
    first, *rest = (html.escape(told(cell, comma)) for cell in row)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def table(paper: Paper) -> bytes:
    """The tables alone, one after the other; a cell is never a formula."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for number, one in enumerate(paper.tables):
        if number:
            write.writerow([])
        if len(paper.tables) > 1:
            write.writerow([_plain(one.caption)])
        write.writerow([_plain(head) for head in one.heads])
        write.writerows([_cell(cell, _comma(paper)) for cell in row] for row in one.rows)
    write.writerow([])
    write.writerow([_plain(paper.personal)])
    return out.getvalue().encode("utf-8-sig")


def _cell(cell: Cell, comma: str) -> str:
    return _plain(cell) if isinstance(cell, str) else told(cell, comma)


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def workbook(paper: Paper, *, now: datetime) -> bytes:
    """A sheet for each table and one that says what it is; numbers are numbers."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.properties.title, book.properties.created = paper.title, now.replace(tzinfo=None)
    about = book.active
    about.title = "Om"
    for line in (paper.title, *paper.lines, paper.personal, paper.foot):
        about.append([_plain(line)])
    for number, one in enumerate(paper.tables, 1):
        sheet = book.create_sheet(_sheet_name(one.caption, number))
        sheet.append([_plain(head) for head in one.heads])
        for cell in sheet[1]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.freeze_panes = "B2"
        for row in one.rows:
            sheet.append([_value(cell) for cell in row])
        sheet.column_dimensions["A"].width = 48
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(cell: Cell) -> str | int | float | None:
    if isinstance(cell, Fraction):
        return int(cell) if cell.denominator == 1 else round(float(cell), 1)
    return _plain(cell) if isinstance(cell, str) else cell


def _sheet_name(caption: str, number: int) -> str:
    kept = "".join(c for c in caption if c not in "[]:*?/\\'")[:26].strip() or "Tabel"
    return f"{number} {kept}"
