"""What changed since the last report, from the report's own JSON."""

from datetime import UTC, datetime

from sitrep.model import Article, Change, Crisis, Figure, Report, ReportedFigure, ReportedFinding, Source
from sitrep.model.reported import ReportedMember
from sitrep.reconcile import Context, compare_with

from .make import article, figure, together

AS_OF = datetime(2031, 3, 1, 18, tzinfo=UTC)
A = article("a", "NDMA says 40 died.", "2031-03-01T12:00:00Z")
FORTY = figure(A, "deaths", "40", 40, source="NDMA")


def report(*pairs: tuple[Article, list[Figure]]) -> Report:
    """A report of what these articles say, as far as a comparison reads it, through its JSON and back."""
    found = together(list(pairs))
    numbers = {a.id: n for n, (a, _) in enumerate(pairs, 1)}
    figures = [
        ReportedFigure(**m.figure.model_dump(), n=numbers[m.figure.article], sentence="1.1")
        for f in found.findings
        for m in f.members
    ]
    findings = [
        ReportedFinding(
            **f.model_dump(exclude={"members", "grouped_by", "estimate"}),
            recommended=f.recommended.id if f.recommended else None,
            members=tuple(
                ReportedMember(figure=m.figure.id, role=m.role, origin=m.origin, why=m.why) for m in f.members
            ),
        )
        for f in found.findings
    ]
    sources = [Source(n=numbers[a.id], article=a.id, name=a.name, published=a.published) for a, _ in pairs]
    made = Report(
        id="r1", crisis=Crisis(name="Invented"), number=1, as_of=AS_OF, issued=AS_OF, heading="H",
        figures=tuple(figures), findings=tuple(findings), sources=tuple(sources),
    )  # fmt: skip
    return Report.model_validate_json(made.model_dump_json())


def changes(before: Report, *pairs: tuple[Article, list[Figure]]) -> tuple[Change, ...]:
    return compare_with(before, together(list(pairs)), [a for a, _ in pairs]).changes


def later(text: str, value: int, source: str) -> tuple[Article, list[Figure]]:
    b = article("b", text, "2031-03-05T12:00:00Z")
    return b, [figure(b, "deaths", str(value), value, source=source)]


def test_nothing_new_is_unchanged() -> None:
    found = compare_with(report((A, [FORTY])), together([(A, [FORTY])]), [A])
    assert found.changes == () and len(found.unchanged) == 1


def test_a_higher_count_is_an_update_with_both_values() -> None:
    (change,) = changes(report((A, [FORTY])), (A, [FORTY]), later("NDMA says 65 died.", 65, "NDMA"))
    assert change.kind == "updated" and change.before and change.before.value == 40 and change.after
    assert change.before_source and change.before_source.published and "same origin" in change.why


def test_a_lower_count_is_a_revision() -> None:
    (change,) = changes(report((A, [FORTY])), (A, [FORTY]), later("NDMA says 31 died.", 31, "NDMA"))
    assert change.kind == "revised_down"


def test_a_rival_count_is_a_conflict_and_its_end_settles_it() -> None:
    rival = later("OCHA says 31 died.", 31, "OCHA")
    (change,) = changes(report((A, [FORTY])), (A, [FORTY]), rival)
    assert change.kind == "conflict"
    settled = changes(report((A, [FORTY]), rival), rival)
    assert [c.kind for c in settled] == ["settled"]


def test_a_figure_whose_article_is_gone_is_withdrawn_with_the_reason() -> None:
    other = later("In Kassala 9 died.", 9, "NDMA")
    before = report((A, [figure(A, "injured", "40", 40, source="NDMA")]), other)
    (change,) = changes(before, other)
    assert change.kind == "withdrawn" and change.after is None and "no longer among the articles" in change.why


def test_a_finding_that_was_not_there_is_new() -> None:
    b = article("b", "NDMA says 12 were injured.", "2031-03-05T12:00:00Z")
    (change,) = changes(report((A, [FORTY])), (A, [FORTY]), (b, [figure(b, "injured", "12", 12, source="NDMA")]))
    assert change.kind == "new" and change.measure == "injured" and change.before is None


def test_a_background_figure_is_not_compared() -> None:
    old = figure(A, "deaths", "40", 40, source="NDMA", scope="background")
    assert compare_with(report((A, [old])), together([(A, [old])], Context()), [A]).changes == ()


def test_families_are_not_compared_with_people() -> None:
    old = article("a", "NDMA says 9,000 people fled Tarvo.", "2031-03-01T12:00:00Z")
    new = article("b", "NDMA says 2,000 families fled Tarvo.", "2031-03-05T12:00:00Z")
    people = figure(old, "displaced", "9,000", 9000, source="NDMA", place="Tarvo")
    families = figure(new, "displaced", "2,000", 2000, source="NDMA", place="Tarvo", unit="households")
    before = report((old, [people]))
    assert not [c for c in changes(before, (old, [people]), (new, [families])) if c.kind == "revised_down"]
    assert not [c for c in changes(before, (new, [families])) if c.kind == "revised_down"]
