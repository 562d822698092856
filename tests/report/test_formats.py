import csv
import io
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from sitrep.errors import SitrepError, UsageError
from sitrep.report import FORMATS, export
from sitrep.report.columns import FIGURES
from sitrep.report.context import pictures
from sitrep.report.templates import own_folder, render

from .build import SETTINGS, report

ROOT = Path(__file__).parent.parent.parent


def test_files_are_named_after_date_crisis_and_number() -> None:
    files, _ = export(report(), ("md", "html", "json", "csv"))
    assert [file.name.removeprefix("2025-06-05-norvale-floods-sitrep-01") for file in files] == [
        ".md",
        ".html",
        ".json",
        "-figures.csv",
        "-sources.csv",
        "-reconciliation.csv",
        "-datapackage.json",
    ]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_each_format_gives_the_same_bytes_twice(name: str) -> None:
    assert export(report(), (name,)) == export(report(), (name,))


def test_an_unknown_format_is_an_error_of_use() -> None:
    with pytest.raises(UsageError, match="There is no format 'odt'; the formats are pdf, md, html"):
        export(report(), ("md", "odt"))


def test_figures_have_the_columns_of_the_field() -> None:
    files, _ = export(report(), ("csv",))
    reader = csv.DictReader(io.StringIO(files[0].data.decode("utf-8-sig")))
    row = next(reader)
    assert list(row) == list(FIGURES)
    assert (row["indicator"], row["value_reported"], row["quantifier"], row["unit"]) == (
        "displaced",
        "12450",
        "at_least",
        "people",
    )


def test_households_become_people_in_the_data_with_their_logic() -> None:
    files, _ = export(report(), ("csv",))
    assert "3100 households x 5 = 15500" in files[0].data.decode("utf-8-sig")


def test_hxl_adds_a_row_of_hashtags() -> None:
    made = report(settings=SETTINGS.model_copy(update={"hxl": True}))
    files, _ = export(made, ("csv",))
    rows = files[0].data.decode("utf-8-sig").splitlines()
    assert rows[1].split(",") == list(FIGURES.values())
    package = json.loads(files[-1].data)
    assert package["resources"][0]["dialect"] == {"headerRows": [1], "commentRows": [2]}


def test_the_data_package_describes_every_file_and_column() -> None:
    files, _ = export(report(), ("csv",))
    package = json.loads(files[-1].data)
    assert [resource["path"] for resource in package["resources"]] == [file.name for file in files[:3]]
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == list(FIGURES)


def test_a_users_template_goes_first_by_name(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("Ours: {{ report.heading | md }}\n", encoding="utf-8")
    files, problems = export(report(), ("md", "html"), templates=(tmp_path,))
    assert files[0].data == b"Ours: Norvale: floods\n"
    assert b"<h1>Norvale: floods</h1>" in files[1].data
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one\n{% if %}\n", r"report\.md\.j2, line 2: "),
        ("one\ntwo\n{{ report.nothing.more }}\n", r"report\.md\.j2, line 3: the template failed: "),
        ("{% include 'absent.j2' %}", r"The template 'absent\.j2' was not found in "),
    ],
)
def test_a_mistake_in_a_template_is_one_sentence_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "report.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(SitrepError, match=message):
        render("report.md.j2", {"report": report(), "used": frozenset()}, (tmp_path,))
    files, problems = export(report(), ("md", "json"), templates=(tmp_path,))
    assert len(files) == 1 and "\n" not in str(problems[0])


def test_templates_cannot_leave_their_folders(tmp_path: Path) -> None:
    (tmp_path / "report.md.j2").write_text("{% include '../../../etc/hostname' %}", encoding="utf-8")
    with pytest.raises(SitrepError, match="was not found"):
        render("report.md.j2", {"report": report()}, (tmp_path,))


def test_the_templates_of_the_checkout_are_found() -> None:
    assert (own_folder() / "report.html.j2").is_file()


