"""`feltjournalctl guard` as a program reads and writes it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent


def _run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app.ctl", "guard", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=_ROOT, timeout=60, check=False)


def test_texts_are_reviewed_line_by_line() -> None:
    lines = [
        {"id": "a", "text": "Møder bedst efter kl. 10."},
        {"id": "b", "text": "Får Abilify 15 mg.", "source": "clinic"},
    ]
    done = _run("review", "--jsonl", stdin="\n".join(map(json.dumps, lines)).encode())
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert answers[0] == {"id": "a", "label": "allow", "spans": []}
    assert answers[1]["label"] == "refuse"
    assert answers[1]["spans"][0]["category"] == "MEDICATION"


def test_a_bad_line_is_named_and_the_others_are_still_answered() -> None:
    done = _run("review", "--jsonl", stdin=b'{"id": 1}\nnot json\n{"id": "c", "text": "God dag"}\n')
    assert done.returncode == 1
    assert b"line 1" in done.stderr
    assert b"line 2" in done.stderr
    assert json.loads(done.stdout) == {"id": "c", "label": "allow", "spans": []}


def test_documents_are_judged_one_line_each(tmp_path: Path) -> None:
    good, bad = tmp_path / "god.txt", tmp_path / "billede.png"
    good.write_text("Fik Zyprexa 10 mg i går.", encoding="utf-8")
    bad.write_bytes(b"\x89PNG....")
    done = _run("document", str(good), str(bad), "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert (answer["file"], answer["label"]) == (str(good), "refuse")
    assert b"billede.png" in done.stderr
    assert b"Zyprexa" not in done.stderr
