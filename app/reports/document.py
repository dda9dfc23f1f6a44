"""Tagged PDF documents from templates that travel with the program; nothing but the words that are handed in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import resources


def pdf(template: str, told: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """The document as PDF/UA-1 bytes. `template`: a name in `resources/documents`, without its ending."""
    import typst  # 30 MB that a program which writes no document need not read

    made: bytes = typst.compile(
        str(resources.path(f"documents/{template}.typ")),
        font_paths=[str(resources.path("fonts"))],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    return made
