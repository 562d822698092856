"""From the items of a sentence to its decisions, number by number."""

from ...languages.language import word_list
from ...languages.senses import Sense
from ..items import BE, Item
from .ages import unmark_ages
from .backward import backward
from .candidate import Candidate
from .carried import carried, of_incidents, recalled
from .deeds import counts_deeds
from .degree import by_degree
from .illness import of_disease
from .inherited import inherited
from .label import label_of, leave_next_label
from .lists import inherited_from, restated
from .main_clause import ends_with, told_by
from .meaning import sense_of
from .money import has_come_in, is_goal
from .never import never_a_figure
from .options import options
from .persons import mark_persons
from .rates import is_rate
from .sentence import PERSONAL, SPARE, Decision, Memory, Number, Reading, Sentence
from .table import is_row, note_heading
from .together import of_belongings, together
from .whole import may_differ, whole_of
from .wounds import cured_of, only_seek

_FLIGHT = frozenset(["displaced", "idps", "refugees", "returned"])
_ONE_OF_THEM = frozenset(["facilities_affected", "housing_destroyed", "housing_damaged", "attacks", "assisted"])
"""The measures besides those of persons that count a stated "one"."""
_WOUNDED = 1.5
"""What it weighs that people are named by their wounds, and houses by their damage."""
_WHOSE = 9.0
"""What it weighs that people are named by what they own."""
_REST = word_list("counting", "rest")


def decide(row: list[Item], memory: Memory) -> list[Decision]:
    """All figures of one sentence, undecided quantities left out; `memory` is brought up to date."""
    unmark_ages(row)
    mark_persons(row)
    sentence = Sentence.of(row, memory)
    for number in sentence.numbers():
        _decide(number)
    backward(sentence)
    recalled(sentence)
    made = sentence.made
    found = [decision for at in sorted(made) for decision in made[at]]
    if found:
        memory.listing = row[-1].w == ":" or memory.listing and found[-1].of_earlier
        _remember(memory, found)
        if is_row(row):
            # The text behind a table does not go on about its last cell.
            memory.measure = None
    if not found or memory.columns and not is_row(row):
        note_heading(row, memory)
    return found


def _remember(memory: Memory, found: list[Decision]) -> None:
    """Keep the last figure of a sentence for those that go on about it."""
    last = found[-1]
    sizes = [d.quantity.value for d in found if d.measure == last.measure]
    if memory.measure == last.measure and all(d.of_earlier for d in found):
        # The parts of a whole are measured by it, not by the one before.
        sizes.append(memory.value)
    memory.measure, memory.kind, memory.head, memory.age = last.measure, last.kind, last.phrase.head, 0
    memory.value = max((size for size in sizes if size is not None), default=None)
    for decision in found:
        if decision.measure in _FLIGHT:
            memory.flights[decision.measure] = memory.flights.get(decision.measure, 0) + 1


def _decide(number: Number) -> None:
    """Add what one number counts to its sentence, and remember the kind of thing for elliptic ones."""
    sentence = number.sentence
    leave_next_label(number)
    if number.phrase.word in _REST and sentence.last_kind not in (None, "excluded"):
        number.kind = None
    number.kind = number.kind or number.shared_kind
    kind = number.kind
    if number.phrase.word in _REST and sentence.things:
        return
    decisions = by_degree(number, _read(number))
    sentence.things = kind == "excluded" and not decisions
    if decisions:
        sentence.made[number.at] = decisions
        sentence.last_kind = decisions[0].kind or sentence.last_kind
    elif kind and kind != "excluded":
        sentence.last_kind = kind


def _read(number: Number) -> list[Decision]:
    if counts_deeds(number):
        return [number.decided("attacks", "head: noun")]
    if never_a_figure(number):
        return []
    if number.kind == "money" and has_come_in(number):
        return [number.decided("funding_received", "share")]
    if _funded(number):
        return [number.decided("assisted", "funded")]
    if number.kind == "money" and is_goal(number):
        return [number.decided("funding_required", "goal")]
    if of_incidents(number):
        return carried(number)
    label = label_of(number) if not _sum_says(number) else None
    if label is not None and label.kind == "excluded" or is_rate(number):
        return []
    if label is not None:
        number.kind = number.kind if number.kind not in (None, "excluded") else label.kind
    readings = _readings(number, [label] if label is not None else options(number))
    whole = whole_of(number)
    if readings and _rather_inherited(number, readings[0], whole):
        readings = []
    return _stated(number, readings, whole) if readings else inherited(number, whole) or carried(number)


def _sum_says(number: Number) -> bool:
    """Whether a sum is followed by what it is: "Funding: $310m | required, $77m | received"."""
    following = number.after() if number.kind == "money" else None
    return following is not None and any(s.measure.startswith("funding") for s in following.senses)


