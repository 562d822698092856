"""What each quantity of a sentence counts: the trigger chosen, the measure it means, the figure it is a part of."""

import re
from dataclasses import dataclass, field
from functools import cache

from ..languages.language import Noun, Sense, word_list
from ..places.countries import DEMONYMS, demonym_country, iso3
from .attach import Candidate, left, right
from .items import ADVERBS, BE, CHANGE, COORDINATORS, DETERMINERS, HAVE, PREPOSITIONS, Item
from .phrases import Phrase, noun_phrase
from .prefilter import COUNTS
from .quantities import Quantity

_HUMAN = frozenset(
    [
        "deaths",
        "injured",
        "casualties",
        "missing",
        "detained",
        "cases",
        "displaced",
        "idps",
        "refugees",
        "returned",
        "in_need",
        "affected",
        "assisted",
    ]
)
FITS: dict[str, frozenset[str]] = {
    "people": _HUMAN,
    "households": frozenset(
        ["displaced", "idps", "refugees", "returned", "in_need", "affected", "assisted", "missing", "deaths"]
    ),
    "structures": frozenset(["housing_destroyed", "housing_damaged", "displaced", "in_need"]),
    "facilities": frozenset(["facilities_affected"]),
    "incidents": frozenset(["attacks"]),
    "money": frozenset(["funding_required", "funding_received"]),
    "excluded": frozenset(),
}
PERSONAL = frozenset(["deaths", "injured", "missing", "detained"])
_INCLUDING = word_list("decide", "including")


