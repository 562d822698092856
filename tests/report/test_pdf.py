"""What can be checked of a tagged PDF without a validator: tags, headings, tables, pictures, links, text, bytes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from sitrep.model.runs import Paragraph, Section, Text
from sitrep.report import export
from sitrep.report.markup import anchor

from .build import SETTINGS, empty_report, report


@pytest.fixture(scope="module")
def data() -> bytes:
    files, problems = export(report(), ("pdf",))
    assert problems == ()
    return files[0].data


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(data)) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def elements(node: Any) -> Iterator[Any]:
    """Every structure element below a node, in reading order."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]).startswith("Norvale: floods. Situation Report No. 1. As of 5 June 2025")
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "Norvale" in metadata["dc:title"]


def test_headings_go_down_one_step_at_a_time(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(e.S)[2:]) for e in elements(pdf.Root.StructTreeRoot) if str(e.S)[1:] in {"H1", "H2", "H3"}]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_tables_have_header_cells(pdf: pikepdf.Pdf) -> None:
    tables = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == "/Table"]
    assert len(tables) >= 8
    for table in tables:
        assert any(str(cell.S) == "/TH" for cell in elements(table))


def test_each_header_cell_says_what_it_heads(pdf: pikepdf.Pdf) -> None:
    groups = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) in ("/THead", "/TBody")]
    scopes = {(str(group.S), str(cell.A.Scope)) for group in groups for cell in elements(group) if str(cell.S) == "/TH"}
    assert scopes == {("/THead", "/Column"), ("/TBody", "/Row")}


def test_pictures_have_alternative_text(pdf: pikepdf.Pdf) -> None:
    figures = [e for e in elements(pdf.Root.StructTreeRoot) if str(e.S) == "/Figure"]
    assert figures
    assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_bookmarks_name_the_sections(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        inside = [str(item.title) for item in outline.root[0].children]
    assert inside[:3] == ["Highlights", "Key figures", "Situation overview"]
    assert "Sources, with the sentences used" in inside


def test_every_link_inside_leads_somewhere(pdf: pikepdf.Pdf) -> None:
    names = _destinations(pdf)
    targets = [
        str(annotation.get("/Dest", annotation.get("/A", {}).get("/D", "")))
        for page in pdf.pages
        for annotation in page.get("/Annots", [])
        if "/URI" not in annotation.get("/A", {})
    ]
    assert len(targets) > 40
    assert set(targets) <= names
    assert anchor(1, "1.1") in targets


def _destinations(pdf: pikepdf.Pdf) -> set[str]:
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        return {str(key) for key in pikepdf.NameTree(pdf.Root.Names.Dests)}
    return {str(key).lstrip("/") for key in pdf.Root.get("/Dests", {})}


def test_the_data_are_attached_with_fixed_dates(pdf: pikepdf.Pdf) -> None:
    (name,) = pdf.attachments
    assert name == "2025-06-05-norvale-floods-sitrep-01.json"
    attached = pdf.attachments[name].get_file()
    assert attached.read_bytes() == export(report(), ("json",))[0][0].data
    assert "20250605120000" in str(attached.obj.Params.ModDate)


def test_margins_are_artifacts(pdf: pikepdf.Pdf) -> None:
    content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert content.count(b"/Artifact") >= len(pdf.pages)
    assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


def test_pages_carry_number_and_as_of(pages: list[str]) -> None:
    for n, text in enumerate(pages, 1):
        assert f"Page {n} of {len(pages)}" in text
        assert "norvale-floods-sitrep-01" in text
        assert "As of 5 June 2025, 1200 hours (UTC)" in text


def test_each_key_figure_stands_in_the_text_with_its_citation(pages: list[str]) -> None:
    first = pages[0]
    assert "12,450 people were displaced between 1 and 3 June 2025, according to the National Disaster Agency [1]" in (
        first
    )
    for words in ("more than 12,400 people Newly displaced", "National Disaster Agency [1]", "Red Crescent [2]"):
        assert words in first


def test_the_front_page_holds_highlights_and_key_figures(pages: list[str]) -> None:
    assert "Highlights" in pages[0] and "Key figures" in pages[0] and "Situation overview" in pages[0]


def test_two_runs_give_the_same_bytes(data: bytes) -> None:
    assert export(report(), ("pdf",))[0][0].data == data


def test_the_archive_is_pdf_a_with_associated_data() -> None:
    made = report(settings=SETTINGS.model_copy(update={"archive": True}))
    first, second = (export(made, ("pdf",))[0][0].data for _ in range(2))
    assert first == second
    with pikepdf.open(BytesIO(first)) as archive:
        assert {str(file.AFRelationship) for file in archive.Root.AF} == {"/Data"}
        with archive.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert sorted(name.rsplit("-", 1)[-1] for name in archive.attachments) == [
            "01.json",
            "figures.csv",
            "reconciliation.csv",
            "sources.csv",
        ]


def test_letter_paper() -> None:
    made = report(settings=SETTINGS.model_copy(update={"paper": "letter"}))
    with pikepdf.open(BytesIO(export(made, ("pdf",))[0][0].data)) as letter:
        assert [round(float(x)) for x in letter.pages[0].MediaBox[2:]] == [612, 792]


def test_a_report_without_figures_is_a_page_or_two() -> None:
    with pikepdf.open(BytesIO(export(empty_report(), ("pdf",))[0][0].data)) as quiet:
        assert len(quiet.pages) <= 2


@pytest.mark.parametrize("lines", range(30, 58, 4))
def test_clusters_at_the_foot_of_a_page_are_printed_once(lines: int) -> None:
    """What stands beside each other is not parted by the end of a page, nor printed on both."""
    whole = report()
    clusters = next(section for section in whole.sections if section.sections)
    before = Section(key="overview", title="Filling", blocks=(Paragraph(runs=(Text(text="A line."),)),) * lines)
    files, _ = export(whole.model_copy(update={"sections": (before, clusters)}), ("pdf",))
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(files[0].data)]
    titles = [line for page in pages for line in page.splitlines() if line in {s.title for s in clusters.sections}]
    assert sorted(titles) == sorted(s.title for s in clusters.sections)
    assert all(clusters.title not in page or titles[0] in page for page in pages), "the heading stands with the first"
