"""Relation, range, recommended figure, reasons, flags."""

from datetime import date

import pytest

from sitrep.model import Finding
from sitrep.reconcile import Context

from .make import article, figure, together

CONFLICT = Context(country="SDN", crisis="Sudan: conflict")


def finding(
    *statements: tuple[str, int, str | None, str, dict[str, object]],
    measure: str = "deaths",
    context: Context | None = None,
) -> Finding:
    pairs = []
    for i, (text, value, source, day, fields) in enumerate(statements):
        a = article(f"n{i}", text, f"2031-03-{day}T12:00:00Z")
        number = next(w for w in text.replace(".", " ").split() if w[0].isdigit() or w in ("dozens", "thousands"))
        pairs.append((a, [figure(a, measure, number, value, source=source, **fields)]))
    found = together(pairs, context or Context(country="SDN", crisis="Sudan: floods"))
    assert len(found.findings) == 1, [[m.figure.text for m in f.members] for f in found.findings]
    return found.findings[0]


def test_a_growing_toll_of_one_origin_is_an_update() -> None:
    f = finding(("NDMA says 40 died.", 40, "NDMA", "01", {}), ("NDMA says 65 died.", 65, "NDMA", "03", {}))
    assert (f.relation, f.recommended and f.recommended.value, f.low, f.high) == ("update", 65, 65, 65)
    assert [m.role for m in sorted(f.members, key=lambda m: m.figure.value or 0)] == ["superseded", "recommended"]


def test_a_falling_toll_of_one_origin_is_flagged_as_a_revision() -> None:
    f = finding(("NDMA says 65 died.", 65, "NDMA", "01", {}), ("NDMA says 40 died.", 40, "NDMA", "03", {}))
    assert f.relation == "update" and "revised_down" in f.flags and f.recommended and f.recommended.value == 40


def test_a_lower_later_number_of_another_origin_is_a_conflict() -> None:
    f = finding(("NDMA says 65 died.", 65, "NDMA", "01", {}), ("OCHA says 40 died.", 40, "OCHA", "03", {}))
    assert (f.relation, f.low, f.high) == ("conflict", 40, 65)


def test_a_stock_on_another_date_is_an_update() -> None:
    f = finding(
        ("IOM counts 65,000 in camps.", 65000, "IOM", "01", {}),
        ("UNHCR counts 40,000 in camps.", 40000, "UNHCR", "20", {}),
        measure="idps",
    )
    assert (f.relation, f.low, f.high) == ("update", 40000, 65000)


def test_numbers_within_rounding_agree() -> None:
    f = finding(
        ("NDMA says 180 died.", 180, "NDMA", "01", {"qualifier": "at_least"}),
        ("OCHA says 182 died.", 182, "OCHA", "01", {}),
    )
    assert f.relation == "agreement" and len(f.origins) == 2
    assert {m.credibility for m in f.members} == {1}


def test_of_counts_of_one_day_the_better_grade_is_recommended() -> None:
    f = finding(("Residents say 27 died.", 27, "residents", "02", {}), ("OCHA says 23 died.", 23, "OCHA", "02", {}))
    assert f.relation == "conflict" and f.recommended and f.recommended.value == 23
    assert "better-graded" in f.why


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"certainty": "claimed"}, "rebels"),
        ({"certainty": "denied"}, "OCHA"),
        ({"certainty": "forecast"}, "OCHA"),
        ({}, "reports"),
    ],
    ids=["claim", "denial", "forecast", "unnamed"],
)
def test_what_is_weaker_stands_back_though_later(fields: dict[str, object], source: str) -> None:
    f = finding(
        ("NDMA says 40 died.", 40, "NDMA", "01", {}),
        ("It is said that 90 died.", 90, source, "05", fields),
        context=CONFLICT,
    )
    assert f.recommended and f.recommended.value == 40
    weak = next(m for m in f.members if m.figure.value == 90)
    assert "stands back" in weak.why


def test_a_vague_word_sets_no_bound_and_agrees() -> None:
    f = finding(
        ("NDMA says 7,000 fled.", 7000, "NDMA", "01", {}),
        ("OCHA says thousands fled.", 2000, "OCHA", "02", {"qualifier": "vague"}),
        measure="displaced",
    )
    assert (f.relation, f.low, f.high) == ("agreement", 7000, 7000)


def test_an_undated_number_never_wins_on_recency() -> None:
    a = article("a", "OCHA says 90 died.", None)
    b = article("b", "NDMA says 40 died.", "2031-03-01T12:00:00Z")
    found = together(
        [(a, [figure(a, "deaths", "90", 90, source="OCHA")]), (b, [figure(b, "deaths", "40", 40, source="NDMA")])]
    )
    assert found.findings[0].recommended and found.findings[0].recommended.value == 40


def test_only_a_claim_is_recommended_and_flagged() -> None:
    f = finding(("The rebels say 60 died.", 60, "rebels", "01", {"certainty": "claimed"}), context=CONFLICT)
    assert f.flags == ("claimed",) and f.recommended and f.recommended.value == 60


def test_only_forecasts_have_no_range() -> None:
    f = finding(("WHO fears 60 could die.", 60, "WHO", "01", {"certainty": "forecast"}))
    assert (f.low, f.high) == (None, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"population": ("children",)}, {}),
        ({"place": "Kosti", "place_basis": "clause"}, {"place": "Kassala", "place_basis": "clause"}),
        (
            {"since": date(2031, 2, 1), "until": date(2031, 2, 1)},
            {"since": date(2031, 2, 20), "until": date(2031, 2, 20)},
        ),
        ({"scope": "background"}, {}),
        ({"population": ("combatants",), "head": "rebels"}, {"population": ("combatants",), "head": "soldiers"}),
        ({"head": "teachers"}, {}),
    ],
    ids=["population", "place", "period", "scope", "side", "subset"],
)
def test_different_things_are_different_findings(one: dict[str, object], other: dict[str, object]) -> None:
    a, b = article("a", "NDMA named 40 of them."), article("b", "NDMA named 65 of them.")
    found = together(
        [
            (a, [figure(a, "deaths", "40", 40, source="NDMA", **one)]),
            (b, [figure(b, "deaths", "65", 65, source="NDMA", **other)]),
        ],
        CONFLICT,
    )
    assert len(found.findings) == 2


def test_one_origin_that_gives_two_numbers_at_once_speaks_of_two_things() -> None:
    a = article("a", "NDMA says 40 died at the market and 65 died at the bridge.")
    found = together(
        [(a, [figure(a, "deaths", "40", 40, source="NDMA"), figure(a, "deaths", "65", 65, source="NDMA")])]
    )
    assert len(found.findings) == 2


def test_an_earlier_count_in_one_article_is_superseded() -> None:
    a = article("a", "The toll rose to 65, NDMA said, up from 40 a day earlier.")
    found = together(
        [(a, [figure(a, "deaths", "65", 65, source="NDMA"), figure(a, "deaths", "40", 40, source="NDMA")])]
    )
    assert len(found.findings) == 1 and found.findings[0].recommended and found.findings[0].recommended.value == 65
    assert found.findings[0].relation == "update"


def test_a_finding_keeps_its_id_when_a_report_is_added() -> None:
    first = finding(("NDMA says 40 died.", 40, "NDMA", "01", {}))
    both = finding(("NDMA says 40 died.", 40, "NDMA", "01", {}), ("NDMA says 65 died.", 65, "NDMA", "03", {}))
    assert first.id == both.id
