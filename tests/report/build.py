"""A small invented crisis, built by hand, so that the report's tests depend on no other stage."""

from datetime import UTC, date, datetime
from typing import Any

from sitrep.measures import MEASURES
from sitrep.model import (
    Article,
    Crisis,
    Extraction,
    Figure,
    Finding,
    Member,
    Need,
    Origin,
    PartOf,
    Reconciliation,
    Report,
    Settings,
)
from sitrep.report import compose

AS_OF = datetime(2025, 6, 5, 12, 0, tzinfo=UTC)
CRISIS = Crisis(name="Norvale: floods", country=None, country_name="Republic of Norvale", glide="FL-2025-000099-NRV")

HERALD = Article(
    name="herald",
    title="Floods in Norvale drive thousands out",
    publisher="Delta Herald",
    published="2025-06-03",
    url="https://herald.example/floods?id=1",
    text=(
        "More than 12,450 people have fled floods in Norvale since 1 June, the National Disaster Agency said. "
        "The floods have killed 17 people, including five children, the agency said. "
        "It put the injured at 43. "
        "Hospitals in Norvale lack clean water and medicines."
    ),
)
RADIO = Article(
    name="radio",
    title="Camps fill up",
    publisher="Coast Radio",
    published="2025-06-04T18:00:00+00:00",
    text=(
        "The Red Crescent said at least 21 people had been killed by the floods. "
        "About 3,100 families are living in camps in Norvale. "
        "Camps are crowded and latrines have collapsed. "
        "Ten years ago a flood killed hundreds. "
        "In Eastmark, a neighbouring country, 4 people died."
    ),
)
HOSTILE = Article(
    name="hostile",
    title="<script>alert(1)</script> [click](javascript:alert(1)) | =cmd()",
    publisher="=HYPERLINK(0)",
    text=(
        "<img src=x onerror=alert(1)> Rebels claimed to have killed over 60 regime soldiers at `Old Bridge` | **now**. "
        "Hassan Example, 34, a farmer, was killed in Lowtown; call +999 20 555 0143. "
        "=1+1 about 70 houses were destroyed [here](http://evil.example/) in Lowtown. "
        "Dozens of people are missing in Lowtown."
    ),
)
ARTICLES = (HERALD, RADIO, HOSTILE)


def figure(article: Article, text: str, sentence: str, measure: str, **fields: Any) -> Figure:
    """A figure whose spans are looked up in the article: `sentence` is how its sentence begins."""
    start = article.text.index(sentence)
    end = next((i + 1 for i in range(start, len(article.text)) if article.text[i : i + 2] in {". ", "."}), None)
    quote = article.text[start:end]
    at = start + quote.index(text)
    given: dict[str, Any] = {
        "id": f"{article.name}-{measure}-{at}",
        "article": article.id,
        "measure": measure,
        "text": text,
        "start": at,
        "end": at + len(text),
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(quote),
        "unit": MEASURES[measure].unit,
        "stock_flow": MEASURES[measure].stock_flow,
    }
    return Figure(**(given | fields))


AGENCY = {"source": "National Disaster Agency", "place": "Norvale", "until": date(2025, 6, 3)}
SINCE = {"since": date(2025, 6, 1)}
FLED = figure(
    HERALD, "More than 12,450", "More than", "displaced", value=12450, qualifier="at_least", **AGENCY, **SINCE
)
KILLED = figure(HERALD, "17", "The floods have", "deaths", value=17, **AGENCY, **SINCE)
CHILDREN = figure(
    HERALD, "five", "The floods have", "deaths", value=5, population=("children",), part_of=KILLED.id, **AGENCY, **SINCE
)
INJURED = figure(HERALD, "43", "It put", "injured", value=43, **AGENCY)
MORE_KILLED = figure(
    RADIO,
    "at least 21",
    "The Red",
    "deaths",
    value=21,
    qualifier="at_least",
    source="Red Crescent",
    until=date(2025, 6, 4),
)
CAMPS = figure(
    RADIO,
    "About 3,100",
    "About",
    "idps",
    value=3100,
    qualifier="about",
    unit="households",
    head="families",
    place="Norvale",
    population=(),
)
LONG_AGO = figure(
    RADIO, "hundreds", "Ten years", "deaths", value=200, qualifier="vague", scope="background", since=date(2015, 1, 1)
)
ABROAD = figure(RADIO, "4", "In Eastmark", "deaths", value=4, place="Eastmark")
CLAIM = figure(
    HOSTILE,
    "over 60",
    "<img",
    "deaths",
    value=60,
    qualifier="at_least",
    certainty="claimed",
    source="Rebels",
    population=("combatants",),
    head="soldiers",
    group="regime",
    place="`Old Bridge` | **now**",
)
FARMER = figure(HOSTILE, "Hassan Example", "Hassan", "deaths", value=1, place="Lowtown")
HOUSES = figure(
    HOSTILE, "about 70", "=1+1", "housing_destroyed", value=70, qualifier="about", place="Lowtown", head="houses"
)
MISSING = figure(HOSTILE, "Dozens", "Dozens", "missing", value=24, qualifier="vague", place="Lowtown")

