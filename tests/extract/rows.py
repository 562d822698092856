"""The row of items of a sentence, for the tests of what walks over it."""

from sitrep.extract.items import Item
from sitrep.extract.quantities import quantities
from sitrep.extract.row import items_of


def row_of(text: str) -> list[Item]:
    return items_of(text, 0, len(text), quantities(text, text.lower(), 0, len(text)))
