from sitrep.model.runs import Bullets, Section, Text
from sitrep.report.piles import piles


def cluster(name: str, *letters: int) -> Section:
    return Section(key=name, title=name, blocks=(Bullets(items=tuple((Text(text="x" * n),) for n in letters)),))


def names(sections: list[Section]) -> list[list[list[str]]]:
    return [[[section.title for section in pile] for pile in row] for row in piles(sections)]


def test_low_sections_stand_two_by_two() -> None:
    assert names([cluster(name, 100) for name in "abcde"]) == [[["a"], ["b"]], [["c"], ["d"]], [["e"]]]


def test_tall_sections_are_piled_to_about_one_height() -> None:
    given = [cluster("a", 300, 300), cluster("b", 100), cluster("c", 100), cluster("d", 100)]
    assert names(given) == [[["a"], ["b", "c", "d"]]]


def test_no_row_is_taller_than_a_page_allows() -> None:
    assert names([cluster(name, *[300] * 4) for name in "abc"]) == [[["a"]], [["b"]], [["c"]]]
