import io
from zipfile import ZipFile

import pytest

from sitrep.model import Article, Extraction, Figure, Origin, Reconciliation
from sitrep.report import compose, export
from sitrep.report.phrases import load_phrases
from sitrep.report.privacy import Privacy

from .build import AS_OF, CRISIS, figure, finding, need

P = load_phrases()


def person(text: str) -> Figure:
    return Figure(id="f", article="a", measure="deaths", text=text, start=0, end=len(text), value=1)


def rule(*texts: str, figures: tuple[Figure, ...] = ()) -> Privacy:
    """The rule of a report on articles with these texts and, of the first, these figures."""
    articles = tuple(Article(name=str(n), text=text) for n, text in enumerate(texts))
    return Privacy.of([Extraction(article="a", figures=figures)], articles, P)


def spoken(source: str) -> Figure:
    return Figure(id="s", article="a", measure="deaths", text="12", start=0, end=2, value=12, source=source)


def test_a_private_name_that_is_a_figure_is_withheld_everywhere() -> None:
    privacy = rule(figures=(person("Ana Example"),))
    assert privacy.is_withheld(person("Ana Example"))
    assert privacy.clean("Ana Example died. Friends of Ana Example wept.") == (
        "[name withheld] died. Friends of [name withheld] wept."
    )


@pytest.mark.parametrize(
    "text", ["Brigadier General Ben Example", "Governor Cara Example", "a top commander", "a child"]
)
def test_officials_and_descriptions_stay(text: str) -> None:
    assert not rule(figures=(person(text),)).is_withheld(person(text))


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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ana Example said 12 people died.", False),
        ("Ana Example said 12 people died. Ana Example, 34, lost her home.", False),
        ("Police met Ana Example, 34, a baker, and left.", False),
        ("Mayor Ana Example said 12 people died.", True),
        ("The mayor of Lowtown, Ana Example, said 12 people died.", True),
        ("Ana Example, who heads the river commission, said 12 people died. It rained, Ana Example said.", True),
        ("Ana Example of the Red Crescent said 12 people died.", True),
        ("Ana Example, 54, mayor of Lowtown, said 12 people died.", True),
        ("Commission spokesperson Ana Example (of Lowtown) said 12 people died.", True),
        ("The minister has heard that Ana Example lost her home.", False),
    ],
)
def test_one_decision_for_each_name(text: str, kept: bool) -> None:
    privacy = rule(text, "Ana Example was there.", figures=(spoken("Ana Example"),))
    assert ("Ana Example" in privacy.clean(text)) is kept
    assert ("Ana Example" in privacy.clean("Ana\nExample was there.".replace("\n", " "))) is kept
    assert privacy.said("Ana Example") == ("Ana Example" if kept else "[name withheld]")


@pytest.mark.parametrize("name", ["Northern Ireland", "Example Electric Company", "Red Crescent", "Through June"])
def test_what_only_looks_like_a_name_is_no_person(name: str) -> None:
    assert rule(f"{name} said 12 people died.", figures=(spoken(name),)).names == ()


def test_a_name_over_a_line_break_and_a_longer_name() -> None:
    privacy = rule("Ana Example, 34, a baker.")
    assert privacy.clean("Ana\nExample wept. Ana Examples wept.") == "[name withheld] wept. Ana Examples wept."


def test_a_speaker_is_withheld_in_every_product() -> None:
    """In quotation, tables and data, as origin and as place; the official who speaks in the same article stays."""
    article = Article(
        name="told",
        text=(
            "The floods killed 12 people in Ana Example’s street, Ana Example said. "
            "Governor Ben Example said 15 people died. "
            "Wells are dry and people lack water, Ana Example said."
        ),
    )
    by_ana = figure(article, "12", "The floods", "deaths", value=12, source="Ana Example", place="Ana Example’s street")
    by_ben = figure(article, "15", "Governor", "deaths", value=15, source="Ben Example")
    thirst = need(article, "Wells are dry and people lack water, Ana Example said.", "wash")
    ana = Origin(key="person:ana example", name="Ana Example", kind="person", reliability="D")
    ben = Origin(key="person:ben example", name="Ben Example", kind="person", reliability="D")
    found = Reconciliation(
        findings=(
            finding(
                "killed",
                (by_ana, ana, "recommended"),
                (by_ben, ben, "triangulation"),
                relation="conflict",
                why="Ana Example was there.",
            ),
        )
    )
    extraction = Extraction(article=article.id, figures=(by_ana, by_ben), needs=(thirst,))
    made = compose(CRISIS, (article,), (extraction,), found, as_of=AS_OF)
    files, problems = export(made, ("md", "html", "json", "csv", "xlsx", "docx", "geojson"))
    assert problems == ()
    for file in files:
        parts = [file.data]
        if file.name.endswith((".xlsx", ".docx")):
            book = ZipFile(io.BytesIO(file.data))
            parts = [book.read(name) for name in book.namelist()]
        assert not any(b"ana example" in part.lower() for part in parts), file.name
    told = [file for file in files if file.name.endswith((".md", ".html", "-01.json", "figures.csv"))]
    assert len(told) == 4 and all("Ben Example" in file.data.decode() for file in told)
