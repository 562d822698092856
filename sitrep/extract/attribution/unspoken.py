"""Attributions without a verb of saying: "according to", papers, headlines, brackets, and who only goes on."""

from collections.abc import Iterator

from ...languages.language import word_list
from .attribution import Attribution
from .names import is_body, is_carrier, is_known
from .speakers import Speaker
from .walk import PAPERS, Walk

_INGS = word_list("attribution", "ings")
_SAY = word_list("attribution", "say")
_COUNT = word_list("attribution", "count")
_COUNTS = word_list("attribution", "counts")
_FRESH = word_list("attribution", "fresh")
_PAPER_VERBS = word_list("attribution", "paper_verbs")
_PASSIVE = word_list("attribution", "passive")
_HEADLINE = word_list("attribution", "headline")
_TOLD_BY = word_list("attribution", "told_by")
_ASKED = word_list("attribution", "asked")
_SAID = word_list("attribution", "plainly_said")
_EVENTS = word_list("attribution", "events")
_PRONOUNS = word_list("attribution", "pronoun")
_DATES = word_list("attribution", "dates")
_OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
_PAPER_WITHIN = 6
"""Tokens behind "based on" in which the word for a paper stands."""
_YEAR = 4
"""Digits of a year."""
_HEAD = 8
"""Tokens with which the head of a list says whose paper it lists."""
_SHORT = 4
"""Words at most by which a headline calls who speaks."""


