"""Every citation leads to the sentence that it cites, in each form in which a report is read."""

import html
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from sitrep.model import Article, Extraction, Reconciliation, Report
from sitrep.model.runs import Cite, Text
from sitrep.report import compose, export
from sitrep.report.citations import labelled
from sitrep.report.markup import html_runs, md_runs
from sitrep.report.quotation import bare
from sitrep.verify import verify_report

from .build import AS_OF, COAST, CRISIS, figure, finding, report

ONE, OTHER, THIRD = Cite(source=2, sentence="2.1"), Cite(source=2, sentence="2.4"), Cite(source=3, sentence="3.1")
SPACE = Text(text=" ")


def exported(form: str, made: Report | None = None) -> str:
    files, problems = export(made or report(), [form])
    assert problems == ()
    return files[0].data.decode()


def test_a_sentence_is_cited_once_in_a_group() -> None:
    runs = (Text(text="Five fled "), ONE, SPACE, ONE, SPACE, THIRD, Text(text=", six died "), ONE, Text(text="."))
    assert "".join(label and f"[{label}]" or run.text for run, label in labelled(runs)) == (  # type: ignore[union-attr]
        "Five fled [2] [3], six died [2]."
    )
    assert md_runs(runs) == "Five fled [[2.1]] [[3.1]], six died [[2.1]]."


def test_two_sentences_of_one_source_are_told_apart() -> None:
    text = re.sub("<[^>]+>", "", html_runs((Text(text="So "), ONE, SPACE, OTHER, SPACE, THIRD, Text(text=" it is"))))
    assert text == "So [2.1] [2.4] [3] it is"
    assert md_runs((Cite(source=4), Text(text="."))) == "[[4]]."


def test_markdown_leads_to_the_sentence_as_any_reader_of_it_shows_it() -> None:
    made = report()
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(exported("md", made))
    cited = re.findall(r'\[<a href="#source-([\d-]+)">([\d.]+)</a>\]', page)
    assert len(cited) > 20 and all(there.replace("-", ".") == label for there, label in cited)
    said = {sentence.id: bare(sentence.text) for source in made.sources for sentence in source.sentences}
    for label in {label for _, label in cited if "." in label}:
        (item,) = re.findall(rf'<a id="source-{label.replace(".", "-")}"></a>“([^\n]*)”', page)
        shown = re.sub("&lt;", "<", re.sub("&gt;", ">", re.sub("&quot;", '"', item)))
        assert shown.replace("\\", "") == said[label]
    assert "[[" not in page and "]:" not in page, "no citation without its address, no address in sight"


