"""Verification: an untouched report holds in every form; each way of tampering with it is found and named."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sitrep.collect.from_folder import read_paths
from sitrep.config import load_config
from sitrep.model import Article
from sitrep.pipeline import generate
from sitrep.verify import Verdict, verify_report

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report on the sample articles, by form."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    out = tmp_path_factory.mktemp("report")
    as_of = datetime(2024, 11, 30, 18, tzinfo=UTC)
    outcome = generate([SEEDS], crisis, as_of=as_of, out=out, formats=("md", "json", "html"))
    return {path.suffix: path for path in outcome.files}


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return read_paths([SEEDS])[0]


@pytest.mark.parametrize("form", [".md", ".json", ".html"])
def test_an_untouched_report_holds(made: dict[str, Path], articles: tuple[Article, ...], form: str) -> None:
    verdict = verify_report(made[form], articles)
    assert verdict.unproved == ()
    assert verdict.holds
    assert verdict.proved["stated"] > 50
    assert {"citation", "sentence", "source", "structural", "quote"} <= verdict.proved.keys()


def once(old: str, new: str) -> Callable[[str], str]:
    """The first occurrence replaced; the test fails if there is none."""

    def change(text: str) -> str:
        assert old in text, f"the report no longer prints {old!r}"
        return text.replace(old, new, 1)

    return change


def pattern(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        changed, count = re.subn(old, new, text, count=1)
        assert count, f"the report no longer prints {old!r}"
        return changed

    return change


def swapped(one: str, other: str) -> Callable[[str], str]:
    """Each in the place of the other, in the lines where they first stand in bold."""

    def change(text: str) -> str:
        assert f"**{one}**" in text and f"**{other}**" in text
        return text.replace(f"**{one}**", "**\0**").replace(f"**{other}**", f"**{one}**").replace("\0", other)

    return change


MARKDOWN = {
    "changed digit": once("**82**", "**83**"),
    "changed digit in prose": pattern(r"82( \w+ [\w ]*injured)", r"28\1"),
    "longer number": once("**82**", "**182**"),
    "swapped citation": pattern(r"(82 \w+ \w+[^\n]*?)\[\[5\.3\]\]", r"\1[[2.1]]"),
    "citation of another sentence": pattern(r"(82 \w+ \w+[^\n]*?)\[\[5\.3\]\]", r"\1[[5.9]]"),
    "link to another source": once("[5.3]: #source-5-3", "[5.3]: #source-4-3"),
    "link to nothing": once("[5.3]: #source-5-3\n", ""),
    "anchor at another sentence": once('`5.3` <a id="source-5-3"></a>', '`5.3` <a id="source-5-2"></a>'),
    "dropped qualifier": once("**over 75**", "**75**"),
    "added qualifier": once("**82**", "**more than 82**"),
    "weakened qualifier": once("**over 75**", "**nearly 75**"),
    "number moved to another row": swapped("82", "27"),
    "removed citation": pattern(r"(82 \w+ \w+[^\n]*?) \[\[5\.3\]\]", r"\1"),
    "edited quotation": pattern(r"(- “\w+ )(\w+)", r"\1never"),
    "altered sum": once("= 182", "= 183"),
    "altered operand": once("+ 40 +", "+ 41 +"),
    "altered estimate": once("about 35,000", "about 36,000"),
    "altered box": pattern(r"\| \*\*27\*\*", "| **72**"),
    "publisher changed": pattern(r"(</a>\*\*3\.\*\* [^\n]*)Sample ", r"\1Another "),
    "date of a source changed": pattern(r"(</a>\*\*3\.\*\* [^\n]*)29 November", r"\g<1>26 November"),
    "uncited number added": pattern(r"\n## Displacement", "\nA further 300 people fled.\n\n## Displacement"),
    "number added to a cited sentence": pattern(r"(82 \w+ [\w ]*injured)", r"\1 and 55 were missing"),
    "unit changed": once("nearly 7,000 families", "nearly 7,000 people"),
    "measure changed": pattern(r"(82 \w+ [\w ]*)injured", r"\1killed"),
    "population changed": pattern(r"27 civilians", "27 children"),
    "word for a number changed": pattern(r"eight children", "nine children"),
    "vague word made a number": pattern(r"\*\*([Hh]undreds)\*\*", "**200**"),
    "sentence of a source edited": pattern(r"(`5\.\d+` [^\n]*)82", r"\g<1>83"),
    "count of articles": pattern(r"five articles", "six articles"),
    "count of figures": pattern(r"\d+ figures in", "99 figures in"),
    "as-of date": pattern(r"As of 30 November", "As of 29 November"),
    "date in a row": pattern(r"(\*\*82\*\*[^\n]*published )30", r"\g<1>27"),
    "number of the report": once("Situation Report No. 1", "Situation Report No. 2"),
    "place of a figure": pattern(r"(\*\*3\*\* \| )Ariha", r"\1Aleppo"),
    "source left out": pattern(r"\n- <a id=\"source-2\"[^\n]*\n(?:  [^\n]*\n)*", "\n"),
}


@pytest.mark.parametrize("name", MARKDOWN)
def test_tampered_markdown_is_found(
    made: dict[str, Path], articles: tuple[Article, ...], tmp_path: Path, name: str
) -> None:
    text = made[".md"].read_text(encoding="utf-8")
    changed = MARKDOWN[name](text)
    assert changed != text
    path = tmp_path / made[".md"].name
    path.write_text(changed, encoding="utf-8")
    verdict = verify_report(path, articles)
    assert not verdict.holds
    assert all(re.fullmatch(r"line \d+", unproved.where) for unproved in verdict.unproved)


def test_the_line_is_named(made: dict[str, Path], articles: tuple[Article, ...], tmp_path: Path) -> None:
    lines = made[".md"].read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "**82**" in line)
    lines[number] = lines[number].replace("**82**", "**83**")
    path = tmp_path / made[".md"].name
    path.write_text("\n".join(lines), encoding="utf-8")
    (unproved,) = verify_report(path, articles).unproved
    assert unproved.where == f"line {number + 1}"
    assert "'83'" in unproved.what


def runs(node: Any, kind: str) -> Iterator[dict[str, Any]]:
    """Every run of a type below a piece of JSON."""
    if isinstance(node, dict):
        if node.get("type") == kind:
            yield node
        for value in node.values():
            yield from runs(value, kind)
    elif isinstance(node, list):
        for value in node:
            yield from runs(value, kind)


def number(report: dict[str, Any], **wanted: Any) -> dict[str, Any]:
    return next(
        run for run in runs(report["sections"], "number") if all(run.get(key) == value for key, value in wanted.items())
    )


def figure(report: dict[str, Any], text: str) -> dict[str, Any]:
    found = next(one for one in report["figures"] if one["text"] == text)
    assert isinstance(found, dict)
    return found


def put(node: dict[str, Any], **values: Any) -> None:
    for key, value in values.items():
        assert node[key] != value
        node[key] = value


def without_cites(report: dict[str, Any]) -> None:
    item = report["sections"][0]["blocks"][0]["items"]
    item[0] = [run for run in item[0] if run["type"] != "cite"]


def moved(report: dict[str, Any]) -> None:
    """Two stated numbers of different measures change places, each with its figure."""
    one, other = number(report, text="82"), number(report, text="27")
    one["text"], other["text"] = other["text"], one["text"]
    one["value"], other["value"] = other["value"], one["value"]
    one["figures"], other["figures"] = other["figures"], one["figures"]


def other_source(report: dict[str, Any]) -> None:
    cite = next(runs(report["sections"], "cite"))
    cite["source"] = cite["source"] % 5 + 1


JSON: dict[str, Callable[[dict[str, Any]], None]] = {
    "changed digit": lambda r: put(number(r, text="82"), text="83"),
    "changed value": lambda r: put(number(r, text="82"), value=83),
    "changed figure": lambda r: put(figure(r, "82"), text="83"),
    "changed understanding": lambda r: put(figure(r, "82"), value=8200),
    "dropped qualifier": lambda r: put(number(r, text="over 75"), text="75"),
    "swapped citation": other_source,
    "removed citation": without_cites,
    "number moved": moved,
    "edited quotation": lambda r: put(next(runs(r["sections"], "quote")), text="No hospital lacks anything."),
    "altered sum": lambda r: put(number(r, kind="derived", value=182), text="183", value=183),
    "altered formula": lambda r: put(number(r, kind="derived", value=182), formula="121 + 41 + 20 = 182"),
    "altered estimate": lambda r: put(number(r, kind="derived", value=35000), text="36,000", value=36000),
    "altered box": lambda r: put(next(runs(r["sections"], "boxes"))["boxes"][0]["number"], text="nearly 9,000"),
    "publisher changed": lambda r: put(r["sources"][2], publisher="Another Outlet"),
    "link changed": lambda r: put(r["sources"][2], url="https://example.org/other"),
    "sentence changed": lambda r: put(r["sources"][0]["sentences"][0], text="Nobody was displaced."),
    "number in plain words": lambda r: put(next(runs(r["sections"], "text")), text="A further 300 people fled. "),
    "unit changed": lambda r: put(figure(r, "nearly 7,000"), unit="people"),
    "measure changed": lambda r: put(figure(r, "82"), measure="deaths"),
    "place changed": lambda r: put(figure(r, "82"), place="Damascus"),
    "count changed": lambda r: put(number(r, basis="figures"), text="99", value=99),
    "date changed": lambda r: put(number(r, basis="date"), text="1 May 2020"),
    "number of the report": lambda r: put(next(runs(r["edition"], "number")), text="No. 7"),
    "range of a finding": lambda r: put(next(f for f in r["findings"] if f["high"]), high=123456),
    "figure dropped": lambda r: r["figures"].remove(figure(r, "82")),
    "household size": lambda r: put(r["settings"], household_size=6),
}  # fmt: skip


@pytest.mark.parametrize("name", JSON)
def test_tampered_json_is_found(
    made: dict[str, Path], articles: tuple[Article, ...], tmp_path: Path, name: str
) -> None:
    report = json.loads(made[".json"].read_text(encoding="utf-8"))
    JSON[name](report)
    assert not verdict_on(report, articles, tmp_path).holds


def verdict_on(report: dict[str, Any], articles: tuple[Article, ...], folder: Path) -> Verdict:
    path = folder / "report.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    return verify_report(path, articles)


@pytest.mark.parametrize("form", [".md", ".json", ".html"])
def test_an_article_that_is_missing_or_changed_is_named(
    made: dict[str, Path], articles: tuple[Article, ...], form: str
) -> None:
    assert any("source" in str(one).lower() for one in verify_report(made[form], articles[1:]).unproved)
    changed = articles[0].model_copy(update={"text": articles[0].text.replace("70,000", "80,000")})
    assert not verify_report(made[form], (changed, *articles[1:])).holds


def test_a_need_of_an_article_that_only_the_report_before_cited_is_not_counted(tmp_path: Path) -> None:
    """Both days have a sentence on one cluster; on the second there are four, one more than is quoted."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    need = "Hospitals in Idlib are short of {}."
    told = {
        1: [f"At least 51 people were injured in Idlib. {need.format('oxygen')}"],
        2: [
            f"At least {n}0 fled. {need.format(what)}"
            for n, what in enumerate(("medicine", "beds", "blood", "staff"), 6)
        ],
    }
    before = None
    for day, texts in told.items():
        folder = tmp_path / str(day)
        folder.mkdir()
        for n, text in enumerate(texts):
            head = f"title: Day {day}, {n}\npublisher: Desk {n}\npublished: 2024-11-2{day}"
            (folder / f"{day}-{n}.md").write_text(f"---\n{head}\n---\n{text}\n")
        at = datetime(2024, 11, 20 + day, 18, tzinfo=UTC)
        outcome = generate([folder], crisis, as_of=at, previous=before, out=tmp_path, formats=("md",))
        before = outcome.report
    page = outcome.files[0]
    assert "one sentence on this cluster" in page.read_text() and "Cited by the previous report" in page.read_text()
    assert verify_report(page, read_paths([tmp_path / "1", tmp_path / "2"])[0]).unproved == ()


