"""The noun phrase behind a quantity: what the number counts, and the words that qualify it."""

from dataclasses import dataclass, field

from ..languages.language import Noun, Sense
from .items import ADVERBS, BE, COORDINATORS, DETERMINERS, HAVE, MODAL, PREPOSITIONS, RELATIVES, SUBORDINATORS, Item

_STOP = (
    PREPOSITIONS
    | RELATIVES
    | COORDINATORS
    | SUBORDINATORS
    | BE
    | HAVE
    | MODAL
    | frozenset(
        [
            "has",
            "did",
            "do",
            "does",
            "not",
            "there",
            "here",
            "it",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "them",
            "him",
            "us",
            "nor",
            "then",
            "today",
            "yesterday",
            "tonight",
            "who",
        ]
    )
)
_PERSON_ENDINGS = (
    "ers",
    "ors",
    "ists",
    "men",
    "ians",
    "ees",
    "eers",
    "ants",
    "women",
    "folk",
    "mates",
    "er",
    "ist",
    "ian",
)


# What makes a "centre" or "unit" a facility, and of which cluster.
_CENTRES = {
    "medical": "health",
    "health": "health",
    "care": "health",
    "ambulance": "health",
    "treatment": "health",
    "trauma": "health",
    "dialysis": "health",
    "power": "early_recovery",
    "distribution": "early_recovery",
    "business": "early_recovery",
    "shopping": "early_recovery",
    "learning": "education",
    "education": "education",
    "training": "education",
    "childcare": "education",
    "nutrition": "nutrition",
    "feeding": "nutrition",
    "community": "early_recovery",
}


