"""The days of figures, from their sentence and from the event that the article goes on about."""

from sitrep.extract import extract
from sitrep.model import Article, Figure


def figures(text: str, published: str | None = "2023-05-12") -> list[Figure]:
    return list(extract(Article(name="a", text=text, country="PER", published=published)).figures)


def days(text: str, published: str | None = "2023-05-12") -> list[str]:
    return [f"{f.since or ''}..{f.until or ''} {f.period_basis}" for f in figures(text, published)]


def test_the_event_dates_the_figures_after_it() -> None:
    text = "A quake struck Nauta on Tuesday. It killed 12 people. The quake injured 40 others."
    assert days(text) == ["2023-05-09..2023-05-09 carried"] * 2


def test_a_count_runs_from_the_event_to_its_day() -> None:
    text = "A ferry capsized near Nauta on Monday. The navy said on Thursday that 12 people had died."
    assert days(text) == ["2023-05-08..2023-05-11 counted"]


def test_a_count_alone_has_no_beginning() -> None:
    assert days("The navy said on Thursday that 12 people had died in Nauta.") == ["..2023-05-11 sentence"]


def test_the_title_has_the_days_of_the_same_figure_in_the_text() -> None:
    text = "Fire kills 12 in Nauta\nA fire killed 12 people in a market in Nauta on Tuesday."
    assert days(text)[0] == "2023-05-09..2023-05-09 carried"


def test_a_day_later() -> None:
    text = "On Monday, 12 people drowned in Nauta. A day later, four people drowned in Requena."
    assert days(text)[1].startswith("2023-05-09..2023-05-09")


def test_nothing_passes_between_background_and_news() -> None:
    text = "In 1970, an earthquake killed 700 people in Nauta. Floods have now killed 12 people there."
    assert "1970" not in days(text)[1]


def test_stocks_share_no_days_with_an_event() -> None:
    text = "A quake struck Nauta on Tuesday. Some 4,000 people are living in camps."
    assert days(text) == [".. None"]


def test_only_what_the_sentence_gives_is_stated() -> None:
    carried, counted = figures(
        "A quake struck Nauta on Tuesday. It killed 12 people. The navy said on Thursday that 40 people were injured."
    )
    assert (carried.stated().since, carried.stated().until) == (None, None)
    assert (counted.stated().since, str(counted.stated().until)) == (None, "2023-05-11")


def test_the_days_of_the_news_hold_in_later_paragraphs() -> None:
    text = "War note\nShells killed 12 people in Nauta on Tuesday.\nIn Requena, 40 people were injured."
    assert days(text)[1] == "2023-05-09..2023-05-09 carried"


def test_a_time_told_of_a_share_is_not_that_of_the_whole() -> None:
    text = "Nurses treated 900 people, half of them in the past week."
    assert days(text) == [".. None"]


def test_an_article_without_a_day_of_publication_reckons_from_its_dateline() -> None:
    text = "Storm hits Nauta\n\nNAUTA, 12 May 2023 (XNA) - A storm that struck last evening killed 12 people."
    assert days(text, None) == ["2023-05-11..2023-05-11 sentence"]


def test_a_firestorm_dates_the_figures_after_it_too() -> None:
    text = "A firestorm raged through Nauta on Tuesday. Its flames killed 12 people."
    assert days(text) == ["2023-05-09..2023-05-09 carried"]


def test_ten_days_later_and_never_after_the_publication() -> None:
    text = "On 1 May, 12 people drowned in Nauta. Ten days later, four people drowned in Requena."
    assert days(text)[1].startswith("2023-05-11..2023-05-11")
    text = "On Friday 12 people drowned in Nauta. A day later, four people drowned in Requena."
    assert days(text)[1].startswith("2023-05-06..2023-05-06")


def test_what_has_happened_ends_on_the_day_of_publication() -> None:
    assert days("Floods killed 12 people in 2023.") == ["2023-01-01..2023-05-12 sentence"]
    assert days("Some 400 people need food aid in 2023.") == ["2023-01-01..2023-12-31 sentence"]


def test_the_number_of_the_day_before() -> None:
    text = "The toll of Monday's quake rose to 18 dead on Thursday from 12 a day earlier."
    assert days(text) == ["2023-05-08..2023-05-11 joined", "2023-05-08..2023-05-10 joined"]


