import pytest

from sitrep.cli import execute
from sitrep.config import load_config
from sitrep.errors import SitrepError
from sitrep.places import Gazetteer
from sitrep.places.imported import read_file
from sitrep.places.stored import import_file

from .make import pcode_rows, write_csv


def test_a_pcode_list_gives_divisions_with_their_parents(tmp_path):
    rows = [
        ["#country+code", "#geo+admin_level", "#adm+code", "#adm+name", "#adm+code+parent", "#date+start"],
        ["SYR", "0", "SY", "Syrian Arab Republic", "", "2023-01-01"],
        ["SYR", "1", "SY07", "Idleb", "SY", "2023-01-01"],
        ["SYR", "2", "SY0705", "Ariha", "SY07", "2023-01-01"],
        ["SYR", "3", "SY070500", "Ariha", "SY0705", "2023-01-01"],
        ["SYR", "3", "SY070501", "Ehsem", "SY0705", "2023-01-01"],
    ]
    file = write_csv(tmp_path / "global_pcodes.csv", rows)
    assert import_file(file, tmp_path / "kept") == (4, ())
    gazetteer = Gazetteer.load((), tmp_path / "kept")
    province = gazetteer.resolve("Idlib province", "SYR")
    assert (province.pcode, province.name, province.level) == ("SY07", "Idleb", "admin1")
    assert province.lat == pytest.approx(35.87, abs=0.1), "the packaged division lends its point"
    sub = gazetteer.resolve("Ehsem", "SYR")
    assert (sub.level, sub.pcode, sub.admin1, sub.admin1_pcode, sub.admin2_pcode) == (
        "admin3", "SY070501", "Idleb", "SY07", "SY0705",
    )  # fmt: skip
    assert gazetteer.relation("Ehsem", "Idlib province", "SYR") == "inside"
    town = gazetteer.resolve("the town of Saraqib", "SYR")
    assert (town.level, town.admin1, town.admin1_pcode) == ("city", "Idleb", "SY07"), "packaged towns lie in it"


@pytest.mark.parametrize(
    "header",
    [
        ["ADM0_EN", "ADM0_PCODE", "ADM1_EN", "ADM1_AR", "ADM1_PCODE", "ADM2_EN", "ADM2_PCODE", "validOn"],
        ["adm0_name", "adm0_pcode", "adm1_name", "adm1_name1", "adm1_pcode", "adm2_name", "adm2_pcode", "valid_on"],
        [
            "admin0Name_en",
            "admin0Pcode",
            "admin1Name_en",
            "admin1Name_ar",
            "admin1Pcode",
            "admin2Name_en",
            "admin2Pcode",
            "date",
        ],
    ],
)
def test_a_cod_table_gives_each_division_once(tmp_path, header):
    rows = [
        ["Syrian Arab Republic", "SY", "Idleb", "إدلب", "SY07", "Ariha", "SY0705", "2023-01-01"],
        ["Syrian Arab Republic", "SY", "Idleb", "إدلب", "SY07", "Harim", "SY0703", "2023-01-01"],
    ]
    places, problems = read_file(write_csv(tmp_path / "cod.csv", rows, header))
    assert problems == ()
    assert [(p.pcode, p.level, p.admin1) for p in places] == [
        ("SY07", "admin1", "SY07"), ("SY0705", "admin2", "SY07"), ("SY0703", "admin2", "SY07"),
    ]  # fmt: skip


def test_bad_rows_are_problems_and_good_ones_stay(tmp_path):
    header = ["name", "country", "level", "lat", "lon"]
    rows = [
        ["Good", "SYR", "", "35.5", "36.5"],
        ["", "SYR", "", "", ""],
        ["Nowhere", "Atlantis", "", "", ""],
        ["High", "SYR", "", "95", "36"],
        ["Words", "SYR", "", "north", "36"],
        ["Level", "SYR", "hamlet", "", ""],
    ]
    places, problems = read_file(write_csv(tmp_path / "own.csv", rows, header))
    assert [p.name for p in places] == ["Good"]
    assert [str(p).split(":")[0] for p in problems] == [f"own.csv, line {n}" for n in range(3, 8)]
    assert "Atlantis" in str(problems[1])


def test_a_semicolon_file_with_a_byte_order_mark_is_read(tmp_path):
    file = tmp_path / "own.csv"
    file.write_bytes("\ufeffName;Country;Lat;Lon\nQaryat Şu;Syria;35.1;36.2\n".encode())
    places, _ = read_file(file)
    assert (places[0].name, places[0].lat, places[0].country) == ("Qaryat Şu", 35.1, "SYR")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"name,country\n\xff\xfe,SYR\n", b"name,country\n,\n"])
