"""What the writers of the sections share: the figures, their citations, and who said them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..measures import MEASURES
from ..model import Change, Finding, Member, Reconciliation, ReportedFigure, ReportedNeed, Settings, Source
from ..model.runs import Cite, Name, Quote, Run, Runs
from .numbers import is_description, stated
from .phrases import Phrases, between, joined
from .privacy import Privacy
from .shares import Room, is_crowded, room_for
from .speakers import determiner, speaker_name

ORDER = {key: index for index, key in enumerate(MEASURES)}
"""The place of each measure in a report."""


MOST_CITED = 3
"""Sources that one number cites; how many more there are, the tables say."""


@dataclass(frozen=True)
class Desk:
    """The report's material, as reported: private names are withheld in all of it."""

    phrases: Phrases
    settings: Settings
    privacy: Privacy
    sources: tuple[Source, ...]
    figures: Mapping[str, ReportedFigure]
    needs: tuple[ReportedNeed, ...]
    reconciliation: Reconciliation
    articles: int
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def room(self) -> Room:
        """How much each part of the report may take."""
        return room_for(self._current)

    @cached_property
    def crowded(self) -> bool:
        """Whether the parts before the annex are a selection."""
        return is_crowded(self._current)

    @property
    def _current(self) -> int:
        return sum(finding.scope == "current" for finding in self.findings)

    @cached_property
    def taken_out(self) -> frozenset[str]:
        """The ids of the figures that an analyst has rejected."""
        members = (member for finding in self.reconciliation.findings for member in finding.members)
        return frozenset(member.figure.id for member in members if member.role == "rejected")

    def told(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes, their reasons without what is private."""
        return tuple(change.model_copy(update={"why": self.privacy.clean(change.why)}) for change in changes)

    def of(self, figure_id: str) -> ReportedFigure:
        """The figure as reported."""
        return self.figures[figure_id]

    def recommended(self, finding: Finding) -> ReportedFigure | None:
        """The figure that is printed for a finding, if any may be."""
        return self.figures[finding.recommended.id] if finding.recommended else None

    def others(self, finding: Finding) -> tuple[tuple[ReportedFigure, Member], ...]:
        """The members that stand beside the recommended one and say another number, each number once."""
        main = finding.recommended
        seen = {_number(main)} if main else set()
        found = []
        for member in finding.members:
            if member.role != "triangulation" or not member.standing or member.figure.qualifier == "vague":
                continue
            if _number(member.figure) not in seen:
                seen.add(_number(member.figure))
                found.append((self.of(member.figure.id), member))
        return tuple(sorted(found, key=lambda pair: (-(pair[0].value or pair[0].high or 0), pair[0].n)))

    def earlier(self, finding: Finding) -> tuple[ReportedFigure, ...]:
        """The numbers that a later figure of the finding has replaced, the latest first."""
        main = finding.recommended
        replaced = [
            self.of(member.figure.id)
            for member in finding.members
            if member.role == "superseded" and main and _number(member.figure) != _number(main)
        ]
        latest = sorted(replaced, key=lambda figure: (-(figure.until.toordinal() if figure.until else 0), -figure.n))
        return tuple({_number(figure): figure for figure in reversed(latest)}.values())[::-1]

    def cite(self, *figures: ReportedFigure) -> Runs:
        """One group of citations: each sentence once, in the given order, those of one source together."""
        sources = list(dict.fromkeys(figure.n for figure in figures))
        ordered = sorted(figures, key=lambda figure: sources.index(figure.n))
        return between(" ", dict.fromkeys(Cite(source=figure.n, sentence=figure.sentence) for figure in ordered))

    def same_number(self, finding: Finding, figure: ReportedFigure) -> tuple[ReportedFigure, ...]:
        """The finding's figures that state the same number, as many as a group of citations has; itself first."""
        same = (
            self.of(member.figure.id)
            for member in finding.members
            if member.figure.id != figure.id and _number(member.figure) == _number(figure) and member.standing
        )
        others = {other.n: other for other in same if other.n != figure.n}
        return (figure, *list(others.values())[: MOST_CITED - 1])

    def number(self, figure: ReportedFigure, *, prose: bool = False) -> Run:
        """The figure's number; for a particular person the words that describe him or her, as a quotation."""
        if is_description(figure) or figure.withheld:
            return Quote(text=figure.text, source=figure.n, sentence=figure.sentence)
        return stated(figure, self.phrases, prose=prose)

    def label(self, text: str, figure: ReportedFigure) -> Run:
        """A group or a name as the article has it; one with words of blame or praise as a quotation."""
        text = self.privacy.clean(text)
        loaded = set(re.findall(r"[\w-]+", text.casefold())) & self.phrases.words("neutral", "loaded")
        return Quote(text=text, source=figure.n, sentence=figure.sentence) if loaded else Name(text=text)

    def said_by(self, figure: ReportedFigure) -> Runs:
        """Who gives the figure, for a table or a box."""
        name = speaker_name(figure, self.sources, self.phrases)
        bare = re.sub(r"(?i)^(?:an?|the) ", "", name).rstrip(",") if figure.source else name
        return joined([self.label(bare, figure)])

    def speaker(self, figure: ReportedFigure) -> Runs:
        """Who gives the figure, for a sentence: with "the" or "a" where the name needs it."""
        name = speaker_name(figure, self.sources, self.phrases)
        # A sentence may have begun with the article; where this one does, it is made large again.
        name = re.sub(r"^(?:The|An?) ", lambda found: found[0].lower(), name)
        run = self.label(name, figure)
        article = determiner(name, self.phrases)
        return joined((article, run))


def _number(figure: object) -> tuple[object, ...]:
    return tuple(getattr(figure, name) for name in ("value", "low", "high", "unit"))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By measure, whole crisis first, widest population first; then the larger number."""
    return sorted(
        findings,
        key=lambda finding: (
            ORDER.get(finding.measure, len(ORDER)),
            _stands_back(finding),
            not finding.crisis_wide,
            width(finding),
            -(finding.high or 0),
            finding.id,
        ),
    )


def _stands_back(finding: Finding) -> bool:
    """Whether the printed figure is less than a reported number: a claim, a forecast, a vague word, one person."""
    main = finding.recommended
    return main is None or main.certainty != "reported" or main.qualifier == "vague" or is_description(main)


def width(finding: Finding) -> int:
    """How narrow a finding's population is: everybody, civilians, a part of them, fighters."""
    if "combatants" in finding.population:
        return 4 + bool(finding.group)
    groups = 0 if not finding.population else 1 if finding.population == ("civilians",) else 2
    return groups + bool(finding.group)
