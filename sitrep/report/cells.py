"""The cells of a row: what was counted, the figure, who said it with what certainty, and the competing figures."""

from ..measures import MEASURES
from ..model import Finding, ReportedFigure
from ..model.runs import Name, Quote, Runs, Text
from .desk import Desk
from .nouns import noun, part_noun
from .numbers import count, is_description
from .phrases import Filler, between, joined, plain, sentence, short_again
from .sentences import cluster, estimate
from .speakers import site
from .when import period
from .where import place_cell, where


def tells(desk: Desk, finding: Finding, part: str, whole: str) -> bool:
    """Whether a row says which part it is: by another measure, a group, a place of its own, or a person."""
    a, b = desk.of(part), desk.of(whole)
    place = where(desk, a, finding)
    apart = a.measure != b.measure or is_description(a) or bool(place and place != where(desk, b))
    return apart or bool(part_noun(desk, a, b, table=True))


def row_cells(
    desk: Desk, finding: Finding, figure: ReportedFigure, whole: str, one_measure: bool, seen: set[str]
) -> tuple[Runs, ...]:
    """The cells of a finding with its printed figure, one for each column; `seen` are the names told in full before."""
    cites = desk.cite(*desk.same_number(finding, figure))
    said = short_again(desk.said_by(figure), seen)
    return (
        what(desk, figure, finding, one_measure=one_measure, whole=whole),
        number_cell(desk, figure),
        place_cell(desk, figure, finding),
        period(desk, figure, cell=True),
        joined((said, certainty(desk, figure), published_in(desk, figure), " ", cites, _support(desk, finding))),
        short_again(_others(desk, finding), seen),
    )


def published_in(desk: Desk, figure: ReportedFigure) -> Runs:
    """`, in Coast Radio`: who says it is one thing, who published it another."""
    publisher = site(desk.sources[figure.n - 1].publisher)
    return desk.phrases("published_in", publisher=Name(text=publisher)) if figure.source and publisher else ()


def _support(desk: Desk, finding: Finding) -> Runs:
    """` (two articles, one independent origin)`, where more than one article or origin stands behind a finding."""
    if finding.articles < 2 and len(finding.origins) < 2:
        return ()
    articles = count(finding.articles, "articles", desk.phrases, finding.id)
    origins = count(len(finding.origins), "origins", desk.phrases, finding.id)
    return joined((" (", articles, ", ", origins, ")"))


def any_member(desk: Desk, finding: Finding) -> ReportedFigure | None:
    """A finding of denials or forecasts only recommends nothing; its first figure is shown, marked as such."""
    shown = (desk.of(m.figure.id) for m in finding.members if m.role != "rejected" and m.figure.id in desk.figures)
    return next(shown, None)


def what(
    desk: Desk,
    figure: ReportedFigure,
    finding: Finding | None = None,
    *,
    one_measure: bool = False,
    whole: str = "",
) -> Runs:
    """`Killed: civilians`, `Facilities affected: hospitals (Health)`; a part of a `whole` is `of whom: children`.

    Where the figure is a particular person, the words that describe him or her follow as a quotation.
    """
    label = Text(text=MEASURES[figure.measure].label)
    sector = f" ({cluster(desk, figure.sector)})" if figure.sector and figure.sector != "multi" else ""
    if figure.unit not in {"people", "households", "structures", "facilities", "incidents"}:
        return (label,)
    counted = noun(desk, figure, finding, table=True)
    said = plain(counted).casefold()
    plain_people = figure.unit == "incidents" or said == desk.phrases.word("people", "people")
    plain_people |= said in label.text.casefold().split() or said in desk.phrases.words("nouns", figure.unit)
    number = desk.number(figure)
    person = joined((", ", number)) if isinstance(number, Quote) else ()
    if whole:
        # A part of another measure ("affected, of whom in need") names its own.
        if whole == figure.measure:
            named: Runs = part_noun(desk, figure, table=True) or counted
        else:
            inside = label.model_copy(update={"text": label.text[0].lower() + label.text[1:]})
            named = (inside,) if plain_people else joined((inside, ": ", counted))
        lead = "of_whom" if figure.unit in {"people", "households"} else "of_which"
        return joined((desk.phrases.word("labels", lead), " ", named, sector, person))
    if one_measure:
        return sentence(joined((counted, sector, person)), stop=False)
    return joined((label, sector, person) if plain_people else (label, ": ", counted, sector, person))


def number_cell(desk: Desk, figure: ReportedFigure, *, strong: bool = True) -> Runs:
    """The number as stated, with the estimate in people below families."""
    number = desk.number(figure)
    if isinstance(number, Quote):
        return (Text(text=desk.phrases.word("labels", "person")),)
    return joined((number.model_copy(update={"strong": strong}), estimate(desk, figure)))


def certainty(desk: Desk, figure: ReportedFigure) -> Runs:
    """` (claimed)`, for what is not simply reported."""
    return () if figure.certainty == "reported" else joined((f" ({desk.phrases.word('labels', figure.certainty)})",))


def _others(desk: Desk, finding: Finding) -> Runs:
    """The competing numbers, then the earlier ones that an update has replaced."""
    items: list[Filler] = [_other(desk, finding, figure) for figure, _ in desk.others(finding)[: desk.room.others]]
    earlier = desk.phrases.word("labels", "earlier")
    items += [joined((earlier, " ", _other(desk, finding, figure))) for figure in desk.earlier(finding)[:1]]
    return between("; ", items)


def _other(desk: Desk, finding: Finding, figure: ReportedFigure) -> Runs:
    said = desk.said_by(figure)
    unit = _unit(desk, figure, finding)
    return joined((desk.number(figure), *unit, " (", said, certainty(desk, figure), ") ", desk.cite(figure)))


def _unit(desk: Desk, figure: ReportedFigure, finding: Finding) -> Runs:
    main = finding.recommended
    return () if main and main.unit == figure.unit else joined((" ", noun(desk, figure, finding)))
