"""The tables. A change here needs a new migration in migrations/versions; a test compares the two."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from .types import ExactText, UtcTime, Zipped, ZippedText

VERSION = "0003"
"""The schema this program writes: the newest migration."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# `published`, `retrieved` keep the moment as known (a day, a time, its own zone); `published_at` is what sorts.
articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", ExactText, nullable=False),
    Column("title", ExactText),
    Column("publisher", ExactText),
    Column("published", String),
    Column("published_at", UtcTime),
    Column("url", ExactText),
    Column("language", ExactText),
    Column("country", ExactText),
    Column("retrieved", String),
    Column("text_sha256", String, nullable=False),
    Column("text", ExactText, nullable=False),
    Column("media_type", ExactText),
    Column("raw", Zipped),
    Index(None, "text_sha256"),
)

crisis_articles = Table(
    "crisis_articles",
    metadata,
    Column("crisis", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("source", ExactText, nullable=False),
    Column("first_seen", UtcTime, nullable=False),
    Index(None, "article"),
    Index(None, "crisis", "first_seen"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("extractor", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Index(None, "article"),
)

figures = Table(
    "figures",
    metadata,
    Column("extractor", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("data", ExactText, nullable=False),
    Index(None, "article"),
    Index(None, "id"),
)

needs = Table(
    "needs",
    metadata,
    Column("extractor", String, primary_key=True),
    Column("article", String, ForeignKey("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("data", ExactText, nullable=False),
    Index(None, "article"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String, primary_key=True),
    Column("crisis", String, nullable=False),
    Column("product", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("as_of", UtcTime, nullable=False),
    Column("issued", UtcTime, nullable=False),
    Column("extractor", String, nullable=False),
    Column("settings", ExactText, nullable=False),
    Column("overrides", ExactText, nullable=False),
    Column("report", ZippedText, nullable=False),
    Column("previous", String),
    Column("corrects", String),
    Column("program", String, nullable=False),
    Column("problems", ExactText, nullable=False, server_default="[]"),
    Column("outside", ExactText, nullable=False, server_default="[]"),
    UniqueConstraint("crisis", "product", "number", "revision"),
)

# No foreign key to articles: after a purge of what is cited, a report still tells which articles it was made from.
report_articles = Table(
    "report_articles",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", String, nullable=False),
    Column("cited", Boolean, nullable=False),
    Index(None, "article"),
)

report_files = Table(
    "report_files",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", ExactText, nullable=False),
    Column("media_type", String, nullable=False),
    Column("data", Zipped, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("data", ExactText, nullable=False),
    Index(None, "id"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("message_id", String, primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("crisis", String, nullable=False),
    Column("recipient", ExactText, nullable=False),
    Column("state", String, nullable=False),
    Column("queued", UtcTime, nullable=False),
    Column("changed", UtcTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("code", Integer),
    Column("reply", ExactText, nullable=False),
    UniqueConstraint("report", "recipient"),
    Index(None, "crisis", "state"),
)

approvals = Table(
    "approvals",
    metadata,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("decision", String, nullable=False),
    Column("role", ExactText, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("reason", ExactText, nullable=False),
)

overrides = Table(
    "overrides",
    metadata,
    Column("crisis", String, primary_key=True),
    Column("figure", String, primary_key=True),
    Column("action", String, nullable=False),
    Column("role", ExactText, nullable=False),
    Column("reason", ExactText, nullable=False),
    Column("at", UtcTime, nullable=False),
)

source_states = Table(
    "source_states",
    metadata,
    Column("crisis", String, primary_key=True),
    Column("source", String, primary_key=True),
    Column("etag", ExactText),
    Column("last_modified", ExactText),
    Column("cursor", ExactText),
    Column("checked", UtcTime),
    Column("succeeded", UtcTime),
    Column("failures", Integer, nullable=False),
    Column("failing_since", UtcTime),
    Column("problem", ExactText),
)

runs = Table(
    "runs",
    metadata,
    Column("id", String, primary_key=True),
    Column("crisis", String, nullable=False),
    Column("started", UtcTime, nullable=False),
    Column("finished", UtcTime),
    Column("outcome", String, nullable=False),
    Column("report", String),
    Column("counts", ExactText, nullable=False),
    Column("problems", ExactText, nullable=False),
    Index(None, "crisis", "started"),
)
