"""One line of a page: every number in it is proved by its kind, or named."""

import re
from fractions import Fraction

from .catalogue import catalogue
from .context import disagreement
from .days import printed_days
from .formulas import adds_up, estimates, rounds_to
from .own import EDITION, Own
from .page import Citation, Line
from .proofs import Proofs
from .quotes import quotes
from .tokens import Token, tokens
from .verdict import Protocol

_SUM = re.compile(r"\d[\d,.]*(?: \+ \d[\d,.]*)+ = \d[\d,]*(?:\.\d+)?")
_HOURS = re.compile(r"\b\d{4} hours \([^)]*\)")
_ONE = re.compile(r"\b(?:an?|another|single|one)\b", re.I)


def check_line(line: Line, own: Own, protocol: Protocol) -> None:
    """Check quotations, dates, counts, sums and estimates of the line, then each number that is left."""
    done = _without_claim(line, own)
    for check in (_check_quotes, _check_days, _check_edition, _check_counts, _check_sums, _check_estimates):
        done += check(line, own, protocol, done)
    for token in tokens(line.text):
        if not any(start <= token.start < end for start, end in done):
            _check_stated(line, token, own.proofs, protocol, boxed=line.section == own.words.title("key_figures"))


Spans = list[tuple[int, int]]


def _free(spans: Spans, done: Spans) -> Spans:
    return [span for span in spans if not any(start <= span[0] < end for start, end in done)]


def _without_claim(line: Line, own: Own) -> Spans:
    """Spans whose numbers state nothing of the crisis: the program's own phrases, the contact, the clock."""
    spans = [found.span() for found in own.words.own.finditer(line.text)]
    if line.text.startswith(own.words.lead("as_of")):
        spans += [found.span() for found in _HOURS.finditer(line.text)]
    contact = own.words.lead("production_contact").strip()
    if line.text.startswith(own.words.lead("production")) and contact in line.text:
        spans.append((line.text.index(contact), len(line.text)))
    reason = own.words.lead("correction_reason")
    if line.item and line.section == own.words.title("correction") and reason in line.text:
        spans.append((line.text.rindex(reason), len(line.text)))
    if found := own.words.pattern("method_household").search(line.text):
        # The household size is the user's own setting, named here with the source that the user gave for it.
        spans.append((found.start("size"), len(line.text)))
    return spans


