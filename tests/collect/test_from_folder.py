import json
import os
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from sitrep.collect import iter_jsonl, iter_paths, read_paths
from sitrep.errors import Problem
from sitrep.model import Article

from . import documents as made

SHARED = Path(__file__).parents[3] / "shared"


def one(tmp_path: Path, name: str, content: bytes | str) -> tuple[Article | None, str]:
    """The article and the problems (as one string) of a folder that holds one file."""
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    articles, problems = read_paths([file])
    assert all(str(file) in p.where for p in problems)
    return (articles[0] if articles else None), "; ".join(p.what for p in problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_file_is_read_exactly_as_stored_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    text = "\r\n  " + made.FRENCH * 2 + "\r\nUn autre paragraphe.\r\n\n"
    article, problems = one(tmp_path, "a.txt", text.encode(encoding))
    assert article and article.text == text and article.language == "fr" and not problems


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Наводнение вынудило жителей покинуть дома, сообщили власти. Сотни семей живут в школах. " * 2),
        ("cp1256", "أدت الفيضانات إلى نزوح مئات العائلات من منازلها في شمال البلاد وقال مسؤولون إن الوضع صعب. " * 2),
        ("cp1250", "Powódź zmusiła mieszkańców do opuszczenia domów, poinformowały władze. Rodziny żyją w szkołach. "),
        ("cp1252", "Tempête à l’est : 12 blessés."),
        ("gb18030", "洪水导致数百个家庭离开家园，官员说，目前情况十分困难，需要援助。"),
    ],
)
def test_other_encodings_are_detected(tmp_path: Path, encoding: str, text: str) -> None:
    article, problems = one(tmp_path, "a.txt", text.encode(encoding))
    assert article and article.text == text and not problems


