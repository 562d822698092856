"""Reading --as-of: the cut-off and the date of issue."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..errors import UsageError

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def parse_as_of(when: str | None, zone: str, now: datetime) -> datetime:
    """The moment meant, with its zone, to the minute.

    A day means its last minute (23:59), so that all its articles count; a moment without an offset, and a day, are
    taken in `zone`. Nothing given means `now`, shown in `zone`. Raises UsageError where `when` is no ISO moment.
    """
    home = ZoneInfo(zone)
    if when is None:
        return now.astimezone(home).replace(second=0, microsecond=0)
    moment = _parse(when.strip())
    if _DAY.fullmatch(when.strip()):
        moment = datetime.combine(moment.date(), time()) + timedelta(hours=23, minutes=59)
    return moment if moment.tzinfo else moment.replace(tzinfo=home)


def _parse(when: str) -> datetime:
    try:
        return datetime.fromisoformat(when).replace(second=0, microsecond=0)
    except ValueError as error:
        raise UsageError(
            f"--as-of: '{when}' is no ISO date or time; write it as 2024-11-30 or 2024-11-30T18:00+00:00."
        ) from error
