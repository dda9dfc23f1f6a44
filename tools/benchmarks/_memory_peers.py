"""Other programs with as much in them, and what they take of memory: KeePassXC's window, Anki's window."""

from __future__ import annotations

import base64
import os
import subprocess
import time
import uuid
from pathlib import Path

_WORDS = "Vi talte om at prøve køkkenet onsdag og at ringe til bageriet. " * 4
_SETTLED_S, _LOOK_S, _PATIENCE_S = 12.0, 1.0, 180.0
_FILL = """
import sys
from anki.collection import AddNoteRequest, Collection
from pathlib import Path
base = Path(sys.argv[1]) / "User 1"
base.mkdir(parents=True, exist_ok=True)
col = Collection(str(base / "collection.anki2"))
kind, deck = col.models.by_name("Basic"), col.decks.id("Default")
asked = []
for number in range(int(sys.argv[2])):
    note = col.new_note(kind)
    note["Front"], note["Back"] = f"Samtale {number}", sys.argv[3]
    asked.append(AddNoteRequest(note=note, deck_id=deck))
col.add_notes(asked)
col.close()
"""
_WINDOW = "import sys, aqt; sys.argv = ['anki', '-b', sys.argv[1], '-p', 'User 1', '-l', 'en']; aqt.run()"


def keepassxc(folder: Path, groups: int, entries: int) -> float:
    """Its window with an open file of so many entries. Megabytes."""
    xml, file = folder / "peer.xml", folder / "peer.kdbx"
    xml.write_text(_as_xml(groups, entries // groups), "utf-8")
    made = ["keepassxc-cli", "import", "-q", "-p", str(xml), str(file)]
    subprocess.run(made, input="pw\npw\n", text=True, check=True, capture_output=True)
    asked = ["keepassxc", "--config", str(folder / "peer.ini"), "--pw-stdin", str(file)]
    return _watched(asked, "pw\n")


def anki(python: str, folder: Path, notes: int) -> float:
    """Its window, with a collection of so many notes; all of its processes together. Megabytes."""
    base = str(folder / "anki")
    subprocess.run([python, "-c", _FILL, base, str(notes), _WORDS], check=True, capture_output=True)
    environment = {
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
    }
    return _watched([python, "-c", _WINDOW, base], "", environment)


def _watched(command: list[str], typed: str, environment: dict[str, str] | None = None) -> float:
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})}, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    try:
        process.stdin.write(typed)
        process.stdin.close()
        return _settled(process.pid)
    finally:
        process.kill()
        process.wait()


def _settled(pid: int) -> float:
    """What it takes when it has taken no more for a while."""
    most, quiet, last = 0.0, 0.0, time.monotonic() + _PATIENCE_S
    while quiet < _SETTLED_S and time.monotonic() < last:
        time.sleep(_LOOK_S)
        now = _family(pid)
        quiet = quiet + _LOOK_S if now < most * 1.02 else 0.0
        most = max(most, now)
    return most


def _family(pid: int) -> float:
    """The process and all it has started."""
    from tools.benchmarks.memory import rss

    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return rss(pid) + sum(_family(int(child)) for child in children)


def _as_xml(groups: int, entries: int) -> str:
    def marked(inside: str, kind: str) -> str:
        return f"<{kind}><UUID>{base64.b64encode(uuid.uuid4().bytes).decode()}</UUID>{inside}</{kind}>"

    def told(key: str, value: str) -> str:
        return f"<String><Key>{key}</Key><Value>{value}</Value></String>"

    def group(number: int) -> str:
        rows = (
            marked(told("Title", f"Samtale {row}") + told("Notes", _WORDS), "Entry") for row in range(entries)
        )
        return marked(f"<Name>Kandidat {number}</Name>{''.join(rows)}", "Group")

    root = marked("<Name>Root</Name>" + "".join(group(number) for number in range(groups)), "Group")
    head = "<Meta><Generator>bench</Generator><DatabaseName>bench</DatabaseName></Meta>"
    return f'<?xml version="1.0" encoding="utf-8"?><KeePassFile>{head}<Root>{root}</Root></KeePassFile>'
