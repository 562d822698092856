"""Runs keep what a problem is about apart from what is wrong with it.

Of runs that are there already the two are parted at the first colon with a space after it, as they were told apart
until now. Plain column types only, as in every migration.
"""

import json
import re

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ESCAPED = re.compile(r"\x1a([0-9a-f]{4})")
"""What stands for a character that databases refuse."""


def upgrade() -> None:
    """Forward."""
    runs = sa.table("runs", sa.column("id", sa.String()), sa.column("problems", sa.Text()))
    connection = op.get_bind()
    for id, problems in connection.execute(sa.select(runs.c.id, runs.c.problems)).all():
        if told := [_parted(problem) for problem in json.loads(_ESCAPED.sub(r"\\u\1", problems))]:
            connection.execute(sa.update(runs).where(runs.c.id == id).values(problems=json.dumps(told)))


def _parted(problem: str) -> dict[str, str | bool]:
    where, colon, what = problem.partition(": ")
    return {"where": where if colon else "", "what": what if colon else problem, "note": False}
