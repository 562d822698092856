import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitrep.errors import SitrepError
from sitrep.model.runs import Cite, Number
from sitrep.report.charts import charts_for
from sitrep.report.lettering import by_letters, fitted, width, wrapped

from .make_charts import assert_readable, claim, finding, report, texts

LONG = "Inter-Provincial Coordination Office of the Directorate for Civil Protection and Emergency Response"


def toll():
    """A toll that rises over three days, with another origin beside it."""
    return finding(
        claim(18, origin="Ministry", days=0, role="superseded"),
        claim(121, origin="Ministry", days=1, role="superseded", source=2),
        claim(150, origin="Monitor", days=1, source=3),
        claim(182, origin="Ministry", days=2, role="recommended", source=4),
        crisis_wide=True,
        relation="update",
    )


def conflict():
    """Three origins that differ."""
    return finding(
        claim(27, origin="United Nations", kind="un", source=3),
        claim(19, origin="Monitor", text="at least 19", qualifier="at_least", source=4),
        claim((20, 30), origin="Rescuers", text="between 20 and 30", qualifier="range", source=5),
        relation="conflict",
        place="Northern valleys",
    )


def towns():
    """Figures of three towns."""
    return [
        finding(claim(v, source=n), place=p)
        for n, (p, v) in enumerate([("Upton", 40), ("Midton", 16), ("Lowton", 3)], 1)
    ]


def only(kind, *findings, **kwargs):
    """The one chart of a kind."""
    found = [c for c in charts_for(report(*findings, **kwargs)) if c.kind == kind]
    assert len(found) == 1
    return found[0]


def test_a_toll_over_time_is_drawn_as_steps_with_a_band():
    chart = only("series", toll())
    assert (chart.section, chart.title) == ("casualties", "Killed: over time")
    assert chart.reading == (
        "The recommended figure was 18 as of 28 November 2024 and is 182 as of 30 November 2024 [1] [4]."
    )
    root = ET.fromstring(chart.svg)
    shapes = [node.tag.split("}")[1] for node in root]
    assert shapes[:2] == ["title", "desc"]
    line = next(n.get("d") for n in root if n.tag.endswith("path") and n.get("stroke-width") == "2.4")
    levels = [float(v) for v in re.findall(r"[MV][\d.]* ?([\d.]+)", line)]
    assert levels == sorted(levels, reverse=True) and len(levels) == 3, "each update is a step up"
    bands = [n for n in root if n.tag.endswith("rect") and n.get("fill") == "#d3deeb" and float(n.get("y")) < 150]
    assert bands, "where two origins differ, the range is a band"
    assert chart.rows[0] == ("2024-11-28", "18", "18", "18", "Ministry", "[1]", "superseded")


def test_a_figure_that_never_moved_or_on_one_day_only_is_no_line():
    still = finding(claim(18, role="superseded"), claim(18, days=1, role="recommended"), crisis_wide=True)
    one_day = finding(claim(18, role="superseded"), claim(20, role="recommended"), crisis_wide=True)
    assert [c.kind for c in charts_for(report(still, one_day))] == []


def test_the_legend_has_only_what_is_drawn():
    def words(chart):
        return " ".join(text for text, _ in texts(chart.svg)[0])

    alone = finding(claim(18, days=0, role="superseded"), claim(121, days=1, role="recommended"), crisis_wide=True)
    assert "other sources" not in words(only("series", alone)) and "range of" not in words(only("series", alone))
    assert "other sources" in words(only("series", toll())) and "range of" in words(only("series", toll()))


def test_the_first_of_two_near_steps_at_the_edge_has_its_number():
    near = finding(
        claim(1136, days=0, role="superseded"),
        claim(1314, days=5, role="superseded"),
        claim(1700, days=40, role="recommended"),
        crisis_wide=True,
    )
    chart = only("series", near, as_of=datetime(2025, 1, 30, 12, tzinfo=UTC))
    assert {"1,136", "1,314", "1,700"} <= {text for text, _ in texts(chart.svg)[0]}


