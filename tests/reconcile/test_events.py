"""Without a country of the crisis only articles that may speak of one event are compared."""

import pytest

from sitrep.model import Finding
from sitrep.places import Gazetteer
from sitrep.reconcile import Context

from .make import article, figure, together

DAY = "2031-03-01T12:00:00Z"
FLOOD = "Floods in Sudan. OCHA says {n} people died."


def deaths(*told: tuple[str, str | None], context: Context | None = None) -> list[Finding]:
    """The findings of articles (text, published) that each count the dead, the one 20 more than the other."""
    pairs = []
    for n, (text, published) in enumerate(told):
        of = article("abcdef"[n], text.replace("{n}", str(20 + 20 * n)), published)
        source = {"source": f"Office {n}"}
        pairs.append((of, [figure(of, "deaths", str(20 + 20 * n), 20 + 20 * n, **source)]))
    return list(together(pairs, context or Context(places=Gazetteer())).findings)


@pytest.mark.parametrize(
    ("other", "published", "together_"),
    [
        ("The Sudanese office of disasters says {n} people died in the flood.", DAY, True),
        ("Floods in Chad. Officials say {n} people died.", DAY, False),
        ("Chadian officials say {n} people died in the flood.", DAY, False),
        ("An earthquake in Sudan. The quake killed {n} people.", DAY, False),
        ("Floods in Sudan. Officials say {n} people died.", "2031-04-05T12:00:00Z", True),
        ("Floods in Sudan. Officials say {n} people died.", "2032-03-01T12:00:00Z", False),
        ("Floods in Sudan. Officials say {n} people died.", None, True),
        ("Officials say that {n} people died.", DAY, True),
        ("Officials say that {n} people died.", "2032-03-01T12:00:00Z", False),
    ],
)
def test_figures_are_of_one_finding_where_country_time_and_hazard_fit(
    other: str, published: str | None, together_: bool
) -> None:
    found = deaths((FLOOD, DAY), (other, published))
    assert len(found) == (1 if together_ else 2)
    if not together_:
        assert {f.relation for f in found} == {"single"}


def test_the_same_without_any_hint_is_one_event() -> None:
    assert len(deaths(("OCHA says {n} people died.", DAY), ("NDMA says {n} people died.", None))) == 1


def test_an_article_that_tells_no_country_is_of_none_of_several_events() -> None:
    told = ((FLOOD, DAY), ("Floods in Chad. Officials say {n} people died.", DAY), ("In all {n} people died.", DAY))
    assert len(deaths(*told)) == 3


def test_a_round_up_stands_between_two_countries() -> None:
    both = "Floods in Sudan and Chad. In Sudan and Chad {n} people died."
    assert len(deaths((FLOOD, DAY), (both, DAY))) == 1


def test_reports_that_follow_one_another_are_one_event() -> None:
    days = [f"2031-{month:02}-01T12:00:00Z" for month in (3, 4, 5, 6)]
    assert len(deaths(*((FLOOD, day) for day in days))) == 1


def test_with_a_country_all_articles_are_of_the_crisis() -> None:
    context = Context(country="SDN", crisis="Sudan: floods", places=Gazetteer())
    assert len(deaths((FLOOD, DAY), ("Talks in Chad. Officials say {n} people died.", DAY), context=context)) == 1


def test_a_reprint_stays_with_its_original() -> None:
    text = (
        "Rescue teams reached the last of the villages late on Sunday, after two days without a road or a bridge. The "
        "mayor said that {n} people had died and that the school would open its doors to those without a roof."
    )
    told = [article(name, text.replace("{n}", "20"), day) for name, day in (("a", DAY), ("b", "2031-09-01T12:00:00Z"))]
    found = together([(a, [figure(a, "deaths", "20", 20)]) for a in told], Context())
    assert len(found.duplicates) == 1 and len(found.findings) == 1


def test_a_number_of_another_event_lends_nothing() -> None:
    a = article("a", "Floods in Sudan. Officials in Kosti say that 2,946 people were displaced there.")
    b = article("b", "Floods in Peru. In all 2,946 people were displaced, officials say.")
    found = together(
        [
            (a, [figure(a, "displaced", "2,946", 2946, place="Kosti", place_basis="clause")]),
            (b, [figure(b, "displaced", "2,946", 2946)]),
        ],
        Context(places=Gazetteer()),
    )
    assert sorted((f.place or "", len(f.origins)) for f in found.findings) == [("", 1), ("Kosti", 1)]
