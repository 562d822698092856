"""The extractor over a folder of annotated articles."""

from pathlib import Path

from ..errors import SitrepError
from .gold import read_gold
from .score import Scores, score


def evaluate_folder(folder: Path) -> Scores:
    """The scores of the extractor on the annotated articles of a folder. Raises SitrepError if it holds none."""
    from ..extract import extract

    if not folder.is_dir():
        raise SitrepError(f"{folder}: there is no such folder; it needs pairs of NAME.txt and NAME.json.")
    gold = tuple(read_gold(folder))
    if not gold:
        raise SitrepError(f"{folder}: no annotated article was found; it needs pairs of NAME.txt and NAME.json.")
    return score((one, extract(one.article)) for one in gold)
