"""Who is counted: each text in own words, with the tags of each figure."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def tags(text: str) -> list[tuple[str, ...]]:
    return [f.population for f in extract(Article(name="a", text=text)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 12 nurses and wounded 30.", [("health_workers",), ("health_workers",)]),
        ("The raid killed 12 nurses and 30 drivers were wounded.", [("health_workers",), ()]),
        ("It listed 60 casualties among nurses.", [("health_workers",)]),
        ("Rebels killed 34 members of the armed forces.", [("combatants",)]),
        ("A committee said 34 members of the club were killed.", [()]),
        ("Gunmen abducted 90 pupils. Of the children, 60 were killed.", [("children",), ("children",)]),
        ("A shell killed 19 children, including two in Arta.", [("children",), ("children",)]),
        ("A shell killed 19 civilians, including four teachers.", [("civilians",), ()]),
        ("Ada Obi, 72, was killed in the fire.", [("elderly",)]),
        ("Ada Obi, aged 9, was killed in the fire.", [("children",)]),
        ("Ada Obi, 40, was killed in the fire.", [()]),
        ("The mission counted 33 military casualties.", [("combatants",)]),
        ("Twelve old people died of cold.", [("elderly",)]),
        ('The army said it had killed 60 "terrorists".', [("combatants",)]),
        ('The army said it had killed 60 "for peace".', [()]),
        ("Police fought the bandits and killed eight of them.", [("combatants",)]),
        ("Eleven people were dragged off by gunmen, and two of them were killed.", [(), ()]),
        ("Four of the dead were women.", [("women",)]),
        ("Four of the dead were found by women.", [()]),
        ("Soldiers hold 40 people: 12 are women.", [(), ("women",)]),
    ],
)
def test_tags(text: str, expected: list[tuple[str, ...]]) -> None:
    assert tags(text) == expected
