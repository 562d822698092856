"""The time of runs in tests."""

from datetime import UTC, datetime, timedelta

START = datetime(2024, 11, 28, 6, 0, 30, tzinfo=UTC)


class Days:
    """A clock that stands still until a day is let pass, or it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_one(self) -> None:
        self.now += timedelta(days=1)
