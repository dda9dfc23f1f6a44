"""The look of the running program: mode, text size, and everything derived from them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

import resources
from ui.theme import icons, measures, style, tokens

# Fusion on every platform, as others and our style sheet do not agree; `QApplication.setStyle` would hand out the style
# and make the whole of QStyle known to Python before the first paint.
ARGUMENTS = ["feltjournal", "-style", "fusion"]
CHOICES = ("system", "light", "dark", "contrast")


class Theme(QObject):
    """`changed` fires after palette, style sheet and font of the whole program have been replaced."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._tokens = tokens.load()
        self._system = measures.system_factor(QGuiApplication.platformName(), app.font().pointSizeF())
        self._choice, self._text_size = choice, text_size
        self._paper = False
        for file in sorted(resources.path("fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_scheme_changed)

    @property
    def choice(self) -> str:
        return self._choice

    @property
    def text_size(self) -> int:
        """Percent, 80 to 200."""
        return self._text_size

    @property
    def mode(self) -> str:
        """`light`, `dark` or `contrast`; a system that does not say is light, one that asks for contrast gets it."""
        if self._choice != "system":
            return self._choice
        if self._system_wants_contrast():
            return "contrast"
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    @property
    def factor(self) -> float:
        """How many times larger than plain the text is, system and own choice together."""
        return self._measures.factor

    def choose(self, choice: str) -> None:
        if choice != self._choice:
            self._choice = choice
            self._apply()

    def set_text_size(self, percent: int) -> None:
        size = min(max(percent, measures.SMALLEST_TEXT), measures.LARGEST_TEXT)
        if size != self._text_size:
            self._text_size = size
            self._apply()

    def step_text_size(self, direction: int) -> None:
        self.set_text_size(measures.next_step(self._text_size, direction) if direction else 100)

    def colour(self, role: str) -> QColor:
        """The colour of a token: `theme().colour("accent")`."""
        return QColor(self._tokens.colours["light" if self._paper else self.mode][role])

    @contextlib.contextmanager
    def on_paper(self) -> Iterator[None]:
        """Colours as ink on white, for as long as something is painted for a printer."""
        self._paper = True
        try:
            yield
        finally:
            self._paper = False

    def gap(self, steps: float) -> int:
        """Air in steps of the 4-pixel grid: `gap(4)` is 16 pixels at 100 %."""
        return self._measures.gap(steps)

    def size(self, name: str) -> int:
        return self._measures.size(name)

    def line(self, name: str) -> int:
        return self._measures.line(name)

    def radius(self, name: str) -> int:
        return self._measures.radius(name)

    def font(self, name: str = "body") -> QFont:
        """A font for painting: `font("title")`, `font("small")`."""
        made = QFont(self._tokens.family)
        made.setPixelSize(self._measures.text(name))
        made.setWeight(QFont.Weight(self._measures.weight(name)))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def icon(self, name: str, role: str = "text") -> QIcon:
        """A Lucide icon in the colour of `role`; follows the theme by itself."""
        return icons.tinted(name, role, self.colour)

    def icon_size(self, name: str = "icon") -> QSize:
        return QSize(self.size(name), self.size(name))

    def pixmap(self, name: str, role: str = "text", size: str = "icon") -> QPixmap:
        return icons.pixmap(name, self.colour(role), self.size(size), self._app.devicePixelRatio())

    def draw_icon(self, painter: QPainter, name: str, role: str, box: QRectF) -> None:
        icons.draw(painter, name, self.colour(role), box)

    def _system_wants_contrast(self) -> bool:
        hints = self._app.styleHints()
        access = hints.accessibility()  # both kept: what a temporary one hands out goes with it
        wish = access.contrastPreference()
        return wish == Qt.ContrastPreference.HighContrast

    def _system_scheme_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        self._measures = measures.Measures(self._tokens, self._system * self._text_size / 100)
        self._app.setFont(self.font())
        self._app.setPalette(style.palette(self._tokens.colours[self.mode]))
        self._app.setStyleSheet(style.style_sheet(self.mode, self._measures))
        self.changed.emit()


_installed: list[Theme] = []


def install(app: QApplication, choice: str = "system", text_size: int = 100) -> Theme:
    """Dress the program; once, before the first widget."""
    _installed[:] = [Theme(app, choice, text_size)]
    return _installed[0]


def theme() -> Theme:
    """The theme of the running program, as there is one style sheet and one palette."""
    return _installed[0]