def test_people_in_shelters_on_a_day_are_no_toll_of_the_event() -> None:
    text = "A quake struck Nauta on Monday. By Thursday, 400 people had been evacuated and 12 people had died."
    assert days(text) == ["..2023-05-11 sentence", "2023-05-08..2023-05-11 counted"]


def test_money_has_no_days_of_an_event() -> None:
    text = "A quake struck Nauta on Tuesday. It killed 12 people. Japan pledged $4 million."
    assert days(text)[1] == ".. None"


def test_what_follows_an_older_event_is_of_its_days() -> None:
    text = "Rain killed 12 people on Tuesday. In 2011, the river broke its banks. The ensuing floods killed 80."
    assert days(text)[1] == "2011-01-01..2011-12-31 carried"


def test_a_later_count_that_names_no_day_is_of_the_one_before() -> None:
    text = "A ferry sank on Monday. By Thursday, 90 people had been evacuated. Twelve people died."
    assert days(text)[1] == "2023-05-08..2023-05-11 carried"


def test_fighting_that_began_on_a_day_goes_on() -> None:
    text = "Rebels launched an offensive near Nauta on Tuesday. Some 12 people were killed."
    assert days(text) == ["2023-05-09..2023-05-12 carried"]


def test_the_raid_just_told_of_comes_before_an_older_one_of_the_same_place() -> None:
    text = (
        "On Monday, 12 people were abducted in Nauta. The attackers came back at dawn on Wednesday. They abducted 40."
    )
    assert days(text)[1] == "2023-05-10..2023-05-10 carried"


def test_nobody_has_counted_on_a_day_to_come() -> None:
    text = "Twelve people have died since talks that were to last until 2028 broke down."
    assert days(text) == [".. None"]


def test_a_count_on_the_day_of_the_event_itself_is_not_narrowed_to_it() -> None:
    text = "Rain flooded Nauta on Friday. So far 28 people have died over the last few days."
    assert days(text) == ["..2023-05-12 sentence"]


def test_when_the_early_days_of_a_month_end_is_not_said() -> None:
    assert days("Floods killed 12 people in early April.") == ["2023-04-01.. sentence"]


def test_what_came_afterwards_is_not_of_the_days_of_the_event() -> None:
    text = "A bus crashed near Nauta on Tuesday. It killed 12 people. Three of the injured have since died."
    assert days(text) == ["2023-05-09..2023-05-09 carried", "..2023-05-12 carried"]
    text = "A bus crashed near Nauta on Tuesday. It injured 12 people, and the road has since been closed."
    assert days(text) == ["2023-05-09..2023-05-09 carried"]


def test_aid_that_has_been_given_is_counted_by_the_day_of_writing() -> None:
    text = "A quake struck Nauta on Tuesday.\nSome 900 families have received tents. The army rescued 60 people."
    assert days(text)[0] == "..2023-05-12 carried"


def test_money_is_given_on_the_day_on_which_it_is_announced() -> None:
    assert days("On Tuesday Peru announced $5 million for Nauta.") == ["2023-05-09..2023-05-09 sentence"]


def test_refugees_cross_on_a_day_and_stand_at_one() -> None:
    assert days("Some 900 refugees crossed into Peru on Tuesday.") == ["2023-05-09..2023-05-09 sentence"]
    assert days("Peru hosted 900 refugees on Tuesday.") == ["..2023-05-09 sentence"]


def test_a_month_with_which_a_number_is_compared_is_that_of_the_other() -> None:
    assert days("The monitor recorded 212 deaths in Nauta, against 140 deaths in April.")[0] == ".. None"


def test_who_most_of_them_are_leaves_the_time_to_the_whole() -> None:
    assert days("Some 900 people, most of them children, have fled Nauta since Tuesday.") == ["2023-05-09.. sentence"]


def test_a_count_of_what_goes_on_has_no_end_but_in_its_first_days() -> None:
    text = "Rain has fallen on Nauta since {}. Some 40 houses have been flooded."
    assert days(text.format("8 May")) == ["2023-05-08.. carried"]
    assert days(text.format("11 May")) == ["2023-05-11..2023-05-12 carried"]


