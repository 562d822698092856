"""Article text is hostile: whatever stands in it arrives as plain text, in every format."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitrep.model import Article, Extraction, Reconciliation
from sitrep.model.runs import Name
from sitrep.report import compose, export
from sitrep.report.markup import html_text, isolated, md_runs, md_text, safe_url
from sitrep.report.to_csv import neutral

from .build import AS_OF, CRISIS, report

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def rendered(name: str) -> str:
    files, _ = export(report(), (name,))
    return files[0].data.decode("utf-8")


@pytest.mark.parametrize("page", [lambda: rendered("html"), lambda: MARKDOWN.render(rendered("md"))])
def test_no_script_picture_or_foreign_link_comes_out(page: "object") -> None:
    text = page()  # type: ignore[operator]
    tags = Tags(text).found
    names = {tag for tag, _ in tags}
    assert not names & {"script", "iframe", "object", "form", "svg", "link"}
    assert all(not key.startswith("on") for _, attributes in tags for key in attributes)
    links = {attributes["href"] or "" for tag, attributes in tags if tag == "a" and "href" in attributes}
    outside = {link for link in links if not link.startswith("#")}
    assert outside <= {"https://herald.example/floods?id=1", "mailto:desk@norvale.example"}
    assert all((attributes.get("src") or "").startswith("data:image/svg") for tag, attributes in tags if tag == "img")


def test_hostile_words_are_still_readable() -> None:
    page = MARKDOWN.render(rendered("md"))
    text = re.sub(r"<[^>]+>", "", page).replace("&lt;", "<").replace("&gt;", ">")
    for words in ("<script>alert(1)</script> [click](javascript:alert(1)) | =cmd()", "`Old Bridge` | **now**"):
        assert words in text


def test_a_table_keeps_its_columns() -> None:
    width = 0
    for line in rendered("md").splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = re.split(r"(?<!\\)\|", line)[1:-1]
        width = width or len(cells)
        assert len(cells) == width, line


def test_no_cell_of_a_csv_is_a_formula() -> None:
    files, _ = export(report(), ("csv",))
    for file in files[:3]:
        for row in csv.reader(io.StringIO(file.data.decode("utf-8-sig"))):
            assert not any(cell[:1] in {"=", "+", "-", "@", "\t"} for cell in row), row
    assert any("'=1+1 about 70 houses" in file.data.decode("utf-8") for file in files)


@pytest.mark.parametrize(
    ("value", "cell"), [("=1", "'=1"), (" +1", "' +1"), ("@x", "'@x"), (-5, -5), (None, ""), (True, "true")]
)
def test_formulas_are_neutralised_and_numbers_stay(value: object, cell: object) -> None:
    assert neutral(value) == cell


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x", "http:///x", ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert safe_url(url) == ""


def test_an_address_cannot_leave_its_link() -> None:
    assert safe_url("https://a.example/x>y\" onclick='z' [b](c)") == (
        "https://a.example/x%3Ey%22%20onclick='z'%20%5Bb%5D%28c%29"
    )


@given(st.text(max_size=60))
def test_any_text_survives_markdown_as_it_was(text: str) -> None:
    """What a reader sees is the text, with blanks for control characters; nothing of it is markup."""
    shown = MarkdownIt("commonmark").enable("table").renderInline(md_text(f"x {text} x"))
    assert not re.search(r"<(?!br)", shown)


@given(st.text(max_size=60))
def test_any_text_survives_html(text: str) -> None:
    assert not re.search(r"[<>\x00-\x08]", html_text(text))


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet=st.characters(), max_size=300), st.text(max_size=80), st.text(max_size=40))
def test_any_article_gives_a_report(text: str, title: str, publisher: str) -> None:
    article = Article(name="any", text=text, title=title or None, publisher=publisher or None, url=title or None)
    made = compose(CRISIS, (article,), (Extraction(article=article.id),), Reconciliation(), as_of=AS_OF)
    files, problems = export(made, ("md", "html", "json", "csv"))
    assert len(files) == 7 and problems == ()


def test_only_what_begins_a_line_can_open_a_list() -> None:
    assert md_runs((Name(text="+03"),)) == "\\+03"
    assert md_runs((Name(text="1200 hours ("), Name(text="+03"), Name(text=")"))) == "1200 hours (+03)"
    assert md_runs((Name(text=" "), Name(text="- x"))) == " \\- x"


def test_words_from_right_to_left_leave_the_date_beside_them_in_its_place() -> None:
    title, publisher = "فيضانات في 3 مدن", "الجزيرة نت"
    assert (
        isolated(f"{title}. {publisher}, 4 June 2025.") == f"<bdi>{title}</bdi>. <bdi>{publisher}</bdi>, 4 June 2025."
    )
    assert isolated("<b>") == "&lt;b&gt;"
