"""How numbers and dates are written: figures as stated, counts in words below ten, dates as `19 August 2009`."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ..model import Figure
from ..model.article import Moment
from ..model.runs import Basis, Number, Quote, Run, Runs
from .phrases import Phrases, joined

_NUMERAL = re.compile(r"\d[\d,. \u00a0\u202f']*")
_LONG = re.compile(r"(?<![\d.,])\d{4,}(?![\d.,]*\d)")
_BEFORE_NUMERAL = re.compile(r"\D+")
_CAPITALIZED = re.compile(r"(?<!\w)(?!(?:Rs|Tk|Kz|Nu|Le|Sh|Ksh)\b)[A-Z][a-z]+(?!\w)")
"""A word that began a sentence or a title; the short forms of currencies stay large."""

_WORDS_FOR_ONE = frozenset({"one", "a", "an", "single", "another", "1"})
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|score)"
)
_SPELLED = re.compile(rf"(?:an? |the )?{_WORD}(?:[- ](?:and )?{_WORD})*", re.I)
_SMALL = re.compile(r"(?<![\d.,])[1-9](?![\d.,])")
_SMALL_ONLY = re.compile(r"[^\W\d]\D*? [1-9](?: \D+? [1-9])*")
"""Words with nothing but numbers below ten: "at least 4", "between 3 and 5"; no "4 million", no "$4"."""


def with_commas(value: float | int) -> str:
    """1234567 as `1,234,567`; a fraction keeps its digits."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def in_words(value: float | int, phrases: Phrases) -> str:
    """A count as a sentence has it: words from nought to nine, then numerals."""
    small: list[str] = phrases.table["small_numbers"]
    return small[int(value)] if 0 <= value < len(small) and float(value).is_integer() else with_commas(value)


def is_description(figure: Figure) -> bool:
    """Whether the figure is a particular person ("a top commander"), so that there are words and no number."""
    text = figure.text.casefold()
    if figure.value != 1 or figure.unit != "people" or any(character.isdigit() for character in text):
        return False
    return text not in _WORDS_FOR_ONE and not (text.split() and set(text.split()) <= _WORDS_FOR_ONE | {"only", "just"})


def figure_text(figure: Figure, phrases: Phrases, *, prose: bool) -> str:
    """The number as stated; a bare numeral gets commas, and in a sentence words below ten.

    `prose` is False in tables and boxes, where "eight" is printed as `8` so that numerals can be compared.
    """
    text, value = figure.text.strip(), figure.value
    bare = bool(_NUMERAL.fullmatch(text) or _SPELLED.fullmatch(text))
    if figure.qualifier == "exact" and bare and value is not None and float(value).is_integer() and value >= 0:
        return in_words(value, phrases) if prose and value else with_commas(value)
    lead = _BEFORE_NUMERAL.match(text)
    if lead:
        text = _CAPITALIZED.sub(lambda found: found[0].lower(), lead[0]) + text[lead.end() :]
    if prose and _SMALL_ONLY.fullmatch(text):
        return _SMALL.sub(lambda found: in_words(int(found[0]), phrases), text)
    return _LONG.sub(lambda found: with_commas(int(found[0])), text)


def stated(figure: Figure, phrases: Phrases, *, prose: bool = False, strong: bool = False) -> Number:
    """The figure as a run that knows where it comes from."""
    return Number(
        kind="stated",
        text=figure_text(figure, phrases, prose=prose),
        value=figure.value,
        figures=(figure.id,),
        strong=strong,
    )


def count(value: int, noun: Basis, phrases: Phrases, of: str = "") -> Runs:
    """A structural count with its noun: "five articles"."""
    one, many = phrases.table["counts"][noun]
    number = Number(kind="structural", text=in_words(value, phrases), value=value, basis=noun, of=of)
    return joined((number, f" {one if value == 1 else many}"))


def day_text(day: date, phrases: Phrases) -> str:
    """`19 August 2009`."""
    return f"{day.day} {phrases.table['months'][day.month - 1]} {day.year}"


def day(moment: Moment, phrases: Phrases) -> Number:
    """A day as a structural number."""
    return _date(day_text(moment.date() if isinstance(moment, datetime) else moment, phrases))


def day_range(first: date, last: date, phrases: Phrases) -> tuple[Number, Number]:
    """Two days, the first without what the second says already: `27` and `29 November 2024`."""
    words = day_text(first, phrases).split(" ")
    keep = 3 if first.year != last.year else 2 if first.month != last.month else 1
    return _date(" ".join(words[:keep])), _date(day_text(last, phrases))


def time_of(moment: datetime, zone: str) -> Number:
    """`1800 hours`, in the zone."""
    return Number(kind="structural", text=f"{moment.astimezone(ZoneInfo(zone)):%H%M} hours", basis="time")


def rounded(figure: Figure, phrases: Phrases) -> Number | None:
    """A long bare numeral rounded to three digits, for boxes only; None where nothing is to be rounded.

    It is never rounded against its qualifier: "at least" goes down, "at most" goes up.
    """
    value, numeral = figure.value, _NUMERAL.search(figure.text)
    if value is None or numeral is None or value < 10_000 or not float(value).is_integer():
        return None
    if with_commas(value).replace(",", "") != re.sub(r"\D", "", numeral[0]):
        return None
    short = _three_digits(int(value), figure.qualifier)
    if short == value:
        return None
    text = figure_text(figure, phrases, prose=False).replace(with_commas(value), with_commas(short))
    lead = "" if figure.qualifier != "exact" else phrases.word("phrases", "box_about")
    return Number(
        kind="rounded",
        text=lead + text,
        value=short,
        figures=(figure.id,),
        formula=f"{with_commas(value)} ≈ {with_commas(short)}",
    )


def _three_digits(value: int, qualifier: str) -> int:
    step = int(10 ** (len(str(value)) - 3))
    if qualifier == "at_least":
        return value // step * step
    if qualifier == "at_most":
        return -(-value // step) * step
    return (value + step // 2) // step * step


def _date(text: str) -> Number:
    return Number(kind="structural", text=text, basis="date")


def words_of(figure: Figure, source: int, sentence: str) -> Run:
    """The words of a figure that describes a person, as a quotation."""
    return Quote(text=figure.text, source=source, sentence=sentence)
