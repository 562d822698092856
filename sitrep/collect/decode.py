"""Bytes to text: byte order marks, UTF-8, then detection; what is not text at all is refused with its kind."""

import codecs
import re

from .draft import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "an image, sound or video file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)

_PLAUSIBLE = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp874",
    "koi8_r",
    "mac_roman",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
)
"""Encodings in which news is found beside Unicode; asked among all, detection calls short Western texts exotic."""

# Detection takes short French for Polish; Polish and Turkish, read as Western, show letters that are not among these.
_WESTERN = re.compile("[\x00-\x7fÀ-ÂÄ-ÏÑ-ÔÖ-Üß-âä-ïñ-ôö-üÃãÕõ¡¿ªº°«»‘’“”‚„–—…•€£§©®™´·½¼¾ŒœŠšŽžŸÿ\u00a0\u00ad]*")
_SAMPLE = 64 * 1024
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, without a byte order mark, otherwise character for character.

    `declared` is an encoding that a header or meta element names: it is tried after UTF-8, which is rarely valid by
    chance. Raises UnreadableError for what is not text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _refuse_binary(data[len(bom) :].decode(encoding, "replace"))
    if kind := kind_of(data):
        raise UnreadableError(f"is {kind}, not text: give it its proper ending or leave it out")
    if wide := _utf16_without_bom(data):
        return _refuse_binary(data.decode(wide, "replace"))
    if b"\x00" in data[:_SAMPLE]:
        raise UnreadableError("is binary, not text (it holds NUL bytes): leave it out")
    return _plain(data, declared)


def kind_of(data: bytes) -> str | None:
    """What the first bytes say a file is, for those kinds that are not text; else None."""
    return next((kind for magic, kind in _KINDS if data.startswith(magic)), None)


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD (one code point for one), so that it can be written."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


def _plain(data: bytes, declared: str | None) -> str:
    for encoding in ("utf-8", *_usable(declared)):
        try:
            return _refuse_binary(data.decode(encoding))
        except UnicodeError:
            continue
    return _refuse_binary(_detected(data))


def _usable(declared: str | None) -> tuple[str, ...]:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return ()
    # What calls itself Latin-1 or ASCII on the web is Windows-1252; the others decode escapes, not text.
    if name in {"iso8859-1", "ascii"}:
        return ("cp1252",)
    return () if name in {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"} else (name,)


def _detected(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    broken = damaged.count("\N{REPLACEMENT CHARACTER}")
    if sum(1 for c in damaged if c > "\x7f") > 10 * broken:
        return damaged
    from charset_normalizer import from_bytes

    western = data.decode("cp1252", "replace")
    if _is_western(western[:_SAMPLE]):
        return western
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_PLAUSIBLE)).best()
    return data.decode(best.encoding, "replace") if best else western


def _is_western(text: str) -> bool:
    # In Cyrillic or Arabic read as Western most letters are accented ones.
    foreign = sum(c > "\x7f" for c in text)
    return foreign * 3 < len(text) and bool(_WESTERN.fullmatch(text))


def _refuse_binary(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise UnreadableError("is binary, not text (it holds control characters): leave it out")
    return text


def _utf16_without_bom(data: bytes) -> str | None:
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None