def test_markdown_reads_as_text() -> None:
    text = exported("md")
    body, first, addresses = text.partition("\n[1.1]: ")
    assert (
        first
        and "](#" not in body
        and re.fullmatch(r"#source-1-1\n(?:\[\d+(?:\.\d+)?\]: #source-\d+(?:-\d+)?\n)*", addresses)
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Sentences of the invented articles: each ends with a full stop and a space."""
    return [found.span() for found in re.finditer(r"\S.*?\.(?=\s|$)", text)]


def words(fragment: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", fragment))


def test_html_leads_to_the_sentence_marked_among_its_neighbours() -> None:
    made = report(split=spans)
    page = exported("html", made)
    said = {s.id: s.text for source in made.sources for s in source.sentences}
    led = set(re.findall(r'<a class="cite" href="#source-(\d+-\d+)"', page))
    assert len(led) > 8
    for there in led:
        (quoted,) = [
            q for q in re.findall("<blockquote>(.*?)</blockquote>", page) if f'<mark id="source-{there}">' in q
        ]
        (mark,) = re.findall(rf'<mark id="source-{there}">(.*?)</mark>', quoted)
        assert words(mark) == said[there.replace("-", ".")]
    (quoted,) = [q for q in re.findall("<blockquote>(.*?)</blockquote>", page) if "About 3,100 families" in q]
    assert words(quoted).startswith(
        "2.1 The Red Crescent said at least 21 people had been killed by the floods. 2.2 About"
    )
    assert "mark:target" in page and "<script" not in page


LONE = Article(
    name="lone",
    publisher="Delta Herald",
    published="2025-06-03",
    text=(
        "It has rained for a week. Ana Example, 34, a baker, saw 9 boats. Floods killed 17 people in Lowtown. "
        "Call +999 20 555 0143 for news.\n\nSchools are shut. "
        "A storm is due.\nIt put the injured at 43. [9] Boats went out on Sunday."
    ),
)


def lone(article: Article = LONE) -> Report:
    """A report of one article that it cites twice, far apart."""
    killed = figure(article, "17", "Floods", "deaths", value=17)
    hurt = figure(article, "43", "It put", "injured", value=43)
    findings = (finding("k", (killed, COAST, "recommended")), finding("h", (hurt, COAST, "recommended")))
    found = Extraction(article=article.id, figures=(killed, hurt))
    return compose(CRISIS, (article,), (found,), Reconciliation(findings=findings), as_of=AS_OF, split=spans)


def test_a_passage_is_a_sentence_with_the_one_before_it_and_the_one_after_it() -> None:
    made = lone()
    assert [[(piece.text, piece.sentence, piece.apart) for piece in one] for one in made.sources[0].passages] == [
        [
            ("[name withheld], 34, a baker, saw 9 boats. ", "", False),
            ("Floods killed 17 people in Lowtown.", "1.1", False),
            (" Call [number withheld] for news.", "", False),
        ],
        [
            ("A storm is due.", "", False),
            ("It put the injured at 43.", "1.2", True),
            (" [9] Boats went out on Sunday.", "", False),
        ],
    ]
    quotations = re.findall("<blockquote>(.*?)</blockquote>", exported("html", made))
    assert quotations == [
        "[name withheld], 34, a baker, saw 9 boats. "
        '<span class="ref">1.1</span> <mark id="source-1-1">Floods killed 17 people in Lowtown.</mark>'
        " Call [number withheld] for news.",
        'A storm is due.<br><span class="ref">1.2</span> <mark id="source-1-2">It put the injured at 43.</mark>'
        " [9] Boats went out on Sunday.",
    ]


def test_without_its_passage_a_sentence_stands_alone() -> None:
    made = lone()
    bald = made.model_copy(update={"sources": (made.sources[0].model_copy(update={"passages": ()}),)})
    alone = (
        '<blockquote><span class="ref">1.2</span> <mark id="source-1-2">It put the injured at 43.</mark></blockquote>'
    )
    assert alone in exported("html", bald)


def test_a_list_is_no_neighbour() -> None:
    text = LONE.text.replace("A storm is due", "A storm is due " + "and hail " * 80)
    made = lone(LONE.model_copy(update={"text": text}))
    assert made.sources[0].passages[1][0].text == "It put the injured at 43."


def test_neighbours_withhold_what_a_quotation_withholds() -> None:
    for made in (lone(), report(split=spans)):
        for form in ("html", "json"):
            text = exported(form, made)
            assert not any(private in text for private in ("Ana Example", "Hassan Example", "+999 20 555 0143"))


def test_the_pdf_has_the_sentences_alone() -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    pages = [pypdfium2.PdfDocument(export(report(split=split), ["pdf"])[0][0].data) for split in (None, spans)]
    one, other = (["".join(p.get_textpage().get_text_bounded() for p in document)] for document in pages)
    assert one == other and "source-2-2" in str(_destinations(export(report(split=spans), ["pdf"])[0][0].data))


def _destinations(data: bytes) -> list[str]:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        names = document.Root.Names.Dests.Names
        return [str(name) for name in list(names)[::2]]


@pytest.mark.parametrize("form", ["html", "json"])
def test_a_changed_neighbour_is_found(tmp_path: Path, form: str) -> None:
    made = lone()
    path = tmp_path / f"{made.stem}.{form}"
    text = exported(form, made)
    path.write_text(text, encoding="utf-8")
    before = verify_report(path, (LONE,)).unproved
    assert not any("passage" in one.what or "does not stand in source" in one.what for one in before)
    changed = text.replace("saw 9 boats", "saw 8 boats")
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    added = [one for one in verify_report(path, (LONE,)).unproved if one not in before]
    assert any("passage" in one.what or "does not stand in source" in one.what for one in added)
