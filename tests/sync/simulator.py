"""One thread, one seeded source of chance, one clock: computers, a jobcenter, and everything that can befall them.

A seed is a whole story. It is told in the same words each time, however ids and keys happen to fall: what goes on is
written down with everybody's names in the order in which they were first met. After each step all that must always
hold is asked of the real disk and the real round of every computer.

`python3 tools/dev.py run -- python -m tests.sync.simulator [--seeds N] [--from SEED] [--steps N]` tells many, twice each.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import DeviceRevoked, DiskFull, ServerUnavailable
from app.store import outbox, sync_state
from app.store.tables import enrolment
from app.sync import asks
from app.sync.disk import VaultDisk
from app.sync.round import Tally, session
from tests.sync.model import Computer, MemoryVault
from tests.sync.test_model import CASES, PEOPLE, PHASES, Jobcenter

STEPS = 25
_CVR = ("11111111", "22222222", "33333333")
_template: list[MemoryVault] = []
_idle: list[
    MortalVault
] = []  # of stories that were told to their end: to open one and put its SQL together is slow


class Killed(Exception):
    """The computer is gone, between two instructions."""


class MortalVault(MemoryVault):
    """Dies at one of its commits: just before it, or just after; or has no room for one."""

    def __init__(self) -> None:
        self.commits = 0
        self.full: int | None = None
        self.dies: tuple[int, bool] | None = None
        self._new_key_and_file()

    @classmethod
    def new(cls, device: UUID) -> MortalVault:
        """A copy of a file that was brought up once; nothing of what an idle one was before is left."""
        if not _template:
            _template.append(MemoryVault())
        made = _idle.pop() if _idle else cls()
        made.commits, made.full, made.dies, made._key = 0, None, None, Ed25519PrivateKey.generate()
        with made._engine.connect() as mine, _template[0]._engine.connect() as whole:
            whole.connection.driver_connection.backup(mine.connection.driver_connection)  # type: ignore[union-attr]
        with made.begin() as tx:
            tx.execute(sa.update(enrolment).values(device=device))
        return made

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        self.commits += 1
        at, after = self.dies or (0, False)
        with super().begin() as tx:
            yield tx
            if self.commits == self.full:
                raise DiskFull
            if self.commits == at and not after:
                raise Killed
        if self.commits == at:
            raise Killed


@dataclass
class Storm:
    """What the wire does to the requests of one round, each drawn when it comes."""

    chance: random.Random
    rough: bool

    def falls(self) -> str:
        if not self.rough:
            return "passes"
        return self.chance.choices(("passes", "twice", "lost", "answer lost"), (12, 2, 1, 1))[0]


@dataclass
class Story:
    """One seed, told. `lines`: what happened, in words that do not depend on any id."""

    seed: int
    steps: int = STEPS
    lines: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    sent: list[tuple[str, asks.Request]] = field(default_factory=list)
    knows_the_server: set[int] = field(
        default_factory=set
    )  # whose last whole round was with the server as it is

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311  (to be repeatable is the point)
        self.world = Jobcenter()
        self.world.server.max_ops = self.chance.choice((1, 2, 4, 7))
        self.world.server.page = self.chance.choice((1, 3, 10))
        self.world.server.takes_along = self.chance.random() < 0.7
        self.world.computers = [self._computer(person) for person in PEOPLE]
        for cand in CASES:
            self.world.server.give(cand, "anna")
        self.world.server.give(CASES[0], "bo")

    def tell(self) -> list[str]:
        for number in range(self.steps):
            name, step = self.chance.choice(self._happenings())
            said = step()
            self.lines.append(f"{number} {name} {said} {self._all()}")
            self._check()
        for computer in self.world.computers:
            self.world.server.books.devices[str(computer.device)].revoked = False
            computer.vault.dies = None  # type: ignore[attr-defined]
        self.world.settle()
        self.lines.append(f"end {self._all()}")
        for n, computer in enumerate(self.world.computers):
            self.world._let_go(n)
            _idle.append(computer.vault)  # type: ignore[arg-type]
        return self.lines

    # --- what may happen --------------------------------------------------------------------------------------------

    def _happenings(self) -> list[tuple[str, Callable[[], str]]]:
        return [
            ("writes", self._writes), ("writes", self._writes), ("edits", self._edits), ("names", self._names_firm),
            ("syncs", lambda: self._syncs(rough=False)), ("syncs", lambda: self._syncs(rough=True)),
            ("syncs", lambda: self._syncs(rough=True)), ("dies", self._dies), ("full", self._full),
            ("late", self._late),
            ("moves", self._moves), ("restores", self._restores), ("revokes", self._revokes), ("clock", self._clock),
            ("copies", self._copies), ("put back", self._puts_back),
        ]  # fmt: skip

    def _writes(self) -> str:
        n, cand, held = self.chance.randrange(3), self.chance.choice(CASES), self.chance.random() < 0.15
        self.world.write(n=n, cand=cand, held=held)
        return f"{n} {cand.int} {held}"

    def _edits(self) -> str:
        n, cand, phase = self.chance.randrange(3), self.chance.choice(CASES), self.chance.choice(PHASES)
        self.world.move_on(n=n, cand=cand, phase=phase)
        return f"{n} {cand.int} {phase}"

    def _names_firm(self) -> str:
        n, cvr = self.chance.randrange(3), self.chance.choice(_CVR)
        self.world.name_firm(n=n, cvr=cvr)
        return f"{n} {cvr}"

    def _syncs(self, *, rough: bool) -> str:
        n = self.chance.randrange(3)
        said = self._round(self.world.computers[n], Storm(self.chance, rough))
        if said.startswith("done"):
            self.knows_the_server.add(n)
            self.world.set_back.discard(n)
        return f"{n} {said}"

    def _dies(self) -> str:
        """Killed at one of the commits of a round; what the file holds then is what it starts with again."""
        n = self.chance.randrange(3)
        vault: Any = self.world.computers[n].vault
        vault.dies = (vault.commits + self.chance.randint(1, 6), self.chance.random() < 0.5)
        said = self._round(self.world.computers[n], Storm(self.chance, rough=False))
        vault.dies = None
        return f"{n} {said}"

    def _full(self) -> str:
        """There is no room for one of the commits of a round; then there is again."""
        n = self.chance.randrange(3)
        vault: Any = self.world.computers[n].vault
        vault.full = vault.commits + self.chance.randint(1, 6)
        said = self._round(self.world.computers[n], Storm(self.chance, rough=False))
        vault.full = None
        return f"{n} {said}"

    def _late(self) -> str:
        """A request that had been on its way for long arrives after all, once more."""
        pushes = [one for one in self.sent if isinstance(one[1], asks.Push | asks.Hello)]
        if not pushes:
            return "nothing"
        dev, request = self.chance.choice(pushes)
        return type(self.world.server.answer(dev, request)).__name__

    def _moves(self) -> str:
        cand, person, gives = (
            self.chance.choice(CASES),
            self.chance.choice(("anna", "bo")),
            self.chance.random() < 0.6,
        )
        self.world.reassign(cand=cand, person=person, gives=gives)
        return f"{cand.int} {person} {gives}"

    def _restores(self) -> str:
        if self.world.backup is None:
            self.world.back_up()
            return "backup"
        self.world.restore()
        self.knows_the_server.clear()
        return "restore"

    def _copies(self) -> str:
        """As a backup of the whole computer, or a snapshot of a virtual one."""
        n = self.chance.randrange(3)
        self.world.copy(n=n)
        return str(n)

    def _puts_back(self) -> str:
        n = self.chance.randrange(3)
        self.world.put_back(n=n)
        self.knows_the_server.discard(n)
        return str(n)

    def _revokes(self) -> str:
        n = self.chance.randrange(3)
        known = self.world.server.books.devices[str(self.world.computers[n].device)]
        known.revoked = not known.revoked
        return f"{n} {known.revoked}"

    def _clock(self) -> str:
        """By ten years at most, either way."""
        n, days = self.chance.randrange(3), self.chance.randint(-3650, 3650)
        computer = self.world.computers[n]
        computer.clock = computer.clock.replace(year=2026 + days // 365)
        return f"{n} {days // 365}"

    # --- how it goes ------------------------------------------------------------------------------------------------

    def _round(self, computer: Computer, storm: Storm) -> str:
        tally, now, dev = Tally(), computer.now(), str(computer.device)
        steps = session(VaultDisk(computer.vault, self.world.server.home, now), now, tally)
        try:
            request = next(steps)
            while True:
                if self.chance.random() < 0.5:  # while the server works, or once its answer is there
                    asks.own_work(request)()
                request = steps.send(self._over_the_wire(dev, request, storm))
        except StopIteration:
            return f"done {tally.sent} {tally.received} {tally.conflicts} {tally.purged}"
        except (ServerUnavailable, DeviceRevoked, DiskFull, Killed) as stopped:
            steps.close()
            return type(stopped).__name__

    def _over_the_wire(self, dev: str, request: asks.Request, storm: Storm) -> asks.Reply:
        self.sent.append((dev, request))
        falls = storm.falls()
        if falls == "lost":
            raise ServerUnavailable
        if falls == "twice":
            self.world.server.answer(dev, request)
        reply = self.world.server.answer(dev, request)
        if falls == "answer lost":
            raise ServerUnavailable
        return reply

    def _computer(self, person: str) -> Computer:
        device = UUID(int=self.chance.getrandbits(128), version=4)
        return Computer(self.world.server, person, MortalVault.new(device))

    # --- what must hold ---------------------------------------------------------------------------------------------

    def _check(self) -> None:
        world = self.world
        world.nothing_is_doubled()
        world.every_saved_note_is_somewhere()
        world.what_the_guard_refused_stays_with_its_writer()
        world.nobody_is_overwritten_unseen()
        world.all_is_sent_only_with_receipts()
        self._revisions_have_no_gap_and_keep_each_devices_order()
        self._nobody_says_sent_of_what_the_server_has_not()

    def _revisions_have_no_gap_and_keep_each_devices_order(self) -> None:
        rows = self.world.server.books.rows
        assert [row.rev for row in rows] == list(range(1, len(rows) + 1))
        last: dict[str, int] = {}
        for row in rows:
            q = json.loads(row.p)["q"]
            assert q > last.get(row.dev, 0)
            last[row.dev] = q

    def _nobody_says_sent_of_what_the_server_has_not(self) -> None:
        """A server that went back cannot be known of before the next round with it; all else must be true at once."""
        for n in self.knows_the_server:
            computer = self.world.computers[n]
            with computer.vault.read() as tx:
                state, (last, _) = sync_state.get(tx), outbox.last(tx)
                unsent = outbox.waiting_count(tx) + outbox.count(tx, "held") + outbox.count(tx, "parked")
            known = self.world.server.books.devices[str(computer.device)].hashes
            if state.sent_at is not None and not unsent:
                assert len(known) == last, "called sent, and the server has not got it"

    def _all(self) -> str:
        """Everything, in the names of this story."""
        books = self.world.server.books
        feed = " ".join(
            f"{row.rev}:{self._name(row.dev)}:{self._name(json.loads(row.p)['id'])}:{json.loads(row.p)['k'][:6]}"
            for row in books.rows
        )
        at = []
        for computer in self.world.computers:
            with computer.vault.read() as tx:
                state = sync_state.get(tx)
                told = tx.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY state")
                counts: dict[str, int] = {row[0]: row[1] for row in told}
                waiting = counts.get("pending", 0) + counts.get("sent", 0)
                at.append(f"{state.rev}/{waiting}/{counts.get('held', 0)}")
        return f"[{feed}] {' '.join(at)}"

    def _name(self, id: str) -> str:
        return self.names.setdefault(id, f"n{len(self.names)}")


def told(seed: int, steps: int = STEPS) -> list[str]:
    """The story of a seed; AssertionError with its seed and its last lines when something did not hold."""
    story = Story(seed, steps)
    try:
        return story.tell()
    except AssertionError as error:
        last = "\n".join(story.lines[-5:])
        raise AssertionError(f"seed {seed}: {error}\n{last}") from error


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.sync.simulator", description=__doc__)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--steps", type=int, default=STEPS)
    chosen = parser.parse_args()
    wrong = 0
    for seed in range(chosen.first, chosen.first + chosen.seeds):
        try:
            if told(seed, chosen.steps) != told(seed, chosen.steps):
                raise AssertionError(f"seed {seed}: told differently the second time")
        except AssertionError as error:
            wrong += 1
            sys.stderr.write(f"{error}\n")
    sys.stdout.write(f"{chosen.seeds} seeds, twice each: {wrong} wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
