"""Words that make a figure a part of another one: "nine of them", "with 45 destroyed", "among the dead"."""

from ...languages.language import word_list
from ..counting import Decision
from ..counting.words import opening
from ..items import BE, COORDINATORS, DETERMINERS, HAVE, Item

_THESE = word_list("parts", "these")
_OTHER = word_list("parts", "other")
_MOST = word_list("parts", "most")
_OUT_OF = word_list("parts", "out_of")
_BEFALLEN = word_list("parts", "befallen")
_ACCOUNT = word_list("parts", "account")
_FAR, _OPENING = 15, 5


def points_back(row: list[Item], decision: Decision) -> bool:
    """Whether a number is a part of what an earlier sentence counted: "92 of these patients", "Of these, 221"."""
    at = decision.at
    if of_foes(row, at):
        return False
    if decision.of_earlier:
        return True
    after = [item.w for item in row[at + 1 : at + 4]]
    if after[:1] == ["of"] and len(after) > 1 and after[1] in _THESE and row[at + 2].q is None:
        if after[1] == "the":
            return decision.phrase.known and after[-1] not in _MOST
        return True
    return opens_with(row, at) or _among_them(row, at)


def of_foes(row: list[Item], at: int) -> bool:
    """Whether "of them" means fighters named without a number: "fought the bandits and killed eight of them"."""
    if [item.w for item in row[at + 1 : at + 3]] != ["of", "them"]:
        return False
    k = next((k for k in range(at - 1, 0, -1) if row[k].q is not None or row[k].noun is not None), 0)
    noun = row[k].noun
    if row[k].q is not None or noun is None or "combatants" not in noun.tags:
        return False
    return all(item.w != "by" for item in row[max(0, k - 2) : k])


def opens_with(row: list[Item], at: int) -> bool:
    """Whether a sentence first says of whom it counts: "Of these, 221", "Among the dead are 12"; not "Of the 221"."""
    first = opening(row)
    if first + 2 >= len(row) or row[first].w not in ("of", "among") or row[first + 1].w not in _THESE:
        return False
    return at > first + 2 or row[first + 1].w != "the"


def _among_them(row: list[Item], at: int) -> bool:
    """ "Two children and a nurse were among the dead"."""
    for k in range(at + 1, min(at + _FAR, len(row) - 2)):
        if row[k].w in BE:
            return row[k + 1].w == "among" and row[k + 2].w in _THESE
        if row[k].w in HAVE or row[k].w == ";":
            return False
    return False


def later_whole(row: list[Item], decision: Decision) -> int | None:
    """The item of the number behind of which this is a part: "14 of the 24", "six are among the 34"."""
    at = decision.at
    k = at + 1
    if k < len(row) and row[k].w == "of":
        k += 1
        if k < len(row) and row[k].w in DETERMINERS:
            k += 1
        return k if k < len(row) and row[k].q is not None else None
    for k in range(at + 1, min(at + _FAR, len(row) - 2)):
        if row[k].w == ";":
            return None
        if row[k].w == "among" and row[k - 1].w in BE or row[k].w == "out" and row[k + 1].w == "of":
            k += 1 + (row[k + 1].w == "of")
            k += k < len(row) and row[k].w in DETERMINERS
            return k if k < len(row) and row[k].q is not None else None
    return None


def opening_whole(row: list[Item], decision: Decision) -> int | None:
    """The item of the number out of which a sentence counts: "From the 113,000 who stayed, some 22,000"."""
    first = opening(row)
    if first + 3 >= len(row) or row[first].w not in _OUT_OF:
        return None
    whole = next((k for k in range(first + 1, min(first + _OPENING, len(row))) if row[k].q is not None), None)
    if whole is None or whole >= decision.at or not any(item.w == "," for item in row[whole : decision.at]):
        return None
    total, value = row[whole].q, decision.quantity.value
    if total is None or total.value is None or value is None or value >= total.value:
        return None
    return whole if all(item.w in DETERMINERS or item.w == "of" for item in row[first + 1 : whole]) else None


def accounts(row: list[Item], decision: Decision) -> bool:
    """Whether a number is said to be somebody's share: "Nairobi accounts for 82"."""
    at = decision.at
    return at > 1 and row[at - 1].w == "for" and row[at - 2].w in _ACCOUNT


def names_all(row: list[Item], decision: Decision) -> bool:
    """Whether a number is said to be of all that are counted by a name: "82 of the deaths"."""
    return [item.w for item in row[decision.at + 1 : decision.at + 3]] == ["of", "the"]


def is_with(row: list[Item], decision: Decision) -> bool:
    """Whether a number goes with one before it: ", with 45 destroyed", "$45 million of it", "five women among them"."""
    at, end = decision.at, decision.phrase.end
    if [item.w for item in row[at + 1 : at + 3]] == ["of", "it"]:
        return True
    if [item.w for item in row[end : end + 2]] == ["among", "them"]:
        return True
    after = [item.w for item in row[at + 1 : at + 4]]
    if after[:2] == ["of", "the"] and after[2:] and after[2] in _BEFALLEN and not decision.phrase.known:
        return True
    return at > 1 and row[at - 1].w == "with" and row[at - 2].w in (",", "(")


def is_other(row: list[Item], decision: Decision) -> bool:
    """Whether a number is the rest of what was counted: "one was found dead, the other two are missing"."""
    return decision.at > 0 and row[decision.at - 1].w in _OTHER


def is_listed(row: list[Item], decision: Decision) -> bool:
    """Whether a number stands behind a joint of a list: ", 12", "and 12", "and Nakuru for 12", "and Nakuru 12"."""
    at = decision.at
    lead = row[at - 1].w if at else ""
    named = at > 1 and row[at - 1].cap and (row[at - 2].w == "," or row[at - 2].w in COORDINATORS)
    return lead in (",", "for") or lead in COORDINATORS or named
