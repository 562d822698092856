"""Collecting: every source of a crisis visited once, its articles kept before its state is."""

from dataclasses import dataclass
from datetime import datetime

from ..collect import open_source
from ..collect.http import Hosts, Http
from ..config import CrisisConfig
from ..errors import Problem
from ..model import Article
from ..model.protocols import Store
from .progress import Progress, unseen


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the sources brought at a moment: how many articles are new to the crisis, and what failed.

    `unkept` are the new articles themselves where nothing was to be written; `blind` is whether every source failed.
    """

    at: datetime
    new: int = 0
    problems: tuple[Problem, ...] = ()
    unkept: tuple[Article, ...] = ()
    blind: bool = False


def gather(
    crisis: CrisisConfig,
    store: Store,
    now: datetime,
    *,
    keep: bool,
    progress: Progress = unseen,
    hosts: Hosts | None = None,
) -> Gathered:
    """Visit every source; with `keep` its articles go into the store, first seen at `now`, and then its state.

    `hosts` is what other crises of the same run have learnt of web servers.
    """
    key, new, failed = crisis.crisis.slug, 0, 0
    problems: list[Problem] = []
    unkept: dict[str, Article] = {}
    known = frozenset() if keep else frozenset(store.article_ids(key))
    with Http(crisis.http, hosts=hosts) as http:
        for done, settings in enumerate(crisis.sources):
            progress(f"Collecting from {settings.label}", done, len(crisis.sources))
            source = open_source(settings, http)
            brought = source.collect(store.source_state(key, source.name), now)
            problems += brought.problems
            failed += brought.state.failing_since is not None
            if keep:
                new += store.put_articles(key, source.name, brought.articles, now)
                store.put_source_state(key, brought.state)
            else:
                found = (stored.article for stored in brought.articles)
                unkept |= {article.id: article for article in found if article.id not in known}
    blind = bool(crisis.sources) and failed == len(crisis.sources)
    return Gathered(now, new or len(unkept), tuple(problems), tuple(unkept.values()), blind)
