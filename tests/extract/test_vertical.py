"""Tables whose cells stand on lines of their own."""

import pytest

from sitrep.extract.vertical import laid_flat

TABLE = "Weekly bulletin\nDistrict\nCases\nDeaths\nMoyo\n41\n2\nAdjumani\n1,028\n-\n\nThe next one is due on Friday.\n"


def test_the_cells_of_a_row_come_to_stand_on_one_line() -> None:
    flat = laid_flat(TABLE)
    assert flat.split("\n")[1:4] == ["District|Cases|Deaths", "Moyo|41|2", "Adjumani|1,028|-"]
    assert len(flat) == len(TABLE)


def test_what_stands_around_the_table_stays() -> None:
    flat = laid_flat(TABLE)
    assert flat.startswith("Weekly bulletin\n")
    assert flat.endswith("\n\nThe next one is due on Friday.\n")


@pytest.mark.parametrize(
    "text",
    [
        "Deaths\n14\nInjured\n37\n",
        "District\nCases\nMoyo\n41\n",
        "Call us\n0800\nor\nwrite\n12\n14\n",
        "No number at all.\nNone.\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert laid_flat(text) == text
