"""Needs and response by cluster: what the articles say is lacking, in their words, and who was reached."""

from collections import defaultdict

from ..clusters import CLUSTERS
from ..model import ReportedNeed
from ..model.runs import Block, Bullets, Cite, Name, Paragraph, Quote, Runs, Section
from .desk import Desk
from .numbers import count
from .phrases import between, joined
from .quotation import bare, flat
from .sentences import cluster
from .shares import Room, shares
from .speakers import site
from .tables import by_section, findings_table, section


def response(desk: Desk) -> Section:
    """A table of people in need, affected and assisted, then each cluster with its quotations."""
    table = findings_table(desk, "needs", by_section(desk, "needs"))
    chosen = _chosen(needs_by_cluster(desk), desk.room)
    clusters = tuple(_cluster(desk, name, *parts) for name, parts in chosen.items())
    blocks: list[Block] = [table] if table else []
    if desk.crowded and any(rest for _, _, rest in chosen.values()):
        blocks.append(Paragraph(runs=desk.phrases("needs_selection"), style="note"))
    return section(desk, "needs", blocks, clusters)


def _chosen(
    needs: dict[str, list[ReportedNeed]], room: Room
) -> dict[str, tuple[list[ReportedNeed], list[ReportedNeed], int]]:
    """By cluster: the needs that are quoted there, those quoted under another cluster, and how many are not quoted.

    A sentence that speaks of several clusters is quoted once, under the one that has the fewest sentences.
    """
    quoted: dict[str, str] = {}
    chosen: dict[str, list[ReportedNeed]] = {}
    rooms = shares({name: min(len(every), room.quotes_of_one) for name, every in needs.items()}, room.quotes)
    for name in sorted(needs, key=lambda name: len(needs[name])):
        fresh = [need for need in _one_per_source_first(needs[name]) if need.id not in quoted]
        chosen[name] = fresh[: rooms[name]]
        quoted |= {need.id: name for need in chosen[name]}
    printed = {_words(need) for every in needs.values() for need in every if need.id in quoted}
    found = {}
    for name, every in needs.items():
        elsewhere = [need for need in every if quoted.get(need.id, name) != name]
        found[name] = chosen[name], elsewhere, sum(_words(need) not in printed for need in every)
    return found


def _words(need: ReportedNeed) -> str:
    """The words of a need, alike for a sentence that another article repeats."""
    return " ".join(need.quote.casefold().split())


def needs_by_cluster(desk: Desk) -> dict[str, list[ReportedNeed]]:
    """The needs under each cluster of the report's scheme, in the clusters' order, each need once in a cluster."""
    found: dict[str, dict[str, ReportedNeed]] = defaultdict(dict)
    for sector in CLUSTERS:
        for need in desk.needs:
            if sector in need.sectors:
                found[cluster(desk, sector)][need.id] = need
    return {name: list(needs.values()) for name, needs in found.items()}


def _cluster(desk: Desk, name: str, chosen: list[ReportedNeed], elsewhere: list[ReportedNeed], rest: int) -> Section:
    blocks: list[Block] = [Bullets(items=tuple(_quotation(desk, need) for need in chosen))] if chosen else []
    if desk.crowded and chosen:
        elsewhere, rest = [], 0
    if elsewhere:
        blocks.append(Paragraph(runs=_elsewhere(desk, elsewhere), style="note"))
    if rest:
        blocks.append(
            Paragraph(runs=desk.phrases("needs_rest", rest=count(rest, "sentences", desk.phrases)), style="note")
        )
    return Section(key=f"cluster-{name.casefold().replace(' ', '-')}", title=name, blocks=tuple(blocks))


def _elsewhere(desk: Desk, needs: list[ReportedNeed]) -> Runs:
    """Where the other sentences on a cluster are quoted: under other clusters, which they speak of as well."""
    cites = {need.n: Cite(source=need.n, sentence=need.sentence) for need in reversed(needs)}
    return desk.phrases("needs_elsewhere", cites=between(" ", (cites[n] for n in sorted(cites))))


def _one_per_source_first(needs: list[ReportedNeed]) -> list[ReportedNeed]:
    """The needs with those of sources not heard yet before the others; a repeated sentence once."""
    seen: set[str] = set()
    heard: dict[int, int] = defaultdict(int)
    ranked = []
    for place, need in enumerate(needs):
        words = _words(need)
        if words not in seen:
            seen.add(words)
            ranked.append((heard[need.n], place, need))
            heard[need.n] += 1
    return [need for _, _, need in sorted(ranked, key=lambda item: item[:2])]


def _quotation(desk: Desk, need: ReportedNeed) -> Runs:
    words = bare(shorten(flat(need.quote), desk.room.letters))
    # A clause that begins in the middle of its sentence is marked as one.
    quote = Quote(text=f"[…] {words}" if words[:1].islower() else words, source=need.n, sentence=need.sentence)
    name = need.source or site(desk.sources[need.n - 1].publisher)
    cite = Cite(source=need.n, sentence=need.sentence)
    said = (" (", Name(text=name), ")") if name else ()
    return joined((quote, *said, " ", cite))


def shorten(text: str, most: int) -> str:
    """The text up to a word's end, with "[…]" where it was cut."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " […]"
