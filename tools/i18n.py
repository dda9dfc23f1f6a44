"""The translation files: brought up to the source, judged, and compiled. Runs in .venv.

Danish is the source language, so `feltjournal_da.ts` holds the plural forms alone; `feltjournal_en.ts` is the
translation that proves the machinery.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
_LANGUAGES = {"feltjournal_da.ts": ["da_DK", "-pluralonly"], "feltjournal_en.ts": ["en_GB"]}
_WHOLE = "feltjournal_en.ts"


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
    for name, target in _LANGUAGES.items():
        # Without -extensions py, lupdate finds nothing in a folder and reports success.
        _qt("lupdate", "-silent", "-extensions", "py", "-source-language", "da_DK", "-target-language", *target,
            "-no-obsolete", "-locations", "none", "ui", "-ts", str(folder / name))  # fmt: skip


def build() -> None:
    sources = sorted(str(path) for path in FOLDER.glob("*.ts"))
    if sources:
        _qt("lrelease", "-silent", *sources)


def check(folder: Path) -> list[str]:
    """What is wrong, one sentence each."""
    stale = _stale(folder)
    if not (folder / _WHOLE).exists() or not _messages(folder / _WHOLE):
        return [*stale, f"{_WHOLE}: no texts at all; lupdate did not see the source"]
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
