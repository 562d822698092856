"""Attributions that a verb of saying or counting makes: "X said that", "..., said X", "X put the toll at"."""

from itertools import takewhile

from ...languages.language import word_list
from ...late import late
from .attribution import Attribution
from .names import is_body
from .speakers import Speaker
from .walk import Walk

_SAY = word_list("attribution", "say")
_COUNT = word_list("attribution", "count")
_IT_COUNTS = word_list("attribution", "it_counts")
_INVERTED = word_list("attribution", "inverted")
_BASE = word_list("attribution", "base")
_PLURAL = word_list("attribution", "plural")
_ALL_PLURAL = word_list("attribution", "all_plural")
_NOT_TOLD = word_list("attribution", "not_told")
_LIVES = word_list("attribution", "lives")
_PASSIVE = word_list("attribution", "passive")
_BETWEEN = word_list("attribution", "between")
_PARTICLES = word_list("attribution", "particles")
_WITH_PARTICLE = word_list("attribution", "with_particle")
_RETELLING = word_list("attribution", "retelling")
_COUNTS = word_list("attribution", "counts")
_BEHIND = word_list("attribution", "behind_inverted")
_RELATIVE_VERBS = word_list("attribution", "relative_verbs")
_DONATIONS = word_list("attribution", "donations")
_ONLY_THAT = word_list("attribution", "only_that")
_TAKEN_IN = word_list("attribution", "taken_in")
_OFFICES = word_list("attribution", "offices")
_FINITE = word_list("attribution", "finite")
_ACCUSING = word_list("attribution", "accusing")
_HARMING = word_list("attribution", "harming")
_ONLOOKERS = word_list("attribution", "onlookers")
_PLATFORMS = word_list("attribution", "platforms")
_MONEY = late(r"[$€£]|\b[A-Z]{3} \d|\b(?:US|A|NZ|C)\$|\d (?:million|billion) (?!people)|\d(?:m|bn)\b")
_ENDS = frozenset(".,;")
_CHARGES = frozenset(["of", "for"])
_WIDE = 16
"""Tokens behind a verb in which the charge or the number stands."""
_APART = 12
"""Tokens behind the maker of a paper in which its verb stands."""
_GIFT = 40
"""Code points behind "announced" in which the sum of a gift stands."""
_NEAR = 45
"""Code points from the start of a sentence in which its subject says all of it."""


