"""Evaluation: the guidelines' scoring, by cases and against the reference scorer where that is at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitrep.errors import SitrepError
from sitrep.evaluate import GoldArticle, read_gold, score
from sitrep.evaluate.match import match, same_name
from sitrep.model import Article, Extraction, Figure, Need

SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold"
ARTICLE = Article(name="a", text="In Brookfield 12 people died and 40 to 50 were hurt; clinics lack insulin and water.")


def figure(text: str, measure: str, **fields: object) -> Figure:
    start = ARTICLE.text.index(text)
    return Figure.model_validate(
        {"id": f"{measure}{start}", "article": ARTICLE.id, "measure": measure, "text": text}
        | {"start": start, "end": start + len(text)}
        | fields
    )


DEATHS = figure("12", "deaths", value=12, place="Brookfield")
INJURED = figure("40 to 50", "injured", low=40, high=50, qualifier="range", place="Brookfield")


def scores_of(gold: tuple[Figure, ...], found: tuple[Figure, ...]):  # type: ignore[no-untyped-def]
    return score([(GoldArticle(ARTICLE, gold, ()), Extraction(article=ARTICLE.id, figures=found))])


def test_everything_right() -> None:
    scores = scores_of((DEATHS, INJURED), (INJURED, DEATHS))
    assert scores.figures.f1 == scores.full_record == 1
    assert scores.slips == ()


def test_a_wrong_number_is_a_false_alarm_and_a_miss() -> None:
    scores = scores_of((DEATHS,), (DEATHS.model_copy(update={"value": 13}),))
    assert (scores.figures.gold, scores.figures.found, scores.figures.right) == (1, 1, 0)
    assert [slip.kind for slip in scores.slips] == ["miss", "false"]


def test_a_range_needs_both_bounds() -> None:
    assert scores_of((INJURED,), (INJURED.model_copy(update={"high": 60}),)).figures.right == 0


def test_another_measure_is_no_match() -> None:
    assert match([DEATHS], [DEATHS.model_copy(update={"measure": "injured"})]) == []


def test_the_right_number_is_paired_before_the_larger_overlap() -> None:
    short = figure("40", "injured", value=45)
    wrong = INJURED.model_copy(update={"id": "w", "low": 1})
    right = INJURED.model_copy(update={"id": "r", "start": INJURED.end - 2, "text": "50"})
    assert (0, 1, True) in match([INJURED, short], [wrong, right])


def test_attributes_are_judged_among_the_correct() -> None:
    found = DEATHS.model_copy(update={"place": "Ashford", "certainty": "claimed"})
    scores = scores_of((DEATHS,), (found,))
    assert scores.attributes["place"] == scores.attributes["certainty"] == 0
    assert scores.attributes["unit"] == 1
    assert scores.marked["place"] == (0, 1)
    assert scores.marked["certainty"] == (None, 0)
    assert scores.full_record == 0


def test_a_part_is_right_if_its_whole_was_matched() -> None:
    whole = figure("40 to 50", "deaths", low=40, high=50, qualifier="range")
    part = DEATHS.model_copy(update={"part_of": whole.id})
    renamed = whole.model_copy(update={"id": "x"})
    good = part.model_copy(update={"part_of": "x"})
    bad = part.model_copy(update={"part_of": None})
    assert scores_of((whole, part), (renamed, good)).marked["part_of"] == (1, 1)
    assert scores_of((whole, part), (renamed, bad)).marked["part_of"] == (0, 1)


def test_needs_are_pairs_of_sentence_and_sector() -> None:
    quote = "clinics lack insulin and water"
    start = ARTICLE.text.index(quote)
    gold = Need(id="n", article="a", quote=quote, start=start, end=start + len(quote), sectors=("health", "wash"))
    found = gold.model_copy(update={"start": start + 8, "sectors": ("health", "shelter")})
    scores = score([(GoldArticle(ARTICLE, (), (gold,)), Extraction(article="a", needs=(found,)))])
    assert (scores.needs.gold, scores.needs.found, scores.needs.right) == (2, 2, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Harbour Watch", "Harbour Watch of North Deltaland", True),
        ("Harbour Watch", "HW", True),
        ("Idlíb", "idlib province", True),
        ("Aleppo", "Idlib", False),
        ("Aleppo", None, False),
        (None, None, True),
        ("Watch", "the very long name of a certain Watch", False),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_gold_file_out_of_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Twelve died.")
    (tmp_path / "x.json").write_text('{"figures": [{"id": "f1"}]}')
    with pytest.raises(SitrepError, match="x.json"):
        list(read_gold(tmp_path))


@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the reference scorer is not at hand")
def test_the_same_numbers_as_the_reference_scorer(tmp_path: Path) -> None:
    """On gold figures with every third spoilt in its own way, so that each branch of the scoring is walked."""
    pairs, lines = [], []
    for gold in read_gold(SHARED / "dev"):
        found = Extraction(article=gold.article.id, figures=_spoilt(gold.figures), needs=_halved(gold.needs))
        pairs.append((gold, found))
        dumped = [f.model_dump(mode="json") | {"article": gold.article.name} for f in found.figures]
        dumped += [n.model_dump(mode="json") | {"article": gold.article.name, "kind": "need"} for n in found.needs]
        lines += [json.dumps(record) + "\n" for record in dumped]
    (tmp_path / "found.jsonl").write_text("".join(lines))
    reference = subprocess.run(
        [sys.executable, SHARED / "score.py", "score", SHARED / "dev", tmp_path / "found.jsonl", "--json"],
        capture_output=True,
        check=True,
    )
    expected = json.loads(reference.stdout)
    summary = json.loads(json.dumps(score(pairs).summary()))
    for name in ("figures", "needs"):
        assert summary[name]["f1"] == pytest.approx(expected[name]["f1"])
        assert (summary[name]["gold"], summary[name]["found"], summary[name]["right"]) == tuple(
            expected[name][key] for key in ("gold", "predicted", "right")
        )
    assert {m: c["f1"] for m, c in summary["measures"].items()} == pytest.approx(
        {m: c["f1"] for m, c in expected["measures"].items()}
    )
    assert summary["attributes"] == pytest.approx(expected["attributes"])
    assert summary["marked"] == expected["marked"]
    assert summary["full_record"] == pytest.approx(expected["full_record"])


def _spoilt(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    changes = (
        {"value": 7},
        {"place": None, "population": ("men",), "source": "Somebody"},
        {"part_of": None, "scope": "background", "since": None, "qualifier": "about"},
        {"part_of": figures[0].id if figures else None},
        {"measure": "affected"},
        {"start": 0, "end": 3},
    )
    spoilt = [f.model_copy(update=changes[i // 3 % 6]) if i % 3 == 2 else f for i, f in enumerate(figures)]
    return tuple(f for i, f in enumerate(spoilt) if i % 11 != 10)


def _halved(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    return tuple(n.model_copy(update={"end": (n.start + n.end) // 2 - i % 3}) for i, n in enumerate(needs))
