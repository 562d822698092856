"""Which trigger governs a quantity: the reading of the clause around it.

For each quantity the nearest fitting trigger is sought to its right (it is the subject: "23 people were killed"), to
its left (it is the object: "killed 23 people", "a death toll of 23"), in its own phrase ("23 wounded people", "23
deaths"), and, where there is none, in the quantity before it ("killed 23 soldiers and 4 civilians").
"""

from dataclasses import dataclass, field

from ..languages.language import Sense, word_list
from .items import (
    ADVERBS,
    BE,
    CHANGE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MODAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TRANSPARENT,
    Item,
)
from .phrases import Phrase

_DASHES = frozenset("–")


@dataclass(slots=True)
class Candidate:
    """One trigger for one quantity: the items of the trigger, its senses, the relation, and how far-fetched it is."""

    at: int
    senses: tuple[Sense, ...]
    relation: str
    cost: float
    relative: bool = False
    kind: str | None = None
    """What a count counts: "the number of flooded houses stands at 3,400"."""
    path: list[int] = field(default_factory=list)
    """The items between that bear on certainty: auxiliaries, modals, transparent verbs."""


def right(row: list[Item], phrase: Phrase, phrases: dict[int, Phrase]) -> list[Candidate]:
    """Triggers behind the phrase whose subject it can be, nearest first: a relative clause's and the main one."""
    found: list[Candidate] = []
    k, cost = phrase.end, 0.0
    be = have = relative = to = False
    path: list[int] = []
    while k < len(row) and cost <= 14:
        item = row[k]
        w = item.w
        if w == "in" and k + 2 < len(row) and row[k + 1].w in ("his", "her", "their") and row[k + 2].w.endswith("0s"):
            k += 3
            continue
        if item.sign:
            if w == "(":
                k, cost = _closing(row, k), cost + 1
                continue
            if w == ";" and k + 1 < len(row) and row[k + 1].q is not None and phrase.start <= 2 and not path:
                other = phrases.get(k + 1)
                k, cost = max(other.end if other else k + 2, k + 2), cost + 0.8
                continue
            if w in ".;:?!" or w in _DASHES:
                if w in _DASHES and (close := _dash_closing(row, k)):
                    k, cost = close, cost + 2
                    continue
                break
            cost += 0 if w in "\"'" else 0.9
            if w == ",":
                be = have = False
            k += 1
            continue
        if item.q is not None:
            other = phrases.get(k)
            previous = row[k - 1].w
            coordinated = previous in COORDINATORS or previous == ","
            if other and any(s.frame == "refuge" for x in row[k : other.end] for s in x.senses):
                senses = tuple(s for x in row[k : other.end] for s in x.senses if s.frame == "refuge")
                if any(row[j].w in ("in", "at", "into", "to", "inside") for j in range(max(0, k - 3), k)):
                    found.append(
                        Candidate(other.end - 1, senses, "subject", cost, relative, None, [*path, other.end - 1])
                    )
            if have and not be and not relative:
                break
            cost += 1.5 if coordinated else 2.0
            k = max(other.end if other else k + 1, k + 1)
            continue
        if item.senses or w.startswith(("suffer", "sustain")):
            senses = _as_subject(row, k, be, have, relative, to, bool(path)) if not _nominal(row, k) or relative else ()
            if k == phrase.end and row[k - 1].w in ("them", "whom", "which"):
                senses = senses or tuple(s for s in item.senses if s.frame == "noun")
            if senses:
                found.append(
                    Candidate(k, senses, "subject", cost + _whereabouts(item, senses), relative, None, [*path, k])
                )
                if len(found) == 3:
                    break
                relative = be = have = to = False
                k, cost = k + 1, cost + 3
                continue
            if _is_verb(item) and (
                be
                or have
                or relative
                or item.w.endswith("ed")
                or any(s.form in ("past", "past_participle") for s in item.senses)
            ):
                if w in TRANSPARENT:
                    path.append(k)
                    be = have = False
                    k, cost = k + 1, cost + 0.5
                    continue
                if not relative:
                    cost += 5
                else:
                    cost += 2
                    relative = False
                be = have = to = False
                k += 1
                continue
        if w in BE:
            be = True
            path.append(k)
            cost += 0.2
        elif w in HAVE and not _noun_next(row, k):
            have = True
            path.append(k)
            cost += 0.2
        elif w in MODAL or w == "to":
            to = True
            path.append(k)
            cost += 0.3
        elif w in TRANSPARENT:
            path.append(k)
            if w != "left" or be:
                be = have = False
            cost += 0.5
        elif w in ADVERBS or w.endswith("ly"):
            path.append(k)
            cost += 0.2
        elif w in RELATIVES:
            relative, be, have = True, False, False
            cost += 0.5
        elif w == "as" and path:
            cost += 0.5
        elif w in SUBORDINATORS:
            cost += 6 if w in ("as", "where") else 8
        elif w in COORDINATORS:
            cost += 1
        elif w in ("however", "meanwhile"):
            cost += 8
        elif w in PREPOSITIONS:
            cost += 0.8
            be = have = False if not path else be
        elif w in ("said", "says", "told", "according", "reported", "added"):
            cost += 6
        else:
            cost += 0.3 if item.cap else 0.8
        k += 1
    return found


