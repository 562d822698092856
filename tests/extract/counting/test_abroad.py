"""Whether people are in another country than their own, by what the clause and the document name."""

from sitrep.extract import extract
from sitrep.model import Article


def _measures(text: str, country: str | None = None) -> list[str]:
    return [f.measure for f in extract(Article(name="a", text=text, language="en", country=country)).figures]


def test_people_from_one_country_who_come_into_another_are_refugees() -> None:
    assert _measures("Some 4,300 people walked from Burundi into Tanzania overnight.") == ["refugees"]
    assert _measures("Some 4,300 people walked from Bubanza into town overnight.") == []


def test_towns_of_two_countries_take_a_word_for_the_border() -> None:
    route = "reached Bukoba from Kayanza"
    assert _measures(f"UNHCR says 1,250 people {route} this week.") == ["refugees"]
    assert _measures(f"The bus firm says 1,250 people {route} this week.") == []


def test_the_country_of_the_document_is_where_people_of_another_nation_are() -> None:
    text = "Some 7,400 Somalis are still waiting near the airstrip."
    assert _measures(text, "KEN") == ["refugees"]
    assert _measures(text, "SOM") == []


def test_people_of_a_nation_who_do_something_else_are_not_counted() -> None:
    assert _measures("Some 7,400 Somalis in Nairobi signed the letter.", "KEN") == []
    assert _measures("The bank gave accounts to 7,400 Somalis in Nairobi.", "KEN") != ["refugees"]


def test_people_who_come_into_their_own_country_return() -> None:
    assert _measures("Some 150 Ghanaians stranded in Tripoli landed in Accra on Friday.") == ["returned"]
    assert _measures("NEMA received 150 Nigerians from Libya on Friday.", "NGA") == ["returned"]


def test_most_of_a_group_tell_its_nation() -> None:
    text = "Some 2,400 people, mostly Malians, have poured in since Friday."
    assert _measures(text, "MRT") == ["refugees"]
    assert _measures(text, "MLI") == []
