"""From an entry of the word list to its surfaces: the forms of a verb, and what a slot in braces stands for."""

from collections.abc import Iterator
from typing import Literal

Form = Literal["base", "third", "past", "participle", "past_participle", "gerund", "-"]


def spelled_out(entry: str, slots: dict[str, list[str]]) -> Iterator[str]:
    """An entry once for each filling of its slots: "without {light}" is "without power", "without light"."""
    head, brace, rest = entry.partition("{")
    if not brace:
        yield " ".join(entry.split())
        return
    name, _, tail = rest.partition("}")
    for word in slots[name]:
        yield from spelled_out(f"{head}{word}{tail}", slots)


def inflect(entry: str, irregular: dict[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb; irregular ones are given after slashes (past, participle, gerund) or in a table."""
    base, *given = entry.split("/")
    first, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    if not given and first in irregular:
        given = [form + tail for form in irregular[first].split("/")]
    yield base, "base"
    if first == "have":
        yield from (("has" + tail, "third"), ("had" + tail, "past_participle"), ("having" + tail, "gerund"))
        return
    yield _third(first) + tail, "third"
    if given:
        past, participle, gerund = given
        if past == participle:
            yield past, "past_participle"
        else:
            yield from ((past, "past"), (participle, "participle"))
        yield gerund, "gerund"
    else:
        yield _past(first) + tail, "past_participle"
        yield _gerund(first) + tail, "gerund"


def _third(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2] not in "aeiou" else word + "ed"


def _gerund(word: str) -> str:
    return word[:-1] + "ing" if word.endswith("e") and not word.endswith("ee") else word + "ing"
