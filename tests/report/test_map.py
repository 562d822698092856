import json
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from sitrep.places import Gazetteer
from sitrep.places.boundaries import import_boundaries
from sitrep.places.countries import COUNTRIES
from sitrep.places.outlines import frame_of, outline
from sitrep.report.charts import charts_for
from sitrep.report.map_frame import View, area, main_view, shapes

from .make_charts import assert_readable, claim, finding, report, texts

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load([ROOT / "seeds" / "places-nw-syria.csv"])


def the_map(gazetteer, *findings, **kwargs):
    found = [c for c in charts_for(report(*findings, **kwargs), gazetteer) if c.kind == "map"]
    return found[0] if found else None


def at(place, value, source=1, **fields):
    return finding(claim(value, source=source, **fields), place=place)


def test_the_map_puts_graded_points_on_their_places(gazetteer):
    chart = the_map(gazetteer, at("Ariha", 16), at("Khan al-Assal", 64, 2), at("Aleppo province", 40, 3))
    assert chart.title == "Map of places: killed"
    assert chart.reading == (
        "A larger point stands for a larger figure; the largest is 64, for Khan al-Assal [1] [2] [3]."
    )
    marks = [n for n in ET.fromstring(chart.svg).iter() if n.tag.endswith("circle")]
    sizes = sorted(float(n.get("r")) for n in marks)
    assert sizes[-1] / sizes[0] == pytest.approx(2.0, rel=0.05), "the area is to scale"
    assert [n.get("fill") for n in marks].count("#ffffff") == 1, "the province is a ring"
    said = " ".join(text for text, _ in texts(chart.svg)[0])
    for label in ("Ariha 16 [1]", "Khan al-Assal 64 [2]", "Aleppo province 40 [3]", "SYRIA", "TÜRKIYE"):
        assert label in said
    assert "do not imply endorsement" in said and "Natural Earth" in said and "GeoNames" in said
    assert_readable(chart.svg)


def test_a_number_on_the_map_is_never_cut(gazetteer):
    chart = the_map(gazetteer, at("Idlib", 71389, text="more than 71,389", qualifier="at_least"), at("Ariha", 16, 2))
    assert "Idlib more than 71,389 [1]" in " ".join(text for text, _ in texts(chart.svg)[0])


def test_a_place_that_was_only_carried_over_is_not_mapped(gazetteer):
    carried = at("Khan al-Assal", 64, 2, place_basis="carried")
    chart = the_map(gazetteer, at("Ariha", 16), carried)
    assert "Ariha 16 [1]" in " ".join(text for text, _ in texts(chart.svg)[0])
    assert "Khan al-Assal" not in chart.svg + chart.reading + chart.alt
    assert the_map(gazetteer, carried) is None


def test_few_people_in_a_small_place_are_not_mapped(gazetteer):
    chart = the_map(gazetteer, at("Ariha", 3), at("Khan al-Assal", 64), at("Idlib province", 4))
    assert "Ariha" in chart.reading.split("not on the map")[1]
    assert "Ariha 3" not in chart.svg and "Idlib province 4" in chart.svg


@pytest.mark.parametrize(("value", "drawn"), [(4, False), (40, True)])
def test_a_small_place_with_few_people_does_not_come_back_by_its_name(gazetteer, value, drawn):
    few = finding(claim(value, source=2, measure="injured"), place="Khan al-Assal", measure="injured")
    chart = the_map(gazetteer, at("Ariha", 64), few)
    assert ("Khan al-Assal" in " ".join(text for text, _ in texts(chart.svg)[0])) is drawn


def test_places_that_cannot_be_told_are_named_and_not_guessed(gazetteer):
    chart = the_map(gazetteer, at("Nowhereville", 50), at("northwest Syria", 60), at("Beirut", 70), at("Nubl", 20))
    left_out = chart.reading.split("not on the map: ")[1]
    assert all(name in left_out for name in ("Nowhereville", "northwest Syria", "Beirut"))
    assert [row[0] for row in chart.rows] == ["Nubl"]


def test_without_figures_that_can_be_compared_the_places_are_named(gazetteer):
    chart = the_map(gazetteer, finding(claim(90), place="Nubl", population=("combatants",)))
    assert chart.title == "Map of places named" and chart.numbers == ()
    assert "Nubl" in [text for text, _ in texts(chart.svg)[0]]


def test_there_is_no_map_without_a_country_or_a_place(gazetteer):
    assert the_map(gazetteer, at("Ariha", 16), country=None) is None
    assert the_map(gazetteer, at("Nowhereville", 16)) is None
    assert the_map(gazetteer) is None


def test_many_places_close_together_keep_their_labels_apart(gazetteer):
    names = [p.name for p in gazetteer.places("SYR") if p.source == "places-nw-syria"]
    chart = the_map(gazetteer, *(at(name, 20 + 7 * n, n + 1) for n, name in enumerate(names)))
    assert len(chart.rows) == 25
    assert_readable(chart.svg)


def test_hostile_names_stay_text():
    class Everywhere(Gazetteer):
        def resolve(self, name, country=None):
            return super().resolve("Idlib", "SYR")

    chart = the_map(Everywhere(), at("<script>x</script>", 50))
    assert "<script" not in chart.svg


