import io
import json
import zipfile
from pathlib import Path

import openpyxl
from docx import Document
from docx.oxml.ns import qn

from sitrep.model import Crisis, Reconciliation, Report
from sitrep.model.runs import Paragraph, Section, Text
from sitrep.places import Gazetteer
from sitrep.report import compose, export
from sitrep.report.columns import FIGURES
from sitrep.report.context import pictures

from .build import ARTICLES, AS_OF, EXTRACTIONS, RECONCILIATION, SETTINGS, report


def made(name: str, given: Report | None = None) -> bytes:
    files, problems = export(given or report(), (name,))
    assert problems == () and files[0].name == f"2025-06-05-norvale-floods-sitrep-01.{name}"
    return files[0].data


def test_word_has_headings_table_heads_and_properties() -> None:
    document = Document(io.BytesIO(made("docx")))
    styles = [p.style.name for p in document.paragraphs if p.style.name.startswith(("Title", "Heading"))]
    assert styles[0] == "Title" and styles[1] == "Heading 1" and "Heading 2" in styles
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    assert len(document.tables) >= 8
    assert document.core_properties.title.startswith("Norvale: floods. Situation Report No. 1")
    assert document.core_properties.created.isoformat() == "2025-06-05T12:00:00+00:00"


def test_word_tables_have_their_widths_and_whole_rows() -> None:
    document = Document(io.BytesIO(made("docx")))
    page = document.sections[0]
    line = page.page_width - page.left_margin - page.right_margin
    for table in document.tables:
        assert table.style.name == "Report Table"
        assert line * 0.95 <= sum(cell.width for cell in table.rows[0].cells) <= line * 1.01
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert len({cell.width for cell in document.tables[1].rows[0].cells}) > 1


def test_word_citations_lead_to_the_sentences() -> None:
    body = Document(io.BytesIO(made("docx"))).element.body
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert len(links) > 40
    assert set(links) <= marks
    assert "source_1_1" in marks
    outside = {rel.target_ref for rel in Document(io.BytesIO(made("docx"))).part.rels.values() if rel.is_external}
    assert outside == {"https://herald.example/floods?id=1"}


def test_word_prints_what_the_page_prints() -> None:
    document = Document(io.BytesIO(made("docx")))
    text = "\n".join("".join(node.text or "" for node in p._p.iter(qn("w:t"))) for p in document.paragraphs)
    text = text.replace("\u00a0", " ")
    assert (
        "12,450 people were displaced between 1 and 3 June 2025, according to the National Disaster Agency [1]." in text
    )
    assert "<script>alert(1)</script> [click](javascript:alert(1))" in text


def test_archives_of_office_formats_have_one_date() -> None:
    for name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(made(name))) as archive:
            assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_excel_has_typed_tables_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    assert book.sheetnames == ["Figures", "Reconciliation", "Sources"]
    sheet = book["Figures"]
    assert [cell.value for cell in sheet[1]] == list(FIGURES)
    assert sheet.freeze_panes == "B2"
    assert list(sheet.tables) == ["Figures"]
    value = sheet.cell(2, list(FIGURES).index("value_reported") + 1)
    assert (value.value, value.data_type) == (12450, "n")
    for page in book:
        assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


def test_geojson_holds_what_the_gazetteer_knows_and_no_small_counts() -> None:
    crisis = Crisis(name="Norvale: floods", country="SYR")
    given = compose(
        crisis,
        ARTICLES,
        EXTRACTIONS,
        at(RECONCILIATION, "Aleppo"),
        as_of=AS_OF,
        settings=SETTINGS,
        gazetteer=Gazetteer(),
    )
    collection = json.loads(made("geojson", given))
    assert collection["type"] == "FeatureCollection"
    points = {feature["id"]: feature for feature in collection["features"]}
    assert points["fled"]["properties"]["text"] == "More than 12,450"
    lon, lat = points["fled"]["geometry"]["coordinates"]
    assert 36 < lon < 38.5 and 35 < lat < 37
    assert "long-ago" not in points
    levels = {feature["properties"]["level"] for feature in collection["features"]}
    assert "farmer" not in points or levels <= {"admin1", "admin2"}


