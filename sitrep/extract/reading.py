"""An article while it is read: its text made regular, its sentences, and what is known so far."""

from functools import cached_property

from ..model import Article, Figure
from .attribution import Voices
from .clean import clean
from .counting import Memory
from .places import Setting
from .prefilter import lowered
from .sentences import sentences
from .truth import Scopes, at_war

_REMEMBERED = 8
"""How many figures of earlier sentences one may be a part of."""


class Reading:
    """What is known of an article while it is read, sentence by sentence; what few figures ask for is found late."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = clean(article.text)
        """The article's text made regular, with the same offsets."""
        self.low = lowered(self.text)
        """The same in lower case."""
        self.spans = list(sentences(self.text))
        self.today = article.published_day
        self.voices = Voices(self.text, self.spans)
        self.setting = Setting(article, self.text, self.spans, self.voices.names)
        self.scopes = Scopes(self.text, self.today)
        self.memory = Memory(home=article.country, war=lambda: self.war)
        self.recent: list[Figure] = []
        """The figures of the last sentences."""

    @cached_property
    def war(self) -> bool:
        """Whether the article is about fighting, where parties claim."""
        return at_war(self.text)

    def note(self, k: int, figures: list[Figure]) -> None:
        """Remember the figures of sentence `k` and their places for later sentences."""
        self.setting.note(k, [f.place for f in figures if f.place_basis in ("clause", "sentence")])
        self.recent = [*self.recent, *figures][-_REMEMBERED:]
