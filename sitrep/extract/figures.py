"""From an article to its figures: the passes of extraction in their order."""

import hashlib
import re
from collections import deque
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from ..languages.language import word_list
from ..measures import MEASURES
from ..model import Article, Extraction, Figure, Need, Span
from ..places.countries import COUNTRIES, DEMONYMS
from .attribution import Voices
from .clean import clean
from .decide import Decision, Memory, decide
from .items import Item, items_of
from .needs import need_of
from .parts import sums
from .period import Period, period_of, periods
from .place import Mention, mentions, place_of
from .prefilter import counted, words_of
from .sector import sector_of
from .sentences import sentences
from .truth import at_war, certainty_of, scope_of

_BULLETS = ("- ", "* ", "**", "• ", "*F", "*W")
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
    memory: Memory = field(default_factory=Memory)
    home: str | None = None
    """The country of the document as the text writes it, if it does."""
    main: str | None = None
    """The first place that the article sets: its title's, else its lead's."""
    place: str | None = None
    """The place that the last figure had, or that a sentence has set since."""
    people: tuple[str, ...] = ()
    listing: bool = False
    lead_home: bool = False
    """Whether title or lead name the country: the article then speaks of all of it unless it says otherwise."""
    """Whether a bullet has been met."""
    unread: deque[int] = field(default_factory=deque)
    """Sentences not yet read for the first place."""
    pending: list[tuple[int, int]] = field(default_factory=list)
    """Sentences without figures since the last place, not yet read for theirs."""
    recent: list[Figure] = field(default_factory=list)
    """The figures of the last sentences."""
    year: int | None = None


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(d.lower() for d in DEMONYMS)


def extract(article: Article) -> Extraction:
    """All figures and needs of an article, in the order of its text; the same article always gives the same."""
    text = clean(article.text)
    spans = list(sentences(text))
    reading = Reading(article, text, article.published_day, at_war(text), spans, Voices(text, spans))
    reading.home, reading.people = _home(article, text)
    reading.memory.home, reading.memory.war = article.country, reading.war
    lead = text[: spans[min(2, len(spans)) - 1][1]] if spans else ""
    reading.lead_home = bool(reading.home) and bool(re.search(rf"\b{re.escape(reading.home or '')}\b", lead))
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
    if text[start : start + 2] in _BULLETS:
        # A list speaks of the whole crisis, point by point, unless a point names a place.
        reading.place, reading.listing = None, True
        reading.pending.clear()
    elif start and text[start - 1] == "\n":
        reading.place = None
        reading.pending.clear()
    figures: list[Figure] = []
    numbers = counted(words, text, start, end, reading.memory.measure is not None)
    row = items_of(text, start, end, numbers) if numbers is not None else []
    decisions = decide(row, _demonyms(), reading.memory) if row else []
    found: list[Mention] = []
    if decisions:
        _first_place(reading)
        found = _named_places(reading, k)
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
                found,
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
    _carry(reading, found, figures, start, end)
    reading.recent = [*reading.recent, *figures][-8:]
    if reading.main is None and not decisions:
        reading.unread.append(k)
    return figures


def _named_places(reading: Reading, k: int) -> list[Mention]:
    """The places of a sentence, without those in the names of its sources."""
    names = [a for a in reading.voices.said(k) if a.name]
    return [m for m in mentions(reading.text, *reading.spans[k]) if not any(a.start <= m.start < a.end for a in names)]


def _first_place(reading: Reading) -> None:
    """Read the sentences before the first figures for the first place; articles without figures are not read for it."""
    while reading.main is None and reading.unread:
        found = _named_places(reading, reading.unread.popleft())
        strong = [m for m in found if m.weight <= 2.0]
        if strong:
            reading.main = min(strong, key=lambda m: (m.weight, m.start)).name
    reading.unread.clear()


_SETS = word_list("figures", "sets")
# An area named by who holds it is a place of its own, without a name: nothing is carried into it.
_HELD = re.compile(
    r"\b(?:in|on|across|over|inside|throughout) (?:the )?[\w-]+-(?:held|controlled|run) "
    r"(?:areas?|territor\w+|parts|regions?|zones?)\b"
)
_NATIONAL = re.compile(
    (
        r"\b(?:nationwide|countrywide|across the country|in the country|the whole country|nationally|"
        r"national (?:toll|total|figure)|inside the country|the country's|this country)\b"
    ),
    re.IGNORECASE,
)
_COUNTRY_WIDE = frozenset(["funding_required", "funding_received"])


def _carry(reading: Reading, found: list[Mention], figures: list[Figure], start: int, end: int) -> None:
    """Remember the place that this sentence sets for those that name none."""
    own = [f.place for f in figures if f.place_basis in ("clause", "sentence")]
    strong = [m for m in found if m.weight <= 2.0]
    if reading.main is None and (own or strong):
        reading.main = own[0] if own else min(strong, key=lambda m: (m.weight, m.start)).name
    if own:
        reading.place = own[-1]
        reading.pending.clear()
    elif not figures:
        reading.pending.append((start, end))


def _settle(reading: Reading) -> None:
    """Let the last sentence without figures that sets a place do so; read only now, as most never matter."""
    while reading.pending:
        found = mentions(reading.text, *reading.pending.pop())
        setting = [
            m for m in found if m.weight <= 0.6 and m.prep in _SETS or m.weight <= 1.0 and not m.prep and not m.country
        ]
        if setting and len(found) <= 4:
            reading.place = setting[0].name
            reading.pending.clear()


def _carried(reading: Reading, start: int, sentence: str, measure: str) -> str | None:
    """The place of a figure whose sentence names none."""
    if _HELD.search(sentence):
        return None
    _settle(reading)
    home = reading.home or reading.main
    if _NATIONAL.search(sentence) or measure in _COUNTRY_WIDE:
        return home
    if any(d in sentence for d in reading.people) and measure not in ("refugees",):
        return home
    return reading.place or (home if reading.listing or reading.lead_home else reading.main)


def _home(article: Article, text: str) -> tuple[str | None, tuple[str, ...]]:
    """How the text writes the country of the document, and its people's names ("Haitians")."""
    for country in COUNTRIES:
        if country.iso3 == article.country:
            written = _written(country.iso3, text)
            return written, tuple(a + "s" for a in country.adjectives)
    return None, ()


def _written(code: str, text: str) -> str | None:
    lower = text.lower()
    return next((name for name, pattern in _names(code) if name.lower() in lower and pattern.search(text)), None)


@cache
def _names(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The names of a country as texts write them, the longest first, with what finds them."""
    names = [name for country in COUNTRIES if country.iso3 == code for name in (country.name, *country.other_names)]
    ordered = sorted(names, key=lambda n: (n.startswith("The "), -len(n)))
    return tuple((name, re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)) for name in ordered)


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
    found: list[Mention],
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

    def carried() -> str | None:
        return None if title else _carried(reading, start, text[start:end], decision.measure)

    place, basis = place_of(found, text, at, stop, others, clause, carried, decision.measure)
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