def _whereabouts(item: Item, senses: tuple[Sense, ...]) -> float:
    """What "in the camps" costs: it tells where people are, and yields to any verb that tells what befell them."""
    return 3.0 if item.w.startswith(("in ", "at ")) and all(s.measure in ("idps", "displaced") for s in senses) else 0.0


def _as_subject(
    row: list[Item], k: int, be: bool, have: bool, relative: bool, to: bool, helped: bool
) -> tuple[Sense, ...]:
    """The senses of the trigger at `k` for which a phrase before it is what is counted."""
    item = row[k]
    active = _object_next(row, k)
    kept = []
    for sense in item.senses:
        form = sense.form
        if sense.frame == "state":
            kept.append(sense)
        elif sense.frame == "subject":
            if be and form in ("participle", "past_participle") and not have:
                # "were evacuated" is passive; the verb frame answers for it
                continue
            if (
                active
                and item.w.startswith(("evacuat", "relocat", "shelter", "return"))
                and row[k + 1].w not in ("their", "his", "her", "homes")
            ):
                continue
            if form == "base" or form in ("past", "past_participle", "gerund", "third", "participle"):
                kept.append(sense)
        elif sense.frame == "refuge":
            if any(row[j].w in ("in", "at", "into", "to", "inside") for j in range(max(0, k - 6), k)):
                kept.append(sense)
        elif sense.frame in ("verb", "give", "lives"):
            if form in ("participle", "past_participle"):
                inner = relative and not active and row[k - 1].w not in RELATIVES and not have
                if sense.frame == "give" and not _aid_next(row, k):
                    continue
                if be or inner or not have and not active and not relative:
                    if sense.frame == "give" and not be:
                        continue
                    kept.append(sense)
            elif form == "base" and be and to:
                continue
    if item.w.startswith(("suffer", "sustain")) and {x.w for x in row[k + 1 : k + 6]} & {
        "wounds",
        "injuries",
        "burns",
        "fractures",
        "injury",
        "wound",
    }:
        return (Sense("injured", "subject", "-"),)
    if item.w == "taken" and k + 1 < len(row) and row[k + 1].w in ("to", "into", "from", "by") and row[k + 1].w != "by":
        return ()
    return tuple(kept)


_AID = word_list("attach", "aid")


def _aid_next(row: list[Item], k: int) -> bool:
    """Whether what is given is aid: "were given food", not "were given orders"."""
    return any(item.w in _AID for item in row[k + 1 : k + 6])


def _is_verb(item: Item) -> bool:
    return any(s.frame in ("verb", "subject", "give", "lives") for s in item.senses)


def _object_next(row: list[Item], k: int) -> bool:
    """Whether an object follows the verb at `k`: a determiner, a number, or a noun."""
    j = k + 1
    while j < len(row) and (row[j].w in ADVERBS or row[j].w.endswith("ly")) and row[j].q is None:
        j += 1
    if j >= len(row):
        return False
    item = row[j]
    if item.q is not None:
        return True
    if (
        item.sign
        or item.w in PREPOSITIONS
        or item.w in COORDINATORS
        or item.w in SUBORDINATORS
        or item.w in RELATIVES
        or item.w in BE
        or item.w in HAVE
    ):
        return False
    if item.w in (
        "this",
        "that",
        "last",
        "home",
        "alive",
        "dead",
        "here",
        "there",
        "early",
        "late",
        "today",
        "yesterday",
        "overnight",
    ) or item.w.endswith("day"):
        return False
    return (
        item.w in DETERMINERS
        or item.noun is not None
        and not item.senses
        or item.w in ("people", "them", "him", "her", "it", "us")
    )


def _noun_next(row: list[Item], k: int) -> bool:
    return False


def _closing(row: list[Item], k: int) -> int:
    for j in range(k + 1, len(row)):
        if row[j].w == ")":
            return j + 1
    return len(row)


