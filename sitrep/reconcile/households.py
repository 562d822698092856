"""Households: how many people a household has by country, and the estimate made with it."""

import tomllib
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from ..model import Estimate, Figure
from .context import HouseholdSize


@lru_cache(maxsize=1)
def household_sizes() -> Mapping[str, HouseholdSize]:
    """The built-in sizes by alpha-3 code, each with its source."""
    data = tomllib.loads(resources.files(__package__).joinpath("households.toml").read_text(encoding="utf-8"))
    return MappingProxyType({code: HouseholdSize(size, data["source"]) for code, size in data["size"].items()})


def household_size(country: str | None, configured: Mapping[str, HouseholdSize] | None = None) -> HouseholdSize | None:
    """The size for a country: the configured one, else the built-in one, else None."""
    if country is None:
        return None
    return (configured or {}).get(country) or household_sizes().get(country)


def estimate(figure: Figure, size: HouseholdSize | None) -> Estimate | None:
    """People in the households of a figure, rounded half up; None for other units, ranges, or an unknown size."""
    if size is None or figure.unit != "households" or figure.value is None or figure.qualifier == "vague":
        return None
    people = (Decimal(str(figure.value)) * Decimal(str(size.size))).quantize(Decimal(1), ROUND_HALF_UP)
    return Estimate(figure=figure.id, households=figure.value, size=size.size, people=int(people), source=size.source)
