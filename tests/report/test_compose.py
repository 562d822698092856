from datetime import UTC, date, datetime

import pytest

from sitrep.errors import Problem, SitrepError
from sitrep.model import Article, Change, Extraction, PartOf, Reconciliation, Report
from sitrep.model.reported import Piece
from sitrep.model.runs import Boxes, Bullets, Cite, Number, Section, Table, Text
from sitrep.report import compose, export
from sitrep.report.context import all_runs
from sitrep.report.phrases import plain
from sitrep.report.shares import room_for

from .build import (
    ARTICLES,
    AS_OF,
    CAMPS,
    CRISIS,
    EXTRACTIONS,
    FARMER,
    KILLED,
    LONG_AGO,
    MORE_KILLED,
    NDA,
    RECONCILIATION,
    SETTINGS,
    empty_report,
    figure,
    finding,
    report,
)

ORDER = [
    "highlights",
    "key_figures",
    "overview",
    "displacement",
    "casualties",
    "infrastructure",
    "background",
    "conflicts",
    "changes",
    "needs",
    "funding",
    "gaps",
    "method",
    "annex",
    "annex_charts",
    "out_of_scope",
    "sources",
    "disclaimer",
]


def section(made: Report, key: str) -> Section:
    return next(part for part in made.sections if part.key == key)


def text_of(part: Section) -> str:
    """All that a section prints."""
    lines = []
    for block in part.blocks:
        if block.type == "paragraph":
            lines.append(plain(block.runs))
        elif block.type == "bullets":
            lines += [plain(item) for item in block.items]
        elif block.type == "table":
            lines += [" | ".join(plain(cell) for cell in row) for row in block.rows] + [plain(block.note)]
    return "\n".join(lines + [text_of(inner) for inner in part.sections])


def test_sections_stand_in_their_order() -> None:
    assert [part.key for part in report().sections] == ORDER


def test_a_section_without_data_says_so() -> None:
    made = empty_report()
    for key in ("highlights", "key_figures", "overview", "displacement", "casualties", "infrastructure", "funding"):
        assert text_of(section(made, key)) == "No data reported."


def test_every_stated_number_is_followed_by_its_source() -> None:
    made = report()
    figures = {figure.id: figure for figure in (*made.figures, *made.out_of_scope)}
    for part in made.sections:
        for runs in _stretches(part):
            for at, run in enumerate(runs):
                if isinstance(run, Number) and run.kind in {"stated", "rounded"}:
                    group = [r.source for r in runs[at:] if isinstance(r, Cite)]
                    assert figures[run.figures[0]].n in group, plain(runs)


def _stretches(part: Section) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for block in part.blocks:
        if block.type == "paragraph":
            found.append(block.runs)
        elif block.type == "bullets":
            found += block.items
        elif block.type == "boxes":
            found += [(box.number, *box.detail, *box.source) for box in block.boxes]
        elif block.type == "table":
            found += [tuple(run for cell in row for run in cell) for row in block.rows]
    return found + [runs for inner in part.sections for runs in _stretches(inner)]


def test_every_citation_leads_to_a_sentence_of_its_source() -> None:
    made = report()
    sentences = {sentence.id for source in made.sources for sentence in source.sentences}
    cites = [run for run in all_runs(made) if isinstance(run, Cite) and run.sentence]
    assert len(cites) > 40
    assert all(cite.sentence in sentences and cite.sentence.startswith(f"{cite.source}.") for cite in cites)


def test_boxes_never_hold_claims_vague_words_or_background() -> None:
    block = section(report(), "key_figures").blocks[0]
    assert isinstance(block, Boxes)
    assert [(box.number.text, box.unit, box.label) for box in block.boxes] == [
        ("more than 12,400", "people", "Newly displaced"),
        ("about 3,100", "families", "Living in displacement (IDPs)"),
        ("at least 21", "people", "Killed"),
        ("43", "people", "Injured"),
        ("about 70", "houses", "Homes destroyed"),
    ]
    assert plain(block.boxes[0].source) == "National Disaster Agency [1]"
    assert plain(block.boxes[1].as_of) == "published 4 June 2025"


