"""Benchmark: generated articles on one crisis over 60 days with a known truth, reconciled and checked against it.

    python -m tests.eval.bench_reconcile [1000 2000 5000 10000]

Prints a table of articles, figures, seconds (by the clock and of the processor), processor time an article, and peak
memory, and exits with 1 if a finding differs from the truth.
The crisis and all its numbers are invented.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sitrep.model import Article, Extraction, Figure, Reconciliation
from sitrep.reconcile import Context, reconcile

START = datetime(2031, 3, 1, 12, tzinfo=UTC)
DAYS = 60
TOWNS = tuple(
    f"{a}{b}"
    for a in ("Bel", "Kor", "Mar", "Tul", "Zan", "Ost", "Fen", "Gal")
    for b in ("dova", "mira", "tash", "pur", "vik")
)
MINISTRY, AGENCY = "Ministry of Health", "UNICEF"
OUTLETS = tuple(f"Outlet {n}" for n in range(1, 41))
FILLER = (
    "Roads to the valley stayed closed {when} while crews cleared stones near {town}.",
    "Traders in {town} said {when} that flour was hard to find.",
    "A school in {town} opened its gym {when} to those who had lost their roofs.",
    "Rain is forecast for {when}, and the river at {town} is watched by the hour.",
    "Volunteers cooked in the square of {town} {when}, and queues were long.",
    "Engineers reached {town} {when} with two pumps and a generator.",
)


@dataclass
class World:
    """The truth: tolls by place and day, as each origin counts them, and which articles are copies."""

    random: random.Random
    tolls: dict[tuple[str, str, int], int] = field(default_factory=dict)
    last: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    copies: set[frozenset[str]] = field(default_factory=set)

    def toll(self, place: str, measure: str, day: int) -> int:
        """The ministry's cumulative count of a day: it grows every day."""
        key = (place, measure, day)
        if key not in self.tolls:
            before = self.toll(place, measure, day - 1) if day else 11 + sum(map(ord, place)) % 37
            self.tolls[key] = before + 3 + (day * 7 + sum(map(ord, place + measure))) % 11
        return self.tolls[key]


def make(count: int, seed: int = 7) -> tuple[list[Article], list[Extraction], World]:
    """So many articles with their figures; one in ten is a copy of an earlier one, lightly edited or cut short."""
    world = World(random.Random(seed))
    articles: list[Article] = []
    extractions: list[Extraction] = []
    for n in range(count):
        if n > 20 and n % 10 == 0:
            source = world.random.randrange(max(0, n - 400), n - 1)
            article, figures = _copy(articles[source], extractions[source].figures, n, world)
        else:
            article, figures = _article(n, count, world)
        articles.append(article)
        extractions.append(Extraction(article=article.id, figures=tuple(figures)))
    return articles, extractions, world


