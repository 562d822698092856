"""The published JSON Schema of a report is the one of the models, and says which version it is of."""

import json
from pathlib import Path

from sitrep.model.report import SCHEMA
from sitrep.model.schema import FILE, report_schema

from .build import report

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / FILE


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == report_schema(), "run `sh script/schema`"


def test_the_schema_carries_the_version_of_the_json_form() -> None:
    schema = json.loads(report_schema())
    assert schema["properties"]["schema_version"]["const"] == SCHEMA
    assert schema["$id"] == "urn:sitrep-report:1"


def test_a_report_has_the_fields_that_the_schema_requires() -> None:
    schema, made = json.loads(report_schema()), json.loads(report().model_dump_json())
    assert set(schema["required"]) <= set(made) == set(schema["properties"])
    assert set(made["figures"][0]) == set(schema["$defs"]["ReportedFigure"]["properties"])