def test_a_party_claims_and_is_not_verified() -> None:
    overview = text_of(section(report(), "overview"))
    assert "Rebels claimed that over 60 “regime soldiers” had been killed" in overview
    assert "This claim could not be independently verified." in overview
    assert "60" not in text_of(section(report(), "highlights"))


def test_conflicting_figures_stand_side_by_side_with_the_reason() -> None:
    conflicts = text_of(section(report(), "conflicts"))
    assert "at least 21 | Red Crescent, in Coast Radio [2] (recommended) | as of 4 June 2025" in conflicts
    assert "17 | National Disaster Agency, in Delta Herald [1] | 1 to 3 June 2025" in conflicts
    assert "Recommended because its as-of is the latest: at least 21 [2]." in conflicts
    assert "two articles, two independent origins" in text_of(section(report(), "casualties"))


def test_families_are_estimated_in_people_only_with_a_sourced_size() -> None:
    assert "about 3,100 (about 15,500 people, at 5 a household)" in text_of(section(report(), "displacement"))
    derived = [run for run in all_runs(report()) if isinstance(run, Number) and run.kind == "derived"]
    assert {(run.figures, run.value) for run in derived} == {((CAMPS.id,), 15500)}
    plain_report = compose(CRISIS, ARTICLES, EXTRACTIONS, RECONCILIATION, as_of=datetime(2025, 6, 5, tzinfo=UTC))
    assert "a household" not in "\n".join(text_of(part) for part in plain_report.sections)


def test_needs_stand_under_their_clusters_with_quotes() -> None:
    needs = section(report(), "needs")
    assert [inner.title for inner in needs.sections] == [
        "Camp Coordination and Camp Management",
        "Health",
        "Water, Sanitation and Hygiene",
    ]
    bullets = needs.sections[1].blocks[0]
    assert isinstance(bullets, Bullets)
    assert plain(bullets.items[0]) == "“Hospitals in Norvale lack clean water and medicines.” (Delta Herald) [1]"


def test_background_and_out_of_scope_are_apart() -> None:
    made = report()
    assert "hundreds" in text_of(section(made, "background"))
    assert "Eastmark" in text_of(section(made, "out_of_scope"))
    for key in ("highlights", "overview", "casualties", "annex"):
        assert "Eastmark" not in text_of(section(made, key))


def test_private_names_and_numbers_leave_the_report_nowhere() -> None:
    files, _ = export(report(), ("md", "html", "json", "csv"))
    for file in files:
        assert b"Hassan" not in file.data
        assert b"555 0143" not in file.data
    figure = next(figure for figure in report().figures if figure.id == FARMER.id)
    assert figure.withheld and figure.text == "[name withheld]"


def test_changes_cite_both_values() -> None:
    change = Change(
        kind="updated", finding="killed", measure="deaths", before=KILLED, after=MORE_KILLED.id, why="a later count"
    )
    made = report(changes=(change,), previous="Situation Report No. 1, 4 June 2025", number=2)
    assert "Killed | 17 [1] | at least 21 [2] | updated: a later count" in text_of(section(made, "changes"))


def test_a_withdrawn_figure_brings_its_old_source_along() -> None:
    first = report().sources[0]
    around = ((Piece(text=first.sentences[0].text, sentence=first.sentences[0].id),),)
    old = first.model_copy(update={"article": "gone", "title": "An older article", "passages": around})
    before = KILLED.model_copy(update={"article": "gone", "id": "old"})
    change = Change(kind="withdrawn", finding="x", measure="deaths", before=before, before_source=old)
    made = report(changes=(change,), previous="Situation Report No. 1, 4 June 2025", number=2)
    assert made.sources[-1].previous and made.sources[-1].n == 4
    assert made.sources[-1].passages == (), "they name its sentences by their old numbers"
    assert "Killed, Norvale | 17 [4] |  | no longer reported" in text_of(section(made, "changes"))
    assert "An older article" not in text_of(section(made, "annex"))


