"""The printed half of a report's data: each number proved by its kind, each quotation and name by its article."""

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from ..model import Figure, Report
from ..model.runs import Cite, Name, Number, Quote
from .days import days_of, printed_days
from .formulas import adds_up, number, operands, rounding, rounds_to
from .library import Library, stands_in
from .material import Known, Material
from .stretches import Stretch, numbers, stretches
from .tokens import Token, readings, tokens
from .verdict import Protocol


def check_printed(report: Report, library: Library, protocol: Protocol) -> None:
    """Check every run of the printed half."""
    material = Material.of(report)
    for stretch in stretches(report):
        for index, run in numbers(stretch):
            _check_number(material, stretch, index, run, protocol)
        for other in stretch.runs:
            if isinstance(other, Quote):
                _check_quote(material, library, stretch, other, protocol)
            elif isinstance(other, Name):
                _check_name(material, library, stretch, other, protocol)
            elif isinstance(other, Cite):
                _check_cite(material, stretch, other, protocol)


def _check_number(material: Material, stretch: Stretch, index: int, run: Number, protocol: Protocol) -> None:
    if run.kind == "structural":
        what = f"nothing in the report makes this {run.basis or 'structural number'} '{run.text}'"
        protocol.check(_structural(material, stretch, run), "structural", stretch.where, what)
        return
    figures = [material.figures.get(figure) for figure in run.figures]
    known = [figure for figure in figures if figure]
    if not known or len(known) < len(figures):
        protocol.check(False, run.kind, stretch.where, f"'{run.text}' rests on a figure that the report does not hold")
    elif run.kind == "stated":
        _check_stated(stretch, index, run, known[0], protocol)
    elif run.kind == "rounded":
        _check_rounded(stretch, index, run, known[0], protocol)
    else:
        _check_derived(material, stretch, index, run, known, protocol)


def _check_stated(stretch: Stretch, index: int, run: Number, known: Known, protocol: Protocol) -> None:
    figure = known.figure
    printed, given = tokens(run.text), readings(figure.text)
    operand = _is_operand(stretch, index)
    right = bool(printed) and all(any(_states(g, p, operand) for g in given) for p in printed)
    right = right and (operand or len(printed) == len(tokens(figure.text)))
    right = right and (run.value is None or run.value == figure.value)
    protocol.check(right, "stated", stretch.where, f"'{run.text}' is not what the article states ('{figure.text}')")
    _check_cited(stretch, index, run, known, protocol)


def _states(given: Token, printed: Token, operand: bool) -> bool:
    """In a formula an operand stands without its qualifier; elsewhere both must be the same."""
    return given.same_number(printed) if operand else given.proves(printed)


def _is_operand(stretch: Stretch, index: int) -> bool:
    """Whether the number stands between plus signs of a sum."""
    around = [stretch.runs[i] for i in (index - 1, index + 1) if 0 <= i < len(stretch.runs)]
    return any(getattr(run, "text", "").strip() in ("+", "=") for run in around)


def _check_cited(stretch: Stretch, index: int, run: Number, known: Known, protocol: Protocol) -> None:
    group = stretch.cited_after(index)
    right = any(cite.source == known.n and cite.sentence == known.sentence for cite in group)
    shown = " ".join(f"[{cite.sentence or cite.source}]" for cite in group) or "no citation"
    what = f"'{run.text}' stands in sentence {known.sentence} of source {known.n}, but what follows it is {shown}"
    protocol.check(right, "citation", stretch.where, what)


def _check_rounded(stretch: Stretch, index: int, run: Number, known: Known, protocol: Protocol) -> None:
    given, printed, sides = tokens(known.figure.text), tokens(run.text), rounding(run.formula)
    right = stretch.boxed and len(given) == len(printed) == 1 and sides is not None and run.value is not None
    if right and sides is not None:
        value, shown = Fraction(str(given[0].value)), Fraction(str(printed[0].value))
        right = sides == (value, shown) and run.value == printed[0].value
        right = right and rounds_to(value, shown, given[0].qualifiers)
        right = right and (given[0].qualifiers or {"about"}) == printed[0].qualifiers
    what = f"'{run.text}' is not '{known.figure.text}' rounded by the rule for boxes ({run.formula or 'no formula'})"
    protocol.check(right, "rounded", stretch.where, what)
    _check_cited(stretch, index, run, known, protocol)


def _check_derived(
    material: Material, stretch: Stretch, index: int, run: Number, known: list[Known], protocol: Protocol
) -> None:
    given = operands(run.formula)
    wanted = sorted(Fraction(str(k.figure.value)) for k in known if k.figure.value is not None)
    size = material.report.settings.household_size
    households = len(known) == 1 and "×" in run.formula and size is not None
    if households:
        wanted = sorted([*wanted, Fraction(str(size))])
    printed = [Fraction(str(token.value)) for token in tokens(run.text)]
    result = number(run.formula.split("=")[-1].strip()) if adds_up(run.formula) else None
    right = result is not None and printed == [result] and sorted(given) == wanted
    right = right and (run.value is None or Fraction(str(run.value)) == result)
    right = right and (households or len(known) > 1)
    protocol.check(right, "derived", stretch.where, f"'{run.text}' does not follow from its operands ({run.formula})")
    for one in known:
        _check_cited(stretch, index, run, one, protocol)


