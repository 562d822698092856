"""sitrep: humanitarian situation reports in which every number cites the article that states it.

The public face: the nouns (`Article`, `Figure`, `Need`, `Finding`, `Report` and what they are made of), the verbs
(`read_paths`, `extract_article`, `reconcile_articles`, `compose_report`, `export_report`, `generate`,
`verify_report`, `evaluate_folder`) and the errors. Everything is loaded when it is first used, so importing is cheap.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .collect import read_paths
    from .errors import ConfigError, LockedError, Problem, SitrepError, UsageError
    from .evaluate import evaluate_folder
    from .extract import extract as extract_article
    from .model import Article, Extraction, Figure, Finding, Need, Reconciliation, Report
    from .pipeline import generate
    from .reconcile import reconcile as reconcile_articles
    from .report import export as export_report
    from .report.compose import compose as compose_report
    from .verify import verify_report

__version__ = "0.1.0"

# No plug-in of pydantic is of use here, and looking for one reads the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

_EXPORTS = {
    "Article": ("model", "Article"),
    "ConfigError": ("errors", "ConfigError"),
    "Extraction": ("model", "Extraction"),
    "Figure": ("model", "Figure"),
    "Finding": ("model", "Finding"),
    "LockedError": ("errors", "LockedError"),
    "Need": ("model", "Need"),
    "Problem": ("errors", "Problem"),
    "Reconciliation": ("model", "Reconciliation"),
    "Report": ("model", "Report"),
    "SitrepError": ("errors", "SitrepError"),
    "UsageError": ("errors", "UsageError"),
    "compose_report": ("report", "compose"),
    "evaluate_folder": ("evaluate", "evaluate_folder"),
    "export_report": ("report", "export"),
    "extract_article": ("extract", "extract"),
    "generate": ("pipeline", "generate"),
    "read_paths": ("collect", "read_paths"),
    "reconcile_articles": ("reconcile", "reconcile"),
    "verify_report": ("verify", "verify_report"),
}
"""Each public name with the module and the name it has there; a verb's own name is that of its package."""

__all__ = [
    "Article",
    "ConfigError",
    "Extraction",
    "Figure",
    "Finding",
    "LockedError",
    "Need",
    "Problem",
    "Reconciliation",
    "Report",
    "SitrepError",
    "UsageError",
    "__version__",
    "compose_report",
    "evaluate_folder",
    "export_report",
    "extract_article",
    "generate",
    "read_paths",
    "reconcile_articles",
    "verify_report",
]


def __getattr__(name: str) -> Any:
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _EXPORTS[name]
    return getattr(import_module(f".{module}", __name__), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
