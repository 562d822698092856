"""Parts and wholes: explicit, by arithmetic, across articles; wholes that are exceeded."""

from sitrep.model import Reconciliation

from .make import article, figure, together


def texts(found: Reconciliation) -> set[tuple[str, str]]:
    by_id = {m.figure.id: m.figure.text for f in found.findings for m in f.members}
    return {(by_id[p.part], by_id[p.whole]) for p in found.parts}


def test_a_sum_in_one_article_supports_a_rounded_whole() -> None:
    a = article(
        "a", "Over 180 fighters died. Reports list 121 rebels, 40 government soldiers and 21 allied militiamen."
    )
    fighters = {"population": ("combatants",)}
    found = together(
        [(a, [figure(a, "deaths", "Over 180", 180, qualifier="at_least", head="fighters", **fighters),
              figure(a, "deaths", "121", 121, head="rebels", **fighters),
              figure(a, "deaths", "40", 40, head="government soldiers", **fighters),
              figure(a, "deaths", "21", 21, 2, head="allied militiamen", **fighters)])]
    )  # fmt: skip
    assert texts(found) == {("121", "Over 180"), ("40", "Over 180"), ("21", "Over 180")}
    assert found.sums and "121 + 40 + 21 = 182" in found.parts[0].why
    assert any("parts_agree" in f.flags for f in found.findings)


def test_a_sum_across_articles_finds_its_whole() -> None:
    a = article("a", "Officials list 530 schools and 57 boarding houses as damaged.")
    b = article("b", "All told, 587 establishments were damaged.", "2031-04-01T12:00:00Z")
    found = together(
        [(a, [figure(a, "facilities_affected", "530", 530, head="schools", sector="education"),
              figure(a, "facilities_affected", "57", 57, head="boarding houses", sector="education")]),
         (b, [figure(b, "facilities_affected", "587", 587, head="establishments", sector="education")])]
    )  # fmt: skip
    assert texts(found) == {("530", "587"), ("57", "587")}


def test_an_explicit_part_is_never_grouped_with_its_whole() -> None:
    a = article("a", "The flood killed 27 people, including 8 in the hospital.")
    whole = figure(a, "deaths", "27", 27)
    part = figure(a, "deaths", "8", 8, part_of=whole.id)
    found = together([(a, [whole, part])])
    assert len(found.findings) == 2 and texts(found) == {("8", "27")}


def test_parts_that_exceed_their_whole_are_flagged() -> None:
    a = article("a", "Of the 20 dead, 15 were women and 9 were children.")
    whole = figure(a, "deaths", "20", 20)
    women = figure(a, "deaths", "15", 15, population=("women",), part_of=whole.id)
    children = figure(a, "deaths", "9", 9, population=("children",), part_of=whole.id)
    found = together([(a, [whole, women, children])])
    assert [f.flags for f in found.findings if f.recommended and f.recommended.value == 20] == [("parts_exceed",)]


def test_chance_sums_of_small_numbers_across_articles_are_no_parts() -> None:
    a = article("a", "In the north 2 men and 3 women died.")
    b = article("b", "In all 5 people died.")
    found = together(
        [(a, [figure(a, "deaths", "2", 2, population=("men",)), figure(a, "deaths", "3", 3, population=("women",))]),
         (b, [figure(b, "deaths", "5", 5)])]
    )  # fmt: skip
    assert found.parts == ()
