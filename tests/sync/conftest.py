"""Real clients against a real server over TLS; one jobcenter for the tests that leave it as it was."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from server import embedded
from tests.parts import Jobcenter, _admin, jobcenter, make_jobcenter, postgres, postgres_url
from tests.sync.consultant import Consultant

__all__ = ["jobcenter", "postgres", "postgres_url"]


@pytest.fixture(scope="session")
def office(postgres: embedded.Cluster) -> Iterator[Jobcenter]:
    """A jobcenter that many tests share."""
    name = f"office_{uuid.uuid4().hex[:8]}"
    with _admin(postgres) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE feltjournal'.encode())
    with make_jobcenter(postgres.url(name)) as made:
        yield made.start()


@pytest.fixture
def anna(office: Jobcenter, tmp_path: Path) -> Iterator[Consultant]:
    """An enrolled consultant with one participant whom the server knows, and one note it does not."""
    made = Consultant.new(tmp_path / "anna")
    made.enrol(office, person=f"anna-{uuid.uuid4().hex[:8]}")
    made.take_on("Kim Prøve")
    assert made.sync().stopped is None
    made.note("Vi talte om butikken.")
    yield made
    made.vault.close()


@pytest.fixture
def pair(office: Jobcenter, tmp_path: Path) -> Iterator[tuple[Consultant, Consultant]]:
    """Two enrolled computers of one person; the first has taken on a participant."""
    person = f"bo-{uuid.uuid4().hex[:8]}"
    first, second = Consultant.new(tmp_path / "first"), Consultant.new(tmp_path / "second")
    for computer in (first, second):
        computer.enrol(office, person, "Bo Prøve")
    second.participant = first.take_on("Kim Prøve")
    yield first, second
    for computer in (first, second):
        computer.vault.close()
