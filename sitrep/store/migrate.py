"""The schema's version: made, brought forward, or refused."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from sitrep.errors import SitrepError

from .engine import reading, writing
from .schema import VERSION

_UPGRADE_LOCK = 7_405_311_620


def prepare(engine: Engine) -> None:
    """Make the tables of an empty store, bring an older one forward, refuse a newer one (SitrepError)."""
    with reading(engine) as connection:
        if _version(connection) == VERSION:
            return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
        upgrade(connection)


def upgrade(connection: Connection, to: str = VERSION) -> None:
    """Bring the schema to a version, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    found = _version(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise SitrepError(
            f"The store has schema {found}, and this version of sitrep knows schemas up to {VERSION}: "
            "upgrade sitrep, or give it another store."
        )
    command.upgrade(config, to)


def _version(connection: Connection) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)
    if tables and "articles" in tables:
        raise SitrepError("The store has tables that are not sitrep's: give it a database of its own.")
    return None