@dataclass(slots=True)
class Decision:
    """One quantity with its measure. `whole` is the item of the quantity of which this is an explicit part."""

    at: int
    quantity: Quantity
    phrase: Phrase
    kind: str | None
    measure: str
    rule: str
    candidate: Candidate | None
    cues: list[int] = field(default_factory=list)
    whole: int | None = None
    inherited: bool = False
    sector: str | None = None


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave behind for elliptic ones: the last measure and head that were counted."""

    measure: str | None = None
    kind: str | None = None
    head: Noun | None = None
    home: str | None = None
    """The country of the document (alpha-3)."""
    war: bool = False
    """Whether the document is about fighting."""


def decide(row: list[Item], demonyms: frozenset[str], memory: Memory) -> list[Decision]:
    """All figures of one sentence, undecided quantities left out."""
    _persons(row, demonyms)
    phrases = {i: noun_phrase(row, i, demonyms) for i, item in enumerate(row) if item.q is not None}
    made: dict[int, list[Decision]] = {}
    last_kind: str | None = None
    for i, phrase in phrases.items():
        quantity = row[i].q
        assert quantity is not None
        kind = "money" if quantity.currency else phrase.head.kind if phrase.head else None
        if phrase.word in ("others", "more", "rest") and last_kind is not None and last_kind != "excluded":
            kind = None
        decisions = _one(row, i, quantity, phrase, kind, phrases, made, last_kind, memory)
        if decisions:
            made[i] = decisions
            last_kind = decisions[0].kind or last_kind
        elif kind and kind != "excluded":
            last_kind = kind
    _backward(row, phrases, made)
    _recall(row, phrases, made, memory)
    out = [d for i in sorted(made) for d in made[i]]
    if out:
        memory.measure, memory.kind, memory.head = out[-1].measure, out[-1].kind, out[-1].phrase.head
    return out


def _backward(row: list[Item], phrases: dict[int, Phrase], made: dict[int, list[Decision]]) -> None:
    """Give a bare number the measure of the next one in its list: "140,000; 412,000 and 3 million newly displaced"."""
    for i in sorted(phrases, reverse=True):
        later = [j for j in made if j > i]
        quantity = row[i].q
        if (
            i in made
            or not later
            or quantity is None
            or quantity.article
            or quantity.currency
            or phrases[i].head is not None
        ):
            continue
        heir = min(later)
        between = row[phrases[i].end : heir]
        if between and len(between) <= 3 and all(x.w in (",", ";", "and", "or") or x.w in ADVERBS for x in between):
            made[i] = [
                Decision(i, quantity, phrases[i], d.kind, d.measure, "same as after", d.candidate, d.cues, None, True)
                for d in made[heir][:1]
            ]


def _recall(row: list[Item], phrases: dict[int, Phrase], made: dict[int, list[Decision]], memory: Memory) -> None:
    """ "The figure has since fallen to 15,475" speaks of what the sentence before counted."""
    if made or memory.measure is None or memory.measure.startswith("funding"):
        return
    for i, phrase in phrases.items():
        quantity = row[i].q
        if (
            quantity is None
            or quantity.article
            or quantity.currency
            or phrase.head is not None
            and phrase.head.kind == "excluded"
        ):
            continue
        before = [item.w for item in row[max(0, i - 9) : i]]
        at = max((n for n, w in enumerate(before) if w in COUNTS), default=-1)
        if (
            at < 0
            or not any(w in CHANGE for w in before[at + 1 :])
            or before[-1] not in CHANGE
            and before[-1] not in ("already", "about")
        ):
            continue
        if before[at] == "it" and before[-1] not in ("was", "is", "at", "to"):
            continue
        kind = phrase.head.kind if phrase.head else memory.kind
        if kind is None or memory.measure in FITS[kind]:
            made[i] = [Decision(i, quantity, phrase, kind, memory.measure, "carried over", None)]
        return


def _funded(row: list[Item], i: int, kind: str | None, made: dict[int, list[Decision]]) -> bool:
    """Whether money is asked for people: "$852 million for 2.4 million people"."""
    if kind not in ("people", "households") or i < 2 or row[i - 1].w != "for":
        return False
    return any(j < i and i - j <= 8 and made[j][0].measure.startswith("funding") for j in made)


def _one(
    row: list[Item],
    i: int,
    quantity: Quantity,
    phrase: Phrase,
    kind: str | None,
    phrases: dict[int, Phrase],
    made: dict[int, list[Decision]],
    last_kind: str | None,
    memory: Memory,
) -> list[Decision]:
    if phrase.head is not None and kind == "excluded" and phrase.known:
        return []
    if kind != "money" and (
        i > 0 and row[i - 1].w in ("no", "zero") or i > 1 and row[i - 1].w == "of" and row[i - 2].w in _PARENTS
    ):
        return []
    if _counts_no_figure(row, i, quantity, kind, phrase, memory):
        return []
    if quantity.article and row[i].w == "one" and not _counts_one(row, i, phrase):
        return []
    if _funded(row, i, kind, made):
        return [Decision(i, quantity, phrase, kind, "assisted", "funded", None)]
    label = _label(row, i)
    if label is not None and label[1] == "excluded":
        return []
    if label is not None:
        kind = kind if kind is not None and kind != "excluded" else label[1]
    options = [label[0]] if label is not None else _options(row, i, phrase, kind, phrases)
    scored: list[tuple[float, Candidate, Sense]] = []
    unknown = phrase.head is not None and phrase.head.kind == "excluded"
    for candidate in options:
        sense = _pick(row, i, candidate, kind or candidate.kind, last_kind, phrase, unknown, quantity, memory)
        if sense is not None and not (quantity.article and not _single(row, i, candidate, sense)):
            scored.append((candidate.cost, candidate, sense))
    if _rate(row, i, phrase):
        return []
    whole = _whole(row, i, phrases, made)
    limit = (
        9.0 if not quantity.article or row[i].cap and quantity.end > row[i].e and row[i].w not in DETERMINERS else 3.6
    )
    if _apposed(row, i, kind, phrases, made):
        scored = []
    scored = [
        s
        for s in scored
        if s[0] <= limit or s[0] <= limit + 3 and s[2].measure in PERSONAL and any(row[p].w in BE for p in s[1].path)
    ]
    if scored:
        scored.sort(key=lambda s: s[0])
        cost, candidate, sense = scored[0]
        main = _main_clause(scored)
        if main is not None:
            scored.insert(0, scored.pop(main))
            cost, candidate, sense = scored[0]
        inherit = _inherit(row, i, phrase, kind, made)
        if whole is not None and candidate.relative and sense.measure not in _kin(made[whole][0].measure):
            scored = []
        if row[0].w in ("of", "among") and whole == min(phrases):
            inherit = None
        elif whole is not None and cost > 1.5 and sense.measure not in [d.measure for d in made[whole]]:
            inherit = whole
        if (
            inherit is not None
            and (cost > 2.2 or candidate.relation == "object")
            and whole is not None
            or inherit is not None
            and cost > 4.5
            and candidate.relation == "subject"
        ):
            scored = []
    if not scored:
        origin = whole if whole is not None else _inherit(row, i, phrase, kind, made)
        if origin is None or unknown and not _personal_word(phrase):
            return []
        parent = made[origin][0]
        if quantity.article and whole is None:
            listed = row[i - 1].w in ("and", "or", ",", ":") and i + 1 < len(row)
            if (
                not listed
                or row[i].w != "one"
                and (row[i - 1].w not in ("and", ":") or parent.measure not in PERSONAL)
                or row[i].w == "one"
                and row[i + 1].w not in ("in", "at", "from", "of")
            ):
                return []
        if kind is not None and _shared(parent.measure, kind) not in FITS[kind]:
            return []
        partly = i + 1 < len(row) and row[i + 1].w in ("partially", "partly", "severely", "badly", "slightly")
        if partly and parent.measure == "housing_destroyed":
            return [
                Decision(
                    i,
                    quantity,
                    phrase,
                    kind or parent.kind,
                    "housing_damaged",
                    "same, partly",
                    parent.candidate,
                    parent.cues,
                    None,
                    True,
                )
            ]
        return [
            Decision(
                i,
                quantity,
                phrase,
                kind or parent.kind,
                _shared(d.measure, kind),
                "same as before" if whole is None else "part of",
                d.candidate,
                d.cues,
                whole,
                True,
                d.sector,
            )
            for d in made[origin][: 1 if whole is None else 2]
        ]
    cost, candidate, sense = scored[0]
    decision = Decision(
        i,
        quantity,
        phrase,
        kind or candidate.kind or last_kind,
        sense.measure,
        f"{candidate.relation}: {sense.frame}",
        candidate,
        [candidate.at],
        whole,
    )
    decisions = [decision]
    for _, other, second in scored[1:]:
        if _both(decision.measure, second.measure, candidate, other):
            decisions.append(
                Decision(
                    i,
                    quantity,
                    phrase,
                    kind,
                    second.measure,
                    f"{other.relation}: {second.frame}",
                    other,
                    [other.at],
                    None,
                )
            )
            break
    return decisions


_LOSSES = word_list("decide", "losses")
_SETTLED = word_list("decide", "settled")
_VIOLENT = word_list("decide", "violent")


def _counts_no_figure(
    row: list[Item], i: int, quantity: Quantity, kind: str | None, phrase: Phrase, memory: Memory
) -> bool:
    """Populations of towns, economic losses, and incidents that nobody made: numbers that are never figures."""
    before = [item.w for item in row[max(0, i - 5) : i]]
    near = {item.w for item in row[max(0, i - 5) : i + 7]}
    if (
        "population" in before
        and "of" in before[before.index("population") :]
        or before[-2:] == ["home", "to"]
        and not (phrase.head and phrase.head.tags)
    ):
        return True
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _SETTLED:
        return True
    if before[-1:] == ["those"] and row[i].w == "few":
        return True
    if kind == "money" and near & _LOSSES:
        return True
    return phrase.word in ("incidents", "incident") and not (memory.war or near & _VIOLENT)


_PARENTS = word_list("decide", "parents")


def _share(row: list[Item], i: int) -> bool:
    """Whether the number only bounds a share of it: "most of those 180", "half of the 1,100 houses"."""
    words = [item.w for item in row[max(0, i - 4) : i]]
    return (
        "of" in words
        and words[-1] in ("of", "the", "those", "these", "all", "its")
        and any(w in ("most", "half", "many", "some", "third", "part", "majority", "quarter", "much") for w in words)
    )


def _counts_one(row: list[Item], i: int, phrase: Phrase) -> bool:
    """Whether "one" counts a person or thing here, and is no pronoun or article ("one war", "one another")."""
    if i + 2 < len(row) and row[i + 1].w == "of" and any(x.q is not None for x in row[i + 2 : i + 4]):
        return False
    if phrase.known:
        return True
    after = row[i + 1] if i + 1 < len(row) else None
    return (
        after is None
        or after.sign
        or bool(after.senses)
        or after.w in PREPOSITIONS
        or after.w in BE
        or after.w in HAVE
        or after.w in COORDINATORS
        or after.w in ADVERBS
    )


def _single(row: list[Item], i: int, candidate: Candidate, sense: Sense) -> bool:
    """Whether one person is a figure here: killed, hurt, missing or held; other measures only for a stated "one"."""
    if sense.measure in PERSONAL:
        return candidate.relation != "head" or row[i].w.endswith("one")
    counted_things = ("facilities_affected", "housing_destroyed", "housing_damaged", "attacks")
    return row[i].w.endswith("one") and sense.measure in counted_things


_RATE = word_list("decide", "rate")


def _rate(row: list[Item], i: int, phrase: Phrase) -> bool:
    """Whether the number is a rate ("400 a month", "killing hundreds every year"), which is no figure."""
    words = [item.w for item in row[phrase.end : phrase.end + 9]]
    if any(
        a in ("every", "each") and b in ("year", "season", "rainy", "month", "day", "monsoon", "winter", "summer")
        for a, b in zip((x.w for x in row[max(0, i - 9) : i]), (x.w for x in row[max(0, i - 8) : i]), strict=False)
    ):
        return True
    for a, b in zip(words, words[1:], strict=False):
        if a in ("every", "each", "per", "annually") and b in _RATE:
            return True
    if words[:1] == ["per"] or words[:1] == ["each"]:
        return True
    for a, b, c in zip(words, words[1:], words[2:], strict=False):
        if (
            b == "a"
            and c in ("day", "month", "week")
            and a not in PREPOSITIONS
            and a not in ("just", "than", "about", "once")
        ):
            return True
    return words[:2] in (["a", "month"], ["a", "day"], ["a", "week"], ["a", "year"], ["an", "hour"]) or words[:1] in (
        ["daily"],
        ["annually"],
    )


def _label(row: list[Item], i: int) -> tuple[Candidate, str | None] | None:
    """The trigger of a labelled number ("Houses destroyed: 210"), and what the label counts."""
    if row[i - 1].w not in (":", "|") or i < 2:
        return None
    start = max((j + 1 for j in range(i - 1) if row[j].w in ("|", ";", "•")), default=0)
    label = row[start : i - 1]
    if (
        not label
        or len(label) > 9
        or any(x.q is not None or x.w in BE or x.w in HAVE or x.w in ("said", "says") for x in label)
    ):
        return None
    spots = [start + n for n, x in enumerate(label) if x.senses]
    if not spots:
        return None
    nouns = [x.noun.kind for x in label if x.noun is not None]
    kind = next((k for k in nouns if k != "people"), nouns[0] if nouns else None)
    senses = tuple(
        s
        for j in spots
        for s in row[j].senses
        if s.frame in ("state", "noun", "toll", "event") or s.form in ("past_participle", "participle")
    )
    if not senses:
        return None
    at = spots[-1] if row[spots[0]].noun is not None and len(spots) > 1 else spots[0]
    return Candidate(at, senses, "label", 0.2), kind


def _main_clause(scored: list[tuple[float, Candidate, Sense]]) -> int | None:
    """Where the best reading is only an adjective ("30,000 evacuated villagers"), the place of the clause's verb."""
    _, best, sense = scored[0]
    adjective = best.relation == "modifier" and sense.measure in ("displaced", "affected", "idps")
    if not (adjective or best.relative and sense.measure == "affected"):
        return None
    for n, (cost, candidate, other) in enumerate(scored[1:], 1):
        if (
            candidate.relation == "subject"
            and cost <= 8
            and other.measure in ("returned", "deaths", "injured", "displaced", "missing")
            and other.measure != sense.measure
        ):
            return n
    return None


