"""In which countries the places of a clause lie, and whence and where to it leads."""

from sitrep.extract.counting.lands import lands, route
from tests.extract.rows import row_of


def test_a_country_and_a_known_region_are_told_by_name() -> None:
    assert lands(row_of("Kenya took in 40 people."), 0, None) == (frozenset(["KEN"]), True)
    assert lands(row_of("Darfur lost 40 people."), 0, None) == (frozenset(["SDN"]), True)


def test_a_town_is_only_where_the_gazetteer_has_it() -> None:
    assert lands(row_of("Bukavu lost 40 people."), 0, None) == (frozenset(["COD"]), False)
    assert lands(row_of("Monday saw 40 people."), 0, None) == (frozenset(), False)


def test_a_route_has_both_ends() -> None:
    row = row_of("They walked from Sudan's Gezira into Eritrea with 12 goats.")
    found = route(row, 0, len(row), None)
    assert (found.come, found.go) == (frozenset(["SDN"]), frozenset(["ERI"]))
    assert found.named == {"SDN", "ERI"}


def test_a_speaker_is_no_end_of_a_route() -> None:
    row = row_of("They fled, according to Uganda, with 12 goats.")
    assert route(row, 0, len(row), None).go == frozenset()


def test_what_is_said_after_a_joint_of_time_lies_elsewhere() -> None:
    row = row_of("They are in Zambia after clashes in Congo with 12 goats.")
    assert route(row, 0, len(row), None).go == frozenset(["ZMB"])


def test_a_place_that_is_not_known_is_told_by_what_it_lies_in() -> None:
    row = row_of("They arrived in Xyloville, Uganda, with 12 goats.")
    assert route(row, 0, len(row), None).go == frozenset(["UGA"])


def test_what_people_are_fleeing_lies_where_they_come_from() -> None:
    row = row_of("Fleeing raids in Darfur they have arrived in Chad with 12 goats.")
    found = route(row, 0, len(row), None)
    assert (found.come, found.go) == (frozenset(["SDN"]), frozenset(["TCD"]))
