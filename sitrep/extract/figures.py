"""From an article to its figures: the passes of extraction in their order."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from ..measures import MEASURES
from ..model import Article, Extraction, Figure, Need, Span
from .attribution import Voices
from .clean import clean
from .counting import Decision, Memory, decide
from .items import Item, items_of
from .needs import need_of
from .parts import sums
from .periods import Period, period_of, periods
from .places import Setting
from .prefilter import counted, words_of
from .sector import sector_of
from .sentences import sentences
from .truth import at_war, certainty_of, scope_of

_CLAUSE = re.compile(r"; | – |, (?:while|but|whereas|although|and (?:\w+ ){1,3}(?:said|says))\b| while | but ")
_UNITS = {"households": "households", "structures": "structures", "facilities": "facilities", "incidents": "incidents"}


@dataclass(slots=True)
class Reading:
    """What is known of an article while it is read, sentence by sentence."""

    article: Article
    text: str
    today: date | None
    war: bool
    spans: list[tuple[int, int]]
    voices: Voices
    setting: Setting
    memory: Memory = field(default_factory=Memory)
    recent: list[Figure] = field(default_factory=list)
    """The figures of the last sentences."""
    year: int | None = None


def extract(article: Article) -> Extraction:
    """All figures and needs of an article, in the order of its text; the same article always gives the same."""
    text = clean(article.text)
    spans = list(sentences(text))
    voices = Voices(text, spans)
    setting = Setting(article, text, spans, voices.names)
    reading = Reading(article, text, article.published_day, at_war(text), spans, voices, setting)
    reading.memory.home, reading.memory.war = article.country, reading.war
    reading.year = reading.today.year if reading.today else _latest_year(text)
    figures: list[Figure] = []
    needs: list[Need] = []
    for k, (start, end) in enumerate(spans):
        words = words_of(text, start, end)
        found = _sentence(reading, spans, k, start, end, words)
        need = need_of(article, text, start, end, words, found)
        figures += found
        needs += [need] if need else []
    return Extraction(article=article.id, figures=tuple(figures), needs=tuple(needs))


def _latest_year(text: str) -> int | None:
    return max(map(int, re.findall(r"\b(20[0-4]\d)\b", text)), default=None)


def _sentence(
    reading: Reading, spans: list[tuple[int, int]], k: int, start: int, end: int, words: frozenset[str]
) -> list[Figure]:
    text = reading.text
    figures: list[Figure] = []
    numbers = counted(words, text, start, end, reading.memory.measure is not None)
    row = items_of(text, start, end, numbers) if numbers is not None else []
    decisions = decide(row, reading.memory) if row else []
    if decisions:
        war = reading.war or at_war(text[start:end], 1)
        times = periods(text, start, end, reading.today, words)
        spots = [d.quantity.start for d in decisions]
        ids: dict[int, str] = {}
        adding = sums(decisions)
        for n, decision in enumerate(decisions):
            figure = _figure(
                reading,
                row,
                decision,
                start,
                end,
                k,
                times,
                spots,
                ids,
                decisions,
                figures,
                adding.get(n),
                k == 0 and len(spans) > 1 and text[end : end + 1] == "\n",
                war,
            )
            ids[n] = figure.id
            figures.append(figure)
    if figures:
        reading.setting.note(k, [f.place for f in figures if f.place_basis in ("clause", "sentence")])
    reading.recent = [*reading.recent, *figures][-8:]
    return figures


def _clause(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    left, right = start, end
    for match in _CLAUSE.finditer(text, start, end):
        if match.end() <= at:
            left = match.end()
        elif match.start() >= at:
            right = match.start()
            break
    return left, right


def _figure(
    reading: Reading,
    row: list[Item],
    decision: Decision,
    start: int,
    end: int,
    k: int,
    times: list[Period],
    spots: list[int],
    ids: dict[int, str],
    decisions: list[Decision],
    made: list[Figure],
    whole: int | None,
    title: bool,
    war: bool,
) -> Figure:
    quantity, text = decision.quantity, reading.text
    at, stop = quantity.start, quantity.end
    clause = _clause(text, start, end, at)
    others = [s for s in spots if s != at]

    place, basis = reading.setting.place(k, (at, stop), others, clause, decision.measure, title)
    if decision.whole is not None and basis == "carried":
        place, basis = next(
            ((f.place, f.place_basis) for f in made if f.id == ids.get(_index(decisions, decision.whole))),
            (place, basis),
        )
    name = reading.voices.source(k, at, clause)
    period = period_of(times, at, stop, others, clause)
    path = list(decision.candidate.path) if decision.candidate else []
    measure = decision.measure
    money = quantity.currency is not None
    spec = MEASURES[measure]
    certainty = certainty_of(
        row,
        path,
        text[clause[0] : at],
        text[clause[0] : clause[1]],
        name,
        measure,
        war,
        money,
    )
    scope = scope_of(
        period, reading.today, text[clause[0] : clause[1]], measure, spec.stock_flow == "stock", reading.year
    )
    unit = quantity.currency or _UNITS.get(decision.kind or "") or spec.unit
    if unit == "structures" and measure in ("displaced", "in_need"):
        unit = "households"
    sector = None
    if spec.sectored:
        head = decision.phrase.head
        sector = (
            head.sector
            if measure == "facilities_affected" and head and head.sector
            else sector_of(text[start:end], at - start, measure)
        )
        if measure == "facilities_affected" and not (head and head.sector):
            sector = next(
                (d.phrase.head.sector for d in decisions if d.phrase.head and d.phrase.head.sector), "early_recovery"
            )
    parent = decision.whole
    part_of = None
    if parent is not None:
        part_of = next((ids[n] for n, d in enumerate(decisions) if d.at == parent and n in ids), None)
    if part_of is None and whole is not None:
        part_of = ids.get(whole)
    if part_of is None and parent is None and _of_these(row, decision):
        part_of = _earlier(reading, unit, quantity.value)
    tags = _population(row, decision, decisions, unit, measure)
    kind = "range" if quantity.low is not None else "vague" if quantity.vague else quantity.qualifier or "exact"
    cue_items = [row[c] for c in decision.cues if 0 <= c < len(row)]
    article = reading.article
    identity = hashlib.sha256(f"{article.id}|{measure}|{at}|{stop}".encode()).hexdigest()[:12]
    return Figure(
        id=identity,
        article=article.id,
        measure=measure,
        text=article.text[at:stop],
        start=at,
        end=stop,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        qualifier=kind,
        unit=unit,
        population=tags,
        group=" ".join(decision.phrase.words) or None,
        head=decision.phrase.word,
        place=place,
        place_basis=basis,
        source=name,
        certainty=certainty,
        scope=scope,
        part_of=part_of,
        sector=sector,
        stock_flow=spec.stock_flow,
        since=period.since if period else None,
        until=period.until if period else None,
        quote=article.text[start:end],
        quote_start=start,
        quote_end=end,
        rule=decision.rule,
        cues=tuple(Span(start=c.s, end=c.e, text=article.text[c.s : c.e]) for c in cue_items),
    )


def _index(decisions: list[Decision], at: int) -> int:
    """Which decision belongs to the quantity at this item."""
    return next((n for n, d in enumerate(decisions) if d.at == at), -1)


def _of_these(row: list[Item], decision: Decision) -> bool:
    """Whether a number is a part of what an earlier sentence counted: "92 of these patients", "Of these, 221"."""
    after = [item.w for item in row[decision.at + 1 : decision.at + 4]]
    if len(after) > 2 and after[0] == "of" and after[1] in ("these", "those", "the") and row[decision.at + 2].q is None:
        return after[1] != "the" or decision.phrase.known
    return row[0].w in ("of", "among") and len(row) > 1 and row[1].w in ("these", "those", "them", "the")


def _earlier(reading: Reading, unit: str, value: float | int | None) -> str | None:
    """The nearest earlier figure in the same unit that is larger."""
    for figure in reversed(reading.recent):
        if (
            figure.unit == unit
            and figure.value is not None
            and value is not None
            and figure.value > value
            and figure.part_of is None
        ):
            return figure.id
    return None


def _population(
    row: list[Item], decision: Decision, decisions: list[Decision], unit: str, measure: str
) -> tuple[str, ...]:
    """The population tags that the text gives for people; none for other units."""
    if unit != "people":
        return ()
    phrase = decision.phrase
    tags = list(phrase.head.tags) if phrase.head else []
    for j in range(phrase.start + 1, phrase.end):
        noun = row[j].noun
        if noun is not None and noun.tags:
            tags += [t for t in noun.tags if t not in tags]
    if not tags:
        # "five of them children", "14 civilians, eight of whom were women"
        after = row[phrase.end : phrase.end + 2]
        if any(item.w in ("them", "whom") for item in row[phrase.start + 1 : phrase.end]):
            tags = [t for item in after if item.noun for t in item.noun.tags]
    if not tags and phrase.head is None and (decision.inherited or decision.candidate):
        earlier = [d for d in decisions if d.at < decision.at and d.phrase.head is not None]
        if (
            earlier
            and earlier[-1].phrase.head
            and decision.kind in (None, "people")
            and measure in ("deaths", "injured", "casualties", "missing")
        ):
            tags = [t for t in earlier[-1].phrase.head.tags if t in ("civilians", "combatants")]
    follow = row[phrase.end : phrase.end + 2]
    if tags and len(follow) == 2 and follow[0].w == "and" and follow[1].noun is not None and follow[1].q is None:
        tags += [t for t in follow[1].noun.tags if t not in tags]
    tags += _age(row, decision)
    if measure == "idps" and "idps" not in tags:
        tags.append("idps")
    if measure == "refugees" and "refugees" not in tags:
        tags.append("refugees")
    if (
        measure != "idps"
        and any(row[j].w == "displaced" for j in range(phrase.start + 1, phrase.end))
        and measure != "displaced"
        and "idps" not in tags
    ):
        tags.append("idps")
    if "children" in tags and "civilians" in tags:
        tags.remove("civilians")
    if measure in ("displaced",) and "idps" in tags:
        tags.remove("idps")
    return tuple(dict.fromkeys(tags))


def _age(row: list[Item], decision: Decision) -> list[str]:
    if not decision.quantity.article:
        return []
    out: list[str] = []
    for item in row[decision.at : decision.at + 6]:
        match = re.match(r"(\d+)-year-old", item.w)
        if match:
            years = int(match.group(1))
            out += ["elderly"] if years >= 60 else ["children"] if years < 18 else []
        if item.w == "elderly":
            out.append("elderly")
    return out