def _both(first: str, second: str, one: Candidate, other: Candidate) -> bool:
    """Whether one number serves two measures: the displaced who are in need, or who are given aid."""
    if one.at == other.at:
        return False
    pair = {first, second}
    return pair in (
        {"displaced", "in_need"},
        {"displaced", "assisted"},
        {"idps", "assisted"},
        {"affected", "in_need"},
        {"injured", "assisted"},
        {"affected", "assisted"},
    )


def _options(row: list[Item], i: int, phrase: Phrase, kind: str | None, phrases: dict[int, Phrase]) -> list[Candidate]:
    options: list[Candidate] = []
    for j in range(phrase.start + 1, phrase.end):
        item = row[j]
        if item.senses and j == phrase.head_at:
            nouns = tuple(s for s in item.senses if s.frame == "noun")
            if nouns:
                strong = any(
                    s.measure in ("deaths", "casualties", "cases", "injured", "attacks", "missing")
                    or item.w.endswith(("arrests", "arrest", "detentions", "detention"))
                    for s in nouns
                )
                partitive = row[phrase.start + 1].w == "of" and any(s.frame == "state" for s in item.senses)
                options.append(Candidate(j, nouns, "head", -1.0 if strong and not partitive else 3.0))
        elif item.senses:
            mods = tuple(s for s in item.senses if s.frame == "state" or s.form in ("participle", "past_participle"))
            if mods:
                options.append(Candidate(j, mods, "modifier", 1.0))
    subjects = right(row, phrase, phrases)
    if row[0].w == "of" or row[0].w == "-" and len(row) > 1 and row[1].w == "of":
        # "Of 480 houses, 212 burned": what stands behind the next number is said of that one.
        following = min((j for j in phrases if j > i), default=len(row))
        if i == min(phrases):
            subjects = [c for c in subjects if c.at < following]
    if _share(row, i) and kind != "money":
        return [c for c in options if c.relation in ("head", "modifier")]
    if (
        i > 2
        and row[i - 1].w in DETERMINERS | {"of"}
        and any(row[k].q is not None for k in range(max(0, i - 4), i) if row[k + 1].w == "of")
    ):
        # "Fifteen of the 23 posts are closed" closes fifteen.
        return options + [c for c in subjects if c.relative]
    options += subjects
    options += left(row, i)
    if kind == "money":
        options += _appeal(row, phrase)
    return options


