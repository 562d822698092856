"""The sample articles: each is marked as one, and each figure that stands in them is found."""

from functools import cache
from pathlib import Path

import pytest

from sitrep.collect import read_paths
from sitrep.extract import extract
from sitrep.model import Article

SEEDS = Path(__file__).parents[1] / "seeds"

# measure, quantity as stated, value, unit, population, who says it (a part of the name), certainty
FIGURES: dict[str, list[tuple[str, str, int, str, tuple[str, ...], str | None, str]]] = {
    "2024-11-27-border-camps": [
        ("displaced", "thousands", 2000, "people", (), None, "reported"),
        ("deaths", "Three", 3, "people", ("children",), None, "reported"),
        ("injured", "14", 14, "people", ("civilians",), None, "reported"),
        ("displaced", "more than 70,000", 70000, "people", ("civilians",), None, "reported"),
        ("displaced", "Tens of thousands", 20000, "people", (), None, "reported"),
    ],
    "2024-11-28-front-lines": [
        ("deaths", "dozens", 24, "people", (), "Pro-government websites", "claimed"),
        ("displaced", "hundreds", 200, "households", (), "witnesses", "reported"),
    ],
    "2024-11-29-civilian-toll": [
        ("deaths", "27", 27, "people", ("civilians",), "United Nations", "reported"),
        ("deaths", "eight", 8, "people", ("children",), "United Nations", "reported"),
        ("deaths", "over 80", 80, "people", ("civilians",), "rebels", "claimed"),
    ],
    "2024-11-29-territory": [
        ("deaths", "over 180", 180, "people", ("combatants",), "monitoring group", "reported"),
        ("deaths", "at least 19", 19, "people", ("civilians",), "monitoring group", "reported"),
        ("deaths", "more than half a million", 500000, "people", (), None, "reported"),
        ("idps", "over 4 million", 4000000, "people", ("idps",), None, "reported"),
        ("deaths", "at least 121", 121, "people", ("combatants",), "reports", "reported"),
        ("deaths", "40", 40, "people", ("combatants",), "reports", "reported"),
        ("deaths", "21", 21, "people", ("combatants",), "reports", "reported"),
        ("deaths", "over 200", 200, "people", ("combatants",), "rebels", "claimed"),
        ("deaths", "a senior commander", 1, "people", ("combatants",), "Iranian sources", "reported"),
        ("displaced", "nearly 7,000", 7000, "households", (), "International Rescue Committee", "reported"),
        ("casualties", "multiple", 3, "people", ("civilians",), "White Helmets", "reported"),
    ],
    "2024-11-30-hospitals": [
        ("displaced", "Thousands", 2000, "people", (), None, "reported"),
        ("attacks", "over 75", 75, "incidents", (), "White Helmets", "reported"),
        ("deaths", "at least 23", 23, "people", ("civilians",), "White Helmets", "reported"),
        ("injured", "82", 82, "people", ("civilians",), "White Helmets", "reported"),
        ("displaced", "thousands", 2000, "people", (), "White Helmets", "reported"),
        ("deaths", "over 200", 200, "people", (), "Syrian Observatory for Human Rights", "reported"),
        ("deaths", "121", 121, "people", ("combatants",), "Syrian Observatory for Human Rights", "reported"),
        ("deaths", "40", 40, "people", ("combatants",), "Syrian Observatory for Human Rights", "reported"),
        ("deaths", "over 200", 200, "people", ("combatants",), "rebels", "claimed"),
        ("deaths", "a general", 1, "people", ("combatants",), "Iranian media", "reported"),
    ],
}


@cache
def articles() -> dict[str, Article]:
    found, problems = read_paths([SEEDS])
    assert problems == ()
    return {article.name: article for article in found}


def test_every_sample_is_marked_as_one():
    assert set(articles()) == set(FIGURES)
    for article in articles().values():
        assert article.publisher and article.publisher.startswith("Sample ")
        assert article.url and article.url.startswith("https://example.org/")
        assert article.text.lstrip().startswith("SAMPLE ARTICLE")
        assert (article.country, article.language) == ("SYR", "en")
        assert article.title and article.published


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_a_sample_is_found_with_its_number_population_and_source(name):
    figures = extract(articles()[name]).figures
    got = [(f.measure, f.text, f.value, f.unit, f.population, f.certainty) for f in figures]
    assert got == [(*row[:5], row[6]) for row in FIGURES[name]]
    for figure, (*_, source, _certainty) in zip(figures, FIGURES[name], strict=True):
        stated = figure.source or ""
        assert (source.lower() in stated.lower()) if source else not stated, (figure.text, stated)


def test_what_is_no_humanitarian_figure_is_not_found():
    texts = {figure.text for article in articles().values() for figure in extract(article).figures}
    assert not [text for text in texts if any(word in text for word in ("10", "46th", "2011", "2020", "5 kilo"))]
    scopes = {f.text: f.scope for f in extract(articles()["2024-11-29-territory"]).figures}
    assert [text for text, scope in scopes.items() if scope == "background"] == ["more than half a million"]


def test_the_needs_of_camps_and_hospitals_are_found():
    needs = {name: {sector for need in extract(a).needs for sector in need.sectors} for name, a in articles().items()}
    assert needs["2024-11-27-border-camps"] >= {"cccm", "shelter", "food_security"}
    assert needs["2024-11-30-hospitals"] >= {"cccm", "health"}