def test_a_file_that_is_no_list_of_places_is_refused_in_one_sentence(tmp_path, content):
    file = tmp_path / "own.csv"
    file.write_bytes(content)
    with pytest.raises(SitrepError) as caught:
        import_file(file, tmp_path / "kept")
    assert "own.csv" in str(caught.value) and "\n" not in str(caught.value)


def test_the_users_own_place_goes_before_the_packaged_one(tmp_path):
    file = write_csv(tmp_path / "own.csv", [["Saraqib", "SYR", "10.0", "20.0"]], ["name", "country", "lat", "lon"])
    found = Gazetteer.load([file]).resolve("Saraqib", "SYR")
    assert (found.lat, found.lon) == (10.0, 20.0)


def test_a_place_named_again_keeps_the_packaged_spellings(tmp_path):
    header = ["name", "country", "admin1", "pcode", "lat", "lon"]
    file = write_csv(tmp_path / "own.csv", [["Saraqib", "SYR", "Idlib", "C3871", "35.86", "36.8"]], header)
    gazetteer = Gazetteer.load([file])
    assert gazetteer.resolve("Sarakeb", "SYR").pcode == "C3871"
    assert gazetteer.relation("Saraqib", "Sarakeb", "SYR") == "same"
    assert gazetteer.relation("Saraqib", "Idlib province", "SYR") == "inside"


def test_a_list_of_a_hundred_thousand_codes_is_imported_and_used(tmp_path):
    file = write_csv(tmp_path / "big.csv", pcode_rows())
    count, problems = import_file(file, tmp_path / "kept")
    assert count > 99_000 and problems == ()
    gazetteer = Gazetteer.load((), tmp_path / "kept")
    assert gazetteer.resolve("Wilaya De", "SYR").pcode == "SY01"
    for row in list(pcode_rows(first=3, second=3, third=3, fourth=3))[1:]:
        assert gazetteer.resolve(row[3], "SYR").pcode == row[2], row


def test_the_command_imports_lists_and_resolves(tmp_path, capsys):
    header = ["name", "country", "lat", "lon"]
    file = write_csv(tmp_path / "mine.csv", [["Qarya Jadida", "Syria", "35.5", "36.5"], ["Bad", "", "", ""]], header)
    kept = str(tmp_path / "kept")
    assert execute(["places", "import", str(file), "--into", kept]) == 3
    said = capsys.readouterr()
    assert "1 places of mine.csv" in said.out and "mine.csv, line 3" in said.err
    assert execute(["places", "list", "--from", kept]) == 0
    assert capsys.readouterr().out == "mine: 1 places in SYR\n"
    assert execute(["places", "resolve", "Qarya Jadida", "--country", "Syria", "--from", kept]) == 0
    assert "Syria (35.50, 36.50)" in capsys.readouterr().out
    assert execute(["places", "resolve", "San Juan", "--country", "PHL", "--from", kept]) == 3
    assert "perhaps San Juan, city, Philippines" in capsys.readouterr().out
    assert execute(["places", "resolve", "X", "--country", "Atlantis"]) == 2
    assert execute(["places", "list", "--country", "Syria", "--from", kept]) == 0
    assert "Qarya Jadida\tcity" in capsys.readouterr().out


def test_the_configuration_names_files_that_go_before_what_is_imported(tmp_path, monkeypatch):
    header = ["name", "country", "lat", "lon"]
    first = write_csv(tmp_path / "mine.csv", [["Qarya", "SYR", "35.1", "36.1"]], header)
    kept = write_csv(
        tmp_path / "kept.csv", [["Qarya", "SYR", "35.9", "36.9"], ["Mazraa Jadida", "SYR", "35", "36"]], header
    )
    import_file(kept, tmp_path / "data")
    monkeypatch.setenv("SITREP_PLACES", str(tmp_path / "data"))
    file = tmp_path / "sitrep.toml"
    file.write_text(f'[crisis]\nname = "A"\ncountry = "SYR"\nplaces = ["{first.name}"]\n')
    gazetteer = load_config(file).crises[0].gazetteer()
    assert gazetteer.resolve("Mazraa Jadida", "SYR").lat == 35.0
    assert gazetteer.resolve("Qarya", "SYR").lat == 35.1