def _appeal(row: list[Item], phrase: Phrase) -> list[Candidate]:
    """The noun that a sum stands before: "a $160 million flood appeal"."""
    for j in range(phrase.start + 1, min(phrase.start + 5, len(row))):
        senses = tuple(s for s in row[j].senses if s.frame == "noun" and s.measure.startswith("funding"))
        if senses:
            return [Candidate(j, senses, "head", 1.0)]
        if row[j].sign or row[j].q is not None or row[j].w in PREPOSITIONS:
            break
    return []


def _pick(
    row: list[Item],
    i: int,
    candidate: Candidate,
    kind: str | None,
    last_kind: str | None,
    phrase: Phrase,
    unknown: bool,
    quantity: Quantity,
    memory: Memory,
) -> Sense | None:
    """The sense of a trigger that fits what is counted, or None."""
    word = row[candidate.at].w
    best: Sense | None = None
    standing = _standing(row, candidate, word)
    for sense in candidate.senses:
        if sense.frame == "lives":
            if candidate.relation in ("subject", "modifier") and phrase.word not in ("lives", "life"):
                continue
            if phrase.word not in ("lives", "life") and not (
                word.startswith(("claim", "los")) and kind in (None, "people")
            ):
                continue
            if kind is None and not word.startswith("claim"):
                continue
            return sense
        measure = sense.measure
        if (
            measure == "idps"
            and word == "internally displaced"
            and not standing
            and {row[p].w for p in candidate.path} & {"were", "was", "been"}
        ):
            sense, measure = Sense("displaced", sense.frame, sense.form), "displaced"
        if standing and measure == "displaced":
            sense = Sense("idps", sense.frame, sense.form)
            measure = "idps"
        if (
            measure == "refugees"
            and word in ("cross", "crossed", "crosses", "crossing")
            and not _border(row, candidate.at)
        ):
            continue
        if (
            measure == "displaced"
            and kind == "structures"
            and i > 1
            and row[i - 1].w in ("of", "in", "from")
            and (dweller := row[i - 2].noun) is not None
            and dweller.kind == "people"
        ):
            candidate.relation = "dwellers"
        if measure == "returned" and {row[p].w for p in candidate.path} & _NOT_BACK:
            sense, measure = Sense("displaced", sense.frame, sense.form), "displaced"
        if measure == "displaced" and candidate.relation == "subject" and _abroad(row, candidate, phrase, memory):
            sense, measure = Sense("refugees", sense.frame, sense.form), "refugees"
        if (
            measure in ("idps", "detained")
            and candidate.relation == "object"
            and phrase.head is not None
            and set(phrase.head.tags) & {"refugees", "idps"}
        ):
            measure = "refugees" if "refugees" in phrase.head.tags else "idps"
            sense = Sense(measure, sense.frame, sense.form)
        if measure == "idps" and any(row[j].w == "newly" for j in range(max(0, phrase.start), phrase.end)):
            sense, measure = Sense("displaced", sense.frame, sense.form), "displaced"
        if (
            measure == "idps"
            and word.startswith("host")
            and phrase.word
            and phrase.word.rstrip("s") in _nationalities()
        ):
            sense, measure = Sense("refugees", sense.frame, sense.form), "refugees"
        fits = _fit(measure, kind, last_kind, unknown, phrase, sense, candidate, quantity, word)
        if fits and (best is None or _prefer(measure, best.measure, row, candidate, phrase)):
            best = sense
    return best


