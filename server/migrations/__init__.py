"""Numbered steps from one form of the server's tables to the next."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config


def upgrade(engine: sa.Engine) -> None:
    """Bring the database to the newest form in one transaction; does nothing when it is there already."""
    with engine.begin() as connection:
        # A year's operations are rewritten or indexed in minutes, not in what a request may take; waiting for a lock is another
        # thing: behind it everybody else would wait.
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        command.upgrade(_config(connection), "head")


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
