import pytest

from sitrep.report.markup import clean
from sitrep.verify.library import find, stands_in


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Nine people died.", "On Monday nine.\nNine  people\ndied."),
        ("Friday' s quake killed nine.", "Friday'\x80\x99s quake killed nine."),
        ("[name withheld] lost her home.", "Ana Example lost her home."),
    ],
)
def test_words_stand_in_a_text_whatever_its_white_space(words: str, text: str) -> None:
    assert stands_in(words, text)


def test_what_a_page_prints_of_a_text_stands_in_it() -> None:
    text = "Friday'\x80\x99s quake\u2028killed\x07 nine."
    assert stands_in(clean(text), text)
    assert find("eight", text) is None and not stands_in("kill", text)
