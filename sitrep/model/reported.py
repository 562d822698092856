"""The data half of a report: figures, needs and findings under the numbers of their sources, and where places lie.

What refers to a figure, a sentence or a source does so by its id or number in the same report.
"""

from .article import Moment
from .figure import Figure, Need
from .finding import FindingHead, Origin, Role
from .frozen import Frozen


class ReportedFigure(Figure):
    """A figure as a report gives it: with its source's number and the id of the sentence that states it."""

    n: int
    sentence: str
    withheld: bool = False


class ReportedNeed(Need):
    """A need as a report gives it: with its source's number and the id of its sentence."""

    n: int
    sentence: str


class ReportedMember(Frozen):
    """A figure's part in a finding, by the figure's id."""

    figure: str
    role: Role
    origin: str
    standing: bool = True
    credibility: int = 6
    why: str = ""


class ReportedFinding(FindingHead):
    """A finding whose members are ids of the report's figures; the fields mean what `model.Finding` says."""

    recommended: str | None = None
    members: tuple[ReportedMember, ...] = ()
    origins: tuple[Origin, ...] = ()
    articles: int = 0
    low: float | int | None = None
    high: float | int | None = None
    flags: tuple[str, ...] = ()
    why: str = ""


class Sentence(Frozen):
    """A sentence of a source that the report uses, with the figures and needs that it states (ids)."""

    id: str
    text: str
    start: int
    end: int
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Piece(Frozen):
    """A piece of a passage: a sentence that the report cites, by its id, or what stands around it (id "").

    The texts of a passage follow each other as they are; `apart` is a piece that begins another line of the article.
    """

    text: str
    sentence: str = ""
    apart: bool = False


class Source(Frozen):
    """One article under its number. `copies` are articles with the same text, by (publisher or name).

    `passages` are the sentences that the report cites, each between the sentence before it and the one after it.
    """

    n: int
    article: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: Moment | None = None
    retrieved: Moment | None = None
    url: str | None = None
    language: str | None = None
    text_sha256: str = ""
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[tuple[Piece, ...], ...] = ()
    copies: tuple[str, ...] = ()
    previous: bool = False


class Location(Frozen):
    """What the gazetteer knew of a place name: its spelling and level, the divisions above it, its middle in degrees.

    `asked` is the name as the figures have it; P-codes are those of the user's own places, where there are some.
    """

    asked: str
    name: str
    level: str
    country: str | None = None
    admin1: str | None = None
    admin1_pcode: str | None = None
    admin2: str | None = None
    admin2_pcode: str | None = None
    pcode: str | None = None
    lat: float | None = None
    lon: float | None = None
