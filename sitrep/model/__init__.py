"""The nouns: frozen records that every stage passes on and none edits. They import only each other.

Findings and reports are loaded when they are first used: extraction needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .article import Article, Moment
from .figure import Extraction, Figure, Need, Span

if TYPE_CHECKING:
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

_OF_FINDINGS = frozenset(["Estimate", "Finding", "Member", "Origin", "PartOf", "PeopleInNeed", "Reconciliation"])


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".finding" if name in _OF_FINDINGS else ".report", __name__), name)
