"""The three products of one report: situation report, flash update of two pages, daily brief of one."""

from collections.abc import Sequence

from ..model import Crisis, Source
from ..model.crisis import Product
from ..model.runs import Bullets, Cite, Section
from .context import runs_of
from .speakers import site

_FLASH = frozenset(
    {"correction", "highlights", "key_figures", "overview", "conflicts", "needs", "sources", "disclaimer"}
)
_BRIEF = frozenset({"correction", "highlights", "sources", "disclaimer"})
_MOST_BULLETS, _MOST_NAMES = 5, 4


def for_product(product: Product, sections: Sequence[Section], sources: Sequence[Source]) -> tuple[Section, ...]:
    """The sections that a product has, in their order; a brief's highlights are its bullets and name who is cited."""
    if product == "sitrep":
        return tuple(sections)
    kept = (part for part in sections if part.key in (_FLASH if product == "flash" else _BRIEF))
    if product == "flash":
        return tuple(_short(part) if part.key == "needs" else part for part in kept)
    return tuple(_brief(part, sources) if part.key == "highlights" else part for part in kept)


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


def _brief(section: Section, sources: Sequence[Source]) -> Section:
    """`Highlights (sources)` with up to five bullets: with the report's heading, `Country - event (sources)`."""
    blocks = tuple(_first(block, _MOST_BULLETS) if isinstance(block, Bullets) else block for block in section.blocks)
    shown = section.model_copy(update={"blocks": blocks})
    cited = {run.source for run in runs_of(shown) if isinstance(run, Cite)}
    names = list(dict.fromkeys(name for s in sources if s.n in cited and (name := site(s.publisher))))
    listed = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
    return shown.model_copy(update={"title": f"{section.title} ({listed})"}) if listed else shown


def heading(product: Product, crisis: Crisis) -> str:
    """`Country: crisis`, of a brief `Country - crisis`; the country only where the crisis's own name lacks it."""
    country, name = crisis.country_name, crisis.name
    said = country and name.casefold().startswith(country.casefold()) or ":" in name
    whole = name if said or not country else f"{country}: {name}"
    return whole.replace(": ", " - ", 1) if product == "brief" else whole