def test_a_few_damaged_bytes_do_not_change_the_encoding(tmp_path: Path) -> None:
    article, _ = one(tmp_path, "a.txt", (made.FRENCH * 3).encode() + b"\xe9" + made.FRENCH.encode())
    assert article and article.text == made.FRENCH * 3 + "\N{REPLACEMENT CHARACTER}" + made.FRENCH


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "holds no text"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", b"\xff\xfe{}", "not UTF-8"),
        ("a.txt", b"abc\x00def" * 30, "NUL"),
        ("a.txt", bytes(range(1, 32)) * 30, "control characters"),
        ("a.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.html", b"<html></html>", "no article text"),
        ("a.html", b"\x00\x01" * 40, "binary"),
        ("a.pdf", b"%PDF-1.7\nnothing more", "not a whole PDF"),
        ("a.docx", b"PK\x03\x04 cut off", "not a whole Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old or encrypted"),
        ("a.eml", b"just a line", "no header"),
        ("a.rtf", b"{\\rtf1}", "which is not read"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    article, problems = one(tmp_path, name, content)
    assert article is None and sentence in problems and ";" not in problems


def test_pdf_locked_cut_off_or_without_text(tmp_path: Path) -> None:
    whole = made.pdf(made.TEXT)
    assert "password" in one(tmp_path, "locked.pdf", made.pdf(made.TEXT, password="x"))[1]
    assert "damaged" in one(tmp_path, "cut.pdf", whole[: len(whole) // 2])[1]
    assert "without a text layer" in one(tmp_path, "scan.pdf", made.pdf("<svg width='9' height='9'></svg>"))[1]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    article, problems = one(tmp_path, "a.docx", made.zip_bomb("word/document.xml", 60 << 20))
    assert article is None and "far more than a document holds" in problems


def test_the_size_limit_names_the_file_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text("x" * 2001)
    (tmp_path / "good.txt").write_text(made.TEXT)
    articles, problems = read_paths([tmp_path], max_bytes=2000)
    assert [a.name for a in articles] == ["good"]
    assert [p.where for p in problems] == [str(tmp_path / "big.txt")] and "larger than" in problems[0].what


def test_permission_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(made.TEXT)
    (tmp_path / "a.txt").chmod(0)
    user = os.geteuid()
    if user == 0:  # root may read everything: be somebody else for a moment
        os.seteuid(65534)
    try:
        problems = read_paths([tmp_path / "a.txt"])[1]
    finally:
        os.seteuid(user)
    assert "may not be read" in problems[0].what


def test_missing_paths_dangling_links_and_folders_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "a.txt").symlink_to("nowhere")
    articles, problems = read_paths([tmp_path / "none", tmp_path / "empty", tmp_path / "links"])
    assert not articles
    assert [p.what for p in problems][0] == "does not exist" and problems[2].what == "does not exist"
    assert "holds no articles" in problems[1].what and problems[2].where.endswith("links/a.txt")


def test_what_lies_beside_articles_is_passed_over_but_unread_documents_are_named(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE.txt", "sitrep.toml", ".hidden.txt", "photo.jpg", "data.csv", "gold.json"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").write_text("x")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.TXT").write_text(made.TEXT)
    (tmp_path / "old.doc").write_text("x")
    articles, problems = read_paths([tmp_path])
    assert [a.name for a in articles] == ["a"]
    assert [p.where for p in problems] == [str(tmp_path / "old.doc")]
    assert [a.name for a in read_paths([tmp_path / "README.md"])[0]] == ["README"]


def test_folders_are_read_in_the_order_of_names_and_each_file_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "z/c.txt", "m/c.txt", "m/a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(made.TEXT + name)
    first, _ = read_paths([tmp_path, tmp_path / "a.txt"])
    folder = tmp_path.name
    assert [a.name for a in first] == [f"{folder}/a", "b", "m/a", "m/c", "z/c"]
    assert [a.name for a in read_paths([tmp_path])[0]] == [a.name for a in first]


def test_two_endings_of_one_stem_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(made.TEXT)
    (tmp_path / "a.md").write_text(made.TEXT)
    names = [a.name for a in read_paths([tmp_path])[0]]
    assert len(set(names)) == 2 and all("a" in n for n in names)


def test_front_matter_is_metadata_and_no_part_of_the_text(tmp_path: Path) -> None:
    front = (
        "---\r\nid: n-1\r\ntitle: 'Flood: day two'\r\npublisher: The Post\r\npublished: 2024-11-28T10:00:00+03:00\r\n"
    )
    front += "url: https://example.org/a\r\ncountry: NO\r\nlanguage: French\r\nauthor: x\r\n---\r\n"
    article, problems = one(tmp_path, "a.md", front + "\r\n# A heading\r\n\r\n" + made.TEXT)
    assert article and not problems
    assert article.text == "\r\n# A heading\r\n\r\n" + made.TEXT
    assert (article.name, article.title, article.publisher) == ("n-1", "Flood: day two", "The Post")
    assert article.published == datetime(2024, 11, 28, 10, tzinfo=timezone(timedelta(hours=3)))
    assert (article.country, article.language, article.url) == ("NOR", "fr", "https://example.org/a")


@pytest.mark.parametrize(
    ("front", "sentence"),
    [
        ('title: "open\npublished: x: y\n---\n', "not valid YAML (line"),
        ("title: [a, b]\n---\n", "title is not one plain value"),
        ("published: last week\n---\n", "not a whole date"),
        ("published: 2024-11\n---\n", "not a whole date"),
        ("published: 2024-02-31\n---\n", "not a whole date"),
        ("country: Narnia\n---\n", "not a known name"),
        ("language: Klingon\n---\n", "ISO 639-1"),
        ("title: a\n", "no closing line"),
    ],
)
def test_metadata_that_is_not_understood_is_unknown_and_said(tmp_path: Path, front: str, sentence: str) -> None:
    article, problems = one(tmp_path, "a.md", "---\n" + front + made.TEXT)
    assert article and article.text.endswith(made.TEXT) and sentence in problems
    assert article.published is None and article.country is None and article.title is None


def test_an_article_on_several_countries_has_none_of_its_own(tmp_path: Path) -> None:
    article, problems = one(tmp_path, "a.md", "---\ncountry: India, Nepal and Sri Lanka\n---\n" + made.TEXT)
    assert article and article.country is None and not problems


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\n\nA text under a rule.\n\n---\n\n" + made.TEXT
    article, problems = one(tmp_path, "a.md", text)
    assert article and article.text == text and not problems


def test_html_is_the_article_under_its_title_with_declared_metadata(tmp_path: Path) -> None:
    article, problems = one(tmp_path, "a.html", made.page("windows-1252"))
    assert article and not problems
    assert article.text.startswith("Flood on the coast\n") and "Café et thé. Day 4." in article.text
    assert "Missing" in article.text and "12" in article.text and "Menu" not in article.text
    assert (article.title, article.publisher, article.language) == ("Flood on the coast", "The Site", "en")
    assert article.published == datetime(2024, 11, 28, 8, tzinfo=UTC)


def test_html_without_a_declared_date_has_none(tmp_path: Path) -> None:
    page = made.page().replace(b"article:published_time", b"x").replace(b"Day 1", b"On 3 May 2019")
    article, _ = one(tmp_path, "a.html", page)
    assert article and article.published is None


def test_linked_data_gives_the_date(tmp_path: Path) -> None:
    data = b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-11-27T05:00:00Z"}</script>'
    page = made.page().replace(b"article:published_time", b"x").replace(b"</head>", data + b"</head>")
    article, _ = one(tmp_path, "a.html", page)
    assert article and article.published == datetime(2024, 11, 27, 5, tzinfo=UTC)


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    content = made.pdf("Flood in the northern valley", "28 November 2024", made.TEXT, made.TEXT)
    article, problems = one(tmp_path, "a.pdf", content)
    assert article and not problems
    lines = article.text.split("\n")
    assert lines == ["Flood in the northern valley", "28 November 2024", made.TEXT.strip(), made.TEXT.strip()]
    assert (article.title, article.published) == ("Flood in the northern valley", date(2024, 11, 28))


def test_docx_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    content = made.docx("Flood in the valley", made.TEXT, rows=(("Missing", "12"), ("Found", "3")))
    article, problems = one(tmp_path, "a.docx", content)
    assert article and not problems
    assert article.title == "Flood in the valley"
    assert article.text == f"Flood in the valley\n{made.TEXT}\nMissing | 12\nFound | 3"


def test_mail_is_the_letter_and_a_forwarded_one_keeps_the_forwarder_out(tmp_path: Path) -> None:
    head = "From: Relief Desk <desk@example.org>\nDate: Thu, 28 Nov 2024 15:09:00 +0200\nSubject: {}\n"
    body = "\nThe river rose and families moved to schools on\nhigher ground, officials said on Thursday, and the\n"
    body += "road is cut.\n\n-- \nTelephone\n"
    article, _ = one(tmp_path, "a.eml", head.format("=?utf-8?q?Flood_=C3=A9tat?=") + body)
    assert article and article.publisher == "Relief Desk" and article.title == "Flood état"
    assert article.published == datetime(2024, 11, 28, 13, 9, tzinfo=UTC)
    assert article.text.endswith("schools on higher ground, officials said on Thursday, and the road is cut.")
    article, _ = one(tmp_path, "b.eml", head.format("Fwd: Flood news") + body)
    assert article and article.title == "Flood news" and article.publisher is None and article.published is None


def test_json_lines_stream_with_their_own_metadata_and_exact_text(tmp_path: Path) -> None:
    text = "\r\n  Une phrase.\u00a0\ud800\n"
    rows = [
        json.dumps({"id": 7, "text": text, "country": "Syria", "published": "2024-11-28", "publisher": "P"}),
        "not json",
        "",
        "[1]",
        json.dumps({"text": ""}),
        json.dumps({"text": "x", "published": "soon"}),
        json.dumps({"text": "y", "id": "7", "title": None, "url": None}),
    ]
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(rows), encoding="utf-8")
    articles, problems = read_paths([file])
    assert [a.name for a in articles] == ["7", "news-6", "7 (2)"]
    assert articles[0].text == text.replace("\ud800", "\N{REPLACEMENT CHARACTER}")
    assert (articles[0].country, articles[0].published) == ("SYR", date(2024, 11, 28))
    assert [p.where.rsplit(", ", 1)[1] for p in problems] == ["line 2", "line 4", "line 5", "line 6", "line 7"]
    assert len(list(iter_jsonl(file))) == 8


def test_an_id_that_two_lines_give_is_noted_and_only_a_repeated_line_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    first, other, dated = {"id": "a", "text": "x"}, {"id": "a", "text": "y"}, {"id": "a", "text": "x", "url": "u:1"}
    rows = [first, other, first, dated, other, {"text": "x"}, {"text": "x"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    articles, problems = read_paths([file])
    assert [(a.name, a.text) for a in articles] == [
        ("a", "x"), ("a (2)", "y"), ("a (3)", "x"), ("news-6", "x"), ("news-7", "x")
    ]  # fmt: skip
    assert all(p.note for p in problems)
    assert [(p.where.rsplit(", ", 1)[1], p.what) for p in problems] == [
        ("line 2", "has the id of line 1 (a) but another content; both were read"),
        ("line 3", "repeats line 1 (id a), so it was left out"),
        ("line 4", "has the id of line 1 (a) but another content; both were read"),
        ("line 5", "repeats line 2 (id a), so it was left out"),
    ]


def test_a_line_that_is_too_long_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps({"text": "x" * 500}) + "\n" + json.dumps({"text": "short"}) + "\n")
    items = list(iter_jsonl(file, max_bytes=100))
    assert isinstance(items[0], Problem) and "line 1" in items[0].where
    assert isinstance(items[1], Article) and items[1].text == "short"
    assert "does not exist" in str(next(iter(iter_jsonl(tmp_path / "none.jsonl")))).lower()


def test_every_text_can_be_written_as_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a \\udfff b", "title": "\\ud801", "publisher": "p\\ud800"}\n')
    for item in iter_paths([tmp_path]):
        assert isinstance(item, Article)
        item.model_dump_json().encode("utf-8")


def test_file_names_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"bad\xff.pdf", b"news\xfe.jsonl"):
        with open(os.fsencode(tmp_path) + b"/" + name, "w") as file:
            file.write('{"text": "x"}\nnot json\n')
    articles, problems = read_paths([tmp_path])
    assert len(articles) == 2 and len(problems) == 2
    for text in (*(a.name for a in articles), *map(str, problems)):
        text.encode("utf-8")


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared sample articles are not here")
def test_the_seed_articles_say_what_the_gold_says_of_them() -> None:
    articles, problems = read_paths([SHARED / "seeds"])
    assert len(articles) == 5 and not problems
    for number, article in enumerate(articles):
        gold = json.loads((SHARED / "gold" / "dev" / f"seed-{number:03}.json").read_text())["article"]
        assert article.title == gold.get("title") and article.language == gold["language"]
        assert article.publisher == gold.get("publisher")
        assert article.published_day is None or article.published_day.isoformat() == gold["published"]
    assert articles[4].published == datetime(2024, 11, 28, 15, 9)


@pytest.mark.parametrize("name", ["articles", "articles.l", "articles.json"])
def test_json_lines_are_known_by_their_first_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text('\n{"id": "one", "text": "Floods killed 23."}\n{"id": "two", "text": "All is quiet."}\n')
    articles, problems = read_paths([path])
    assert [(a.name, a.text) for a in articles] == [("one", "Floods killed 23."), ("two", "All is quiet.")]
    assert not problems


@pytest.mark.parametrize("text", ["{Editor's note} Floods killed 23.", '{"rows": [1, 2]}'])
def test_a_brace_makes_no_json_lines(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note"
    path.write_text(text)
    assert [a.text for a in read_paths([path])[0]] == [text]


def test_text_that_is_called_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('{"id": "one", "text": "Floods killed 23."}')
    assert [a.name for a in read_paths([path])[0]] == ["a"]
