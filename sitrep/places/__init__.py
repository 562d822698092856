"""Places: names of countries, first-level divisions and cities, resolved with the country of the document as context.

Takes a name as an article states it, returns what place it is, or that it is ambiguous or unknown.
Never guesses by population size, never asks the network.

The packaged places (`world.zip`) are a selection of GeoNames (geonames.org), Creative Commons Attribution 4.0.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .gazetteer import Gazetteer
    from .place import Place, Resolution
    from .relate import Relation

__all__ = ["Gazetteer", "Place", "Relation", "Resolution"]

_WHERE = {"Gazetteer": "gazetteer", "Place": "place", "Relation": "relate", "Resolution": "place"}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_WHERE[name]}", __name__), name)
