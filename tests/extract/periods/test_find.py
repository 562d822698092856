"""The times that a sentence names, and their roles."""

from datetime import date

import pytest

from sitrep.extract.periods import periods
from sitrep.extract.signs import words_of

TODAY = date(2023, 5, 12)  # a Friday


def read(sentence: str, year: int | None = None) -> list[tuple[str, str, str]]:
    today = None if year else TODAY
    found = periods(sentence, 0, len(sentence), today, words_of(sentence.lower(), 0, len(sentence)), year)
    return [(p.role, str(p.since or ""), str(p.until or "")) for p in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry sank on Tuesday.", ("day", "2023-05-09", "2023-05-09")),
        ("The office said on Tuesday that 40 had died.", ("count", "", "2023-05-09")),
        ("As of 10 a.m. Thursday, 40 had died.", ("count", "", "2023-05-11")),
        ("Since the rains began on 3 April, 40 have died.", ("since", "2023-04-03", "")),
        ("Forty have died since the beginning of the year.", ("since", "2023-01-01", "")),
        ("Forty died in the week to 7 May.", ("span", "2023-05-01", "2023-05-07")),
        ("Forty died between 30 December 2022 and 2 January 2023.", ("span", "2022-12-30", "2023-01-02")),
        ("Last week, 662 houses collapsed.", ("span", "2023-05-01", "2023-05-07")),
        ("April saw 104 incidents.", ("span", "2023-04-01", "2023-04-30")),
        ("The 1970 earthquake killed thousands.", ("span", "1970-01-01", "1970-12-31")),
        ("By mid-March, 40 had died.", ("count", "", "2023-03-15")),
        ("At the end of April there were 40.", ("count", "", "2023-04-30")),
        ("Overnight shelling killed four.", ("span", "2023-05-11", "2023-05-12")),
        ("The rains of 3rd to 5th of May killed four.", ("span", "2023-05-03", "2023-05-05")),
        ("From Monday, 1 May to Friday, 5 May four died.", ("span", "2023-05-01", "2023-05-05")),
        ("Four died on May 3-5.", ("span", "2023-05-03", "2023-05-05")),
        ("The shelling of May 3 and 5 forced them out.", ("span", "2023-05-03", "2023-05-05")),
        ("Between December 2022 and 2 May, four died.", ("span", "2022-12-01", "2023-05-02")),
        ("Four died in the last week of April.", ("span", "2023-04-24", "2023-04-30")),
        ("Four died in the first nine months of 2022.", ("span", "2022-01-01", "2022-09-30")),
        ("Four died in the second half of last year.", ("span", "2022-07-01", "2022-12-31")),
        ("Four died in the first two weeks of April.", ("span", "2023-04-01", "2023-04-14")),
        ("Four died on the 5th of this month.", ("day", "2023-05-05", "2023-05-05")),
        ("Since the outbreak was confirmed in mid-April, four have died.", ("since", "2023-04-15", "")),
        ("The war, which broke out in April 2021, has killed four.", ("since", "2021-04-01", "")),
        ("The office reported in March that four had died.", ("count", "", "2023-03-31")),
        ("Four are expected to die before July.", ("count", "", "2023-06-30")),
        ("Over the past few days four have died.", ("count", "", "2023-05-12")),
        ("Since the coup of February 2021, four have died.", ("since", "2021-02-01", "")),
        ("Four died in early April.", ("early", "2023-04-01", "2023-04-30")),
        ("By 2019, four had died.", ("count", "", "2019-12-31")),
        ("Four have died from 4 May on.", ("since", "2023-05-04", "")),
        ("The storms on Sunday and Monday killed four.", ("span", "2023-05-07", "2023-05-08")),
        ("A survey in 2018 found that four died in the 2011-2014 war.", ("span", "2011-01-01", "2014-12-31")),
        ("As of March, four had died.", ("count", "", "2023-03-31")),
        ("Four died two days ago.", ("day", "2023-05-10", "2023-05-10")),
        ("Four died last evening.", ("day", "2023-05-11", "2023-05-11")),
    ],
)
def test_roles(sentence: str, expected: tuple[str, str, str]) -> None:
    assert read(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    ["The worst fire since was that of Black Saturday.", "In the last 14 days of the period four died."],
)
def test_no_day_is_named(sentence: str) -> None:
    assert read(sentence) == []


