"""Scores: precision, recall and F1 of figures and needs, and the shares of attributes that are right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from ..model import Article, Extraction, Figure, Need
from .gold import GoldArticle
from .match import ATTRIBUTES, attribute_right, match, overlap, says_more

MARKED = (*ATTRIBUTES, "period")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were annotated, found, and right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated that was found right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is wrong, with its sentence: `kind` is miss, false or the attribute's name."""

    kind: str
    article: str
    start: int
    end: int
    what: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The result: figures in all and by measure, attributes (share right), the same where gold says more than the
    plain value (share right, how many), full records (share of gold), needs, and every slip."""

    figures: Counts
    measures: dict[str, Counts]
    attributes: dict[str, float]
    marked: dict[str, tuple[float | None, int]]
    full_record: float
    needs: Counts
    slips: tuple[Slip, ...] = field(default=(), repr=False)

    def summary(self) -> dict[str, Any]:
        """Plain values for JSON, without the slips."""

        def plain(counts: Counts) -> dict[str, float]:
            return asdict(counts) | {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}

        return {
            "figures": plain(self.figures),
            "measures": {measure: plain(counts) for measure, counts in self.measures.items()},
            "attributes": self.attributes,
            "marked": self.marked,
            "full_record": self.full_record,
            "needs": plain(self.needs),
        }


@dataclass
class _Tally:
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    attributes: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    marked_right: Counter[str] = field(default_factory=Counter)
    full: int = 0
    needs: Counter[str] = field(default_factory=Counter)
    slips: list[Slip] = field(default_factory=list)


def score(pairs: Iterable[tuple[GoldArticle, Extraction]]) -> Scores:
    """The scores over annotated articles, each with what the extractor found in it."""
    tally = _Tally()
    for gold, extraction in pairs:
        _count_figures(tally, gold, extraction.figures)
        _count_needs(tally, gold.needs, extraction.needs)
    right, total = tally.right.total(), tally.gold.total()
    return Scores(
        figures=Counts(total, tally.found.total(), right),
        measures={m: Counts(tally.gold[m], tally.found[m], tally.right[m]) for m in sorted(tally.gold | tally.found)},
        attributes={a: tally.attributes[a] / right if right else 0.0 for a in ATTRIBUTES},
        marked={
            a: (tally.marked_right[a] / tally.marked[a] if tally.marked[a] else None, tally.marked[a]) for a in MARKED
        },
        full_record=tally.full / total if total else 0.0,
        needs=Counts(tally.needs["gold"], tally.needs["found"], tally.needs["right"]),
        slips=tuple(tally.slips),
    )


def _count_figures(tally: _Tally, gold: GoldArticle, found: tuple[Figure, ...]) -> None:
    tally.gold.update(figure.measure for figure in gold.figures)
    tally.found.update(figure.measure for figure in found)
    pairs = match(gold.figures, found)
    partners = {found[j].id: gold.figures[i].id for i, j, _ in pairs}
    correct = [(i, j) for i, j, right in pairs if right]
    for i, j in correct:
        _count_attributes(tally, gold.article, gold.figures[i], found[j], partners)
    missed = set(range(len(gold.figures))) - {i for i, _ in correct}
    false = set(range(len(found))) - {j for _, j in correct}
    tally.slips += [_slip("miss", gold.article, gold.figures[i]) for i in sorted(missed)]
    tally.slips += [_slip("false", gold.article, found[j]) for j in sorted(false)]


def _count_attributes(tally: _Tally, article: Article, gold: Figure, found: Figure, partners: dict[str, str]) -> None:
    tally.right[gold.measure] += 1
    verdicts = {attribute: attribute_right(attribute, gold, found, partners) for attribute in MARKED}
    tally.attributes.update(a for a in ATTRIBUTES if verdicts[a])
    tally.full += all(verdicts[a] for a in ATTRIBUTES)
    marked = [a for a in MARKED if says_more(a, gold, found)]
    tally.marked.update(marked)
    tally.marked_right.update(a for a in marked if verdicts[a])
    for attribute in ATTRIBUTES:
        if not verdicts[attribute]:
            what = f"{gold.text}: gold {getattr(gold, attribute)!r}, found {getattr(found, attribute)!r}"
            tally.slips.append(_slip(attribute, article, gold, what))


def _slip(kind: str, article: Article, figure: Figure, what: str = "") -> Slip:
    number = figure.value if figure.value is not None else (figure.low, figure.high)
    sentence = " ".join(_sentence(article.text, figure.start, figure.end).split())
    what = what or f"{figure.measure} {number} [{figure.text}]"
    return Slip(kind, article.name, figure.start, figure.end, what, sentence)


def _sentence(text: str, start: int, end: int) -> str:
    left = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1)
    stops = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return text[left : min(stops) + 1 if stops else len(text)]


def _count_needs(tally: _Tally, gold: tuple[Need, ...], found: tuple[Need, ...]) -> None:
    wanted = [(need, sector) for need in gold for sector in need.sectors]
    given = [(need, sector) for need in found for sector in need.sectors]
    tally.needs["gold"] += len(wanted)
    tally.needs["found"] += len(given)
    for need, sector in wanted:
        fitting = (pair for pair in given if pair[1] == sector and _covers(need, pair[0]))
        if pair := next(fitting, None):
            given.remove(pair)
            tally.needs["right"] += 1


def _covers(one: Need, other: Need) -> bool:
    """The spans overlap by half of the shorter."""
    return overlap(one, other) * 2 >= min(one.end - one.start, other.end - other.start)