def _border(row: list[Item], at: int) -> bool:
    """Whether what is crossed is a border: a country or "the border" follows."""
    return any(x.w in ("border", "frontier", "into", "river") or x.cap and iso3(x.w) for x in row[at + 1 : at + 6])


_NOT_BACK = word_list("decide", "not_back")


def _abroad(row: list[Item], candidate: Candidate, phrase: Phrase, memory: Memory) -> bool:
    """Whether flight leads into another country than the people's or the document's: "Sudanese have fled to Egypt"."""
    own = {
        c for j in range(phrase.start, phrase.end) if (c := demonym_country(row[j].w.removesuffix("s").capitalize()))
    }
    home = own or ({memory.home} if memory.home else set())
    for j in range(candidate.at + 1, min(candidate.at + 5, len(row) - 1)):
        if row[j].w in ("to", "into", "in") and row[j + 1].cap:
            name = " ".join(x.w for x in row[j + 1 : j + 3] if x.cap)
            code = iso3(name) or iso3(row[j + 1].w)
            return bool(code and home and code not in home)
    return False


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(d.lower() for d in DEMONYMS)


def _standing(row: list[Item], candidate: Candidate, word: str) -> bool:
    """Whether the words describe people who live in displacement, not people who have just been displaced."""
    path = {row[p].w for p in candidate.path} - {word}
    if word == "internally displaced" and candidate.relation == "subject":
        return bool(path & {"is", "are", "remain", "remains", "remained", "still"})
    if word in ("displaced", "homeless", "uprooted") and candidate.relation == "subject":
        return (
            word == "displaced"
            and bool(path & {"is", "are", "remain", "remains", "remained", "still"})
            and "been" not in path
            and "being" not in path
            and "newly" not in path
        )
    if any(s.frame == "refuge" for s in row[candidate.at].senses) or word.startswith(("in ", "at ")):
        before = {item.w for item in row[max(0, candidate.at - 10) : candidate.at]}
        if word.endswith("camps") and row[candidate.at - 1].w in ("are", "were"):
            return True
        return bool(before & {"live", "lives", "lived", "living"})
    return False


