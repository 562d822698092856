"""Origins: who gives a number in the end. Publisher is not source, and a person speaks for an organisation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..model import Article, Figure, Origin
from ..organisations import KINDS, Organisation, lookup, lookup_all, normal
from .affiliation import affiliation, whose_count
from .context import Context
from .words import pattern

_WEAK_KINDS = frozenset({"unnamed", "officials", "media"})
_GENERAL = frozenset(
    {"un", "state_government", "officials", "state_media", "local_media", "monitor", "aid_agencies", "police"}
)
_BODIES = frozenset(
    {
        "agency",
        "authority",
        "office",
        "body",
        "department",
        "commission",
        "organisation",
        "organization",
        "group",
        "institute",
        "charity",
        "union",
        "federation",
        "network",
        "council",
        "service",
        "centre",
        "center",
        "institution",
        "fund",
        "committee",
        "programme",
    }
)
_NATIONAL_KINDS = frozenset({"government", "red_cross", "officials", "media", "unnamed", "party"})


class Origins:
    """Finds the origin of figures, with what all articles say of who a person is."""

    def __init__(self, articles: Sequence[Article], figures: Iterable[Figure], context: Context) -> None:
        """Persons are looked up in the articles that quote them, then in the others."""
        self._context = context
        self._grades = {normal(name): grade for name, grade in context.reliability.items()}
        self._articles = {a.id: a for a in articles}
        self._known: dict[tuple[str, str], Origin] = {}
        figures = list(figures)
        self._persons = self._affiliations(figures)
        self._sources: dict[str, set[str]] = defaultdict(set)
        for figure in figures:
            if figure.source:
                self._sources[figure.article].add(figure.source)

    def of(self, figure: Figure, original: str | None = None) -> Origin:
        """The origin of one figure as its own article gives it; the article itself where it speaks in its own voice,
        and that is the `original` (an id) where the article is a copy."""
        article = self._articles[figure.article]
        if figure.source is None and (counted_by := whose_count(figure.quote)):
            figure = figure.model_copy(update={"source": counted_by})
        if figure.source is None:
            return self._own_voice(self._articles[original or figure.article])
        source = self._fuller(figure, article) or figure.source
        key = (source, article.id)
        if key not in self._known:
            self._known[key] = self._named(source, article)
        return self._known[key]

    def _own_voice(self, article: Article) -> Origin:
        name = article.publisher or article.name
        grade = self._grades.get(normal(name), KINDS["media"].reliability)
        return Origin(key=f"article:{normal(name)}", name=name, kind="media", reliability=grade)

    def _named(self, source: str, article: Article) -> Origin:
        found = lookup(source)
        if found is None or found.key in ("officials", "reports"):
            person = self._persons.get((normal(source), article.id)) or self._persons.get((normal(source), ""))
            found = person or found
        if (joint := lookup_all(source)) and len(joint) > 1 and " and " in source:
            return self._joint(joint, source)
        return self._origin(found, source)

    def _fuller(self, figure: Figure, article: Article) -> str | None:
        """The named source that a role alone ("the ministry") or a surname means: the last one before it."""
        short = normal(figure.source or "")
        if " " in short or lookup(figure.source or "") is not None:
            return None
        named: dict[str, int] = {}
        for other in sorted(self._sources[article.id]):
            if self._means(short, other, article):
                before = article.text.rfind(other, 0, figure.start)
                named[other] = before if before >= 0 else -article.text.find(other) - 1
        if not named and short in _BODIES:
            named = {other: article.text.rfind(other, 0, figure.start) for other in sorted(self._sources[article.id])}
            named = {other: at for other, at in named.items() if at >= 0 and _is_body(lookup(other))}
        return max(named, key=lambda other: (named[other], other), default=None)

    def _means(self, short: str, other: str, article: Article) -> bool:
        full = normal(other)
        who = lookup(other) or self._persons.get((full, article.id))
        if full == short or who is None or not who.named:
            return False
        office = {"minister": "ministry"}.get(short, short)
        return short in full.split() or who.key.startswith(f"{office}:") or office in normal(who.name).split()

    def _joint(self, organisations: Sequence[Organisation], source: str) -> Origin:
        best = min(organisations, key=lambda o: (o.reliability, o.key))
        key = "+".join(sorted({self._key(o) for o in organisations}))
        return self._origin(best, source).model_copy(update={"key": key, "name": source})

    def _origin(self, found: Organisation | None, source: str) -> Origin:
        if found is None:
            return self._unlisted(source)
        in_peace = not self._context.conflict and found.key in ("army", "ministry:defence", "ministry:defense")
        kind = "government" if found.kind == "party" and in_peace else found.kind
        key = self._key(found)
        grade = self._grade(found.name, found.key, KINDS[kind].reliability if kind != found.kind else found.reliability)
        name = found.name if found.named and not found.key.startswith(("ministry:", "office:")) else source
        return Origin(key=key, name=name, kind=kind, reliability=grade, party=kind == "party")

    def _unlisted(self, source: str) -> Origin:
        """One whom the table does not know: a person by name, or somebody by a mere role."""
        kind = "unnamed" if pattern("roles", "words").fullmatch(normal(source)) else "person"
        key = f"{kind}:{normal(source)}"
        return Origin(key=key, name=source, kind=kind, reliability=self._grade(source, key, KINDS[kind].reliability))

    def _key(self, organisation: Organisation) -> str:
        """One key a body: a nation's unnamed media and sources are one; a ministry is the country's own."""
        country = organisation.country
        if country and organisation.kind in ("media", "unnamed") and not organisation.key.startswith("state"):
            return f"unnamed@{country}"
        if country and country != self._context.country and organisation.kind in _NATIONAL_KINDS:
            return f"{organisation.key}@{country}"
        return organisation.key

    def _grade(self, name: str, key: str, default: str) -> str:
        return self._grades.get(normal(name)) or self._grades.get(key) or default

    def _affiliations(self, figures: Iterable[Figure]) -> Mapping[tuple[str, str], Organisation]:
        """(name, article) -> organisation for every source that is a person; under article "" what any article says."""
        people: dict[tuple[str, str], Organisation] = {}
        asked = sorted({(f.source, f.article) for f in figures if f.source and lookup(f.source) is None})
        by_name: dict[str, list[str]] = defaultdict(list)
        for source, article in asked:
            by_name[source].append(article)
            if found := affiliation(source, self._articles[article].text):
                people[normal(source), article] = found
                people.setdefault((normal(source), ""), found)
        for source in by_name:
            self._by_surname(normal(source), people)
        return people

    def _by_surname(self, name: str, people: dict[tuple[str, str], Organisation]) -> None:
        """A surname alone is the one person of that surname."""
        if (name, "") in people or " " in name:
            return
        fuller = {o.key: o for (other, article), o in people.items() if not article and other.split()[-1:] == [name]}
        if len(fuller) == 1:
            people[name, ""] = next(iter(fuller.values()))


def _is_body(found: Organisation | None) -> bool:
    return found is not None and found.named and found.kind not in ("media", "party", "person")


def specificity(origin: Origin) -> int:
    """2 for a body of its own name, 1 for a general one ("the UN", "officials"), 0 for the unnamed and the article."""
    if origin.key.startswith(("article:", "unnamed")) or origin.kind == "unnamed":
        return 0
    general = origin.key.split("@")[0] in _GENERAL or origin.key.startswith("office:") or origin.kind in _WEAK_KINDS
    return 1 if general else 2


def may_stand_behind(named: Origin, weak: Origin) -> bool:
    """Whether a weakly named origin that gives the very number of a better-named one has it from there."""
    strength = specificity(weak)
    if strength >= specificity(named):
        return False
    if strength == 0:
        return True
    if weak.kind in ("officials", "media"):
        return True
    return weak.kind == named.kind
