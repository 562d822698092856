"""`sitrep status`: the last runs, the sources that fail, what waits for somebody and how it is settled."""

import shlex
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import LockedError, NoStoreError
from .common import config_default, crisis_option, now, opened_store
from .lasting import lasting

if TYPE_CHECKING:
    from datetime import datetime

    from ..config import CrisisConfig
    from ..model.protocols import Store
    from ..model.records import Delivery

RUNS = 5
"""How many of the last runs are shown."""

LOOKED_AT = 5000
"""How many of the last runs are looked at for what fails since when."""


@click.command("status")
@config_default
@crisis_option
def command(config: Path, crisis: str | None) -> None:
    """Show for each crisis its last report and runs, what fails since when, mails that wait, and reports to approve.

    What waits for somebody is shown with the commands that settle it.
    """
    from ..config import load_config

    settings = load_config(config)
    for one in settings.named(crisis):
        label = settings.label(one)
        click.echo(label)
        try:
            with opened_store(one) as store:
                for line in _lines(store, one, _suffix(config, label if len(settings.crises) > 1 else None)):
                    click.echo(f"  {line}")
        except NoStoreError:
            click.echo("  no report yet, and no store: nothing has run")


def _suffix(config: Path, crisis: str | None) -> str:
    """What a printed command needs to be about the same crisis."""
    words = [] if config == Path("sitrep.toml") else ["--config", str(config)]
    return shlex.join([*words, *(["--crisis", crisis] if crisis else [])])


def _lines(store: "Store", one: "CrisisConfig", suffix: str) -> Iterator[str]:
    crisis = one.crisis.slug
    last = store.last_report(crisis, one.report.product)
    yield f"last report: {last.id}, as of {last.as_of:%Y-%m-%d %H:%M %Z}" if last else "no report yet"
    yield from _runs(store, crisis)
    yield from _failing(store, one)
    yield from _mails(store, one, suffix)


def _failing(store: "Store", one: "CrisisConfig") -> Iterator[str]:
    """The sources that fail as a whole, then what fails again and again within others: a page, an entry, a file."""
    names = {source.label for source in one.sources}
    failing = [s for s in store.source_states(one.crisis.slug) if s.failing_since and s.source in names]
    for state in failing:
        yield f"source {state.source}: {_since(state.failing_since, state.failures)}: {state.problem}"
    told = {state.source for state in failing}
    for item in lasting(store.runs(one.crisis.slug, limit=LOOKED_AT)):
        if item.where not in told:
            yield f"{item.where or 'the run'}: {_since(item.since, item.times)}: {item.what}"


def _since(since: "datetime | None", times: int) -> str:
    return f"failing since {since:%Y-%m-%d %H:%M}, {'once' if times == 1 else f'{times} times'}"


def _runs(store: "Store", crisis: str) -> Iterator[str]:
    for run in store.runs(crisis, limit=RUNS):
        counts = ", ".join(
            f"{count} {name if count > 1 else name.removesuffix('s')}" for name, count in run.counts if count
        )
        outcome = run.outcome.replace("_", " ")
        yield f"run {run.started:%Y-%m-%d %H:%M}: {outcome}{f' ({counts})' if counts else ''}"
        yield from (f"    {problem}" for problem in run.problems)


def _mails(store: "Store", one: "CrisisConfig", suffix: str) -> Iterator[str]:
    mails = partial(store.deliveries, crisis=one.crisis.slug, product=one.report.product)
    if mails(states=("handing_over",)):
        _ask(store, one.crisis.slug)
    for report in sorted({delivery.report for delivery in mails(states=("held",))}):
        yield f"{report} waits for approval:"
        yield f"    {_call('approve', report, suffix=suffix)}"
        yield f"    {_call('approve', report, '--decline', '--reason', 'WHY', suffix=suffix)}"
    for delivery in mails(states=("uncertain",)):
        yield f"{_named(delivery)} may have arrived or not, since {delivery.changed:%Y-%m-%d %H:%M}; look, and say:"
        yield from _answers(delivery, suffix, "--arrived", "--send-again")
    for delivery in mails(states=("handing_over",)):
        yield f"{_named(delivery)} is being handed over"
    for delivery in mails(states=("pending", "deferred")):
        yield f"{_named(delivery)} waits for the next run{_words(delivery)}"
    for delivery in _refused(mails(states=("sent", "refused"))):
        yield f"{_named(delivery)} was refused{_words(delivery)}; when that is mended, say:"
        yield from _answers(delivery, suffix, "--send-again")


def _ask(store: "Store", crisis: str) -> None:
    """What a dead run was handing over becomes a question; what a living one hands over is left to it."""
    with suppress(LockedError), store.lock(crisis):
        store.recover(crisis, now())


def _refused(settled: "Iterable[Delivery]") -> Iterator["Delivery"]:
    """Of each recipient whose latest mail was refused, that mail."""
    latest = {delivery.recipient: delivery for delivery in settled}
    yield from (delivery for delivery in latest.values() if delivery.state == "refused")


def _answers(delivery: "Delivery", suffix: str, *answers: str) -> Iterator[str]:
    yield from (f"    {_call('store', 'mail', delivery.message_id, answer, suffix=suffix)}" for answer in answers)


def _call(*words: str, suffix: str) -> str:
    return f"sitrep {shlex.join(words)} {suffix}".rstrip()


def _named(delivery: "Delivery") -> str:
    return f"the mail of {delivery.report} to {delivery.recipient}"


def _words(delivery: "Delivery") -> str:
    """The server's last words."""
    words = " ".join(str(part) for part in (delivery.code, delivery.reply) if part)
    return f" ({words})" if words else ""
