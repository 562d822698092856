"""The full text of the articles: only by the option, a page for each, and nothing of it proves a number."""

from pathlib import Path

import pytest

from sitrep.report import export, with_full_texts
from sitrep.verify import verify_report

from .build import ARTICLES, EXTRACTIONS, report

TEXTS = tuple((n, article.text) for n, article in enumerate(ARTICLES, 1))


def exported(name: str, texts: tuple[tuple[int, str], ...]) -> bytes:
    files, problems = export(report().model_copy(update={"texts": texts}), [name])
    assert problems == ()
    return files[0].data


def test_without_the_option_only_the_sentences_used_are_printed() -> None:
    page = exported("html", ()).decode()
    assert "Full text of the articles" not in page and "Nothing of it" not in page


def test_each_article_has_its_own_page() -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    before, after = (pypdfium2.PdfDocument(exported("pdf", texts)) for texts in ((), TEXTS))
    assert len(after) == len(before) + len(ARTICLES)
    last = after[len(after) - 1].get_textpage().get_text_bounded()
    assert "Rebels claimed to have killed over 60" in last and "Camps are crowded" not in last


def test_the_printed_text_is_checked_against_the_article(tmp_path: Path) -> None:
    path = tmp_path / f"{report().stem}.html"
    page = exported("html", TEXTS).decode()
    head, text = page.split('<section class="texts">')
    path.write_text(head + '<section class="texts">' + text, encoding="utf-8")
    before = verify_report(path, ARTICLES).unproved
    path.write_text(head + '<section class="texts">' + text.replace("the injured at 43", "the injured at 34"), "utf-8")
    added = [one for one in verify_report(path, ARTICLES).unproved if one not in before]
    assert len(added) == 1 and "does not stand in source 1" in added[0].what
    assert not any("text" in one.what and "source" in one.what for one in before)


def test_what_a_quotation_withholds_the_full_text_withholds(tmp_path: Path) -> None:
    made = with_full_texts(report(), ARTICLES, EXTRACTIONS)
    assert len(made.texts) == len(ARTICLES)
    for form in ("html", "json"):
        page = export(made, [form])[0][0].data.decode()
        assert "Full text of the articles" in page or form == "json"
        for private in ("Hassan Example", "+999 20 555 0143"):
            assert private not in page
    path = tmp_path / f"{report().stem}.html"
    path.write_bytes(export(made, ["html"])[0][0].data)
    assert not any("does not stand in source" in one.what for one in verify_report(path, ARTICLES).unproved)


def test_a_cited_sentence_is_marked_in_the_full_text_and_leads_back() -> None:
    made = with_full_texts(report(), ARTICLES, EXTRACTIONS)
    page = export(made, ["html"])[0][0].data.decode()
    texts = dict(made.texts)
    assert len(made.marks) > 8
    for sentence, start, end in made.marks:
        n, name = int(sentence.split(".")[0]), sentence.replace(".", "-")
        assert texts[n][start:end] == next(s.text for s in made.sources[n - 1].sentences if s.id == sentence)
        assert page.count(f'<a class="whole" href="#text-{name}">') == 1 == page.count(f'<mark id="text-{name}">')
        assert page.count(f'<a class="back" href="#source-{name}">') == 1 == page.count(f'<mark id="source-{name}">')


def test_what_is_not_private_stays_as_it_is_to_the_last_line_break() -> None:
    kept = ARTICLES[0].model_copy(update={"text": ARTICLES[0].text.replace("It put", "\n\nIt put") + "\n"})
    made = with_full_texts(report(), (kept,), EXTRACTIONS)
    assert made.texts == () or dict(made.texts)[1] == kept.text
