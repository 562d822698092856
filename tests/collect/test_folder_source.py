import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from sitrep.collect import SOURCES, open_source
from sitrep.collect.http_settings import HttpSettings
from sitrep.collect.keep import is_kept
from sitrep.collect.settings import AnySource, FolderSource, Keep
from sitrep.collect.visit import cursor_of
from sitrep.model import Article

from . import documents as made
from .server import NOW, fresh, web

TEXT = "Boats reached the lower town, and a flood-prone district was emptied. The Ärzte stayed."


def folder(path: Path, **settings: object) -> FolderSource:
    return FolderSource.model_validate({"kind": "folder", "path": path, **settings})


def test_a_folder_is_watched_by_content(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(made.TEXT)
    (tmp_path / "b.pdf").write_bytes(made.pdf(made.TEXT))
    source = open_source(folder(tmp_path), web())
    first = source.collect(fresh(), NOW)
    assert [s.article.name for s in first.articles] == ["a", "b"] and not first.problems
    assert first.articles[0].raw == made.TEXT.encode() and first.articles[0].media_type == "text/plain"
    assert first.articles[0].article.retrieved == NOW
    (tmp_path / "a.txt").touch()
    (tmp_path / "c.txt").write_text(made.TEXT + "new")
    second = source.collect(first.state, NOW)
    assert [s.article.name for s in second.articles] == ["c"]
    (tmp_path / "a.txt").write_text(made.TEXT + "changed")
    (tmp_path / "c.txt").unlink()
    third = source.collect(second.state, NOW)
    assert [s.article.text for s in third.articles] == [made.TEXT + "changed"]
    assert set(json.loads(third.state.cursor or "{}")) == {str(tmp_path / "a.txt"), str(tmp_path / "b.pdf")}


def test_bad_files_are_named_at_every_visit_until_they_are_mended(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "news.jsonl").write_text('{"text": "one"}\nnot json\n')
    source = open_source(folder(tmp_path, country="SYR", publisher="P"), web())
    state = fresh()
    for _ in range(2):
        got = source.collect(state, NOW)
        assert [p.what.split(" (")[0] for p in got.problems] == ["is empty", "is not valid JSON"]
        state = got.state
    assert [(s.article.country, s.article.publisher) for s in got.articles] == [("SYR", "P")]
    (tmp_path / "a.txt").write_text(made.TEXT)
    (tmp_path / "news.jsonl").write_text('{"text": "one", "country": "LBN"}\n')
    got = source.collect(state, NOW)
    assert not got.problems and [s.article.country for s in got.articles] == ["SYR", "LBN"]
    assert not source.collect(got.state, NOW).articles


def test_a_note_on_a_file_that_was_read_whole_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"id": "a", "text": "one"}\n{"id": "a", "text": "two"}\n')
    source = open_source(folder(tmp_path), web())
    got = source.collect(fresh(), NOW)
    assert [s.article.text for s in got.articles] == ["one", "two"]
    assert [(p.note, "id of line 1" in p.what) for p in got.problems] == [(True, True)]
    assert source.collect(got.state, NOW).problems == ()


def test_a_folder_that_is_gone_is_a_failure_and_keeps_its_memory(tmp_path: Path) -> None:
    source = open_source(folder(tmp_path / "none"), web())
    got = source.collect(fresh(), NOW)
    assert got.state.failures == len(got.problems) == 1 and "does not exist" in got.problems[0].what
    assert source.check(NOW) is not None


@pytest.mark.parametrize(
    ("keep", "kept"),
    [
        (Keep(), True),
        (Keep(words=("town",)), True),
        (Keep(words=("TOWN", "x")), True),
        (Keep(words=("tow",)), False),
        (Keep(words=("tow*",)), True),
        (Keep(words=("lower  town",)), True),
        (Keep(words=("ärzte",)), True),
        (Keep(words=("a title",)), True),
        (Keep(words=("c++",)), False),
        (Keep(without=("boats",)), False),
        (Keep(countries=("SYR",)), True),
        (Keep(countries=("Lebanon",)), False),
        (Keep(languages=("fr",)), True),
        (Keep.model_validate({"since": "2024-11-28"}), True),
        (Keep.model_validate({"since": "2024-11-29"}), False),
    ],
)
def test_the_filter(keep: Keep, kept: bool) -> None:
    article = Article.model_validate(
        {"name": "a", "text": TEXT, "title": "A title", "country": "SYR", "published": "2024-11-28T10:00:00Z"}
    )
    assert is_kept(article, keep) is kept


def test_every_kind_of_source_has_settings_and_a_reader() -> None:
    given = [
        {"kind": "folder", "path": "x"},
        {"kind": "feed", "url": "https://example.org/feed"},
        {"kind": "page", "urls": ["https://example.org/"]},
        {"kind": "reliefweb", "appname": "a"},
        {"kind": "gdelt", "query": "q"},
        {"kind": "imap", "host": "h", "user": "u"},
        {"kind": "maildir", "path": "x"},
    ]
    assert [entry["kind"] for entry in given] == list(SOURCES)
    with web() as http:
        for entry in given:
            settings = TypeAdapter(AnySource).validate_python(entry)
            assert settings.kind in open_source(settings, http).name
            named = settings.model_copy(update={"name": "mine"})
            assert open_source(named, http).name == "mine"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "feed", "url": "file:///etc/passwd"},
        {"kind": "feed", "url": "example.org"},
        {"kind": "feed", "url": "https://example.org/", "folow": True},
        {"kind": "page", "urls": []},
        {"kind": "reliefweb"},
        {"kind": "folder", "path": "x", "keep": {"countries": ["Narnia"]}},
        {"kind": "folder", "path": "x", "keep": {"languages": ["English"]}},
        {"kind": "telepathy"},
    ],
)
def test_wrong_settings_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(AnySource).validate_python(wrong)


def test_the_web_is_closed_to_local_hosts_by_default() -> None:
    assert HttpSettings().local_hosts == ()


def test_what_is_remembered_does_not_grow_for_ever() -> None:
    kept = json.loads(cursor_of({str(n): "" for n in range(9000)}))
    assert len(kept) == 5000 and "8999" in kept