@pytest.mark.parametrize("country", ["FJI", "RUS", "USA", "NZL", "KIR", "CHL", "FRA", "MDV", "VAT", "TUV", "GRL"])
def test_any_country_can_be_drawn(country):
    world = Gazetteer()
    places = [p for p in world.places(country) if p.lat is not None and p.level == "city"][:1]
    points = [(p.lon, p.lat) for p in places] or [(0.0, -80.0)]
    view, _ = main_view(country, points, 680.0, 300.0)
    assert 0 < view.high <= 300 and view.frame[0] < view.frame[2]
    drawn = shapes(view)
    if frame_of(country):
        assert country in drawn
    for rings in drawn.values():
        for ring in rings:
            assert all(-2.1 <= x <= 682.1 and -2.1 <= y <= view.high + 2.1 for x, y in ring)
    for lon, lat in points:
        assert 0 <= view.x(lon) <= view.wide and 0 <= view.y(lat) <= view.high


def test_the_shape_of_a_country_is_true_at_its_latitude():
    view, _ = main_view("SYR", [(36.6, 35.8), (40.1, 35.3)], 680.0, 300.0)
    east = view.x(37.6) - view.x(36.6)
    north = view.y(35.3) - view.y(36.3)
    assert east / north == pytest.approx(0.82, abs=0.03)


def test_a_ring_is_cut_at_the_edges_of_the_view():
    view = View((0.0, 0.0, 10.0, 10.0), 100.0, 100.0)
    from sitrep.report.map_frame import cut

    ring = cut(view, [(-50, -50), (-50, 50), (50, 50), (50, -50), (-50, -50)])
    assert abs(area(ring)) == pytest.approx(104 * 104)
    assert cut(view, [(20, 20), (30, 20), (30, 30), (20, 20)]) == []


def test_the_outlines_cover_the_countries_and_name_their_source():
    missing = {c.iso3 for c in COUNTRIES if not outline(c.iso3)}
    assert len(missing) < 20 and not missing & {"SYR", "PSE", "XKX", "SSD", "ESH", "TWN"}
    crimea = [(x, y) for ring in outline("UKR") for x, y in ring if 33 < x < 36 and 44.3 < y < 45.3]
    assert crimea and not [p for ring in outline("RUS") for p in ring if 33 < p[0] < 36 and 44.3 < p[1] < 45.3]
    with zipfile.ZipFile(ROOT / "sitrep" / "places" / "outlines.zip") as packed:
        assert "Natural Earth" in packed.read("LICENCE.txt").decode()


def layer(file, *features, **head):
    file.write_text(json.dumps({"type": "FeatureCollection", **head, "features": features}))
    return file


def kept_of(tmp_path, *levels, source="Sample survey, CC BY"):
    """A gazetteer with two divisions of Syria that share a line, one import a level."""
    for level in levels:
        named = [{"adm0_pcode": "SY", "adm1_name": "One", f"adm{level}_pcode": f"SY0{n}"} for n in (1, 2)]
        file = layer(tmp_path / f"a{level}.geojson", square(36, 35, **named[0]), square(37, 35, **named[1]))
        import_boundaries(file, tmp_path / "kept", source=f"{source} {level}")
    return Gazetteer.load((), tmp_path / "kept")


def test_first_level_boundaries_are_drawn_and_their_source_is_named(tmp_path):
    plain, drawn = (the_map(g, at("Idlib", 50)).svg for g in (Gazetteer(), kept_of(tmp_path, 1)))
    assert len(re.findall("stroke-dasharray", drawn)) == 1 and "stroke-dasharray" not in plain
    assert re.search(r'd="M[^Z"]*" fill="none" stroke="#8c8c8c"', drawn), "a line, not two rings"
    notes = " ".join(text for text, _ in texts(drawn)[0])
    assert "First-level boundaries: Sample survey, CC BY 1." in notes and "do not imply endorsement" in notes
    assert "boundaries:" not in plain
    assert_readable(drawn)


def test_second_level_boundaries_are_drawn_thinner_and_only_where_the_map_is_close(tmp_path):
    gazetteer = kept_of(tmp_path, 1, 2)
    near = the_map(gazetteer, at("Idlib", 50), at("Ariha", 60, 2)).svg
    far = the_map(gazetteer, at("Idlib", 50), at("Al-Hasakah", 60, 2)).svg
    assert 'stroke="#bdbdbd" stroke-width="0.5"' in near and "stroke-dasharray" in near
    assert "#bdbdbd" not in far and "stroke-dasharray" in far and "Second-level" not in far
    assert "Second-level boundaries: Sample survey, CC BY 2." in " ".join(text for text, _ in texts(near)[0])
    assert_readable(near)
    only = kept_of(tmp_path / "only", 2) if (tmp_path / "only").mkdir() is None else None
    assert "stroke-dasharray" not in the_map(only, at("Idlib", 50)).svg


def test_a_long_name_of_a_source_stays_on_the_map(tmp_path):
    gazetteer = kept_of(tmp_path, 1, source="A" * 200)
    assert_readable(the_map(gazetteer, at("Idlib", 50)).svg)


def square(west, south, **properties):
    ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}