def test_a_name_stands_before_its_bar_or_above_it_where_it_is_long():
    def tops(chart):
        drawn = list(ET.fromstring(chart.svg).iter())
        names = [float(n.get("y")) for n in drawn if n.tag.endswith("text") and n.get("x") == "4.0"]
        return [
            (name, float(r.get("y")))
            for name, r in zip(names, (n for n in drawn if n.tag.endswith("rect")), strict=False)
        ]

    assert all(top < name < top + 11 for name, top in tops(only("bars", *towns())))
    long = finding(claim(70, source=4), place="Upper Eastern Riverside District of the North")
    assert all(name < top for name, top in tops(only("bars", *towns(), long)))


def test_two_measures_by_place_stand_side_by_side():
    hurt = [finding(claim(v, source=n), place=p, measure="injured") for n, (p, v) in enumerate([("A", 4), ("B", 9)], 5)]
    assert [c.name for c in charts_for(report(*towns(), *hurt))] == ["bars-deaths", "bars-injured"]


def test_where_a_report_is_a_selection_short_lines_and_further_conflicts_are_not_drawn():
    short = finding(claim(18, days=0, role="superseded"), claim(121, days=1, role="recommended"), crisis_wide=True)
    many = [finding(claim(5 + n, source=9), measure="attacks") for n in range(60)]
    rivals = [conflict() | {"place": place} for place in ("North", "South")]
    assert [c.kind for c in charts_for(report(short, *rivals))].count("claims") == 2
    kinds = [c.kind for c in charts_for(report(short, *rivals, *many))]
    assert kinds.count("claims") == 1 and "series" not in kinds
    assert "series" in [c.kind for c in charts_for(report(toll(), *many))], "three days are worth a line"


def test_figures_by_place_are_bars_to_scale():
    chart = only("bars", *towns())
    assert [row[0] for row in chart.rows] == ["Upton", "Midton", "Lowton"]
    bars = [float(n.get("width")) for n in ET.fromstring(chart.svg) if n.tag.endswith("rect")]
    assert bars[0] / bars[1] == pytest.approx(40 / 16, rel=0.01)
    assert "not to be added" in chart.reading


def test_like_is_drawn_with_like_only():
    others = [
        finding(claim(99), place="Fightton", population=("combatants",)),
        finding(claim(98), place="Teachton", group="teachers"),
        finding(claim(97, unit="households"), place="Houseton"),
        finding(claim(96), place="Wide", crisis_wide=True),
        finding(claim(95), place="Past", scope="background"),
        finding(claim(None, text="dozens", qualifier="vague"), place="Vagueton"),
    ]
    assert {row[0] for row in only("bars", *towns(), *others).rows} == {"Upton", "Midton", "Lowton"}


def test_what_is_claimed_is_drawn_hollow_and_says_so():
    chart = only("bars", *towns(), finding(claim(200, certainty="claimed", text="over 200"), place="Claimton"))
    assert "over 200 (claimed)" in chart.reading
    assert 'stroke-dasharray="3 2"' in chart.svg and "over 200 (claimed) [1]" in chart.svg


def test_claims_stand_side_by_side_with_range_and_arrow():
    chart = only("claims", conflict())
    assert (chart.section, chart.title) == ("conflicts", "Killed, Northern valleys: each source's figure")
    assert [row[0] for row in chart.rows] == ["Rescuers", "United Nations", "Monitor"]
    assert "27 (recommended)" in chart.svg and "at least 19" in chart.svg
    root = ET.fromstring(chart.svg)
    assert sum(n.get("stroke-width") == "4" for n in root) == 1, "one range"
    assert sum(n.tag.endswith("path") for n in root) == 1, "one arrow"


def test_a_person_is_not_named():
    chart = only(
        "claims", finding(claim(5), claim(7, origin="Jane Doe", kind="witness", source=2), relation="conflict")
    )
    assert "Jane Doe" not in chart.svg + chart.alt + chart.reading + str(chart.rows) + str(chart.table)
    assert "witness" in chart.svg


