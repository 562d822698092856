"""Runs and blocks: the printed text of a report, in which every number knows where it comes from.

Text is a sequence of runs. `Text` is the program's own words and may hold no digit (the model refuses it), so a digit
can only come in by one of the other four: `Number` (one of the four kinds), `Name` and `Quote` (copied from an article
or from the user's settings, character by character) and `Cite` (`[n]`, the number of a source).

How a number is proved, in the model and on the page alike:

- A **stated** number is proved by the nearest group of citations that follows it in its block (sentence, list item,
  table row, box). A group is one or more `Cite` with nothing but spaces between them: `[2] [4]`. Each source of the
  group states a number of that stretch of text, in the sentence that the citation names.
- A **rounded** number is cited in the same way; `formula` says from what and how. Only boxes round.
- A **derived** number closes a formula that stands beside it, whose operands are stated and cited:
  `121 + 40 + 21 = 182`, or `about 35,000 people, at 5 a household`.
- A **structural** number needs no citation: see `Basis`.

`Number.text` is the words as stated ("over 180", "tens of thousands"), but for a bare numeral: below ten it is written
in words in a sentence ("three"), from 1,000 on with commas. So a token is compared by its value, not by its letters.
"""

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator

from .frozen import Frozen

Kind = Literal["stated", "rounded", "derived", "structural"]

Basis = Literal[
    "date",
    "time",
    "edition",
    "section",
    "articles",
    "origins",
    "figures",
    "findings",
    "sources",
    "sentences",
    "parameter",
]
"""What a structural number counts or numbers.

Counts are always printed directly before the noun that they count (article, origin, figure, finding, source,
sentence; "independent" or "other" may stand between), dates as `19 August 2009` or a range of such, times as
`1800 hours`, an edition as `No. 3`; a parameter is a setting of the report that its method section names with its
source.
"""

_LEAD = re.compile(r"^\D*")


class _Run(Frozen):
    strong: bool = False


class Text(_Run):
    """Words of the program's own; a digit in them is an error."""

    type: Literal["text"] = "text"
    text: str

    @field_validator("text")
    @classmethod
    def _without_digits(cls, text: str) -> str:
        if any(character.isdigit() for character in text):
            raise ValueError(f"a number may not stand in plain text, it needs its kind: {text!r}")
        return text


class Number(_Run):
    """A number, or the words that stand for one ("dozens"), with what proves it.

    `figures` are ids of the report's figures: the one that states it (stated, rounded) or the operands (derived).
    `value` is the number as understood (None for a range). `formula` is what is printed beside a derived number or
    explains a rounded one. `of` is what a structural count belongs to: a finding's id, or "" for the whole report.
    """

    type: Literal["number"] = "number"
    kind: Kind
    text: str
    value: float | int | None = None
    figures: tuple[str, ...] = ()
    formula: str = ""
    basis: Basis | None = None
    of: str = ""

    @property
    def lead(self) -> str:
        """The words before the numeral ("more than "); a box prints them small. Empty if there is no numeral."""
        lead = _LEAD.match(self.text)
        return lead[0] if lead and lead.end() < len(self.text) else ""

    @property
    def digits(self) -> str:
        """The rest: the numeral with what follows it."""
        return self.text[len(self.lead) :]


class Name(_Run):
    """A name, title, address or label copied as it stands; digits in it are part of a name ("46th Regiment")."""

    type: Literal["name"] = "name"
    text: str


class Quote(_Run):
    """Words of an article, printed in quotation marks: `text` stands in source `source`, but for what is withheld.

    What is withheld for privacy reads "[name withheld]", "[number withheld]", "[place withheld]"; what is cut "[…]".
    """

    type: Literal["quote"] = "quote"
    text: str
    source: int
    sentence: str = ""


class Cite(_Run):
    """`[n]`: a citation of source n, and of the sentence in it (the id of one of the source's sentences)."""

    type: Literal["cite"] = "cite"
    source: int
    sentence: str = ""


Run = Annotated[Text | Number | Name | Quote | Cite, Field(discriminator="type")]
Runs = tuple[Run, ...]


class Paragraph(Frozen):
    """One paragraph. `none` is the sentence that a section without data consists of; `note` is small print."""

    type: Literal["paragraph"] = "paragraph"
    runs: Runs
    style: Literal["body", "note", "none"] = "body"


class Bullets(Frozen):
    """A list, each item one or two sentences."""

    type: Literal["bullets"] = "bullets"
    items: tuple[Runs, ...]


class Box(Frozen):
    """One key figure: number, unit, label, where, who says so (with the citation) and as of when."""

    number: Number
    unit: str = ""
    label: str
    detail: Runs = ()
    source: Runs = ()
    as_of: Runs = ()


class Boxes(Frozen):
    """The key figures, in the fixed order of the report."""

    type: Literal["boxes"] = "boxes"
    boxes: tuple[Box, ...]


class Column(Frozen):
    """A table's column; numerals are set to the right, `width` is a share of the line in per cent (0: by content)."""

    title: str
    numeric: bool = False
    width: int = 0


class Table(Frozen):
    """A table with a caption; a row is one tuple of runs per column, and a citation in a row proves that row.

    `name` is the id of the finding that the table lays out, if it is of one only: its chart stands beside it.
    """

    type: Literal["table"] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    note: Runs = ()
    small: bool = False
    name: str = ""


class Picture(Frozen):
    """A chart or a map as SVG, with a title, a reading of one line and its alternative text.

    Every number that the drawing shows is in `numbers`, each with its citation in `reading` or in the table that the
    picture draws.
    """

    type: Literal["picture"] = "picture"
    name: str
    title: str
    alt: str
    svg: str
    reading: Runs = ()
    numbers: tuple[Number, ...] = ()


class SourceList(Frozen):
    """Where the numbered sources stand, each with the sentences used (`Report.sources`).

    `listed` are the numbers of those that are printed; `note` says where the others are.
    """

    type: Literal["sources"] = "sources"
    listed: tuple[int, ...] = ()
    note: Runs = ()


Block = Annotated[Paragraph | Bullets | Boxes | Table | Picture | SourceList, Field(discriminator="type")]


class Section(Frozen):
    """A section: `key` is fixed ("highlights", "displacement", ...), `title` is what is printed."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
