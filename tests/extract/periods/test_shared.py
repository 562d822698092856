"""Which figures share the days of the event that the article goes on about, and which have their own or none."""

from tests.extract.periods.test_thread import days

QUAKE = "A quake struck Nauta on Tuesday.\n"
"""9 May 2023, three days before publication."""


def test_who_stays_somewhere_shares_no_days_with_the_event() -> None:
    assert days(QUAKE + "Some 400 people are staying in 12 shelters.") == [".. None"]
    assert days(QUAKE + "In Requena, 210 families sleep in tents.") == [".. None"]
    assert days(QUAKE + "Some 400 people were displaced, with many staying in hotels.") == [
        "2023-05-09..2023-05-09 carried"
    ]
    assert days(QUAKE + "More than 400 people were evacuated.") == ["2023-05-09..2023-05-09 carried"]


def test_who_stays_somewhere_does_so_on_the_day_of_the_count() -> None:
    assert days("Some 400 people were staying in shelters on Tuesday.") == ["..2023-05-09 sentence"]
    text = "By Thursday, 40 houses had been flooded. Some 400 people are staying in 12 shelters."
    assert days(text)[1] == "..2023-05-11 carried"


def test_a_title_takes_the_days_of_those_who_stay_from_the_same_number_only() -> None:
    text = "Nauta quake: 400 in shelters\n" + QUAKE + "On Thursday, 900 people fled."
    assert days(text)[0] == ".. None"


def test_refugees_who_cross_a_border_do_so_in_the_days_of_the_event() -> None:
    raid = "Gunmen raided Nauta on Tuesday. About 400 people crossed into Brazil."
    assert days(raid) == ["2023-05-09..2023-05-09 carried"]
    assert days("Gunmen raided Nauta on Tuesday. Brazil hosts 400 refugees.") == [".. None"]


def test_aid_is_not_of_the_days_of_the_event_but_rescue_is() -> None:
    assert days(QUAKE + "The Red Cross gave tents to 400 families.") == [".. None"]
    assert days(QUAKE + "Neighbours rescued 40 people.") == ["2023-05-09..2023-05-09 carried"]


def test_aid_to_come_shares_only_days_to_come() -> None:
    assert days(QUAKE + "The Red Cross plans to give tents to 400 families.") == [".. None"]
    text = "Some 900 people need aid in 2023. The plan aims to help 400 people."
    assert days(text)[1] == "2023-01-01..2023-12-31 carried"


def test_who_may_yet_flee_does_not_do_so_on_the_day_of_the_event() -> None:
    assert days(QUAKE + "Up to 400 people are at risk of flooding.") == [".. None"]
    assert days(QUAKE + "The mayor ordered 400 people to evacuate.") == ["2023-05-09..2023-05-09 carried"]
    assert days(QUAKE + "Twelve people are feared dead.") == ["2023-05-09..2023-05-09 carried"]


def test_the_latest_deaths_date_neither_the_toll_nor_the_event() -> None:
    text = "Two more people drowned on Wednesday, taking the toll to 12 dead. The floods began on Monday."
    assert days(text) == ["2023-05-10..2023-05-10 sentence", "2023-05-08..2023-05-10 counted"]


def test_the_day_of_the_latest_deaths_is_theirs_whenever_they_are_told_of() -> None:
    text = "A boat sank on Monday. The navy said on Thursday that two more people had died on Wednesday."
    assert days(text) == ["2023-05-10..2023-05-10 sentence"]


def test_a_burial_is_later_than_the_deaths() -> None:
    text = "Gunmen raided Nauta on Tuesday. Villagers buried nine people on Thursday."
    assert days(text) == ["2023-05-09..2023-05-11 counted"]


def test_a_caption_dates_no_event() -> None:
    text = "Rescuers search the rubble of a blast in Nauta on Thursday.\nA blast shook Nauta on Tuesday. It killed 12."
    assert days(text) == ["2023-05-09..2023-05-09 carried"]


def test_what_came_before_the_event_is_reckoned_from_its_day() -> None:
    text = "Gunmen raided Nauta on Tuesday.\nTwo days before the raid, nine people had been kidnapped."
    assert days(text) == ["2023-05-07..2023-05-07 carried"]
    assert days("Two days before the raid, nine people had been kidnapped.") == [".. None"]


def test_what_it_did_is_of_the_event_of_the_sentence_before_however_long_ago() -> None:
    text = "Families in Nauta got tents on Monday.\nA cyclone struck Nauta on 1 July 2022. It claimed six lives."
    assert days(text) == ["2022-07-01..2022-07-01 carried"]
    assert days("A cyclone struck Nauta on Tuesday. It claimed six lives.") == ["2023-05-09..2023-05-12 carried"]


def test_bodies_are_of_the_days_from_the_event_to_their_finding() -> None:
    text = "A slide buried Nauta on Monday. Rescuers yesterday dug three bodies out of the mud."
    assert days(text) == ["2023-05-08..2023-05-11 counted"]
    assert days("Crews found three bodies after a slide that came down on Tuesday.") == [
        "2023-05-09..2023-05-09 sentence"
    ]


def test_the_time_of_an_aside_is_not_that_of_the_figure() -> None:
    text = "The ministry, which opened 11 camps on Monday, said that 40 people had died."
    assert days(text)[-1] == ".. None"
    assert days("The war, which began in March, has killed 40 people.")[-1].startswith("2023-03-01..")


def test_the_time_behind_a_semicolon_is_not_that_of_the_figure_before() -> None:
    assert days("Floods destroyed 90 houses; by April, 40 had been rebuilt.")[0] == ".. None"
    assert days("By April, 90 people had died; 40 were missing.")[1] == "..2023-04-30 sentence"


def test_months_later() -> None:
    text = "In September 2022, 12 people drowned in Nauta. Three months later, four people drowned in Requena."
    assert days(text)[1].startswith("2022-12-01..2022-12-31")


def test_who_speaks_later_tells_of_the_day_of_the_event() -> None:
    text = "At least 40 people drowned when a boat sank off Nauta on Tuesday, a spokesman said on Thursday."
    assert days(text) == ["2023-05-09..2023-05-09 sentence"]
    text = "At least 40 people have died since a boat sank on Tuesday, a spokesman said on Thursday."
    assert days(text) == ["2023-05-09..2023-05-11 joined"]
    text = "The navy on Thursday raised the toll of Tuesday's shipwreck to 40 dead."
    assert days(text) == ["2023-05-09..2023-05-11 joined"]


def test_neither_what_is_planned_nor_a_burial_dates_an_event() -> None:
    text = "Rain flooded Nauta on Monday. The start of term, planned for 11 May, was put off. It killed 12 people."
    assert days(text)[0].startswith("2023-05-08..")
    text = "Gunmen raided Nauta on Monday. They buried nine people on Wednesday. Another 40 people were injured."
    assert days(text)[1].startswith("2023-05-08..2023-05-08")


def test_a_heading_says_since_when_what_stands_below_it_is_counted() -> None:
    text = "Report\nOn Tuesday, 3 people died in Nauta.\nCumulative losses since 26 April\n- Deaths: 72\n- Injured: 130"
    assert days(text)[1:] == ["2023-04-26.. carried"] * 2
    assert days("On Tuesday, 3 people died in Nauta.\nThe road has been cut since 26 April.\n- Deaths: 72")[1] != (
        "2023-04-26.. carried"
    )
