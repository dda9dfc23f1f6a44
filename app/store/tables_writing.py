"""What makes writing easier and belongs to this computer's writer alone: own words of the dictionary."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import metadata

own_word = sa.Table("own_word", metadata, sa.Column("word", sa.Text, primary_key=True))