def test_the_users_own_places_are_in_the_data_and_carried_ones_are_no_points(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,level,country,admin1,admin2,pcode,lat,lon\nTestkhan,city,SYR,Idlib,Harim,SY0701,36.01,36.55\n")
    placed = at(RECONCILIATION, "Testkhan")
    carried = tuple(
        made_of.model_copy(
            update={"figures": tuple(f.model_copy(update={"place_basis": "carried"}) for f in made_of.figures)}
        )
        for made_of in EXTRACTIONS
    )
    crisis = Crisis(name="Norvale: floods", country="SYR")
    known = compose(
        crisis, ARTICLES, EXTRACTIONS, placed, as_of=AS_OF, settings=SETTINGS, gazetteer=Gazetteer.load([own])
    )
    point = next(f for f in json.loads(made("geojson", known))["features"] if f["id"] == "fled")
    assert point["geometry"]["coordinates"] == [36.55, 36.01]
    assert (point["properties"]["admin1"], point["properties"]["pcode"]) == ("Idlib", "SY0701")
    again = Report.model_validate_json(known.model_dump_json())
    assert made("geojson", again) == made("geojson", known)
    unplaced = compose(
        crisis, ARTICLES, carried, placed, as_of=AS_OF, settings=SETTINGS, gazetteer=Gazetteer.load([own])
    )
    assert json.loads(made("geojson", unplaced))["features"] == []


def at(reconciliation: Reconciliation, place: str) -> Reconciliation:
    """The reconciliation with all its findings at one place."""
    findings = tuple(finding.model_copy(update={"place": place}) for finding in reconciliation.findings)
    return reconciliation.model_copy(update={"findings": findings})


def test_geojson_of_a_crisis_without_country_is_empty() -> None:
    assert json.loads(made("geojson"))["features"] == []


def test_word_has_the_drawings_with_their_alternative_text() -> None:
    document = Document(io.BytesIO(made("docx")))
    drawn = list(pictures(report()))
    shapes = [shape._inline for shape in document.inline_shapes]
    assert [(shape.docPr.get("title"), shape.docPr.get("descr")) for shape in shapes] == [
        (picture.title, picture.alt) for picture in drawn
    ]
    assert drawn and made("docx") == made("docx")
    kinds = {part.content_type for part in document.part.package.iter_parts() if "media" in part.partname}
    assert kinds == {"image/png"}


def test_word_lays_drawings_that_follow_each_other_two_by_two() -> None:
    first = next(iter(pictures(report())))
    three = tuple(first.model_copy(update={"name": f"n{n}", "title": f"T{n}", "alt": f"A{n}"}) for n in range(3))
    alone = first.model_copy(update={"name": "map-x"})
    crowd = Section(key="casualties", title="Casualties", blocks=(*three, Paragraph(runs=(Text(text="Then."),)), alone))
    given = report().model_copy(update={"sections": (crowd,)})
    document = Document(io.BytesIO(made("docx", given)))
    page = document.sections[0]
    line = page.page_width - page.left_margin - page.right_margin
    cells = [
        [[i.get("descr") for i in cell._tc.iter(qn("wp:docPr"))] for cell in t.rows[0].cells] for t in document.tables
    ]
    assert cells == [[["A0"], ["A1"]], [["A2"], []]]
    assert all(
        "T" in t.rows[0].cells[0].text and t._tbl.tblPr.find(qn("w:tblBorders")) is None for t in document.tables
    )
    *small, large = [shape.width for shape in document.inline_shapes]
    assert len(small) == 3 and all(line * 0.4 < width < line / 2 < large for width in small)