def _fit(
    measure: str,
    kind: str | None,
    last_kind: str | None,
    unknown: bool,
    phrase: Phrase,
    sense: Sense,
    candidate: Candidate,
    quantity: Quantity,
    word: str,
) -> bool:
    if phrase.word in ("lives", "life"):
        return False
    if unknown:
        if measure not in PERSONAL or not _personal_word(phrase):
            return False
        return measure != "detained" or (phrase.word or "").endswith(
            ("ers", "ors", "ists", "men", "ians", "ees", "ants")
        )
    if kind is None:
        if measure.startswith("funding"):
            return False
        if measure == "attacks":
            return False
        if measure in ("housing_destroyed", "housing_damaged"):
            return last_kind == "structures" or sense.frame == "toll"
        if measure == "facilities_affected":
            return last_kind == "facilities"
        if sense.frame == "event" and measure in ("refugees",):
            return True
        return (
            last_kind not in ("structures", "facilities", "money") or candidate.cost <= 2 and last_kind != "structures"
        )
    if measure not in FITS[kind]:
        return False
    if kind == "structures":
        if measure == "displaced":
            return word.startswith("evacuat") and candidate.cost <= 0.5 or candidate.relation == "dwellers"
        if measure == "in_need":
            return sense.frame in ("state", "event") or word.startswith(("lose", "lost", "losing", "have no"))
    if kind == "incidents":
        return True
    return not (kind == "people" and measure in ("housing_destroyed",))


def _prefer(measure: str, known: str, row: list[Item], candidate: Candidate, phrase: Phrase) -> bool:
    """Whether `measure` reads a word of two meanings better than `known`."""
    if {measure, known} == {"deaths", "missing"}:
        passive = candidate.relation == "subject"
        later = {item.w for item in row[candidate.at : candidate.at + 4]}
        path = {row[p].w for p in candidate.path}
        if candidate.relation == "object" and candidate.at > 0 and row[candidate.at - 1].w in _MOURNERS:
            return measure == "deaths"
        buried = (
            passive
            and "been" in path
            and not later & {"under", "beneath", "in"}
            and "feared" not in {row[p].w for p in candidate.path}
        )
        return (measure == "deaths") == buried
    order = ("refugees", "casualties", "detained", "idps", "displaced", "in_need", "assisted", "affected")
    if measure in order and known in order:
        return order.index(measure) < order.index(known)
    return False


_MOURNERS = word_list("decide", "mourners")


def _personal_word(phrase: Phrase) -> bool:
    word = phrase.word or ""
    return word.endswith(("s", "men", "folk")) and not word.endswith(("ss", "ions", "ings", "ments", "ities", "ics"))


def _whole(row: list[Item], i: int, phrases: dict[int, Phrase], made: dict[int, list[Decision]]) -> int | None:
    """The earlier quantity of which this one is explicitly a part, if any."""
    earlier = [j for j in made if j < i]
    if not earlier:
        return None
    phrase = phrases[i]
    after = [row[k].w for k in range(i + 1, min(len(row), i + 4))]
    if (
        phrase.head is not None
        and (row[0].w == "of" or row[0].w == "among" or row[0].w == "-" and row[1].w == "of")
        and phrases
        and min(phrases) in made
        and min(phrases) < i <= 30
    ):
        first = made[min(phrases)][0]
        if first.at <= 8 and not any(item.w == ";" for item in row[first.at : i]):
            return first.at
    if (
        phrase.head is None
        and row[0].w in ("of", "among")
        and min(phrases) in made
        and not any(item.w == ";" for item in row[:i])
    ):
        return min(phrases)
    if (
        after[:2] in (["of", "which"], ["of", "them"], ["of", "whom"], ["of", "those"], ["of", "these"])
        or after[:1] == ["of"]
        and "them" in after
    ):
        return earlier[-1]
    k = i - 1
    steps = 0
    while k >= 0 and steps < 14:
        w = row[k].w
        if w in _INCLUDING or w in ("whom", "which") and k > 0 and row[k - 1].w == "of":
            before = [j for j in earlier if j < k]
            return before[-1] if before else None
        if row[k].q is not None:
            if k in made and made[k][0].whole is not None and _list_between(row, phrases[k].end, i):
                return made[k][0].whole
            return None
        if row[k].w in (";", ".") or w in BE or w in HAVE:
            return None
        if row[k].senses and any(s.frame in ("verb",) for s in row[k].senses) and steps > 2:
            return None
        k -= 1
        steps += 1
    return None


