"""Verification: takes a finished report and its articles, proves every number in it by its kind, changes nothing.

A stated number must stand, token for token, in the cited sentence, and the sentence in the article; a rounded one must
follow by the rule for boxes, a derived one from its operands; structural ones (counts, dates, numbers of sections and
sources) are made again. What is not proved is named with its place.
"""

from .report import articles_within, verify_report
from .verdict import Unproved, Verdict

__all__ = ["Unproved", "Verdict", "articles_within", "verify_report"]
