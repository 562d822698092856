"""What an article is about: fighting, where parties claim, or a disaster of days, where last month is another event."""

from functools import cached_property

from ...languages.language import alternatives, word_list
from ...late import late
from ..prefilter import lowered, words_of

_HEAD = 6000
"""Code points in which an article says what it is about."""
_WAR = late(rf"\b(?:{alternatives('setting', 'war')})\b")
_WAR_WORDS = word_list("setting", "war_words")
_EXILE = late(rf"\b(?:{alternatives('setting', 'exile')})\b")
_EXILE_WORDS = word_list("setting", "exile_words")
_UPROOTED = late(rf"\b(?:{alternatives('setting', 'uprooted')})\b")
_FLIGHT = late(rf"\b(?:{alternatives('setting', 'flight')})\b")
_HAZARD = late(rf"\b(?:{alternatives('setting', 'hazards')})\b")
_EVENT = late(rf"\b(?:{alternatives('setting', 'hazards')}|{alternatives('setting', 'assaults')})\b")
_STORM = late(rf"\b(?:{alternatives('setting', 'storms')}) [\"']?(?P<name>[A-Z][\w-]+)")
_ALIAS = late(rf"\b(?:{alternatives('setting', 'aliases')})\b")
_DAYS = late(rf"\b(?:{alternatives('setting', 'days')})\b")
_LEAST = 4
_LEAD, _NEAR, _BACK = 1500, 60, 30
# A flood that has been spoken of: "the deadly floods", "this year's floods".
_KNOWN = late(rf"\b(?:{alternatives('setting', 'known')}) (?:[\w-]+ ){{0,2}}$")


def speaks_of_war(low: str, words: frozenset[str], least: int = 1) -> bool:
    """Whether a text in lower case, which has these words, names fighting at least so often."""
    return not words.isdisjoint(_WAR_WORDS) and len(_WAR.findall(low)) >= least


class Topic:
    """What a text is about, read from its beginning once it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _head(self) -> str:
        return lowered(self._text[:_HEAD])

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_of(self._head, 0, _HEAD)

    @cached_property
    def war(self) -> bool:
        """Whether it is about fighting, where parties claim; in a flood an army only reports."""
        return speaks_of_war(self._head, self._words, _LEAST)

    @cached_property
    def exile(self) -> bool:
        """Whether it is about people who cross borders, more than of those displaced within one."""
        if self._words.isdisjoint(_EXILE_WORDS):
            return False
        return len(_EXILE.findall(self._head)) >= max(_LEAST - 1, len(_UPROOTED.findall(self._head)))

    @cached_property
    def flight(self) -> bool:
        """Whether it is about people who have to leave their homes."""
        return len(_FLIGHT.findall(self._head)) >= _LEAST - 1

    @cached_property
    def sudden(self) -> bool:
        """Whether it is about a flood, a storm, a quake: an event of days, not a crisis of months."""
        return not self.war and len(_HAZARD.findall(self._head)) >= _LEAST - 1


def storms(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where a stretch of text names a storm, and the name in capitals."""
    return [(match.start(), match["name"].upper()) for match in _STORM.finditer(text, start, end)]


def main_storm(text: str) -> str | None:
    """The storm that a text is about: the one in its first line, else the one that it names most often."""
    named = [name for _, name in storms(text, 0, len(text))]
    first = storms(text, 0, text.find("\n") if "\n" in text else 0)
    if first:
        return first[-1][1]
    return max(named, key=lambda n: (named.count(n), -named.index(n))) if named else None


def has_two_names(text: str) -> bool:
    """Whether a storm goes by a second name ("known locally as"), so that another name is no other storm."""
    return any(_ALIAS.search(text, at, at + _NEAR) for at, _ in storms(text, 0, len(text)))


def is_of_these_days(text: str) -> bool:
    """Whether a text opens with what happened this week."""
    return _DAYS.search(lowered(text[:_LEAD])) is not None


def introduces(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells of a flood or a strike as of one not yet spoken of: "floods struck", "a 6.5 quake"."""
    said = lowered(text[start:end])
    return any(not _KNOWN.search(said, max(0, m.start() - _BACK), m.start()) for m in _EVENT.finditer(said))