@dataclass(slots=True)
class Phrase:
    """What a number counts: items [start, end) of the sentence, the head noun, participles before it, other words."""

    start: int
    end: int
    head: Noun | None = None
    word: str | None = None
    head_at: int = -1
    known: bool = False
    premodifiers: list[tuple[Sense, ...]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def noun_phrase(row: list[Item], i: int, demonyms: frozenset[str]) -> Phrase:
    """Read the phrase that begins with the quantity at `i`."""
    phrase = Phrase(i, i + 1)
    j = i + 1
    if j < len(row) and row[j].w == "of":
        j += 1
        if j < len(row) and (row[j].w in DETERMINERS or row[j].w in ("them", "whom", "these", "those")):
            if row[j].w in ("them", "whom"):
                phrase.end = j + 1
                return phrase
            j += 1
        if j < len(row) and row[j].q is not None:
            # "8,000 of the 23,000 residents": what is counted is said once.
            j += 1
        if j < len(row) and row[j].w in ("other", "their", "its", "his"):
            j += 1
    tentative: tuple[int, str] | None = None
    steps = 0
    while j < len(row) and steps < 7:
        item = row[j]
        if item.sign:
            if item.w == "'" or (item.w == "," and _adjective_list(row, j, phrase)):
                j += 1
                continue
            break
        if item.w == "'s":
            j += 1
            continue
        if item.q is not None:
            break
        if item.noun is not None and not _verb_here(row, j, phrase, demonyms):
            if phrase.head is not None and phrase.known and item.cap and not row[phrase.head_at].cap:
                break
            if phrase.head is not None and item.senses and item.noun.kind == "people" and _predicative(item):
                break
            if item.senses and phrase.head is None and _predicative(item) and _noun_follows(row, j):
                phrase.premodifiers.append(item.senses)
                phrase.words.append(item.w)
                phrase.end = j = j + 1
                steps += 1
                continue
            if phrase.head is not None:
                phrase.words.append(phrase.word or "")
            phrase.head, phrase.word, phrase.head_at, phrase.known = item.noun, item.w, j, True
            phrase.end = j = j + 1
            steps += 1
            continue
        if item.senses:
            if phrase.head is None and _noun_follows(row, j):
                phrase.premodifiers.append(item.senses)
                phrase.words.append(item.w)
                j += 1
                steps += 1
                continue
            break
        if item.w in COORDINATORS and phrase.head is None and j > i + 1 and _noun_follows(row, j):
            # "10 Indian and Pakistani soldiers"
            phrase.words.append(item.w)
            j += 1
            steps += 1
            continue
        if item.w in _STOP and item.w not in ADVERBS or item.w in DETERMINERS and item.w not in ("other", "another"):
            break
        if phrase.known:
            break
        if item.cap and not _demonym(item.w, demonyms) and not (row[j - 1].q is not None or _noun_follows(row, j)):
            break
        tag = _demonym(item.w, demonyms)
        if (
            tag == "people"
            and item.w.endswith("s")
            or tag
            and item.w.endswith(("ese", "ish", "ch", "i"))
            and item.cap
            and not _noun_follows(row, j)
        ):
            phrase.head, phrase.word, phrase.head_at, phrase.known = Noun("people"), item.w, j, True
            phrase.end = j = j + 1
            continue
        phrase.words.append(item.w)
        if not item.cap and item.w not in ADVERBS and not item.w.endswith("ly"):
            tentative = (j, item.w)
        j += 1
        steps += 1
    if (
        phrase.head is not None
        and phrase.head.kind == "excluded"
        and (phrase.word or "").startswith(("centre", "center", "unit"))
    ):
        sector = next((_CENTRES[w] for w in phrase.words if w in _CENTRES), None)
        if sector:
            phrase.head = Noun("facilities", sector)
    if phrase.head is None and tentative is not None:
        at, word = tentative
        phrase.word, phrase.head_at, phrase.end = word, at, at + 1
        if at + 1 < len(row) and row[at + 1].w == "of" and at > i:
            phrase.head = Noun("excluded")
            phrase.known = True
        elif not (word.endswith(("s", "men", "folk")) or "-year-old" in word):
            phrase.word, phrase.head_at, phrase.end = None, -1, i + 1
        elif word.endswith(_PERSON_ENDINGS) and (word.endswith(("s", "men"))):
            phrase.head = Noun("people")
        elif "-year-old" in word or word.endswith("year-olds"):
            phrase.head = Noun(
                "people", None, ("children",) if int("".join(c for c in word if c.isdigit()) or 30) < 18 else ()
            )
        else:
            phrase.head = Noun("excluded")
            phrase.known = False
    return phrase


def _demonym(word: str, demonyms: frozenset[str]) -> str | None:
    """ "people" for a plural ("Ugandans"), "adjective" for "Ugandan", None for other words."""
    if word in demonyms:
        return "adjective"
    if word.endswith("s") and word[:-1] in demonyms:
        return "people"
    return None


def _predicative(item: Item) -> bool:
    """Whether a word of the noun list is also an adjective or participle ("injured", "dead", "missing")."""
    return any(s.frame in ("state", "verb") for s in item.senses)


def _adjective_list(row: list[Item], j: int, phrase: Phrase) -> bool:
    return (
        phrase.head is None
        and j + 1 < len(row)
        and bool(phrase.words)
        and row[j + 1].noun is None
        and _noun_follows(row, j)
    )


def _noun_follows(row: list[Item], j: int) -> bool:
    """Whether a counted noun comes within the next three items, nothing but adjectives between."""
    for k in range(j + 1, min(j + 4, len(row))):
        item = row[k]
        if item.noun is not None and not (item.senses and any(s.frame == "state" for s in item.senses)):
            return True
        if item.sign or item.q is not None or (item.w in _STOP and item.w not in COORDINATORS) or item.w in DETERMINERS:
            return False
    return False


def _verb_here(row: list[Item], j: int, phrase: Phrase, demonyms: frozenset[str]) -> bool:
    """Whether a word that is both noun and verb is the verb here: "23 people | shelter in"."""
    item = row[j]
    verbal = any(
        s.frame in ("verb", "subject") and s.form in ("base", "third", "past", "past_participle") for s in item.senses
    )
    if not verbal or not phrase.known:
        return False
    following = row[j + 1] if j + 1 < len(row) else None
    return following is None or following.w in PREPOSITIONS or following.sign or following.w in ADVERBS