def test_the_state_of_a_place_dates_nothing_else() -> None:
    assert read("Strikes hit Nauta, held since 3 April by rebels.") == [("count", "", "")]


def test_a_number_of_people_is_no_day() -> None:
    assert read("On May 3 and 4 people fled.")[0] == ("day", "2023-05-03", "2023-05-03")


def test_the_date_of_a_dateline_says_nothing() -> None:
    assert read("LIMA, 9 May 2023 – Floods went on.") == []
    assert read("LIMA, May 9: Floods went on.") == []


def test_the_day_of_an_older_number() -> None:
    assert read("It rose to 51, up from 44 on Monday.") == [("earlier", "", "2023-05-08")]


def test_without_a_publication_days_are_of_the_year_that_the_text_names() -> None:
    assert read("Nine died on 4 August.", 2019) == [("day", "2019-08-04", "2019-08-04")]
    assert read("Nine died on Monday.", 2019) == []


def test_an_event_in_the_possessive_is_no_day_of_a_count() -> None:
    assert read("It raised the toll of Tuesday's quake to 34.") == [("day", "2023-05-09", "2023-05-09")]


def test_a_night_and_the_day_after_it() -> None:
    assert read("Gunmen came between Tuesday night and Wednesday.") == [("span", "2023-05-09", "2023-05-10")]


@pytest.mark.parametrize(
    "sentence", ["It erupted 5000 years ago.", "In the past 9999999 days, 20 died.", "On 31 June."]
)
def test_what_no_calendar_has_is_no_time(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Forty died in the previous 24 hours.", ("window", "2023-05-11", "2023-05-12")),
        ("Nineteen were abducted in the night of Saturday to Sunday.", ("span", "2023-05-06", "2023-05-07")),
        ("Rain overnight Wednesday into Thursday washed homes away.", ("span", "2023-05-10", "2023-05-11")),
        ("Forty died in the 48 hours to Thursday.", ("span", "2023-05-09", "2023-05-11")),
        ("Drones killed 16 people last Thursday.", ("day", "2023-05-04", "2023-05-04")),
        ("Drones killed 16 people last Tuesday.", ("day", "2023-05-09", "2023-05-09")),
        ("He told the broadcaster Radio Kilimo in Moshi on Thursday that 40 had died.", ("count", "", "2023-05-11")),
        ("In a statement posted on X on Thursday it spoke of 40 dead.", ("count", "", "2023-05-11")),
        ("The raid that the army launched on 3 May has emptied the camps.", ("since", "2023-05-03", "")),
        ("The raid that the army launched on 3 May emptied the camps.", ("day", "2023-05-03", "2023-05-03")),
        ("She told reporters gunmen had attacked it on Thursday.", ("day", "2023-05-11", "2023-05-11")),
    ],
)
def test_nights_hours_and_what_somebody_was_told(sentence: str, expected: tuple[str, str, str]) -> None:
    assert read(sentence) == [expected]


