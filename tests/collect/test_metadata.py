from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitrep.collect.dates import parse_published
from sitrep.collect.language import detect
from sitrep.collect.layout import unwrap
from sitrep.collect.metadata import read_top

PARAGRAPH = (
    "Water covered the lower town on Monday, and residents said that boats were the only way out of the district."
)
DAY = date(2024, 11, 28)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-11-28", DAY),
        ("20241128", DAY),
        ("November 28, 2024", DAY),
        ("Nov. 28th, 2024", DAY),
        ("28 Nov 2024", DAY),
        ("Thursday, 28 November 2024", DAY),
        ("28 de noviembre de 2024", DAY),
        ("1er décembre 2024", date(2024, 12, 1)),
        ("28/11/2024", DAY),
        ("11/28/2024", DAY),
        ("11/11/2024", date(2024, 11, 11)),
        ("03:09 PM, Nov 28, 2024", datetime(2024, 11, 28, 15, 9)),
        ("03:09 PM EST, Nov 28, 2024", DAY),
        ("28 November 2024, 15:09 CEST", DAY),
        ("12:05 am, Nov 28, 2024", datetime(2024, 11, 28, 0, 5)),
        ("28 November 2024 15:09 GMT", datetime(2024, 11, 28, 15, 9, tzinfo=UTC)),
        ("28 November 2024, 15:09 GMT+3", datetime(2024, 11, 28, 15, 9, tzinfo=timezone(timedelta(hours=3)))),
        ("2024-11-28T15:09:00Z", datetime(2024, 11, 28, 15, 9, tzinfo=UTC)),
        ("2024-11-28 15:09:00+05:30", datetime(2024, 11, 28, 15, 9, tzinfo=timezone(timedelta(hours=5.5)))),
        ("20241128T150900Z", datetime(2024, 11, 28, 15, 9, tzinfo=UTC)),
        ("Thu, 28 Nov 2024 15:09:00 +0200", datetime(2024, 11, 28, 15, 9, tzinfo=timezone(timedelta(hours=2)))),
        ("Thu, 28 Nov 2024 15:09:00 GMT", datetime(2024, 11, 28, 15, 9, tzinfo=UTC)),
    ],
)
def test_plain_dates(text: str, moment: date) -> None:
    assert parse_published(text) == moment
    assert getattr(parse_published(text), "tzinfo", None) == getattr(moment, "tzinfo", None)


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2024",
        "2024-11",
        "2024",
        "28 November",
        "soon",
        "31 February 2024",
        "2024-13-01",
        "13:99, 28 Nov 2024",
        "May 2024",
        "on 28 May 2024 x",
        "28 November 0024",
        "",
    ],
)
def test_what_is_not_one_whole_date_is_none(text: str) -> None:
    assert parse_published(text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    parse_published(text)
    read_top(text)


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Boats reach the lower town\n\n", "Boats reach the lower town"),
        ("# Boats reach the lower town\n\n", "Boats reach the lower town"),
        ("28 November 2024\nBoats reach the lower town\n", "Boats reach the lower town"),
        ("Boats reach the town: “we waited all night”\n", "Boats reach the town: “we waited all night”"),
        ("Flood – Update No. 4, 9 February 2026\n", "Flood – Update No. 4, 9 February 2026"),
        (PARAGRAPH + "\nBoats reach the town\nBoats reach the town\n", "Boats reach the town"),
        ("Boats reached the lower town on Monday.\n", None),
        ("NEWS\n", None),
        ("", None),
        ("- In Reports\n", None),
    ],
)
def test_titles(top: str, title: str | None) -> None:
    assert read_top(top + PARAGRAPH).title == title


def test_a_short_line_without_a_paragraph_is_no_title() -> None:
    assert read_top("Boats reach the lower town\nand more").title is None


@pytest.mark.parametrize(
    "line",
    [
        "03:09 PM, Nov 28, 2024",
        "- 28 November 2024",
        "Published: November 28, 2024",
        "Posted on 28 Nov 2024 by A. Writer",
        "By our correspondent – Geneva, 28 November 2024",
        "FLOOD ALERT – 28 November 2024",
        "GENEVA/ROME, 28 November 2024 – " + PARAGRAPH,
        "ROME, Nov 28, 2024 (Agency) - " + PARAGRAPH,
        "(Rome, November 28, 2024) – " + PARAGRAPH,
        "Updated 29 November 2024\nPublished 28 November 2024",
    ],
)
def test_dates_of_publication_stand_near_the_top(line: str) -> None:
    found = read_top(f"Boats reach the lower town\n\n{line}\n{PARAGRAPH}").published
    assert found is not None and (found.date() if isinstance(found, datetime) else found) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "Boats reach the lower town\n\nOn 28 November 2024 the river rose. " + PARAGRAPH,
        "The flood of 28 November 2024\n\n" + PARAGRAPH,
        "Boats reach the lower town\n\nThe dam broke, 28 November 2024 being the worst day - as many said. "
        + PARAGRAPH,
        "Boats reach the town\n\n" + f"{PARAGRAPH}\n" * 9 + "28 November 2024\n",
        "Boats reach the lower town (as of 28 November 2024)\n\n" + PARAGRAPH,
        "ROME, 28 Nov - " + PARAGRAPH,
    ],
)
def test_dates_of_events_are_not_dates_of_publication(text: str) -> None:
    assert read_top(text).published is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("- Valley Post Staff", "Valley Post"), ("By Valley Post Staff", "Valley Post"), ("Medical staff", None),
     ("Our staff", None), ("By Jane Doe", None), ("The hospital lost its Staff", None)],
)  # fmt: skip
def test_a_byline_names_the_publisher(line: str, publisher: str | None) -> None:
    assert read_top(f"Boats reach the lower town\n{line}\n{PARAGRAPH}").publisher == publisher


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", PARAGRAPH),
        (
            "fr",
            "La rivière a débordé dans la nuit et les habitants des quartiers bas ont été conduits dans les écoles.",
        ),
        ("es", "El río se desbordó en la noche y los vecinos de los barrios bajos fueron llevados a las escuelas."),
        ("pt", "O rio transbordou durante a noite e os moradores dos bairros foram levados para as escolas da cidade."),
        (
            "ar",
            "ارتفع منسوب النهر في الليل وتم نقل السكان من الأحياء المنخفضة إلى المدارس التي فتحت أبوابها بعد الفيضان",
        ),
        (
            None,
            "Powódź zmusiła mieszkańców niskich dzielnic do opuszczenia swoich domów w nocy, jak podały władze miasta.",
        ),
        (None, "Too short to tell."),
        (None, "12 34 56 78 90 12 34 56 78 90 12 34"),
    ],
)
def test_the_language_is_told_where_it_is_plain(language: str | None, text: str) -> None:
    assert detect(text) == language


def test_wrapped_lines_are_joined_and_lists_kept() -> None:
    wrapped = "A line that is as long as the page allows it\nto be, and its end.\n\n"
    wrapped += "- first thing on the list that is long too\n- second"
    assert unwrap(wrapped) == (
        "A line that is as long as the page allows it to be, and its end.\n\n"
        "- first thing on the list that is long too\n- second"
    )
    assert unwrap("evacu\ufffe\nated people") == "evacuated people"
    assert unwrap("") == ""
