"""Text for XML: without the characters that XML 1.0 cannot hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with a blank for each character that no XML file may hold."""
    return _FORBIDDEN.sub(" ", text)
