"""Under a heading of needs a line without a verb is a need; under another heading, or answered, it is none."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def sectors(text: str) -> list[tuple[str, ...]]:
    return [need.sectors for need in extract(Article(name="a", text=text)).needs]


@pytest.mark.parametrize(
    "heading", ["Needs:", "Gaps and constraints", "**Urgent needs**", "PRIORITY NEEDS", "What is needed most:"]
)
def test_each_line_of_a_list_of_needs_is_one(heading: str) -> None:
    text = (
        f"Health\n\n{heading}\n\n• Trauma kits for the district of Osmanli.\n• Blankets and stoves for 300 families.\n"
    )
    assert sectors(text) == [("health",), ("shelter",)]


@pytest.mark.parametrize("heading", ["Response:", "Needs and response", "The needs of the valley were met in March."])
def test_no_line_of_another_list(heading: str) -> None:
    assert sectors(f"{heading}\n• Trauma kits for the district of Osmanli.\n") == []


def test_a_line_that_tells_of_an_answer_is_none() -> None:
    assert sectors("Needs\n- Blankets were delivered to the villages on 4 May.\n") == []


def test_the_text_behind_the_list_is_none() -> None:
    assert sectors("Needs\n- Trauma kits for the district.\n\nThe tents stand in rows along the river.\n") == [
        ("health",)
    ]