FIGURES = (FLED, KILLED, CHILDREN, INJURED, MORE_KILLED, CAMPS, LONG_AGO, ABROAD, CLAIM, FARMER, HOUSES, MISSING)


def need(article: Article, words: str, *sectors: str) -> Need:
    """A need with its span."""
    start = article.text.index(words)
    return Need(
        id=f"{article.name}-{start}",
        article=article.id,
        quote=words,
        start=start,
        end=start + len(words),
        sectors=sectors,
    )


NEEDS = (
    need(HERALD, "Hospitals in Norvale lack clean water and medicines.", "health", "wash"),
    need(RADIO, "Camps are crowded and latrines have collapsed.", "cccm", "wash"),
)
EXTRACTIONS = tuple(
    Extraction(
        article=article.id,
        figures=tuple(f for f in FIGURES if f.article == article.id),
        needs=tuple(n for n in NEEDS if n.article == article.id),
    )
    for article in ARTICLES
)

NDA = Origin(key="nda", name="National Disaster Agency", kind="government", reliability="B")
CRESCENT = Origin(key="rc", name="Red Crescent", kind="red_cross", reliability="A")
REBELS = Origin(key="rebels", name="rebels", kind="party", reliability="E", party=True)
COAST = Origin(key="coast", name="Coast Radio", kind="media", reliability="C")
UNKNOWN = Origin(key="hostile", name="an article", kind="media", reliability="C")


def finding(name: str, *members: tuple[Figure, Origin, str], **fields: Any) -> Finding:
    """A finding of these figures, each with its origin and role."""
    first = members[0][0]
    given: dict[str, Any] = {
        "id": name,
        "measure": first.measure,
        "population": first.population,
        "group": first.group,
        "place": first.place,
        "stock_flow": first.stock_flow,
        "scope": first.scope,
        "members": tuple(Member(figure=f, role=role, origin=o.key) for f, o, role in members),
        "origins": tuple({o.key: o for _, o, _ in members}.values()),
        "articles": len({f.article for f, _, _ in members}),
        "low": min(f.value or 0 for f, _, _ in members),
        "high": max(f.value or 0 for f, _, _ in members),
        "why": "Recommended because it is the only number that still stands.",
    }
    return Finding(**(given | fields))


RECONCILIATION = Reconciliation(
    findings=(
        finding("fled", (FLED, NDA, "recommended"), crisis_wide=True),
        finding(
            "killed",
            (MORE_KILLED, CRESCENT, "recommended"),
            (KILLED, NDA, "triangulation"),
            crisis_wide=True,
            relation="conflict",
            why="Recommended because its as-of is the latest.",
        ),
        finding("children", (CHILDREN, NDA, "recommended")),
        finding("injured", (INJURED, NDA, "recommended"), crisis_wide=True),
        finding("camps", (CAMPS, COAST, "recommended"), crisis_wide=True),
        finding("long-ago", (LONG_AGO, COAST, "recommended")),
        finding("claim", (CLAIM, REBELS, "recommended"), flags=("claimed",)),
        finding("farmer", (FARMER, UNKNOWN, "recommended")),
        finding("houses", (HOUSES, UNKNOWN, "recommended")),
        finding("missing", (MISSING, UNKNOWN, "recommended")),
    ),
    parts=(PartOf(part=CHILDREN.id, whole=KILLED.id),),
    out_of_scope=(ABROAD,),
)

SETTINGS = Settings(household_size=5, household_size_source="UN DESA 2022", contact="desk@norvale.example")


def report(**arguments: Any) -> Report:
    """The report of the invented crisis; keyword arguments go to `compose`."""
    given: dict[str, Any] = {"as_of": AS_OF, "settings": SETTINGS}
    return compose(CRISIS, ARTICLES, EXTRACTIONS, RECONCILIATION, **(given | arguments))


def empty_report() -> Report:
    """A report of one article that states nothing."""
    article = Article(name="quiet", text="Nothing happened.", title="Quiet day", published="2025-06-01")
    return compose(CRISIS, (article,), (Extraction(article=article.id),), Reconciliation(), as_of=AS_OF)
