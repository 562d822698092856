"""Reports keep the problems that they were told of, and the fingerprints of files outside the store.

Of reports that are there already, the problems are those that they print, but for the warnings on rulings, which come
of the rulings again. Plain column types only, as in every migration.
"""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Forward."""
    for name in ("problems", "outside"):
        op.add_column("reports", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    reports = sa.table(
        "reports", sa.column("id", sa.String()), sa.column("report", sa.LargeBinary()), sa.column("problems", sa.Text())
    )
    connection = op.get_bind()
    for id in connection.execute(sa.select(reports.c.id)).scalars().all():
        report = connection.execute(sa.select(reports.c.report).where(reports.c.id == id)).scalar_one()
        if told := _told(json.loads(zlib.decompress(report))):
            connection.execute(sa.update(reports).where(reports.c.id == id).values(problems=json.dumps(told)))


def _told(report: dict[str, list[dict[str, str]]]) -> list[dict[str, str | bool]]:
    remarks = (remark for remark in report.get("problems", []) if remark["where"] != "Ruling")
    return [{"where": remark["where"], "what": remark["what"], "note": False} for remark in remarks]
