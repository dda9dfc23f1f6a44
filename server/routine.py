"""Commands that run by themselves: the folder of caseload files, and erasing what is past its time."""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from pathlib import Path

from server import caseload, files, retention, setup, watching
from server.office import Place, Usage


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    watch = commands.add_parser(
        "watch-caseload",
        parents=[where],
        help="take in the caseload files that the case system lays in a folder",
    )
    watch.add_argument("folder", type=Path, metavar="DIR")
    watch.add_argument("--person-column", metavar="NAME", help="column with the consultant's id or name")
    watch.add_argument("--add-people", action="store_true", help="consultants not known yet are made")
    watch.add_argument("--every", type=int, metavar="SECONDS", help="go on for ever, with this pause")
    watch.set_defaults(run=_watch)
    erase = commands.add_parser(
        "erase-past", parents=[where], help="erase the closed cases whose time is over, as `retention` says"
    )
    erase.add_argument("--list", action="store_true", dest="only_list", help="show them and erase nothing")
    erase.set_defaults(run=_erase)


def _watch(chosen: argparse.Namespace, place: Place) -> int:
    if not chosen.folder.is_dir():
        raise Usage(f"{chosen.folder} is no folder")
    me = place.identity()

    def load(data: bytes) -> caseload.Loaded:
        with place.engine.begin() as tx:
            server = setup.recognise(tx, me)
        return caseload.load(
            place.engine, data, server=server, sign=me.sign, person_column=chosen.person_column,
            add_people=chosen.add_people, now=datetime.now(UTC),
        )  # fmt: skip

    refused = 0
    while True:
        for seen in watching.turn(chosen.folder, load, now=datetime.now(UTC)):
            refused += seen.loaded is None
            told = "refused" if seen.loaded is None else f"{seen.loaded.rows} rows"
            print(f"{seen.name}  {told}", flush=True)  # noqa: T201
        if not chosen.every:
            return 1 if refused else 0
        time.sleep(chosen.every)


def _erase(chosen: argparse.Namespace, place: Place) -> int:
    code = place.settings.retention
    if not code:
        raise Usage("how long? set retention to the cases' deletion code, such as K5, or B")
    now = datetime.now(UTC)
    with place.engine.begin() as tx:
        setup.recognise(tx, place.identity())
        feed, _ = setup.the_feed(tx)
        over = retention.past(tx, feed, code=code, now=now)
        swept = 0 if chosen.only_list else files.sweep(tx, feed, now=now)
    if swept:
        print(f"{swept} files that no case stands for")  # noqa: T201
    for one in over:
        erased = 0
        if not chosen.only_list:
            with place.engine.begin() as tx:  # one case a transaction, so that nobody waits for all of them
                erased = retention.erase(tx, feed, one.cand, now=now)
        print(f"{one.cand}  {one.last_at:%Y-%m-%d}  {erased} erased")  # noqa: T201
    return 0
