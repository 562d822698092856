"""The unattended flow: a run a day over a folder, with its numbers, changes, files, rulings, mails and failures."""

import re
import shutil
from datetime import timedelta
from pathlib import Path
from stat import filemode
from time import monotonic, sleep

import pytest

from sitrep.attempt import attempt
from sitrep.cli import execute as command
from sitrep.config import CrisisConfig, load_config
from sitrep.errors import LockedError, Problem, SitrepError, UsageError
from sitrep.model import Article
from sitrep.model.protocols import Store
from sitrep.model.records import Override, SourceState
from sitrep.pipeline.correct import correct
from sitrep.pipeline.cut_off import left_out
from sitrep.pipeline.gather import gather
from sitrep.pipeline.run import RunResult, Wishes, run_all, run_crisis
from sitrep.verify import verify_report

from .collect.documents import page
from .collect.server import Server, answer, status
from .days import START, Days

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TOML = """
[crisis]
name = "Northwest Syria"
country = "SYR"

[[crisis.sources]]
kind = "folder"
path = "in"

[report]
formats = ["md", "json"]

[log]
file = "log/sitrep.log"
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "sitrep.toml").write_text(TOML)
    (tmp_path / "in").mkdir()
    return tmp_path


def bring(place: Path, *days: int) -> None:
    for day in days:
        for path in SEEDS.glob(f"2024-11-{day}-*"):
            shutil.copy(path, place / "in")


def test_a_run_a_day(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    bring(place, 27)
    first = run_crisis(crisis, store, clock, Wishes())
    assert (first.outcome, first.collected, first.used, first.problems) == ("done", 1, 1, ())
    assert first.report is not None and first.report.number == 1
    assert run_crisis(crisis, store, clock, Wishes()).outcome == "nothing_new"
    clock.pass_one()
    assert run_crisis(crisis, store, clock, Wishes()).outcome == "nothing_new"
    bring(place, 28)
    clock.pass_one()
    second = run_crisis(crisis, store, clock, Wishes())
    assert second.report is not None
    assert (second.collected, second.used, second.report.number) == (1, 2, 2)
    assert second.report.changes
    articles = tuple(store.articles(store.article_ids("northwest-syria")))
    for path in (*first.files, *second.files):
        assert verify_report(path, articles).unproved == ()
    assert sorted(run.outcome for run in store.runs("northwest-syria")) == [
        "done",
        "done",
        "nothing_new",
        "nothing_new",
    ]


def test_an_article_is_carried_for_the_configured_days(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    crisis = crisis.model_copy(update={"days": 2})
    bring(place, 27)
    run_crisis(crisis, store, clock, Wishes())
    clock.now += timedelta(days=5)
    bring(place, 30)
    result = run_crisis(crisis, store, clock, Wishes())
    assert result.used == 1


def test_what_a_missed_morning_brought_is_caught_up_once(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    run_crisis(crisis, store, clock, Wishes(dry_run=True))
    clock.now += timedelta(days=40)
    bring(place, 28)
    result = run_crisis(crisis, store, clock, Wishes())
    assert (result.collected, result.used) == (2, 2)
    clock.pass_one()
    assert run_crisis(crisis, store, clock, Wishes()).outcome == "nothing_new"


def test_a_dry_run_writes_nothing(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    bring(place, 27)
    result = run_crisis(crisis, store, clock, Wishes(dry_run=True))
    assert result.report is not None and result.files
    assert not any(file.exists() for file in result.files)
    assert store.article_ids("northwest-syria") == store.runs("northwest-syria") == ()
    assert store.last_report("northwest-syria") is None


def test_force_makes_a_report_of_nothing_new(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    bring(place, 27)
    run_crisis(crisis, store, clock, Wishes())
    clock.pass_one()
    result = run_crisis(crisis, store, clock, Wishes(force=True))
    assert result.report is not None and result.report.number == 2


def test_a_source_that_fails_is_named_in_the_report(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    gone = crisis.sources[0].model_copy(update={"path": place / "gone", "name": "gone"})
    result = run_crisis(crisis.model_copy(update={"sources": (gone, *crisis.sources)}), store, clock, Wishes())
    assert result.outcome == "partial"
    assert result.report is not None
    assert [str(problem) for problem in result.problems] and result.report.problems
    (state,) = [state for state in store.source_states("northwest-syria") if state.failing_since]
    assert state.source == "gone"


def test_files_that_a_crash_left_unwritten_come_with_the_next_run(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    files = run_crisis(crisis, store, clock, Wishes()).files
    kept = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    run_crisis(crisis, store, clock, Wishes())
    assert [file.read_bytes() for file in files] == kept


def test_an_as_of_before_the_last_report_is_refused(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    run_crisis(crisis, store, clock, Wishes())
    with pytest.raises(UsageError, match="--as-of must be later"):
        run_crisis(crisis, store, clock, Wishes(as_of=START - timedelta(days=1)))
    assert "failed" in {run.outcome for run in store.runs("northwest-syria")}


def test_an_as_of_that_is_still_to_come_is_refused(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    with pytest.raises(UsageError, match="is still to come: leave it out"):
        run_crisis(crisis, store, clock, Wishes(as_of=START + timedelta(hours=1), dry_run=True))
    assert run_crisis(crisis, store, clock, Wishes(as_of=START + timedelta(minutes=3))).report is not None


def test_a_clock_that_was_ahead_does_not_silence_the_crisis(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    clock.now += timedelta(days=30)
    run_crisis(crisis, store, clock, Wishes())
    clock.now = START + timedelta(days=1)
    bring(place, 28)
    result = run_crisis(crisis, store, clock, Wishes())
    assert result.report is None and result.collected == 1
    [problem] = result.problems
    assert not problem.note and "later than now: no report is made before then" in problem.what
    forced = run_crisis(crisis, store, clock, Wishes(force=True))
    assert forced.report is not None and forced.report.number == 2
    assert forced.used == 2 and not [problem for problem in forced.problems if not problem.note]
    clock.pass_one()
    assert run_crisis(crisis, store, clock, Wishes()).problems == ()


@pytest.mark.parametrize("kept_before", [False, True])
def test_a_past_cut_off_is_by_publication_and_a_dry_run_says_the_same(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days, kept_before: bool
) -> None:
    """Whether the articles came with this run, or a run without a report had kept them."""
    bring(place, 27, 28, 30)
    (place / "in" / "undated.txt").write_text("A flood\n\nThe mayor said that 12 people were killed.\n")
    clock.now += timedelta(days=9)
    past = START + timedelta(days=1)
    if kept_before:
        gather(crisis, store, clock(), keep=True)
    dry, real = (run_crisis(crisis, store, clock, Wishes(as_of=past, dry_run=dry)) for dry in (True, False))
    assert real.report is not None and dry.report == real.report
    assert [source.title for source in real.report.sources] and dry.used == real.used == 2
    told = [str(problem) for problem in real.problems]
    assert len(told) == 2 and all("after the cut-off; left out" in words for words in told)
    assert any("has no date and was first seen after" in words for words in told)
    assert told == [str(problem) for problem in dry.problems] == [str(remark) for remark in remarks(real)]
    clock.pass_one()
    assert run_crisis(crisis, store, clock, Wishes()).used == 4


def remarks(result: RunResult) -> list[Problem]:
    """What the report itself says of what went wrong."""
    assert result.report is not None
    return [Problem(remark.where, remark.what) for remark in result.report.problems]


def test_a_past_cut_off_before_everything_says_why_nothing_is_made(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    bring(place, 27)
    result = run_crisis(crisis, store, clock, Wishes(as_of=START - timedelta(days=9)))
    assert result.report is None and result.outcome == "nothing_new" and all(p.note for p in result.problems)
    assert "no report is made" in str(result.problems[-1]) and "left out" in str(result.problems[0])


def test_many_articles_after_the_cut_off_are_named_in_part() -> None:
    late = [Article(name=f"n{n}", text=f"Text {n}.", published=START) for n in range(30)]
    notes = left_out(late)
    assert len(notes) == 20 and notes[0].where == "n0" and notes[-1].what.startswith("11 more came")
    assert len(left_out(late[:20])) == 20 and left_out(()) == ()


def test_what_a_dry_run_finds_again_is_not_new(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    bring(place, 27)
    run_crisis(crisis, store, clock, Wishes())
    state = store.source_states("northwest-syria")[0]
    store.put_source_state("northwest-syria", SourceState(state.source))
    clock.now += timedelta(days=20)
    for dry in (True, False):
        result = run_crisis(crisis, store, clock, Wishes(dry_run=dry))
        assert (result.outcome, result.collected, result.report) == ("nothing_new", 0, None)


def test_a_run_whose_sources_all_failed_is_no_day_without_news(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    gone = crisis.sources[0].model_copy(update={"path": place / "gone"})
    blind = crisis.model_copy(update={"sources": (gone,)})
    assert run_crisis(blind, store, clock, Wishes()).outcome == "failed"
    assert [run.outcome for run in store.runs("northwest-syria")] == ["failed"]
    partly = crisis.model_copy(update={"sources": (*crisis.sources, gone.model_copy(update={"name": "gone"}))})
    assert run_crisis(partly, store, clock, Wishes()).outcome == "nothing_new"


def test_a_second_run_at_once_is_refused(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    with store.lock("northwest-syria"), pytest.raises(LockedError):
        run_crisis(crisis, store, clock, Wishes())


def test_a_ruling_is_obeyed_and_printed_and_a_correction_names_what_it_corrects(
    place: Path, crisis: CrisisConfig, store: Store, clock: Days
) -> None:
    clock.now += timedelta(days=3)
    bring(place, 30)
    first = run_crisis(crisis, store, clock, Wishes()).report
    assert first is not None
    figure = next(figure for figure in first.figures if figure.text == "82")
    store.put_override(Override("northwest-syria", figure.id, "reject", "analyst", "counted twice", clock()))
    clock.pass_one()
    made, problems = correct(crisis, store, first.id, clock)
    assert problems == ()
    assert (made.number, made.revision, made.as_of) == (1, 1, first.as_of)
    assert any("counted twice" in sentence for sentence in made.overrides)
    assert figure.id not in {finding.recommended for finding in made.findings}
    assert store.report(made.id).corrects == first.id
    again, _ = correct(crisis, store, first.id, clock)
    assert again.revision == 2


def test_one_crisis_that_fails_does_not_stop_the_others(place: Path, crisis: CrisisConfig, clock: Days) -> None:
    bring(place, 27)
    broken = crisis.model_copy(update={"store": "mysql://nowhere/x"})
    results = list(run_all((broken, crisis), clock, Wishes()))
    assert isinstance(results[0], SitrepError)
    assert isinstance(results[1], RunResult) and results[1].outcome == "done"


def test_mails_wait_for_approval_and_go_out_once(place: Path, crisis: CrisisConfig, store: Store, clock: Days) -> None:
    bring(place, 27)
    mail = crisis.mail.model_copy(
        update={"recipients": ("duty@example.org",), "sender": "sitrep@example.org", "require_approval": True}
    )
    result = run_crisis(crisis.model_copy(update={"mail": mail}), store, clock, Wishes(email=False))
    assert result.report is not None
    assert [delivery.state for delivery in store.deliveries(crisis="northwest-syria")] == ["held"]


def test_an_article_that_the_extractor_fails_on_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(name="odd", text="Twelve people died.")
    extraction, problem = attempt(article)
    assert problem is None and extraction.figures
    broken = article.model_copy(update={"text": None})
    extraction, problem = attempt(replace_text(broken))
    assert extraction.figures == () and problem is not None and problem.where == "odd"


def replace_text(article: Article) -> Article:
    """An article whose text is no text at all: what a bug elsewhere might hand on."""
    article.__dict__["id"] = "0" * 16
    return article


def test_the_commands_of_an_operator(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    bring(place, 27, 30)
    assert command(["check"]) == 0
    assert "works  northwest-syria: source" in capfd.readouterr().out
    assert command(["run"]) == 0
    assert capfd.readouterr() == ("", "")
    log = place / "log" / "sitrep.log"
    assert "northwest-syria done report=" in log.read_text()
    assert filemode(log.stat().st_mode) == "-rw-------", "addresses of people are in it"
    assert command(["status"]) == 0
    assert "last report: northwest-syria-sitrep-01" in capfd.readouterr().out
    assert command(["articles"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 2
    assert command(["findings"]) == 0
    listed = capfd.readouterr().out
    figure = next(line.split()[0] for line in listed.splitlines() if " 82 " in line)
    assert command(["reject", figure]) == 2
    assert command(["reject", figure, "--reason", "counted twice"]) == 0
    capfd.readouterr()
    assert command(["correct", "northwest-syria-sitrep-01"]) == 0
    assert capfd.readouterr().out.strip() == "northwest-syria-sitrep-01-r1"
    assert command(["reject", figure, "--undo"]) == 0
    assert command(["pin", "nonsense", "--undo"]) == 2
    assert command(["approve", "absent"]) == 2
    capfd.readouterr()


def test_init_writes_a_configuration_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command(["init"]) == 0
    assert command(["check"]) == 0
    assert command(["run"]) == 0
    assert command(["init"]) == 2
    assert "is there already" in capfd.readouterr().err


def test_every_commented_setting_of_init_is_a_setting(tmp_path: Path) -> None:
    """With every comment sign taken off, the file still loads: no setting in it is misspelt."""
    from importlib.resources import files

    text = (files("sitrep.config") / "start.toml").read_text()
    settings = "\n".join(line.removeprefix("# ") for line in text.splitlines() if not line.startswith("# The"))
    lines = [line for line in settings.splitlines() if not line or line[0] in '["' or " = " in line.split("#")[0]]
    (tmp_path / "sitrep.toml").write_text("\n".join(lines))
    crisis = load_config(tmp_path / "sitrep.toml").crises[0]
    assert [source.kind for source in crisis.sources] == ["folder", "feed", "reliefweb"]
    assert crisis.mail.require_approval and crisis.log is not None


def test_templates_are_listed_and_copied(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert command(["templates"]) == 0
    assert "report.md.j2" in capfd.readouterr().out
    assert command(["templates", "report.md.j2", "--copy-to", str(tmp_path)]) == 0
    assert (tmp_path / "report.md.j2").exists()
    assert command(["templates", "report.md.j2", "--copy-to", str(tmp_path)]) == 2
    assert command(["templates", "absent.j2"]) == 2


def test_the_country_that_all_articles_state_is_the_crisis_own() -> None:
    from sitrep.pipeline.stages import common_country

    one, two = (Article(name=n, text=f"Text {n}.", country=c) for n, c in (("a", "LBY"), ("b", "TCD")))
    unknown = Article(name="c", text="Text c.")
    assert common_country([one, unknown]) == "LBY"
    assert common_country([one, two]) is None and common_country([unknown]) is None


def test_all_crises_of_a_call_keep_to_one_pace_with_a_web_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Server().running() as server:
        server.play("/robots.txt", answer("User-agent: *\nCrawl-delay: 0.4\n", "text/plain"))
        urls = [server.play(f"/{name}", answer(page())) for name in ("a", "b")]
        crises = "".join(
            f'[[crisis]]\nname = "Crisis {n}"\n[[crisis.sources]]\nkind = "page"\nurls = ["{url}"]\n'
            for n, url in enumerate(urls)
        )
        http = '[http]\nlocal_hosts = ["127.0.0.1"]\ninterval = 0\n[report]\nformats = ["md"]\n'
        Path("sitrep.toml").write_text(http + crises)
        for words in (["check"], ["run"]):
            server.hits.clear()
            begun = monotonic()
            assert command(words) == 0
            assert [path for path, _ in server.hits] == ["/robots.txt", "/a", "/b"], words
            assert monotonic() - begun > 0.8, "once after robots.txt, once between the crises"


def test_status_says_since_when_a_page_or_an_entry_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with Server().running() as server:
        good, gone = server.play("/a", answer(page())), server.play("/gone", status(404))
        item = f"<item><title>A flood</title><link>{server.url}/down</link></item>"
        feed = f"<rss version='2.0'><channel><title>T</title>{item}</channel></rss>"
        server.play("/feed", answer(feed, "application/rss+xml"))
        server.play("/down", status(500))
        Path("sitrep.toml").write_text(
            f'[http]\nlocal_hosts = ["127.0.0.1"]\ninterval = 0\nretries = 0\n[report]\nformats = ["md"]\n'
            f'[crisis]\nname = "Flood"\n[[sources]]\nkind = "page"\nurls = ["{good}", "{gone}"]\n'
            f'[[sources]]\nkind = "feed"\nurl = "{server.url}/feed"\n'
        )
        for _ in range(3):
            assert command(["run"]) == 3
        capfd.readouterr()
        assert command(["status"]) == 0
        shown = capfd.readouterr().out
        for where, what in ((gone, "does not exist"), (f"{server.url}/down", "has trouble")):
            assert re.search(rf"^  {re.escape(where)}: failing since \S+ \S+, 3 times: {what}", shown, re.M), shown
        server.play("/gone", answer(page(extra="Back.")))
        sleep(1.1)  # Runs that began in the same second have no order.
        assert command(["run"]) == 3 and command(["status"]) == 0
        shown = capfd.readouterr().out
        assert f"{gone}: failing" not in shown and f"{server.url}/down: failing since" in shown
