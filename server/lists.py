"""`feltjournal-server sign-list`: a dated list becomes a file that the consultants' programs take over from."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from app.domain import benefits, code_list
from app.protocol import signed_file
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
    chosen.to.write_bytes(signed_file.seal(body, kind=kind, sign=place.identity().sign))
    what = f"{body['name']}, {len(body['codes'])} codes" if kind == signed_file.LIST else "rates"
    print(f"{what} from {body['valid_from']}: {chosen.to}")  # noqa: T201
    return 0


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
