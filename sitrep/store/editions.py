"""Editions of one report: a later one takes the place of those before it, and of their mails that wait."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, select, update

from ..model.records import DeliveryState
from .schema import deliveries, reports

_WAITING: tuple[DeliveryState, ...] = ("held", "pending", "deferred")
_later = reports.alias("later")
_FOLLOWS = and_(
    *(reports.c[name] == _later.c[name] for name in ("crisis", "product", "number")),
    reports.c.revision < _later.c.revision,
)


def superseded(by: str | None = None) -> Select[Any]:
    """The ids of the reports that have a later edition, or of those before the edition `by`."""
    query = select(reports.c.id).join(_later, _FOLLOWS)
    return query if by is None else query.where(_later.c.id == by)


def successor(connection: Connection, report: str) -> str | None:
    """The id of the last edition that came after this one, None if none did."""
    query = select(_later.c.id).join(reports, _FOLLOWS).where(reports.c.id == report)
    found = connection.execute(query.order_by(_later.c.revision.desc()).limit(1)).scalar()
    return None if found is None else str(found)


def withdraw_older(connection: Connection, report: str, at: datetime) -> None:
    """Take back the mails of the editions before this one that wait for somebody or something."""
    waiting = deliveries.c.report.in_(superseded(report)) & deliveries.c.state.in_(_WAITING)
    taken_back = {"state": "withdrawn", "changed": at, "reply": f"corrected by {report}"}
    connection.execute(update(deliveries).where(waiting).values(**taken_back))
