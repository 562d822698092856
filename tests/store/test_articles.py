from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.errors import SitrepError
from sitrep.model import Article
from sitrep.model.protocols import Store
from sitrep.model.records import StoredArticle
from sitrep.store.types import ExactText

from .make import DAY, NOON, article, record, stored


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    full = Article(
        name="Île-de-√",
        text="Line one.\r\n\tدير الزور ١٢ 🇸🇾\n",
        title="A title",
        publisher="Publisher",
        published=datetime(2024, 11, 30, 9, 5, 1, 25, tzinfo=timezone(timedelta(hours=3))),
        url="https://example.org/a?b=1",
        language="ar",
        country="SYR",
        retrieved=NOON,
    )
    day, naive, bare = (
        article("day", published=date(2024, 11, 28)),
        article("n", published=datetime(2024, 1, 1)),
        article(),
    )
    store.put_articles("syria", "feed", stored(full, day, naive, bare), NOON)
    assert tuple(store.articles([a.id for a in (bare, full, day, naive)])) == (bare, full, day, naive)
    [back] = store.articles([full.id])
    assert back.published is not None
    assert back.published.isoformat() == "2024-11-30T09:05:01.000025+03:00", "the zone is the article's own"
    assert store.raw(full.id) == stored(full)[0]


@given(st.text(st.characters(), max_size=30))
def test_exact_text_keeps_any_string_and_stores_only_what_databases_take(text: str) -> None:
    kind = ExactText()
    kept = kind.process_bind_param(text, None)  # type: ignore[arg-type]
    assert kept is not None and "\0" not in kept
    kept.encode("utf-8")
    assert kind.process_result_value(kept, None) == text  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=60), raw=st.none() | st.binary(max_size=60))
def test_any_text_and_any_bytes_survive_the_database(store: Store, text: str, raw: bytes | None) -> None:
    odd = article("odd\0\ud800", text, title=text or None)
    store.put_articles("syria", "feed", [StoredArticle(odd, raw)], NOON)
    kept = store.raw(odd.id)
    assert (kept.article.text, list(store.articles([odd.id]))) == (text, [kept.article])


def test_storing_twice_changes_nothing_and_the_first_version_stays(store: Store) -> None:
    first = article("first", "One text.", title="Seen first")
    again = article("renamed", "One text.", title="Seen later")
    assert first.id == again.id
    assert store.put_articles("syria", "feed", stored(first, first), NOON) == 1
    assert store.put_articles("syria", "other", stored(again), NOON + DAY) == 0
    assert list(store.articles([first.id])) == [first]
    assert store.article_ids("syria", seen_after=NOON) == ()


def test_two_crises_share_an_article_and_each_counts_it_as_new(store: Store) -> None:
    one = article()
    assert [store.put_articles(crisis, "feed", stored(one), NOON) for crisis in ("syria", "sudan")] == [1, 1]
    assert store.article_ids("syria") == store.article_ids("sudan") == (one.id,)
    assert store.article_ids("chad") == ()


def test_ids_come_by_publication_in_utc_with_the_undated_last(store: Store) -> None:
    east = article("east", published=datetime(2024, 11, 30, 1, tzinfo=timezone(timedelta(hours=5))))
    evening = article("evening", published=datetime(2024, 11, 29, 23, tzinfo=UTC))
    undated, day = article("undated"), article("day", published=date(2024, 11, 30))
    store.put_articles("syria", "feed", stored(undated, day, evening, east), NOON)
    assert store.article_ids("syria") == (east.id, evening.id, day.id, undated.id)


def test_the_window_is_by_when_the_crisis_saw_it(store: Store) -> None:
    days = [article(str(n)) for n in range(4)]
    for n, one in enumerate(days):
        store.put_articles("syria", "feed", stored(one), NOON + n * DAY)
    found = store.article_ids("syria", seen_after=NOON)
    assert sorted(found) == sorted(a.id for a in days[1:])


def test_what_no_report_used_is_found_per_product(store: Store) -> None:
    used, late = article("used"), article("late")
    store.put_articles("syria", "feed", stored(used, late), NOON)
    store.put_report(record(1, used))
    assert store.article_ids("syria", unreported="sitrep") == (late.id,)
    assert len(store.article_ids("syria", unreported="flash")) == 2


def test_thousands_are_kept_in_batches_and_come_back_in_order(store: Store) -> None:
    many = [article(str(n)) for n in range(1201)]
    assert store.put_articles("syria", "feed", iter(stored(*many)), NOON) == 1201
    assert tuple(store.articles(a.id for a in many)) == tuple(many)


def test_an_article_that_is_not_there_is_a_sentence(store: Store) -> None:
    with pytest.raises(SitrepError, match="no article 123"):
        list(store.articles(["123"]))
    with pytest.raises(SitrepError, match="no article 123"):
        store.raw("123")


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="without a zone"):
        store.put_articles("syria", "feed", stored(article()), datetime(2024, 1, 1))
