"""feltjournal-server: init, serve, enrol-code, load-caseload."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from app.errors import CaseloadFileRefused
from server import (
    backup,
    db,
    embedded,
    enrol,
    furnish,
    identity,
    kle,
    lists,
    logs,
    office,
    recovery,
    routine,
    settings,
    setup,
)
from server.office import Place, Usage

# Where the package lays the settings; without --config they hold for whoever may read them.
_PACKAGED = Path("/etc/feltjournal-server/server.toml")
_EXPECTED = (
    backup.BackupFailed, embedded.EmbeddedUnavailable, enrol.PersonRefused, furnish.Unreadable, identity.IdentityMissing,
    setup.NotThisServer, settings.SettingsRefused,
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    chosen = make_parser().parse_args(arguments)
    if chosen.command in recovery.COMMANDS:  # on a computer without a network, and without a database
        return int(chosen.run(chosen))
    try:
        with _place(chosen) as place:
            status: int = chosen.run(chosen, place)
            return status
    except (Usage, *_EXPECTED) as error:
        print(f"feltjournal-server: {error}", file=sys.stderr)
        return 2
    except sa.exc.OperationalError as error:
        reason = str(error.orig).strip().splitlines() or ["no reason given"]
        print(f"feltjournal-server: the database does not answer: {reason[0]}", file=sys.stderr)
        return 3
    except CaseloadFileRefused as refused:
        _tell(refused)
        return 1


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feltjournal-server", description="The jobcenter's server.")
    commands = parser.add_subparsers(dest="command", required=True)
    where = argparse.ArgumentParser(add_help=False)
    which = where.add_mutually_exclusive_group()
    which.add_argument(
        "--database", metavar="URL", help="PostgreSQL address, postgresql://user:password@host/name"
    )
    which.add_argument(
        "--embedded", metavar="DIR", type=Path,
        help="a PostgreSQL of its own in DIR, for development and demo; DIR then holds the keys too",
    )  # fmt: skip
    where.add_argument("--state", metavar="DIR", help="folder of the server's keys")
    where.add_argument("--config", metavar="FILE", type=Path, help="TOML file with settings")
    _add_init(commands, where)
    _add_serve(commands, where)
    _add_enrol_code(commands, where)
    _add_load_caseload(commands, where)
    _add_figures(commands, where)
    office.add(commands, where)
    office.add_outbound(commands, where)
    office.add_due(commands, where)
    lists.add(commands, where)
    kle.add(commands, where)
    recovery.add(commands)
    routine.add(commands, where)
    return parser


# --- init -----------------------------------------------------------------------------------------------------------


def _add_init(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "init", parents=[where], help="make or migrate the tables, the feed and the keys"
    )
    parser.add_argument("--name", default="Jobcenter", help="the jobcenter's name, as consultants see it")
    parser.add_argument(
        "--host", action="append", metavar="NAME",
        help="name or address clients connect to, for the certificate (repeat; default localhost and 127.0.0.1)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=_init)


def _init(chosen: argparse.Namespace, place: Place) -> int:
    now = datetime.now(UTC)
    setup.migrate(place.engine)
    own = Path(place.settings.certificate) if place.settings.certificate else None
    identity.make(place.state, hosts=chosen.host or ["localhost", "127.0.0.1"], certificate=own, now=now)
    me = place.identity()
    with place.engine.begin() as tx:
        server = setup.found(tx, me, feed_name=chosen.name, now=now)
        feed, name = setup.the_feed(tx)
    told = {"server": server, "key": me.public, "pins": list(me.pins), "feed": feed, "feed_name": name}
    if chosen.json:
        print(json.dumps(told))
    else:
        print(f"server  {server}\nfeed    {feed} ({name})\nkey     {me.public}")
        print("\n".join(f"pin     {pin}" for pin in me.pins))
    return 0


# --- serve ----------------------------------------------------------------------------------------------------------


def _add_serve(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser("serve", parents=[where], help="answer the consultants' computers")
    parser.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, help="port to listen on (default 8443; 0 finds a free one)")
    parser.add_argument(
        "--ready-file", type=Path, metavar="FILE", help="write the address there once it accepts"
    )
    parser.add_argument("--until-eof", action="store_true", help="end when standard input ends")
    parser.add_argument(
        "--furnish",
        type=Path,
        metavar="FILE",
        help="first make the jobcenter this JSON file describes, as the demo does",
    )
    parser.add_argument("--failpoints", action="store_true", help="for tests: obey FELTJOURNAL_FAIL")
    parser.set_defaults(run=_serve)


def _serve(chosen: argparse.Namespace, place: Place) -> int:
    from server import failpoints, serve
    from server.api.desk import Desk

    plan: Path | None = chosen.furnish
    invite = furnish.furnish(place.engine, place.state, plan, now=datetime.now(UTC)) if plan else None
    me = place.identity()
    with place.engine.begin() as tx:
        server = setup.recognise(tx, me)
        setup.fits(tx)
    if chosen.failpoints:
        failpoints.arm(os.environ.get("FELTJOURNAL_FAIL", ""))
    host = place.settings.host if chosen.host is None else chosen.host
    port = place.settings.port if chosen.port is None else chosen.port
    try:
        listener = serve.bind(host, port)
    except (OSError, OverflowError) as error:
        raise Usage(f"cannot listen on {host}:{port}: {error}") from None

    def announce(address: str) -> None:
        if invite is not None:
            invite(address)
        print(f"ready {address}", file=sys.stderr, flush=True)
        if chosen.ready_file:
            partial = chosen.ready_file.with_name(chosen.ready_file.name + ".part")
            partial.write_text(address + "\n", encoding="utf-8")
            partial.replace(chosen.ready_file)

    desk = Desk(engine=place.engine, identity=me, server=server, settings=place.settings)
    serve.run(desk, listener, announce=announce, until_eof=chosen.until_eof)
    return 0


# --- enrol-code -----------------------------------------------------------------------------------------------------


def _add_enrol_code(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "enrol-code", parents=[where], help="a one-time code for one person's computer"
    )
    parser.add_argument("--person", required=True, metavar="ID", help="id in the jobcenter, such as initials")
    parser.add_argument("--name", required=True, help="the person's name, as colleagues see it")
    parser.add_argument("--role", choices=enrol.ROLES, help="default: as it is; consultant for somebody new")
    parser.add_argument("--hours", type=int, default=24, help="how long the code is good (default 24)")
    parser.add_argument(
        "--url", metavar="URL", help="where the computer will find the server (default https://host:port)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="write it for IT to lay on the computer, and print nothing"
    )
    parser.set_defaults(run=_enrol_code)


def _enrol_code(chosen: argparse.Namespace, place: Place) -> int:
    if not enrol.PERSON_ID.fullmatch(chosen.person):
        raise Usage("--person: letters, digits and ._@- only")
    if not chosen.name.strip() or not 0 <= chosen.hours <= 24 * 90:
        raise Usage("--name must not be empty and --hours lies between 0 and 2160")
    me = place.identity()
    with place.engine.begin() as tx:
        setup.recognise(tx, me)
        feed, jobcenter = setup.the_feed(tx)
        code = enrol.new_code(
            tx, feed=feed, person=chosen.person, name=chosen.name.strip(), role=chosen.role, hours=chosen.hours,
            now=datetime.now(UTC),
        )  # fmt: skip
    url = chosen.url or f"https://{place.settings.host}:{place.settings.port}"
    invitation = enrol.invitation(url=url, pins=me.pins, key=me.public, code=code)
    if chosen.file is not None:
        _lay(chosen.file, {"jobcenter": jobcenter, "invitation": invitation})
    elif chosen.json:
        print(json.dumps({"code": code, "invitation": invitation, "person": chosen.person}))
    else:
        print(f"{code}\n{invitation}")
    return 0


def _lay(file: Path, told: dict[str, str]) -> None:
    """For its reader alone: whoever has the file is the person until the code is spent."""
    try:
        with os.fdopen(
            os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as made:
            json.dump(told, made, ensure_ascii=False)
    except OSError as error:
        raise Usage(f"{file}: {error.strerror}") from None


# --- load-caseload --------------------------------------------------------------------------------------------------


def _add_load_caseload(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "load-caseload", parents=[where], help="take in a caseload file; all of it or nothing"
    )
    parser.add_argument("file", type=Path, help="CSV with semicolons, as the case system exports it")
    parser.add_argument("--person-column", metavar="NAME", help="column with the consultant's id or name")
    parser.add_argument(
        "--add-people", action="store_true", help="consultants not known yet are made from the column"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=_load_caseload)


def _load_caseload(chosen: argparse.Namespace, place: Place) -> int:
    from server import caseload

    try:
        data = chosen.file.read_bytes()
    except OSError as error:
        raise Usage(f"{chosen.file}: {error.strerror}") from None
    me = place.identity()
    with place.engine.begin() as tx:
        server = setup.recognise(tx, me)
    loaded = caseload.load(
        place.engine, data, server=server, sign=me.sign, person_column=chosen.person_column,
        add_people=chosen.add_people, now=datetime.now(UTC),
    )  # fmt: skip
    told = {"rows": loaded.rows, "new": loaded.new, "changed": loaded.changed, "moved": loaded.moved}
    print(json.dumps(told) if chosen.json else " · ".join(f"{name} {count}" for name, count in told.items()))
    return 0


# --- figures --------------------------------------------------------------------------------------------------------


def _add_figures(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "figures", parents=[where], help="write the figures of an ended period, small numbers hidden"
    )
    parser.add_argument("file", type=Path, help="ends in .csv, .html or .xlsx")
    parser.add_argument("--unit", choices=("month", "quarter", "year"), default="quarter")
    parser.add_argument("--back", type=int, default=1, metavar="N", help="how many before the running one")
    parser.add_argument("--language", choices=("da", "en"), default="da")
    parser.set_defaults(run=_figures)


def _figures(chosen: argparse.Namespace, place: Place) -> int:
    from server import due, figures

    format = chosen.file.suffix.removeprefix(".")
    if format not in figures.FORMATS or chosen.back < 1:
        raise Usage("the file ends in .csv, .html or .xlsx, and --back is 1 or more")
    with place.engine.begin() as tx:
        setup.recognise(tx, place.identity())
        feed, _ = setup.the_feed(tx)
        try:
            made = figures.hand_out(
                tx, feed, unit=chosen.unit, back=chosen.back, formats=[format], language=chosen.language,
                now=datetime.now(UTC),
            )  # fmt: skip
        except figures.ToldOtherwise as told:
            raise Usage(due.words(told.period)) from None
    try:
        chosen.file.write_bytes(made[format])
    except OSError as error:
        raise Usage(f"{chosen.file}: {error.strerror}") from None
    return 0


def _tell(refused: CaseloadFileRefused) -> None:
    """One line a bad cell, in Danish: whoever made the file reads it."""
    from app.domain.caseload_file import Problem, explain

    for problem in refused.problems:
        if isinstance(problem, Problem):
            where = f"linje {problem.line}" + (f", {problem.column}" if problem.column else "")
            print(f"{where}: {explain(problem.reason)}", file=sys.stderr)
    print(f"{len(refused.problems)} fejl; intet er indlæst.", file=sys.stderr)


# --- where ----------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _place(chosen: argparse.Namespace) -> Iterator[Place]:
    said = settings.load(chosen.config or (_PACKAGED if os.access(_PACKAGED, os.R_OK) else None))
    said = replace(said, state=chosen.state or said.state, database=chosen.database or said.database)
    state = setup.state_folder(said.state, chosen.embedded)
    with contextlib.ExitStack() as stack:
        url = said.database
        if chosen.embedded:
            url = stack.enter_context(embedded.running(chosen.embedded)).url()
        if not url:
            raise Usage("which database? --database URL, --embedded DIR, or the setting `database`")
        try:
            engine = db.engine(url, pool=said.pool)
        except sa.exc.ArgumentError:
            raise Usage("--database: not a PostgreSQL address") from None
        stack.callback(engine.dispose)
        logs.start(said.log)
        yield Place(engine, state, said)


if __name__ == "__main__":
    sys.exit(main())
