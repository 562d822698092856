"""Floors of reconciliation on the gold bundles, extraction included. They only rise."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from dateutil.parser import isoparse

from sitrep.extract import extract
from sitrep.model import Article
from sitrep.places import Gazetteer
from sitrep.reconcile import Context, reconcile, to_json

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
BUNDLES = sorted(p.parent for p in GOLD.glob("bundles/*/bundle.json"))
FLOORS = {
    "figures precision": 0.96,
    "figures recall": 0.95,
    "grouping F1": 0.90,
    "duplicates F1": 1.0,
    "parts F1": 0.97,
    "relation": 0.96,
    "recommended": 0.93,
    "range": 0.91,
    "origins": 0.91,
}

pytestmark = pytest.mark.skipif(not BUNDLES, reason="the gold of ../shared is not on this machine")


def findings(folder: Path) -> dict[str, object]:
    bundle = json.loads((folder / "bundle.json").read_text(encoding="utf-8"))
    articles = [
        Article(name=a["id"], text=(folder / a["file"]).read_text(encoding="utf-8"), country=bundle["country"],
                **{k: a[k] for k in ("title", "publisher", "published", "url", "language")})
        for a in bundle["articles"]
    ]  # fmt: skip
    context = Context(bundle["country"], bundle["crisis"], isoparse(bundle["as_of"]), places=Gazetteer())
    return to_json(reconcile(articles, [extract(a) for a in articles], context), articles)


def test_the_bundles_come_out_no_worse_than_before(tmp_path: Path) -> None:
    arguments = []
    for folder in BUNDLES:
        out = tmp_path / f"{folder.name}.json"
        out.write_text(json.dumps(findings(folder)), encoding="utf-8")
        arguments += [str(folder), str(out)]
    scorer = [sys.executable, str(GOLD / "score_findings.py"), "score", *arguments]
    table = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    got = {
        f"{row} {name}": float(value)
        for row, names in (
            ("figures", ("precision", "recall")),
            ("grouping", ("F1",)),
            ("duplicates", ("F1",)),
            ("parts", ("F1",)),
        )
        for name in names
        for value in re.findall(rf"^{row} .*?{name} ([\d.]+)", table, flags=re.M)
    }
    got |= {name: float(value) for name, value in re.findall(r"(recommended|range|origins) ([\d.]+)", table)}
    got["relation"] = float(re.findall(r"mean of its kinds ([\d.]+)", table)[0])
    assert {k: v for k, v in got.items() if v < FLOORS[k]} == {}, table
