"""Who is who: each line a name as articles write it, with the organisation that stands behind it."""

import pytest

from sitrep.organisations import KINDS, is_party, lookup, lookup_all


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the World Health Organisation", "who"),
        ("WHO", "who"),
        ("Syria Civil Defence, better known as the White Helmets", "white_helmets"),
        ("Syrian Observatory for Human Rights (SOHR)", "sohr"),
        ("a UK-based war monitor", "sohr"),
        ("UN Resident Coordinator Ana Example", "un"),
        ("OCHA spokesperson", "ocha"),
        ("the UN humanitarian office", "ocha"),
        ("Ministry of the Interior", "ministry:interior"),
        ("Interior Ministry", "ministry:interior"),
        ("Health Minister Joe Example", "ministry:health"),
        ("Ministry of Health and Population", "ministry:health"),
        ("state media, quoting the health ministry", "ministry:health"),
        ("health officials in Gaza", "gaza_health"),
        ("Turkey's Disaster and Emergency Management Authority (AFAD)", "afad"),
        ("a spokesman for the Israeli military", "idf"),
        ("paramilitary Rapid Support Forces", "rsf"),
        ("survivors in the village", "witnesses"),
        ("local officials", "officials"),
        ("Reports", "reports"),
        ("President Example", "state_government"),
        ("IOM's Displacement Tracking Matrix", "iom"),
    ],
)
def test_a_name_leads_to_its_organisation(name: str, key: str) -> None:
    found = lookup(name)
    assert found is not None and found.key == key


@pytest.mark.parametrize("name", ["who", "Maria Example", "", "—", "the care of children"])
def test_what_is_not_an_organisation_is_none(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("rebels", True),
        ("the Sudanese army", True),
        ("RSF", True),
        ("M23 rebels", True),
        ("Russian Defence Ministry", True),
        ("Salvation Army", False),
        ("Interior Ministry", False),
        ("Gaza Health Ministry", False),
        ("UNHCR", False),
        ("Syrian Observatory for Human Rights", False),
    ],
)
def test_parties_to_a_conflict_are_known(name: str, party: bool) -> None:
    assert is_party(name) is party


def test_a_country_in_the_name_is_kept() -> None:
    found = lookup("Moroccan Interior Ministry")
    assert found is not None and found.country == "MAR"


def test_a_joint_source_names_each() -> None:
    assert [o.key for o in lookup_all("Red Cross and UN")] == ["red_cross", "un"]


def test_every_kind_has_a_grade() -> None:
    assert all(kind.reliability in "ABCDEF" for kind in KINDS.values())
