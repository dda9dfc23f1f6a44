"""One frozen program for all packaging tests: building it is what takes the time."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from installer import build


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `installer/build.py` has filled: bundle, SBOM, self-test report. FELT_RELEASE names one made before."""
    if ready := os.environ.get("FELT_RELEASE"):
        return Path(ready)
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent  # of all workers
    out, done = shared / "release", shared / "release.done"
    with (shared / "release.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build.build(out, package=False)
            done.touch()
    return out


@pytest.fixture(scope="session")
def bundle(released: Path) -> Path:
    return released / "feltjournal"


@pytest.fixture
def tool() -> Callable[[str], str]:
    """A program of the system. It is an error, not a reason to skip, when it is missing: `.ci/run` installs it."""

    def find(name: str) -> str:
        found = shutil.which(name)
        assert found is not None, f"{name} is missing: see the packages in .ci/run"
        return found

    return find