def _list_between(row: list[Item], start: int, end: int) -> bool:
    """Whether only the joints of a list stand between two quantities: commas, "and", places, adverbs."""
    return all(
        item.w in COORDINATORS
        or item.w in ADVERBS
        or item.w
        in (
            ",",
            ":",
            "(",
            "against",
            "compared",
            "to",
            "than",
            "up",
            "down",
            "year",
            "before",
            "another",
            "other",
            "a",
            "an",
            "the",
            "in",
            "from",
            "at",
            "of",
            "further",
            "some",
            "at",
            "least",
            "with",
            "as",
            "well",
            "along",
            "more",
            "than",
            "about",
            "nearly",
            "over",
            "around",
        )
        or item.cap
        or item.noun is not None
        and not item.senses
        for item in row[start:end]
    )


def _inherit(row: list[Item], i: int, phrase: Phrase, kind: str | None, made: dict[int, list[Decision]]) -> int | None:
    """The quantity just before in a list, whose measure this one shares."""
    earlier = [j for j in made if j < i]
    if not earlier:
        return None
    origin = earlier[-1]
    if row[i - 1].w in ("of", "the", "those", "its", "these") and any(
        row[j].w == "of" and row[j - 1].q is not None for j in range(max(1, i - 3), i)
    ):
        return None
    if kind == "money":
        origin = next((j for j in reversed(earlier) if made[j][0].kind == "money"), origin)
    gap = row[made[origin][0].phrase.end : i]
    if any(item.w in ("against", "compared") for item in gap[-4:]):
        return next((j for j in earlier if made[j][0].whole is None), origin)
    if phrase.known and phrase.end < len(row) and (row[phrase.end].w in BE or row[phrase.end].w in HAVE):
        return None
    if not _list_between(row, made[origin][0].phrase.end, i):
        between = row[made[origin][0].phrase.end : i]
        if _total(between):
            return next((j for j in earlier if made[j][0].whole is None), origin)
        if row[i - 1].w in PREPOSITIONS and row[i - 1].w not in ("of", "with", "from", "plus"):
            return None
        if not any(item.w in (",", "and", "(", ";", ":", "while", "–") for item in between) or len(between) > 14:
            return None
        if any(item.w in ("as", "when", "after", "because", "since", "where", "although") for item in between):
            return None
        if any(item.q is not None and row.index(item) in made for item in between) or any(
            item.w in BE or item.w in HAVE or _finite(item)
            for item in between[_trigger_gap(made[origin][0], between, row) :]
        ):
            return None
    if kind is not None and _shared(made[origin][0].measure, kind) not in FITS.get(kind, ()):
        return None
    return origin


def _apposed(
    row: list[Item], i: int, kind: str | None, phrases: dict[int, Phrase], made: dict[int, list[Decision]]
) -> bool:
    """Whether the number says the one before it again in another unit: "10,946 people, or 2,127 families"."""
    if kind not in ("people", "households") or row[i - 1].w != "or" or i < 2 or row[i - 2].w not in (",", "("):
        return False
    earlier = max((j for j in made if j < i), default=None)
    return earlier is not None and phrases[earlier].end >= i - 3 and made[earlier][0].kind != kind


def _kin(measure: str) -> frozenset[str]:
    """The measures that a part may have of its own: of damaged homes, some are destroyed."""
    return frozenset([measure, "housing_destroyed"]) if measure == "housing_damaged" else frozenset([measure])


def _shared(measure: str, kind: str | None) -> str:
    """The measure that a list passes on: destroyed houses "and two schools" are facilities affected."""
    if kind == "facilities" and measure.startswith("housing"):
        return "facilities_affected"
    return "housing_damaged" if kind == "structures" and measure == "facilities_affected" else measure


def _total(between: list[Item]) -> bool:
    """Whether a count is carried on: "which takes the total to", "was corrected to"."""
    words = {item.w for item in between}
    return (
        bool(words & {"total", "tally", "figure", "number", "corrected", "revised", "count"})
        and bool(words & (CHANGE | {"corrected", "revised"}))
        and between[-1].w in ("to", "at", "was", "is", "of", "by")
    )


