"""The description of the CSV files as a Frictionless data package."""

import json
from collections.abc import Mapping, Sequence

from ..model import Report
from .context import title

_NUMBERS = (
    "value_",
    "char_",
    "household_size",
    "source_number",
    "origins",
    "articles",
    "figures",
    "sentences",
    "credibility",
)
_FLAGS = frozenset({"out_of_scope", "whole_crisis"})
_DAYS = frozenset({"reference_period_start", "reference_period_end"})


def datapackage(report: Report, files: Sequence[tuple[str, Mapping[str, str]]]) -> bytes:
    """`datapackage.json` for the files: (name, columns)."""
    package = {
        "profile": "tabular-data-package",
        "name": report.stem,
        "title": title(report),
        "created": report.issued.isoformat(),
        "resources": [_resource(report, name, columns) for name, columns in files],
    }
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _resource(report: Report, name: str, columns: Mapping[str, str]) -> dict[str, object]:
    resource: dict[str, object] = {
        "profile": "tabular-data-resource",
        "name": name.removesuffix(".csv").removeprefix(f"{report.stem}-"),
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [{"name": column, "type": _type(column)} for column in columns],
            "missingValues": [""],
        },
    }
    if report.settings.hxl:
        resource["dialect"] = {"headerRows": [1], "commentRows": [2]}
    return resource


def _type(column: str) -> str:
    if column in _FLAGS:
        return "boolean"
    if column in _DAYS:
        return "date"
    return "number" if column.startswith(_NUMBERS) and not column.endswith("_source") else "string"
