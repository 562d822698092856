"""News and background: each text in own words, with the figures of it that belong to another time."""

from datetime import date

import pytest

from sitrep.extract import extract
from sitrep.model import Article

STORM = "Typhoon Mirasol tore roofs off in Catanduanes on Tuesday.\n"
FLOOD = "Floods after heavy rain hit Larkana on Monday.\n"
OVERVIEW = "In 2021 floods came early. In 2021, 2021 and 2021 again: 2021, 2021 was a bad year.\n"


def background(text: str, published: date | None = date(2023, 9, 14)) -> list[str]:
    found = extract(Article(name="a", text=text, published=published.isoformat() if published else None)).figures
    return [f.text for f in found if f.scope == "background"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORM + "In July, Typhoon Dodong killed 19 people in Isabela.", ["19"]),
        (STORM + "A man drowned as Typhoon Dodong lashed Isabela at the weekend.", ["A man"]),
        (STORM + "Typhoon Mirasol killed 19 people in Isabela.", []),
        (STORM + "Typhoon Mirasol, known elsewhere as Typhoon Toto, killed 19 people.", []),
        (FLOOD + "A flood on 20 August killed 12 people in Sukkur.", ["12"]),
        (FLOOD + "A flood on 20 August killed 12 people in Sukkur. About 80 houses collapsed.", ["12", "About 80"]),
        (FLOOD + "A flood on 20 August killed 12 people in Sukkur. Now 80 houses have collapsed.", ["12"]),
        (FLOOD + "Five people drowned on 10 September.", []),
        ("A flood on 20 August killed 12 people in Sukkur.", []),
        (FLOOD + "Last month a flood killed 12 people in Sukkur.", ["12"]),
        ("Since May 2022, the war has killed 12,000 people.", ["12,000"]),
        ("Between 7 May 2022 and 9 September 2023, raids killed 1,200 people.", ["1,200"]),
        ("In August, raids killed 214 people, up from 187 in July, and hurt 40.", ["187"]),
        (FLOOD + "In 2010 the Indus overflowed. The resulting floods killed 900 people.", ["900"]),
        (
            FLOOD + "The last such flood came in 2010, when the Indus burst. At least 900 people drowned.",
            ["At least 900"],
        ),
        (FLOOD + "The weir broke in 2010 after heavy rain. At least 900 people have drowned.", []),
        (FLOOD + "The weir was built in 2010 after a flood. At least 12 people drowned.", []),
        (FLOOD + "It would be recalled that 12 people drowned in Sukkur.", ["12"]),
        (FLOOD + "It was the worst flood since 2010, when the Indus overflowed. At least 12 people drowned.", []),
        ("The 2010 floods killed almost 2,000 people across the country.", ["almost 2,000"]),
        ("Shelling killed 31 civilians on Monday. Last year 12 were killed.", ["12"]),
        ("Some 300,000 people were displaced during the 1990s.", ["300,000"]),
        ("More than 40,000 people have been killed since 2014.", ["More than 40,000"]),
        ("More than 400 people have been killed since March.", []),
        ("Old men compare it with 2010, when the river killed more than 2,000 people.", ["more than 2,000"]),
        ("The war, now in its fourth year, has killed 9,000 people.", ["9,000"]),
        ("The raid came two weeks after 11 people were killed in Goma.", ["11"]),
        ("Rain killed 63 people, the worst toll in living memory.", []),
        ("Aid agencies say that 240 children have been treated since January, more than in any earlier year.", []),
    ],
)
def test_another_event_is_background(text: str, expected: list[str]) -> None:
    assert [t.removeprefix("Some ") for t in background(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last year 260 people were killed in floods.", ["260"]),
        ("In 2008 an earthquake killed 4,000 people.", ["4,000"]),
        (OVERVIEW + "In 2021, 700 people were killed.", []),
        (OVERVIEW + "In 2019, 400 people were killed.", ["400"]),
    ],
)
def test_a_text_without_a_date_speaks_of_the_year_that_it_keeps_naming(text: str, expected: list[str]) -> None:
    assert background(text, None) == expected


def test_without_a_day_a_month_by_its_name_is_over() -> None:
    assert background(
        "Shells killed two people on Monday. A truce of 2023 is over. In July, 12 died in raids.", None
    ) == ["12"]


def test_without_a_day_what_lies_before_the_month_of_the_title_is_background() -> None:
    text = "Floods in the south - August 2023\nFloods killed 12 people on 4 July. On 9 August they killed three."
    assert background(text, None) == ["12"]
