"""The server's tests stand on a real PostgreSQL."""

from __future__ import annotations

from tests.parts import jobcenter, postgres, postgres_url
from tests.server.desk import engine, house

__all__ = ["engine", "house", "jobcenter", "postgres", "postgres_url"]