def _article(n: int, count: int, world: World) -> tuple[Article, list[Figure]]:
    rng = world.random
    day = min(n * DAYS // count, DAYS - 1)
    town = rng.choice(TOWNS)
    sentences: list[tuple[str, list[tuple[str, int, dict[str, object]]]]] = []
    for place in (town, None):
        dead, hurt = world.toll(place or "", "deaths", day), world.toll(place or "", "injured", day)
        where = f"in {place}" if place else "across the country"
        said = f"The {MINISTRY} said the floods had killed {dead:,} people and injured {hurt:,} {where}."
        common = {"source": MINISTRY, "place": place, "place_basis": "clause" if place else None}
        sentences.append((said, [("deaths", dead, common), ("injured", hurt, common)]))
        for measure, value in (("deaths", dead), ("injured", hurt)):
            world.last[(place or "", measure)] = max(world.last.get((place or "", measure), (0, 0)), (day, value))
    need = 1000 * (40 + day)
    sentences.append(
        (
            f"{AGENCY} says {need:,} children need help.",
            [("in_need", need, {"source": AGENCY, "population": ("children",), "sector": "multi"})],
        )
    )
    for _ in range(12):
        when = f"on day {rng.randrange(1000)} of the season, in week {rng.randrange(1000)}"
        sentences.append((rng.choice(FILLER).format(town=rng.choice(TOWNS), when=when), []))
    head, tail = sentences[:3], sentences[3:]
    rng.shuffle(tail)
    published = START + timedelta(days=day, minutes=n % 600)
    return _write(n, rng.choice(OUTLETS), published, [*head, *tail])


def _write(
    n: int, outlet: str, published: datetime, sentences: Sequence[tuple[str, list[tuple[str, int, dict[str, object]]]]]
) -> tuple[Article, list[Figure]]:
    text = " ".join(s for s, _ in sentences)
    article = Article(name=f"n{n}", text=text, publisher=outlet, published=published, language="en", country="XKX")
    return article, list(_figures(article, sentences))


def _figures(
    article: Article, sentences: Sequence[tuple[str, list[tuple[str, int, dict[str, object]]]]]
) -> Iterator[Figure]:
    at = 0
    for sentence, stated in sentences:
        for measure, value, fields in stated:
            start = article.text.index(f"{value:,}", at)
            end = start + len(f"{value:,}")
            yield Figure(
                id=f"{article.id}-{start}-{measure}", article=article.id, measure=measure, text=article.text[start:end],
                start=start, end=end, value=value, quote=sentence, quote_start=at, quote_end=at + len(sentence),
                stock_flow="stock" if measure == "in_need" else "flow", **fields,
            )  # fmt: skip
        at += len(sentence) + 1


def _copy(original: Article, figures: Sequence[Figure], n: int, world: World) -> tuple[Article, list[Figure]]:
    cut = original.text.rfind(". ", 0, int(len(original.text) * world.random.choice((0.7, 1.0)))) + 1
    text = original.text[: cut or None].replace("stayed closed", "remained shut")
    published = (original.published or START) + timedelta(hours=5)  # type: ignore[operator]
    article = Article(
        name=f"n{n}", text=text, publisher=f"Reprint {n % 13}", published=published, language="en", country="XKX"
    )
    kept = [
        f
        for f in figures
        if f.quote_end <= min(len(text), original.text.find("stayed closed") % (len(original.text) + 1))
    ]
    world.copies.add(frozenset({original.name, article.name}))
    return article, [
        f.model_copy(update={"id": f"{article.id}-{f.start}-{f.measure}", "article": article.id}) for f in kept
    ]


def wrong(found: Reconciliation, world: World, articles: Sequence[Article]) -> list[str]:
    """What differs from the truth, one sentence each."""
    problems = []
    recommended = {
        ("" if f.crisis_wide else f.place, f.measure): (
            f.recommended.value if f.recommended else None,
            len(f.origins),
            f.relation,
        )
        for f in found.findings
        if f.measure in ("deaths", "injured")
    }
    for (place, measure), (_, value) in world.last.items():
        got = recommended.get((place, measure))
        if got is None or got[:2] != (value, 1):
            problems.append(f"{measure} in {place or 'all'}: {value} expected from one origin, {got} found")
    if len(found.findings) != len(world.last) + 1:
        problems.append(f"{len(world.last) + 1} findings expected, {len(found.findings)} found")
    names = {a.id: a.name for a in articles}
    groups = [{names[a] for a in group} for group in found.duplicates]
    missed = [pair for pair in world.copies if not any(pair <= group for group in groups)]
    if missed:
        problems.append(f"{len(missed)} of {len(world.copies)} copies not found")
    return problems


def main(sizes: Sequence[int]) -> int:
    """Run all sizes; the exit code."""
    failed = 0
    head = ("articles", "figures", "findings", "seconds", "CPU s", "ms/article", "peak MB")
    print(" ".join(f"{word:>10}" for word in head), " truth")
    for size in sizes:
        articles, extractions, world = make(size)
        began, cpu = time.perf_counter(), time.process_time()
        found = reconcile(articles, extractions, Context(country="XKX", crisis="Kosovo: invented floods"))
        seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        problems = wrong(found, world, articles)
        figures = sum(len(e.figures) for e in extractions)
        truth = "agrees" if not problems else f"{len(problems)} differ"
        row = (
            size,
            figures,
            len(found.findings),
            f"{seconds:.1f}",
            f"{cpu:.1f}",
            f"{cpu / size * 1000:.2f}",
            int(peak),
        )
        print(" ".join(f"{cell:>10}" for cell in row), f" {truth}")
        for problem in problems[:5]:
            print(f"          {problem}")
        failed |= bool(problems)
    return failed


if __name__ == "__main__":
    sys.exit(main([int(n) for n in sys.argv[1:]] or [1000, 2000, 5000, 10000]))
