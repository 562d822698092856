"""The schema's version: made, brought forward, or refused."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from ..errors import OlderStoreError, SitrepError
from .engine import no_store, reading, writing
from .schema import VERSION

if TYPE_CHECKING:
    from alembic.config import Config

_UPGRADE_LOCK = 7_405_311_620


def prepare(engine: Engine, *, make: bool = True, forward: bool = True) -> None:
    """Make the tables of an empty store, bring an older one forward, refuse a newer one (SitrepError).

    Without `make` an empty one is refused (NoStoreError), without `forward` an older one (OlderStoreError).
    """
    with reading(engine) as connection:
        found = _version(connection)
    if found == VERSION:
        return
    if found is None and not make:
        raise no_store(engine.url)
    if found is not None and not forward:
        raise OlderStoreError(
            f"The store has schema {found}, which a run brings to {VERSION} before all else ({_to_come(found)});"
            " a dry run changes nothing, so it cannot tell more."
        )
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        upgrade(connection)


def upgrade(connection: Connection, to: str = VERSION) -> None:
    """Bring the schema to a version, inside the connection's transaction."""
    from alembic import command

    config = _alembic(connection)
    found = _version(connection)
    if found is not None:
        _refuse_unknown(found, config)
    command.upgrade(config, to)


def _alembic(connection: Connection | None = None) -> "Config":
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


def _to_come(found: str) -> str:
    """What the migrations after a schema do, in their own words. Raises SitrepError for a schema that is not known."""
    from alembic.script import ScriptDirectory

    config = _alembic()
    _refuse_unknown(found, config)
    migrations = [*ScriptDirectory.from_config(config).iterate_revisions(VERSION, found)]
    told = [migration.doc.rstrip(".") for migration in reversed(migrations)]
    return "; ".join(f"{sentence[0].lower()}{sentence[1:]}" for sentence in told)


def _refuse_unknown(found: str, config: "Config") -> None:
    from alembic.script import ScriptDirectory

    if found not in {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}:
        raise SitrepError(
            f"The store has schema {found}, and this version of sitrep knows schemas up to {VERSION}: "
            "upgrade sitrep, or give it another store."
        )


def _version(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)
    if tables and "articles" in tables:
        raise SitrepError("The store has tables that are not sitrep's: give it a database of its own.")
    return None
