"""Affiliation: for whom a person speaks, and whose count a sentence gives, read off the words of an article."""

import re

from ..organisations import Organisation, lookup
from .words import pattern

_OFFICE = re.compile(
    r"\b(?:[A-Z]{2,}|[Mm]inister|[Mm]inistry|[Ss]pokes|[Cc]oordinator|[Hh]ead|[Dd]irector|[Cc]hief|[Rr]epresentative|"
    r"[Oo]fficial|[Pp]resident|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Oo]fficer|[Ll]eader|[Mm]anager|[Cc]ommander|"
    r"[Aa]dviser|[Cc]hair\w*|[Cc]ommissioner|[Ee]nvoy|[Ee]pidemiologist|[Dd]octor|[Cc]ouncil\w*)"
)
"""What somebody who speaks for an organisation is called."""


def whose_count(quote: str) -> str | None:
    """Whose count a sentence says that its numbers are: "by the Interior Ministry's count", "a bulletin from the
    ministry"; None where it does not say, or names nobody who is known."""
    found = pattern("counted_by", "words").search(quote.replace("’", "'").lower())
    if found is None:
        return None
    start, end = found.span("whose") if found["whose"] else found.span("who")
    words = quote[start:end]
    return words if lookup(words) is not None or words.lower().startswith("the ") else None


def affiliation(name: str, text: str) -> Organisation | None:
    """For whom a person speaks, from the words before and after the name in a text."""
    for found in re.finditer(re.escape(name), text):
        before = re.split(r"[.;:\n“\"]", text[max(found.start() - 110, 0) : found.start()])[-1]
        after = re.match(r",?\s*((?:the|a|an|who|[a-z]|[A-Z])[^.;:\n]{3,90})", text[found.end() :])
        if (role := re.match(r",\s*([^.;:\n]{3,90})", text[found.end() :])) and (there := _role(role[1])):
            return there
        if there := _role(before.rstrip(" ,")):
            return there
        if after and found.end() < len(text) and text[found.end()] == "," and (there := _role(after[1])):
            return there
    return None


def _role(words: str) -> Organisation | None:
    """The organisation that a role names: the last few words before a name, or those of an apposition."""
    if not _OFFICE.search(words):
        return None
    found = lookup(" ".join(words.split()[-12:]))
    return found if found is not None and found.kind not in ("witness", "unnamed") else None
