"""The nouns: frozen records that every stage passes on and none edits. They import only each other."""

from .article import Article, Moment
from .figure import Extraction, Figure, Need, Span
from .finding import Estimate, Finding, Member, Origin, PartOf, PeopleInNeed, Reconciliation
from .report import Change, Crisis, Report, ReportedFigure, ReportedFinding, ReportedNeed, Settings, Source

__all__ = [
    "Article",
    "Change",
    "Crisis",
    "Estimate",
    "Extraction",
    "Figure",
    "Finding",
    "Member",
    "Moment",
    "Need",
    "Origin",
    "PartOf",
    "PeopleInNeed",
    "Reconciliation",
    "Report",
    "ReportedFigure",
    "ReportedFinding",
    "ReportedNeed",
    "Settings",
    "Source",
    "Span",
]
