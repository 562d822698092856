"""Text in drawings: how wide it is, how it is cut to fit, and labels that never overlap."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import bidirectional, category

from anyascii import anyascii

_WIDTHS = "49=SGZP188?S4745GGGGGGGGGG55SSSA]JJKOGDON33HBUNPEPKGFMJ\\JFJ858S??FGBGF6GG22D2[GFGG:@9GEREE@G5GS"
"""Sixtieths of an em from 33 up, for the characters from space to tilde in DejaVu Sans: the widest that is used."""

_SIDES = ("right", "left", "above", "below", "above right", "below right", "above left", "below left")


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is at a font size, in the units of the drawing; never less than it is drawn."""
    return sum(_em(character) for character in text) * size * (1.13 if bold else 1.0)


def _em(character: str) -> float:
    if " " <= character <= "~":
        return (ord(_WIDTHS[ord(character) - 32]) - 33) / 60
    return 1.0 if ord(character) > 0x2E7F else 0.68


def by_letters(text: str) -> str:
    """The text as a drawing can have it, which is set letter by letter.

    Words that run from right to left or whose letters join are given in Latin letters; the tables have them as written.
    """
    return " ".join(anyascii(word) if any(map(_joins, word)) else word for word in text.split(" "))


def _joins(character: str) -> bool:
    return bidirectional(character) in ("R", "AL") or category(character) in ("Mc", "Mn")


def fitted(text: str, room: float, size: float) -> str:
    """The text as a drawing can have it, cut at its end with an ellipsis where it is wider than the room."""
    text = by_letters(text)
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip(" ,;(") + "…"


def whole(text: str, room: float, size: float) -> str:
    """The text, or nothing where it is wider than the room: a number is never cut."""
    return text if width(text, size) <= room else ""


def wrapped(text: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """The text in at most so many lines; the last one is cut where it must be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size) <= room or not lines[-1] or len(lines) == most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(fitted(line, room, size) for line in lines)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, other: "Box") -> bool:
        """Whether it lies wholly inside another."""
        inside = other.left <= self.left and self.right <= other.right
        return inside and other.top <= self.top and self.bottom <= other.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A text at its place: `x`, `y` are the anchor on the base line, `box` the room that it takes."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    box: Box
    bold: bool = False

    @property
    def back(self) -> Box:
        """A ground for the letters, a little narrower: narrower fonts than the widest are the rule."""
        spare = (self.box.right - self.box.left) * 0.12
        cut = {"start": (0.0, spare), "end": (spare, 0.0)}.get(self.anchor, (spare / 2, spare / 2))
        return Box(round(self.box.left + cut[0], 1), self.box.top, round(self.box.right - cut[1], 1), self.box.bottom)


@dataclass
class Page:
    """A drawing's area and what is on it already, so that a label finds a free place or is left out."""

    area: Box
    taken: list[Box] = field(default_factory=list)

    def mark(self, x: float, y: float, radius: float) -> None:
        """Keep the place of a point free of labels."""
        self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Keep the place of an upright or level line free of labels."""
        self.taken.append(Box(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1))

    def label(
        self, text: str, x: float, y: float, gap: float, size: float, sides: Iterable[str] = (), bold: bool = False
    ) -> Label | None:
        """The text beside a point at the first side that is free, None if none is."""
        for side in sides or (
            "right",
            "left",
            "above",
            "below",
            "above right",
            "below right",
            "above left",
            "below left",
        ):
            found, box = _beside(text, x, y, gap, size, side, bold)
            if box.within(self.area) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return found
        return None


def _beside(text: str, x: float, y: float, gap: float, size: float, side: str, bold: bool) -> tuple[Label, Box]:
    wide, up, down = width(text, size, bold), size * 0.8, size * 0.25
    level = y + size * 0.35
    if "above" in side:
        level = y - gap - down
    elif "below" in side:
        level = y + gap + up
    if "right" in side:
        start, anchor, at = x + gap, "start", x + gap
    elif "left" in side:
        start, anchor, at = x - gap - wide, "end", x - gap
    else:
        start, anchor, at = x - wide / 2, "middle", x
    edges = (start - 1, level - up, start + wide + 1, level + down)
    box = Box(*(round(edge, 1) for edge in edges))
    return Label(text, round(at, 1), round(level, 1), anchor, size, box, bold), box
