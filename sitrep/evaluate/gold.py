"""Gold: annotated articles, each a `NAME.json` beside its `NAME.txt`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..collect.finish import finish
from ..collect.given import draft_from
from ..errors import SitrepError
from ..model import Article, Figure, Need


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the figures and needs that annotators found in it."""

    article: Article
    figures: tuple[Figure, ...]
    needs: tuple[Need, ...]


def read_gold(folder: Path) -> Iterator[GoldArticle]:
    """The annotated articles of a folder, by name. Raises SitrepError for one not in the form of docs/figures.md."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt")
        if text.exists() and not path.name.endswith((".raw.json", ".meta.json")):
            try:
                yield _gold_article(path.stem, text.read_text(encoding="utf-8"), json.loads(path.read_bytes()))
            except (KeyError, TypeError, ValueError, ValidationError) as error:
                raise SitrepError(f"{path}: not in the form of annotated articles ({_first(error)}).") from error


def _gold_article(name: str, text: str, gold: dict[str, Any]) -> GoldArticle:
    facts = {key: value for key, value in gold.get("article", {}).items() if value}
    article, _ = finish(draft_from(text, {"id": name} | facts), name, name)
    return GoldArticle(
        article,
        tuple(Figure.model_validate(_plain(figure) | {"article": article.id}) for figure in gold["figures"]),
        tuple(
            Need.model_validate(need | {"id": f"{name}-{i}", "article": article.id})
            for i, need in enumerate(gold.get("needs", ()))
        ),
    )


def _plain(figure: dict[str, Any]) -> dict[str, Any]:
    """A gold figure without its nulls where the model has a default of its own."""
    return {key: value for key, value in figure.items() if value is not None}


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return f"{type(error).__name__}: {error}"
