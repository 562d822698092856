"""Who gives a figure, as tables, sentences and charts name him, her or it."""

import re
from collections.abc import Sequence

from ..model import ReportedFigure, Source
from ..organisations import lookup
from .phrases import Phrases

_TITLE = r"(?:(?:[A-Z][\w’'.-]*|for|of|and|the)\s+){1,9}"
_HEAD = re.compile(r"^(.*?)(?: (?:of|in|by|for|from|at|on|to|with|about|presented|released|issued|published)\b.*)?$")


def speaker_name(figure: ReportedFigure, sources: Sequence[Source], phrases: Phrases) -> str:
    """The source that the sentence names, with an office where it gives one; else the publisher."""
    if figure.source is None:
        return site(sources[figure.n - 1].publisher) or phrases.word("labels", "unnamed")
    name = figure.source.strip(" .,;:")
    if name == phrases.word("withheld", "name"):
        return phrases.word("labels", "withheld_speaker")
    if titled := _titled(name, figure.quote, phrases):
        return titled
    organisation = lookup(name)
    if name.casefold() in phrases.words("names", "generic"):
        return name.casefold()
    if organisation and organisation.named and _words(organisation.name) < _words(name):
        return organisation.name
    return name


def _titled(name: str, quote: str, phrases: Phrases) -> str | None:
    """A person's name with the office that the sentence gives: "UN Deputy Coordinator Ann Example"."""
    official = phrases.words("withheld", "official")
    spoken = quote.casefold()
    if not any(word in spoken for word in official):
        return None
    if found := re.search(rf"({_TITLE}){re.escape(name)}", quote):
        words = found[1].split()
        while words and not words[0][0].isupper():
            words = words[1:]
        if {word.casefold() for word in words} & official:
            return " ".join((*words, name))
    roles = "|".join(sorted(official))
    if found := re.search(rf"\b((?:{roles})) {re.escape(name)}", quote):
        return f"{found[1]} {name}"
    if found := re.search(rf"{re.escape(name)}, (?:the )?([^,.;]{{4,80}})[,.;]", quote):
        told = {word.casefold() for word in re.findall(r"[\w’-]+", found[1])}
        # With a verb in it, it is the sentence that goes on, and no office.
        if told & official and not told & phrases.words("withheld", "verbs"):
            return f"{name}, {found[1]},"
    return None


def determiner(name: str, phrases: Phrases) -> str:
    """What a sentence puts before a name: "the ", "a ", "the website ", or nothing before a person's name."""
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name):
        return phrases.word("labels", "website") + " "
    words = re.findall(r"[\w’'-]+", name.casefold().split("(")[0])
    if not words or words[0] in {"the", "a", "an"} or name.endswith(","):
        return ""
    if "’s" in words[0] or "'s" in words[0]:
        return "the " if name[0].islower() else ""
    head = (_HEAD.match(name) or [name, name])[1].split()[-1]
    if name[0].islower() and head.islower():
        return _common(words, head, phrases)
    if set(words) & phrases.words("withheld", "official") and words[-1] != "office":
        return ""
    if words[-1] in phrases.words("names", "a") and name.split()[-1].islower():
        return "an " if words[0][0] in "aeio" else "a "
    return "the " if set(words) & phrases.words("names", "the") else ""


def _common(words: Sequence[str], head: str, phrases: Phrases) -> str:
    """Before words that are no name ("report of the ministry", "local authorities"): nothing where they are many."""
    if " ".join(words) in phrases.words("names", "generic"):
        return ""
    if head in phrases.words("names", "the"):
        return "the "
    if head.endswith("s") or head in phrases.words("names", "many"):
        return ""
    return "an " if words[0][0] in "aeio" else "a "


def site(publisher: str | None) -> str | None:
    """A publisher as a sentence names it: of a web address only the host."""
    found = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/?", publisher or "")
    return found[1] if found else publisher


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold()))
