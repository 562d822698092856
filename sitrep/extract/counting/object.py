"""In which of its senses a trigger counts a number behind it: "killed | 23 people", "a death toll of | 23"."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import ADVERBS, DETERMINERS, HAVE, Item
from .clause import AID, aid_within, completed, haven_follows, is_passive, is_verb, object_next
from .rising import as_group, grown, grows, identified, put_at, told_of_group, toll_reaches
from .roofs import houses, puts_up
from .walk import Walk
from .words import opening

_CARGO = AID | word_list("counting", "cargo")
_TALLIES = word_list("counting", "tallies")
_TEAMS = word_list("counting", "teams")
_HONOURS = word_list("counting", "honours")
_SEEKING_OUT = word_list("counting", "seeking_out")
_COMPANIONS = word_list("counting", "companions")
_SENT = ("go", "went", "tak", "took", "send", "sent", "bring", "brought", "open", "set", "drop")
_GIVEN = ("giv", "gave", "provid", "suppl", "offer", "hand")
_NEXT = 4
_ATTAIN = ("reach", "hit")
_RISEN = frozenset(["reached", "reaches", "exceeded", "exceeds", "topped", "surpassed", "passed"])


def takes(walk: Walk, item: Item, sense: Sense) -> bool:
    """Whether the quantity, to the right of a trigger, is what it counts in this sense."""
    frame = sense.frame
    if frame in ("subject", "quit") and _of_those(walk):
        return True
    if frame == "verb" and sense.form == "past_participle" and as_group(walk):
        return True
    if frame in ("verb", "lives"):
        return _verb(walk, item, sense)
    if frame in ("subject", "stay") and _beside(walk):
        return not is_passive(walk.row, walk.k) and (frame == "subject" or haven_follows(walk.row, walk.k + 1))
    if frame == "stay":
        return houses(walk, item, sense) or puts_up(walk, item, sense)
    if frame == "split":
        return _verb(walk, item, sense) and _completed(walk, sense)
    if frame == "give":
        return _gives(walk, item)
    if frame == "event":
        return _event(walk, item, sense)
    if frame == "toll" or frame in ("state", "noun") and walk.row[opening(walk.row)].w in ("of", "among"):
        return True
    if frame == "state":
        return identified(walk) or as_group(walk) or told_of_group(walk)
    counts = frame == "noun" and sense.measure != "assisted"
    return counts and (walk.passed == 0 and grows(walk) or put_at(walk) or identified(walk))


def _event(walk: Walk, item: Item, sense: Sense) -> bool:
    """ "the death of 12", "evacuations rose to 300"."""
    if sense.measure == "missing" and item.w in _SEEKING_OUT:
        return walk.prepositions[:1] == ["for"]
    following = walk.row[walk.k + 1].w
    if following in _TEAMS or item.w.endswith(" to") and _done_next(walk):
        return False
    nearest = walk.prepositions[-1] if walk.prepositions else None
    if walk.passed == 0 and walk.k + 1 < walk.at and walk.row[walk.at - 1].w in _RISEN:
        return True
    if walk.passed == 0 and walk.row[walk.at - 1].w in ("to", "at") and grown(walk):
        return True
    if nearest == "of" or following in ("of", "to", "for", "rose") or walk.k + 1 == walk.at:
        return True
    if item.w.endswith((" to", " for", " of")) or sense.measure == "missing" and " " in item.w:
        return True
    return nearest == "to" and sense.measure != "deaths"


def _done_next(walk: Walk) -> bool:
    """ "restricted aid to | coerce 20,000 people": adjectives stand behind a number."""
    item = walk.row[walk.k + 1]
    plain = item.noun is None and not item.cap and not item.sign and item.w not in DETERMINERS | ADVERBS
    return plain and walk.k + 2 == walk.at and not item.w.endswith(("ed", "s"))


def _of_those(walk: Walk) -> bool:
    """ "Of those who | fled abroad, 18,000 are in Zambia"."""
    row = walk.row
    first = opening(row)
    told = first + 2 < walk.k <= first + 5 and row[first].w in ("of", "among") and row[first + 2].w == "who"
    return told and row[walk.at - 1].w == "," and walk.passed == 0


def _beside(walk: Walk) -> bool:
    """Whether the counted are with others of whom the verb is said: "fled with seven children"."""
    return walk.row[walk.at - 1].w == "with" and not _COMPANIONS.isdisjoint(walk.counted) and walk.passed == 0


def _verb(walk: Walk, item: Item, sense: Sense) -> bool:
    if sense.measure in ("assisted", "affected") and item.w.startswith(_ATTAIN) and toll_reaches(walk):
        return False
    form, k = sense.form, walk.k
    if k and k + 1 < walk.at and form == "past_participle" and walk.row[k - 1].w == "the":
        return False
    if walk.row[k + 1].w in _TEAMS or any(x.w in _HONOURS for x in walk.row[k : walk.at]):
        return False
    if sense.frame != "lives" and _said_before(walk, item, form):
        return False
    if form in ("participle", "past_participle"):
        if is_passive(walk.row, k):
            return sense.measure == "funding_received" and k + 1 == walk.at
        if form == "participle":
            return any(walk.row[j].w in HAVE for j in range(max(0, k - 4), k))
        apart = walk.prepositions and walk.passed == 0 and k + 1 != walk.at
        return not (apart and not object_next(walk.row, k))
    return form != "-"


def _said_before(walk: Walk, item: Item, form: str) -> bool:
    """Whether a participle is said of what stands before it: "3,000 hurt and 2 million affected"."""
    if not any(s.form == "past_participle" for s in item.senses):
        return False
    return walk.row[walk.k - 1].q is not None or form == "base" and is_passive(walk.row, walk.k)


def _completed(walk: Walk, sense: Sense) -> bool:
    """Whether the rest of a split verb stands behind what is counted, or is its noun ("saw 40 | patients")."""
    return completed(walk.row, walk.end, sense.rest) or completed(walk.row, walk.end - 1, sense.rest)


def _gives(walk: Walk, item: Item) -> bool:
    """ "gave food to 300 families": people get something, and it is aid."""
    row, k = walk.row, walk.k
    if any(row[j].w in _TALLIES for j in range(k, walk.at)):
        return False
    if any(x.w in _HONOURS for x in row[max(0, k - 8) : walk.at]):
        return False
    if item.w.startswith(_SENT) and not any(_cargo(x) for x in row[max(0, k - 8) : walk.at]):
        return False
    if walk.prepositions:
        shared = item.w.startswith("distribut") and walk.prepositions[0] in ("among", "between")
        return shared or walk.prepositions[0] in ("to", "for", "with") and not _infinitive(walk)
    if item.w.startswith("hand") and not aid_within(row, walk.end, walk.end + _NEXT):
        return False
    return walk.passed == 0 and item.w.startswith(_GIVEN) and not is_passive(row, k)


def _infinitive(walk: Walk) -> bool:
    """Whether "to" before the number leads to a verb: "set up in order to house 300"."""
    lead = next((j for j in range(walk.at - 1, walk.k, -1) if walk.row[j].w == "to"), walk.at)
    return any(is_verb(item) for item in walk.row[lead + 1 : walk.at])


def _cargo(item: Item) -> bool:
    return item.w in _CARGO or item.w.rpartition(" ")[2] in _CARGO