def test_two_years_that_a_count_is_of() -> None:
    assert days("During 2013 and 2014 some 270 families were displaced in Nauta.") == [
        "2013-01-01..2014-12-31 sentence"
    ]


def test_what_a_quake_did_is_of_its_day_however_late_it_is_told() -> None:
    text = "A quake struck Nauta on Tuesday. At least 12 people have been killed in Nauta."
    assert days(text) == ["2023-05-09..2023-05-09 carried"]
    storm = "A storm struck Nauta on Tuesday. At least 12 people have been killed in Nauta."
    assert days(storm) == ["2023-05-09..2023-05-12 carried"]


def test_bodies_are_found_later_than_they_died() -> None:
    text = "A raid began in Nauta on Tuesday. Nine bodies were recovered from the river on Thursday."
    assert days(text) == ["2023-05-09..2023-05-11 counted"]
    assert days("Nine people died in Nauta on Thursday.") == ["2023-05-11..2023-05-11 sentence"]


def test_a_toll_since_something_began_runs_from_its_day() -> None:
    text = "Clashes erupted here on 2 May. A mill burnt down on Tuesday. Nine people have died since the clashes began."
    assert days(text) == ["2023-05-02.. carried"]


def test_when_they_fled_is_not_when_the_displaced_are_counted() -> None:
    assert days("Some 4,000 displaced people, who fled Requena in 2019, live in camps in Nauta.") == [".. None"]
    assert days("In April, 4,000 displaced people were living in camps.") == ["2023-04-01..2023-04-30 sentence"]


def test_the_sum_of_a_toll_runs_from_the_event() -> None:
    text = (
        "A slide struck Nauta on Tuesday.\nCrews on Thursday dug out two people, taking the toll in Nauta to 12 dead."
    )
    assert days(text)[-1] == "2023-05-09..2023-05-11 counted"


def test_what_came_since_then_runs_from_the_day_just_told_of() -> None:
    text = "A quake killed 12 people in Nauta on 2 May. Since then 400 people have left their homes."
    assert days(text)[1] == "2023-05-02..2023-05-12 carried"


def test_a_title_takes_no_days_from_the_background() -> None:
    text = "Thousands flee shells in Nauta\nIn 1970, floods drove 40,000 people from their homes in Nauta."
    assert days(text)[0] == ".. None"


def test_figures_right_behind_an_older_event_are_of_its_days_and_background() -> None:
    older = "The deadliest floods of Nauta came in May 2014, when the river burst its banks."
    gone = figures(f"{older} Some 400 people drowned and 9,000 lost their homes.")
    assert [(str(f.since), f.scope) for f in gone] == [("2014-05-01", "background")] * 2
    here = figures(f"{older} This week 12 people have drowned.")
    assert [f.scope for f in here] == ["current"]


def test_some_days_after_an_event_a_text_is_written() -> None:
    text = "Two days after a quake razed Nauta, roads are shut. The mayor said on Thursday that 12 people had died."
    assert days(text) == ["2023-05-10..2023-05-11 counted"]
    assert days("Two days after the flood, 12 people are in hospital with wounds.") != [
        "2023-05-10..2023-05-10 sentence"
    ]


def test_a_year_before_that() -> None:
    text = "In October 2021, a quake killed 90 people in Nauta. A year before that, 12 people died in Requena."
    assert days(text)[1].startswith("2020-01-01..2020-12-31")


def test_the_older_number_lends_its_day_to_nobody() -> None:
    text = "As of Tuesday 40 people had died, up from 31 on Sunday. About 900 people are injured."
    assert "2023-05-07" not in days(text)[2]


def test_a_clause_with_its_own_day_has_none_of_another() -> None:
    text = "At the peak in mid-April, 900 people were in shelters; 380 are there today."
    assert days(text)[0] == "..2023-04-15 sentence"


def test_a_cyclone_goes_on_doing_harm_after_its_landfall() -> None:
    text = "A cyclone made landfall near Nauta on Tuesday. It killed 12 people."
    assert days(text) == ["2023-05-09..2023-05-12 carried"]
    assert days(text.replace("cyclone made landfall", "fire swept a market")) == ["2023-05-09..2023-05-09 carried"]
