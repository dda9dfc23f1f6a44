"""`feltjournal-server sign-list`: a dated list becomes a file that the consultants' programs take over from. What was
signed is kept, so that this server's own figures count by the same lists."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from app.domain import benefits, code_list
from app.domain.code_list import CodeLists
from app.protocol import signed_file
from server import db
from server.office import Place, Usage


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], where: argparse.ArgumentParser
) -> None:
    parser = commands.add_parser(
        "sign-list",
        parents=[where],
        help="sign a dated list of benefits, measures, KLE, or the rates of a year",
    )
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="JSON: name, valid_from, codes with words and days; or schema, valid_from, valid_to, values",
    )
    parser.add_argument("--to", required=True, type=Path, metavar="FILE", help="the signed file to hand out")
    parser.set_defaults(run=_sign)


def _sign(chosen: argparse.Namespace, place: Place) -> int:
    kind, body = _read(chosen.file)
    if kind == signed_file.LIST:
        with place.engine.begin() as tx:
            keep(tx, body, now=datetime.now(UTC))
    chosen.to.write_bytes(signed_file.seal(body, kind=kind, sign=place.identity().sign))
    what = f"{body['name']}, {len(body['codes'])} codes" if kind == signed_file.LIST else "rates"
    print(f"{what} from {body['valid_from']}: {chosen.to}")  # noqa: T201
    return 0


def keep(tx: sa.Connection, body: dict[str, Any], *, now: datetime) -> None:
    """One with the same first day takes the other's place, as it does on the consultants' computers."""
    told = code_list.parse(body)
    row = {"name": told.name, "valid_from": told.valid_from, "body": body, "signed_at": now}
    added = insert(db.code_list).values(row)
    tx.execute(added.on_conflict_do_update(index_elements=["name", "valid_from"], set_=row))


def known(tx: sa.Connection) -> CodeLists:
    """The shipped lists, and those signed here in their place."""
    table = db.code_list.c
    bodies = tx.execute(sa.select(table.body).order_by(table.name, table.valid_from)).scalars()
    return code_list.together((*code_list.shipped(), *(code_list.parse(body) for body in bodies)))


def _read(file: Path) -> tuple[str, dict[str, Any]]:
    """Nothing is signed that no program could take in: a list of codes, or the benefit rates of a year."""
    try:
        body: dict[str, Any] = json.loads(file.read_text("utf-8"))
        if "values" in body:
            benefits.parse(body)
            return signed_file.RATES, body
        code_list.parse(body)
    except OSError as error:
        raise Usage(f"{file}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise Usage(f"{file} is not a list: {error}") from None
    return signed_file.LIST, body