def _export_in(environment: dict[str, str], *formats: str) -> subprocess.CompletedProcess[str]:
    code = (
        "from tests.report.build import report; from sitrep.report import export\n"
        f"files, problems = export(report(), {formats!r})\n"
        "print([file.name[-4:] for file in files]); print(*problems, sep='\\n')"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_without_a_font_the_other_formats_are_still_written(tmp_path: Path) -> None:
    command = tmp_path / "fc-list"
    command.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    command.chmod(0o755)
    done = _export_in({"PATH": f"{tmp_path}:{os.environ['PATH']}"}, "pdf", "md")
    assert done.returncode == 0, done.stderr
    assert "n-01.md" not in done.stdout and "1.md" in done.stdout
    assert "no font is installed; install one" in done.stdout


def test_without_pango_the_other_formats_are_still_written(tmp_path: Path) -> None:
    package = tmp_path / "weasyprint"
    package.mkdir()
    (package / "__init__.py").write_text("raise OSError('cannot load library libpango-1.0-0')\n", encoding="utf-8")
    done = _export_in({"PYTHONPATH": str(tmp_path)}, "pdf", "md")
    assert done.returncode == 0, done.stderr
    assert "the library Pango is missing; install it" in done.stdout
    assert "1.md" in done.stdout


def test_a_character_without_a_glyph_is_named(tmp_path: Path) -> None:
    made = report(overrides=("analyst: \U0001f9ff\uf8ff took f1 out",))
    files, problems = export(made, ("pdf",))
    assert len(files) == 1
    said = [str(problem).split(": ", 1)[1] for problem in problems]
    assert "no font has U+F8FF (\uf8ff); \ufffd is printed instead" in said
    assert not any("notdef" in line for line in said)


def test_a_character_without_a_glyph_is_named_in_drawings_too() -> None:
    """In the PDF and, alone, in Word, whose pictures are painted from a PDF."""
    made = report()
    drawn = next(picture for picture in pictures(made))
    odd = drawn.model_copy(
        update={"svg": drawn.svg.replace("</svg>", "<text x='9' y='9'>Wide \uf8ff Times</text></svg>")}
    )
    sections = tuple(
        section.model_copy(update={"blocks": tuple(odd if block == drawn else block for block in section.blocks)})
        for section in made.sections
    )
    for name in ("pdf", "docx"):
        _, problems = export(made.model_copy(update={"sections": sections}), (name,))
        assert [str(p).split(": ", 1)[1] for p in problems] == [
            "no font has U+F8FF (\uf8ff); \ufffd is printed instead"
        ]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ 1 / 0 }}", "report.md.j2, line 1: the template failed: division by zero"),
        ("\n{% include 'report.md.j2' %}", "report.md.j2, line 2: the template failed: maximum recursion depth"),
        (b"\xff\xfe", "report.md.j2: the template is no UTF-8 text"),
    ],
)
def test_whatever_fails_in_a_template_is_one_sentence(tmp_path: Path, template: str | bytes, said: str) -> None:
    file = tmp_path / "report.md.j2"
    file.write_bytes(template if isinstance(template, bytes) else template.encode())
    files, problems = export(report(), ("md", "json"), templates=(tmp_path,))
    assert [file.name.rsplit(".", 1)[1] for file in files] == ["json"]
    assert len(problems) == 1 and said in str(problems[0])


def test_a_folder_of_templates_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, problems = export(report(), ("md",), templates=(tmp_path / "mine",))
    assert f"There is no folder of templates {tmp_path / 'mine'}." in str(problems[0])


def test_a_users_drawing_is_in_the_report(tmp_path: Path) -> None:
    for name in ("map", "chart-series", "chart-bars", "chart-claims"):
        (tmp_path / f"{name}.svg.j2").write_text(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>{{ title }}</title></svg>"
        )
    drawn = [picture.svg for picture in pictures(report(templates=(tmp_path,)))]
    assert drawn and all("width='9'" in svg for svg in drawn)
    (tmp_path / "chart-claims.svg.j2").write_text("<svg>\n{{ nope }}</svg>")
    with pytest.raises(SitrepError, match=r"chart-claims\.svg\.j2, line 2"):
        report(templates=(tmp_path,))


def test_nothing_is_loaded_from_the_network_or_the_disk(tmp_path: Path) -> None:
    page = "<html><body><img src='file:///etc/hostname'><img src='http://127.0.0.1:9/x.png'>{{ report.heading }}</body>"
    (tmp_path / "report.html.j2").write_text(page, encoding="utf-8")
    files, problems = export(report(), ("pdf",), templates=(tmp_path,))
    assert len(files) == 1
    assert len([problem for problem in problems if "may not load" in str(problem)]) == 2


def test_formats_made_together_are_those_made_alone() -> None:
    """The PDF may come from a process of its own."""
    together, problems = export(report(), tuple(FORMATS))
    assert problems == ()
    assert {file.name: file.data for file in together} == {
        file.name: file.data for name in FORMATS for file in export(report(), (name,))[0]
    }


def test_a_citation_shows_its_sentence_where_the_pointer_rests() -> None:
    made = report()
    files, _ = export(made, ("html",))
    text = files[0].data.decode("utf-8")
    sentences = {f"source-{s.id.replace('.', '-')}": s.text for source in made.sources for s in source.sentences}
    shown = re.findall(r'<a class="cite" href="#([\w-]+)" title="([^"]*)">', text)
    assert len(shown) > 20
    assert all(unescape(title) == " ".join(sentences[target].split()) for target, title in shown)
