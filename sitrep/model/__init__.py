"""The nouns: frozen records that every stage passes on and none edits. They import only each other.

Findings and reports are loaded when they are first used: extraction needs neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .article import Article, Moment
from .figure import Extraction, Figure, Need, Span

if TYPE_CHECKING:
    from .crisis import Crisis, Settings
    from .finding import Estimate, Finding, Member, Origin, PartOf, PeopleInNeed, Reconciliation
    from .report import Change, Report
    from .reported import ReportedFigure, ReportedFinding, ReportedNeed, Source

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

_LATER = {
    "crisis": ("Crisis", "Settings"),
    "finding": ("Estimate", "Finding", "Member", "Origin", "PartOf", "PeopleInNeed", "Reconciliation"),
    "report": ("Change", "Report"),
    "reported": ("ReportedFigure", "ReportedFinding", "ReportedNeed", "Source"),
}
_MODULES = {name: module for module, names in _LATER.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)