class Spoken(Walk):
    """Who stands around a verb of saying, and whether the verb says anything here."""

    def _saying(self, i: int) -> Attribution | None:
        """ "The ministry is reporting that ..."; "officials confirming ..."."""
        subject = self.phrases.before(i - (self._low(i - 1) in _PASSIVE)) if self._low(i - 1) != "," else None
        return self._attributed(subject, i, True)

    def _inverted(self, i: int) -> Attribution | None:
        """ "..., said the mayor"."""
        token = self.tokens[i]
        if token.low not in _INVERTED or i and self.tokens[i - 1].text not in ",\"'–?!;":
            return None
        speaker = None if self.phrases.is_told_of(i - 1) else self.phrases.after(i + 1)
        if speaker is None or i == 0 and self.text[self.start - 2 : self.start].strip() not in ('"', "'", ""):
            return None
        behind = self._low(speaker.last + 1)
        if behind.isalpha() and behind not in _BEHIND and (i == 0 or self.tokens[i - 1].text == ","):
            return None
        return self._attributed(speaker, i, False)

    def _said(self, i: int) -> Attribution | None:
        verb = self.tokens[i].low
        if self._low(i - 1) in _PASSIVE or self._is_no_saying(i, verb):
            return None
        speaker = self.phrases.before(i)
        if speaker and not speaker.pronoun and (self._is_object(speaker.first) or self._is_reached(speaker.first)):
            speaker = self.phrases.related(i) or speaker
        if speaker is None:
            speaker = self.phrases.described(i) if verb in _SAY else None
            speaker = speaker or self.phrases.related(i)
        if verb in _COUNT and (speaker is None or not self._counts(speaker, i)):
            return self._attributed(self._opening_paper(i), i, True)
        if speaker is None:
            return None
        if verb in _BASE and not (self._is_plural(speaker) or self._low(i + 1) == "that" or self._closes(i, speaker)):
            return None
        if speaker.pronoun and self._low(speaker.first - 1) in ("by", "to", "in", "of"):
            return None
        return self._attributed(speaker, i, self._leads(i, speaker))

    def _opening_paper(self, i: int) -> Speaker | None:
        """Whose paper is the subject of the verb at `i`: "An assessment by UNICEF in 30 villages found"."""
        start = self.phrases.opening()
        made = next((m for k in range(start, start + 5) if (m := self.phrases.made_by(k))), None)
        maker = self.phrases.after(made) if made and made < i else None
        if maker is None or not maker.last < i < maker.last + _APART or not self._gives_numbers(maker):
            return None
        between = self.tokens[maker.last + 1 : i]
        return maker if all(t.low not in _FINITE and t.text not in ",;:" for t in between) else None

    def _is_object(self, first: int) -> bool:
        """Whether a preposition governs the name in front of the verb: "those who spoke to the Herald put ..."."""
        k = first - 1 - (self._low(first - 1) in ("the", "a", "an"))
        return self._low(k) in ("to", "with", "by", "at", "from")

    def _is_reached(self, first: int) -> bool:
        """Whether a name is what the verb of a relative clause is about: "survivors who reached Example put"."""
        return first > 1 and self._low(first - 2) in ("who", "which") and not self.tokens[first - 1].capital

    def _closes(self, i: int, speaker: Speaker) -> bool:
        """Whether a body is taken as many at the end of a sentence: "..., ECHO report."."""
        return self._low(i + 1) in (".", "") and not speaker.head and is_body(self._name(speaker))

    def _is_no_saying(self, i: int, verb: str) -> bool:
        """Reported missing, told to leave, claimed lives, announced a gift of one's own."""
        after = [t.low for t in self.tokens[i + 1 : i + 8]]
        if verb == "claimed" and after[:2] == ["to", "have"]:
            return False
        if verb.startswith("claim") and _LIVES & set(after):
            return True
        if verb in _ACCUSING and not self._accuses(i):
            return True
        if verb in _WITH_PARTICLE and not (after and after[0] in _PARTICLES):
            return True
        if verb == "posted" and not _PLATFORMS & set(after[:3]):
            return True
        if verb == "went" and not self._goes_on(i):
            return True
        if verb in _ONLY_THAT and not {"that", ":", '"'} & set(after[:2]) and self._low(i + 1) != ".":
            return True
        if verb == "admitted" and after and after[0] in _TAKEN_IN:
            return True
        if verb in _RETELLING and not _COUNTS & set(after):
            return True
        if i and self.tokens[i - 1].text == "who" and verb not in _RELATIVE_VERBS:
            return True
        if verb in _DONATIONS and _MONEY.search(self.text, self.tokens[i].end, self.tokens[i].end + _GIFT):
            return True
        if after[:1] == ["by"] and self._low(i - 1) in ("has", "have", "had"):
            return False
        return bool(after) and after[0] in _NOT_TOLD and (verb in _COUNT or verb in ("told", "claimed"))

    def _accuses(self, i: int) -> bool:
        """Whether the verb says what somebody did: "accused the army of killing 12"; not "a man accused of theft"."""
        behind = range(i + 2, min(i + _WIDE, len(self.tokens)))
        charge = next((k for k in behind if self._low(k) in _CHARGES), None)
        if charge is None or self._low(i + 1) in _CHARGES or '"' in [self._low(k) for k in behind]:
            return False
        return any(self._is_number(k + 1) for k in behind if k == charge or self._low(k) in _HARMING)

    def _goes_on(self, i: int) -> bool:
        """Whether one "went on to say" or, in an aside, ", he went on,"."""
        aside = self._low(i + 2) == "," and self._low(i - 2) in (",", '"')
        return self._low(i + 2) in ("to", ":", '"') or aside

    def _counts(self, speaker: Speaker, i: int) -> bool:
        """Whether one who "reported" or "put" gave a number: a body, or anybody by what follows the verb."""
        verb = self.tokens[i].low
        after = [t.low for t in self.tokens[i + 1 : i + 9]]
        if verb == "saw":
            return speaker.head in _ONLOOKERS
        if after[:1] == ["that"] or verb.startswith("put") and self._puts_at(i):
            return True
        if verb.startswith(("spoke", "speak")) and after[:1] == ["of"] and self._is_number(i + 2):
            return True
        if speaker.pronoun:
            return verb in _IT_COUNTS or speaker.head in ("he", "she")
        return speaker.titled or speaker.head in _OFFICES or self._gives_numbers(speaker)

    def _puts_at(self, i: int) -> bool:
        """Whether what is put has a number: "put the number of those who were brought in at 12"."""
        return any(t.low == "at" and self._is_number(k) for k, t in enumerate(self.tokens[i : i + _WIDE], i + 1))

    def _is_plural(self, speaker: Speaker) -> bool:
        last = speaker.head or self.tokens[speaker.last].low
        joint = any(t.low == "and" for t in self.tokens[speaker.first : speaker.last])
        return last.endswith("s") or last in _ALL_PLURAL or joint or speaker.head in _PLURAL

    def _leads(self, i: int, speaker: Speaker) -> bool:
        """Whether what is said comes after the verb."""
        k = i + 1
        while k < len(self.tokens) and (self.tokens[k].low in _BETWEEN and self.tokens[k].low != "on"):
            k += 1
        after = self.tokens[k].text if k < len(self.tokens) else "."
        behind = self.tokens[k + 1].text if k + 1 < len(self.tokens) else ""
        if after in (",", ":") and behind in ('"', "'") or after in ('"', ":", "that"):
            return True
        if after in _ENDS:
            return False
        if self.tokens[speaker.first].start - self.start < _NEAR:
            return True
        if self.tokens[i].low == "told":
            return False
        tail = [t.low for t in takewhile(lambda t: t.text not in ",;", self.tokens[k : k + 12])]
        if after in ("in", "on", "at", "late", "early", "by", "to") or after in ("AFP", "Reuters", "AP"):
            return "that" in tail
        return True
