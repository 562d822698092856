"""Overrides, people in need, households."""

from dataclasses import dataclass
from typing import Literal

from sitrep.reconcile import Context, HouseholdSize, household_size
from sitrep.reconcile.households import household_sizes

from .make import article, figure, together


@dataclass(frozen=True)
class Ruling:
    figure: str
    action: Literal["reject", "pin"]
    role: str = "information officer"
    reason: str = "counted twice"


A = article("a", "NDMA says 40 died.")
B = article("b", "OCHA says 65 died.", "2031-03-04T12:00:00Z")
FORTY, SIXTY = figure(A, "deaths", "40", 40, source="NDMA"), figure(B, "deaths", "65", 65, source="OCHA")


def test_a_rejected_figure_is_shown_and_counts_no_more() -> None:
    found = together([(A, [FORTY]), (B, [SIXTY])], Context(overrides=(Ruling(SIXTY.id, "reject"),)))
    f = found.findings[0]
    assert f.recommended == FORTY and (f.low, f.high) == (40, 40) and "overridden" in f.flags and f.relation == "single"
    rejected = next(m for m in f.members if m.role == "rejected")
    assert rejected.why == "Taken out by information officer: counted twice." and not rejected.standing


def test_a_pinned_figure_is_recommended_with_its_reason() -> None:
    found = together(
        [(A, [FORTY]), (B, [SIXTY])], Context(overrides=(Ruling(FORTY.id, "pin", reason="checked by phone"),))
    )
    f = found.findings[0]
    assert (
        f.recommended == FORTY
        and f.why == "Recommended by information officer: checked by phone."
        and "overridden" in f.flags
    )


def test_a_whole_finding_can_be_taken_out() -> None:
    key = together([(A, [FORTY])]).findings[0].id
    f = together([(A, [FORTY])], Context(overrides=(Ruling(key, "reject"),))).findings[0]
    assert f.id == key and f.recommended is None and (f.low, f.high) == (None, None)


def test_a_ruling_whose_figure_is_gone_warns() -> None:
    found = together([(A, [FORTY])], Context(overrides=(Ruling("gone", "pin"),)))
    assert len(found.warnings) == 1 and "gone" in found.warnings[0] and "does not apply" in found.warnings[0]


def need(*stated: tuple[str, str, int], population: int | None = None) -> tuple[object, ...]:
    pairs = []
    for i, (place, sector, value) in enumerate(stated):
        a = article(f"n{i}", f"In {place}, {value:,} people need help.")
        where = {"place": place, "place_basis": "clause"} if place else {}
        pairs.append((a, [figure(a, "in_need", f"{value:,}", value, sector=sector, source="OCHA", **where)]))
    total = together(pairs, Context(country="MOZ", crisis="Mozambique: cyclone", population=population)).people_in_need
    return (total.value, len(total.operands), total.capped) if total else ()


def test_people_in_need_are_the_maximum_per_place_then_the_sum() -> None:
    assert need(("Beira", "health", 4_000), ("Beira", "shelter", 9_000), ("Nampula", "health", 2_500)) == (
        11_500,
        2,
        False,
    )


def test_a_stated_figure_for_the_whole_needs_no_sum() -> None:
    assert need(("Beira", "health", 4_000), ("Mozambique", "multi", 5_000), ("Nampula", "health", 2_500)) == ()


def test_people_in_need_stay_below_the_population() -> None:
    assert need(("Beira", "health", 4_000), ("Nampula", "health", 2_500), population=6_000) == (6_000, 2, True)


def test_households_have_an_estimate_with_its_source() -> None:
    a = article("a", "Some 147 families fled.")
    found = together(
        [(a, [figure(a, "displaced", "147", 147, unit="households")])],
        Context(country="PAK", household_sizes={"PAK": HouseholdSize(5, "survey")}),
    )
    estimate = found.findings[0].estimate
    assert estimate and (estimate.people, estimate.size, estimate.source) == (735, 5, "survey")


def test_no_estimate_without_a_known_size_or_for_people() -> None:
    a = article("a", "Some 147 families fled.")
    found = together([(a, [figure(a, "displaced", "147", 147, unit="households")])], Context(country="SYR"))
    assert found.findings[0].estimate is None
    assert together([(A, [FORTY])], Context(country="PAK")).findings[0].estimate is None


def test_the_built_in_sizes_are_plausible_and_sourced() -> None:
    assert all(2 <= s.size <= 10 and "UN DESA" in s.source for s in household_sizes().values())
    pakistan = household_size("PAK")
    assert pakistan and pakistan.size == 6.8 and household_size(None) is None


def test_people_beside_households_are_recommended() -> None:
    a = article("a", "The storm hit 174,158 people, or 34,219 families, INGD said.")
    found = together(
        [
            (
                a,
                [
                    figure(a, "affected", "174,158", 174158, source="INGD"),
                    figure(a, "affected", "34,219", 34219, unit="households", source="INGD"),
                ],
            )
        ]
    )
    assert len(found.findings) == 1 and found.findings[0].recommended and found.findings[0].recommended.value == 174158
    assert found.findings[0].relation == "single" and found.findings[0].low == 174158
