"""The translation files: brought up to the source, judged, and compiled. Runs in .venv.

Danish is the source language, so `feltjournal_da.ts` holds the plural forms alone; `feltjournal_en.ts` is the
translation that proves the machinery.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
_LANGUAGES = {"feltjournal_da.ts": "da_DK", "feltjournal_en.ts": "en_GB"}
_WHOLE = "feltjournal_en.ts"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{}" sourcelanguage="da_DK">\n'
Text = tuple[str, str]  # context, source


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="tools/i18n.py", description="Without an option: update the .ts files."
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="fail when a .ts file is stale or unfinished")
    choice.add_argument("--build", action="store_true", help="compile the .qm files the program loads")
    asked = parser.parse_args()
    if asked.check:
        faults = check(FOLDER)
        print("\n".join(faults) or "translations: complete")
        return 1 if faults else 0
    if not asked.build:
        update(FOLDER)
        print("\n".join(unfinished(FOLDER)) or "translations: complete")
        return 0
    build()
    return 0


def update(folder: Path) -> None:
    """Write what `ui` says now into the .ts files of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = sorted({text for source in sorted((ROOT / "ui").rglob("*.py")) for text in _texts(source)})
    for name, language in _LANGUAGES.items():
        file = folder / name
        known = dict(_known(file)) if file.exists() else {}
        wanted = texts if name == _WHOLE else [text for text in texts if _is_plural(text[1])]
        whole = _HEAD.format(language) + _contexts(wanted, known) + "</TS>\n"
        file.write_text(whole, "utf-8", newline="\n")


def _texts(source: Path) -> Iterator[Text]:
    """Read by Python itself: lupdate passes over a plural outside `self.tr`, and a text whose count is a call."""
    yield from _texts_in(ast.parse(source.read_text("utf-8")), "", source)


def _texts_in(node: ast.AST, owner: str, source: Path) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = child.func.attr if isinstance(child.func, ast.Attribute) else getattr(child.func, "id", "")
            if name == "translate" and len(child.args) > 1:
                yield _literal(child.args[0], source), _literal(child.args[1], source)
            elif name == "tr" and child.args:
                yield owner, _literal(child.args[0], source)
        yield from _texts_in(child, child.name if isinstance(child, ast.ClassDef) else owner, source)


def _literal(node: ast.expr, source: Path) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise SystemExit(f"{source.relative_to(ROOT)}:{node.lineno}: only a literal text can be translated")


def _is_plural(source: str) -> bool:
    return "%n" in source


def _known(file: Path) -> Iterator[tuple[Text, list[str]]]:
    for context, message in _messages(file):
        if _finished(message):
            forms = [form.text or "" for form in message.iter("numerusform")]
            yield (
                (context, message.findtext("source") or ""),
                forms or [message.findtext("translation") or ""],
            )


def _contexts(texts: list[Text], known: dict[Text, list[str]]) -> str:
    parts = []
    for context in sorted({context for context, _ in texts}):
        messages = "".join(_message(text[1], known.get(text, [])) for text in texts if text[0] == context)
        parts.append(f"<context>\n    <name>{escape(context)}</name>\n{messages}</context>\n")
    return "".join(parts)


def _message(source: str, forms: list[str]) -> str:
    state = "" if forms else ' type="unfinished"'
    plural, body = "", "".join(escape(form) for form in forms[:1])
    if _is_plural(source):
        plural = ' numerus="yes"'
        body = "".join(
            f"\n            <numerusform>{escape(form)}</numerusform>" for form in forms or ["", ""]
        )
        body += "\n        "
    return (
        f"    <message{plural}>\n        <source>{escape(source)}</source>\n"
        f"        <translation{state}>{body}</translation>\n    </message>\n"
    )


def build() -> None:
    sources = sorted(str(path) for path in FOLDER.glob("*.ts"))
    if sources:
        _qt("lrelease", "-silent", *sources)


def check(folder: Path) -> list[str]:
    """What is wrong, one sentence each."""
    stale = _stale(folder)
    if not (folder / _WHOLE).exists() or not _messages(folder / _WHOLE):
        return [*stale, f"{_WHOLE}: no texts at all; the source was not seen"]
    return [*stale, *unfinished(folder)]


def unfinished(folder: Path) -> list[str]:
    """A text that stands in a function, not in a class, needs `QCoreApplication.translate("Context", "Text")`."""
    faults = []
    for name in _LANGUAGES:
        for context, message in _messages(folder / name):
            if not context:
                faults.append(f"{name}: without a context, so never found: {message.findtext('source')!r}")
            elif not _finished(message):
                faults.append(f"{name}: {context}: unfinished: {message.findtext('source')!r}")
    return faults


def _stale(folder: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place)
        for name in _LANGUAGES:
            if (folder / name).exists():
                (fresh / name).write_bytes((folder / name).read_bytes())
        update(fresh)
        return [
            f"{name}: not up to the source; run: python3 tools/dev.py i18n"
            for name in _LANGUAGES
            if not (folder / name).exists() or (folder / name).read_bytes() != (fresh / name).read_bytes()
        ]


def _messages(file: Path) -> list[tuple[str, ET.Element]]:
    root = ET.parse(file).getroot()  # noqa: S314  (our own file)
    return [(c.findtext("name") or "", m) for c in root.iter("context") for m in c.iter("message")]


def _finished(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") if message.get("numerus") == "yes" else [translation]
    return bool(forms) and all((form.text or "").strip() for form in forms)


def _qt(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}" + (".exe" if sys.platform == "win32" else ""))
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
