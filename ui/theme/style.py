"""The style sheet and the palette of one mode at one text size."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

import resources
from ui.theme.measures import Measures

_GAPS = {"hair": 0.5, "1": 1, "1h": 1.5, "2": 2, "2h": 2.5, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8}
_RINGED = ("control", "controlSmall", "segment", "visit", "iconSmall")
_PALETTE = (
    (QPalette.ColorRole.Window, "bg"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "stopText"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "onAccent"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Link, "accentText"),
    (QPalette.ColorRole.LinkVisited, "accentText"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "borderStrong"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Shadow, "borderStrong"),
)
_FADED = (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText)


def palette(colours: dict[str, str]) -> QPalette:
    made = QPalette()
    for role, name in _PALETTE:
        made.setColor(role, QColor(colours[name]))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["faint"]))
    return made


def style_sheet(mode: str, measures: Measures) -> str:
    tokens = measures.tokens
    ring = tokens.line["ring"] - tokens.line["hair"]  # a thicker focus ring moves neither text nor neighbours
    values = dict(tokens.colours[mode])
    values["family"] = tokens.family
    for name in ("arrow", "check"):
        values[name] = resources.path(f"theme/{name}-{mode}.svg").as_posix()
    values |= {f"font_{style}": f"{measures.text(style)}px" for style in tokens.type}
    values |= {f"size_{name}": f"{measures.size(name)}px" for name in tokens.size}
    values |= {f"radius_{name}": f"{measures.radius(name)}px" for name in tokens.radius}
    values |= {f"line_{name}": f"{measures.line(name)}px" for name in tokens.line}
    values |= {f"gap_{name}": f"{measures.gap(steps)}px" for name, steps in _GAPS.items()}
    values |= {f"gap_{name}f": f"{measures.gap(_GAPS[name]) - ring}px" for name in ("1", "2", "2h", "3", "5")}
    values |= {f"size_{name}f": f"{measures.size(name) - 2 * ring}px" for name in _RINGED}
    return Template(resources.path("theme/style.qss").read_text(encoding="utf-8")).substitute(values)