def test_what_was_left_out_and_overruled_is_named() -> None:
    made = report(problems=(Problem("late.txt", "published after the cut-off"),), overrides=("analyst: took f1 out",))
    method = text_of(section(made, "method"))
    assert "late.txt: published after the cut-off" in method
    assert "analyst: took f1 out" in method


def test_gaps_name_what_nobody_said() -> None:
    gaps = text_of(section(report(), "gaps"))
    assert "No current figure was found for: in need, affected, returned" in gaps
    assert "The date of publication is not stated for one article [3]" in gaps
    assert "for: missing." in gaps


def test_names_of_files_carry_date_crisis_and_number() -> None:
    made = report(number=3, revision=1)
    assert made.stem == "2025-06-05-norvale-floods-sitrep-03-r1"
    assert made.id == "norvale-floods-sitrep-03-r1"


def test_an_as_of_without_zone_is_refused() -> None:
    with pytest.raises(SitrepError, match="no time zone"):
        report(as_of=datetime(2025, 6, 5))


def test_the_masthead_prints_the_zone() -> None:
    made = report(settings=report().settings.model_copy(update={"time_zone": "Asia/Damascus"}))
    assert plain(made.as_of_line) == "As of 5 June 2025, 1500 hours (+03)"
    assert plain(made.production).startswith(
        "Made automatically from three articles published between 3 and 4 June 2025; not a United Nations product."
    )


def test_plain_words_can_hold_no_number() -> None:
    with pytest.raises(ValueError, match="needs its kind"):
        Text(text="about 5 people")


def test_the_report_survives_its_json() -> None:
    made = report()
    assert Report.model_validate_json(made.model_dump_json()) == made


def test_long_tables_are_cut_with_a_sentence() -> None:
    many = tuple(
        RECONCILIATION.findings[0].model_copy(update={"id": f"fled-{i}", "crisis_wide": False}) for i in range(60)
    )
    made = compose(
        CRISIS, ARTICLES, EXTRACTIONS, RECONCILIATION.model_copy(update={"findings": many}), as_of=report().as_of
    )
    table = section(made, "displacement").blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == room_for(0).rows_of["displaced"] < room_for(0).rows
    assert (
        plain(table.note) == "Further rows of this table are in the annex and in the data that come with this report."
    )


def test_coverage_is_the_span_of_stated_days() -> None:
    assert report().coverage == (date(2025, 6, 3), date(2025, 6, 4))


def test_a_year_alone_is_printed_only_where_the_sentence_gives_one() -> None:
    told = {"Ten years ago, in 2015,": "since 2015", "On 1 January 2015": "since 1 January 2015"}
    told |= {"Since Thursday": "since 1 January 2015", "In early 2015": "since 2015"}
    for words, printed in told.items():
        changed = LONG_AGO.model_copy(update={"quote": f"{words} a flood killed hundreds."})
        extractions = [
            e.model_copy(update={"figures": tuple(changed if f.id == changed.id else f for f in e.figures)})
            for e in EXTRACTIONS
        ]
        made = compose(CRISIS, ARTICLES, extractions, RECONCILIATION, as_of=report().as_of)
        assert f" | {printed} | " in text_of(section(made, "annex"))


def test_what_only_the_last_report_cites_is_not_counted_among_its_articles() -> None:
    """Its copies were copies of that day, and its missing date is no gap of this report."""
    gone = {"article": "gone", "copies": ("Another Paper",), "published": None}
    old = report().sources[0].model_copy(update=gone)
    before = KILLED.model_copy(update={"article": "gone", "id": "old"})
    change = Change(kind="withdrawn", finding="x", measure="deaths", before=before, before_source=old)
    made = report(changes=(change,), previous="Situation Report No. 1, 4 June 2025", number=2)
    assert made.sources[-1].copies == ()
    assert "figures in three articles" in text_of(section(made, "method"))
    assert "is not stated for one article [3]" in text_of(section(made, "gaps"))


