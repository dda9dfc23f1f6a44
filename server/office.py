"""Commands for whoever runs the server: people and roles, the database user, backup and restore."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from server import backup, enrol, grants, identity, settings, setup
from server.outbound import queue
from server.outbound.adapters import Adapter, Folder, Webhook
from server.outbound.sftp import Sftp


class Usage(Exception):
    """The reason in one sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where this jobcenter lives."""

    engine: sa.Engine
    state: Path
    settings: settings.Settings

    def identity(self) -> identity.Identity:
        return identity.load(self.state, certificate=self._own("certificate"), tls_key=self._own("tls_key"))

    def _own(self, name: str) -> Path | None:
        return Path(said) if (said := getattr(self.settings, name)) else None


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    person = commands.add_parser("person", parents=[where], help="make a person or change their role")
    person.add_argument("--id", required=True, help="id in the jobcenter, as the OpenID provider says it too")
    person.add_argument("--name", required=True, help="the person's name, as colleagues see it")
    person.add_argument("--role", choices=enrol.ROLES, help="default: as it is; consultant for somebody new")
    person.set_defaults(run=_person)
    grant = commands.add_parser("grant", parents=[where], help="let a database role run the program")
    grant.add_argument("--role", required=True, metavar="NAME", help="an existing role without other rights")
    grant.set_defaults(run=_grant)
    copy = commands.add_parser("backup", parents=[where], help="dump the database, check the copy, note it")
    copy.add_argument("--to", required=True, type=Path, metavar="DIR", help="folder of the copies")
    copy.set_defaults(run=_backup)
    confirm = commands.add_parser(
        "backup-confirm", parents=[where], help="another tool's backup was read back and covers the feed"
    )
    confirm.add_argument("--rev", required=True, type=int, help="the feed's revision when it began")
    confirm.set_defaults(run=_confirm)
    restored = commands.add_parser(
        "restored", parents=[where], help="after a copy was put back: computers hand in what it lacks"
    )
    restored.set_defaults(run=_restored)


def add_outbound(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    out = commands.add_parser(
        "outbound", parents=[where], help="hand journal entries over to the case system"
    )
    out.add_argument("--every", type=int, metavar="SECONDS", help="go on for ever, with this pause")
    out.add_argument("--again", action="store_true", help="first let what was given up wait once more")
    out.set_defaults(run=_outbound)


def _outbound(chosen: argparse.Namespace, place: Place) -> int:
    adapters = _adapters(place.settings)
    me = place.identity()
    while True:
        for adapter in adapters:
            now = datetime.now(UTC)
            if chosen.again:
                with place.engine.begin() as tx:
                    queue.again(tx, adapter.name, now=now)
            sent = queue.turn(place.engine, adapter, sign=me.sign, now=now)
            with place.engine.begin() as tx:
                held = queue.problems(tx, adapter.name)
            left = "".join(f"  {code}: {count}" for code, count in sorted(held.items()))
            print(f"{adapter.name}  {sent}{left}", flush=True)
        if not chosen.every:
            return 0
        chosen.again = False
        time.sleep(chosen.every)


def _adapters(said: settings.Settings) -> list[Adapter]:
    """Raises Usage when none is chosen, or a file of one cannot be read."""
    adapters: list[Adapter] = [Folder(Path(said.outbound_folder))] if said.outbound_folder else []
    adapters += [Webhook(said.outbound_url, said.outbound_secret)] if said.outbound_url else []
    if said.outbound_sftp:
        key, known = Path(said.outbound_sftp_key), Path(said.outbound_sftp_known_hosts)
        for name, file in (("outbound_sftp_key", key), ("outbound_sftp_known_hosts", known)):
            if not os.access(file, os.R_OK):
                raise Usage(f"{name}: the file cannot be read")
        adapters.append(Sftp(said.outbound_sftp, key, known))
    if not adapters:
        raise Usage("where to? set outbound_folder, outbound_sftp, or outbound_url with outbound_secret")
    return adapters


def add_due(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "figures-due",
        parents=[where],
        help="lay the figures of each ended quarter and year in figures_folder",
    )
    parser.add_argument("--every", type=int, metavar="SECONDS", help="go on for ever, with this pause")
    parser.add_argument(
        "--taken-back",
        metavar="2026-q3",
        help="everybody who had this quarter's or year's figures has deleted them",
    )
    parser.set_defaults(run=_due)


def _due(chosen: argparse.Namespace, place: Place) -> int:
    from server import due

    said = place.settings
    if not said.figures_folder:
        raise Usage("where to? set figures_folder")
    folder = Path(said.figures_folder)
    if chosen.taken_back:
        return _taken_back(chosen.taken_back, folder, place)
    while True:
        with place.engine.begin() as tx:
            setup.recognise(tx, place.identity())
            feed, _ = setup.the_feed(tx)
            now_due = due.now_due(
                tx, feed, folder, formats=said.figure_formats, wait=said.figures_wait, now=datetime.now(UTC)
            )
        try:
            written = due.lay(now_due.files)
        except OSError as error:
            raise Usage(f"figures_folder: {error.strerror}") from None
        print("\n".join(written) or "nothing is due", flush=True)
        for name, left in now_due.kept_back.items():
            print(f"{name}: {due.words(left)}", file=sys.stderr, flush=True)
        if not chosen.every:
            return 0
        time.sleep(chosen.every)


def _taken_back(which: str, folder: Path, place: Place) -> int:
    from server import due, handed

    period = due.period(which)
    if period is None:
        raise Usage("which? as 2026-q3 or 2026-year")
    if there := sorted(one.name for one in folder.glob(f"ips-{which}.*")):
        raise Usage(f"delete it here first: {', '.join(there)}")
    with place.engine.begin() as tx:
        setup.recognise(tx, place.identity())
        feed, _ = setup.the_feed(tx)
        if not handed.taken_back(tx, feed, period):
            raise Usage(f"no figures of {which} were handed out from here")
    print(f"{which}: taken back")
    return 0


def _person(chosen: argparse.Namespace, place: Place) -> int:
    if not enrol.PERSON_ID.fullmatch(chosen.id) or not chosen.name.strip():
        raise Usage("--id: letters, digits and ._@- only; --name must not be empty")
    with place.engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        made = enrol.add_person(tx, feed=feed, person=chosen.id, name=chosen.name.strip(), role=chosen.role)
    print(f"{made.id}  {made.role}")
    return 0


def _grant(chosen: argparse.Namespace, place: Place) -> int:
    with place.engine.begin() as tx:
        grants.allow(tx, chosen.role)
    print(f"{chosen.role} may run the program; it can neither change nor remove an operation")
    return 0


def _backup(chosen: argparse.Namespace, place: Place) -> int:
    print(backup.take(place.engine, chosen.to, now=datetime.now(UTC)))
    return 0


def _confirm(chosen: argparse.Namespace, place: Place) -> int:
    with place.engine.begin() as tx:
        feed, _ = setup.the_feed(tx)
        backup.confirm(tx, feed=feed, rev=chosen.rev)
    return 0


def _restored(_: argparse.Namespace, place: Place) -> int:
    with place.engine.begin() as tx:
        last = backup.restored(tx, now=datetime.now(UTC))
    print("a new epoch has begun; every computer hands in what the copy lacks at its next round")
    print(
        f"do again what was done on the page after {last:%Y-%m-%d %H:%M} UTC: computers revoked or wiped (the log says which),"
        " moves, deputies; codes not used yet no longer hold"
        if last
        else "the copy is empty"
    )
    return 0
