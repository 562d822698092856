"""The three products of one report: situation report, flash update of two pages, daily brief of one."""

from collections.abc import Sequence

from ..model import Crisis, Source
from ..model.report import Product
from ..model.runs import Bullets, Section
from .speakers import site

_FLASH = frozenset({"highlights", "key_figures", "overview", "conflicts", "needs", "sources", "disclaimer"})
_BRIEF = frozenset({"highlights", "sources", "disclaimer"})
_MOST_BULLETS, _MOST_NAMES = 5, 4


def for_product(
    product: Product, sections: Sequence[Section], crisis: Crisis, sources: Sequence[Source]
) -> tuple[Section, ...]:
    """The sections that a product has, in their order; a brief's highlights are its bullets, under its own title."""
    if product == "sitrep":
        return tuple(sections)
    kept = (part for part in sections if part.key in (_FLASH if product == "flash" else _BRIEF))
    if product == "flash":
        return tuple(_short(part) if part.key == "needs" else part for part in kept)
    return tuple(_brief(part, crisis, sources) if part.key == "highlights" else part for part in kept)


def _short(section: Section) -> Section:
    """The needs with one quotation a cluster."""
    clusters = (
        inner.model_copy(
            update={"blocks": tuple(_first(b, 1) if isinstance(b, Bullets) else b for b in inner.blocks[:1])}
        )
        for inner in section.sections
    )
    return section.model_copy(update={"sections": tuple(clusters)})


def _first(block: Bullets, most: int) -> Bullets:
    return Bullets(items=block.items[:most])


def _brief(section: Section, crisis: Crisis, sources: Sequence[Source]) -> Section:
    """`Country - event (sources)` with up to five bullets."""
    blocks = tuple(_first(block, _MOST_BULLETS) if isinstance(block, Bullets) else block for block in section.blocks)
    names = list(dict.fromkeys(name for source in sources if (name := site(source.publisher))))
    listed = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    event = " - ".join(part for part in (crisis.country_name, crisis.name) if part)
    return section.model_copy(update={"title": f"{event} ({listed})" if listed else event, "blocks": blocks})
