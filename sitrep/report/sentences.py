"""Sentences about one finding: who said what, of how many, where and when, each number with its citation."""

import re

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Name, Number, Runs
from .desk import Desk
from .nouns import noun, part_noun
from .numbers import is_description, with_commas
from .phrases import Filler, joined, plain, sentence
from .when import period
from .where import in_place, where

_VIOLENT = re.compile(
    r"kill|murder|massacre|execut|shot|strike|shell|bomb|attack|slain|clash|gun|violence|fighting|conflict|offensive",
    re.I,
)
_OF = re.compile(
    r"(?:^|\s)(?:dozens|scores|hundreds|thousands|millions|lakhs|crores|a couple|a handful|a number)$", re.I
)


def counted(desk: Desk, figure: ReportedFigure, finding: Finding | None = None) -> Runs:
    """Number and noun: "more than 70,000 civilians", "dozens of people", "121 combatants (rebels)"."""
    return _with_noun(desk, figure, noun(desk, figure, finding))


def _with_noun(desk: Desk, figure: ReportedFigure, named: Runs) -> Runs:
    number = desk.number(figure, prose=True)
    joint = " of " if _OF.search(figure.text.strip()) else " "
    return joined((number, joint, *named)) if figure.unit in _NOUNS else joined((number,))


_NOUNS = frozenset({"people", "households", "structures", "facilities", "incidents"})


def verb(desk: Desk, figure: ReportedFigure, table: str) -> str:
    """What happened to them, for the tables `were` and `had` of the catalogue; with "since" they have been."""
    single = figure.value == 1 and figure.qualifier == "exact"
    key = figure.measure
    if key == "deaths" and _VIOLENT.search(figure.quote):
        key = "deaths_violent"
    open_ended = figure.since is not None and figure.until is None
    perfect = ("has" if single else "have",) if table == "were" and open_ended else ()
    simple = ("was", "were") if table == "were" and single else (table, "was", "were") if single else (table, "were")
    found = next((name for name in (*perfect, *simple) if desk.phrases.has(name, key)), "were")
    words = desk.phrases.word(found, key)
    sector = figure.sector if figure.measure in {"in_need", "assisted"} else None
    return f"{words} ({cluster(desk, sector)})" if sector and sector != "multi" else words


def cluster(desk: Desk, sector: str) -> str:
    """The cluster's name in the report's scheme."""
    from ..clusters import CLUSTERS, cluster_name

    return cluster_name(sector, desk.settings.scheme) if sector in CLUSTERS else sector


def estimate(desk: Desk, figure: ReportedFigure) -> Runs:
    """Families as people, in brackets, where the settings give a household size and its source."""
    size, source = desk.settings.household_size, desk.settings.household_size_source
    if figure.unit != "households" or not size or not source or figure.value is None or figure.qualifier == "vague":
        return ()
    people = int(figure.value * size + 0.5)
    derived = Number(
        kind="derived",
        text=with_commas(people),
        value=people,
        figures=(figure.id,),
        formula=f"{with_commas(figure.value)} × {size:g} = {with_commas(people)}",
    )
    parameter = Number(kind="structural", text=f"{size:g}", value=size, basis="parameter")
    return desk.phrases("household_estimate", people=derived, size=parameter)


def including(desk: Desk, figure: ReportedFigure) -> tuple[Runs, tuple[ReportedFigure, ...]]:
    """`, including eight children,` with the parts that the same article names; nothing where there are none."""
    ids = [part.part for part in desk.reconciliation.parts if part.whole == figure.id]
    parts = [desk.of(i) for i in ids if i in desk.figures]
    # A part of another measure ("of whom 805,000 destroyed") does not go with the verb of its whole.
    parts = [p for p in parts if p.measure == figure.measure and p.n == figure.n and p.sentence == figure.sentence]
    told = [(p, said) for p in parts if not is_description(p) and (said := _part(desk, p, figure))]
    if not told:
        return (), ()
    listed = desk.phrases.series(said for _, said in told)
    return desk.phrases("including", list=listed), tuple(p for p, _ in told)