def _check_quotes(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    spans = _free(list(quotes(line.text)), done)
    for start, end in spans:
        words, group = line.text[start:end], line.group_after(end)
        right = bool(group) and own.proofs.says(_numbers(group), words)
        protocol.check(right, "quote", line.where, f"“{words[:80]}” does not stand in {_sources(group)}")
    return spans


def _check_days(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    days = [day for day in printed_days(line.text) if _free([(day.start, day.end)], done)]
    cited = tuple(citation.n for citation in line.citations)
    for day in days:
        published = line.text[: day.start].endswith(own.words.lead("box_published"))
        known = own.proofs.published(cited) if published else own.proofs.days(cited)
        right = day.day in known if cited else own.day_holds(day.day, line)
        what = f"nothing in {_sources(line.citations)} settles the date {line.text[day.start : day.end]}"
        protocol.check(right, "structural", line.where, what)
    return [(day.start, day.end) for day in days]


def _check_edition(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    found = [match for match in EDITION.finditer(line.text) if _free([match.span()], done) and not line.citations]
    for match in found:
        right = own.edition_holds(int(match[1]), line)
        protocol.check(right, "structural", line.where, f"'{match[0]}' is not the number of this report")
    return [match.span() for match in found]


def _check_counts(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    spans = []
    for token in tokens(line.text):
        noun = own.words.counts.match(line.text, token.end)
        basis = own.words.bases[noun[1]] if noun else ""
        in_row = bool(line.cells) and basis in ("articles", "origins")
        if noun and (in_row or not line.cells) and _free([(token.start, token.end)], done):
            holds = own.support_holds if in_row else own.count_holds
            right = holds(basis, token.value, line)
            shown = line.text[token.start : noun.end()]
            protocol.check(right, "structural", line.where, f"counted again, it is not {shown}")
            spans.append((token.start, token.end))
    return spans


def _check_sums(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    spans = []
    for found in _SUM.finditer(line.text):
        protocol.check(adds_up(found[0]), "derived", line.where, f"{found[0]} does not add up")
        result = line.text.rindex("=", found.start(), found.end())
        group = line.group_after(found.end())
        for token in (t for t in tokens(line.text) if found.start() <= t.start < result):
            right = any(token.same_number(given) for given in own.proofs.stated(group))
            what = f"the operand {line.text[token.start : token.end]} stands in no sentence of {_sources(group)}"
            protocol.check(right, "stated", line.where, what)
        spans.append(found.span())
    return spans


def _check_estimates(line: Line, own: Own, protocol: Protocol, done: Spans) -> Spans:
    spans = []
    for found in own.words.estimate.finditer(line.text):
        before = [token for token in tokens(line.text) if token.end <= found.start()]
        people, size = tokens(found["people"]), tokens(found["size"])
        right = bool(before and people and size) and own.household_size == size[0].value
        right = right and estimates(*(Fraction(str(t.value)) for t in (before[-1], size[0], people[0])))
        what = f"'{found[0].strip()}' does not follow from the households and the household size of the method section"
        protocol.check(right, "derived", line.where, what)
        spans.append(found.span())
    return spans


def _check_stated(line: Line, token: Token, proofs: Proofs, protocol: Protocol, boxed: bool) -> None:
    group, shown = line.group_after(token.end), line.text[token.reach : token.end]
    if not group and not line.citations or not _proved(line, token, group, proofs, boxed):
        if not _is_name(line, token, proofs):
            what = (
                f"'{shown}' stands in no cited sentence of {_sources(group)}" if group else f"'{shown}' has no citation"
            )
            protocol.check(False, "stated", line.where, what)
        return
    cited = tuple(citation.n for citation in line.citations)
    figures = proofs.figures(_numbers(group), token)
    wrong = disagreement(line, token, figures, proofs.alike(cited, token), catalogue())
    protocol.check(wrong is None, "stated", line.where, f"'{shown}': {wrong}")


def _proved(line: Line, token: Token, group: tuple[Citation, ...], proofs: Proofs, boxed: bool) -> bool:
    if proofs.states(group, token) or _is_one(token, group, proofs):
        return True
    return boxed and any(_rounds(given, token) for given in proofs.stated(group))


def _rounds(given: Token, printed: Token) -> bool:
    if given.kind != "number" or given.value < 10_000 or (given.qualifiers or {"about"}) != printed.qualifiers:
        return False
    return rounds_to(Fraction(str(given.value)), Fraction(str(printed.value)), given.qualifiers)


def _is_one(token: Token, group: tuple[Citation, ...], proofs: Proofs) -> bool:
    """One person that the article states without a number word ("a teacher was killed")."""
    if token.value != 1 or token.qualifiers:
        return False
    return any(_ONE.search(used.text) for used in proofs.cited(group))


def _is_name(line: Line, token: Token, proofs: Proofs) -> bool:
    """Whether the number is part of a name ("46th Regiment", "Route 60") that a source has in the same words."""
    cell = line.cell_at(token.start)
    start, end = (cell.start, cell.end) if cell else (0, len(line.text))
    before = re.search(r"[\w’'.-]+[ -]?$", line.text[start : token.start])
    after = re.match(r"[\w-]*(?: [A-Z][\w’'-]*)?", line.text[token.end : end])
    head = before[0] if before and (before[0][0].isupper() or not before[0][-1].isspace()) else ""
    words = f"{head}{line.text[token.start : token.end]}{after[0] if after else ''}".strip()
    cited = tuple(citation.n for citation in line.citations)
    if any(start <= token.start < end for start, end in proofs.publishers(cited, line.text)):
        return True
    if words == line.text[token.start : token.end].strip() and token.kind != "ordinal":
        return False
    return proofs.says(cited, words)


def _numbers(group: tuple[Citation, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(cite.n for cite in group))


def _sources(group: tuple[Citation, ...]) -> str:
    return "source " + ", ".join(cite.sentence or str(cite.n) for cite in group) if group else "what is cited"
