from datetime import date

from sitrep.model import Extraction, Need, Span
from sitrep.model.protocols import Store

from .make import NOON, article, extraction, figure, stored


def test_figures_and_needs_come_back_in_order_and_unchanged(store: Store) -> None:
    one = article("one", "12 killed\0 \ud800")
    store.put_articles("syria", "feed", stored(one), NOON)
    rich = figure(
        one, 12, low=10, high=12.5, qualifier="range", population=("civilians", "children"), since=date(2024, 11, 27),
        quote="12 killed\0 \ud800", cues=(Span(start=3, end=9, text="killed"),), text='"dozens"',
    )  # fmt: skip
    need = Need(id="n1", article=one.id, quote="No medicine.", start=0, end=12, sectors=("health",))
    found = extraction(one, figure(one, 99), rich, needs=(need,))
    store.put_extractions("1", [found])
    assert store.extractions("1", [one.id]) == {one.id: found}


def test_an_empty_extraction_is_remembered_and_an_unseen_article_is_missing(store: Store) -> None:
    empty, unseen = article("empty"), article("unseen")
    store.put_articles("syria", "feed", stored(empty, unseen), NOON)
    store.put_extractions("1", [Extraction(article=empty.id)])
    assert store.extractions("1", [empty.id, unseen.id]) == {empty.id: Extraction(article=empty.id)}


def test_versions_of_the_extractor_stand_side_by_side(store: Store) -> None:
    one = article()
    store.put_articles("syria", "feed", stored(one), NOON)
    old, new = extraction(one, figure(one, 1)), extraction(one, figure(one, 1), figure(one, 2))
    store.put_extractions("1", [old])
    store.put_extractions("2", [new])
    store.put_extractions("1", [new])
    assert store.extractions("1", [one.id]) == {one.id: old}
    assert store.extractions("2", [one.id]) == {one.id: new}


def test_two_thousand_extractions_load_in_bulk(store: Store) -> None:
    many = [article(str(n)) for n in range(2000)]
    store.put_articles("syria", "feed", stored(*many), NOON)
    found = [extraction(a, figure(a, 1), figure(a, 2)) for a in many]
    store.put_extractions("1", iter(found))
    assert list(store.extractions("1", (a.id for a in many)).values()) == found