def _part(desk: Desk, part: ReportedFigure, whole: ReportedFigure) -> Runs:
    """A part with what tells it from its whole, its group or its place; nothing where the sentence tells neither."""
    if named := part_noun(desk, part, whole):
        return _with_noun(desk, part, named)
    apart = where(desk, part) and where(desk, part) != where(desk, whole)
    return joined((counted(desk, part), in_place(desk, part))) if apart else ()


def others(desk: Desk, finding: Finding) -> Runs:
    """`; other figures: 23 (White Helmets) [3] and at least 19 (monitor) [2]`, or the earlier figure of an update."""
    found = desk.others(finding)
    if finding.relation == "update" and (earlier := desk.earlier(finding)):
        return desk.phrases("earlier", before=desk.number(earlier[0], prose=True), cites=desk.cite(earlier[0]))
    if not found or finding.relation != "conflict":
        return ()
    items: list[Filler] = []
    for figure, _ in found[:3]:
        items.append(joined((desk.number(figure, prose=True), " (", desk.said_by(figure), ") ", desk.cite(figure))))
    return desk.phrases("others" if len(items) > 1 else "others_one", list=desk.phrases.series(items))


def highlight(desk: Desk, finding: Finding, figure: ReportedFigure) -> Runs:
    """One cited clause, the place first, so that no numeral opens it."""
    place = where(desk, figure, finding)
    parts, inside = including(desk, figure)
    slots: dict[str, Filler] = {
        "count": joined((counted(desk, figure, finding), estimate(desk, figure), parts)),
        "period": period(desk, figure),
        "source": _closed(desk.speaker(figure)),
        "cites": desk.cite(*desk.same_number(finding, figure), *inside),
    }
    slots["were"] = verb(desk, figure, "were")
    if place:
        body = desk.phrases("highlight", place=Name(text=place), **slots)
    else:
        body = desk.phrases("highlight_numeral" if _opens_with_digit(slots["count"]) else "highlight_bare", **slots)
    return joined((body, others(desk, finding)))


def _opens_with_digit(count: Filler) -> bool:
    """Whether a sentence may not begin with it."""
    return isinstance(count, tuple) and plain(count)[:1].isdigit()


def said(desk: Desk, finding: Finding, figure: ReportedFigure, turn: int = 0) -> Runs:
    """One attributed sentence in the past tense, by the figure's certainty; every other `turn` is built differently."""
    slots: dict[str, Filler] = {
        "source": desk.speaker(figure),
        "where": in_place(desk, figure, finding),
        "period": period(desk, figure),
        "cites": desk.cite(*desk.same_number(finding, figure)),
    }
    if is_description(figure) or figure.withheld:
        return _person(desk, figure, slots)
    parts, inside = including(desk, figure)
    slots["cites"] = desk.cite(*desk.same_number(finding, figure), *inside)
    slots["count"] = joined((counted(desk, figure, finding), estimate(desk, figure), parts))
    if figure.certainty == "forecast":
        label = MEASURES[figure.measure].label
        return sentence(desk.phrases("overview_forecast", label=label, **slots))
    plainly = "overview_according" if turn % 2 else "overview_said"
    key = {"claimed": "overview_claimed", "denied": "overview_denied"}.get(figure.certainty, plainly)
    if key == "overview_according":
        slots["source"] = _closed(desk.speaker(figure))
    body = desk.phrases(key, had=verb(desk, figure, "had"), were=verb(desk, figure, "were"), **slots)
    return sentence(joined((body, others(desk, finding))))


def _closed(speaker: Runs) -> Runs:
    """The speaker without the comma that parts an office from the verb, where no verb follows."""
    *front, last = speaker
    return (*front, last.model_copy(update={"text": last.text.rstrip(",")})) if isinstance(last, Name) else speaker


def _person(desk: Desk, figure: ReportedFigure, slots: dict[str, Filler]) -> Runs:
    person = desk.number(figure)
    if figure.measure == "deaths":
        slots["source"] = _closed(desk.speaker(figure))
        return sentence(desk.phrases("person_died", person=person, were=verb(desk, figure, "were"), **slots))
    label = MEASURES[figure.measure].label
    return sentence(desk.phrases("person_other", person=person, label=label, **slots))
