from datetime import UTC, date, datetime

import pytest

from sitrep.model import Figure
from sitrep.model.runs import Number
from sitrep.report.markup import html_runs
from sitrep.report.numbers import count, day_range, day_text, figure_text, is_description, rounded, time_of
from sitrep.report.phrases import load_phrases, plain

P = load_phrases()


def fig(text: str, value: float | None, qualifier: str = "exact", **more: object) -> Figure:
    fields = {"id": "f", "article": "a", "measure": "displaced", "text": text, "start": 0, "end": len(text)}
    return Figure.model_validate({**fields, "value": value, "qualifier": qualifier, **more})


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "prose", "printed"),
    [
        ("3", 3, "exact", True, "three"),
        ("eight", 8, "exact", True, "eight"),
        ("eight", 8, "exact", False, "8"),
        ("twelve", 12, "exact", True, "12"),
        ("27", 27, "exact", True, "27"),
        ("12450", 12450, "exact", True, "12,450"),
        ("over 12450", 12450, "at_least", True, "over 12,450"),
        ("At least 23", 23, "at_least", True, "at least 23"),
        ("nearly 7,000", 7000, "at_most", False, "nearly 7,000"),
        ("At least 4", 4, "at_least", True, "at least four"),
        ("at least 4", 4, "at_least", False, "at least 4"),
        ("between 3 and 5", None, "range", True, "between three and five"),
        ("between 8 and 12", None, "range", True, "between 8 and 12"),
        ("up to 4 million", 4000000, "at_most", True, "up to 4 million"),
        ("fifteen thousand", 15000, "exact", False, "15,000"),
        ("Nine hundred and twenty-one", 921, "exact", False, "921"),
        ("Dozens", 24, "vague", True, "dozens"),
        ("half a million", 500000, "exact", True, "half a million"),
        ("4 million", 4000000, "exact", False, "4 million"),
        ("US$ 2.3 million", 2300000, "exact", False, "US$ 2.3 million"),
        ("20 to 30", None, "range", True, "20 to 30"),
        ("200 or more", 200, "at_least", True, "200 or more"),
    ],
)
def test_figures_are_printed_as_stated(
    text: str, value: float | None, qualifier: str, prose: bool, printed: str
) -> None:
    assert figure_text(fig(text, value, qualifier), P, prose=prose) == printed


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "printed"),
    [
        ("71,324", 71324, "exact", "about 71,300"),
        ("more than 71,389", 71389, "at_least", "more than 71,300"),
        ("up to 71,311", 71311, "at_most", "up to 71,400"),
        ("about 71,389", 71389, "about", "about 71,400"),
    ],
)
def test_boxes_round_never_against_the_qualifier(text: str, value: int, qualifier: str, printed: str) -> None:
    number = rounded(fig(text, value, qualifier), P)
    assert number is not None
    assert (number.kind, number.text, number.figures) == ("rounded", printed, ("f",))


@pytest.mark.parametrize("text", ["7,000", "over 4 million", "71,300", "dozens"])
def test_what_is_round_already_stays(text: str) -> None:
    values = {"7,000": 7000, "over 4 million": 4000000, "71,300": 71300, "dozens": 24}
    assert rounded(fig(text, values[text], "vague" if text == "dozens" else "exact"), P) is None


def test_days_ranges_and_times() -> None:
    assert day_text(date(2009, 8, 19), P) == "19 August 2009"
    spans = [(date(2024, 11, 27), date(2024, 11, 29)), (date(2024, 10, 27), date(2024, 11, 2))]
    assert [" to ".join(n.text for n in day_range(*span, P)) for span in spans] == [
        "27 to 29 November 2024",
        "27 October to 2 November 2024",
    ]
    assert time_of(datetime(2024, 11, 30, 18, tzinfo=UTC), "Asia/Damascus").text == "2100 hours"


def test_counts_in_words_below_ten() -> None:
    assert [plain(count(n, "articles", P)) for n in (0, 1, 9, 10)] == [
        "no articles",
        "one article",
        "nine articles",
        "10 articles",
    ]


def test_a_person_is_no_numeral() -> None:
    assert is_description(fig("a top commander", 1, unit="people"))
    assert not is_description(fig("one", 1, unit="people"))
    assert not is_description(fig("a couple", 2, "vague", unit="people"))


def test_a_number_and_its_magnitude_word_stay_on_one_line() -> None:
    run = Number(kind="stated", text="more than 6.4 million", value=6400000, figures=("f",))
    assert html_runs((run,)) == "more than 6.4\u00a0million"
