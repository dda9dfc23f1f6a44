"""The encoder reads one spelling, never depends on its neighbours, and the guard goes on without it."""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tracemalloc
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import guard
from app.guard import encoder, lexicon, model, runtime
from app.guard.decide import decide
from app.guard.normalise import read
from app.guard.pieces import spelled, vocabulary
from app.guard.review import rule_hits

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Hun hører stemmer, når hun er alene på lageret, og vil gerne møde kl. 10."


def _letters(text: str) -> str:
    return "".join(letter for letter, _, _ in spelled(text))


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        unicodedata.normalize("NFD", TEXT),
        "\u00ad".join(TEXT),
        TEXT.replace(" ", "\u00a0 "),
        TEXT.replace("ø", "oe").replace("å", "aa").replace("æ", "ae"),
        "".join(c if c.isascii() else f"&#{ord(c)};" for c in html.escape(TEXT, quote=False)),
    ],
)
def test_however_a_text_is_written_the_encoder_reads_the_same_letters(other: str) -> None:
    assert _letters(other) == _letters(TEXT)


@given(st.text(max_size=80))
def test_every_letter_read_has_its_place_in_the_source(text: str) -> None:
    letters = spelled(text)
    assert all(0 <= start < end <= len(text) for _, start, end in letters)
    assert [start for _, start, _ in letters] == sorted(start for _, start, _ in letters)


def test_a_word_is_cut_into_its_likeliest_pieces() -> None:
    pieces = ["<s>", "</s>", "<?>", "▁", "▁ski", "zofreni", "▁s", "k", "i", "|"]
    scores = [0.0, 0.0, 0.0, -3.0, -4.0, -4.0, -3.0, -3.0, -3.0, -3.0]
    words = vocabulary(pieces, scores, {"begin": 0, "end": 1, "unknown": 2})
    assert words.cut(spelled("Skizofreni\nSki")) == [(4, 0, 3), (5, 3, 10), (9, 10, 11), (4, 11, 14)]
    assert words.cut(spelled("x")) == [(3, 0, 1), (2, 0, 1)]


def test_the_encoder_that_ships_can_be_read_and_answers_alike() -> None:
    loaded = encoder.load()
    assert loaded is not None
    first = loaded.read(TEXT)
    loaded.known.clear()
    loaded.read("Noget helt andet i mellemtiden.")
    loaded.known.clear()
    assert loaded.read(TEXT) == first
    assert all(0 <= m.start < m.end <= len(TEXT) for m in first.pieces)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no path there")
def test_the_weights_are_never_all_held_beside_the_runtimes_own_copy() -> None:
    place = lexicon.folder() / encoder.FILE
    tracemalloc.start()
    try:
        assert encoder.read(place) is not None
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < place.stat().st_size / 2


def test_a_graph_that_ends_too_soon_or_is_refused_halfway_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> Iterator[bytes]:
        yield b"\x08"
        raise zlib.error

    with pytest.raises((RuntimeError, zlib.error)):
        runtime.Session(broken())
    with pytest.raises(RuntimeError, match="CreateSession"):
        runtime.Session(b"no graph" * 1000 for _ in range(1000))  # more than a pipe holds


def test_where_a_pipe_has_no_path_the_encoder_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "exists", lambda _: False)
    loaded = encoder.read(lexicon.folder() / encoder.FILE)
    assert loaded is not None
    whole, encoder_as_ever = loaded.read(TEXT), encoder.load()
    assert encoder_as_ever is not None
    assert encoder_as_ever.read(TEXT) == whole


def test_many_who_ask_for_it_at_once_get_one_and_the_same() -> None:
    """Each reading of the file takes a hundred megabytes; a server's threads all ask with the first note they read."""
    told = subprocess.run(
        [
            sys.executable, "-c",
            "from concurrent.futures import ThreadPoolExecutor\nfrom app.guard import encoder\n"
            "with ThreadPoolExecutor(4) as many:\n"
            "    print(len({id(one) for one in many.map(lambda _: encoder.load(), range(4))}))",
        ],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert told.stdout.strip() == "1"


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "empty", "foreign"])
def test_a_damaged_encoder_is_no_encoder(tmp_path: Path, damage: str) -> None:
    path = tmp_path / encoder.FILE
    whole = (lexicon.folder() / encoder.FILE).read_bytes()
    wounded = {
        "cut": whole[: len(whole) // 2],
        "changed": whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
        "empty": b"",
        "foreign": b"PK\x03\x04" + whole[4:],
    }
    if damage != "missing":
        path.write_bytes(wounded[damage])
    assert encoder.read(path) is None


@pytest.mark.parametrize("kind", [OSError, RuntimeError])
def test_a_runtime_that_cannot_work_on_this_computer_is_no_encoder(
    kind: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virtual machine can promise what its processor may not do: an illegal instruction is an OSError on Windows."""

    def refuse(*_: object) -> None:
        raise kind

    monkeypatch.setattr(runtime.Session, "run", refuse)
    assert encoder.read(lexicon.folder() / encoder.FILE) is None


def test_without_the_encoder_the_word_statistics_decide() -> None:
    reading = read("Han har paranoid skizofreni og vil i job.")
    found = decide(reading, rule_hits(reading), model.load(), lambda: None)
    assert "refuse" in {hit.level for hit in found}


@pytest.mark.parametrize(("text", "loaded"), [("Vi mødtes kl. 9 og ringede til bageriet.", 0), (TEXT, 1)])
def test_the_runtime_is_loaded_for_a_doubtful_text_alone_and_without_its_python_half(
    text: str, loaded: int
) -> None:
    program = (
        f"import sys; from app import guard; from app.guard import runtime; guard.review({text!r});"
        "print(runtime._loaded.cache_info().currsize, {'onnxruntime', 'numpy'} & sys.modules.keys())"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], check=True, timeout=60, capture_output=True, text=True
    )
    assert told.stdout.split() == [str(loaded), "set()"]


def test_what_the_runtime_refuses_is_said_and_does_not_end_the_program() -> None:
    with pytest.raises(RuntimeError, match="CreateSession"):
        runtime.Session([b"no graph"])
    loaded = encoder.load()
    assert loaded is not None
    with pytest.raises(RuntimeError, match="Run"):
        loaded.session.run([1 << 40])


def test_without_the_runtimes_library_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "_FOLDER", "nowhere")
    runtime._loaded.cache_clear()
    assert encoder.read(lexicon.folder() / encoder.FILE) is None
    monkeypatch.undo()
    assert encoder.read(lexicon.folder() / encoder.FILE) is not None


def test_health_names_both_models() -> None:
    state = guard.health()
    assert state.model
    assert "+" in (state.model_version or "")