def test_numbers_in_the_names_of_files_are_theirs(tmp_path: Path) -> None:
    """Files without a publisher are called by their names, also where one has the text of another or contradicts it."""
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    folder = tmp_path / "in"
    folder.mkdir()
    shared = " ".join(
        (
            "Storms killed 31 people in Idlib, the Red Crescent said.",
            "The rivers rose all night and took the bridges with them, so that lorries wait on both banks.",
            "Teachers opened the schools for those who had lost their roofs, and bakers worked until dawn.",
            "Forecasters see no end of the rain before the weekend.",
        )
    )
    texts = {
        "desk-1": shared,
        "desk-7": f"{shared} Reporting by our desk.",
        "desk-9": "Storms killed at least 45 people in Idlib, police said.",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"---\npublished: 2024-11-29\n---\n{text}\n")
    at = datetime(2024, 11, 30, 18, tzinfo=UTC)
    outcome = generate([folder], crisis, as_of=at, out=tmp_path, formats=("md", "json", "html"))
    assert "Same text also in: desk-7" in outcome.files[0].read_text()
    for path in outcome.files:
        assert verify_report(path, read_paths([folder])[0]).unproved == (), path.name


def test_a_title_may_begin_with_a_numeral(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    head = "---\ntitle: 45 dead after storms in Idlib\npublished: 2024-11-29\n---\n"
    article.write_text(f"{head}Storms killed 45 people in Idlib, police said.\n")
    crisis = load_config(SEEDS / "sitrep.toml").crises[0]
    at = datetime(2024, 11, 30, 18, tzinfo=UTC)
    outcome = generate([article], crisis, as_of=at, out=tmp_path / "out", formats=("md", "html"))
    for path in outcome.files:
        assert verify_report(path, read_paths([article])[0]).unproved == (), path.name
        other = path.with_stem("other")
        other.write_text(path.read_text().replace("45 dead after", "54 dead after"))
        assert verify_report(other, read_paths([article])[0]).unproved, path.name
