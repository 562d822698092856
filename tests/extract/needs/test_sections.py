"""In a report that goes through the clusters, a need that names no good is of the cluster that its heading names."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def sectors(text: str) -> list[tuple[str, ...]]:
    return [need.sectors for need in extract(Article(name="a", text=text)).needs]


@pytest.mark.parametrize(
    ("heading", "cluster"),
    [
        ("Food Security and Livelihoods", "food_security"),
        ("Shelter/NFI", "shelter"),
        ("Water, Sanitation and Hygiene (WASH)", "wash"),
        ("**Health**", "health"),
        ("EDUCATION:", "education"),
        ("Protection sector", "protection"),
    ],
)
def test_the_heading_says_of_what_cluster(heading: str, cluster: str) -> None:
    assert sectors(f"{heading}\n\nThe partners in Lunde have exhausted their stocks.\n") == [(cluster,)]
    assert sectors(f"{heading}\n\nNeeds:\n• Two more mobile teams for the south.\n")[-1] in [(cluster,), ("health",)]


def test_so_does_what_the_line_opens_with() -> None:
    assert sectors("- Food: rain goes on. Host families have exhausted their stocks.\n") == [("food_security",)]


def test_what_the_sentence_names_goes_before() -> None:
    assert sectors("Health\n\nThe wards have run out of soap and need blankets.\n") == [("wash", "shelter")]


@pytest.mark.parametrize("heading", ["Response:", "Partners' response to date", "Outlook"])
def test_nothing_under_an_answer_or_another_heading(heading: str) -> None:
    assert sectors(f"Health\n\n{heading}\n\nThe third shift covers just 30 per cent of the caseload.\n") == []


def test_headings_are_no_needs_nor_is_what_was_given() -> None:
    assert sectors("Shelter\n\nNeeds:\n\nResponse:\n- Partners distributed what was still needed.\n") == []
