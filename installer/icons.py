"""Draw the program's icon in every size that Linux and Windows ask for, from the one SVG, with Qt alone."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Final

SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
NAME: Final = "dk.feltjournal.Feltjournal"
_HEADER, _ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")


def draw(folder: Path) -> dict[int, Path]:
    """PNG files by their size, in `folder`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication

    import resources

    app = QApplication.instance() or QApplication(["icons"])  # one that windows may use after it
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(resources.path("icons/feltjournal.svg")))
    made = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        made[size] = folder / f"feltjournal-{size}.png"
        image.save(str(made[size]))
    del app
    return made


def ico(pictures: dict[int, Path]) -> bytes:
    """A Windows icon of PNG pictures, as every Windows since Vista reads it."""
    data = {size: path.read_bytes() for size, path in sorted(pictures.items())}
    head, place = _HEADER.pack(0, 1, len(data)), _HEADER.size + _ENTRY.size * len(data)
    for size, picture in data.items():
        head += _ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(data.values())
