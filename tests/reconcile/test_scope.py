"""What is in a crisis: its country, its time, its event."""

from datetime import UTC, date, datetime

import pytest

from sitrep.model import Reconciliation
from sitrep.places import Gazetteer
from sitrep.reconcile import Context

from .make import article, figure, together

GAZETTEER = Gazetteer()


def one(
    text: str, published: str | None = "2031-03-01T12:00:00Z", context: Context | None = None, **fields: object
) -> Reconciliation:
    a = article("a", text, published)
    return together(
        [(a, [figure(a, "deaths", "40", 40, **fields)])],
        context or Context(country="SDN", crisis="Sudan: floods", places=GAZETTEER),
    )


@pytest.mark.parametrize(
    ("place", "text", "outside"),
    [
        ("Chad", "In Chad the storm killed 40 people.", True),
        ("Sudan", "In Sudan the storm killed 40 people.", False),
        ("northern Sudan", "In northern Sudan the storm killed 40 people.", False),
        ("Tawila", "In Tawila the storm killed 40 people.", False),
        ("Geneva", "In Geneva the UN said that 40 people had died.", False),
    ],
)
def test_another_country_is_out_of_scope(place: str, text: str, outside: bool) -> None:
    found = one(text, place=place, place_basis="clause")
    assert bool(found.out_of_scope) is outside and bool(found.findings) is not outside


def test_a_place_that_is_only_carried_over_puts_nothing_out_of_scope() -> None:
    assert one("The storm killed 40 people.", place="Chad", place_basis="carried").out_of_scope == ()


@pytest.mark.parametrize(
    ("published", "there"),
    [
        ("2031-03-01T12:00:00Z", True),
        ("2031-03-02T12:00:00Z", False),
        ("2031-03-01", True),
        ("2031-03-02", False),
        (None, True),
    ],
)
def test_articles_after_the_cut_off_wait(published: str | None, there: bool) -> None:
    context = Context(as_of=datetime(2031, 3, 1, 18, tzinfo=UTC))
    assert bool(one("The storm killed 40 people.", published, context).findings) is there


def test_what_ended_before_the_event_is_background() -> None:
    context = Context(event_start=date(2031, 2, 1))
    found = one("Last year 40 people died.", context=context, since=date(2030, 1, 1), until=date(2030, 12, 31))
    assert [f.scope for f in found.findings] == ["background"]
