"""What sitrep counts: one row per measure."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is counted.

    `unit` is the usual unit, `label` what a report prints, `section` the report's section, `stock_flow` whether it
    counts people at a date or events in a period, `sectored` whether its figures carry a cluster, `most` the largest
    plausible value of one figure.
    """

    key: str
    label: str
    unit: str
    section: str
    stock_flow: Literal["stock", "flow"]
    sectored: bool = False
    most: float = 8e9


MEASURES: dict[str, Measure] = {
    m.key: m
    for m in (
        Measure("displaced", "Newly displaced", "people", "displacement", "flow"),
        Measure("idps", "Living in displacement (IDPs)", "people", "displacement", "stock"),
        Measure("returned", "Returned", "people", "displacement", "flow"),
        Measure("refugees", "Refugees and asylum seekers", "people", "displacement", "stock"),
        Measure("deaths", "Killed", "people", "casualties", "flow"),
        Measure("injured", "Injured", "people", "casualties", "flow"),
        Measure("casualties", "Killed or injured, not told apart", "people", "casualties", "flow"),
        Measure("missing", "Missing", "people", "casualties", "flow"),
        Measure("detained", "Detained or abducted", "people", "casualties", "flow"),
        Measure("cases", "Cases of disease", "people", "casualties", "flow"),
        Measure("attacks", "Attacks and incidents", "incidents", "infrastructure", "flow"),
        Measure("housing_destroyed", "Homes destroyed", "structures", "infrastructure", "flow"),
        Measure("housing_damaged", "Homes damaged", "structures", "infrastructure", "flow"),
        Measure("facilities_affected", "Facilities affected", "facilities", "infrastructure", "flow", sectored=True),
        Measure("in_need", "In need", "people", "needs", "stock", sectored=True),
        Measure("affected", "Affected", "people", "needs", "flow"),
        Measure("assisted", "Assisted", "people", "needs", "flow", sectored=True),
        Measure("funding_required", "Funding required", "USD", "funding", "stock", most=1e12),
        Measure("funding_received", "Funding received", "USD", "funding", "flow", most=1e12),
    )
}
"""All measures by key, in the order in which a report shows them."""
