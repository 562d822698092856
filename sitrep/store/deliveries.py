"""The ledger's rows: each change of state is on disk before the next step of the mail begins."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, case, select, update

from ..errors import SitrepError
from ..model.records import Approval, Delivery, DeliveryState
from .base import Part, add
from .editions import successor, superseded
from .engine import reading, writing
from .schema import approvals, deliveries, reports

_TIME_TO_TRY: tuple[DeliveryState, ...] = ("pending", "deferred")
_COLUMNS = [column for column in deliveries.c if column.name != "position"]


class Deliveries(Part):
    """Mails, and the decisions that let them go."""

    def deliveries(
        self,
        *,
        crisis: str | None = None,
        product: str | None = None,
        report: str | None = None,
        states: Sequence[DeliveryState] = (),
    ) -> tuple[Delivery, ...]:
        """Deliveries in the order in which they were queued; `product` is that of their report; no states means all."""
        query = select(*_COLUMNS).order_by(deliveries.c.queued, deliveries.c.report, deliveries.c.position)
        if crisis is not None:
            query = query.where(deliveries.c.crisis == crisis)
        if product is not None:
            query = query.where(deliveries.c.report.in_(select(reports.c.id).where(reports.c.product == product)))
        if report is not None:
            query = query.where(deliveries.c.report == report)
        if states:
            query = query.where(deliveries.c.state.in_(states))
        with reading(self._engine) as connection:
            return tuple(Delivery(**row._mapping) for row in connection.execute(query))

    def claim(self, message_id: str, at: datetime) -> bool:
        """Pending or deferred becomes handing_over, on disk before this returns; False if somebody else has it."""
        change = (
            update(deliveries)
            .where(deliveries.c.message_id == message_id, deliveries.c.state.in_(_TIME_TO_TRY))
            .values(state="handing_over", changed=at, attempts=deliveries.c.attempts + 1, code=None, reply="")
        )
        with writing(self._engine) as connection:
            return connection.execute(change).rowcount == 1

    def settle(
        self, message_id: str, state: DeliveryState, at: datetime, code: int | None = None, reply: str = ""
    ) -> None:
        """What became of a delivery; `code` and `reply` are the server's words."""
        known = deliveries.c.message_id == message_id
        # A recipient that is refused at once was never claimed, and is an attempt all the same.
        attempts = deliveries.c.attempts + case((deliveries.c.state.in_(_TIME_TO_TRY), 1), else_=0)
        with writing(self._engine) as connection:
            _set(connection, known, state=state, changed=at, attempts=attempts, code=code, reply=reply)

    def recover(self, crisis: str, at: datetime) -> tuple[Delivery, ...]:
        """Turn what a dead process left in handing_over into uncertain; all uncertain ones. Hold the crisis' lock."""
        left = (deliveries.c.crisis == crisis) & (deliveries.c.state == "handing_over")
        with writing(self._engine) as connection:
            _set(connection, left, state="uncertain", changed=at, reply="the run ended while the server had it")
        return self.deliveries(crisis=crisis, states=("uncertain",))

    def resolve(self, message_id: str, arrived: bool, at: datetime) -> None:
        """An operator's word: an uncertain delivery is sent, an uncertain or refused one pending; else SitrepError.

        One whose report has a later edition is withdrawn instead of sent again.
        """
        open_to: tuple[DeliveryState, ...] = ("uncertain",) if arrived else ("uncertain", "refused")
        asked = (deliveries.c.message_id == message_id) & deliveries.c.state.in_(open_to)
        again = case((deliveries.c.report.in_(superseded()), "withdrawn"), else_="pending")
        state = "sent" if arrived else again
        with writing(self._engine) as connection:
            if not _set(connection, asked, state=state, changed=at, code=None, reply="as the operator said"):
                raise SitrepError(
                    f"No {' or '.join(open_to)} mail is named {message_id}: `sitrep status` lists those that are."
                )

    def decide(self, approval: Approval) -> None:
        """Approve (held mails become pending) or decline (withdrawn) a report; a different second word is refused.

        A report that has a later edition can no longer be approved.
        """
        state = "pending" if approval.decision == "approved" else "withdrawn"
        held = (deliveries.c.report == approval.report) & (deliveries.c.state == "held")
        with writing(self._engine) as connection:
            earlier = _approval(connection, approval.report)
            if earlier and earlier.decision != approval.decision:
                raise SitrepError(
                    f"The report {approval.report} was already {earlier.decision} by {earlier.role}: "
                    "issue a corrected edition instead."
                )
            later = successor(connection, approval.report)
            if later and approval.decision == "approved" and not earlier:
                raise SitrepError(f"The report {approval.report} was corrected: approve {later}, which goes instead.")
            add(connection, approvals, [asdict(approval)])
            _set(connection, held, state=state, changed=approval.at)

    def approval(self, report: str) -> Approval | None:
        """What was decided on a report, if anything."""
        with reading(self._engine) as connection:
            return _approval(connection, report)


def _set(connection: Connection, condition: Any, **values: Any) -> int:
    return connection.execute(update(deliveries).where(condition).values(**values)).rowcount


def _approval(connection: Connection, report: str) -> Approval | None:
    row = connection.execute(select(approvals).where(approvals.c.report == report)).first()
    return Approval(**row._mapping) if row else None
