import json

import pytest

from sitrep.cli import execute
from sitrep.errors import SitrepError
from sitrep.places.borders import borders
from sitrep.places.boundaries import boundaries, import_boundaries


def ring(west, south, size=1.0):
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def square(west, south, **properties):
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring(west, south)]},
    }


def layer(file, *features, **head):
    file.write_text(json.dumps({"type": "FeatureCollection", **head, "features": features}))
    return file


def two(**properties):
    """Two areas side by side."""
    return square(36, 35, **properties), square(37, 35, **properties)


LEVELS = [
    ({"ADM0_PCODE": "SY", "ADM1_EN": "One", "ADM1_PCODE": "SY01"}, 1),
    ({"ADM0_PCODE": "SY", "ADM1_EN": "One", "ADM1_PCODE": "SY01", "ADM2_EN": "Two", "ADM2_PCODE": "SY0101"}, 2),
    ({"ADM0_EN": "Syria", "ADM1_PCODE": "SY01", "ADM2_AR": "ا", "ADM2_PCODE": "SY0101", "ADM3_PCODE": None}, 2),
    ({"iso3": "SYR", "adm1_name": "One", "adm1_pcode": "SY01"}, 1),
    ({"iso3": "SYR", "adm1_name": "One", "adm2_name": "Two", "adm2_name1": "ا", "adm2_pcode": "SY0101"}, 2),
    ({"admin0Name_en": "Syria", "admin1Name_en": "One", "admin1Pcode": "SY01"}, 1),
    ({"admin0Pcode": "SY", "admin1Pcode": "SY01", "admin2Name_en": "Two", "admin2Pcode": "SY0101"}, 2),
    ({"shapeGroup": "SYR", "shapeType": "ADM1", "shapeName": "One"}, 1),
    ({"shapeGroup": "SYR", "shapeType": "ADM2", "shapeName": "Two"}, 2),
    ({"GID_0": "SYR", "NAME_1": "One", "GID_1": "SYR.1_1", "GID_2": "SYR.1.1_1"}, 2),
    ({"adm0_a3": "SYR", "adm1_code": "SYR-1", "name": "One"}, 1),
]


@pytest.mark.parametrize(("properties", "level"), LEVELS)
def test_the_level_is_that_of_the_fields(tmp_path, properties, level):
    kept, problems = import_boundaries(layer(tmp_path / "a.geojson", *two(**properties)), tmp_path / "kept")
    assert [(one.country, one.level, one.areas) for one in kept] == [("SYR", level, 2)] and problems == ()
    assert boundaries(tmp_path / "kept", "SYR") == kept
    assert boundaries(tmp_path / "kept", "TUR") == ()


def test_each_level_of_a_country_is_kept_apart_and_replaced_by_itself(tmp_path):
    first, second = {"iso3": "SYR", "adm1_pcode": "SY01"}, {"iso3": "SYR", "adm2_pcode": "SY0101"}
    import_boundaries(layer(tmp_path / "one.geojson", *two(**first)), tmp_path)
    import_boundaries(layer(tmp_path / "two.geojson", *two(**second)), tmp_path)
    import_boundaries(layer(tmp_path / "new.geojson", *two(**second), square(38, 35, **second)), tmp_path)
    assert [(b.level, b.areas, b.file) for b in boundaries(tmp_path, "SYR")] == [
        (1, 2, "one.geojson"),
        (2, 3, "new.geojson"),
    ]


@pytest.mark.parametrize(
    ("properties", "what"),
    [
        ({"iso3": "SYR", "name": "One"}, "does not say its level .* --level 1 or --level 2"),
        ({"adm1_pcode": "X1"}, "does not name its country; name it with --country"),
        ({"iso3": "SYR", "adm3_pcode": "SY010101"}, "of level 3"),
        ({"iso3": "SYR", "adm0_pcode": "SY"}, "of level 0"),
    ],
)
def test_a_layer_that_cannot_be_placed_is_refused_in_one_sentence(tmp_path, properties, what):
    with pytest.raises(SitrepError, match=what) as caught:
        import_boundaries(layer(tmp_path / "a.geojson", *two(**properties)), tmp_path / "kept")
    assert "\n" not in str(caught.value) and not (tmp_path / "kept").exists()


