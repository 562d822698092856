import pytest

from sitrep.model import Figure
from sitrep.report.phrases import load_phrases
from sitrep.report.privacy import Privacy

P = load_phrases()


def person(text: str) -> Figure:
    return Figure(id="f", article="a", measure="deaths", text=text, start=0, end=len(text), value=1)


def test_a_private_name_that_is_a_figure_is_withheld_everywhere() -> None:
    privacy = Privacy.of([person("Ana Example")], P)
    assert privacy.is_withheld(person("Ana Example"))
    assert privacy.clean("Ana Example died. Friends of Ana Example wept.") == (
        "[name withheld] died. Friends of [name withheld] wept."
    )


@pytest.mark.parametrize(
    "text", ["Brigadier General Ben Example", "Governor Cara Example", "a top commander", "a child"]
)
def test_officials_and_descriptions_stay(text: str) -> None:
    assert not Privacy.of([person(text)], P).is_withheld(person(text))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("call +44 20 7946 0000 now", "call [number withheld] now"),
        ("at 33.5138, 36.2765 today", "at [place withheld] today"),
        ("of 12 High Example Street, said", "of [place withheld], said"),
        ("write to ana@example.org", "write to [number withheld]"),
        ("Ana Example, 34, lost her home", "[name withheld], 34, lost her home"),
        ("said Ana Example, a displaced mother of four", "said [name withheld], a displaced mother of four"),
        ("resident Ben Example said", "resident [name withheld] said"),
        ("Friends of Ana Example, 34, wept", "Friends of [name withheld], 34, wept"),
        ("Zoë Éxample, 34, wept", "[name withheld], 34, wept"),
        ("Ben Example, a baker, wept", "[name withheld], a baker, wept"),
        ("teacher Ana Example said", "teacher [name withheld] said"),
        ("12-year-old Ana Example died", "12-year-old [name withheld] died"),
        ("mother-of-three Ana Example said", "mother-of-three [name withheld] said"),
        ("call 0944123456 now", "call [number withheld] now"),
        ("tel. 555-0143, ask", "tel. [number withheld], ask"),
        ("at lat 35.8134 lon 36.6112 today", "at [place withheld] today"),
        ("of 22 Example St. said", "of [place withheld] said"),
        ("In Lowtown, 1,200 houses were destroyed.", "In Lowtown, 1,200 houses were destroyed."),
        ("In High Lowtown, 1,200 houses were destroyed.", "In High Lowtown, 1,200 houses were destroyed."),
    ],
)
def test_what_locates_or_names_a_private_person(text: str, cleaned: str) -> None:
    assert Privacy(P).clean(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "between 2011 and 2024, 12,450 people",
        "UN Coordinator Ana Example said",
        "about 3.5 million people, 1.25 million of them children",
        "the Norwegian Refugee Council said",
        "from 2011-2024",
        "a 70-year-old Example Refugee Council",
        "some 0.912345678 of 123456789 people",
    ],
)
def test_what_is_no_private_detail_stays(text: str) -> None:
    assert Privacy(P).clean(text) == text
