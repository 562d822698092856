"""sitrep: humanitarian situation reports in which every number cites the article that states it.

The public face: the nouns (`Article`, `Figure`, `Need`, `Finding`, `Report` and what they are made of), the verbs
(`read_paths`, `extract_article`, `reconcile_articles`, `compose_report`, `generate`, `verify_report`,
`evaluate_folder`) and the errors. Everything is loaded when it is first used, so that importing costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import ConfigError, LockedError, Problem, SitrepError, UsageError
    from .extract import extract as extract_article
    from .model import Article, Extraction, Figure, Finding, Need, Reconciliation

__version__ = "0.1.0"

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
    "SitrepError": ("errors", "SitrepError"),
    "UsageError": ("errors", "UsageError"),
    "extract_article": ("extract", "extract"),
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
    "SitrepError",
    "UsageError",
    "__version__",
    "extract_article",
]


def __getattr__(name: str) -> Any:
    if name not in _EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _EXPORTS[name]
    return getattr(import_module(f".{module}", __name__), attribute)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