def test_what_is_withheld_denied_or_forecast_is_not_drawn():
    given = [claim(5), claim(6, withheld=True), claim(7, certainty="denied"), claim(8, certainty="forecast")]
    assert charts_for(report(finding(*given, relation="conflict"))) == ()


def test_an_empty_report_has_no_charts():
    assert charts_for(report()) == ()


@pytest.mark.parametrize("kind", ["series", "bars", "claims"])
def test_every_number_of_a_drawing_is_stated_and_cited(kind):
    whole = report(toll(), conflict(), *towns())
    figures = {f.id: f for f in whole.figures}
    for chart in (c for c in charts_for(whole) if c.kind == kind):
        picture = chart.picture()
        drawn = {t for text, _ in texts(chart.svg)[0] for t in re.findall(r"\d[\d,]*", text)}
        stated = " ".join(n.text for n in picture.numbers)
        sources = {f"{c.source}" for c in picture.reading if isinstance(c, Cite)}
        days = {str(d) for d in range(1, 32)}
        assert drawn <= set(re.findall(r"\d[\d,]*", stated)) | sources | days
        rows = [run for row in chart.table.rows for cell in row for run in cell]
        for runs, proof in ((picture.reading, picture.reading), (picture.numbers, rows)):
            cited = {(c.source, c.sentence) for c in proof if isinstance(c, Cite)}
            for number in (run for run in runs if isinstance(run, Number) and run.kind == "stated"):
                figure = figures[number.figures[0]]
                assert (figure.n, figure.sentence) in cited
        assert len(chart.table.rows) == len(chart.rows) and chart.alt.startswith(("Line", "Bar", "Dot"))


def test_the_same_report_gives_the_same_bytes_whatever_the_order_of_its_findings():
    one, two = report(toll(), *towns()), report(*towns(), toll())
    assert [c.svg for c in charts_for(one)] == [c.svg for c in charts_for(one)]
    assert {c.svg for c in charts_for(one)} == {c.svg for c in charts_for(two)}


def test_hostile_names_stay_text():
    bad = '<script>alert(1)</script>&"\x07'
    chart = only("bars", *towns(), finding(claim(50), place=bad))
    assert "<script" not in chart.svg
    ET.fromstring(chart.svg)


def test_long_names_and_numbers_are_cut_and_not_clipped():
    huge = 10**29
    chart = only(
        "claims", finding(claim(huge, origin=LONG), claim(huge + 10**28, origin="B", source=22), relation="conflict")
    )
    assert_readable(chart.svg)
    assert_readable(only("bars", *towns(), finding(claim(huge), place=LONG)).svg)


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "P")), min_size=1, max_size=80)
VALUES = st.integers(1, 10**12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NAMES, VALUES), min_size=2, max_size=14))
def test_bars_and_claims_are_readable_whatever_they_hold(pairs):
    places = [finding(claim(v), place=f"{name}{n}") for n, (name, v) in enumerate(pairs)]
    against = finding(
        *(claim(v, origin=f"{name}{n}", source=n + 1) for n, (name, v) in enumerate(pairs)), relation="conflict"
    )
    for chart in charts_for(report(*places, against)):
        assert_readable(chart.svg)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(VALUES, st.integers(0, 90), st.booleans()), min_size=2, max_size=25))
def test_lines_are_readable_whatever_they_hold(points):
    claims = [
        claim(v, days=d, role="superseded" if step else "triangulation", origin=f"o{n % 5}")
        for n, (v, d, step) in enumerate(points)
    ]
    claims.append(claim(5, days=91, role="recommended"))
    for chart in charts_for(report(finding(*claims, crisis_wide=True), as_of=datetime(2025, 3, 1, tzinfo=UTC))):
        assert_readable(chart.svg)


@pytest.mark.parametrize(
    ("product", "kinds"), [("sitrep", {"series", "bars", "claims"}), ("flash", {"claims"}), ("brief", set())]
)
def test_a_product_has_the_charts_that_it_has_room_for(product, kinds):
    assert {c.kind for c in charts_for(report(toll(), conflict(), *towns(), product=product))} == kinds


