"""Mention: a figure with everything that reconciliation reads off it, worked out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Article, Figure, Origin
from ..model.figure import Scope
from .area import Area, area
from .as_of import AsOf, as_of
from .context import Context
from .numbers import Number
from .period import Period, period
from .subject import Subject, subject

_TITLE = 160
"""Characters that a title has at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure in its article. `text` is the canonical article of the article's duplicates; `copy` whether the
    article is not that one; `scope` is the figure's, unless other articles show that it is of the crisis; `repeats`
    whether the origin was found behind an unnamed one."""

    figure: Figure
    article: Article
    text: str
    copy: bool
    subject: Subject
    area: Area
    period: Period
    as_of: AsOf
    origin: Origin
    scope: Scope
    repeats: bool = False
    title: bool = False

    @property
    def value(self) -> Number | None:
        """The number as understood; of a range the lower bound."""
        return self.figure.value if self.figure.value is not None else self.figure.low

    @property
    def vague(self) -> bool:
        """Whether it is a number word without a number."""
        return self.figure.qualifier == "vague"

    @property
    def order(self) -> tuple[object, ...]:
        """A place in line that depends neither on the order of articles nor on which of two copies is the original."""
        f = self.figure
        return (self.article.text_sha256, f.article, f.start, f.end, f.measure, f.id)

    @property
    def own_voice(self) -> bool:
        """Whether nobody but the article gives the number."""
        return self.origin.key.startswith("article:")


class Originals:
    """Which article each article is a copy of."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """`groups` as find_duplicates gives them, the original first."""
        self._original = {copy: group[0] for group in groups for copy in group}

    def of(self, article: str) -> str:
        """The id of the original; its own if it is no copy."""
        return self._original.get(article, article)


def mention(figure: Figure, article: Article, original: str, origin: Origin, context: Context) -> Mention:
    """One figure as its own article gives it."""
    return Mention(
        figure=figure,
        article=article,
        text=original,
        copy=original != article.id,
        subject=subject(figure, article.text),
        area=area(figure, context),
        period=period(figure, article, context.crisis),
        as_of=as_of(figure, article),
        origin=origin,
        scope=figure.scope,
        title=_in_title(figure, article),
    )


def _in_title(figure: Figure, article: Article) -> bool:
    """Whether a figure stands in the first line, where that is a title: short, and no sentence."""
    first = article.text.lstrip().split("\n", 1)[0].strip()
    is_title = first == (article.title or "").strip() or (len(first) < _TITLE and not first.endswith((".", "”", '"')))
    return is_title and "\n" in article.text and figure.end <= article.text.index(first) + len(first)
