"""--as-of: the moments that it can mean."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from sitrep.cli.when import parse_as_of
from sitrep.errors import UsageError

NOW = datetime(2024, 11, 30, 18, 4, 59, tzinfo=timezone(timedelta(hours=-5)))


@pytest.mark.parametrize(
    ("given", "zone", "meant"),
    [
        ("2024-11-30T18:00+00:00", "Asia/Damascus", "2024-11-30T18:00:00+00:00"),
        ("2024-11-30T18:00Z", "UTC", "2024-11-30T18:00:00+00:00"),
        ("2024-11-30T18:00", "Asia/Damascus", "2024-11-30T18:00:00+03:00"),
        ("2024-11-30", "UTC", "2024-11-30T23:59:00+00:00"),
        ("2024-11-30", "Asia/Damascus", "2024-11-30T23:59:00+03:00"),
        ("2024-11-30T18:00:45+00:00", "UTC", "2024-11-30T18:00:00+00:00"),
        (None, "UTC", "2024-11-30T23:04:00+00:00"),
    ],
)
def test_moments(given: str | None, zone: str, meant: str) -> None:
    assert parse_as_of(given, zone, NOW).isoformat() == meant


def test_now_is_the_same_moment() -> None:
    assert parse_as_of(None, "UTC", NOW).astimezone(UTC) == NOW.replace(second=0)


@pytest.mark.parametrize("given", ["", "today", "30.11.2024", "2024-13-01", "2024-11-30T25:00"])
def test_what_is_no_moment(given: str) -> None:
    with pytest.raises(UsageError, match="no ISO date or time"):
        parse_as_of(given, "UTC", NOW)
