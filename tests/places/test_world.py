"""The packaged gazetteer: what is looked up by name or id is what stands in a country's whole list."""

from collections import defaultdict

import pytest

from sitrep.places.place import Place
from sitrep.places.world import countries_with, place_of, places_named, places_of


@pytest.mark.parametrize("country", ["SYR", "HTI", "PSE"])
def test_a_name_finds_the_places_of_the_list_that_have_it(country: str) -> None:
    listed: dict[str, list[Place]] = defaultdict(list)
    for place in places_of(country):
        for key in dict.fromkeys(place.keys):
            listed[key].append(place)
    assert len(listed) > 100
    some = sorted(listed)[::7]
    assert [places_named(country, key) for key in some] == [tuple(listed[key]) for key in some]


def test_an_id_finds_its_place() -> None:
    some = places_of("HTI")[::11]
    assert some
    assert [place_of("HTI", place.id) for place in some] == list(some)
    assert place_of("HTI", "none") is None
    assert place_of("HTI", "") is None


@pytest.mark.parametrize("key", ["ma", "no such place", "x"])
def test_a_part_of_a_name_is_no_name(key: str) -> None:
    assert places_named("HTI", key) == ()
    assert places_of("XXX") == places_named("XXX", key) == ()


def test_the_index_knows_which_countries_have_a_name() -> None:
    assert ("SYR", True) in countries_with("aleppo")
    assert countries_with("no such place") == ()
