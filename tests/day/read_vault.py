"""Print every row of every table of a vault as JSON, the index's own tables too. Run on the computer it belongs to."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from app.services import unlock


def main() -> None:
    profile, passphrase = Path(sys.argv[1]), sys.argv[2]
    vault = unlock.open(unlock.place_in(profile), passphrase, unlock.system_keychain(), now=datetime.now(UTC))
    try:
        with vault.read() as tx:
            names = tx.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
            rows = {name: tx.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names}  # noqa: S608
    finally:
        vault.close()
    sys.stdout.write(
        json.dumps({name: [[_plain(v) for v in row] for row in found] for name, found in rows.items()})
    )


def _plain(value: object) -> object:
    return value.decode("latin-1") if isinstance(value, bytes) else value


if __name__ == "__main__":
    main()