class Unspoken(Walk):
    """Who is named as the giver of a number by something else than a verb of saying."""

    def _according(self, i: int) -> Attribution | None:
        k = i + 1
        to = k < len(self.tokens) and self.tokens[k].low == "to"
        if not to and not (k < len(self.tokens) and self.tokens[k].capital):
            return None
        if to and self._low(k + 1) in _OBJECTS and not self._low(k + 2).isalpha():
            return self._attributed(Speaker(k + 1, k + 1, _OBJECTS[self._low(k + 1)], True), i, i < 2, "according")
        leads = i < 2 or self._low(i - 1) == "," and self._low(i - 2) == "that"
        return self._attributed(self.phrases.after(k + to, anything=to), i, leads, "according")

    def _per(self, i: int) -> Attribution | None:
        """ "per the health ministry", "as per officials": not "per day"."""
        speaker = self.phrases.after(i + 1)
        if speaker is None or not self._gives_numbers(speaker):
            return None
        near = speaker.first < i + 3 or any(self.phrases.made_by(k) for k in range(i + 1, speaker.first))
        return self._attributed(speaker, i, i < 3, "according") if near else None

    def _based(self, i: int) -> Attribution | None:
        """ "Based on information from the ministry": whose paper it is, whoever tells of it."""
        k = i + 2
        while k < i + _PAPER_WITHIN and not (made := self.phrases.made_by(k)):
            k += 1
        speaker = self.phrases.after(made) if self._low(i + 1) in ("on", "upon") and made else None
        return self._attributed(speaker, i, True, "citing") if speaker and self._gives_numbers(speaker) else None

    def _heard(self, i: int) -> Attribution | None:
        """ "We learned on Sunday from the Red Cross that ..."."""
        for k in range(i + 1, min(i + 5, len(self.tokens))):
            if self.tokens[k].low == "from":
                speaker = self.phrases.after(k + 1)
                return self._attributed(speaker, i, False) if speaker and self._gives_numbers(speaker) else None
        return None

    def _by_count(self, i: int) -> Attribution | None:
        """ "by the count of ACLED", "by the ministry's own count", "in a report of Oxfam, ..."."""
        k = i
        while k > 0 and (self.tokens[k - 1].low in _FRESH or self.tokens[k - 1].low in ("the", "a", "an", "its")):
            k -= 1
        made = self.phrases.made_by(i)
        maker = self.phrases.after(made) if made else None
        if maker and self._low(k - 1) in ("by", "in") and (maker.titled or self._gives_numbers(maker)):
            return self._attributed(maker, i, k < 3, "according")
        owner = self.phrases.body_before(k)
        if owner is None or owner.last != k - 1 or not self.tokens[owner.last].text.endswith(("'s", "s'")):
            return None
        at = owner.first - 1 - (self._low(owner.first - 1) in ("the", "a"))
        said = self._low(at) == "by" and self._gives_numbers(owner)
        return self._attributed(owner, i, at == 0, "according") if said else None

    def _cited(self, i: int) -> Attribution | None:
        if i + 1 < len(self.tokens) and self.tokens[i + 1].low in ("by", "in", "as"):
            subject = i > 1 and self.tokens[i - 1].low in _PASSIVE and self.tokens[i + 1].low == "as"
            return self._attributed(self.phrases.before(i - 1), i, True) if subject else None
        paper = any((m := self.phrases.made_by(k)) and self._low(m - 1) in ("from", "by") for k in range(i + 1, i + 5))
        return self._attributed(self.phrases.after(i + 1, anything=paper), i, i < 2, "citing")

    def _paper(self, i: int) -> Attribution | None:
        """The numbers that a body gives in a paper of its own: "the ministry's own figure", "IDMC estimate of"."""
        k = i
        while k > 0 and self.tokens[k - 1].low in _FRESH:
            k -= 1
        after = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        body = self.phrases.body_before(k)
        if body is None or body.pronoun or after not in _PAPER_VERBS or body.last != k - 1:
            return None
        return self._attributed(body, i, True) if self._gives_numbers(body) else None

    def _headed(self) -> list[Attribution]:
        """Who stands in front of or behind the mark of a headline: "UN: 40,000 flee", "40,000 flee: police"."""
        if self.tokens[-1].text == ":":
            return self._heads_list()
        for i, token in enumerate(self.tokens):
            if token.text in "-–" and (body := self.phrases.run_at(i + 1)) and body.last == len(self.tokens) - 1:
                said = self._attributed(body, i, False) if self._signs(self._name(body)) else None
                return [said] if said else []
            if token.text != ":":
                continue
            for first, last, leads in ((self._timed(), i - 1, True), (i + 1, len(self.tokens) - 1, False)):
                if (speaker := self._in_headline(first, last)) and (said := self._attributed(speaker, i, leads)):
                    return [said]
        return []

    def _heads_list(self) -> list[Attribution]:
        """Whose numbers the list below has: "Key figures from the ministry as of 12 May:"."""
        if owner := self._owner_of_list():
            return [owner]
        made = next((m for i in range(min(_SHORT, len(self.tokens))) if (m := self.phrases.made_by(i))), None)
        maker = self.phrases.after(made) if made else None
        said = self._attributed(maker, made - 1, True) if made and maker and self._gives_numbers(maker) else None
        return [said] if said else []

    def _owner_of_list(self) -> Attribution | None:
        """ "The disaster agency's figures by district are:"."""
        for k in range(1, min(_HEAD, len(self.tokens))):
            if self.tokens[k].low in PAPERS and self.tokens[k - 1].text.endswith(("'s", "s'")):
                owner = self.phrases.body_before(k)
                return self._attributed(owner, k, True) if owner and self._gives_numbers(owner) else None
        return None

    def _timed(self) -> int:
        """Where a headline begins behind the time of a running page: "21:40 - ...", "9.15pm: ..."."""
        k = 0
        while k < len(self.tokens) and (self.tokens[k].text[0].isdigit() or k and self.tokens[k].text in ":.–-"):
            k += 1
        return k if k and self.tokens[k - 1].text in ":–-" else 0

    def _signs(self, name: str) -> bool:
        """Whether a name behind the dash of a headline says it: "12 dead - NDMA"; an outlet's is only its mark."""
        return (name.isupper() or is_known(name)) and is_body(name) and not is_carrier(name)

    def _in_headline(self, first: int, last: int) -> Speaker | None:
        """A known body, or a few words that call a speaker by his office, from token `first` to `last`."""
        body = self.phrases.run_at(first)
        if body and body.last == last and is_known(self._name(body)) and is_body(self._name(body)):
            return body
        label = last < len(self.tokens) - 1 and self.tokens[last].low in PAPERS  # "Daily report: ..." is no speaker.
        if 0 <= last - first < _SHORT and self.tokens[last].low in _HEADLINE and not label:
            words = self.tokens[first : last + 1]
            if all(t.text[0].isalpha() for t in words):
                return Speaker(first, last, self.tokens[last].low)
        return None

    def _in_brackets(self) -> Iterator[Attribution]:
        """ "... 4,000 families (OCHA, 12 May)": the body in brackets behind what it counts."""
        for i, token in enumerate(self.tokens):
            if token.text != "(":
                continue
            told = 2 * (f"{self._low(i + 1)} {self._low(i + 2)}" in _TOLD_BY)
            speaker = self.phrases.run_at(i + 1 + told)
            if speaker and (told or self._is_cited(i, speaker)):
                yield Attribution(token.start, self.tokens[speaker.last].end, self._name(speaker), False)

    def _is_cited(self, i: int, speaker: Speaker) -> bool:
        """Whether the name behind the bracket at `i` is that of a source: a body, or whatever has a day behind it."""
        name, behind = self._name(speaker), self._low(speaker.last + 1)
        if behind in _ASKED:
            return True
        if behind not in (")", ",", ";") or self._low(speaker.last + 2) in ("-", "–"):
            return False
        if behind == "," and self._is_dated(speaker.last + 2, named=" " in name and not self._is_event(speaker)):
            return True
        # "Sudan (UNHCR)" explains a name, "Sudan (UNHCR, May 2013)" says whose number it is.
        short = speaker.first == speaker.last and self.tokens[i - 1].capital and behind == ")"
        return i > 0 and not short and is_body(name) and not is_carrier(name) and (" " in name or is_known(name))

    def _is_event(self, speaker: Speaker) -> bool:
        return self._low(speaker.first) in _EVENTS

    def _is_dated(self, k: int, named: bool) -> bool:
        """Whether a paper's day stands at `k`, or how one was asked; behind a longer name a month is enough."""
        if self._low(k) in _ASKED or named and self._low(k) in _DATES and len(self._low(k + 1)) == _YEAR:
            return True
        day, month = (self._low(k), self._low(k + 1))[:: -1 if self._low(k) in _DATES else 1]
        return day.isdigit() and len(day) < 3 and month in _DATES

    def _going_on(self) -> list[Attribution]:
        """ "The Red Cross opened a camp, adding that ...": the subject of a sentence that only goes on to say."""
        for i in range(1, len(self.tokens) - 1):
            low, before = self.tokens[i].low, self.tokens[i - 1].low
            goes = low in _INGS and before in (",", "and", "also") or low in _SAY and before in ("and", "but")
            goes = goes and (self._low(i + 1) == "that" or low in _SAID and self._is_number(i + 1))
            counts = (
                before == "and" and low in _COUNT and not _COUNTS.isdisjoint(t.low for t in self.tokens[i + 2 : i + 4])
            )
            if counts or goes:
                subject = self.phrases.run_at(self.phrases.opening())
                if subject is None or subject.last == subject.first:
                    subject = self._opening_body()
                said = self._attributed(subject, i, True) if subject else None
                return [said] if said else []
        return []

    def _opening_body(self) -> Speaker | None:
        """The body, the person by his office, or the pronoun with which the sentence opens: "The army ..."."""
        first = self.phrases.opening()
        if self._low(first) in _PRONOUNS:
            return Speaker(first, first, self._low(first), True)
        subject = self.phrases.after(first)
        opens = subject is not None and (subject.titled or subject.first < first + 2)
        return subject if subject and opens and (subject.titled or self._gives_numbers(subject)) else None
