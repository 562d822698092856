from dataclasses import replace

import pytest

from sitrep.errors import Problem, SitrepError
from sitrep.model.protocols import Store
from sitrep.model.records import Override, SourceState

from .make import DAY, NOON


def test_runs_come_newest_first_with_what_they_counted(store: Store) -> None:
    first = store.start_run("syria", NOON)
    problems = (Problem("Title: of an entry", "is\ud800 odd", note=True), Problem("", "The run failed."))
    store.finish_run(first, NOON, "partial", report="syria-01", counts={"new": 12, "figures": 3}, problems=problems)
    second = store.start_run("syria", NOON + DAY)
    newest, older = store.runs("syria")
    assert (newest.id, newest.outcome, newest.finished) == (second, "running", None)
    assert (older.counts, older.problems, older.report) == ((("new", 12), ("figures", 3)), problems, "syria-01")
    assert [r.id for r in store.runs(limit=1)] == [second]
    with pytest.raises(SitrepError, match="no run x"):
        store.finish_run("x", NOON, "done")


def test_a_run_that_never_ended_is_interrupted_once_the_next_begins(store: Store) -> None:
    killed, other = store.start_run("syria", NOON), store.start_run("sudan", NOON)
    store.start_run("syria", NOON + DAY)
    outcomes = {r.id: r.outcome for r in store.runs()}
    assert (outcomes[killed], outcomes[other]) == ("interrupted", "running")


def test_source_states_are_per_crisis_and_replaced(store: Store) -> None:
    assert store.source_state("syria", "feed") == SourceState("feed")
    state = SourceState("feed", etag='W/"1"', cursor="{}", checked=NOON, failures=2, failing_since=NOON, problem="500")
    store.put_source_state("syria", state)
    assert store.source_state("syria", "feed") == state
    assert store.source_state("sudan", "feed") == SourceState("feed")
    store.put_source_state("syria", replace(state, failures=0, failing_since=None, problem=None, succeeded=NOON + DAY))
    store.put_source_state("syria", SourceState("another"))
    assert [s.failures for s in store.source_states("syria")] == [0, 0]


def test_an_override_is_replaced_by_a_later_one_and_can_be_taken_back(store: Store) -> None:
    first = Override("syria", "f1", "reject", "analyst", "another event", NOON)
    store.put_override(first)
    store.put_override(replace(first, action="pin", at=NOON + DAY))
    store.put_override(replace(first, figure="f0"))
    assert [(o.figure, o.action) for o in store.overrides("syria")] == [("f0", "reject"), ("f1", "pin")]
    assert (store.drop_override("syria", "f1"), store.drop_override("syria", "f1")) == (True, False)
    assert store.overrides("sudan") == ()
