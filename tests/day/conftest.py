"""The real server for the whole-program tests."""

from __future__ import annotations

from tests.parts import jobcenter, postgres, postgres_url

__all__ = ["jobcenter", "postgres", "postgres_url"]
