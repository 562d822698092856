"""Tables that lost their bars."""

import pytest

from sitrep.extract.grids import with_bars

COMMAS = (
    "Losses by district\nDistrict, Dead, Injured\nMoyo, 12, 1,030\nKoch Goma, 4, 57\nTotal, 16, 1,087\nMore soon.\n"
)


def test_commas_between_cells_become_bars_and_those_within_numbers_stay() -> None:
    found = with_bars(COMMAS)
    assert found.split("\n")[1:4] == ["District| Dead| Injured", "Moyo| 12| 1,030", "Koch Goma| 4| 57"]
    assert len(found) == len(COMMAS)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("District,Dead,Hurt\nMoyo,12,30\nKoch Goma,4,57\n", "Koch Goma|4|57"),
        ("District; Dead; Hurt\nMoyo; 12; 1,030\nKoch Goma; 4; 57\n", "Koch Goma| 4| 57"),
        ("District   Dead   Badly hurt\nMoyo   12   30\nKoch Goma   4   57\n", "Koch Goma|  4|  57"),
        ("District Dead Hurt\nMoyo 12 30\nKoch Goma 4 57\n", "Koch Goma|4|57"),
        ("District Dead Hurt\nMoyo - 1,030\nKoch Goma 4 nil\n", "Koch Goma|4|nil"),
    ],
)
def test_whatever_parts_the_cells(table: str, row: str) -> None:
    assert with_bars(table).split("\n")[2] == row


@pytest.mark.parametrize(
    "text",
    [
        "District, Dead, Hurt\nMoyo, 12, 30\n",
        "Those present were Ann, Bo, Cy\nMoyo, 12, 30\nNamed below\nKoch, 4, 57\n",
        "The dead in each district so far\nMoyo 12 30\nKoch 4 57\n",
        "In Moyo, 12 died.\nIn Koch, 4 died.\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert with_bars(text) == text
