"""What fails again and again, and since when."""

from datetime import UTC, datetime, timedelta

from sitrep.cli.lasting import Lasting, lasting
from sitrep.errors import Problem
from sitrep.model.records import RunOutcome, RunRecord

START = datetime(2024, 11, 28, 6, tzinfo=UTC)
PAGE = "https://example.org/b"


def run(day: int, *told: str, outcome: RunOutcome = "done") -> RunRecord:
    problems = tuple(Problem(*problem.split(" | ")) for problem in told)
    return RunRecord(str(day), "flood", START + timedelta(days=day), outcome=outcome, problems=problems)


def newest_first(*runs: RunRecord) -> list[RunRecord]:
    return list(reversed(runs))


def test_what_the_last_runs_named_one_after_the_other_fails_since_the_first_of_them() -> None:
    runs = newest_first(
        run(0, f"{PAGE} | does not exist there (404)"),
        run(1),
        run(2, f"{PAGE} | has trouble (500)", "a.txt | empty"),
        run(3, "a.txt | empty", f"{PAGE} | does not exist there (404)"),
        run(4, "b.txt | empty", f"{PAGE} | is gone for good (410)", outcome="partial"),
    )
    assert lasting(runs) == (Lasting(PAGE, "is gone for good (410)", START + timedelta(days=2), 3),)


def test_runs_that_came_to_no_source_end_nothing() -> None:
    runs = newest_first(
        run(0, "a.txt | empty"),
        run(1, outcome="interrupted"),
        run(2, " | The store failed: check its disk.", outcome="failed"),
        run(3, "a.txt | empty", outcome="partial"),
        run(4, outcome="running"),
    )
    assert lasting(runs) == (Lasting("a.txt", "empty", START, 2),)


def test_what_failed_once_or_is_mended_is_not_told() -> None:
    assert lasting([]) == lasting([run(0, "a.txt | empty")]) == ()
    assert lasting(newest_first(run(0, "a.txt | empty"), run(1, "a.txt | empty"), run(2))) == ()


def test_a_title_with_a_colon_is_not_cut_at_it() -> None:
    runs = [run(day, "Sudan: floods in Kassala | is an entry without text", "Sudan: cholera | empty") for day in (1, 0)]
    assert [(item.where, item.what) for item in lasting(runs)] == [
        ("Sudan: floods in Kassala", "is an entry without text"),
        ("Sudan: cholera", "empty"),
    ]


def test_runs_that_fail_as_a_whole_are_told_as_such() -> None:
    failed = [run(day, " | No article: none came.", outcome="failed") for day in (1, 0)]
    assert lasting(failed) == (Lasting("", "No article: none came.", START, 2),)
