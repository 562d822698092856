"""Builders for the tests of charts: a report with just the findings that a chart is drawn from."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta

from sitrep.model import Report, ReportedFigure, ReportedFinding, Source
from sitrep.model.crisis import Crisis, Settings
from sitrep.model.finding import Origin
from sitrep.model.reported import ReportedMember, Sentence
from sitrep.model.runs import Section
from sitrep.report.lettering import Box, width

SECTIONS = ("highlights", "overview", "displacement", "casualties", "conflicts", "annex")
FIRST = date(2024, 11, 28)


def claim(value, *, origin="Monitor", kind="monitor", days=0, role="triangulation", text=None, source=1, **fields):
    """A figure with its part in a finding; `days` after the first day."""
    return {
        "value": value,
        "text": text or f"{value:,}",
        "origin": origin,
        "kind": kind,
        "day": FIRST + timedelta(days=days),
        "role": role,
        "n": source,
        "fields": fields,
    }


def finding(*claims, measure="deaths", place=None, relation="single", crisis_wide=False, **fields):
    """A finding of claims; the first is recommended if none is."""
    given = list(claims)
    if not any(c["role"] == "recommended" for c in given):
        given[0] = given[0] | {"role": "recommended"}
    return {
        "measure": measure,
        "place": place,
        "relation": relation,
        "crisis_wide": crisis_wide,
        "claims": given,
    } | fields


def report(*findings, country="SYR", product="sitrep", as_of=None):
    """A report of the findings, with a source a number and a sentence a figure."""
    figures, made, sentences = [], [], {}
    for f, given in enumerate(findings):
        given = dict(given)
        claims = given.pop("claims")
        ids = []
        for c, told in enumerate(claims):
            n = told["n"]
            sentences.setdefault(n, []).append(told["text"])
            figure = ReportedFigure(**_figure(f"f{f}-{c}", told, given, len(sentences[n])))
            figures.append(figure)
            ids.append((figure.id, told))
        main = next(i for i, told in ids if told["role"] == "recommended")
        members = tuple(
            ReportedMember(figure=i, role=told["role"], origin=told["origin"], standing=told["role"] != "superseded")
            for i, told in ids
        )
        origins = {
            t["origin"]: Origin(key=t["origin"], name=t["origin"], kind=t["kind"], reliability="B") for _, t in ids
        }
        made.append(
            ReportedFinding(
                id=f"g{f}", recommended=main, members=members, origins=tuple(origins.values()), articles=1, **given
            )
        )
    moment = as_of or datetime(2024, 12, 2, 12, tzinfo=UTC)
    return Report(
        id="r", crisis=Crisis(name="A crisis", country=country), number=1, as_of=moment, issued=moment,
        heading="A crisis", settings=Settings(product=product), figures=tuple(figures), findings=tuple(made),
        sources=tuple(_source(n, told) for n, told in sorted(sentences.items())),
        sections=tuple(Section(key=key, title=key) for key in SECTIONS),
    )  # fmt: skip


def _figure(figure_id, told, given, k):
    low = {"value": None, "low": told["value"][0], "high": told["value"][1]} if isinstance(told["value"], tuple) else {}
    fields = {"measure": given["measure"], "place": given["place"], "value": told["value"], "text": told["text"]}
    where = {"article": f"a{told['n']}", "n": told["n"], "sentence": f"{told['n']}.{k}", "start": 0, "end": 1}
    return {"id": figure_id, "until": told["day"]} | fields | where | low | told["fields"]


def _source(n, told):
    sentences = tuple(Sentence(id=f"{n}.{k}", text=t, start=0, end=1) for k, t in enumerate(told, 1))
    return Source(n=n, article=f"a{n}", name=f"a{n}", sentences=sentences)


def texts(svg):
    """Every text of a drawing with the box that it takes in the widest font, and the drawing's own box."""
    root = ET.fromstring(svg)
    _, _, wide, high = map(float, root.get("viewBox").split())
    size = float(root.get("font-size"))
    found = []
    for node in root.iter("{http://www.w3.org/2000/svg}text"):
        letters = float(node.get("font-size", size))
        long = width(node.text or "", letters, bold=node.get("font-weight") == "bold")
        left = float(node.get("x")) - {"middle": long / 2, "end": long}.get(node.get("text-anchor", "start"), 0.0)
        level = float(node.get("y"))
        found.append((node.text or "", Box(left, level - letters * 0.78, left + long, level + letters * 0.22)))
    return found, Box(0, 0, wide, high)


def assert_readable(svg):
    """No text is clipped and no two texts overlap, in the widest font that is used."""
    found, drawing = texts(svg)
    for n, (text, box) in enumerate(found):
        assert box.within(drawing), (text, box)
        for other, another in found[:n]:
            assert not box.meets(another), (text, other)
