"""The IASC clusters, in the scheme of eleven (`iasc-11`) and of eight (`iasc-8`)."""

from typing import Literal

Scheme = Literal["iasc-11", "iasc-8"]

CLUSTERS: dict[str, dict[Scheme, str]] = {
    "cccm": {"iasc-11": "Camp Coordination and Camp Management", "iasc-8": "Shelter, Land and Site Coordination"},
    # The scheme of eight has no home for early recovery: it keeps its own name there.
    "early_recovery": {"iasc-11": "Early Recovery", "iasc-8": "Early Recovery (no cluster in this scheme)"},
    "education": {"iasc-11": "Education", "iasc-8": "Education"},
    "telecommunications": {"iasc-11": "Emergency Telecommunications", "iasc-8": "Logistics and Telecommunications"},
    "food_security": {"iasc-11": "Food Security", "iasc-8": "Food Security"},
    "health": {"iasc-11": "Health", "iasc-8": "Health"},
    "logistics": {"iasc-11": "Logistics", "iasc-8": "Logistics and Telecommunications"},
    "nutrition": {"iasc-11": "Nutrition", "iasc-8": "Nutrition"},
    "protection": {"iasc-11": "Protection", "iasc-8": "Protection"},
    "shelter": {"iasc-11": "Shelter", "iasc-8": "Shelter, Land and Site Coordination"},
    "wash": {"iasc-11": "Water, Sanitation and Hygiene", "iasc-8": "Water, Sanitation and Hygiene"},
    "multi": {"iasc-11": "Multi-sector", "iasc-8": "Multi-sector"},
}
"""Each sector key of a figure or need, with its name in both schemes; in the order in which a report lists them."""


def cluster_name(sector: str, scheme: Scheme = "iasc-11") -> str:
    """The cluster's full name as the field writes it, never abbreviated."""
    return CLUSTERS[sector][scheme]
