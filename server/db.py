"""The server's tables as SQLAlchemy Core sees them, and the engine. `migrations/` makes them; a test compares."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Any

import psycopg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

metadata = sa.MetaData()
_RESTED = 1.0  # seconds

_SESSION = (
    "-c synchronous_commit=on -c lock_timeout=5s -c statement_timeout=15s "
    "-c idle_in_transaction_session_timeout=10s -c timezone=UTC"
)


VERSION = "0012"  # of the tables, as the newest step of `migrations/` makes them
LASTING = sa.text("SET LOCAL synchronous_commit TO on")


def engine(url: str, *, pool: int = 12) -> sa.Engine:
    """Connections that never wait for ever, and whose errors never quote a value."""
    parsed = sa.make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    made = sa.create_engine(
        parsed, pool_size=pool, max_overflow=0, pool_timeout=5, hide_parameters=True,
        connect_args={"options": _SESSION, "connect_timeout": 5, "application_name": "feltjournal-server"},
    )  # fmt: skip
    sa.event.listen(made, "checkin", _rests)
    sa.event.listen(made, "checkout", _ask_if_it_rested)
    return made


def _rests(_: Any, record: Any) -> None:
    record.info["since"] = time.monotonic()


def _ask_if_it_rested(connection: Any, record: Any, _: Any) -> None:
    """Whether it still answers; one that was in use a moment ago is not asked, a tenth of a sync round is such questions."""
    since = record.info.get("since")
    if since is None or time.monotonic() - since < _RESTED:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except psycopg.Error as error:
        raise sa.exc.DisconnectionError from error  # the pool lays another line


def _text(name: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null, primary_key=key)


def _id(name: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid, nullable=null, primary_key=key)


def _big(name: str, *, null: bool = False, key: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger, nullable=null, primary_key=key, autoincrement=False)


def _moment(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _feed() -> sa.Column[Any]:
    return sa.Column("feed", sa.Text, sa.ForeignKey("feed.id"), nullable=False)


# --- who ----------------------------------------------------------------------------------------------------------

server = sa.Table("server", metadata, _text("id", key=True), _text("key"), _moment("made_at"))

feed = sa.Table(
    "feed",
    metadata,
    _text("id", key=True),
    _text("name"),
    _text("epoch"),
    _big("head"),
    _text("chain"),
    _big("backup_rev"),
)

person = sa.Table("person", metadata, _feed(), _text("id"), _text("name"), _text("role"))
person.append_constraint(sa.PrimaryKeyConstraint("feed", "id"))

device = sa.Table(
    "device",
    metadata,
    _id("id", key=True),
    _feed(),
    _text("person"),
    _text("alg"),
    _text("key"),
    _text("machine"),
    _text("app"),
    _big("seq"),
    _text("last_hash"),
    _moment("enrolled_at"),
    _moment("revoked_at", null=True),
    _moment("wipe_requested_at", null=True),
    _moment("seen_at", null=True),
    _moment("waiting_since", null=True),
    _moment("wipe_told_at", null=True),
    _moment("lease_until", null=True),
    # How many changes it said were waiting at its last greeting, and `seq` as it was then.
    _big("waiting", null=True),
    _big("waiting_seq", null=True),
    # Drafts older than 72 hours, as it said then: how many, and the day the oldest was last written in.
    _big("drafts", null=True),
    sa.Column("draft_on", sa.Date, nullable=True),
)

enrolment_code = sa.Table(
    "enrolment_code",
    metadata,
    _text("hash", key=True),
    _feed(),
    _text("person"),
    _moment("expires_at"),
    _moment("used_at", null=True),
    _id("used_by", null=True),
)

device_anchor = sa.Table(
    "device_anchor",
    metadata,
    sa.Column("device", sa.Uuid, sa.ForeignKey("device.id"), primary_key=True),
    _big("n"),
    _text("mac"),
    _moment("at"),
    _moment("fell_at", null=True),
)

device_pulse = sa.Table(
    "device_pulse",
    metadata,
    sa.Column("device", sa.Uuid, sa.ForeignKey("device.id"), primary_key=True),
    _text("word"),
    _text("other", null=True),
    sa.Column("swaps", sa.Integer, nullable=False),
    _moment("two_at", null=True),
)

proof_seen = sa.Table("proof_seen", metadata, _text("jti", key=True), _moment("seen_at"))

# --- what ---------------------------------------------------------------------------------------------------------

op = sa.Table(
    "op",
    metadata,
    sa.Column("device", sa.Uuid, sa.ForeignKey("device.id"), nullable=False),
    _big("dseq"),
    _feed(),
    _big("rev", null=True),
    _id("id", null=True),
    _text("outcome"),
    _text("reason", null=True),
    _text("kind"),
    _id("cand", null=True),
    sa.Column("own", sa.Boolean, nullable=False),
    _text("by"),
    _text("hash"),
    _text("chain", null=True),
    _text("p", null=True),
    _text("s", null=True),
    sa.Column("eff", JSONB(none_as_null=True), nullable=True),
    _moment("received_at"),
    _text("guard", null=True),
    _moment("erased_at", null=True),
    sa.PrimaryKeyConstraint("device", "dseq"),
    sa.UniqueConstraint("id"),
    sa.UniqueConstraint("feed", "rev"),
)
sa.Index("op_feed_cand_rev", op.c.feed, op.c.cand, op.c.rev)
sa.Index("op_parked", op.c.feed, op.c.received_at, postgresql_where=op.c.outcome == "parked")

rec = sa.Table(
    "rec",
    metadata,
    _feed(),
    _text("type"),
    _id("id"),
    _id("cand", null=True),
    _text("owner", null=True),
    _big("rev"),
    sa.Column("vals", JSONB, nullable=False),
    sa.Column("frev", JSONB, nullable=False),
    sa.Column("fdev", JSONB, nullable=False),
    sa.PrimaryKeyConstraint("feed", "type", "id"),
)

conflict = sa.Table(
    "conflict",
    metadata,
    _feed(),
    _big("rev"),
    _text("field"),
    _text("type"),
    _id("rec"),
    sa.Column("mine", JSONB, nullable=True),
    sa.Column("theirs", JSONB, nullable=True),
    _big("theirs_rev"),
    _big("base_rev"),
    _big("resolved_rev", null=True),
    sa.PrimaryKeyConstraint("feed", "rev", "field"),
)

file_content = sa.Table(
    "file_content",
    metadata,
    sa.Column("feed", sa.Text, sa.ForeignKey("feed.id"), primary_key=True),
    _id("cand", key=True),
    _text("digest", key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("whole", sa.Boolean, nullable=False),
    sa.Column("held", sa.Boolean, nullable=False),
    _text("person"),
    _moment("touched_at"),
    _moment("reading_since", null=True),
)

file_part = sa.Table(
    "file_part",
    metadata,
    _text("feed", key=True),
    _id("cand", key=True),
    _text("digest", key=True),
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.ForeignKeyConstraint(
        ["feed", "cand", "digest"],
        ["file_content.feed", "file_content.cand", "file_content.digest"],
        ondelete="CASCADE",
    ),
)

# --- who may see, and who saw -------------------------------------------------------------------------------------

membership = sa.Table(
    "membership",
    metadata,
    _feed(),
    _id("cand"),
    _text("person"),
    _text("role"),
    _big("since_rev"),
    _big("upto_rev", null=True),
    _moment("ended_at", null=True),
    _moment("until", null=True),
    sa.PrimaryKeyConstraint("feed", "cand", "person"),
)

access_log = sa.Table(
    "access_log",
    metadata,
    sa.Column("n", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    _feed(),
    _moment("at"),
    _text("person"),
    _id("device"),
    _id("cand"),
    _text("action"),
    _big("from_rev"),
    _big("to_rev"),
)
sa.Index("access_log_cand", access_log.c.feed, access_log.c.cand, access_log.c.at)

# --- who signs in, and what people in charge do -------------------------------------------------------------------

attempt = sa.Table(
    "attempt",
    metadata,
    _text("what", key=True),
    _text("who", key=True),
    _moment("since"),
    sa.Column("n", sa.Integer, nullable=False),
)

login = sa.Table(
    "login",
    metadata,
    _text("issuer", key=True),
    _text("subject", key=True),
    _feed(),
    _text("person"),
    _moment("made_at"),
    sa.UniqueConstraint("feed", "person"),
)

web_signin = sa.Table(
    "web_signin", metadata, _text("state", key=True), _text("nonce"), _text("verifier"), _moment("made_at")
)

web_session = sa.Table(
    "web_session",
    metadata,
    _text("hash", key=True),
    _feed(),
    _text("person"),
    _text("csrf"),
    _moment("made_at"),
    _moment("seen_at"),
)

act = sa.Table(
    "act",
    metadata,
    sa.Column("n", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    _feed(),
    _moment("at"),
    _text("person"),
    _text("what"),
    _id("device", null=True),
    _id("cand", null=True),
    _text("whom", null=True),
    _text("reason", null=True),
)
sa.Index("act_feed", act.c.feed, act.c.n)

parked_seen = sa.Table(
    "parked_seen", metadata, _id("device", key=True), _big("dseq", key=True), _moment("at"), _text("person")
)

# --- what was handed out --------------------------------------------------------------------------------------------

code_list = sa.Table(
    "code_list",
    metadata,
    _text("name", key=True),
    sa.Column("valid_from", sa.Date, primary_key=True),
    sa.Column("body", JSONB, nullable=False),
    _moment("signed_at"),
)

figures_left = sa.Table(
    "figures_left",
    metadata,
    sa.Column("feed", sa.Text, sa.ForeignKey("feed.id"), primary_key=True),
    sa.Column("first_day", sa.Date, primary_key=True),
    sa.Column("last_day", sa.Date, primary_key=True),
    _text("digest", key=True),
    _moment("at"),
)

# --- what goes out to the case system -----------------------------------------------------------------------------

outbound = sa.Table(
    "outbound",
    metadata,
    _text("adapter", key=True),
    sa.Column("feed", sa.Text, sa.ForeignKey("feed.id"), primary_key=True),
    _big("rev", key=True),
    _text("state"),
    sa.Column("attempts", sa.Integer, nullable=False),
    _moment("next_at"),
    _text("problem", null=True),
    _moment("sent_at", null=True),
    _moment("confirmed_at", null=True),
)

sa.Index(
    "outbound_waiting", outbound.c.adapter, outbound.c.feed, outbound.c.rev,
    postgresql_where=outbound.c.state == "waiting",
)  # fmt: skip

outbound_cursor = sa.Table(
    "outbound_cursor",
    metadata,
    _text("adapter", key=True),
    sa.Column("feed", sa.Text, sa.ForeignKey("feed.id"), primary_key=True),
    _big("rev"),
)
