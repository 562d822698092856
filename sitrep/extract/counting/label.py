"""Labelled numbers, as in tables and lists: "Houses destroyed: 210", "Killed - 23", "Dead 23", a column's heading."""

from dataclasses import replace

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import BE, HAVE, Item
from ..quantities import money_named
from .candidate import Candidate
from .clause import DASHES
from .degree import graded
from .illness import of_disease
from .sentence import Number
from .table import alone_in_cell, heading, row_label

_LONGEST, _SHORT = 9, 4
_HELPED = word_list("counting", "helped")
_UNITS = word_list("counting", "unit_words")
_DISEASES = word_list("counting", "diseases")
_CERTAIN = word_list("counting", "certain_cases")
_OF_DISEASE = _DISEASES | _CERTAIN | {"total", "new", "acute", "watery", "of", "laboratory", "lab"}
_UNITS_OF_LAND = word_list("counting", "breakdown_by")
_LATELY, _TIMES = frozenset(["this", "last", "past"]), frozenset(["week", "month", "year", "quarter", "weekend"])
_JOINTS = frozenset([",", "/", "and"])
_LINES = DASHES | {"-"}
_ENDS = frozenset(["|", ";", "•"])
_FRAMES = frozenset(["state", "noun", "toll", "event"])
_COMPLETED = ("split", "quit")
_COUNTED = frozenset(["people", "households", "structures", "facilities"])
_PARTICIPLES = frozenset(["past_participle", "participle", "gerund"])


def label_of(number: Number) -> Candidate | None:
    """The trigger in the label of a number, with the kind of thing that the label names; it may name its money."""
    if alone_in_cell(number):
        return _in_table(number)
    span = _span(number)
    if span is None:
        return _breakdown(number)
    found = _read(number, number.row[slice(*span)], span[0]) or _breakdown(number)
    if found is None or _told_apart(number, found):
        return None
    # "Floods killed 23" is a headline; the label of something that nobody counts has its sign ("Bridges - 23").
    return None if found.kind == "excluded" and not number.row[number.at - 1].sign else found


def _breakdown(number: Number) -> Candidate | None:
    """What is broken down by places that have labels of their own: "IDPs by province Maluku: 120 households (540)"."""
    row, first = number.row, number.sentence.first
    if number.before() not in (":", "("):
        return None
    by = _broken_down(row[: min(first, _LONGEST)])
    return _read(number, row[:by], 0) if by and any(item.w == ":" for item in row[by:first]) else None


def _broken_down(label: list[Item]) -> int:
    """Where a label goes on to say how its number is broken down, or of when: "IDPs | by county"; 0 where not."""
    for j in range(1, len(label) - 1):
        if label[j].w in ("by", "per") and label[j + 1].w in _UNITS_OF_LAND:
            return j
        if label[j].w in _LATELY and label[j + 1].w in _TIMES and any(item.senses for item in label[:j]):
            return j
    return 0


def _told_apart(number: Number, label: Candidate) -> bool:
    """ "Casualties: 12 killed, 45 wounded"."""
    following = number.after()
    if following is None or not any(s.measure == "casualties" for s in label.senses):
        return False
    return any(s.measure in ("deaths", "injured") for s in following.senses)


def _in_table(number: Number) -> Candidate | None:
    """What the heading of its column says, or else the label of its row; "excluded" where a table says nothing."""
    column = heading(number)
    if column and (found := _read(number, column, None)) is not None:
        return found
    label, start = row_label(number)
    found = _titled(number, column) or (_read(number, label, start) if label else None)
    return found or (Candidate(number.at, (), "label", 0.2, kind="excluded") if column else None)


def _titled(number: Number, column: list[Item]) -> Candidate | None:
    """What the title of the table says, where the heading only names the things: "Families" under "Affected"."""
    kind = _kind(column)
    title = _read(number, number.sentence.memory.caption, None) if kind in _COUNTED else None
    return replace(title, kind=kind) if title is not None and title.kind != "excluded" else None


def _span(number: Number) -> tuple[int, int] | None:
    """Where the items of the label before a number begin and end."""
    row, before, end = number.row, number.before(), number.at - 1
    if number.at < 1:
        return None
    if before == ":" or before == "|" and not any(item.senses for item in _rest_of_cell(number)):
        return _start(row, end), end
    listed = before in _JOINTS or number.row[end].cap and number.phrase.head is None
    if listed and (end := _list_begins(number)):
        return _start(row, end), end
    if _states(number):
        return end, number.at
    if before in _LINES:
        start = _start(row, end, ",")
        return (start, end) if 0 < end - start <= _SHORT and (start == 0 or row[start - 1].sign) else None
    return (0, number.at) if number.at <= _SHORT and _closes(number) else None


def _states(number: Number) -> bool:
    """Whether a state stands alone with its number in a list of them: "Dead 12, injured 30, missing 5"."""
    row, at, following = number.row, number.at, number.after()
    alone = (at == 1 or row[at - 2].sign) and (following is None or following.sign) and number.phrase.head is None
    return alone and any(s.frame == "state" or s.form == "past_participle" for s in row[at - 1].senses)


def _list_begins(number: Number) -> int:
    """The colon of the label of a whole list: "Affected: 34 districts, 9,278 families / 33,231 persons"; 0 for none."""
    row = number.row
    for j in range(number.at - 1, 0, -1):
        item = row[j]
        if item.w == ":":
            return j
        if item.q is None and item.w not in _JOINTS and not item.cap and (item.noun is None or item.senses):
            return 0
    return 0


