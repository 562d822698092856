"""How a text introduces its sources: their full names, their offices, the titles by which it then calls them."""

import re
from bisect import bisect_right

from ..clean import UPPER
from .names import clean_name, full_name, is_body, office_of, spelt_office, titled


class Introductions:
    """The introductions of a cleaned text, read on demand and kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[str, str] = {}
        self._offices: dict[str, str] = {}
        self._initials: dict[str, str] = {}
        self._titled: dict[str, list[tuple[int, str]]] = {}

    def full(self, name: str) -> str:
        """The fullest form of a name in the text."""
        if name not in self._names:
            self._names[name] = full_name(self._text, name)
        return self._names[name]

    def office(self, source: str) -> str:
        """By what words the text introduces a person who is a source; "" for a body."""
        if source not in self._offices:
            self._offices[source] = "" if is_body(source) else office_of(self._text, source)
        return self._offices[source]

    def by_title(self, title: str, before: int) -> str | None:
        """The last person whom the text introduces with a title before an offset, else the only one behind it."""
        if title not in self._titled:
            self._titled[title] = titled(self._text, title)
        persons = self._titled[title]
        at = bisect_right(persons, before, key=lambda person: person[0])
        if at:
            return persons[at - 1][1]
        return persons[0][1] if len({name for _, name in persons}) == 1 else None

    def by_initials(self, short: str, before: int) -> str | None:
        """Whom the text introduces with an office of which only the initials are given: "the DC"."""
        if short not in self._initials:
            self._initials[short] = spelt_office(self._text, short) if short.isupper() else ""
        office = self._initials[short]
        return self.by_title(office, before) if office else None

    def body_of(self, noun: str, before: int) -> str | None:
        """The last body before an offset whose name ends with a noun: "Example Relief Agency" for "agency"."""
        named = rf"(?:[{UPPER}][\w'-]+ (?:of |for |and )?){{1,6}}{noun.title()}\b(?! of| for)"
        found = list(re.finditer(named, self._text[:before])) if noun.title() in self._text else []
        return self.full(clean_name(found[-1].group())) if found else None
