"""Reading by the guard, on one core: a changed paragraph, a short note, a five-page document, and loading the models.

Each text is read as new: the answers remembered of the last reading are let go first. The peer of a paragraph is the
multiplications its encoder cannot do without, in numpy on one thread: eighteen layers of 1.8 million weights a word piece.
"""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import time

from app import guard
from tools.benchmarks import Budget, Result, seconds, taking_turns

_NOTES = (
    "Møde med Aksel og butikschefen kl. 9.30. Han får faste vagter mandag og torsdag og møder ved varemodtagelsen.",
    "Ringede til bageriet. De vil gerne se Sofie igen i næste uge, og hun har fået busruten skrevet ned på en seddel.",
    "Hun har svært ved mange mennesker på én gang, så vi har aftalt pause i baglokalet hver time og en fast makker.",
    "Nadia er begyndt på Sertralin 50 mg og er træt om formiddagen. Vi flytter vagten til kl. 11 de første tre uger.",
    "Han fortæller, at han hører stemmer, når han står alene på lageret, og vil gerne arbejde sammen med andre.",
    "Opfølgning på praktikken: tempoet er fint, kunderne er glade for ham, og chefen foreslår tre timer mere om ugen.",
    "CV'et er rettet. Vi øvede samtalen og talte om, hvad der skal siges om hullet i 2024, og hvad der ikke skal siges.",
    "Kontaktpersonen anbefaler højst 15 timer. Butikken kan tilbyde 12 fra uge 40, og Emil siger ja til det.",
)
_LONG = "\n\n".join(" ".join(_NOTES[i % 8] for i in range(k, k + 4)) for k in range(32))
_LOAD = """
import pathlib, time
begun = time.perf_counter()
from app import guard
guard.health()
print(time.perf_counter() - begun)
about = pathlib.Path("/proc/self/status")
told = dict(line.split(":") for line in about.read_text().splitlines()) if about.exists() else {}
print(*(int(told.get(name, "0 kB").split()[0]) / 1024 for name in ("VmHWM", "VmRSS")))
"""


def _paragraph() -> float:
    """Seconds for a paragraph of two or three sentences, mean over the notes in pairs."""
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(_NOTES)]
    return statistics.fmean(_read(pair) for pair in pairs)


def _read(text: str) -> float:
    guard.forget()
    return seconds(lambda: guard.review(text))


def _floor() -> float:
    import numpy

    pieces = numpy.ones((55, 384), dtype=numpy.float32)
    wide = numpy.ones((384, 4608), dtype=numpy.float32)
    return seconds(lambda: [pieces @ wide for _ in range(18)])


def run() -> Result:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    loaded = subprocess.run(
        [sys.executable, "-c", _LOAD], check=True, capture_output=True, text=True, timeout=120
    )
    guard.health()
    paragraph, floor = taking_turns(_paragraph, _floor, 7)
    single = sorted(_read(note) for note in _NOTES for _ in range(5))
    begun = time.perf_counter()
    guard.forget()
    guard.review(_LONG)
    document = time.perf_counter() - begun
    load, peak, rest = map(float, loaded.stdout.split())
    figures = {
        "load_s": load,
        "load_peak_mb": peak,  # of a process that has nothing else; 0 but on Linux
        "loaded_mb": rest,
        "paragraph_ms": 1000 * paragraph,
        "note_ms": 1000 * statistics.median(single),
        "note_p95_ms": 1000 * single[int(len(single) * 0.95)],
        "five_pages_s": document,
    }
    return Result(figures, (Budget("paragraph", paragraph / floor, 12.0, "its multiplications in numpy"),))