def _rest_of_cell(number: Number) -> list[Item]:
    rest = number.row[number.at + 1 :]
    return rest[: next((n for n, item in enumerate(rest) if item.w == "|"), len(rest))]


def _start(row: list[Item], end: int, *more: str) -> int:
    """Where a label begins: behind a sign that parts it from what stands before, or behind the last labelled number."""
    found = max((j + 1 for j in range(end) if row[j].w in _ENDS or row[j].w in more or _labelled(row, j)), default=0)
    opened = max((j for j in range(found, end) if row[j].w in "()"), default=found)
    return opened + 1 if row[opened].w == "(" else found


def _labelled(row: list[Item], at: int) -> bool:
    return row[at].q is not None and at > 0 and row[at - 1].w in (":", *_LINES)


def _closes(number: Number) -> bool:
    """Whether the number is all that follows its label: "Houses damaged 1,230"; "The storm killed 12." is no label."""
    rest = number.row[number.at + 1 :]
    return not number.row[number.at - 1].sign and all(item.sign and item.w != "." for item in rest)


def leave_next_label(number: Number) -> None:
    """Take from a number the words behind it that say nothing, or are the next label: "Deaths: 12 Injured: 30"."""
    phrase, row = number.phrase, number.row
    after = next((j for j in range(number.at + 1, len(row)) if row[j].sign or row[j].q is not None), 0)
    if number.before() != ":":
        return
    if phrase.word in _UNITS or after and row[after].w == ":" and after - number.at <= _SHORT + 1:
        phrase.end, phrase.head, phrase.word, phrase.head_at, phrase.known = number.at + 1, None, None, -1, False
        phrase.words.clear()
        number.kind, number.unknown = None, False


def _read(number: Number, label: list[Item], start: int | None) -> Candidate | None:
    """The meaning of a label, whose items begin at `start` of the number's own row, or stand in another row."""
    label = label[: _broken_down(label) or len(label)]
    if not label or len(label) > _LONGEST or any(_no_label(label, n) for n in range(len(label))):
        return None
    spots = [n for n, item in enumerate(label) if _senses(item)]
    spots = [n for n in spots if any(s.form != "gerund" for s in _senses(label[n]))] or spots
    if not spots:
        return _of_cases(number, label) or _other_thing(number, label)
    _name_money(number, label)
    first = _senses(label[spots[0]])
    assisted = len(spots) > 1 and any(s.measure == "assisted" and s.form in _PARTICIPLES for s in first)
    senses = first if assisted else tuple(s for n in spots for s in _senses(label[n]))
    spot = spots[-1] if label[spots[0]].noun is not None and len(spots) > 1 else spots[0]
    at = number.at if start is None else start + spot
    return Candidate(at, graded(label, senses), "label", 0.2, kind=_kind(label))


def _senses(item: Item) -> tuple[Sense, ...]:
    """What a word says in a label: of verbs rather what is done to people ("People | reached") than what they do."""
    senses = tuple(s for s in item.senses if s.frame in _FRAMES or s.form in _PARTICIPLES and s.frame not in _COMPLETED)
    done = any(s.frame == "verb" for s in senses)
    return tuple(s for s in senses if s.frame != "subject") if done else senses


def _of_cases(number: Number, label: list[Item]) -> Candidate | None:
    """A label that names a disease, or how certain its cases are: "Measles: 88", "Confirmed | 44"."""
    words = [word for item in label for word in item.w.split()]
    named = not _DISEASES.isdisjoint(words) or of_disease(number) and not _CERTAIN.isdisjoint(words)
    if number.phrase.head is not None or not named or not all(word in _OF_DISEASE for word in words):
        return None
    return Candidate(number.at, (Sense("cases", "noun", "-"),), "label", 0.2, kind="people")


def _other_thing(number: Number, label: list[Item]) -> Candidate | None:
    """A label without a trigger: of aid, for people ("Cash assistance: 8,900 people"), or of what is in no figure."""
    if number.before() == ":" and number.kind in ("people", "households") and label[-1].w in _HELPED:
        return Candidate(number.at, (Sense("assisted", "toll", "-"),), "label", 0.2)
    following = number.after()
    told = following is not None and bool(following.senses)
    if number.before() == ":" and number.phrase.head is None and not told and _kind(label[-1:]) == "excluded":
        return Candidate(number.at, (), "label", 0.2, kind="excluded")
    return None


def _name_money(number: Number, label: list[Item]) -> None:
    """Take the currency that the label names: "Requirements (US$): 24,500,000"."""
    currency = money_named([item.w.upper() if item.cap else item.w for item in label])
    if currency is not None and number.phrase.head is None:
        number.quantity.currency = number.quantity.currency or currency
        number.kind = "money"


def _no_label(label: list[Item], n: int) -> bool:
    """Whether an item stands in no label; an age does ("Children under 59 months screened")."""
    item, after = label[n], label[n + 1].noun if n + 1 < len(label) else None
    if item.q is not None:
        return after is None or after.kind != "excluded"
    return item.w in BE or item.w in HAVE or item.w in ("said", "says")


def _kind(label: list[Item]) -> str | None:
    named = [(item.noun.kind, item.senses) for item in label if item.noun is not None]
    if named and named[0][0] == "incidents":
        return "incidents"
    plain = [kind for kind, senses in named if not senses]
    nouns = [kind for kind in plain if kind != "excluded"] or plain or [kind for kind, _ in named]
    return next((kind for kind in nouns if kind != "people"), nouns[0] if nouns else None)
