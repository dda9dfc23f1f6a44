"""SQL, subject by subject: takes an open transaction, returns frozen dataclasses."""

from sqlalchemy import Connection as Tx

__all__ = ["Tx"]
