"""The command line as a user meets it: what is printed where, and the exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from sitrep.cli import COMMANDS, execute
from sitrep.cli.many import in_order
from sitrep.model.crisis import Product

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
AS_OF = "2024-11-30T18:00+00:00"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text("Flood in Brookfield\n\nAt least 12 people were killed and 300 families fled on Monday.\n")
    return path


def generate(*more: str | Path) -> int:
    return execute(["generate", str(SEEDS), "--config", str(SEEDS / "sitrep.toml"), *map(str, more)])


def test_help_names_every_command_and_loads_none() -> None:
    code = (
        "import sys; from sitrep.cli import execute; execute(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in done.stdout for name in COMMANDS)
    loaded = set(done.stderr.split())
    assert not loaded & {f"sitrep.cli.{name}" for name in COMMANDS}
    assert "pydantic" not in loaded


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert execute([name, "--help"]) == 0
    assert len(capfd.readouterr().out.splitlines()) > 3


def test_paper_archive_and_hashtags_are_options(tmp_path: Path) -> None:
    asked = ("--paper", "letter", "--archive", "--hxl", "--formats", "pdf,csv")
    assert generate("--as-of", AS_OF, "--out", tmp_path, *asked) == 0
    with pikepdf.open(next(tmp_path.glob("*.pdf"))) as made, made.open_metadata() as metadata:
        assert [float(edge) for edge in made.pages[0].MediaBox] == [0, 0, 612, 792]
        assert metadata["pdfaid:part"] == "3"
    table = next(tmp_path.glob("*-figures.csv")).read_text(encoding="utf-8-sig").splitlines()
    assert table[1].startswith("#meta+id,")


def test_generate_writes_the_files_and_names_them(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert generate("--as-of", AS_OF, "--out", tmp_path, "--formats", "md,json") == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert [Path(line).suffix for line in out.splitlines()] == [".md", ".json"]
    assert all(Path(line).exists() for line in out.splitlines())
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert generate("--as-of", AS_OF, "--out", tmp_path / name, "--formats", "md,json,html") == 0
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_late_articles_are_left_out_and_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert generate("--as-of", "2024-11-29", "--out", tmp_path, "--formats", "md") == 0
    out, err = capfd.readouterr()
    assert "2024-11-30-hospitals: published 2024-11-30, after the cut-off; left out." in err
    assert "2024-11-29-northwest-syria" in out


def test_a_product_is_chosen_on_the_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for product in get_args(Product):
        assert generate("--as-of", AS_OF, "--product", product, "--out", tmp_path, "--formats", "json") == 0
        report = json.loads(Path(capfd.readouterr().out.strip()).read_text())
        assert report["settings"]["product"] == product and f"-{product}-01" in report["id"]


def test_everything_late_is_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert generate("--as-of", "2020-01-01", "--out", tmp_path) == 1
    assert "Every article was published after" in capfd.readouterr().err


def test_the_number_follows_from_the_previous_report(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert generate("--as-of", "2024-11-29", "--number", "4", "--out", tmp_path, "--formats", "json") == 0
    first = Path(capfd.readouterr().out.strip())
    assert generate("--as-of", AS_OF, "--previous", first, "--out", tmp_path, "--formats", "json") == 0
    report = json.loads(Path(capfd.readouterr().out.strip()).read_text())
    assert report["number"] == 5
    assert report["previous"].startswith("Situation Report No. 4")
    assert report["changes"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["generate"], 2, "PATH"),
        (["generate", "absent.txt", "--crisis", "X"], 1, "absent.txt: does not exist"),
        (["generate", str(SEEDS)], 2, "--crisis is missing"),
        (["generate", str(SEEDS), "--crisis", "X", "--country", "Atlantis"], 2, "'Atlantis' is no country"),
        (["generate", str(SEEDS), "--crisis", "X", "--as-of", "yesterday"], 2, "'yesterday' is no ISO date"),
        (["generate", str(SEEDS), "--crisis", "X", "--as-of", AS_OF, "--formats", "md,ps"], 2, "'ps'"),
        (["generate", str(SEEDS), "--config", "absent.toml"], 78, "absent.toml"),
        (["generate", str(SEEDS), "--crisis", "X", "--number", "2", "--previous", "r.json"], 2, "give one of them"),
        (["generate", str(SEEDS), "--crisis", "X", "--previous", "absent.json"], 1, "absent.json"),
        (["verify", "absent.md", str(SEEDS)], 1, "absent.md"),
        (["verify", str(SEEDS / "sitrep.toml"), str(SEEDS)], 2, "cannot be verified"),
        (["evaluate", str(SEEDS)], 1, "no annotated article"),
        (["evaluate", "absent"], 1, "absent: there is no such folder"),
        (["frobnicate"], 2, "frobnicate"),
        (["extract", "--format", "xml", str(SEEDS)], 2, "xml"),
    ],
)
def test_errors_are_one_sentence_with_their_exit_code(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert execute(arguments) == code
    out, err = capfd.readouterr()
    assert words in err
    assert "Traceback" not in err
    assert out == ""


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    tmp_path: Path, article: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert execute(["extract", str(tmp_path)]) == 3
    out, err = capfd.readouterr()
    assert "broken.pdf" in err and "empty.txt" in err
    assert len(err.splitlines()) == 2
    assert json.loads(out.splitlines()[0])["article"] == "flood"


def test_a_note_on_metadata_leaves_the_exit_code_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "flood.md").write_text("---\ncountry: Narnia\n---\nFloods killed 12 people.\n")
    assert execute(["extract", str(tmp_path)]) == 0
    out, err = capfd.readouterr()
    assert "Narnia" in err and json.loads(out.splitlines()[0])["value"] == 12


def test_extract_gives_exact_spans_in_every_form(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert execute(["extract", str(article)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    text = article.read_text()
    figures = [record for record in records if record["kind"] == "figure"]
    assert {figure["value"] for figure in figures} == {12, 300}
    for figure in figures:
        assert text[figure["start"] : figure["end"]] == figure["text"]
        assert text[figure["quote_start"] : figure["quote_end"]] == figure["quote"]
    assert execute(["extract", str(article), "--format", "csv"]) == 0
    head, *rows = capfd.readouterr().out.splitlines()
    assert head.startswith("kind,article,article_id,id,measure,text")
    assert len(rows) == len(records)
    assert execute(["extract", str(article), "--format", "table"]) == 0
    assert "At least 12" in capfd.readouterr().out
    assert execute(["extract", str(article), "--explain"]) == 0
    assert "[At least 12] people were <killed>" in capfd.readouterr().out


def test_an_explanation_says_what_was_carried_and_from_which_whole(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "flood.txt"
    article.write_text("A flood struck Bora on Monday. It killed 12 people, including five children.")
    assert execute(["extract", str(article), "--explain"]) == 0
    out = capfd.readouterr().out
    assert "at Bora (from an earlier sentence)" in out
    assert "part of deaths '12'" in out


def lines(count: int) -> str:
    return "".join(
        json.dumps({"id": f"a{n}", "text": f"Floods killed {n + 11} people in Brookfield, officials said."}) + "\n"
        for n in range(count)
    )


def test_many_processes_give_the_same_lines_in_the_same_order(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "many.jsonl").write_text(lines(300))
    printed = []
    for jobs in ("1", "3"):
        assert execute(["extract", str(tmp_path / "many.jsonl"), "--jobs", jobs]) == 0
        printed.append(capfd.readouterr().out)
    assert printed[0] == printed[1]
    values = [json.loads(line)["value"] for line in printed[0].splitlines()]
    assert values == [n + 11 for n in range(300)]


def test_articles_of_one_id_are_not_mixed_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "same.jsonl"
    texts = ["Floods killed 12 people in Brookfield.", "A storm killed 34 people in Ashford."]
    path.write_text("".join(json.dumps({"id": "a", "text": text}) + "\n" for text in texts))
    assert execute(["extract", str(path)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [record["value"] for record in records] == [12, 34]
    assert len({record["article_id"] for record in records}) == len({record["id"] for record in records}) == 2
    assert execute(["reconcile", str(path)]) == 0
    found = json.loads(capfd.readouterr().out)
    assert len({figure["article"] for finding in found["findings"] for figure in finding["figures"]}) == 2


def test_extraction_streams(tmp_path: Path) -> None:
    """The first line is out before the last one is written: a pipe of unknown length passes through."""
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    command = [sys.executable, "-u", "-m", "sitrep", "extract", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process, pipe.open("w") as feed:
        feed.write(lines(1))
        feed.flush()
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["article"] == "a0"
        feed.write(lines(1))
        feed.close()
        assert process.wait(60) == 0


def test_order_holds_and_little_is_read_ahead() -> None:
    taken = []

    def items():  # type: ignore[no-untyped-def]
        for n in range(2000):
            taken.append(n)
            yield n

    results = in_order(str, items(), 2)
    assert next(results) == "0"
    assert len(taken) < 1000
    assert list(results) == [str(n) for n in range(1, 2000)]


def test_reconcile_prints_findings(capfd: pytest.CaptureFixture[str]) -> None:
    assert execute(["reconcile", str(SEEDS), "--country", "SYR"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert set(found) >= {"findings", "parts", "duplicates", "out_of_scope"}
    assert all({"id", "measure", "relation", "recommended", "figures", "why"} <= set(one) for one in found["findings"])
    assert execute(["reconcile", str(SEEDS), "--country", "SYR", "--explain"]) == 0
    assert "independent origins" in capfd.readouterr().out


def test_verify_says_what_was_proved_and_what_not(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert generate("--as-of", AS_OF, "--out", tmp_path, "--formats", "md") == 0
    report = Path(capfd.readouterr().out.strip())
    assert execute(["verify", str(report), str(SEEDS)]) == 0
    assert "stated" in capfd.readouterr().out
    report.write_text(report.read_text().replace("**82**", "**83**"))
    assert execute(["verify", str(report), str(SEEDS)]) == 1
    out, err = capfd.readouterr()
    assert out.startswith("line ") and "'83'" in out
    assert "not proved" in err


def test_evaluate_prints_a_table_and_json(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "Floods killed 12 people in Brookfield."
    figure = {"id": "f1", "measure": "deaths", "text": "12", "start": 14, "end": 16, "value": 12}
    figure |= {"low": None, "high": None, "qualifier": "exact", "unit": "people", "population": []}
    figure |= {"place": "Brookfield", "source": None, "certainty": "reported", "scope": "current"}
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.json").write_text(json.dumps({"figures": [figure], "needs": []}))
    assert execute(["evaluate", str(tmp_path)]) == 0
    assert "full record" in capfd.readouterr().out
    assert execute(["evaluate", str(tmp_path), "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["figures"]["right"] == 1


def test_a_reader_that_leaves_is_no_error() -> None:
    command = f"{sys.executable} -m sitrep extract {SEEDS} | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr


def test_verify_finds_the_articles_in_the_report_or_in_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for path in SEEDS.glob("*.md"):
        Path("in", path.name).write_bytes(path.read_bytes())
    text = '[crisis]\nname = "X"\ncountry = "SYR"\n[[crisis.sources]]\nkind = "folder"\npath = "in"\n'
    Path("sitrep.toml").write_text(text + '[report]\nformats = ["md", "json"]\nfull_text = true\n')
    assert execute(["run"]) == 0
    (report,) = Path("output").glob("*.md")
    assert execute(["verify", str(report), "--config", "sitrep.toml"]) == 0
    assert execute(["verify", str(report)]) == 2
    assert "give the articles" in capfd.readouterr().err
    assert execute(["verify", str(report.with_suffix(".json"))]) == 0


def test_a_report_that_carries_texts_only_in_part_is_not_verified_by_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Floods killed nine people in Aleppo.\nCall 0944 123 456 for help.\n")
    Path("sitrep.toml").write_text('[[crisis]]\nname = "X"\ncountry = "SYR"\n[report]\nfull_text = true\n')
    assert execute(["generate", "a.txt", "--config", "sitrep.toml", "--out", "out", "--formats", "json"]) == 0
    (report,) = Path("out").glob("*.json")
    assert "0944" not in report.read_text(encoding="utf-8")
    assert execute(["verify", str(report)]) == 1
    assert "carries the texts of its sources 1 only in part; give the articles" in capfd.readouterr().err
    assert execute(["verify", str(report), "a.txt"]) == 0
