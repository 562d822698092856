"""What must hold whatever the articles say."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitrep.model import Article, Extraction, Figure, Reconciliation
from sitrep.reconcile import Context, reconcile, to_json

from .make import article, figure

CONTEXT = Context(country="MOZ", crisis="Mozambique: invented cyclone")
VERBS = {"deaths": "were killed", "injured": "were injured", "displaced": "were displaced", "in_need": "need help"}
SOURCES = (None, "INGD", "OCHA", "the Health Ministry", "reports", "residents", "rebels")
PLACES = (None, "Beira", "Nampula", "Mozambique")
START = datetime(2031, 1, 5, 9, tzinfo=UTC)

statement = st.tuples(
    st.sampled_from(sorted(VERBS)),
    st.integers(2, 40_000),
    st.sampled_from(PLACES),
    st.sampled_from(SOURCES),
    st.sampled_from(("reported", "reported", "claimed", "forecast")),
    st.sampled_from(("exact", "at_least", "about")),
)
page = st.tuples(st.lists(statement, min_size=1, max_size=4), st.integers(0, 200), st.booleans())
worlds = st.lists(page, min_size=1, max_size=6)


def build(
    world: list[tuple[list[tuple[str, int, str | None, str | None, str, str]], int, bool]],
) -> list[tuple[Article, Extraction]]:
    made = []
    for i, (statements, hours, dated) in enumerate(world):
        sentences = [
            f"In week {i}, {value:,} people {VERBS[measure]}"
            + (f" in {place}" if place else "")
            + (f", {source} said" if source else "")
            for measure, value, place, source, _, _ in statements
        ]
        text = f"Story {i} of the outlet. " + ". ".join(sentences) + "."
        a = article(f"n{i}", text, START + timedelta(hours=hours) if dated else None)
        figures: dict[str, Figure] = {}
        at = 0
        for sentence, (measure, value, place, source, certainty, qualifier) in zip(sentences, statements, strict=True):
            at = text.index(sentence, at)
            nth = text[: at + sentence.index(f"{value:,}")].count(f"{value:,}") + 1
            fields = {"place": place, "place_basis": "clause" if place else None, "source": source}
            f = figure(a, measure, f"{value:,}", value, nth, certainty=certainty, qualifier=qualifier, **fields)
            figures[f.id] = f
            at += len(sentence)
        made.append((a, Extraction(article=a.id, figures=tuple(figures.values()))))
    return made


def run(made: list[tuple[Article, Extraction]]) -> Reconciliation:
    return reconcile([a for a, _ in made], [e for _, e in made], CONTEXT)


def gist(found: Reconciliation) -> list[tuple[object, ...]]:
    """Findings without their members: what a report prints of them."""
    return sorted(
        (f.id, f.measure, f.place, f.relation, f.low, f.high, f.articles, len(f.origins), f.flags,
         f.recommended.value if f.recommended else None)
        for f in found.findings
    )  # fmt: skip


SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_articles_never_matters(world, random) -> None:  # type: ignore[no-untyped-def]
    made = build(world)
    shuffled = list(made)
    random.shuffle(shuffled)
    assert to_json(run(made), [a for a, _ in made]) == to_json(run(shuffled), [a for a, _ in made])


TWO_PLACES = [
    ("deaths", 2, None, None, "reported", "exact"),
    ("displaced", 2, "Nampula", None, "reported", "exact"),
    ("deaths", 2, None, "INGD", "reported", "exact"),
    ("displaced", 2, "Beira", None, "reported", "exact"),
]
"""One number of two places in one text: each has its own copy in a reprint."""


@SLOW
@given(worlds, st.integers(0, 5), st.integers(1, 300))
@example([(TWO_PLACES, 0, False)], 0, 1)
def test_an_exact_duplicate_changes_nothing_that_is_printed(world, which, later) -> None:  # type: ignore[no-untyped-def]
    made = build(world)
    original, extraction = made[which % len(made)]
    published = original.published + timedelta(hours=later) if isinstance(original.published, datetime) else None
    copy = article("copy", original.text, published, publisher="Reprint House")
    figures = tuple(f.model_copy(update={"id": f"copy-{f.id}", "article": copy.id}) for f in extraction.figures)
    with_copy = run([*made, (copy, Extraction(article=copy.id, figures=figures))])
    assert gist(with_copy) == gist(run(made))
    assert any({original.id, copy.id} <= set(group) for group in with_copy.duplicates)


@SLOW
@given(worlds, st.integers(0, 5))
def test_a_range_never_reaches_beyond_what_remains(world, which) -> None:  # type: ignore[no-untyped-def]
    made = build(world)
    del made[which % len(made)]
    for finding in run(made).findings:
        values = [m.figure.value for m in finding.members if m.figure.value is not None]
        assert finding.high is None or finding.high <= max(values)
        assert finding.low is None or finding.low >= min(values)


@SLOW
@given(worlds)
def test_every_recommended_number_stands_in_its_article(world) -> None:  # type: ignore[no-untyped-def]
    made = build(world)
    texts = {a.id: a.text for a, _ in made}
    found = run(made)
    for finding in found.findings:
        figure_ = finding.recommended
        assert figure_ is not None and texts[figure_.article][figure_.start : figure_.end] == figure_.text
        assert sum(m.role == "recommended" for m in finding.members) == 1


@SLOW
@given(worlds)
def test_every_figure_is_in_one_finding_or_out_of_scope(world) -> None:  # type: ignore[no-untyped-def]
    made = build(world)
    found = run(made)
    placed = [m.figure.id for f in found.findings for m in f.members] + [f.id for f in found.out_of_scope]
    assert sorted(placed) == sorted(f.id for _, e in made for f in e.figures)
    assert len({f.id for f in found.findings}) == len(found.findings)