def _check_quote(material: Material, library: Library, stretch: Stretch, run: Quote, protocol: Protocol) -> None:
    source = material.sources.get(run.source)
    article = library.get(source.article) if source else None
    right = article is not None and stands_in(run.text, article.text)
    sentence = material.sentences.get(run.sentence)
    if run.sentence and sentence:
        right = right and stands_in(run.text, sentence.text) and sentence.id.split(".")[0] == str(run.source)
    protocol.check(right, "quote", stretch.where, f"“{run.text[:80]}” does not stand in source {run.source}")


def _check_name(material: Material, library: Library, stretch: Stretch, run: Name, protocol: Protocol) -> None:
    """A name may hold a number only where an article or a setting has it in the same words."""
    if not any(character.isdigit() for character in run.text):
        return
    right = any(stands_in(run.text, words) for words in (*material.given, *_texts(library)))
    protocol.check(right, "name", stretch.where, f"the number in '{run.text}' stands in no article and no setting")


def _texts(library: Library) -> Iterator[str]:
    for article in library:
        yield from (
            words for words in (article.text, article.title, article.publisher, article.url, article.name) if words
        )


def _check_cite(material: Material, stretch: Stretch, run: Cite, protocol: Protocol) -> None:
    sentence = material.sentences.get(run.sentence)
    right = run.source in material.sources and (not run.sentence or run.sentence.split(".")[0] == str(run.source))
    right = right and (not run.sentence or (sentence is not None and run.sentence in _told(material, stretch)))
    protocol.check(right, "citation", stretch.where, f"[{run.source}] leads to no sentence that says this")


def _told(material: Material, stretch: Stretch) -> frozenset[str]:
    """The sentences of the figures and quotations of a stretch: where its citations may lead."""
    printed = {i for _, run in numbers(stretch) for i in run.figures}
    quoted = {run.sentence for run in stretch.runs if isinstance(run, Quote)}
    known = [k for i, k in material.figures.items() if i in printed or k.sentence in quoted]
    repeated = {_said(k.figure) for k in known}
    figures = {k.sentence for k in material.figures.values() if _said(k.figure) in repeated}
    needs = () if printed else {need.sentence for need in material.report.needs}
    return frozenset((*figures, *quoted, *needs))


def _said(figure: Figure) -> tuple[object, ...]:
    """What two articles that repeat one number have in common."""
    return figure.measure, figure.value, figure.low, figure.high, figure.unit


def _structural(material: Material, stretch: Stretch, run: Number) -> bool:
    report = material.report
    if run.basis == "date":
        return _is_date(material, stretch, run)
    if run.basis == "time":
        return run.text == f"{report.as_of.astimezone(ZoneInfo(report.settings.time_zone)):%H%M} hours"
    if run.basis == "edition":
        return run.text == f"No. {report.number}" and run.value == report.number
    if run.basis == "parameter":
        return run.value == report.settings.household_size and run.text == f"{run.value:g}"
    printed = tokens(run.text)
    shown = printed[0].value if printed else 0
    return shown == run.value and shown in material.counts(run.basis or "", run.of, stretch.rows)


def _is_date(material: Material, stretch: Stretch, run: Number) -> bool:
    """A date of what the stretch cites, or one of the report's own where it cites nothing."""
    text = stretch.text()
    offset = sum(0 if isinstance(r, Cite) else len(r.text) for r in stretch.runs[: _place(stretch, run)])
    if run.text.isdigit() and len(run.text) == 4:
        # A year alone stands for its first day, which is what "since 2011" gives.
        return any(
            str(day.year) == run.text and (day.month, day.day) == (1, 1) for day in _cited_days(material, stretch)
        )
    day = next((p.day for p in printed_days(text) if p.start == offset), None)
    return day is not None and day in (_cited_days(material, stretch) or material.own_days())


def _place(stretch: Stretch, run: Number) -> int:
    return next(i for i, other in enumerate(stretch.runs) if other is run)


def _cited_days(material: Material, stretch: Stretch) -> frozenset[date]:
    cited = {run.source for run in stretch.runs if isinstance(run, Cite)}
    figures = {i for _, run in numbers(stretch) for i in run.figures}
    quoted = {run.sentence for run in stretch.runs if isinstance(run, Quote)}
    known = [k for i, k in material.figures.items() if i in figures or k.sentence in quoted]
    moments: list[date | datetime | None] = [material.sources[n].published for n in cited if n in material.sources]
    return days_of([*moments, *(k.figure.since for k in known), *(k.figure.until for k in known)])
