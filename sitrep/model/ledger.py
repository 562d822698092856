"""The ledger of mails, as a Protocol: what sending asks of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from .records import Approval, Delivery, DeliveryState


class Ledger(Protocol):
    """Every mail of every report: written before and after it is handed over, so that none goes out twice."""

    def deliveries(
        self,
        *,
        crisis: str | None = None,
        product: str | None = None,
        report: str | None = None,
        states: Sequence[DeliveryState] = (),
    ) -> tuple[Delivery, ...]:
        """Deliveries in the order in which they were queued; `product` is that of their report; no states means all."""
        ...

    def claim(self, message_id: str, at: datetime) -> bool:
        """Pending or deferred becomes handing_over, on disk before this returns; False if somebody else has it."""
        ...

    def settle(
        self, message_id: str, state: DeliveryState, at: datetime, code: int | None = None, reply: str = ""
    ) -> None:
        """What became of a delivery; `code` and `reply` are the server's words."""
        ...

    def recover(self, crisis: str, at: datetime) -> tuple[Delivery, ...]:
        """Turn what a dead process left in handing_over into uncertain; all uncertain ones. Hold the crisis' lock."""
        ...

    def resolve(self, message_id: str, arrived: bool, at: datetime) -> None:
        """An operator's word: an uncertain delivery is sent, an uncertain or refused one pending again.

        One whose report has a later edition is never sent again: it is withdrawn instead.
        """
        ...

    def decide(self, approval: Approval) -> None:
        """Approve (held mails become pending) or decline (withdrawn) a report; a different second word is refused.

        A report that has a later edition can no longer be approved.
        """
        ...

    def approval(self, report: str) -> Approval | None:
        """What was decided on a report, if anything."""
        ...
