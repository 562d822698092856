"""Runs as HTML and as Markdown, with everything that comes from outside escaped."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from ..model.runs import Cite, Number, Quote, Run, Runs
from .citations import labelled

_MARKDOWN = re.compile(r"([\\`*_\[\]<|~])")
_OURS = re.compile(r"\\\[(name withheld|number withheld|place withheld|…)\\\](?![(\[:])")
_LINE_START = re.compile(r"^([-+>#=]|\d+(?=[.)](?:\s|$)))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):")
_WWW = re.compile(r"(?i)\bwww\.")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_CITE = r'<a class="cite" href="#[\w-]+">\[[\d.]+\]</a>'
_CITES = re.compile(rf"( {_CITE}(?: {_CITE}){{0,2}}[.,;:)]*)")
_REFERENCE = re.compile(r"(?<!\\)\[\[(\d+(?:\.\d+)?)\]\]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_RIGHT_TO_LEFT_WORDS = re.compile(rf"{_RIGHT_TO_LEFT.pattern}+(?:[ \d-]+{_RIGHT_TO_LEFT.pattern}+)*")
_MAGNITUDE = re.compile(r"(?<=\d) (?=[^\W\d])")
_URL_SAFE = ":/?#@!$&'*+,;=%-._~"
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


def clean(text: str) -> str:
    """The text on one line, without control characters, and without marks that turn the direction of what follows."""
    return _BIDI.sub("", _CONTROL.sub(" ", text))


def md_text(text: str) -> str:
    """Text that Markdown shows as it stands: no markup, no link, no table cell, no HTML comes out of it."""
    return _LINE_START.sub(_escaped_start, _md_inside(text))


def _md_inside(text: str) -> str:
    """The same for text that does not stand at the beginning of its line."""
    flat = _OURS.sub(r"[\1]", _MARKDOWN.sub(r"\\\1", clean(text)))
    return _WWW.sub(lambda found: f"{found[0][:-1]}\\.", _SCHEME.sub(r"\1\\:", _ENTITY.sub("&amp;", flat)))


def _escaped_start(found: re.Match[str]) -> str:
    """`- x` and `# x` would open a list and a heading; `1.` a numbered list, which only its dot shows."""
    return found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0]


def html_text(text: str) -> str:
    """Text that HTML shows as it stands."""
    return escape(clean(text), quote=True)


def isolated(text: str) -> Markup:
    """Text for HTML in which words written from right to left do not move the numbers and dates beside them."""
    return Markup(_RIGHT_TO_LEFT_WORDS.sub(lambda found: f"<bdi>{found[0]}</bdi>", html_text(text)))


def safe_url(url: str) -> str:
    """A web address as a link may have it: http and https only (else nothing), odd characters per cent-encoded."""
    url = clean(url).strip()
    return quote(url, safe=_URL_SAFE) if re.match(r"(?i)https?://[^\s/]", url) else ""


def svg_uri(svg: str) -> str:
    """A drawing as a data address, so that nothing is fetched and no script in it runs."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode("utf-8")).decode("ascii")


def anchor(source: int, sentence: str = "") -> str:
    """The id of a source's entry, or of a sentence in it: `source-3`, `source-3-2`."""
    return f"source-{sentence.replace('.', '-')}" if sentence else f"source-{source}"


def html_runs(runs: Runs) -> Markup:
    """Runs as HTML: a citation is a link to the sentence under its source."""
    # A citation stays on the line of what it cites, and so does the punctuation after it.
    return Markup(
        _CITES.sub(r'<span class="cites">\1</span>', "".join(_html(run, label) for run, label in labelled(runs)))
    )


def unbroken(run: Number, text: str) -> str:
    """The text of a number on one line: a date, and "6.4 million", do not end a line in their midst."""
    return text.replace(" ", "\u00a0") if run.basis == "date" else _MAGNITUDE.sub("\u00a0", text)


def _html(run: Run, label: str) -> str:
    if isinstance(run, Cite):
        return f'<a class="cite" href="#{escape(anchor(run.source, run.sentence))}">[{label}]</a>'
    text = html_text(run.text)
    if isinstance(run, Number):
        text = unbroken(run, text)
    if isinstance(run, Quote):
        text = f"<q>{text}</q>"
    if _RIGHT_TO_LEFT.search(text):
        text = f"<bdi>{text}</bdi>"
    return f"<strong>{text}</strong>" if run.strong else text


def md_runs(runs: Runs) -> str:
    """Runs as Markdown: a citation is `[[n.k]]`, a link to sentence k of source n (see `definitions`)."""
    return "".join(_md(run, label, md_text if first else _md_inside) for first, run, label in _from_first(runs))


def definitions(markdown: str) -> str:
    """Where the citations of a Markdown text lead, as the definitions of its links: `[4.8]: #source-4-8`."""
    cited = {tuple(map(int, label.split("."))) for label in _REFERENCE.findall(markdown)}
    labels = (".".join(map(str, numbers)) for numbers in sorted(cited))
    return "".join(f"[{label}]: #source-{label.replace('.', '-')}\n" for label in labels)


def _from_first(runs: Runs) -> Iterator[tuple[bool, Run, str]]:
    """The runs and their labels, each with whether nothing stands before it on its line."""
    begun = False
    for run, label in labelled(runs, always=True):
        yield not begun, run, label
        begun = begun or isinstance(run, Cite) or bool(run.text.strip())


def _md(run: Run, label: str, escaped: Callable[[str], str]) -> str:
    if isinstance(run, Cite):
        return f"[[{label}]]"
    text = f"“{escaped(run.text)}”" if isinstance(run, Quote) else escaped(run.text)
    return f"**{text}**" if run.strong and text.strip() else text