def test_a_date_printed_over_a_report_is_none() -> None:
    assert read("Market reopens Friday, May 12, 2023 Quake kills 40 in Moshi") == []
    assert read("It struck on Friday, May 12, 2023 Moshi time.") == [("day", "2023-05-12", "2023-05-12")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In June last year 15 villagers died.", ("span", "2022-06-01", "2022-06-30")),
        ("The worst season was 2021, when nine died.", ("span", "2021-01-01", "2021-12-31")),
        ("Nine died on Boxing Day of 2004.", ("day", "2004-12-26", "2004-12-26")),
        ("Nine died on Christmas Eve.", ("day", "2022-12-24", "2022-12-24")),
        (
            "They came late on Monday and fired till the early hours of Tuesday.",
            ("span", "2023-05-08", "2023-05-09"),
        ),
        ("Nine died between Monday night and the early hours of Wednesday.", ("span", "2023-05-08", "2023-05-10")),
        ("The governor, who toured the camp on Monday, promised food to nine.", ("count", "", "2023-05-08")),
        ("Residents yesterday continued to dig for nine.", ("count", "", "2023-05-11")),
        ("Assessments carried out between 2 and 4 May found nine houses destroyed.", ("count", "", "2023-05-04")),
        ("Three guards were shot dead on 2 May.", ("day", "2023-05-02", "2023-05-02")),
        ("On 2 May they struck Nauta, where the mayor said nine had died.", ("day", "2023-05-02", "2023-05-02")),
        ("The toll of the fire on Monday has risen to nine.", ("rising", "2023-05-08", "2023-05-08")),
        ("Nine have died since the clashes broke out.", ("onset", "", "")),
        ("Nine have died since last October.", ("since", "2022-10-01", "")),
        ("Nine families have fled, twice as many as last year.", ("compared", "2022-01-01", "2022-12-31")),
        ("Two days after a quake struck, nine are missing.", ("after", "2023-05-10", "2023-05-10")),
        ("Nine died from the beginning of the year until 3 May.", ("span", "2023-01-01", "2023-05-03")),
        ("The mayor put the number of evacuees at 400 on Monday.", ("count", "", "2023-05-08")),
        ("Last year in March nine died.", ("span", "2022-03-01", "2022-03-31")),
        ("The country hosted nine at the end of 2021.", ("count", "", "2021-12-31")),
        ("Nine cases were reported from 3 to 5 May.", ("span", "2023-05-03", "2023-05-05")),
        ("Nine died in the whole of 2021.", ("span", "2021-01-01", "2021-12-31")),
        ("In its latest bulletin the office listed nine.", ("count", "", "2023-05-12")),
        ("The January 2010 earthquake killed nine.", ("span", "2010-01-01", "2010-01-31")),
        ("The April floods killed nine.", ("span", "2023-04-01", "2023-04-30")),
        ("Nine died since the outbreak was declared there on 2 May.", ("since", "2023-05-02", "")),
        ("At the end of July last year nine were in shelters.", ("count", "", "2022-07-31")),
        ("By last year nine had been resettled.", ("count", "", "2022-12-31")),
        ("Nine were moved out overnight to Tuesday.", ("span", "2023-05-08", "2023-05-09")),
        ("April was the deadliest month, with nine dead.", ("span", "2023-04-01", "2023-04-30")),
        ("The 2023 appeal is for nine.", ("span", "2023-01-01", "2023-12-31")),
        ("According to the report issued on Tuesday, nine died.", ("count", "", "2023-05-09")),
        ("Shelling killed nine today, police report.", ("day", "2023-05-12", "2023-05-12")),
        ("Nine died on Thursday of last week.", ("day", "2023-05-04", "2023-05-04")),
        ("The rebels claimed on 2 May to have killed nine.", ("count", "", "2023-05-02")),
    ],
)
def test_what_is_told_around_a_time(sentence: str, expected: tuple[str, str, str]) -> None:
    assert read(sentence) == [expected]


def test_may_is_still_no_month_before_a_day_of_it() -> None:
    assert read("In May 15 people died.") != [("span", "2023-05-01", "2023-05-31")]


def test_the_year_before_a_named_one() -> None:
    assert read("There were 8 in 2021 and 9 the year before.")[1] == ("span", "2020-01-01", "2020-12-31")
    assert read("There were 8 at the end of 2021; in the course of that year 9 fled.")[1][1:] == (
        "2021-01-01",
        "2021-12-31",
    )
    assert read("There were 9 the year before.") == [("span", "2021-01-01", "2021-12-31")]


def test_the_day_on_which_it_ended_is_not_that_of_what_came_before() -> None:
    fighting = "Fighting in March left nine dead before a truce was signed on 28 April."
    assert read(fighting) == [("span", "2023-03-01", "2023-03-31")]
    assert read("Nine people fled before the dam was breached on 28 April.") == [("day", "2023-04-28", "2023-04-28")]


def test_of_when_something_is_the_worst_is_not_its_day() -> None:
    assert read("Nine died in one of the worst floods this year.") == []
    assert read("Nine died in floods this year.") == [("span", "2023-01-01", "2023-05-12")]


def test_the_following_day_is_reckoned_from_the_one_before_it() -> None:
    drowned = "Nine drowned on 2 May and {}."
    assert read(drowned.format("two more the following day"))[1] == ("day", "2023-05-03", "2023-05-03")
    assert read(drowned.format("two more three days later"))[1] == ("day", "2023-05-05", "2023-05-05")
    assert read("Two drowned the following day.") == []


def test_a_day_of_the_year_named_before_it() -> None:
    assert read("In 2018, the dam burst on 9 May.")[1] == ("day", "2018-05-09", "2018-05-09")
    assert read("In 2018 nine died; on Monday the dam burst.")[1] == ("day", "2023-05-08", "2023-05-08")