def of_the_injured(**fields: object) -> Report:
    """The report with 6 of the 43 injured as a part of them, in a finding with these fields."""
    text = "A storm hurt 43 people, 6 of them badly, the agency said."
    storm = Article(name="storm", title="Storm", publisher="Delta Herald", published="2025-06-03", text=text)
    whole = figure(storm, "43", "A storm", "injured", value=43)
    part = figure(storm, "6 of", "A storm", "injured", value=6, part_of=whole.id)
    part = part.model_copy(update={"text": "6", "end": part.start + 1})
    made = Reconciliation(
        findings=(
            finding("hurt", (whole, NDA, "recommended"), crisis_wide=True),
            finding("badly", (part, NDA, "recommended"), **fields),
        ),
        parts=(PartOf(part=part.id, whole=whole.id),),
    )
    return compose(CRISIS, (storm,), (Extraction(article=storm.id, figures=(whole, part)),), made, as_of=AS_OF)


def test_a_part_that_nothing_tells_from_its_whole_is_left_to_the_annex() -> None:
    made = of_the_injured()
    assert "43 people were injured" in text_of(section(made, "overview")).replace("had been", "were")
    assert "of whom" not in text_of(section(made, "casualties"))


def test_a_part_is_named_by_the_group_of_its_finding() -> None:
    made = of_the_injured(group="critically injured")
    assert "43 people, including six critically injured," in text_of(section(made, "overview"))
    assert "of whom: critically injured" in text_of(section(made, "casualties"))


def test_parts_of_things_are_told_by_their_damage_not_by_their_noun_again() -> None:
    text = "The flood hit 31 health facilities: 12 of the facilities are rubble."
    flood = Article(name="flood", title="Flood", publisher="Delta Herald", published="2025-06-03", text=text)
    kind = {"unit": "facilities", "sector": "health"}
    whole = figure(flood, "31", "The flood", "facilities_affected", value=31, head="health facilities", **kind)
    part = figure(
        flood, "12", "The flood", "facilities_affected", value=12, part_of=whole.id, head="facilities", **kind
    )
    made = Reconciliation(
        findings=(
            finding("hit", (whole, NDA, "recommended"), crisis_wide=True),
            finding("rubble", (part, NDA, "recommended"), group="destroyed"),
        ),
        parts=(PartOf(part=part.id, whole=whole.id),),
    )
    told = compose(CRISIS, (flood,), (Extraction(article=flood.id, figures=(whole, part)),), made, as_of=AS_OF)
    assert "31 health facilities, including 12 destroyed," in text_of(section(told, "overview"))
    assert "of which: destroyed (Health)" in text_of(section(told, "infrastructure"))


def test_many_findings_are_a_selection_that_says_so() -> None:
    many = tuple(
        RECONCILIATION.findings[0].model_copy(update={"id": f"fled-{i}", "crisis_wide": False}) for i in range(80)
    )
    crowded = RECONCILIATION.model_copy(update={"findings": many})
    made = compose(CRISIS, ARTICLES, EXTRACTIONS, crowded, as_of=AS_OF)
    assert text_of(section(made, "overview")).count("had been displaced") <= room_for(80).sentences["displacement"]
    assert "print the weightiest of 80 findings; the data" in text_of(section(made, "overview"))
    table = section(made, "displacement").blocks[0]
    assert isinstance(table, Table) and len(table.rows) == room_for(80).rows_of["displaced"]
    assert table.note == (), "the overview has said it for all tables"


SUM = Article(
    name="sum",
    title="Clinics",
    publisher="Delta Herald",
    published="2025-06-04",
    text="Of 40 clinics in Norvale, 31 in Lowtown and 9 in Hightown are shut. In all, 12 doctors have died since May.",
)


def _summed(*places: str | None) -> str:
    sentence = "Of 40"
    whole = figure(SUM, "40", sentence, "facilities_affected", value=40, head="clinics")
    parts = [
        figure(SUM, text, sentence, "facilities_affected", value=int(text), head="clinics", place=place)
        for text, place in zip(("31", "9"), places, strict=True)
    ]
    made = compose(
        CRISIS,
        (SUM,),
        (Extraction(article=SUM.id, figures=(whole, *parts)),),
        Reconciliation(
            findings=(finding("clinics", (whole, NDA, "recommended")),),
            sums=((whole.id, tuple(part.id for part in parts)),),
        ),
        as_of=AS_OF,
    )
    return text_of(section(made, "overview"))