def _dash_closing(row: list[Item], k: int) -> int:
    for j in range(k + 1, min(len(row), k + 25)):
        if row[j].w in _DASHES:
            return j + 1
    return 0


def left(row: list[Item], i: int) -> list[Candidate]:
    """Triggers before the quantity at `i` whose object or complement it can be, nearest first."""
    k, cost = i - 1, 0.0
    path: list[int] = []
    found: list[Candidate] = []
    prepositions: list[str] = []
    passed = 0
    while k >= 0 and cost <= 20:
        item = row[k]
        w = item.w
        if item.sign:
            if w in ";" or w in _DASHES:
                cost += 7
            elif w == ":":
                cost += 6
            elif w == "(":
                cost += 2
            elif w == ")":
                k = _opening(row, k)
                cost += 1
                continue
            elif w == ",":
                cost += 1.5
            k -= 1
            continue
        if item.q is not None:
            passed += 1
            cost += 1.5
            k -= 1
            continue
        if item.senses and not _nominal(row, k):
            senses = _as_object(row, k, i, prepositions, passed)
            if senses:
                far = cost * 0.5 if any(s.frame == "toll" for s in senses) else cost + _weak(item.w)
                found.append(Candidate(k, senses, "object", far, False, None, [*path, k, *_before(row, k)]))
                if len(found) == 3:
                    break
                cost += 2.5
            if _is_verb(item) and w not in CHANGE:
                cost += 4
        if w in ("number", "numbers", "total") and k + 1 < len(row) and row[k + 1].w == "of":
            counted = _counted(row, k + 2, i)
            if counted is None:
                break
            if counted[1]:
                found.append(
                    Candidate(counted[0], counted[1], "object", cost * 0.4, False, _kind_in(row, k + 2, i), [*path, k])
                )
                break
        if w in SUBORDINATORS or w in RELATIVES:
            cost += 4
        elif w in BE or w in HAVE or w in MODAL:
            path.append(k)
            cost += 1.2
        elif w in PREPOSITIONS:
            prepositions.append(w)
            cost += 0.2 if w == "of" else 5 if w == "by" and k == i - 1 else 1.6
        elif w in COORDINATORS:
            cost += 0.8
        elif w in _AID or w in DETERMINERS or w in ADVERBS:
            cost += 0.2
        elif w in TRANSPARENT or w in CHANGE:
            path.append(k)
            cost += 0.8
        elif w in ("said", "says", "told", "according", "added"):
            cost += 1 if row[k + 1].w == "," else 6
        else:
            cost += 0.3 if item.cap else 0.8
        k -= 1
    return found


def _counted(row: list[Item], start: int, end: int) -> tuple[int, tuple[Sense, ...]] | None:
    """The trigger inside "the number of people affected by ..."; None where the number counts something else."""
    for j in range(start, min(end, start + 7)):
        item = row[j]
        senses = tuple(
            s
            for s in item.senses
            if s.frame in ("state", "noun", "verb", "subject")
            and s.form in ("-", "past_participle", "participle", "gerund")
        )
        if senses:
            return j, senses
        if item.noun is not None and item.noun.kind == "excluded" or item.q is not None:
            return None
    return start, ()


def _kind_in(row: list[Item], start: int, end: int) -> str | None:
    return next((x.noun.kind for x in row[start : min(end, start + 6)] if x.noun is not None), None)


def _nominal(row: list[Item], k: int) -> bool:
    """Whether a word that can be verb and noun is a noun here: "the floods", "from floods", "of the return"."""
    item = row[k]
    if k == 0 or any(
        s.frame in ("event", "toll", "state", "noun", "refuge") or s.form in ("past", "participle", "past_participle")
        for s in item.senses
    ):
        return False
    before = row[k - 1].w
    if any(s.form == "gerund" for s in item.senses):
        return (
            before in DETERMINERS
            or before in PREPOSITIONS
            and not _object_next(row, k)
            or item.noun is not None
            and row[k - 1].cap
        )
    return (
        before in DETERMINERS
        or before in PREPOSITIONS
        and before != "to"
        or before in ("flash", "heavy", "monsoon", "recent", "current", "air", "severe", "humanitarian", "emergency")
        or item.noun is not None
        and row[k - 1].cap
        and not item.cap
        and before not in ("they", "it", "we")
    )


def _weak(word: str) -> float:
    """What a verb of many meanings costs: "help 300 people to leave" counts those who leave."""
    return (
        2.0
        if word.startswith(("help", "support", "target", "serv", "sav", "aid", "register", "regist", "admit", "free"))
        else 0.0
    )