def _funded(number: Number) -> bool:
    """Whether money is asked for people: "$852 million for 2.4 million people"."""
    at, made = number.at, number.sentence.made
    if number.kind not in ("people", "households") or at < 2 or number.before() != "for":
        return False
    return any(j < at and at - j <= 8 and made[j][0].measure.startswith("funding") for j in made)


def _readings(number: Number, found: list[Candidate]) -> list[Reading]:
    """The readings of the candidates that fit and are near enough, the best first."""
    if restated(number):
        return []
    near = []
    for candidate in found:
        sense = sense_of(number, candidate)
        if (
            sense is not None
            and not (number.quantity.article and not _single(number, candidate, sense))
            and _within_reach(number, candidate, sense)
        ):
            near.append(Reading(candidate.cost, candidate, sense))
    near.sort(key=lambda reading: (_weight(number, reading), not _done_to_persons(reading)))
    main = told_by(near, number) if near else None
    if main is not None:
        near.insert(0, near.pop(main))
    return near


def _weight(number: Number, reading: Reading) -> float:
    """What a reading costs beside others; "families | whose houses fell" yields to what else is said of them."""
    named = _is_wounded(reading) or _is_broken(reading)
    return reading.cost - _WOUNDED * named + _WHOSE * of_belongings(number, reading.candidate.at)


def _is_broken(reading: Reading) -> bool:
    """Whether houses are named by what has befallen them: "87 destroyed and 236 | damaged homes"."""
    return reading.sense.measure.startswith("housing") and reading.candidate.relation == "modifier"


def _is_wounded(reading: Reading) -> bool:
    """Whether people are named by their wounds, whatever else is done to them: "six wounded men were evacuated"."""
    return reading.sense.measure == "injured" and reading.candidate.relation == "modifier"


def _done_to_persons(reading: Reading) -> bool:
    """Whether a verb has its object; what that does itself yields to it: "killed ten people sheltering there"."""
    sense = reading.sense
    return sense.measure in PERSONAL and sense.frame == "verb" and reading.candidate.relation == "object"


def _single(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether one person is a figure here: killed, hurt, missing or held; other measures only for a stated "one"."""
    one = number.item.w.endswith("one") or number.item.w == "another"
    if sense.measure in PERSONAL:
        described = any(s.frame == "state" for s in number.row[candidate.at].senses)
        return candidate.relation != "head" or one or described and number.item.w in ("a", "an")
    if sense.measure == "cases":
        return one and candidate.relation == "head" and of_disease(number)
    if sense.measure == "assisted":
        return one and number.phrase.known and number.kind == "people" and number.phrase.head_at == number.at + 1
    return one and sense.measure in _ONE_OF_THEM


def _within_reach(number: Number, candidate: Candidate, sense: Sense) -> bool:
    """Whether a trigger is near enough."""
    if candidate.cost <= number.reach:
        return True
    if sense.measure not in PERSONAL or number.kind == "households":
        return False
    spared = candidate.cost <= number.reach + SPARE
    return spared and any(number.row[p].w in BE for p in candidate.path) or ends_with(number, candidate, sense)


def _rather_inherited(number: Number, best: Reading, whole: int | None) -> bool:
    """Whether the best reading is too far-fetched beside the number that this one is a part or the next of."""
    cost, candidate, sense = best
    made = number.sentence.made
    if whole is not None and candidate.relative and not may_differ(made[whole][0].measure, sense.measure):
        return True
    distant = cost > (4.5 if candidate.relation == "subject" else 6)
    if not distant and (whole is None or cost <= 2.2 and candidate.relation != "object"):
        return False
    if number.sentence.of_total and whole == number.sentence.first:
        return False
    if whole is not None and cost > 1.5 and sense.measure not in [d.measure for d in made[whole]]:
        return True
    return inherited_from(number) is not None


def _stated(number: Number, readings: list[Reading], whole: int | None) -> list[Decision]:
    """What the best reading says, and the second measure that the same number serves, if any."""
    _, candidate, sense = readings[0]
    first = number.decided(sense.measure, f"{candidate.relation}: {sense.frame}", candidate)
    first.kind, first.whole = number.kind or candidate.kind or number.sentence.last_kind, whole
    if sense.measure in _THINGS and (topic := number.topic) is not None:
        first.kind, first.sector = first.kind or topic.kind, topic.sector
    harm = cured_of(number, candidate) if sense.measure == "assisted" else None
    for reading in readings[1:] if harm is None else ():
        if together(number, readings[0], reading):
            other = reading.candidate
            return [first, number.decided(reading.sense.measure, f"{other.relation}: {reading.sense.frame}", other)]
    if harm is not None:
        suffering = number.decided(harm, "treated", candidate)
        return [suffering] if only_seek(number, candidate) else [first, suffering]
    return [first]


_THINGS = frozenset(["housing_destroyed", "housing_damaged", "facilities_affected"])
