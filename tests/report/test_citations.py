"""Every citation leads to the sentence that it cites, in each form in which a report is read."""

import re

from markdown_it import MarkdownIt

from sitrep.model import Report
from sitrep.model.runs import Cite, Text
from sitrep.report import export
from sitrep.report.citations import labelled
from sitrep.report.markup import html_runs, md_runs
from sitrep.report.quotation import bare

from .build import report

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