def test_each_row_of_the_table_cites_the_figure_that_it_gives():
    same = [claim(18, role="superseded"), claim(99, days=1, source=2, role="recommended"), claim(99, days=2, source=3)]
    table = only("series", finding(*same, crisis_wide=True)).table
    cites = [[run.source for cell in row for run in cell if isinstance(run, Cite)] for row in table.rows]
    assert cites == [[1], [2], [3]]
    assert [row[2][0].figures[0] for row in table.rows] == ["f0-0", "f0-1", "f0-2"]


def test_a_users_template_goes_first_and_its_error_is_one_sentence(tmp_path):
    (tmp_path / "chart-bars.svg.j2").write_text("<svg xmlns='http://www.w3.org/2000/svg'>{{ title }}</svg>")
    chart = next(c for c in charts_for(report(*towns()), folders=[tmp_path]) if c.kind == "bars")
    assert chart.svg == "<svg xmlns='http://www.w3.org/2000/svg'>Killed: by place</svg>"
    (tmp_path / "chart-bars.svg.j2").write_text("<svg>\n{{ nonsense }}</svg>")
    with pytest.raises(SitrepError, match=r"chart-bars\.svg\.j2, line 2"):
        charts_for(report(*towns()), folders=[tmp_path])


def test_letters_are_measured_as_wide_as_the_widest_font_draws_them():
    font = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not font.exists():
        pytest.skip("DejaVu Sans is not installed")
    from fontTools.ttLib import TTFont

    face = TTFont(font)
    glyphs, advances, em = face.getBestCmap(), face["hmtx"], face["head"].unitsPerEm
    text = "The quick brown fox, 27 November (1,234) — At least “80” [3]"
    true = sum(advances[glyphs[ord(c)]][0] for c in text) / em * 10
    assert true == pytest.approx(width(text, 10), rel=0.03)


def test_a_text_is_cut_or_wrapped_to_its_room():
    assert fitted("short", 100, 10) == "short"
    assert fitted(LONG, 100, 10).endswith("…") and width(fitted(LONG, 100, 10), 10) <= 100
    lines = wrapped(LONG, 200, 10, most=2)
    assert len(lines) == 2 and all(width(line, 10) <= 200 for line in lines)


def test_days_of_several_years_have_their_year():
    long = finding(
        claim(18, role="superseded"), claim(40, days=200, role="superseded"), claim(60, days=420, role="recommended"),
        crisis_wide=True,
    )  # fmt: skip
    chart = only("series", long)
    ticks = [n for n in ET.fromstring(chart.svg) if n.tag.endswith("text") and re.search(r"[a-z] 20\d\d$", n.text)]
    assert ticks[0].text == "28 Nov 2024" and ticks[-1].text.endswith((" 2025", " 2026"))
    assert "28 Nov 2024: 18" in chart.alt
    assert "28 Nov 2024" not in only("series", toll()).svg


def test_the_word_for_the_recommended_figure_is_never_cut():
    text = "somewhere between 1,250,000 and 1,500,000"
    claims = [claim(1250000, text=text, role="recommended"), claim(1400000, origin="Ministry", source=2)]
    chart = only("claims", finding(*claims, relation="conflict"))
    assert ">(recommended)</text>" in chart.svg


def test_a_number_is_drawn_whole_or_not_at_all():
    text = "more than an estimated 1,250,000"
    chart = only("bars", finding(claim(1250000, text=text), place="Upton"), *towns())
    drawn = [node.text for node in ET.fromstring(chart.svg).iter() if node.tag.endswith("text")]
    assert "[1]" in drawn and not any("…" in line or "1,25" in line for line in drawn)
    assert text in chart.alt


def test_joined_letters_are_latin_in_drawings_which_are_set_letter_by_letter():
    chart = only("claims", finding(claim(40, origin="صحيفة النهار"), claim(19, source=2), relation="conflict"))
    drawn = [node.text for node in ET.fromstring(chart.svg).iter() if node.tag.endswith("text")]
    assert any(line.startswith("shyfh lnhr, ") for line in drawn)
    assert "صحيفة النهار" in chart.alt
    assert by_letters("Кириллица naïve São é") == "Кириллица naïve São é"
