"""Parts and wholes: by explicit words, and by arithmetic, across articles too. A part is never added to its whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..model import PartOf
from .area import CRISIS
from .mention import Mention
from .numbers import Number, same_number

_FAMILY = {"housing_destroyed": "housing", "housing_damaged": "housing", "idps": "displaced"}
_LEAST = 50
"""Smaller sums across articles are too often chance."""

_MOST_PARTS = 6

_WIDE = frozenset({"casualties", "affected", "displaced", "in_need", "assisted"})
"""Measures that can hold parts of another measure."""

_MISREAD = 1.5
"""A part that is larger than its whole by more than this was not meant as its part; by less, it is inconsistent."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of parts: the pairs, the sums that agree with their whole, and the wholes that are exceeded."""

    pairs: tuple[PartOf, ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exceeded: tuple[tuple[str, str], ...] = ()

    @property
    def notes(self) -> Mapping[str, str]:
        """The flag that each whole (by figure id) gives its finding."""
        return {whole: "parts_agree" for whole, _ in self.sums} | {whole: "parts_exceed" for whole, _ in self.exceeded}

    def __add__(self, other: "Parts") -> "Parts":
        """Those of two events."""
        return Parts(self.pairs + other.pairs, self.sums + other.sums, self.exceeded + other.exceeded)


def find_parts(groups: Sequence[Sequence[Mention]]) -> Parts:
    """All parts in the findings. Copies of an article add nothing."""
    mentions = [m for g in groups for m in g if not m.copy]
    explicit = list(_explicit(mentions))
    pairs = {(p.figure.id, w.figure.id): "The text says that it is a part." for p, w in explicit}
    sums: dict[str, tuple[str, ...]] = {}
    for whole, parts in _sums(mentions, groups):
        sums.setdefault(whole.figure.id, tuple(p.figure.id for p in parts))
        for part in parts:
            pairs.setdefault((part.figure.id, whole.figure.id), sentence(parts, whole))
    exceeded = dict(_exceeded(explicit))
    for whole_id, complete in _complete(explicit):
        sums.setdefault(whole_id, tuple(p.figure.id for p in complete))
    return Parts(
        tuple(
            PartOf(part=p, whole=w, why=why) for (p, w), why in sorted(pairs.items(), key=lambda x: (x[0][1], x[0][0]))
        ),
        tuple(sorted(sums.items())),
        tuple(sorted(exceeded.items())),
    )


def _explicit(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """What the texts call a part, with its whole: the stated one, or the count before it that can hold it."""
    by_id = {m.figure.id: m for m in mentions}
    counts: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for m in sorted(mentions, key=lambda m: m.figure.start):
        counts[(m.figure.article, m.figure.measure)].append(m)
    for part in mentions:
        stated = by_id.get(part.figure.part_of or "")
        if stated is None:
            continue
        before = [w for w in counts[(part.figure.article, part.figure.measure)] if w.figure.start < part.figure.start]
        whole = next((w for w in (stated, *reversed(before)) if _holds(w, part)), None)
        if whole is not None:
            yield part, whole


def _holds(whole: Mention, part: Mention) -> bool:
    """Whether a figure can be the whole of a part: it counts the like, over the same place or a wider one, and more."""
    if _family(whole)[0] != _family(part)[0] and whole.figure.measure not in _WIDE:
        return False
    if whole.area.key not in (CRISIS, part.area.key, part.area.within):
        return False
    if whole.value is None or part.value is None or whole.figure.unit != part.figure.unit:
        return True
    return part.value <= whole.value * _MISREAD


def sentence(parts: Sequence[Mention], whole: Mention) -> str:
    """The sum as a report prints it."""
    numbers = " + ".join(_plain(p.value) for p in parts)
    total = sum(p.value or 0 for p in parts)
    agrees = "equals" if total == whole.value and whole.figure.qualifier == "exact" else "agrees with"
    return f"{numbers} = {_plain(total)} {agrees} “{whole.figure.text}”."


def _plain(value: Number | None) -> str:
    return f"{value:,.0f}" if value is not None and float(value).is_integer() else str(value)


def _family(m: Mention) -> tuple[str, str]:
    return _FAMILY.get(m.figure.measure, m.figure.measure), m.figure.unit


def _sums(
    mentions: Sequence[Mention], groups: Sequence[Sequence[Mention]]
) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """Wholes with the run of figures of one sentence that add up to them."""
    leads: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    same: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for g in groups:
        seen: set[Number] = set()
        for m in sorted((m for m in g if not m.copy), key=lambda m: (m.title, m.order)):
            same[(*_family(m), m.text)].append(m)
            if m.value is not None and m.value not in seen and m.value >= _LEAST and not m.vague:
                seen.add(m.value)
                leads[(*_family(m), m.value)].append(m)
    for run in _runs(mentions):
        total = sum(p.value or 0 for p in run)
        here = [w for w in same[(*_family(run[0]), run[0].text)] if same_number(w.value, total)]
        elsewhere = leads.get((*_family(run[0]), total), []) if _telling(run) else []
        for whole in (*here, *(w for w in elsewhere if w.text != run[0].text)):
            if _can_be_whole(whole, run):
                yield whole, run
                break


def _runs(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Neighbouring figures of one sentence and one family, longest runs first."""
    sentences: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        if m.value and not m.vague and m.figure.high is None and m.figure.certainty != "forecast":
            sentences[(m.figure.article, m.figure.quote_start, m.figure.quote_end, *_family(m))].append(m)
    for key in sorted(sentences, key=repr):
        found = sorted(sentences[key], key=lambda m: m.figure.start)
        spans = [(i, j) for i, j in combinations(range(len(found) + 1), 2) if 2 <= j - i <= _MOST_PARTS]
        for i, j in sorted(spans, key=lambda s: (s[0] - s[1], s)):
            yield tuple(found[i:j])


def _telling(run: Sequence[Mention]) -> bool:
    """Whether a sum is unlikely to be chance: not all of its numbers are round or small."""
    return any((p.value or 0) >= 20 and (p.value or 0) % 10 for p in run) and all((p.value or 0) >= 5 for p in run)


def _can_be_whole(whole: Mention, run: Sequence[Mention]) -> bool:
    """Whether a figure can hold a run of others: wider population and place, not one of them, all of them different."""
    if whole in run or whole.vague or whole.figure.certainty == "forecast":
        return False
    if any(p.figure.part_of not in (None, whole.figure.id) or whole.figure.part_of == p.figure.id for p in run):
        return False
    if any(
        not set(whole.subject.tags) <= set(p.subject.tags) or whole.area.key not in (CRISIS, p.area.key) for p in run
    ):
        return False
    kinds = {(p.subject, p.area.key, p.figure.measure) for p in run}
    return len(kinds) == len(run) and (whole.subject, whole.area.key, whole.figure.measure) not in kinds


def _by_whole(explicit: Sequence[tuple[Mention, Mention]]) -> Iterator[tuple[Mention, list[Mention]]]:
    wholes: dict[str, list[Mention]] = defaultdict(list)
    by_id = {w.figure.id: w for _, w in explicit}
    for part, whole in explicit:
        if part.figure.unit == whole.figure.unit and part.value is not None and not part.vague:
            wholes[whole.figure.id].append(part)
    for key in sorted(wholes):
        yield by_id[key], sorted(wholes[key], key=lambda m: m.order)


def _complete(explicit: Sequence[tuple[Mention, Mention]]) -> Iterator[tuple[str, list[Mention]]]:
    """Wholes whose stated parts add up to them."""
    for whole, parts in _by_whole(explicit):
        if len(parts) > 1 and same_number(sum(p.value or 0 for p in parts), whole.value):
            yield whole.figure.id, parts


def _exceeded(explicit: Sequence[tuple[Mention, Mention]]) -> Iterator[tuple[str, str]]:
    """Wholes that a part exceeds, or that parts of one sentence exceed together although they exclude each other."""
    for whole, parts in _by_whole(explicit):
        if whole.value is None or whole.figure.qualifier in ("at_least", "vague"):
            continue
        largest = max(parts, key=lambda p: (p.value or 0, p.order))
        if (largest.value or 0) > whole.value * 1.02:
            yield whole.figure.id, f"The part “{largest.figure.text}” is larger than its whole “{whole.figure.text}”."
            continue
        together = [
            p for p in parts if p.figure.quote_start == parts[0].figure.quote_start and p.article is parts[0].article
        ]
        total = sum(p.value or 0 for p in together)
        if len({(p.subject, p.area.key) for p in together}) == len(together) > 1 and total > whole.value * 1.02:
            numbers = " + ".join(_plain(p.value) for p in together)
            yield whole.figure.id, f"The parts {numbers} = {_plain(total)} exceed their whole “{whole.figure.text}”."
