"""No figure is older than what it rests on: whatever is written, whoever one becomes, whichever day it is."""

from __future__ import annotations

import base64
import contextlib
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.calendar import AppointmentKind
from app.domain.journal import Place
from app.domain.life_cycle import Action, Move, PauseReason
from app.errors import ListRefused
from app.protocol import signed_file
from app.services import calendar, caseload, code_lists, course, employers, fidelity, figures, journal
from app.services import logs as reading
from app.services.door import Saved
from app.store import people, sync_state
from app.vault.memory import Memory
from app.vault.vault import Vault
from tests import person_parts, work_parts
from tests.journal_parts import NOW, contact, employer, fields, note, participant
from tests.vault_parts import new_vault, open_vault

Act = Callable[[Vault], object]
_KEY = Ed25519PrivateKey.generate()
_FORMS: dict[str, Any] = {
    "name": "employment_form", "valid_from": "2026-10-01", "codes": [
        {"code": "ordinary_permanent", "da": "Fast", "en": "Permanent", "strict": False, "trial": False, "hours": False},
    ],
}  # fmt: skip
PASSING = {f"{n} days pass": timedelta(days=n) for n in (1, 2, 7, 40)}
_APART = frozenset({"limit", "transfer", "answer", "clinic person", "workplace", "employer person", "sheet"})
ASKED: dict[str, Callable[[Vault, datetime], object]] = {
    "the list": lambda v, now: caseload.overview(v, now=now),
    "the rows": lambda v, now: reading.read(v, now=now).logs,
    "this quarter": lambda v, now: figures.page(v, now=now),
    "one consultant's week": lambda v, now: figures.page(v, now=now, unit="week", who="mlu"),
    "the items": lambda v, now: fidelity.page(v, now=now),
    "month by month": lambda v, now: fidelity.trend(v, "employer_frequency", now=now),
    "week by week": lambda v, now: fidelity.trend(v, "community_time", now=now, weekly=True),
}


def _acts(vault: Vault) -> dict[str, Act]:
    """Everything a figure may rest on, changed by the use case that does."""
    amira, juhl = (
        participant(vault, cpr="710384-0000", ips_start=NOW.date() - timedelta(days=50)),
        employer(vault),
    )
    written = note(vault, amira, minutes=20)
    eva = participant(vault, "Eva Lind", phase="job_search", ips_start=NOW.date() - timedelta(days=90))
    paused = Move(Action.PAUSE, NOW.date() - timedelta(days=3), PauseReason.OWN_WISH.value)
    soon = NOW + timedelta(hours=1)
    met = calendar.create_appointment(
        vault, kind=AppointmentKind.CALL, title="Ring", starts_at=NOW, participant=eva, now=NOW
    )
    assert isinstance(met, Saved)
    return {
        "a note": lambda v: note(v, amira, minutes=60, place=Place.EMPLOYER),
        "a correction": lambda v: journal.correct(v, written.id, note=fields(amira, minutes=90), now=NOW),
        "a candidate": lambda v: participant(v, "Bo Bak", ips_start=NOW.date() - timedelta(days=9)),
        "a phase": lambda v: caseload.change(v, amira, fields={"phase": "on_hold"}, now=NOW),
        "a pause": lambda v: course.move(v, eva, move=paused, now=NOW),
        "a contact": lambda v: contact(v, juhl, amira, minutes=30),
        "an employer": lambda v: employers.change(v, juhl, fields={"city": "Vestby"}, now=NOW),
        "a call": lambda v: calendar.create_appointment(
            v, kind=AppointmentKind.CALL, title="Ring", starts_at=soon, participant=amira, now=NOW
        ),
        "a call that took place": lambda v: calendar.hold_appointment(v, met.id, now=NOW),
        "a job": lambda v: work_parts.job(v, amira, NOW.date() - timedelta(days=20), four_hours_on=NOW.date()),
        "a list": _listed,
        "a colleague": lambda v: _know(v, "consultant", 30),
        "a colleague has synchronised": lambda v: _know(v, "consultant", 0),
        "to lead": lambda v: _become(v, "leader"),
        "to be a consultant": lambda v: _become(v, "consultant"),
        "to synchronise": _synchronise,
        **{name: act for name, act in person_parts.use_cases(vault, amira).items() if name not in _APART},
        **{name: act for name, act in work_parts.use_cases(vault).items() if name not in _APART},
    }  # fmt: skip