def _trigger_gap(decision: Decision, between: list[Item], row: list[Item]) -> int:
    """How many of the items between belong to the predicate of the figure before."""
    candidate = decision.candidate
    if candidate is None or candidate.relation != "subject" or decision.inherited:
        return 0
    return max(0, candidate.at + 1 - decision.phrase.end)


def _finite(item: Item) -> bool:
    return any(s.frame in ("verb", "subject") and s.form != "-" for s in item.senses)


def _persons(row: list[Item], demonyms: frozenset[str]) -> None:
    """Make "a 60-year-old man", "his son" quantities of one; whether one is a figure is decided like the rest."""
    _named(row, demonyms)
    for i, item in enumerate(row):
        if item.w not in ("a", "an", "another", "his", "her", "my", "their", "the", "one") or item.q is not None:
            continue
        for j in range(i + 1, min(i + 7, len(row))):
            found = row[j]
            if found.q is not None or found.sign or found.w in DETERMINERS or found.w in PREPOSITIONS or found.w in BE:
                break
            if found.noun is not None and found.noun.kind == "people" and _singular(found.w):
                if (
                    j + 1 < len(row)
                    and (following := row[j + 1].noun) is not None
                    and following.kind in ("people", "facilities", "excluded")
                    and not row[j + 1].senses
                ):
                    continue
                if item.w in ("a", "an", "the") and i > 1 and row[i - 1].w == "," and _apposition(row, i - 2):
                    break
                if item.w == "the" and not (
                    j + 1 < len(row)
                    and (row[j + 1].w in BE or any(s.measure == "deaths" for s in row[j + 1].senses))
                    and found.w not in ("minister", "governor", "man", "woman", "mayor", "chief", "leader")
                ):
                    break
                item.q = Quantity(item.s, found.e, 1, article=True)
                break


def _apposition(row: list[Item], at: int) -> bool:
    """Whether a name, or a name with its age, ends at `at`: what follows the comma describes a person named before."""
    if row[at].q is None and row[at].w.isdigit():
        return True
    start = at
    while start >= 0 and row[start].cap:
        start -= 1
    return start < at and (start < 0 or row[start].w not in PREPOSITIONS and row[start].w not in (",", "-"))


def _named(row: list[Item], demonyms: frozenset[str]) -> None:
    """Make a named person who was killed or held, or whose death is reported, a quantity of one."""
    for k, item in enumerate(row):
        personal = [s for s in item.senses if s.measure in PERSONAL]
        if not personal:
            continue
        if any(s.frame == "event" for s in personal) and k + 2 < len(row) and row[k + 1].w == "of":
            _name(row, k + 2, 1, demonyms)
        elif (
            any(s.frame == "subject" and s.form == "past_participle" for s in personal)
            or k
            and row[k - 1].w in BE
            and any(s.frame == "verb" for s in personal)
        ):
            at = k - 1
            while at >= 0 and (row[at].w in BE or row[at].w in HAVE or row[at].w in ADVERBS):
                at -= 1
            if at >= 0 and row[at].w == ",":
                opening = max((j for j in range(max(0, at - 12), at) if row[j].w == ","), default=-1)
                at = opening - 1
            _name(row, at, -1, demonyms)


_PERSON_TITLES = word_list("decide", "person_titles")


def _name(row: list[Item], at: int, step: int, demonyms: frozenset[str]) -> None:
    first = at
    while (
        0 <= at < len(row)
        and row[at].cap
        and row[at].q is None
        and not row[at].sign
        and row[at].noun is None
        or 0 <= at < len(row)
        and row[at].w in _PERSON_TITLES
    ):
        at += step
    low, high = (first, at - 1) if step > 0 else (at + 1, first)
    words = row[low : high + 1]
    names = [w for w in words if w.w not in _PERSON_TITLES]
    if len(words) < 2 or not names or len(words) > 6 or any(w.w in demonyms or w.w in _NO_NAME for w in words):
        return
    if len(names) < 2 and len(words) == len(names):
        return
    words[0].q = Quantity(words[0].s, words[-1].e, 1, article=True)


_NO_NAME = word_list("decide", "no_name")
_PLURAL = re.compile(
    r"(?:s|men|people|children|police|staff|personnel|folk|militia|troop|elderly|pregnant|crew|"
    r"national|general|population|forces|member|kin|dead|injured|wounded|missing|homeless|deceased|"
    r"civilian)$"
)


def _singular(word: str) -> bool:
    return not _PLURAL.search(word) or word in ("civilian", "member", "general")
