"""`sitrep status`: the last runs, the sources that fail, what waits for somebody."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import config_default, crisis_option, opened

if TYPE_CHECKING:
    from ..model.protocols import Store


@click.command("status")
@config_default
@crisis_option
def command(config: Path, crisis: str | None) -> None:
    """Show for each crisis its last report and runs, failing sources, mails that wait, and reports to approve."""
    from ..config import load_config

    settings = load_config(config)
    for one in (settings.crisis(crisis),) if crisis else settings.crises:
        with opened(config, one.name) as (chosen, store):
            click.echo(chosen.name)
            for line in _lines(store, chosen.crisis.slug, chosen.report.product):
                click.echo(f"  {line}")


def _lines(store: "Store", crisis: str, product: str) -> Iterator[str]:
    last = store.last_report(crisis, product)
    yield f"last report: {last.id}, as of {last.as_of:%Y-%m-%d %H:%M %Z}" if last else "no report yet"
    for run in store.runs(crisis, limit=5):
        counts = ", ".join(f"{count} {name}" for name, count in run.counts if count)
        yield f"run {run.started:%Y-%m-%d %H:%M}: {run.outcome}{f' ({counts})' if counts else ''}"
        yield from (f"    {problem}" for problem in run.problems)
    for state in store.source_states(crisis):
        if state.failing_since:
            yield f"source {state.source}: failing since {state.failing_since:%Y-%m-%d %H:%M}: {state.problem}"
    waiting = {delivery.report for delivery in store.deliveries(crisis=crisis, states=("held",))}
    yield from (f"waits for approval: {report}; `sitrep approve {report}`" for report in sorted(waiting))
    for delivery in store.deliveries(crisis=crisis, states=("uncertain",)):
        answer = f"`sitrep store mail '{delivery.message_id}' --arrived` or `--send-again`"
        yield f"uncertain: the mail of {delivery.report} to {delivery.recipient}: say {answer}"
    for delivery in store.deliveries(crisis=crisis, states=("pending", "deferred", "refused")):
        words = " ".join(str(part) for part in (delivery.code, delivery.reply) if part)
        yield f"{delivery.state}: the mail of {delivery.report} to {delivery.recipient}{f': {words}' if words else ''}"