def _listed(vault: Vault) -> None:
    try:
        code_lists.take_in(vault, signed_file.seal(_FORMS, kind="code-list", sign=_KEY.sign), now=NOW)
    except ListRefused:
        return  # it was taken in before


def _know(vault: Vault, role: str, days: int) -> None:
    with vault.begin() as tx:
        people.know(tx, [people.Colleague("bo", "Bo Bak", role, NOW.date() - timedelta(days=days))])


def _become(vault: Vault, role: str) -> None:
    with vault.begin() as tx:
        people.introduce(tx, name="Mette Lund", role=role)


def _synchronise(vault: Vault) -> None:
    with vault.begin() as tx:
        people.have_synced(tx, NOW.date())


def _begun(place: Path) -> dict[str, Act]:
    """A vault at `place` with what the acts need, closed again."""
    vault = new_vault(place)
    raw = _KEY.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    server = {"url": "https://127.0.0.1:9", "pins": [], "key": base64.b64encode(raw).decode(), "id": "s"}
    with vault.begin() as tx:
        sync_state.enrol(
            tx, person="mlu", name="Mette Lund", role="consultant", feed="f", feed_name="Jobcenter Prøveby",
            server=server, enrolled_at=NOW,
        )  # fmt: skip
        people.know(tx, [people.Colleague("mlu", "Mette Lund", "consultant", NOW.date() - timedelta(days=9))])
    acts = _acts(vault)
    vault.close()
    return acts


def _anew(vault: Vault, ask: Callable[[Vault, datetime], object], now: datetime) -> object:
    """The answer of a vault that remembers nothing, while this one goes on remembering what it does."""
    remembered, vault.memory = vault.memory, Memory()
    try:
        return ask(vault, now)
    finally:
        vault.memory = remembered


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Act]]:
    home = tmp_path_factory.mktemp("begun")
    return home, _begun(home / "v" / ("7d" * 16))


def test_no_figure_is_older_than_what_it_rests_on(begun: tuple[Path, dict[str, Act]], tmp_path: Path) -> None:
    home, acts = begun
    tries = 0

    @given(st.permutations(sorted([*acts, *PASSING])))
    @settings(max_examples=2, deadline=None, phases=[Phase.generate])
    def never_stale(order: list[str]) -> None:
        nonlocal tries
        tries += 1
        shutil.copytree(home, place := tmp_path / str(tries))
        vault, now = open_vault(place / "v" / ("7d" * 16)), NOW
        with contextlib.closing(vault):
            for ask in ASKED.values():
                ask(vault, now)
            for name in order:
                if name in acts:
                    acts[name](vault)
                now += PASSING.get(name, timedelta())
                for what, ask in ASKED.items():
                    assert ask(vault, now) == _anew(vault, ask, now), (name, what)

    never_stale()


def test_every_act_writes_something_and_most_change_a_figure(
    begun: tuple[Path, dict[str, Act]], tmp_path: Path
) -> None:
    """So that the property above is about something."""
    home, acts = begun
    shutil.copytree(home, tmp_path / "h")
    vault = open_vault(tmp_path / "h" / "v" / ("7d" * 16))
    moved = set()
    for name, act in acts.items():
        before = [ask(vault, NOW) for ask in ASKED.values()]
        act(vault)
        if [ask(vault, NOW) for ask in ASKED.values()] != before:
            moved.add(name)
    vault.close()
    assert len(moved) >= len(acts) // 2, sorted(acts.keys() - moved)
