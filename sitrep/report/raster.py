"""Drawings as PNG, for formats that take no vector graphics: laid out like the page, painted by PDFium."""

import io
from collections.abc import Sequence
from html import escape

from ..model.runs import Picture
from .chart import WIDE
from .markup import svg_uri

DOTS = 200
"""Dots an inch, at the size in which a document shows a drawing."""

INCHES = 4.4
"""How wide a document shows a drawing."""

_COLOURS = 32


def as_png(pictures: Sequence[Picture]) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
    """Each drawing as a PNG file, and what is to be said of them (a character that no font has).

    Raises SitrepError where Pango or every font is missing.
    """
    if not pictures:
        return (), ()
    import pypdfium2  # type: ignore[import-untyped]

    from .to_pdf import write_pages

    found = []
    sheet, said = write_pages(_sheet(pictures))
    with pypdfium2.PdfDocument(sheet) as document:
        for page in document:
            image = page.render(scale=DOTS * INCHES / page.get_width()).to_pil().convert("RGB").quantize(_COLOURS)
            out = io.BytesIO()
            image.save(out, "PNG", dpi=(DOTS, DOTS))
            found.append(out.getvalue())
    return tuple(found), said


def _sheet(pictures: Sequence[Picture]) -> str:
    """One page a drawing, each of its own size."""
    rules, images = [], []
    for n, picture in enumerate(pictures):
        wide, high = _size(picture.svg)
        rules.append(f"@page p{n} {{ size: {wide}px {high}px; margin: 0 }}")
        style = f"page: p{n}; display: block; width: {wide}px"
        images.append(f'<img alt="" style="{style}" src="{escape(svg_uri(picture.svg))}">')
    return f"<style>body {{ margin: 0 }} {' '.join(rules)}</style>{''.join(images)}"


def _size(svg: str) -> tuple[float, float]:
    """Width and height that a drawing says of itself; a user's template may say neither."""
    from xml.etree import ElementTree

    root = ElementTree.fromstring(svg)
    try:
        return float(root.get("width", WIDE)), float(root.get("height", WIDE * 0.75))
    except ValueError:
        return WIDE, WIDE * 0.75
