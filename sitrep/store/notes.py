"""What is noted beside the nouns: runs, the state of sources, and an analyst's overrides."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select, update

from ..errors import Problem, SitrepError
from ..model.records import Override, RunOutcome, RunRecord, SourceState
from .base import Part, add, put
from .engine import reading, writing
from .schema import overrides, runs, source_states


class Runs(Part):
    """When the program ran and how it ended."""

    def start_run(self, crisis: str, at: datetime) -> str:
        """Note that a run began; its id. Runs of this crisis that never ended become `interrupted`: hold the lock."""
        id = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
        unended = (runs.c.crisis == crisis) & (runs.c.outcome == "running")
        row = {"id": id, "crisis": crisis, "started": at, "outcome": "running", "counts": "{}", "problems": "[]"}
        with writing(self._engine) as connection:
            connection.execute(update(runs).where(unended).values(outcome="interrupted", finished=at))
            add(connection, runs, [row])
        return id

    def finish_run(
        self,
        id: str,
        at: datetime,
        outcome: RunOutcome,
        *,
        report: str | None = None,
        counts: dict[str, int] | None = None,
        problems: Iterable[Problem] = (),
    ) -> None:
        """Note how a run ended."""
        values = {"finished": at, "outcome": outcome, "report": report}
        told = json.dumps([asdict(problem) for problem in problems], ensure_ascii=False)
        values |= {"counts": json.dumps(counts or {}), "problems": told}
        with writing(self._engine) as connection:
            if not connection.execute(update(runs).where(runs.c.id == id).values(**values)).rowcount:
                raise SitrepError(f"The store has no run {id}, so its end cannot be noted.")

    def runs(self, crisis: str | None = None, limit: int = 20) -> tuple[RunRecord, ...]:
        """The latest runs, newest first."""
        query = select(runs).order_by(runs.c.started.desc(), runs.c.id.desc()).limit(limit)
        if crisis is not None:
            query = query.where(runs.c.crisis == crisis)
        with reading(self._engine) as connection:
            return tuple(_run(row) for row in connection.execute(query))


def _run(row: Any) -> RunRecord:
    known = dict(row._mapping)
    counts = tuple(json.loads(known.pop("counts")).items())
    problems = tuple(Problem(**problem) for problem in json.loads(known.pop("problems")))
    return RunRecord(**known, counts=counts, problems=problems)


class Sources(Part):
    """What sources remember."""

    def source_state(self, crisis: str, source: str) -> SourceState:
        """The state of one source of a crisis; a fresh one if it was never read."""
        return next((s for s in self.source_states(crisis) if s.source == source), SourceState(source))

    def source_states(self, crisis: str) -> tuple[SourceState, ...]:
        """All source states of a crisis, by name."""
        columns = [column for column in source_states.c if column.name != "crisis"]
        query = select(*columns).where(source_states.c.crisis == crisis).order_by(source_states.c.source)
        with reading(self._engine) as connection:
            return tuple(SourceState(**row._mapping) for row in connection.execute(query))

    def put_source_state(self, crisis: str, state: SourceState) -> None:
        """Remember it. Call it after put_articles: a state that is ahead of the articles would lose them."""
        with writing(self._engine) as connection:
            put(connection, source_states, {"crisis": crisis, **asdict(state)})


class Overrides(Part):
    """An analyst's words on figures."""

    def put_override(self, override: Override) -> None:
        """Keep an analyst's word; a later one on the same figure replaces an earlier one."""
        with writing(self._engine) as connection:
            put(connection, overrides, asdict(override))

    def drop_override(self, crisis: str, figure: str) -> bool:
        """Take an analyst's word back; False if there was none."""
        theirs = (overrides.c.crisis == crisis) & (overrides.c.figure == figure)
        with writing(self._engine) as connection:
            return connection.execute(delete(overrides).where(theirs)).rowcount > 0

    def overrides(self, crisis: str) -> tuple[Override, ...]:
        """The overrides in force, by time."""
        query = select(overrides).where(overrides.c.crisis == crisis).order_by(overrides.c.at, overrides.c.figure)
        with reading(self._engine) as connection:
            return tuple(Override(**row._mapping) for row in connection.execute(query))
