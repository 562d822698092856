"""Where: the named places of a sentence, which of them a figure has, and what carries over to later sentences."""

from .carry import Setting
from .mention import Mention

__all__ = ["Mention", "Setting"]
