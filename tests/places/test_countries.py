import subprocess
import sys

import pytest

from sitrep.places.countries import COUNTRIES, COUNTRY_NAMES, DEMONYMS, demonym_country, iso3, name


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("Syria", "SYR"),
        ("Syrian Arab Republic", "SYR"),
        ("SYR", "SYR"),
        ("sy", "SYR"),
        ("DRC", "COD"),
        ("DR Congo", "COD"),
        ("D.R. Congo", "COD"),
        ("Congo", "COG"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("the Philippines", "PHL"),
        ("The Netherlands", "NLD"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("Occupied Palestinian Territory", "PSE"),
        ("oPt", "PSE"),
        ("Cape Verde", "CPV"),
        ("Bosnia and Herzegovina", "BIH"),
        ("Bosnia", "BIH"),
        ("South Sudan", "SSD"),
        ("The Sudan", "SDN"),
        ("Kosovo", "XKX"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_any_of_its_names_and_codes(given, code):
    assert iso3(given) == code


def test_every_code_and_every_name_stands_for_one_country_only():
    assert len({c.iso3 for c in COUNTRIES}) == len({c.iso2 for c in COUNTRIES}) == len(COUNTRIES) == 250
    for country in COUNTRIES:
        for known in (country.iso2, country.iso3, country.name, *country.other_names):
            assert iso3(known) == country.iso3, known
        assert name(country.iso3) == country.name


def test_an_unknown_code_is_printed_as_it_stands():
    assert name("XYZ") == "XYZ"


@pytest.mark.parametrize(
    ("word", "code"),
    [("Syrian", "SYR"), ("Syrians", "SYR"), ("Pakistani", "PAK"), ("Nigerien", "NER"), ("Nigerian", "NGA"),
     ("Burkinabé", "BFA"), ("South Sudanese", "SSD"), ("Congolese", None), ("Korean", None), ("Kurdish", None)],
)  # fmt: skip
def test_a_nationality_names_its_country(word, code):
    assert demonym_country(word) == code


def test_the_country_of_the_document_settles_a_nationality_of_two_countries():
    assert demonym_country("Congolese", "COD") == "COD"
    assert demonym_country("Congolese", "COG") == "COG"
    assert demonym_country("Congolese", "RWA") is None
    assert demonym_country("Rwandan", "COD") == "RWA"


def test_the_sets_hold_names_as_written():
    assert {"Syria", "Türkiye", "Turkey", "DR Congo", "Burma"} <= COUNTRY_NAMES
    assert {"Syrian", "Pakistani", "Congolese"} <= DEMONYMS
    assert not {"SYR", "Syria"} & DEMONYMS


def test_importing_the_table_loads_nothing_else():
    code = "import sys; import sitrep.places.countries as c; c.iso3('Syria'); print(*sorted(sys.modules))"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    ours = {name for name in loaded if name.startswith("sitrep")}
    assert ours == {"sitrep", "sitrep.places", "sitrep.places.countries", "sitrep.places.normal"}
    assert not {"pydantic", "rtoml", "click", "dateutil"} & set(loaded)
