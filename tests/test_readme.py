"""The README is true: its commands run, its excerpt is what the demonstration writes, its tables are the code's."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from sitrep.cli import COMMANDS
from sitrep.cli.records import COLUMNS
from sitrep.clusters import CLUSTERS
from sitrep.collect.settings import AnySource
from sitrep.config import CrisisConfig, load_config
from sitrep.config.schema import ReportSettings
from sitrep.errors import ConfigError, LockedError, SitrepError, UsageError
from sitrep.evaluate.gold import read_gold
from sitrep.measures import MEASURES
from sitrep.report import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIELDS = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
SOURCES = get_args(get_args(AnySource)[0])
SHELL_LINES = re.findall(r"^\$ (.+)$", "\n".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL)), re.MULTILINE)
NOT_CALLED = ("GOLD_DIR", "--install")
SITREP_LINES = [line for line in SHELL_LINES if line.startswith("sitrep ") and not any(w in line for w in NOT_CALLED)]


def table(heading: str) -> list[list[str]]:
    """The body rows of the first table under a heading, each cell without its code marks."""
    section = re.split(r"^#+ ", README.split(f"# {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("`") for cell in row] for row in rows[2:]]


def test_the_fields_of_a_figure_are_those_that_extract_prints():
    rows = re.findall(r"^\| (`.+?) \|", FIELDS, re.MULTILINE)
    told = {field for row in rows for field in re.findall(r"`(\w+)`", row)}
    assert told == set(COLUMNS) - {"sectors"} and "`sectors` (one or more of the sectors above)" in FIELDS
    sectors = next(line for line in FIELDS.splitlines() if line.startswith("| `sector` "))
    assert set(CLUSTERS) <= set(re.findall(r"`(\w+)`", sectors))


def test_an_annotated_article_has_the_form_that_is_told(tmp_path):
    (example,) = re.findall(r"```json\n(.*?)```", FIELDS, re.DOTALL)
    (tmp_path / "a.txt").write_text("more than 70,000 civilians fled. " + 28 * "." + "\nFamilies lack shelter.")
    (tmp_path / "a.json").write_text(example)
    assert [(row.start, row.end) for gold in read_gold(tmp_path) for row in (*gold.figures, *gold.needs)] == [
        (0, 16),
        (61, 83),
    ]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples in it, in which the commands run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def shell(line: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", line], cwd=cwd, env={**os.environ, "PATH": path, **env}, capture_output=True, text=True
    )


def test_the_two_commands_are_the_scripts_that_are_there():
    scripts = [line for line in SHELL_LINES if line.startswith("sh ")]
    assert scripts == ["sh script/demo", "sh script/test"]
    for name in re.findall(r"sh (script/\w+)", README):
        assert (ROOT / name).is_file()


def test_the_table_of_commands_is_the_code_s():
    assert dict(table("All commands")) == COMMANDS


def test_the_commands_run_in_their_order(checkout):
    assert SITREP_LINES
    for line in SITREP_LINES:
        done = shell(line, checkout)
        assert (done.returncode, done.stderr) == (0, ""), line
    assert {path.suffix for path in (checkout / "reports").iterdir()} == {".md", ".json"}
    assert {path.suffix for path in (checkout / "output").iterdir()} >= {".md", ".pdf"}


def test_the_excerpt_is_what_the_demonstration_writes(checkout):
    config = "--config seeds/sitrep.toml --as-of 2024-11-30T18:00+00:00 --formats md --out excerpt"
    assert shell(f"sitrep generate seeds {config}", checkout).returncode == 0
    (report,) = (checkout / "excerpt").glob("*.md")
    written = report.read_text(encoding="utf-8").splitlines()
    excerpt = README.split("<!-- excerpt -->", 1)[1].split("<!-- /excerpt -->", 1)[0]
    lines = [line for line in re.sub(r"^```\w*$", "", excerpt, flags=re.MULTILINE).splitlines() if line.strip()]
    assert len(lines) >= 8
    for line in lines:
        assert line in written, "sh script/readme renews the excerpt"


def test_the_table_of_measures_is_the_code_s():
    assert table("What it counts") == [
        [measure.key, measure.label, measure.unit, measure.stock_flow] for measure in MEASURES.values()
    ]


def test_the_table_of_formats_is_the_code_s():
    assert [row[0] for row in table("What it writes")] == list(FORMATS)


def test_the_table_of_sources_is_the_code_s():
    kinds = {model.model_fields["kind"].annotation.__args__[0]: model for model in SOURCES}
    rows = {kind: keys.replace("`", "").split() for kind, _, keys in table("Configuration")}
    assert list(rows) == list(kinds)
    for kind, model in kinds.items():
        required = {name for name, field in model.model_fields.items() if field.is_required()}
        assert set(rows[kind]) == required - {"kind"}, kind


def test_the_table_of_what_a_crisis_may_say_is_the_code_s():
    cells = [key.strip(" `[]") for keys, _ in table("What a crisis may say") for key in keys.split(",")]
    assert {key.removeprefix("crisis.") for key in cells} == set(CrisisConfig.model_fields)


def test_the_table_of_how_a_report_looks_is_the_code_s():
    told = {key.strip(" `") for keys, _ in table("How a report looks") for key in keys.split(",")}
    assert told == set(ReportSettings.model_fields) - {"samples"}
    start = (ROOT / "sitrep" / "config" / "start.toml").read_text(encoding="utf-8")
    assert all(re.search(rf"^(# )?{key} = ", start, re.MULTILINE) for key in told)


def test_the_table_of_exit_codes_is_the_code_s(checkout):
    told = re.sub(r"\s+", " ", shell("sitrep --help", checkout).stdout).split("Exit codes:", 1)[1].split(". ", 1)[0]
    codes = dict(row for row in table("Exit codes"))
    assert [text.split(" ", 1)[0] for text in told.strip().split("; ")] == list(codes)
    assert {str(error.code) for error in (SitrepError, UsageError, LockedError, ConfigError)} <= set(codes)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("sitrep generate nothing-here --crisis X --out exits", 1),
        ("sitrep generate seeds --crisis X --formats doc --out exits", 2),
        ("sitrep generate seeds nothing-here --crisis X --formats md --out exits", 3),
        ("sitrep generate seeds --config wrong.toml --out exits", 78),
    ],
)
def test_an_exit_code_means_what_its_row_says(checkout, line, code):
    (checkout / "wrong.toml").write_text("[crisis]\nnam = 'X'\n")
    done = shell(line, checkout)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_the_settings_for_mails_fit_what_init_writes(tmp_path):
    assert shell("sitrep init", tmp_path).returncode == 0
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    with (tmp_path / "sitrep.toml").open("a", encoding="utf-8") as file:
        file.write(block)
    crisis = load_config(tmp_path / "sitrep.toml").crises[0]
    assert crisis.mail.recipients and crisis.mail.require_approval and crisis.log
    assert crisis.mail.password_file == tmp_path / "mail-password"


def test_the_picture_is_small_and_there():
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    data = (ROOT / picture).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 150_000


def test_every_link_to_a_file_leads_to_one():
    for name in re.findall(r"`([\w/.-]+/|LICENSE|[A-Z]+\.md|[\w-]+\.(?:toml|lock))`", README):
        assert (ROOT / name).exists() or (ROOT / "seeds" / name).exists(), name
