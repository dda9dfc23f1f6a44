"""What a sync round does to this computer's vault; every method is one short transaction."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from app import __version__
from app.domain.alerts import DRAFT_HOURS
from app.domain.changes import Topic
from app.domain.log_rows import NEVER
from app.domain.records import TYPES
from app.errors import ServerRefused, WipeOrdered
from app.protocol import canonical, messages, operation, orders
from app.store import (
    Tx,
    files,
    journal,
    keeping,
    outbox,
    people,
    records,
    rejoining,
    search,
    sync_state,
    team,
)
from app.store.sync_state import Scoped
from app.sync import apply, asks, following, news, parcels, rejoin, wire
from app.sync.following import NOTES
from app.sync.round import IN_FEED, Cursor, Greeted, Sent, Tally
from app.sync.store import Store

EVERYTHING = frozenset(Topic) - {Topic.DRAFTS}


@dataclass(frozen=True, slots=True)
class Home:
    """The server that enrolled this computer: its id and its public key."""

    id: str
    key: bytes


class VaultDisk:
    """`app.sync.round.Disk` on a vault."""

    def __init__(self, vault: Store, home: Home, now: datetime) -> None:
        self._vault, self._home, self._now = vault, home, now
        self.shelf = parcels.VaultShelf(vault)
        self.chain = rejoin.VaultChain(vault, now)

    def server_id(self) -> str:
        return self._home.id

    def begin(self) -> messages.Hello:
        with self._vault.begin() as tx:
            own_key = base64.b64encode(self._home.key).decode()
            sync_state.know_devices(tx, [(self._home.id, "Ed25519", own_key, "")])
            if any(_readable(p) for _, p in sync_state.set_aside_texts(tx)):
                sync_state.start_over(tx)  # a newer program than the one that set them aside
            me, state = sync_state.who(tx), sync_state.get(tx)
            link, mac = keeping.newest_link(tx)
            told = rejoining.pulse_told(tx)
            drafts, oldest = journal.late_drafts(tx, self._now - timedelta(hours=DRAFT_HOURS[1]))
            return messages.Hello(
                device=str(me.device), app=__version__, schema=operation.SCHEMA, feed=me.feed or "",
                epoch=state.epoch, rev=state.rev, chain=state.chain, q=outbox.last(tx)[0], scope=state.scope_tag,
                waiting=outbox.waiting_count(tx), anchor_n=link, anchor=mac,
                pulse=secrets.token_hex(16), told=told, page=0 if state.rebuild else asks.PAGE,
                drafts=drafts, draft_on=oldest.astimezone(self._now.tzinfo).date().isoformat() if oldest else "",
            )  # fmt: skip

    def greeted(
        self, hello: messages.Hello, welcome: messages.Welcome, offset_ms: int, *, last: bool
    ) -> Greeted:
        two_copies = "two-copies" in welcome.commands
        with self._vault.begin() as tx:
            known = rejoining.two_copies_at(tx) is not None
            rejoining.answered(tx, hello.pulse, two_copies=two_copies, now=self._now)
            if welcome.anchor_n:
                keeping.compare(tx, welcome.anchor_n, welcome.anchor)
            sync_state.put(tx, clock_offset_ms=offset_ms, backup_rev=welcome.backup_rev)
            order = self._orders(tx, welcome)
            astray = _reopened(tx, welcome.device_q, welcome.device_hash) is not None
            done = last and order is None and not astray and not _has_more(tx)
            if done:
                _finish(tx, welcome, self._now)
        return Greeted(astray, two_copies and not known, order, done)

    def _orders(self, tx: Tx, welcome: messages.Welcome) -> WipeOrdered | None:
        """What the enrolled server asks of this computer; an order to wipe is for after the push."""
        device = sync_state.who(tx).device
        wipe = self._said(welcome.wipe, orders.WIPE, device)
        if wipe is not None and welcome.wipe is not None:
            return WipeOrdered(welcome.wipe.p, welcome.wipe.s)
        lease = self._said(welcome.lease, orders.LEASE, device)
        if lease is not None and welcome.lease is not None:
            sync_state.keep_lease(tx, welcome.lease.p, welcome.lease.s)
            keeping.set_floor(tx, lease.at, now=self._now)
        if welcome.release is not None:
            news.take(tx, welcome.release, self._now)
        return None

    def _said(self, told: messages.Envelope | None, order: str, device: UUID) -> orders.Order | None:
        """This order, where the enrolled server signed it for this computer."""
        said = told and orders.read(told, verify=wire.verifier(self._home.key), device=device)
        return said if said and said.order == order else None

    def forgotten(self, device_q: int, device_hash: str) -> str | None:
        with self._vault.begin() as tx:
            return _reopened(tx, device_q, device_hash)

    # --- push -----------------------------------------------------------------------------------------------------

    def batch(self, most: int, most_bytes: int, after: int) -> Sequence[Sent]:
        with self._vault.begin() as tx:
            return [
                Sent(op.q, op.id, op.kind, op.cand, messages.Envelope(p=op.p, s=op.s))
                for op in outbox.batch(tx, most=most, most_bytes=most_bytes, after=after)
            ]

    def not_taken(self) -> None:
        with self._vault.begin() as tx:
            outbox.not_taken(tx)

    def receipts(self, sent: Sequence[Sent], pushed: messages.Pushed, tally: Tally) -> None:
        received_at = datetime.fromisoformat(pushed.received_at)
        with self._vault.begin() as tx:
            told = list(zip(sent, pushed.results, strict=True))
            outbox.outcomes(tx, [_outcome(one, result) for one, result in told])
            there = [
                (one, result.rev) for one, result in told if result.r in IN_FEED and result.rev is not None
            ]
            notes = [(one.id, rev, received_at) for one, rev in there if one.kind in NOTES]
            journal.acknowledge_all(tx, notes)
            read = sync_state.get(tx).rev
            for one, result in told:
                if result.r not in IN_FEED:
                    self._turned_away(tx, one, result, tally)
                elif result.rev is not None and result.rev <= read:
                    self._met_before(tx, one, tally)
            sync_state.put(tx, sent_at=received_at)
            topics = following.follow(tx, told, received_at, now=self._now)
        tally.sent += len(sent)
        tally.newest = max([tally.newest, *(rev for _, rev in there)])
        tally.patched |= any(one.kind not in NOTES for one in sent)
        tally.topics |= {Topic.OUTBOX, Topic.JOURNAL, Topic.SYNC, *topics}

    def _turned_away(self, tx: Tx, sent: Sent, result: messages.Result, tally: Tally) -> None:
        fields = operation.read(sent.envelope.p)
        if result.r == "held" and sent.kind in NOTES and journal.is_corrected(tx, sent.id):
            outbox.settle_note(tx, sent.id, now=self._now)  # written anew before the answer came
            return
        tally.held += result.r == "held"
        tally.parked += result.r == "parked"
        if fields["k"] == operation.Kind.PATCH.value:
            tally.topics |= _show_again(
                tx, fields["body"]["type"], UUID(fields["body"]["rec"]), fields["cand"]
            )

    def _met_before(self, tx: Tx, sent: Sent, tally: Tally) -> None:
        """The feed brought it while its receipt was still awaited, and it was laid over what the feed said."""
        if sent.kind not in NOTES:
            fields = operation.read(sent.envelope.p)
            tally.topics |= _show_again(
                tx, fields["body"]["type"], UUID(fields["body"]["rec"]), fields["cand"]
            )

    def complain(self, sent: Sent, problem: str) -> None:
        with self._vault.begin() as tx:
            outbox.complain(tx, sent.id, problem)

    # --- scope ----------------------------------------------------------------------------------------------------

    def scope_tag(self) -> str:
        with self._vault.read() as tx:
            return sync_state.get(tx).scope_tag

    def take_scope(self, scope: messages.Scope, tally: Tally) -> None:
        given = {UUID(entry.cand): entry for entry in scope.entries}
        with self._vault.begin() as tx:
            state, have = sync_state.get(tx), sync_state.scoped(tx)
            for cand, entry in given.items():
                _join(tx, have.get(cand), entry, cand, state.rev)
            gone = sync_state.held_cases(tx) - given.keys()
            staying = {cand for cand in gone if sync_state.has_unsent(tx, cand)}
            for cand in staying:
                sync_state.leave_scope(tx, cand)  # nothing more comes; given back, it is filled in anew
            for cand in gone - staying:
                sync_state.forget(tx, cand, backup_rev=state.backup_rev)
            people.know(tx, map(_colleague, scope.people))
            other = team.know(tx, map(_elsewhere, scope.team))
            if team.know_drafts(tx, map(_late, scope.drafts)) or other:
                tally.topics.add(Topic.CASELOAD)
            team.know_left(tx, map(_left, scope.figures))
            # Asked for again each round until what was written here has been delivered.
            sync_state.put(tx, scope_tag="" if staying else scope.tag)
        purged = len(gone) - len(staying)
        if purged:
            self._vault.checkpoint()
            tally.purged += purged
            tally.topics |= EVERYTHING
        tally.topics.add(Topic.SYNC)

    # --- pages ----------------------------------------------------------------------------------------------------

    def cursor(self) -> Cursor:
        with self._vault.read() as tx:
            state = sync_state.get(tx)
        return Cursor(state.rev, state.epoch, state.chain, state.head, state.rebuild)

    def take_page(self, page: messages.Page, tally: Tally) -> None:
        opened = [apply.opened(change) for change in page.changes]
        found = self._read(page, opened)
        with self._vault.begin() as tx:
            state = sync_state.get(tx)
            _check_chain(state.rev, state.chain, opened)
            step = self._apply(tx, page, found, sync_state.scoped(tx).keys())
            sync_state.put(
                tx, rev=page.rev, chain=page.chain, epoch=page.epoch, head=max(page.head, page.rev)
            )
        _add(tally, step)

    def unfilled(self) -> Sequence[tuple[UUID, int, int]]:
        with self._vault.read() as tx:
            return [
                (one.cand, one.filled, one.since_rev)
                for one in sync_state.scoped(tx).values()
                if one.filled is not None
            ]

    def fill(self, cand: UUID, page: messages.Page, tally: Tally) -> None:
        found = self._read(page, [apply.opened(change) for change in page.changes])
        with self._vault.begin() as tx:
            entry = sync_state.scoped(tx)[cand]
            step = self._apply(tx, page, found, {cand})
            sync_state.set_scope(tx, replace(entry, filled=page.rev if page.more else None))
        _add(tally, step)

    def _read(self, page: messages.Page, opened: Sequence[apply.Opened]) -> list[apply.Read]:
        """The guard takes its time, so it reads before the transaction that would make the window wait."""
        with self._vault.read() as tx:
            ids = [one.id for one in opened if one.id is not None]
            known, had = sync_state.known_notes(tx, ids), sync_state.device_keys(tx)
        # A device's first key is its key for ever.
        keys = apply.keys_of(({d.dev: (d.dev, d.alg, d.key) for d in page.devices} | had).values())
        return apply.read(opened, known=known, keys=keys)

    def _apply(
        self, tx: Tx, page: messages.Page, found: Sequence[apply.Read], cases: Iterable[UUID]
    ) -> Tally:
        """Tells of the changes; the caller adds them up once they are committed. Of other cases than `cases` nothing is
        taken: they join our scope later, and are filled in then."""
        mine, step, ours = str(sync_state.who(tx).device), Tally(), {str(cand) for cand in cases}
        sync_state.know_devices(tx, [(d.dev, d.alg, d.key, d.person) for d in page.devices])
        notes = [one.note.id for one in found if one.note is not None]
        here = set(sync_state.known_notes(tx, notes))
        wanted = [one for one in found if one.fields.get("cand") is None or one.fields["cand"] in ours]
        for one, done in apply.changes(tx, wanted, here=here, now=self._now):
            step.received += one.fields.get("dev") != mine
            step.set_aside += done.aside is not None
            step.conflicts += done.conflicts
            step.topics |= done.topics
        return step

    # --- the server's history is another one ----------------------------------------------------------------------

    def start_over(self) -> None:
        with self._vault.begin() as tx:
            sync_state.start_over(tx)

    def settle_rebuilt(self, tally: Tally) -> None:
        with self._vault.begin() as tx:
            if any(one.filled is not None for one in sync_state.scoped(tx).values()):
                return
            waiting = outbox.waiting_records(tx)
            ours = sync_state.scoped(tx).keys()
            for type, id, cand, names in sync_state.unconfirmed(tx):
                if cand is not None and cand not in ours:
                    continue  # left, and stays only until its last word is delivered
                sync_state.drop_fields(tx, type, id, names)
                said = sync_state.server_says(tx, type, id)
                if (said is None or not said[0]) and id not in waiting:
                    sync_state.drop_record(tx, type, id)
                    search.remove(tx, type, id)
                else:
                    records.settle(tx, TYPES[type], id, cand=cand, fields={}, rev=0)
            sync_state.unsend_notes(tx)
            sync_state.put(tx, rebuild=False)
        tally.topics |= EVERYTHING

    def finish(self, welcome: messages.Welcome, now: datetime) -> None:
        with self._vault.begin() as tx:
            _finish(tx, welcome, now)


def _has_more(tx: Tx) -> bool:
    """Something waits, a case is not all here, or the feed is being read anew."""
    unfilled = any(one.filled is not None for one in sync_state.scoped(tx).values())
    return bool(outbox.waiting_count(tx)) or unfilled or sync_state.get(tx).rebuild


def _finish(tx: Tx, welcome: messages.Welcome, now: datetime) -> None:
    sync_state.put(tx, round_at=now)
    people.have_synced(tx, now.date())
    if welcome.backup_rev:
        safe = outbox.covered(tx, welcome.backup_rev)
        outbox.empty(tx, "acked", upto=safe)
        outbox.drop_settled(tx, upto=safe)
        for op in outbox.in_state(tx, "parked"):
            if op.cand is not None and op.cand not in sync_state.held_cases(tx):
                outbox.empty(tx, "parked", upto=safe, cand=op.cand)


def _reopened(tx: Tx, device_q: int, device_hash: str) -> str | None:
    """As `Disk.forgotten`."""
    if device_q > outbox.last(tx)[0]:
        return "device-fork"
    mine = outbox.hash_of(tx, device_q)
    if mine is not None and device_q > 0 and device_hash not in ("", mine):
        return "device-fork"
    lost = outbox.reopen(tx, device_q)
    if lost and not outbox.can_resend(tx, device_q):
        return "device-chain"
    sync_state.unsend_notes(tx, [op.id for op in lost if op.kind in NOTES])
    if lost:
        files.ask_again(tx)
    return None


def _outcome(sent: Sent, result: messages.Result) -> outbox.Outcome:
    if result.r in IN_FEED:
        return outbox.Outcome(sent.id, "acked", result.rev, None)
    return outbox.Outcome(sent.id, result.r, None, ",".join(result.categories) or None)


def _join(tx: Tx, have: Scoped | None, entry: messages.ScopeEntry, cand: UUID, rev: int) -> None:
    if have is not None and entry.since_rev <= have.since_rev and (have.since_rev or have.filled is None):
        sync_state.set_scope(tx, replace(have, role=entry.role))
        return
    since = max(entry.since_rev, rev)
    sync_state.set_scope(tx, Scoped(cand, entry.role, since, 0 if since else None))


def _colleague(one: messages.Person) -> people.Colleague:
    synced = None if one.synced is None else date.fromisoformat(one.synced) if one.synced else NEVER
    return people.Colleague(one.id, one.name, one.role, synced)


def _elsewhere(one: messages.TeamCase) -> team.Elsewhere:
    since, last = (date.fromisoformat(day) if day else None for day in (one.since, one.last))
    return team.Elsewhere(UUID(one.cand), one.case_no, one.consultant, one.phase, since, last, one.overdue)


def _late(one: messages.LateDrafts) -> team.LateDrafts:
    return team.LateDrafts(one.person, one.drafts, date.fromisoformat(one.since))


def _left(one: messages.FiguresLeft) -> team.FiguresLeft:
    return team.FiguresLeft(date.fromisoformat(one.first_day), date.fromisoformat(one.last_day), one.digest)


def _check_chain(rev: int, chain: str, page: Iterable[apply.Opened]) -> None:
    """Where two revisions follow each other, the second's link must join on to the first's."""
    for one in page:
        change = one.given
        if change.rev <= rev:
            raise ServerRefused("page-out-of-order")
        if change.rev == rev + 1 and change.chain != canonical.chained(chain, one.hash):
            raise ServerRefused("broken-chain")
        rev, chain = change.rev, change.chain


def _readable(p: str) -> bool:
    fields = operation.read(p)
    known = fields["k"] in operation.KINDS and fields["sch"] <= operation.SCHEMA
    return bool(known and fields["v"] <= operation.VERSION and fields["body"].get("type", "task") in TYPES)


def _show_again(tx: Tx, type: str, id: UUID, cand: str | None) -> set[Topic]:
    """A change that will not come through is no longer laid over what the server says."""
    if type not in TYPES or sync_state.server_says(tx, type, id) is None:
        return set()
    records.settle(tx, TYPES[type], id, cand=UUID(cand) if cand else None, fields={}, rev=0)
    return {apply.TOPICS[type]}


def _add(tally: Tally, step: Tally) -> None:
    tally.received += step.received
    tally.set_aside += step.set_aside
    tally.conflicts += step.conflicts
    tally.topics |= step.topics