def test_the_parts_of_a_sum_are_told_apart_or_not_named() -> None:
    assert "The parts add up: 31 + 9 = 40 [1] (Lowtown and Hightown), in agreement" in _summed("Lowtown", "Hightown")
    assert "The parts add up: 31 + 9 = 40 [1], in agreement" in _summed(None, None)


def test_what_has_gone_on_since_a_day_is_told_as_going_on() -> None:
    since = figure(SUM, "12", "In all", "deaths", value=12, since=date(2025, 6, 1), head="doctors")
    made = compose(
        CRISIS,
        (SUM,),
        (Extraction(article=SUM.id, figures=(since,)),),
        Reconciliation(findings=(finding("doctors", (since, NDA, "recommended"), crisis_wide=True),)),
        as_of=AS_OF,
    )
    assert "12 doctors have died since 1 June 2025" in text_of(section(made, "highlights"))
    assert "12 doctors had died since 1 June 2025" in text_of(section(made, "overview"))


def test_no_cluster_of_a_selection_is_an_empty_heading() -> None:
    many = tuple(RECONCILIATION.findings[0].model_copy(update={"id": f"fled-{i}"}) for i in range(80))
    made = compose(CRISIS, ARTICLES, EXTRACTIONS, RECONCILIATION.model_copy(update={"findings": many}), as_of=AS_OF)
    clusters = section(made, "needs").sections
    assert clusters and all(cluster.blocks for cluster in clusters)


def test_attacks_of_a_kind_have_a_row() -> None:
    text = "Over 20 raids hit Norvale, the agency said."
    raids = Article(name="raids", title="Raids", publisher="Delta Herald", published="2025-06-04", text=text)
    many = figure(raids, "Over 20", "Over 20", "attacks", value=20, qualifier="at_least", head="raids")
    made = compose(
        CRISIS,
        (raids,),
        (Extraction(article=raids.id, figures=(many,)),),
        Reconciliation(findings=(finding("raids", (many, NDA, "recommended")),)),
        as_of=AS_OF,
    )
    table = section(made, "infrastructure").blocks[0]
    assert isinstance(table, Table) and plain(table.rows[0][0]) == "Attacks and incidents"


def test_an_article_without_a_date_is_listed_where_the_gaps_name_it() -> None:
    articles = tuple(Article(name=f"a{i}", text=f"Nothing happened on road {i}.", title=f"Road {i}") for i in range(50))
    extractions = (*EXTRACTIONS, *(Extraction(article=article.id) for article in articles))
    made = compose(CRISIS, (*ARTICLES, *articles), extractions, RECONCILIATION, as_of=AS_OF)
    listed = next(block.listed for block in section(made, "sources").blocks if block.type == "sources")
    cited = {run.source for run in all_runs(made) if isinstance(run, Cite)}
    assert cited <= set(listed) and len(listed) < len(made.sources)


def test_a_report_without_figures_says_so_in_its_method() -> None:
    said = text_of(section(empty_report(), "method"))
    assert "none was found in" in said and "no figures in" not in said and "competes" not in said


def test_a_short_product_does_not_point_to_tables_that_it_has_not() -> None:
    rivals = [f for f in RECONCILIATION.findings if f.relation == "conflict"]
    many = tuple(rivals[0].model_copy(update={"id": f"rival-{n}"}) for n in range(6))
    crowded = RECONCILIATION.model_copy(update={"findings": many})
    for product, words in (("sitrep", "stand in the tables above"), ("flash", "figures are in the data")):
        settings = SETTINGS.model_copy(update={"product": product})
        made = compose(CRISIS, ARTICLES, EXTRACTIONS, crowded, as_of=AS_OF, settings=settings)
        assert words in text_of(section(made, "conflicts"))