def test_what_the_file_does_not_say_can_be_given(tmp_path):
    file = layer(tmp_path / "a.geojson", *two(name="One"))
    kept, _ = import_boundaries(file, tmp_path, country="SYR", level=2, source="A survey")
    assert [(b.country, b.level, b.origin) for b in kept] == [("SYR", 2, "A survey")]


def test_bad_features_are_named_and_the_good_ones_kept(tmp_path):
    good = two(iso3="SYR", adm1_pcode="SY01")
    away = {
        "type": "Feature",
        "properties": good[0]["properties"],
        "geometry": {"type": "Polygon", "coordinates": [ring(500, 0)]},
    }
    kept, problems = import_boundaries(layer(tmp_path / "a.geojson", *good, away, {"geometry": None}), tmp_path)
    assert kept[0].areas == 2
    assert [str(p) for p in problems] == [f"a.geojson, feature {n}: it needs a polygon in degrees" for n in (3, 4)]


@pytest.mark.parametrize(
    ("head", "properties", "origin"),
    [
        ({}, {}, "a.geojson"),
        ({"source": "A mapping agency", "license": "CC BY 4.0"}, {"valid_on": "2024-03-01T00:00:00Z"},
         "A mapping agency, CC BY 4.0, 2024-03-01"),
        ({"metadata": {"attribution": "A survey"}}, {"date": 1499990400000}, "A survey"),
        ({}, {"boundarySource": "A bureau", "validOn": "2021"}, "A bureau, 2021"),
    ],
)  # fmt: skip
def test_source_licence_and_date_are_those_of_the_file(tmp_path, head, properties, origin):
    features = two(iso3="SYR", adm1_pcode="SY01", **properties)
    kept, _ = import_boundaries(layer(tmp_path / "a.geojson", *features, **head), tmp_path)
    assert kept[0].origin == origin and boundaries(tmp_path, "SYR")[0].origin == origin


def test_only_what_two_areas_share_is_a_line():
    areas = [[tuple(map(tuple, ring(x, y)))] for x in (0, 1) for y in (0, 1)]
    lines = borders(areas)
    edges = {frozenset(pair) for line in lines for pair in zip(line, line[1:], strict=False)}
    assert edges == {frozenset({(1.0, 1.0), end}) for end in ((0, 1), (2, 1), (1, 0), (1, 2))}
    assert len(lines) == 4


def test_an_area_inside_another_keeps_its_whole_line():
    inner = tuple(map(tuple, ring(1, 1)))
    outer = tuple(map(tuple, ring(0, 0, 3)))
    assert [len(line) for line in borders([[outer, inner], [inner]])] == [5]


def test_areas_that_share_nothing_are_drawn_whole():
    rings = [tuple(map(tuple, ring(x, 0))) for x in (0, 5)]
    assert borders([[rings[0]], [rings[1]]]) == tuple(rings)


def test_the_command_says_what_was_imported(tmp_path, capsys):
    kept = str(tmp_path / "kept")
    cod = layer(tmp_path / "adm2.geojson", *two(ADM0_PCODE="SY", ADM2_PCODE="SY0101"), source="A survey, CC BY")
    assert execute(["places", "import", str(cod), "--into", kept]) == 0
    line = "Syria: second level, 2 areas; A survey, CC BY"
    assert line in capsys.readouterr().out
    bare = layer(tmp_path / "bare.geojson", *two(name="One"))
    assert execute(["places", "import", str(bare), "--into", kept, "--country", "Syria"]) == 1
    assert "--level 1 or --level 2" in capsys.readouterr().err
    assert execute(["places", "import", str(bare), "--into", kept, "--country", "Atlantis", "--level", "1"]) == 2
    assert "Atlantis" in capsys.readouterr().err
    assert execute(["places", "import", str(bare), "--into", kept, "--country", "Türkiye", "--level", "1"]) == 0
    capsys.readouterr()
    assert execute(["places", "list", "--from", kept]) == 0
    assert capsys.readouterr().out == f"boundaries: {line}\nboundaries: Türkiye: first level, 2 areas; bare.geojson\n"
