import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sitrep.places import Gazetteer

SEEDS = Path(__file__).parents[2] / "seeds" / "places-nw-syria.csv"


@pytest.fixture(scope="module")
def world():
    return Gazetteer()


@pytest.fixture(scope="module")
def syria():
    return Gazetteer.load([SEEDS])


def test_the_country_of_the_document_decides_which_ariha_it_is(world):
    town = world.resolve("Ariha", "SYR")
    assert (town.status, town.level, town.admin1, town.country) == ("resolved", "city", "Idlib", "SYR")
    assert town.lat == pytest.approx(35.81, abs=0.02)
    jericho = world.resolve("Ariha", "PSE")
    assert (jericho.name, jericho.country) == ("Jericho", "PSE")
    nowhere = world.resolve("Ariha")
    assert nowhere.status == "ambiguous"
    assert {p.country for p in nowhere.candidates} == {"SYR", "PSE"}


def test_the_country_may_be_given_by_any_of_its_names(world):
    assert world.resolve("Ariha", "Syrian Arab Republic") == world.resolve("Ariha", "SYR")


@pytest.mark.parametrize(
    ("name", "admin1", "lat", "lon"),
    [
        ("Ariha", "Idlib", 35.81, 36.61),
        ("Khan al-Assal", "Aleppo", 36.17, 37.03),
        ("Sarmada", "Idlib", 36.19, 36.72),
        ("Darat Izza", "Aleppo", 36.28, 36.85),
        ("Daret Azza", "Aleppo", 36.28, 36.85),
        ("Al-Nayrab", "Idlib", 35.89, 36.73),
        ("Nubl", "Aleppo", 36.38, 36.99),
        ("Ma’arrat al-Nu‘man", "Idlib", 35.65, 36.68),
    ],
)
def test_towns_of_northwest_syria_resolve_with_the_sample_list(syria, name, admin1, lat, lon):
    found = syria.resolve(name, "SYR")
    assert (found.status, found.level, found.admin1) == ("resolved", "city", admin1)
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=0.02), pytest.approx(lon, abs=0.02))


def test_every_name_of_the_sample_list_is_one_place(syria):
    for place in syria.places("SYR"):
        if place.source != "places-nw-syria":
            continue
        for key in place.keys:
            found = syria.resolve(key, "SYR")
            assert found.place is not None and found.place.id == place.id, (key, found)


@pytest.mark.parametrize(
    ("spellings", "country"),
    [
        (("Khan Younis", "Khan Yunis", "Khān Yūnis", "Khan Yunès"), "PSE"),
        (("Darat Izza", "Daret Izza", "Dārat ‘Izzah", "Darat-Izzah"), "SYR"),
        (("Saraqib", "Saraqeb", "Sarāqib"), "SYR"),
        (("Deir ez-Zor", "Deir-ez-Zor", "Deir al-Zour", "Dayr az Zawr"), "SYR"),
        (("al-Bab", "Al Bab", "El Bab", "el-Bab"), "SYR"),
        (("Cap-Haïtien", "Cap-Haitien", "Cap Haitien"), "HTI"),
        (("Kyiv", "Kiev"), "UKR"),
    ],
)
def test_transliterations_are_one_place(world, spellings, country):
    found = {world.resolve(s, country).place.id for s in spellings}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "country", "level", "base", "part"),
    [
        ("Aleppo province", "SYR", "admin1", "Aleppo", None),
        ("Aleppo", "SYR", "city", "Aleppo", None),
        ("the city of Aleppo", "SYR", "city", "Aleppo", None),
        ("province of Aleppo", "SYR", "admin1", "Aleppo", None),
        ("western Aleppo countryside", "SYR", "area", "Aleppo", "west countryside"),
        ("northwest Syria", "SYR", "area", "Syria", "northwest"),
        ("north-western Syria", "SYR", "area", "Syria", "northwest"),
        ("Syria’s northwest", "SYR", "area", "Syria", "northwest"),
        ("the Syrian coast", "SYR", "area", "Syria", "coast"),
        ("the north", "SYR", "area", "Syria", "north"),
        ("rural Damascus", "SYR", "admin1", "Rif-dimashq", None),
        ("Ariha, Idlib", "SYR", "city", "Arīḩā", None),
        ("Northern Samar", "PHL", "admin2", "Province of Northern Samar", None),
        ("South Sudan", "SDN", "country", "South Sudan", None),
        ("South Darfur", "SDN", "admin1", "Southern Darfur", None),
        ("Darfur", "SDN", "region", "Darfur", None),
        ("Niger state", "NGA", "admin1", "Niger State", None),
        ("FATA’s North Waziristan agency", "PAK", "admin2", "North Wazīristān District", None),
        ("Gaza", "PSE", "admin1", "Gaza Strip", None),
        ("Gaza City", "PSE", "city", "Gaza", None),
        ("Bihar", "IND", "admin1", "Bihar", None),
        ("Johor", "MYS", "admin1", "Johor", None),
        ("Johor Bahru", "MYS", "city", "Johor Bahru", None),
        ("central and southern Viet Nam", "LAO", "area", "Vietnam", "central-south"),
        ("northwest Iowa", "USA", "area", "Iowa", "northwest"),
        ("Kyiv", "UKR", "city", "Kyiv", None),
        ("Kyiv region", "UKR", "admin1", "Kyiv Oblast", None),
        ("Congo", "COD", "country", "Democratic Republic of the Congo", None),
    ],
)
def test_phrases_of_articles_are_understood(world, name, country, level, base, part):
    found = world.resolve(name, country)
    assert (found.status, found.level, found.name, found.part) == ("resolved", level, base, part)


