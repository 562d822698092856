"""Pieces of HTML, as feeds and mails hold them, to text: one line a block, nothing of scripts and styles."""

from html.parser import HTMLParser

_WORDS = "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr dd dt figcaption"
_BLOCKS = frozenset(_WORDS.split())
_SILENT = frozenset({"script", "style", "head", "template", "noscript"})
_CELLS = frozenset({"td", "th"})


def text_of(html: str) -> str:
    """The visible text, entities resolved, a blank-free line for each block with text."""
    parser = _Reader()
    parser.feed(html)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).split("\n"))
    return "\n".join(line.strip("| ") if set(line) <= {"|", " "} else line for line in lines if line.strip("| "))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag in _CELLS and self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # Line breaks in HTML source are spaces.
            self.parts.append(" ".join(data.splitlines()) if "\n" in data or "\r" in data else data)
