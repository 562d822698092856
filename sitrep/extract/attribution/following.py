"""Who stands behind a verb or a preposition: "said the mayor of ...", "according to a report of ..."."""

from ...languages.language import word_list
from .runs import Runs, Speaker

_SPEAKERS = word_list("attribution", "speakers")
_TITLES = word_list("attribution", "titles")
_MODIFIERS = word_list("attribution", "modifiers")
_LINKS = word_list("attribution", "links")
_DETERMINERS = word_list("attribution", "determiners")
_OWN = word_list("attribution", "own")
_PAPERS = word_list("attribution", "papers") | word_list("attribution", "writings")
_BY = word_list("attribution", "by")
_MADE = word_list("attribution", "made")
_MADE_UP = word_list("attribution", "made_up")
_ENDS = word_list("attribution", "ends")
_BEFORE_SPEECH = word_list("attribution", "before_speech")
_FAR = 10
"""Tokens in which a name behind its verb ends."""


class Following(Runs):
    """The noun phrases of one sentence, read towards the right of a spot."""

    def after(self, i: int, anything: bool = False) -> Speaker | None:
        """Who stands behind a verb or a preposition, from token `i` on; `anything`: whatever is called there."""
        m = start = self._determined(i)
        if start < len(self.tokens) and self.tokens[start].low in _OWN:
            person = self.after(start + 1)
            return person if person and not person.head else None
        head = ""
        while m < min(len(self.tokens), start + _FAR):
            token = self.tokens[m]
            if self._is_name(m):
                end = self._run_right(m)
                titled = m > start and self.tokens[m - 1].low in _TITLES
                if self._is_front(end + 1) and not titled and not self._owns(end):
                    m = end + 1
                    continue
                return self._named(m, end, head)
            if token.low in _SPEAKERS and not (token.low in _MODIFIERS and self._is_name(m + 1)):
                head = token.low
                if head not in _TITLES and not self._names_person(m + 1) or not self._is_name(m + 1):
                    if self._is_before_speaker(m + 1):
                        m += 1
                        continue
                    return self._behind(start, m + (3 if self._is_short(m + 3) else 0), head)
            elif not (self._modifies(m) or start > i and self._qualifies(m)):
                break
            m += 1
        if head:
            return Speaker(start, m - 1, head)
        return self._anything(start) if anything else None

    def _owns(self, end: int) -> bool:
        """Whether the name that ends at a token is in the possessive, with another name behind it."""
        return self.tokens[end].text.endswith(("'s", "s'")) and self._is_name(end + 1)

    def _named(self, first: int, last: int, head: str) -> Speaker:
        """The speaker whose name begins and ends at two tokens, or the person behind it: "UNICEF's Ana Example"."""
        if self._owns(last):
            person = self._cut(last + 1, self._run_right(last + 1))
            own = person.last > person.first and self._is_person(person.first, person.last)
            return person if own else Speaker(first, person.last)
        last += 3 if self._is_short(last + 3) else 0
        return self._holder(first, last) or self._cut(first, last, head in _TITLES)

    def _is_before_speaker(self, m: int) -> bool:
        """Whether what stands at a token only goes before the noun of another speaker: "police | spokesman"."""
        further = m + 1 if self._low_at(m) in _MODIFIERS and self._is_front(m + 1) else m
        return self._is_front(m) and self.tokens[further].low in _SPEAKERS

    def opening(self) -> int:
        """Where a sentence begins behind its dateline: "PESHAWAR: The ...", "LIMA, May 6 (EFE) – The ..."."""
        if self._low_at(0) in _BEFORE_SPEECH:
            return next((i + 1 for i, token in enumerate(self.tokens) if token.text == ","), 0)
        for i, token in enumerate(self.tokens[:_FAR]):
            if token.text in ":–" or token.text == "-" and i and self.tokens[i - 1].text in "-)":
                return i + 1 + (self._at(i + 1) is not None and self.tokens[i + 1].text == "-")
            if not (token.capital or token.text[0].isdigit() or token.text in ",.()-"):
                return 0
        return 0

    def _holder(self, first: int, last: int) -> Speaker | None:
        """The person behind the comma of an office with a capital: "Chief of the Relief Office, Ana Example"."""
        comma = self._low_at(last + 1) == "," and self._is_name(last + 2)
        if not comma or self.tokens[first].low not in _TITLES or self._low_at(first + 1) not in _LINKS:
            return None
        end = self._run_right(last + 2)
        person = self._is_person(last + 2, end) and end > last + 2
        return Speaker(last + 2, end, titled=True) if person else None

    def _low_at(self, i: int) -> str:
        token = self._at(i)
        return token.low if token else ""

    def _behind(self, start: int, m: int, head: str) -> Speaker:
        """A speaker's noun at `m` with those it is joined to, or the person named behind it."""
        last = m
        joined = self._at(m + 1)
        if joined and joined.low in _LINKS:
            k = self._determined(m + 2)
            while k < len(self.tokens) and (self._is_name(k) or self.tokens[k].low in _SPEAKERS or self._modifies(k)):
                last = self._run_right(k) if self._is_name(k) else k
                k = last + 1
            cut = not self._ends_phrase(last) if last > m else self._low_at(k + 1) == "," and self._is_name(k + 2)
            if cut and self._is_noun(k):
                last = k
        comma = self._at(last + 1)
        if head in _TITLES and comma and comma.text == "," and self._is_name(last + 2):
            end = self._run_right(last + 2)
            if end > last + 2 and self._is_person(last + 2, end):
                return Speaker(last + 2, end, titled=True)
        speaker = Speaker(start, last, head)
        if comma and comma.text == "," and self._is_name(last + 2) and self._is_described(speaker):
            end = self._run_right(last + 2)
            end += 3 * self._is_short(end + 3)
            closing = self._at(end + 1)
            return Speaker(last + 2, end) if closing is None or closing.text in ",." else speaker
        return speaker

    def _ends_phrase(self, k: int) -> bool:
        """Whether a name or a speaker's noun stands at `k`, not only what goes before one."""
        return self._is_name(k) or self.tokens[k].low in _SPEAKERS

    def _is_noun(self, k: int) -> bool:
        """Whether a small unknown word at `k` can be the noun of the words before it: "at the control room"."""
        token = self._at(k)
        return token is not None and token.text.isalpha() and not token.capital and token.low not in _ENDS

    def _names_person(self, i: int) -> bool:
        """Whether a person's whole name begins at `i`, as behind "shepherd" or "student"."""
        return self._is_name(i) and self._run_right(i) > i and self._is_person(i, self._run_right(i))

    def _anything(self, start: int) -> Speaker | None:
        m = start
        while m < min(len(self.tokens), start + _FAR):
            if not self.tokens[m].text[0].isalnum() or self.tokens[m].low in _ENDS:
                break
            m += 1
        return Speaker(start, m - 1, "anything") if m > start and not self.tokens[start].text[0].isdigit() else None

    def _determined(self, i: int) -> int:
        """Past determiners, and past "figures from the", "a report by"."""
        while i < len(self.tokens):
            token = self.tokens[i]
            if body := self.made_by(i):
                i = body
            elif token.low in _DETERMINERS or self._is_paper_front(i):
                i += 1
            else:
                break
        return i

    def made_by(self, i: int) -> int | None:
        """The token at which the body begins that made the paper at `i`: "figures from", "list drawn up by"."""
        if i >= len(self.tokens) or self.tokens[i].low not in _PAPERS:
            return None
        k = i + 1
        if k < len(self.tokens) and self.tokens[k].low in _MADE:
            k += 1 + (k + 1 < len(self.tokens) and self.tokens[k + 1].low in _MADE_UP)
        return k + 1 if k < len(self.tokens) and self.tokens[k].low in _BY else None

    def _is_paper_front(self, i: int) -> bool:
        """Whether only words for papers lie between here and "figures from"."""
        for k in range(i, min(i + 4, len(self.tokens) - 1)):
            if self.made_by(k):
                return True
            if self.tokens[k].low not in _MODIFIERS:
                return False
        return False

    def _qualifies(self, m: int) -> bool:
        """Whether an unknown small word stands right before a speaker's noun: "the territorial administrator"."""
        token, behind = self.tokens[m], self._low_at(m + 1)
        known = self._is_name(m + 2) or token.low in _ENDS or token.low in _LINKS or token.low.endswith("ly")
        return token.text.isalpha() and not token.capital and not known and behind in _SPEAKERS

    def _is_front(self, i: int) -> bool:
        """Whether a lower-case word that belongs to a speaker's phrase stands at `i`."""
        token = self._at(i)
        return token is not None and not token.capital and (token.low in _SPEAKERS or token.low in _MODIFIERS)