def test_a_list_of_places_has_a_resolution_each(world):
    both = world.resolve("Aleppo and Idlib provinces", "SYR")
    assert both.resolved and both.level == "area" and both.country == "SYR"
    assert [(p.name, p.level) for p in both.parts] == [("Aleppo", "admin1"), ("Idlib", "admin1")]
    three = world.resolve("Calabarzon, Mimaropa and Eastern Visayas", "PHL")
    assert [p.level for p in three.parts] == ["admin1"] * 3


@pytest.mark.parametrize(
    ("name", "country", "status"),
    [
        ("San Juan", "PHL", "ambiguous"),
        ("Georgia", "USA", "ambiguous"),
        ("Niger", "NGA", "ambiguous"),
        ("Congo", None, "ambiguous"),
        ("Tall prison", "SYR", "unknown"),
        ("Square 5", "UKR", "unknown"),
        ("", "SYR", "unknown"),
        ("…", "SYR", "unknown"),
        ("the", "SYR", "unknown"),
        ("Idlib and Nowhereville", "SYR", "ambiguous"),
        ("South China Sea", "VNM", "unknown"),
        ("Maga", "NGA", "ambiguous"),
    ],
)
def test_what_is_open_stays_open(world, name, country, status):
    found = world.resolve(name, country)
    assert found.status == status and found.place is None
    assert status == "unknown" or found.candidates or found.parts


def test_a_name_that_the_country_lacks_is_looked_for_abroad(world):
    assert world.resolve("Gaziantep", "SYR").country == "TUR"
    assert world.resolve("Lebanon", "SYR").level == "country"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Ariha", "Idlib province", "inside"),
        ("Idlib province", "Ariha", "contains"),
        ("Aleppo", "Aleppo province", "inside"),
        ("Aleppo", "Idlib", "apart"),
        ("Ariha", "Idlib", "unknown"),
        ("Aleppo province", "Idlib province", "apart"),
        ("northwest Syria", "Idlib province", "contains"),
        ("northwest Syria", "Syria", "inside"),
        ("Damascus", "northwest Syria", "unknown"),
        ("western Aleppo countryside", "Aleppo province", "inside"),
        ("western Aleppo countryside", "Aleppo", "apart"),
        ("northern Idlib", "southern Idlib", "apart"),
        ("Aleppo and Idlib provinces", "Idlib province", "contains"),
        ("Aleppo and Idlib provinces", "northwest Syria", "inside"),
        ("Aleppo and Idlib", "Idlib and Aleppo", "same"),
        ("Darat Izza", "Daret Azza", "same"),
        ("Lebanon", "Syria", "apart"),
        ("Gaziantep", "Idlib", "apart"),
        ("Somewhere", "Idlib", "unknown"),
    ],
)
def test_how_places_lie_to_each_other(world, a, b, relation):
    assert world.relation(a, b, "SYR") == relation
    turned = {"inside": "contains", "contains": "inside"}.get(relation, relation)
    assert world.relation(b, a, "SYR") == turned
    assert world.contains(a, b, "SYR") == (relation == "contains")


def test_darfur_holds_its_states(world):
    assert world.relation("South Darfur", "Darfur", "SDN") == "inside"
    assert world.relation("Khartoum", "Darfur", "SDN") == "apart"


def test_the_quick_test_knows_places_and_not_words(world):
    for name in ("Syria", "Damascus", "Idlib", "Sindh", "Khan Younis", "DR Congo", "Darfur", "UK"):
        assert world.is_place(name), name
    for name in ("Police", "March", "Rescue", "Government", "The", "Monday", "David", "Of", "IS", ""):
        assert not world.is_place(name), name


def test_with_a_country_the_quick_test_knows_its_small_places(syria):
    assert syria.is_place("Sarmada", "SYR")
    assert not Gazetteer().is_place("Sarmada")


def test_the_packaged_file_names_its_licence():
    with zipfile.ZipFile(SEEDS.parents[1] / "sitrep" / "places" / "world.zip") as packed:
        licence = packed.read("LICENCE.txt").decode()
    assert "GeoNames" in licence and "Creative Commons Attribution 4.0" in licence


def test_a_gazetteer_loads_no_models_and_no_configuration():
    code = (
        "import sys; from sitrep.places import Gazetteer; g = Gazetteer(); g.resolve('Ariha', 'SYR');"
        "print(*sorted(sys.modules))"
    )
    loaded = set(subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert not {"pydantic", "rtoml", "click", "sitrep.config", "sitrep.model"} & loaded
