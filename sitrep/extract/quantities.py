"""Numbers as people write them: every candidate of a sentence with its span; nothing is decided here.

Takes a cleaned text and a span; returns `Quantity` records. Dates, times, ages, percentages, ordinals, decimals without
a multiplier, telephone numbers and the like are left out, since they count nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from ..languages.language import Language, load

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "chf": "CHF",
    "pkr": "PKR",
    "rs": "INR",
    "rs.": "INR",
    "₹": "INR",
    "inr": "INR",
    "n": "NGN",
    "₦": "NGN",
    "ngn": "NGN",
    "¥": "JPY",
    "jpy": "JPY",
    "cny": "CNY",
    "a$": "AUD",
    "aud": "AUD",
    "c$": "CAD",
    "cad": "CAD",
    "ksh": "KES",
    "kes": "KES",
    "ush": "UGX",
    "birr": "ETB",
    "php": "PHP",
    "p": "PHP",
    "tk": "BDT",
    "bdt": "BDT",
    "npr": "NPR",
    "nz$": "NZD",
    "s$": "SGD",
    "hk$": "HKD",
    "r": "ZAR",
    "idr": "IDR",
    "rp": "IDR",
    "lkr": "LKR",
    "mmk": "MMK",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "₱": "PHP",
    "au$": "AUD",
}
MONEY_WORDS = {
    "dollars": "USD",
    "dollar": "USD",
    "us dollars": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "swiss francs": "CHF",
    "francs": "CHF",
    "rupees": "INR",
    "pakistani rupees": "PKR",
    "naira": "NGN",
    "yen": "JPY",
    "yuan": "CNY",
    "birr": "ETB",
    "taka": "BDT",
    "pesos": "PHP",
    "usd": "USD",
    "eur": "EUR",
    "australian dollars": "AUD",
    "canadian dollars": "CAD",
    "dirhams": "AED",
    "lira": "TRY",
    "shillings": "KES",
    "rand": "ZAR",
    "kwacha": "ZMW",
    "riyals": "SAR",
    "kyat": "MMK",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "kronor": "SEK",
    "kroner": "NOK",
}


@dataclass(slots=True)
class Quantity:
    """A stated number: its span without the qualifier, its value (or low and high), a currency if it is money."""

    start: int
    end: int
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    vague: bool = False
    currency: str | None = None
    qualifier: str | None = None
    article: bool = False
    """Whether it is only an article or the weak word "one"."""


@cache
def _pattern(language: Language, spelled: bool) -> re.Pattern[str]:
    """All forms of numbers; without `spelled` only those in digits, for sentences that have no number word."""
    never = "" if spelled else "(?!)"
    units = "|".join(sorted(language.units, key=len, reverse=True))
    soft = "\u00ad?"
    scale = "|".join(soft.join(w) for w in sorted(language.multipliers, key=len, reverse=True) if len(w) > 1)
    vague = "|".join(re.escape(v).replace(r"\ ", r"[ \u00ad]+") for v in sorted(language.vague, key=len, reverse=True))
    word = rf"(?:{units}|hundred|thousand|{scale})"
    money = (
        r"(?:US|AU|A|C|NZ|HK|S)?\$|€|£|₹|₦|¥|₱|\b(?:USD|EUR|GBP|CHF|PKR|NGN|INR|JPY|CNY|AUD|CAD|KES|"
        r"ETB|PHP|BDT|NPR|LKR|MMK|IDR|Rs\.?|Ksh|Tk|N(?=\d)|Rp)"
    )
    digits = (
        r"\d{1,3}(?:,[\u00ad]?\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}, "
        r"000\b|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\u00ad+\d+)*(?:\.\d+)?"
    )
    return re.compile(
        rf"(?<![A-Za-z])(?P<money>{money})?\s?(?:"
        rf"(?P<fraction>{never}\b(?:half a|a quarter of a|three quarters of a|(?:{units}) and a half|"
        rf"\d+ and a half|a) (?P<fscale>{scale}|hundred|thousand)\b(?! of thousands))"
        rf"|(?P<dozen>{never}\b(?:{units}|\d+) dozen\b)"
        rf"|(?P<vague>{never}\b(?:{vague})\b)"
        rf"|(?P<words>{never}\b{word}(?:(?:[ -]\u00ad*|"
        rf"(?<=hundred) and |(?<=thousand) and |(?<=million) and ){word})*\b)"
        rf"|(?P<digits>(?<![\w.,/:])(?:{digits}))(?:\s?-?(?P<scale>{scale}|hundred|thousand|[mMkK](?![\w/])))?"
        rf")",
        re.IGNORECASE,
    )


_JOIN = re.compile(r"\s?[-–]\s?| to | and ", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s?(?:st|nd|rd|th)?(?: of)?[ -](?:{MONTHS})\b", re.IGNORECASE)
_SPAN_OF_DATES = re.compile(
    rf"(?:st|nd|rd|th)?\s?(?:to|-|–|and|or|,|until)\s?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?[ -]$", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|\s?%|\s?per ?cent|\s?pct\b|[ -]?percentage|[- ]years?[- ]old|-(?:year|month|"
    r"day|hour|week|mile|kilomet|km|met(?:er|re)|foot|member|storey|story|bed|point|strong|seat|"
    r"magnitude|minute|man|nation|tonne?|ton|inch|acre|hectare|page|part|kg|person|room|lane|month|"
    r"week|degree|square|cubic|party|sq|mm|cm)"
    r"|:\d|\s?(?:a\.?m\.?|p\.?m\.?)\b|\s?°|\s?(?:hrs|hours) (?:GMT|local)|/\d|\.\d|\s?x\s?\d|[A-Za-z]",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:younger than|older than|one in|one \w+ in|pp?\.|vol\.|aged?|ages|magnitude|no\.|nos?\.|"
    r"number|phase|level|category|chapter|article|articles|page|pages|section|resolution|route|"
    r"highway|flight|room|square|"
    r"grade|class|channel|radio|figure|table|item|type|stage|step|day|version|measuring|round|annex|"
    r"tel|phone|fax|call|sector|zone|block|ward|unit|covid|group of|league|formula|boeing|airbus|"
    r"windows|under-|cadena|division|battalion|brigade|corps|psalm|quake of) ?|[#+:/§№]|[A-Za-z]-|"
    r"\d[.,]|\d )$",
    re.IGNORECASE,
)
_NOT_BEFORE_WORD = re.compile(
    (
        r"\b(?:younger than|older than|one in|one \w+ in|aged?|ages|phase|level|category|chapter|grade|"
        r"class|stage|step|day|round|zone|no\.|number|group of|under-)[ -]?$"
    ),
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    (
        r"\b(?:in|since|of|by|until|till|from|during|early|late|mid|mid-|and|to|the|through|before|"
        r"after|for|between|©|year|spring|summer|autumn|winter|fall|for|dated?|on|with|against|than|"
        r"a)[ -]?$|['/–-]$"
    ),
    re.IGNORECASE,
)


_FRACTION = re.compile(
    r"[- ](?:thirds?|quarters?|fifths?|tenths?|sixths?|eighths?)\b| (?:\w+ )?(?:in|out of) (?:every "
    r")?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b(?! \w+s\b)|[- ]years?[- ]old"
    r"|-(?:day|week|month|year|hour|storey|story|member|point|party|state|nation|minute|mile|seat|"
    r"bedroom|room|lane|fold|time|man|person|way|part|thirds|quarters)"
    r"| ?per ?cent|-?hours?-|(?: or \w+)? (?:times|years? ago)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    (
        r"\s?(?:to|-|–|and|or)\s?[\d.]+\s?(?:per ?cent|percent|pct|%)|(?: per ?cent| percent|%)? of "
        r"(?:them|the population)\b(?<=n)"
    ),
    re.IGNORECASE,
)


def _words_value(words: list[str], language: Language) -> int | None:
    """The value of spelled-out number words, or None where they do not make one number ("two three")."""
    total = current = 0
    last = 1 << 60
    for word in words:
        if word == "and":
            continue
        if word in language.units:
            value = language.units[word]
            if current % 100 and not (current % 100 >= 20 and current % 10 == 0 and value < 10):
                return None
            current += value
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            scale = language.multipliers[word]
            if scale >= last and current == 0:
                return None
            total += max(current, 1) * scale
            current, last = 0, scale
    return total + current


def _number(text: str) -> float | int:
    value = float(text.replace(",", "").replace(" ", "").replace("\u00ad", ""))
    return int(value) if value == int(value) else value


def _times(value: float, scale: int) -> float | int:
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product


def _read(match: re.Match[str], text: str, language: Language) -> Quantity | None:
    """One candidate without its context: its span and its value."""
    start = match.start("money") if match.group("money") else match.end() - len(match.group().lstrip(" \n"))
    quantity = Quantity(start, match.end(), None)
    if match.group("money"):
        quantity.currency = CURRENCIES.get(match.group("money").lower(), "USD")
    if match.group("fraction"):
        quantity.value = _fraction(match.group("fraction").lower(), match.group("fscale").lower(), language)
    elif match.group("dozen"):
        first = match.group("dozen").split()[0].lower()
        quantity.value = 12 * (language.units[first] if first in language.units else int(first))
    elif match.group("vague"):
        quantity.value = language.vague[re.sub("[ \u00ad]+", " ", match.group("vague").lower())]
        quantity.vague = not match.group("vague").lower().endswith("a dozen")
    elif match.group("words"):
        words = re.split(r"[ -]", match.group("words").lower().replace("\u00ad", ""))
        quantity.value = _words_value(words, language)
        quantity.article = words == ["one"]
        if _FRACTION.match(text, match.end()) or _NOT_BEFORE_WORD.search(
            text[max(0, quantity.start - 24) : quantity.start]
        ):
            return None
        if quantity.value is None or words[0] in language.multipliers or words[0] == "hundred":
            return None
    else:
        return _digits(match, text, quantity, language)
    return quantity


def _fraction(phrase: str, scale: str, language: Language) -> float | int:
    size = language.multipliers.get(scale, 100 if scale == "hundred" else 1000)
    first = phrase.split()[0]
    if phrase.startswith("half"):
        return size // 2
    if phrase.startswith("a quarter"):
        return size // 4
    if phrase.startswith("three quarters"):
        return size * 3 // 4
    if "and a half" in phrase:
        return _times((language.units[first] if first in language.units else int(first)) + 0.5, size)
    return size


def _digits(match: re.Match[str], text: str, quantity: Quantity, language: Language) -> Quantity | None:
    digits, scale = (
        match.group("digits").replace("\u00ad", ""),
        (match.group("scale") or "").lower().replace("\u00ad", ""),
    )
    before, after = text[max(0, match.start() - 24) : match.start("digits")], text[match.end() : match.end() + 20]
    if quantity.currency is None:
        if _NOT_AFTER.match(after) and not (scale and after[:1].isspace()) or _NOT_BEFORE.search(before):
            return None
        if _SHARE.match(text, match.end()):
            return None
        if (
            len(digits) <= 3
            and re.search(r"[A-Z][\w'-]+, ?$", before)
            and re.match(r"[,.;)]|$| (?:said|told|who|and)\b", after)
            and "-" not in digits
        ):
            return None
        if not scale and _is_date(digits, before, after):
            return None
    value = _number(digits)
    if scale:
        quantity.value = _times(value, language.multipliers.get(scale, 100 if scale == "hundred" else 1000))
    else:
        quantity.value = value
        if isinstance(value, float) and quantity.currency is None or digits.startswith("0") or len(digits) > 15:
            return None
    return quantity


def _is_date(digits: str, before: str, after: str) -> bool:
    if len(digits) <= 2 and (_SPAN_OF_DATES.match(after) or _MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before)):
        return True
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", digits):
        return False
    noun = re.match(r" [a-z]", after)
    return bool(_MONTH_BEFORE.search(before) or _YEAR_BEFORE.search(before)) or not noun


def quantities(text: str, start: int, end: int, spelled: bool = True, code: str = "en") -> list[Quantity]:
    """All number expressions of `text[start:end]`, ranges joined, in the order of the text.

    `spelled` may be False where no number word stands in the text: only digits are then looked for.
    """
    language = load(code)
    found: list[Quantity] = []
    for match in _pattern(language, spelled).finditer(text, start, end):
        quantity = _read(match, text, language)
        if quantity is not None:
            _money_after(text, quantity, end)
            if not (found and _join(text, found, quantity)):
                found.append(quantity)
    return found


_MONEY_AFTER = re.compile(r" ?(" + "|".join(sorted(MONEY_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def _money_after(text: str, quantity: Quantity, end: int) -> None:
    match = _MONEY_AFTER.match(text, quantity.end, min(end, quantity.end + 24))
    if match:
        quantity.currency = quantity.currency or MONEY_WORDS[match.group(1).lower()]
        quantity.end = match.end()


def _join(text: str, found: list[Quantity], second: Quantity) -> bool:
    """Make one range of two numbers that "to", a dash, or "between ... and" join; True if it was one."""
    first = found[-1]
    between = text[first.end : second.start]
    match = _JOIN.fullmatch(between)
    if not match or first.low is not None or first.vague or second.vague or first.value is None or second.value is None:
        return False
    lead = text[max(0, first.start - 24) : first.start].lower()
    if "and" in between and not re.search(r"between (?:\w+ )?$", lead):
        return False
    if "to" in between and re.search(
        (
            r"(?:rose|risen|rises|up|grown|grew|fell|fallen|down|climbed|jumped|increased|decreased|reduced|"
            r"revised) from $"
        ),
        lead,
    ):
        return False
    low, high = first.value, second.value
    if low < high / 100 and high >= 1000:
        for scale in (1000, 1000000, 1000000000):
            if high / 100 <= low * scale < high:
                low = _times(low, scale)
                break
    if not low < high or first.currency != second.currency and first.currency and second.currency:
        return False
    first.value, first.low, first.high = None, low, high
    first.end, first.currency = second.end, first.currency or second.currency
    if re.search(r"between $", lead):
        first.start -= len("between ")
    return True
