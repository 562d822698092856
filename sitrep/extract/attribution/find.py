"""Who says it: the sources that a sentence names, and how they go on in the sentences after it."""

import re
from dataclasses import dataclass
from functools import cache

from ...languages.language import word_list
from ..clean import UPPER

_VERBS = (
    r"said|says|say|told|tells|reported|reports|report|announced|announces|added|adds|stated|confirmed|"
    r"confirms|estimates|estimated|"
    r"estimate|claimed|claims|claim|warned|warns|noted|notes|revealed|declared|explained|insisted|"
    r"acknowledged|indicated|indicate|"
    r"indicates|expressed|disclosed|recounted|wrote|tweeted|cautioned|stressed|believes|believe|"
    r"believed|describes|described|asserted|"
    r"lamented|maintained|admitted|complained|recalled|projects|projected|finds|found|suggests|"
    r"suggest|suggested|shows|show|put (?=the |it |its |their )|puts (?=the |it |its |their )|documents(?= "
    r")|seeks|seek|appealed|appeals|asked donors|asks donors|spoke (?:[\w ]{1,30})?of|is reporting|"
    r"are reporting|have reported|has reported|"
    r"recorded|records|verified|counted|counts|documented|lists|listed|registered|tallied|has recorded|"
    r"has verified|has documented|has counted|have recorded|had reported|have confirmed|has confirmed|"
    r"had said|has said|have said|insist|insists|expects|expect|expected|fears|fear|calculates|"
    r"reckons|gave|gives|cites|speak of|speaks of|spoke of"
)
_SUBJECT_ONLY = word_list("attribution", "subject_only")
_TITLE = (
    r"(?:(?:the|a|an|its|their|local|district|regional|provincial|state|national|senior|deputy|"
    r"vice|former|acting|top|another|one|UN|U\.N\.|Syrian|Indian|Red Cross|Interior|Health|Foreign|"
    r"Prime|relief|disaster|police|government|army|military|rescue|civil|defence|defense|emergency|"
    r"fire|area|county|city|aid|health|interior|foreign|country|mission|programme|regional|humanitarian|"
    r"information|irrigation|agriculture|education|home|labour|chief|general|managing|executive|"
    r"resident|press|public|affairs|relations|operations|service|management|protection|information)[ "
    r"])*"
    r"(?:minister|governor|mayor|spokesman|spokeswoman|spokesperson|spokesperson's|director|head|"
    r"chief|official|officer|coordinator|commissioner|collector|secretary|president|chairman|chairperson|"
    r"leader|administrator|magistrate|superintendent|commander|inspector|captain|general|colonel|"
    r"representative|envoy|manager|doctor|sheikh|chief executive|executive|deputy|ambassador|prefect|"
    r"adviser|advisor|analyst|resident|villager|farmer|teacher|survivor|student|activist|journalist|"
    r"engineer|worker|Minister|Governor|Mayor|Director|Coordinator|Commissioner|Secretary|President|"
    r"Chief|Officer|Head|Spokesman|Spokesperson|Chairman|General|Representative|Sheikh|Mr|Mrs|Ms|"
    r"Dr|Sir)\.?"
)
_CAP = rf"(?:[{UPPER}][\w'\u00ad.-]*|al-[A-Z][\w'-]*|el-[A-Z]\w*|bin|ibn|van|von|de|da|dos|di)"
_PROPER = (
    rf"(?:(?:Ministry|Department|Office|Directorate) (?:of|for) (?:the )?[A-Z]\w+(?:, [A-Z]\w+)*,? "
    rf"and [A-Z]\w+|[{UPPER}][\w'\u00ad-]*(?:\.[A-Z]\.?)*)(?:(?: | & | of (?:the )?| for (?:the "
    rf")?| and (?:the )?(?=[A-Z]\w+ (?:Cross|Crescent|Rescue|Management|Relief|Council|Ministry|"
    rf"Affairs|Authority|Reconstruction|Agriculture|Coast|Energy|Irrigation|Security|Emergencies|"
    rf"Irrigation)))(?:{_CAP}))*(?: \(\s?[A-Za-z-]+\))?"
)
_COMMON = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ss]ome|[Tt]wo|[Ss]everal|[Mm]any|[Ll]ocal|[Ss]tate|[Rr]egional|[Oo]fficial|"
    r"[Oo]ther|[Bb]oth|[Hh]is|[Hh]er) )?"
    r"(?:[\w'-]+ ){0,4}?(?:officials?|authorities|groups|monitors|ministry of [a-z]+|(?:bureau|"
    r"office|department|directorate|agency|ministry) (?:of|for) [a-z]+(?: and [a-z]+| [a-z]+)?|"
    r"medics?|utility|mission|bishop|imam|wife|husband|brother|sister|neighbou?r|prosecutor|police|"
    r"witnesses|eyewitnesses|residents|villagers|media|reports?|sources?|websites?|activists?|rescuers|"
    r"rescue workers|doctors|medics|hospital staff|staff|"
    r"survivors|rebels?|military|army|government|ministry|monitors?|group|agency|agencies|spokes(?:man|"
    r"woman|person)|statement|bulletin|organi[sz]ations?|newspapers?|locals|farmers|parents|governor|"
    r"mayor|minister|navy|coast guard|"
    r"department|office|committee|commission|council|network|observers?|investigators|soldiers|"
    r"militants|insurgents|forces|leaders?|elders?|chief|aid workers|aid agencies|relief workers|"
    r"analysts?|experts?|administration|families|teachers|lawyers|prosecutors?|workers|centre|center|"
    r"man|woman|"
    r"boy|girl|mother|father|teacher|farmer|resident|villager|witness|survivor|doctor|nurse|volunteer|"
    r"presidency|newspaper|commander|fishermen|court|judge|embassy|service|authority|company|sheikh|"
    r"channel|federation|union|society|association|charity|official|director|coordinator|sailors)"
    r"(?: (?:in|from|at|of|close to|near|with|for) (?:the )?(?:[A-Z][\w'-]*|[a-z]+ [A-Z][\w'-]*)(?: "
    r"[A-Z][\w'-]*)*)?(?: \([A-Z]\w+\))?"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?:the |latest |official |an? |figures from (?:the )?|data from (?:the "
    rf")?|estimates by (?:the )?|reports from (?:the )?|reports by (?:the )?|statistics from (?:the "
    rf")?|preliminary )*(?P<name>{_PROPER}|{_COMMON}|[a-z][\w' -]+?)(?=[,.;:)]|\s(?:said|has|have|"
    rf"had|is|are|was|were|in a|on|and \w+ing|which|who|that|report|figures)\b|$)"
)
_CITING = re.compile(rf"\b(?:citing|quoting|quoted|cited) (?:the |an? )?(?P<name>{_PROPER}|{_COMMON})")
_SAID = re.compile(
    rf"(?P<name>\b(?:{_PROPER}|{_COMMON}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t))(?P<apposition>, (?![^,]*\b(?:were|"
    rf"was|are|is|have|has|had|died|killed|injured|displaced|fled|said)\b)[^,.;\"]{{3,90}},)?(?: "
    rf"(?:also|there|here|now|later|earlier|further|then|however|has|have|had|itself|himself|herself|"
    rf"in a statement|today|yesterday|since|officially|previously|reportedly|on (?:Mon|Tues|Wednes|"
    rf"Thurs|Fri|Satur|Sun)day))* (?P<verb>{_VERBS})\b"
)
_SAID_AFTER = re.compile(
    rf"(?:[,\"'] ?|^|; |- )(?P<verb>said|says|reported|added|reports|confirmed|announced|explained|"
    rf"warned|told|adds|noted|wrote|stated|declared) (?:the |an? )?(?P<name>{_TITLE} {_PROPER}|{_PROPER}|"
    rf"{_COMMON})"
)
_ING = re.compile(
    rf"(?P<name>\b(?:{_PROPER}|{_COMMON})) (?:confirming|saying|reporting|claiming|announcing|stating|estimating)\b"
)
_WHO = re.compile(
    rf"(?P<name>{_PROPER}), who (?:also |later )?(?:said|told|added|estimated|confirmed|reported|announced)\b"
)
_AND_ING = re.compile(r"(?:and|,|while|also) (?:confirming|saying|adding|announcing|stating) that\b")
_PAREN = re.compile(rf"\((?P<name>{_PROPER}(?:[;,] [^()]*)?)\)(?=[.;,]?\s*$|\.)")
_REPORT_OF = re.compile(rf"\b(?:the )?latest (?P<name>{_PROPER}|[Gg]overnment) (?:report|update|figures|bulletin|data)")
_AFTER_TITLE = re.compile(
    rf"(?:.* )?(?:Mr|Mrs|Ms|Dr|Sir|[Mm]inister|[Gg]overnor|[Mm]ayor|[Dd]irector|[Cc]oordinator|[Cc]ommissioner|"
    rf"[Ss]ecretary|[Pp]resident|[Cc]hief|[Oo]fficer|[Hh]ead|[Ss]pokes(?:man|woman|person)|[Cc]hairman|"
    rf"[Cc]hairperson|General|[Cc]olonel|[Rr]epresentative|[Ee]nvoy|[Cc]ollector|[Mm]agistrate|[Aa]dministrator|"
    rf"[Oo]fficial|[Ll]eader|[Pp]refect)\.? (?P<rest>(?:[{UPPER}][\w'\u00ad.-]*)(?: [{UPPER}][\w'\u00ad.-]*)*)$"
)
_PRONOUN = word_list("attribution", "pronoun")
_BAD = word_list("attribution", "bad")


