"""Which place a figure has whose sentence names none."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def places(text: str, country: str | None = "PER") -> list[tuple[str | None, str | None]]:
    return [(f.place, f.place_basis) for f in extract(Article(name="a", text=text, country=country)).figures]


def test_the_nearest_earlier_sentence_sets_it() -> None:
    text = "Floods hit Peru.\nA landslide struck in Oxapampa on Monday. It killed 12 people. Another 30 were injured."
    assert places(text) == [("Oxapampa", "carried"), ("Oxapampa", "carried")]


def test_a_new_paragraph_goes_back_to_the_place_of_the_title() -> None:
    text = "Floods in Loreto.\n".replace(".", "") + "In Nauta, four people died.\nSome 900 families were displaced."
    assert places(text) == [("Nauta", "clause"), ("Loreto", "carried")]


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("A total of 60 people were injured.", "Loreto"),
        ("Across the province, 60 people were injured.", "Mariscal Castilla province"),
        ("Nationwide, 60 people were injured.", "Peru"),
        ("Another 60 people were injured.", "Nauta"),
    ],
)
def test_totals_and_words_for_a_wider_place(last: str, place: str) -> None:
    text = (
        "Floods in Loreto\nRivers in Peru rose again. Roads were cut in Mariscal Castilla province. "
        f"In the town of Nauta, four people died. {last}"
    )
    assert places(text)[-1] == (place, "carried")


def test_several_places_in_a_sentence_leave_none_behind() -> None:
    text = "Floods in Loreto\nFour people died in Nauta and two in Requena. Some 60 were injured."
    assert places(text)[-1] == ("Loreto", "carried")


def test_the_heading_of_a_section_sets_it() -> None:
    text = (
        "Weekly note\n**PERU**\nStorms went on. Some 40 people died.\n**ECUADOR**\nStorms began. Some 30 people died."
    )
    assert places(text, None) == [("PERU", "carried"), ("ECUADOR", "carried")]


def test_where_it_rained_most_sets_nothing() -> None:
    text = "Floods in Loreto\nSome 91 mm of rain fell in Iquitos in a day. About 700 people were evacuated."
    assert places(text) == [("Loreto", "carried")]


def test_a_title_has_only_its_own() -> None:
    assert places("Storm kills 14 people\nThe storm swept Peru. It killed 14 people.")[0] == (None, None)
