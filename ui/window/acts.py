"""The commands the window itself answers for: going, locking, text size, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from ui.commands import Command
from ui.desk import PageKind
from ui.theme import theme

translate = QCoreApplication.translate


def _yes(name: str) -> bool:  # noqa: ARG001
    return True


def speaking(
    speak: Callable[[str], object], spoken: Callable[[], str], may: Callable[[str], bool] = _yes
) -> tuple[Command, ...]:
    """Each language by its own name, so that whoever reads only that one finds the way. `spoken()`: the one in use."""

    def to(language: str) -> tuple[Callable[[], object], Callable[[], bool]]:
        return lambda: speak(language), lambda: may("language") and spoken() != language

    danish, english = to("da"), to("en")
    return (
        Command("view.danish", translate("Window", "Sprog: &dansk"), danish[0], (), "languages", "view", danish[1]),
        Command("view.english", translate("Window", "Sprog: &English"), english[0], (), "languages", "view", english[1]),
    )  # fmt: skip


def always(quit: Callable[[], object], may: Callable[[str], bool] = _yes) -> tuple[Command, ...]:
    """What can be done at the locked screen too. `may(setting)`: whether the user decides on it."""
    look = theme()
    return (
        Command("file.quit", translate("Window", "&Afslut"), quit, ("Ctrl+Q",), "power", "file"),
        Command(
            "view.larger",
            translate("Window", "&Større tekst"),
            lambda: look.step_text_size(1),
            ("Ctrl++",),
            "plus",
            "view",
            lambda: may("text_percent"),
        ),
        Command(
            "view.smaller",
            translate("Window", "&Mindre tekst"),
            lambda: look.step_text_size(-1),
            ("Ctrl+-",),
            "minus",
            "view",
            lambda: may("text_percent"),
        ),
        Command(
            "view.normal",
            translate("Window", "&Normal tekst"),
            lambda: look.step_text_size(0),
            ("Ctrl+0",),
            "a-large-small",
            "view",
            lambda: may("text_percent"),
        ),
        Command(
            "view.light",
            translate("Window", "&Lyst tema"),
            lambda: look.choose("light"),
            icon="sun",
            menu="view",
            enabled=lambda: may("theme"),
        ),
        Command(
            "view.dark",
            translate("Window", "Mør&kt tema"),
            lambda: look.choose("dark"),
            icon="moon",
            menu="view",
            enabled=lambda: may("theme"),
        ),
        Command(
            "view.contrast",
            translate("Window", "&Høj kontrast"),
            lambda: look.choose("contrast"),
            icon="contrast",
            menu="view",
            enabled=lambda: may("theme"),
        ),
        Command(
            "view.system",
            translate("Window", "&Følg computerens tema"),
            lambda: look.choose("system"),
            icon="contrast",
            menu="view",
            enabled=lambda: may("theme"),
        ),
    )


def when_open(
    lock: Callable[[], object],
    undo: Callable[[], object],
    back: Callable[[], object],
    cover: Callable[[], object],
) -> tuple[Command, ...]:
    return (
        Command("file.lock", translate("Window", "&Lås"), lock, ("Ctrl+L",), "lock", "file"),
        Command(
            "file.cover", translate("Window", "&Dæk skærmen"), cover, ("Ctrl+Shift+L",), "eye-off", "file"
        ),
        Command("edit.undo", translate("Window", "&Fortryd"), undo, ("Ctrl+Z",), "undo-2", "edit"),
        Command("go.back", translate("Window", "&Tilbage"), back, ("Alt+Left",), "arrow-left", "go"),
    )


def going(pages: Sequence[PageKind], go: Callable[[str], object]) -> tuple[Command, ...]:
    """One command for each page; the page's title is its text."""

    def to(page: str) -> Callable[[], object]:
        return lambda: go(page)

    return tuple(
        Command(f"go.{kind.id}", kind.title, to(kind.id), (kind.keys,) if kind.keys else (), kind.icon, "go")
        for kind in pages
    )


def opening(open: Callable[..., object], about: Callable[[], object]) -> tuple[Command, ...]:
    """The windows of their own; each only where the program has it. `about`: whom a new note is about."""
    return (
        Command(
            "note",
            translate("Window", "&Nyt notat"),
            lambda: open("note", about()),
            ("Ctrl+N",),
            "notebook-pen",
            "file",
        ),
        Command(
            "palette", translate("Window", "&Find alt"), lambda: open("palette"), ("Ctrl+K",), "search", "go"
        ),
        Command(
            "clinic",
            translate("Window", "&Klinikmøde"),
            lambda: open("clinic"),
            ("Ctrl+Shift+M",),
            "users",
            "file",
        ),
        Command(
            "print",
            translate("Window", "&Udskriv"),
            lambda: open("print", about()),
            ("Ctrl+P",),
            "printer",
            "file",
        ),
        Command(
            "passphrase",
            translate("Window", "Skift adgangs&kode"),
            lambda: open("passphrase"),
            (),
            "key-round",
            "file",
        ),
        Command(
            "rescue-copy",
            translate("Window", "Hent &redningskopi"),
            lambda: open("rescue-copy"),
            (),
            "history",
            "file",
        ),
        Command(
            "benefits",
            translate("Window", "Hvad betyder &timer?"),
            lambda: open("benefits"),
            (),
            "chart-column",
            "help",
        ),
    )


def helping(open: Callable[..., object]) -> tuple[Command, ...]:
    def to(topic: str) -> Callable[[], object]:
        return lambda: open("help", topic)

    return (
        Command("keys", translate("Window", "&Genveje"), to("keys"), ("F1",), "keyboard", "help"),
        Command("help.book", translate("Window", "&Håndbog"), to("start"), ("Shift+F1",), "circle-question-mark", "help"),
        Command("help.not_kept", translate("Window", "Hvad gemmer Feltjournal &ikke?"), to("not-kept"), (), "shield-check", "help"),
        Command("policy", translate("Window", "&Politik"), lambda: open("policy"), (), "shield-check", "help"),
        Command("help.about", translate("Window", "&Om Feltjournal"), to("about"), (), "info", "help"),
    )  # fmt: skip
