"""The journal of runs: a line per run and per problem, to read or as JSON; the system rotates the file."""

import json
from datetime import datetime

from ..config import CrisisConfig
from ..errors import Problem, SitrepError
from ..files import open_private
from .run import RunResult


def write_journal(crisis: CrisisConfig, result: RunResult | SitrepError, at: datetime) -> tuple[Problem, ...]:
    """Append what a run did to the crisis' log, if it has one; a log that cannot be written is a problem."""
    if crisis.log is None:
        return ()
    lines = _json(crisis, result, at) if crisis.log.form == "json" else _lines(crisis, result, at)
    try:
        with open_private(crisis.log.file) as file:
            file.write("".join(f"{line}\n" for line in lines))
    except OSError as error:
        return (Problem(str(crisis.log.file), f"the log cannot be written ({error.strerror or error})"),)
    return ()


def _lines(crisis: CrisisConfig, result: RunResult | SitrepError, at: datetime) -> list[str]:
    head = f"{at.isoformat(timespec='seconds')} {crisis.crisis.slug}"
    if isinstance(result, SitrepError):
        return [f"{head} failed: {_one_line(str(result))}"]
    counts = " ".join(f"{name}={count}" for name, count in result.counts.items())
    report = f" report={result.report.id}" if result.report else ""
    problems = [f"{head} problem: {_one_line(str(problem))}" for problem in result.problems]
    return [*problems, f"{head} {result.outcome}{report} {counts}"]


def _json(crisis: CrisisConfig, result: RunResult | SitrepError, at: datetime) -> list[str]:
    entry: dict[str, object] = {"at": at.isoformat(timespec="seconds"), "crisis": crisis.crisis.slug}
    if isinstance(result, SitrepError):
        entry |= {"outcome": "failed", "problems": [str(result)]}
    else:
        report = result.report.id if result.report else None
        entry |= {"outcome": result.outcome, "report": report, "counts": result.counts}
        entry["problems"] = [str(problem) for problem in result.problems]
    return [json.dumps(entry, ensure_ascii=False)]


def _one_line(text: str) -> str:
    return " ".join(text.split())