def _as_object(row: list[Item], k: int, i: int, prepositions: list[str], passed: int) -> tuple[Sense, ...]:
    """The senses of the trigger at `k` for which the quantity at `i`, to its right, is what is counted."""
    item = row[k]
    passive = _passive(row, k)
    nearest = prepositions[-1] if prepositions else None
    kept = []
    for sense in item.senses:
        form = sense.form
        if sense.frame in ("verb", "lives"):
            if (
                sense.measure == "assisted"
                and item.w.startswith("reach")
                and (_total_before(row, k) or k and any(_is_count(s) for x in row[max(0, k - 6) : k] for s in x.senses))
            ):
                continue
            if form in ("base", "third", "gerund", "past") or form == "past_participle" and not passive:
                if (
                    form == "past_participle"
                    and not _object_next(row, k)
                    and k + 1 != i
                    and passed == 0
                    and prepositions
                ):
                    continue
                kept.append(sense)
            elif form == "participle" and not passive and _have_before(row, k):
                kept.append(sense)
        elif sense.frame == "give":
            if any(row[j].w in ("total", "toll", "number", "tally", "figure", "count") for j in range(k, i)):
                continue
            if item.w.startswith(
                ("go", "went", "tak", "took", "send", "sent", "bring", "brought", "open", "set")
            ) and not any(
                x.w in _AID
                or x.w in ("bags", "centres", "centers", "classrooms", "trucks", "learning centres", "learning centers")
                for x in row[max(0, k - 8) : i]
            ):
                continue
            direct = (
                passed == 0
                and not prepositions
                and item.w.startswith(("giv", "gave", "provid", "suppl", "offer"))
                and not passive
            )
            if nearest in ("to", "for", "with") or direct:
                kept.append(sense)
        elif sense.frame == "event":
            following = row[k + 1].w if k + 1 < len(row) else ""
            if (
                nearest == "of"
                or following == "of"
                or item.w.endswith((" to", " for", " of"))
                or k + 1 == i
                or following in ("to", "for", "rose")
                or nearest == "to"
                and sense.measure != "deaths"
            ):
                kept.append(sense)
        elif (
            sense.frame == "toll"
            or sense.frame in ("state", "noun")
            and row[0].w in ("of", "among")
            or sense.frame == "noun"
            and sense.measure != "assisted"
            and passed == 0
            and _grows(row, k, i)
        ):
            kept.append(sense)
        elif (
            sense.frame == "subject"
            and sense.measure in ("in_need",)
            and form in ("base", "third", "gerund", "past_participle", "past")
        ):
            continue
    return tuple(kept)


_GROWTH = word_list("attach", "growth")


def _is_count(sense: Sense) -> bool:
    """Whether a noun is what a toll counts ("infections reached 9,400"), not an appeal that reaches people."""
    return sense.frame == "noun" and not sense.measure.startswith("funding")


def _grows(row: list[Item], k: int, i: int) -> bool:
    """Whether the noun at `k` is a count whose number comes: "infections have reached 9,400"."""
    return any(row[j].w in _GROWTH for j in range(k + 1, i))


def _total_before(row: list[Item], k: int) -> bool:
    """Whether the subject of the verb at `k` is itself a count: "the toll has reached"."""
    return any(s.frame == "toll" for j in range(max(0, k - 12), k) for s in row[j].senses) or any(
        row[j].w in ("number", "total", "figure", "count", "tally", "toll", "numbers", "figures")
        for j in range(max(0, k - 12), k)
    )


def _passive(row: list[Item], k: int) -> bool:
    """Whether an auxiliary "be" stands before the participle at `k` (adverbs between)."""
    for j in range(k - 1, max(-1, k - 5), -1):
        w = row[j].w
        if w in BE:
            return True
        if not (w in ADVERBS or w.endswith("ly") or w in COORDINATORS or row[j].senses and j == k - 2):
            return False
    return False


def _have_before(row: list[Item], k: int) -> bool:
    return any(row[j].w in HAVE for j in range(max(0, k - 4), k))


def _before(row: list[Item], k: int) -> list[int]:
    """The auxiliaries and modals in front of a verb: what makes it a forecast or a denial."""
    out = []
    for j in range(k - 1, max(-1, k - 6), -1):
        w = row[j].w
        if (
            w in BE
            or w in HAVE
            or w in MODAL
            or w in ADVERBS
            or w in TRANSPARENT
            or w in ("to", "not", "aims", "hopes", "plans")
        ):
            out.append(j)
        else:
            break
    return out


def _opening(row: list[Item], k: int) -> int:
    for j in range(k - 1, -1, -1):
        if row[j].w == "(":
            return j - 1
    return -1
