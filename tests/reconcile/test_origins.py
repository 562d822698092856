"""Who gives a number in the end."""

from typing import Any

import pytest

from sitrep.model import Reconciliation
from sitrep.reconcile import Context
from sitrep.reconcile.affiliation import affiliation

from .make import article, figure, together

FLOOD = Context(country="PAK", crisis="Pakistan: invented floods")


def origins(found: Reconciliation, measure: str = "deaths") -> set[str]:
    return {o.key for f in found.findings if f.measure == measure for o in f.origins}


def one(text: str, number: str, value: int, source: str | None, name: str = "a", **fields: str) -> tuple:  # type: ignore[type-arg]
    a = article(name, text, **fields)
    return a, [figure(a, "deaths", number, value, source=source)]


def test_short_and_long_names_are_one_origin() -> None:
    found = together(
        [
            one(
                "Some 300 died, the National Disaster Management Authority (NDMA) said.",
                "300",
                300,
                "National Disaster Management Authority (NDMA)",
            ),
            one("NDMA counted 310 dead.", "310", 310, "NDMA", "b", published="2031-03-02T12:00:00Z"),
        ],
        FLOOD,
    )
    assert origins(found) == {"ndma"}


def test_an_unnamed_repeat_is_the_named_origins() -> None:
    found = together(
        [
            one("The army said that 47 people died.", "47", 47, "the Health Ministry"),
            one("Reports speak of 47 dead.", "47", 47, "Reports", "b"),
            one("The storm killed 47 people.", "47", 47, None, "c"),
        ],
        FLOOD,
    )
    assert origins(found) == {"ministry:health"}
    assert found.findings[0].articles == 3


def test_a_person_speaks_for_the_organisation() -> None:
    text = "UNICEF representative Ana Example said that 12 had died. Later Example added that 15 had died."
    a = article("a", text)
    found = together(
        [(a, [figure(a, "deaths", "12", 12, source="Ana Example"), figure(a, "injured", "15", 15, source="Example")])]
    )
    assert origins(found) == {"unicef"} == origins(found, "injured")


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("Jo Example, the irrigation minister of Sindh, said so.", "Jo Example", "ministry:irrigation"),
        ("Information Minister Jo Example said so.", "Jo Example", "ministry:information"),
        ("OCHA spokesperson Jo Example said so.", "Jo Example", "ocha"),
        ("Jo Example, a spokesman for the Red Crescent, said so.", "Jo Example", "red_crescent"),
        ("Jo Example, who sells bread, said so.", "Jo Example", None),
    ],
)
def test_an_affiliation_is_read_beside_the_name(text: str, name: str, key: str | None) -> None:
    found = affiliation(name, text)
    assert (found.key if found else None) == key


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Interior Ministry counts 90 dead. A day earlier the ministry had given 70 injured. "
    text += "The Education Ministry lost 3 schools."
    a = article("a", text)
    figures = [
        figure(a, "deaths", "90", 90, source="Interior Ministry"),
        figure(a, "injured", "70", 70, source="the ministry"),
        figure(a, "facilities_affected", "3", 3, source="Education Ministry"),
    ]
    found = together([(a, figures)])
    assert origins(found, "injured") == {"ministry:interior"}


def test_one_nations_unnamed_sources_are_one() -> None:
    found = together(
        [
            one("Iranian media reported 9 dead.", "9", 9, "Iranian media"),
            one("Iranian sources spoke of 9 dead.", "9", 9, "Iranian sources", "b"),
        ],
        Context(country="SYR", crisis="Syria: fighting"),
    )
    assert origins(found) == {"unnamed@IRN"}


def test_an_army_is_a_party_only_where_people_fight() -> None:
    fight = together([one("The army found 28 bodies.", "28", 28, "the army")], Context(crisis="X: armed conflict"))
    quake = together([one("The army found 28 bodies.", "28", 28, "the army")], Context(crisis="X: earthquake"))
    assert fight.findings[0].origins[0].party and not quake.findings[0].origins[0].party


def test_the_configuration_grades_origins() -> None:
    context = Context(reliability={"Outlet b": "E", "OCHA": "B"})
    ocha = one("OCHA counts 8 dead.", "8", 8, "OCHA")
    found = together([ocha, one("There are 9 dead.", "9", 9, None, "b")], context)
    assert {o.key: o.reliability for f in found.findings for o in f.origins} == {"ocha": "B", "article:outlet b": "E"}


HILLS = Context(country="SYR", crisis="Northwest Syria: invented fighting")
VALLEY = "Snow closed the roads on Monday.\nIn Example Valley, rebels told reporters, they killed 340."


def claims(other: str, place: str | None, day: int = 2, own: str | None = None, **fields: Any) -> Reconciliation:
    """The rebels' number in an article that places it at `own`, and in another one that places it at `place`."""
    a = article("a", "The rebels claimed to have killed 340 in Upper Example.")
    b = article("b", other, f"2031-03-{day:02}T12:00:00Z")
    near = figure(a, "deaths", "340", 340, source="rebels", place=own)
    far = figure(b, "deaths", "340", 340, place=place, **{"source": "rebels", **fields})
    return together([(a, [near]), (b, [far])], HILLS)


def test_a_number_of_one_source_is_one_claim_though_only_one_article_says_where() -> None:
    found = claims(VALLEY, "Example Valley").findings
    assert [(f.articles, f.place, len(f.origins)) for f in found] == [(2, "Example Valley", 1)]


def test_a_place_that_is_only_carried_over_gives_way() -> None:
    told = "They took Example Valley.\nAccording to the rebels, 340 soldiers died in the valley during two days."
    found = claims(told, "Example Valley", place_basis="carried").findings
    assert [(f.articles, f.place) for f in found] == [(2, None)]


@pytest.mark.parametrize(
    ("day", "own", "fields"),
    [
        (2, "Upper Example", {}),
        (29, None, {}),
        (2, None, {"source": "the army"}),
        (2, None, {"qualifier": "at_least"}),
        (2, None, {"population": ("children",)}),
    ],
)
def test_another_place_day_source_qualifier_or_group_is_another_claim(
    day: int, own: str | None, fields: dict[str, Any]
) -> None:
    assert len(claims(VALLEY, "Example Valley", day, own, **fields).findings) == 2
