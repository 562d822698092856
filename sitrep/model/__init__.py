"""The nouns: frozen records that every stage passes on and none edits. They import only each other."""

from .article import Article, Moment
from .figure import Extraction, Figure, Need, Span
from .finding import Finding, Member, Origin, PartOf, Reconciliation
from .report import Change, Crisis, Report, ReportedFigure, ReportedFinding, ReportedNeed, Settings, Source

__all__ = [
    "Article",
    "Change",
    "Crisis",
    "Extraction",
    "Figure",
    "Finding",
    "Member",
    "Moment",
    "Need",
    "Origin",
    "PartOf",
    "Reconciliation",
    "Report",
    "ReportedFigure",
    "ReportedFinding",
    "ReportedNeed",
    "Settings",
    "Source",
    "Span",
]
