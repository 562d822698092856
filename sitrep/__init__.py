"""sitrep: humanitarian situation reports in which every number cites the article that states it."""

__version__ = "0.1.0"
