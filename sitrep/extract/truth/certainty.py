"""Whether a figure is reported, claimed by a party, denied, or a forecast."""

import re

from ...languages.language import word_list
from ...model.figure import Certainty
from ...organisations import is_party
from ..items import Item

_MODAL = word_list("certainty", "modal")
_FORECAST_PATH = word_list("certainty", "forecast_path")
_FORECAST_BEFORE = re.compile(
    r"\b(?:could|may|might|would|will|expected to|expects? |projected|projects|forecast|predicted|"
    r"at risk of|fears? that|fearing that|threaten(?:s|ed|ing)? to|risk of|aims? (?:to|at)|aiming "
    r"to|plans? to|planning to|planned to|"
    r"intends? to|intended to|hopes? to|hoping to|set out to|meant to|in a bid to|designed to|is "
    r"to |are to |was to |were to |to be |targeted?|targeting|should|preparing (?:for|to)|recommended "
    r"that|prepared to|wants? to|scheduled to|seeks? to|promised to|pledged to|to support|in support "
    r"of|if |anticipat\w+|estimates that another|likely to|in order to|be able to|enough to|needed "
    r"to)",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    (
        r"\b(?:order(?:ed|s|ing)?|urg(?:ed|es|ing)|advis(?:ed|es|ing)|told|asked|instruct(?:ed|s|ing)|"
        r"called on|recommend(?:ed|s|ing)?|orders to|warned) (?:[\w,']+ ){0,8}?(?:to )?(?:evacuate|"
        r"leave|flee|relocate|return|move|go|seek)\b|\b(?:evacuation|mandatory) orders?\b|\borders? "
        r"to (?:leave|evacuate)\b|\badvised to\b"
    ),
    re.IGNORECASE,
)
_DENIED = re.compile(
    (
        r"\b(?:den(?:ied|ies|y|ying)|not true|false reports?|rejected (?:claims|reports)|refut\w+|dismiss\w+|"
        r"found alive|no truth)\b"
    ),
    re.IGNORECASE,
)
_FORCE = re.compile(
    (
        r"\b(?:army|military|rebels?|rebel group|forces|navy|air force|militants?|insurgents?|fighters|"
        r"defen[cs]e ministry|ministry of defen[cs]e|defen[cs]e minister|defen[cs]e officials?|junta|"
        r"regime|militia|taliban|hamas|houthis?|hezbollah|separatists?|pro-government|pro-[\w-]+ (?:websites?|"
        r"media|channels?)|president's office|kremlin|general staff|command(?:er)?|brigade|idf|rsf|"
        r"saf|kyiv|moscow|islamabad|new delhi|armed group|paramilitar\w+|guerrillas?|jihadists?)\b"
    ),
    re.IGNORECASE,
)


def certainty_of(
    row: list[Item],
    path: list[int],
    before: str,
    clause: str,
    source: str | None,
    measure: str,
    article_war: bool,
    money: bool,
) -> Certainty:
    """`before` is the clause up to the figure, `clause` the whole of it, `path` the auxiliaries of its trigger."""
    words = {row[p].w for p in path}
    if words & {"not", "never"} and measure not in ("in_need", "missing"):
        return "denied"
    if _DENIED.search(clause) and ("feared" in words or re.search(r"\bden(?:ied|ies|y)", before)):
        return "denied"
    if words & _MODAL or words & _FORECAST_PATH and measure != "detained":
        return "forecast"
    if measure == "affected" and any(w == "at risk" for w in words):
        return "forecast"
    if measure in ("displaced", "returned") and _ORDERS.search(clause):
        return "forecast"
    if "feared" in words and measure in ("deaths", "missing"):
        return "forecast"
    tail = before[-50:]
    match = None if money else _last(_FORECAST_BEFORE, tail)
    if match and (
        match.group() == "May"
        or re.search(r"\d", tail[match.end() :])
        or re.search(r"(?:estimated|believed|thought|reported|said|known|feared) (?:to )?$", tail[: match.start()])
    ):
        match = None
    if (
        match
        and not re.search(r"\b(?:has|have|had|was|were|been|said|says|after|since|and|but)\b", tail[match.end() :])
        and not (
            match.group().lower() in ("to be ", "should", "if ", "in order to", "enough to")
            and measure in ("deaths", "injured", "missing")
            and "feared" not in tail
        )
    ):
        return "forecast"
    if (
        measure == "assisted"
        and re.search(
            (
                r"\b(?:aims?|aiming|plans?|planning|target(?:s|ed|ing)?|will|hopes?|seeks?|intends?|to reach|"
                r"needed to|appeal|in support of|is meant to|are to be|request(?:s|ed)?|to support)\b"
            ),
            before,
            re.IGNORECASE,
        )
        and not re.search(r"\b(?:has|have|had|already|so far)\b", tail)
    ):
        return "forecast"
    if source and not money and _claims(source, measure, article_war):
        return "claimed"
    return "reported"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _claims(source: str, measure: str, article_war: bool) -> bool:
    if measure not in (
        "deaths",
        "injured",
        "casualties",
        "missing",
        "detained",
        "attacks",
        "displaced",
        "assisted",
        "returned",
    ):
        return False
    return article_war and (
        is_party(source)
        or bool(_FORCE.search(source))
        or source in ("India", "Pakistan", "Russia", "Ukraine", "Israel", "Armenia", "Azerbaijan", "Moscow", "Kyiv")
    )
