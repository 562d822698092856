"""The day on which an article says that it was written."""

from datetime import date

import pytest

from sitrep.extract.periods import day_of_writing


@pytest.mark.parametrize(
    "text",
    [
        "Hail in the north\n\nMALDA, 8 June 2016 (XNA) - Hail broke 30 roofs.",
        "Hail in the north\n\n(June 8, 2016) – Hail broke 30 roofs.",
        "Hail in the north\n\nJune 8, 2016 (MALDA) - Hail broke 30 roofs.",
        "Hail in the north 08 Jun 2016 | 10:42 | Hail broke 30 roofs.",
        "Hail in the north\n\nLast updated: 17:05, 8 June 2016. Hail broke 30 roofs.",
        "Hail – Flash Update No. 2 (8 June 2016)\n\nHail broke 30 roofs.",
        "Hail in the north\n\n8 Jun 2016 MALDA, Hail broke 30 roofs.",
    ],
)
def test_the_head_of_a_text_dates_it(text: str) -> None:
    assert day_of_writing(text) == date(2016, 6, 8)


@pytest.mark.parametrize(
    "text",
    [
        "Hail in the north\n\nOn 8 June 2016 hail broke 30 roofs.",
        "Hail in the north\n\nMALDA, 8 June (XNA) - Hail broke 30 roofs.",
        "Hail in the north\n\nHail broke 30 roofs, says a study published on 8 June 2016.",
        "Hail of 31 February 2016 –",
    ],
)
def test_a_day_in_a_sentence_or_without_a_year_does_not(text: str) -> None:
    assert day_of_writing(text) is None


def test_a_text_that_is_published_later_reckons_from_its_dateline() -> None:
    published = date(2016, 6, 9)
    assert day_of_writing("Hail\n\nMALDA, June 8 (XNA) - Hail broke 30 roofs.", published) == date(2016, 6, 8)
    assert day_of_writing("Hail\n\nMALDA, June 8: Hail broke 30 roofs.", published) == date(2016, 6, 8)
    assert day_of_writing("Hail\n\nMALDA, May 2 (XNA) - Hail broke 30 roofs.", published) == published
    assert day_of_writing("Hail\n\nMalda, June 8, 2016.", published) == published
