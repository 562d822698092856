"""Of which figure another is a part: by explicit words, or because the parts add up to it."""

from .parts import Parts

__all__ = ["Parts"]
