"""The JSON Schema of a report, made from the models: what other programs read the JSON export by."""

import json

from .report import SCHEMA, Report

FILE = "report.schema.json"
"""Its name among the documents of the project."""


def report_schema() -> str:
    """The schema as it is published: JSON Schema 2020-12, identified by the version of the JSON form."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}"}
    return json.dumps(head | Report.model_json_schema(mode="serialization"), indent=1, ensure_ascii=False) + "\n"
