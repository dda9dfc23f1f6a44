"""The database user the program runs as: it may add operations, and neither change nor remove one."""

from __future__ import annotations

import sqlalchemy as sa

from server import db

# Only ever added to, whoever runs the program.
INSERT_ONLY = ("op", "access_log", "act")
_NEVER = ("server",)


def allow(tx: sa.Connection, role: str) -> None:
    """Let an existing role of PostgreSQL run the program. Run as the owner of the tables; again after migrating."""
    name = tx.dialect.identifier_preparer.quote_identifier(role)
    schema = tx.execute(sa.text("SELECT current_schema()")).scalar_one()
    quoted = tx.dialect.identifier_preparer.quote_identifier(schema)
    tx.exec_driver_sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA {quoted} FROM {name}")
    tx.exec_driver_sql(f"GRANT USAGE ON SCHEMA {quoted} TO {name}")
    # Also what only a copy of the whole reads: which migrations have run, and how far each sequence has come.
    tx.exec_driver_sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA {quoted} TO {name}")
    tx.exec_driver_sql(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA {quoted} TO {name}")
    for table in db.metadata.sorted_tables:
        tx.exec_driver_sql(f"GRANT {_rights(table.name)} ON {table.name} TO {name}")


def _rights(table: str) -> str:
    if table in INSERT_ONLY:
        return "SELECT, INSERT"
    return "SELECT" if table in _NEVER else "SELECT, INSERT, UPDATE, DELETE"