@dataclass(slots=True)
class Attribution:
    """One source that a sentence names: its name as written (None for a pronoun), and where its words stand."""

    start: int
    end: int
    name: str | None
    leads: bool
    """Whether what it says comes after it ("X said that ..."), else before ("..., X said")."""
    verb: str = ""
    plural: bool = False


_WORTH = re.compile(
    rf"\b(?:{_VERBS}|[Aa]ccording|citing|quot(?:ed|ing)|confirming|saying|reporting|claiming|announcing|"
    rf"stating|estimating|latest)\b|\)[.;,]?\s*$"
)


# The words that stand in what each pattern matches: where none of them does, it need not be tried.
_VERB_WORDS = frozenset(re.findall(r"[a-z]+", re.sub(r"\(\?[:=]|\[\\w \]\{1,30\}", " ", _VERBS))) - frozenset(
    ["are", "asked", "asks", "had", "has", "have", "is", "it", "its", "of", "the", "their"]
)
_CITES = word_list("attribution", "cites")
_INGS = word_list("attribution", "ings")
_AFTER = word_list("attribution", "after")
_SIGNS = _VERB_WORDS | _CITES | _INGS | {"according", "latest"}
_PROPER_NAME = re.compile(_PROPER)


def attributions(text: str, start: int, end: int, words: frozenset[str]) -> list[Attribution]:
    """All attributions of one sentence of a cleaned text, of which `words` are the words in lower case."""
    found: list[Attribution] = []
    if words.isdisjoint(_SIGNS) and not _closes(text, start, end) or not _WORTH.search(text, start, end):
        return found
    if "according" in words:
        for match in _ACCORDING.finditer(text, start, end):
            _add(found, match, text, start, leads=match.start() - start < 3)
    if not words.isdisjoint(_CITES):
        for match in _CITING.finditer(text, start, end):
            _add(found, match, text, start, leads=False, replace=True)
    if not words.isdisjoint(_INGS):
        for match in _ING.finditer(text, start, end):
            _add(found, match, text, start, leads=True)
    if "who" in words:
        for match in _WHO.finditer(text, start, end):
            _add(found, match, text, start, leads=True)
    if "latest" in words:
        for match in _REPORT_OF.finditer(text, start, end):
            _add(found, match, text, start, leads=True)
    if not words.isdisjoint(_AFTER):
        for match in _SAID_AFTER.finditer(text, start, end):
            _add(found, match, text, start, leads=False)
    position = start
    while not words.isdisjoint(_VERB_WORDS) and (said := _SAID.search(text, position, end)):
        position = _said(found, said, text, start)
    if not found and _closes(text, start, end):
        for match in _PAREN.finditer(text, start, end):
            if _organisation(match.group("name")) and not found:
                _add(found, match, text, start, leads=False)
    if not found and not words.isdisjoint(_INGS) and (ing := _AND_ING.search(text, start, end)):
        subject = _PROPER_NAME.match(text, start)
        if subject and " " in subject.group():
            found.append(Attribution(ing.start(), ing.end(), _trim(subject.group(), text, start, start), True))
    return _origin(found)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket closes at the end of the sentence, or before a full stop within it."""
    return text.find(")", max(start, end - 2), end) >= 0 or text.find(").", start, end) >= 0


def _origin(found: list[Attribution]) -> list[Attribution]:
    """Who gives the number in the end: "X said, according to Y" is Y; a news agency beside a body only carries it."""
    according = [a for a in found if a.verb == "according"]
    if according and len(found) > 1:
        return (
            according
            if all(a.name is None or _carrier(a.name) or "pokes" in a.name for a in found if a.verb != "according")
            else found
        )
    others = [a for a in found if a.name and not _carrier(a.name)]
    if others and len(others) < len(found):
        return [a for a in found if a.name is None or a in others]
    return found


@cache
def _carrier(name: str) -> bool:
    """Whether a name is that of a news agency or an outlet."""
    from ...organisations import lookup

    organisation = lookup(name)
    return (
        organisation is not None
        and organisation.kind == "media"
        and not re.search(r"\b(?:media|reports?|newspapers?|websites?|press)\b", name.lower())
    )


def _said(found: list[Attribution], match: re.Match[str], text: str, start: int) -> int:
    name, verb = match.group("name"), match.group("verb").lower()
    before = text[max(start, match.start() - 6) : match.start()]
    after = text[match.end() : match.end() + 40]
    base = verb.split()[-1]
    if base in _SUBJECT_ONLY:
        organisation = (
            _organisation(name)
            or name.lower().endswith(
                ("ministry", "mission", "investigators", "authority", "agency", "ministry's", "health")
            )
            or base in ("estimates", "estimate", "estimated")
            or name.lower() in _PRONOUN
            and base in ("estimated",)
        )
        if not organisation or re.match(r" (?:in|at|on|by|dead|to be|alive|near|under|from)\b", after):
            return match.end()
    if base == "told" and re.match(r" to\b", after) or re.search(r"[\d,]$", before.rstrip()) and base == "told":
        return match.end()
    if base in ("reported", "told", "estimated", "claimed", "found", "put", "believed") and re.match(
        r" (?:to have|dead|missing|killed|injured|to be|as|by|lives|the lives|\d+ lives|responsibility)", after
    ):
        return match.end()
    if base in ("claimed", "claims", "claim") and re.match(
        (
            r" (?:at least |more than |over |nearly |about |some |the |\d|many |dozens|hundreds|thousands|"
            r"up to)[\w ,]*(?:lives|life)"
        ),
        text[match.end() : match.end() + 60],
    ):
        return match.end()
    lead = before.rstrip()
    told = lead.endswith(" of") or lead.endswith((" by", " to", " in")) and name.lower() in _PRONOUN
    if told and not match.group("apposition"):
        return match.end()
    leads = (
        not re.match(r"\s?(?:[.,;]|$|\w+day|on \w+|in a|late|early|told|at a|by|to |AFP|Reuters)", after)
        or bool(re.match(r"[,:]? ?[\"']", after))
        or " that " in after[:12]
        or bool(
            re.match(r" (?:on |late |early |in a |at a )[^.]{0,40}(?: that|,)", text[match.end() : match.end() + 60])
        )
    )
    if match.start() - start < 45 and text[match.end() : match.end() + 3].strip()[:1] not in (".", ""):
        leads = True
    if base == "told":
        leads = match.start() - start < 60
    _add(found, match, text, start, leads=leads)
    return match.end()


def _add(
    found: list[Attribution], match: re.Match[str], text: str, begin: int, *, leads: bool, replace: bool = False
) -> None:
    name = match.group("name").strip()
    at = match.start("name")
    verb = (match.groupdict().get("verb") or "").lower()
    if match.re in (_ACCORDING, _CITING):
        verb = "according"
    if match.re is _PAREN:
        name = re.split(r"[,;]", name)[0]
    if re.match(r"Its\b", name):
        found.append(Attribution(match.start(), match.end(), None, leads, verb))
        return
    if re.match(r"(?:our|their|its|his|her|these|those|this|preliminary|initial)\b", name):
        return
    apposition = match.groupdict().get("apposition")
    if apposition and (
        person := re.search(rf"{_TITLE} (?P<rest>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)+),$", apposition)
    ):
        name = person.group("rest")
    if apposition and re.match(r", (?:better |also |otherwise )?known as ", apposition):
        name += apposition.rstrip(",")
    if re.search(rf"{_TITLE}$", name) and (
        person := re.match(
            rf"(?: (?:in|for|of) [{UPPER}]\w+(?: [{UPPER}]\w+)*)?, (?P<rest>[{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)+)",
            text[match.end("name") : match.end("name") + 60],
        )
    ):
        name = person.group("rest")
    if name.lower() in _PRONOUN:
        found.append(Attribution(match.start(), match.end(), None, leads, verb, name.lower() in ("they", "it")))
        return
    name = _trim(name, text, at, begin)
    if not name or name.lower() in _BAD and not name.isupper() or re.fullmatch(r"[\d\W]+", name):
        return
    if any(a.start <= at < a.end for a in found):
        return
    if replace:
        found[:] = [a for a in found if a.start > match.start()]
    found.append(Attribution(match.start(), match.end(), name, leads, verb))


_SUBJECT = re.compile(rf"(?:{_COMMON})\b")


def subject_of(text: str, start: int, end: int) -> str | None:
    """The body or group with which a sentence opens, if it is one that can speak: whom "they" means next."""
    match = _SUBJECT.match(text, start, end)
    return match.group() if match and match.group().lower().endswith("s") else None


def trim(name: str) -> str:
    """Cut a name to the person or body that speaks."""
    return _trim(name, "", 0, 0)


def _trim(name: str, text: str, at: int, begin: int) -> str:
    """Cut a name to the person or body that speaks: titles and openings off."""
    name = re.sub(
        (
            r"^(?:But|And|The|In|On|However|Meanwhile|Also|While|As|Yet|Even|Still|Officials? in the|News|"
            r"Then|Earlier|Today|Last) (?=[A-Z])"
        ),
        "",
        name,
    )
    name = re.sub(r"^(?:with|while|as|and|but|that|since|after|when) (?=\w)", "", name)
    name = re.sub(r"'s$", "", name)
    person = _AFTER_TITLE.match(name)
    if person and not re.search(r"\b(?:of|for|and)\b", person.group("rest")):
        name = person.group("rest")
    name = name.strip(" ,'-")
    return name[:-1] if name.endswith(".") and name.count(".") == 1 and " " in name else name


@cache
def _organisation(name: str) -> bool:
    from ...organisations import lookup

    return lookup(name) is not None


def source_of(found: list[Attribution], at: int, clauses: tuple[int, int]) -> Attribution | None:
    """The attribution that covers the spot `at` of a sentence."""
    best: Attribution | None = None
    least = 1e9
    for attribution in found:
        if attribution.start <= at < attribution.end:
            cost = 0.0
        elif attribution.leads:
            cost = (at - attribution.end) if at >= attribution.end else 300 + (attribution.start - at)
        else:
            cost = (attribution.start - at) if at < attribution.start else 300 + (at - attribution.end)
        if not clauses[0] <= attribution.start < clauses[1]:
            cost += 400
        if cost < least:
            best, least = attribution, cost
    return best if least < 650 else None
