"""Web pages, by trafilatura: the article's text without menus and comments, and what its meta elements say."""

import logging
import re
from html import unescape
from typing import TYPE_CHECKING

from ...model import Moment
from ..dates import parse_published
from ..decode import decode, without_surrogates
from ..draft import Draft, UnreadableError
from ..layout import titled

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{1,60})"')
_DATE_META = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
_MOST_BYTES = 20 * 1024 * 1024
_MOST_ELEMENTS = 100_000


def read_html(data: bytes, charset: str | None = None, url: str | None = None) -> tuple[Draft, ...]:
    """The article of a page under its title. `charset` is what a server said, `url` where the page is from.

    The date is one that the page declares as that of publication (meta element, JSON-LD, `<time>`), never one found in
    the text or the address. Raises UnreadableError where there is no article.
    """
    import trafilatura

    # Without a handler of its own its complaints about a page would go to standard error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    if len(data) > _MOST_BYTES:
        raise UnreadableError(f"is a page of more than {_MOST_BYTES >> 20} MB, which no article is: leave it out")
    page = _XML.sub("", without_surrogates(decode(data, charset or _charset(data))))
    tree = trafilatura.load_html(page) if page.strip() else None
    if tree is None:
        raise UnreadableError("is not a web page")
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise UnreadableError(f"is a page of more than {_MOST_ELEMENTS:,} elements, which no article is: leave it out")
    published, language = _published(tree), _language(tree)
    meta = trafilatura.extract_metadata(tree, default_url=url, date_config={"extensive_search": False})
    title = _clean(meta.title)
    body = _body(tree, page, url)
    return (
        Draft(
            titled(title, body),
            title=title,
            publisher=_site(meta.sitename, url),
            published=published,
            url=url or _clean(meta.url),
            language=language,
        ),
    )


def _charset(data: bytes) -> str | None:
    match = _XML_DECLARED.search(data[:1024]) or _DECLARED.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _body(tree: "HtmlElement", page: str, url: str | None) -> str:
    import trafilatura

    document = trafilatura.bare_extraction(tree, url=url, include_comments=False, favor_recall=True)
    body = (getattr(document, "text", None) or "").strip() or trafilatura.html2txt(page).strip()
    if not body:
        raise UnreadableError("is a web page in which no article text could be found")
    return body


def _clean(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _site(name: object, url: str | None) -> str | None:
    # Where a page names no site trafilatura gives its host, which is the caller's to weigh against better names.
    site = _clean(name)
    return None if site and url and site.casefold().removeprefix("www.") in url.casefold() and "." in site else site


def _published(tree: "HtmlElement") -> Moment | None:
    declared = (*_meta_dates(tree), *_linked_data_dates(tree), *_time_elements(tree))
    return next((moment for value in declared if (moment := parse_published(value)) is not None), None)


def _meta_dates(tree: "HtmlElement") -> list[str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.lower(), meta.get("content", ""))
    return [found[name] for name in _DATE_META if name in found]


def _linked_data_dates(tree: "HtmlElement") -> list[str]:
    blocks = (e.text or "" for e in tree.iter("script") if e.get("type", "").lower() == "application/ld+json")
    values = (match[1] for block in blocks if (match := _LINKED_DATE.search(block)))
    return [unescape(value.replace("\\/", "/")) for value in values]


def _time_elements(tree: "HtmlElement") -> list[str]:
    marked = (e for e in tree.iter("time") if e.get("pubdate") is not None or e.get("itemprop") == "datePublished")
    return [e.get("datetime", "") for e in marked]


def _language(tree: "HtmlElement") -> str | None:
    declared = str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return declared[:2].lower() if re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", declared) else None
