"""Which place a figure has whose sentence names none."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def places(text: str, country: str | None = "PER") -> list[tuple[str | None, str | None]]:
    return [(f.place, f.place_basis) for f in extract(Article(name="a", text=text, country=country)).figures]


def test_the_nearest_earlier_sentence_sets_it() -> None:
    text = "Floods hit Peru.\nA landslide struck in Oxapampa on Monday. It killed 12 people. Another 30 were injured."
    assert places(text) == [("Oxapampa", "carried"), ("Oxapampa", "carried")]


def test_a_new_paragraph_goes_back_to_the_place_of_the_lead() -> None:
    text = (
        "Storm in Peru\nThe storm displaced 900 families in Loreto.\nIn Nauta, four people died.\n"
        "Some 60 houses collapsed."
    )
    assert [place for place, _ in places(text)] == ["Loreto", "Nauta", "Loreto"]


def test_a_lead_that_counts_at_two_places_leaves_it_to_the_title() -> None:
    text = "Floods in Loreto\nFour people died in Nauta and two in Requena.\nSome 900 families were displaced."
    assert places(text)[-1] == ("Loreto", "carried")


def test_a_line_before_the_text_and_a_list_are_no_lead() -> None:
    text = "Floods in Loreto\nFrom our own staff\nFour people died in Nauta.\nSome 900 families were displaced."
    assert places(text)[-1] == ("Nauta", "carried")
    listed = "Floods in Loreto\n- Four people died in Nauta.\n- Some 900 families were displaced."
    assert places(listed)[-1] == ("Loreto", "carried")


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("Some 60 people in the city were injured.", "Iquitos"),
        ("In the province, 60 people were injured.", "Maynas Province"),
        ("Two of the city's hospitals closed.", "Iquitos"),
        ("The dead and 60 injured people there were all fishermen.", "Nauta"),
        ("There were 60 people injured.", "Nauta"),
        ("The city council said that 60 people were injured.", "Nauta"),
    ],
)
def test_words_for_a_place_named_before(last: str, place: str) -> None:
    text = (
        "Storm in Peru\nThe storm went on. Rivers rose again in Maynas Province. Roads were cut in Iquitos. "
        f"In the village of Nauta, four people died. {last}"
    )
    assert places(text)[-1] == (place, "carried")


def test_what_a_word_for_a_place_means_goes_on() -> None:
    text = (
        "Storm in Peru\nThe storm went on. Roads were cut in Iquitos. In the village of Nauta, four people died. "
        "Some 60 people in the city were injured. Another 12 drowned."
    )
    assert places(text)[-1] == ("Iquitos", "carried")


@pytest.mark.parametrize(
    ("last", "place"),
    [
        ("A total of 60 people were injured.", "Loreto"),
        ("Across the province, 60 people were injured.", "Mariscal Castilla province"),
        ("Nationwide, 60 people were injured.", "Peru"),
        ("Another 60 people were injured.", "Nauta"),
    ],
)
def test_totals_and_words_for_a_wider_place(last: str, place: str) -> None:
    text = (
        "Floods in Loreto\nRivers in Peru rose again. Roads were cut in Mariscal Castilla province. "
        f"In the town of Nauta, four people died. {last}"
    )
    assert places(text)[-1] == (place, "carried")


def test_several_places_in_a_sentence_leave_none_behind() -> None:
    text = "Floods in Loreto\nFour people died in Nauta and two in Requena. Some 60 were injured."
    assert places(text)[-1] == ("Loreto", "carried")


def test_the_heading_of_a_section_sets_it() -> None:
    text = (
        "Weekly note\n**PERU**\nStorms went on. Some 40 people died.\n**ECUADOR**\nStorms began. Some 30 people died."
    )
    assert places(text, None) == [("PERU", "carried"), ("ECUADOR", "carried")]


def test_where_it_rained_most_sets_nothing() -> None:
    text = "Floods in Loreto\nSome 91 mm of rain fell in Iquitos in a day. About 700 people were evacuated."
    assert places(text) == [("Loreto", "carried")]


def test_a_title_has_only_its_own() -> None:
    assert places("Storm kills 14 people\nThe storm swept Peru. It killed 14 people.")[0] == (None, None)


def test_a_hospital_is_where_the_injured_are_not_where_it_happened() -> None:
    text = (
        "Storm in Peru\nThe storm displaced 900 families in Loreto. Four injured people are at Apoyo Hospital. "
        "Another 12 drowned."
    )
    assert [place for place, _ in places(text)] == ["Loreto", "Loreto", "Loreto"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Loreto: A slide in Nauta killed four people.", "Nauta"),
        ("In Loreto, a slide in Nauta killed four people.", "Nauta"),
        ("In Loreto, four people died, while roads were cut in Nauta.", "Loreto"),
        ("Some 90 people fled their homes, 40 of them in Nauta.", "Loreto"),
    ],
)
def test_a_place_inside_the_sentence_and_the_one_that_heads_it(sentence: str, place: str) -> None:
    assert places(f"Storm in Loreto\nA storm came. {sentence}")[0][0] == place


def test_a_direction_alone_is_a_place_and_officials_in_a_place_count_there() -> None:
    text = "Storm in Loreto\nSome 40 houses collapsed in the north. Officials in Nauta said that 12 people drowned."
    assert [place for place, _ in places(text)] == ["the north", "Nauta"]


def test_a_title_in_another_country_is_not_about_the_documents_own() -> None:
    text = "Floods in Ecuador\nThe storm had come from Peru. Some 40 houses collapsed."
    assert places(text)[-1] == ("Ecuador", "carried")


@pytest.mark.parametrize(
    "sentence",
    [
        "Jets hit the market of Zellin.",
        "The raid on Nauta lasted all night.",
        "Rebels took Zellin, located 5 km from Requena.",
    ],
)
def test_the_scene_of_an_event_sets_the_place_of_what_follows(sentence: str) -> None:
    name = "Nauta" if "Nauta" in sentence else "Zellin"
    assert places(f"Fighting in Loreto\nIt went on. {sentence} It killed 12 people.")[-1][0] == name


def test_each_of_a_row_of_towns_has_its_own_count() -> None:
    text = "Storm in Loreto\nIt lists Nauta with 230 evacuated families, Requena with 140 and Contamana with 110."
    assert [place for place, _ in places(text)] == ["Nauta", "Requena", "Contamana"]


def test_a_river_is_a_place_on_its_banks_but_sets_none() -> None:
    text = (
        "Storm in Loreto\nWater rose along the Tigre River. Some 40 houses fell. Six people died near the Tigre River."
    )
    assert [place for place, _ in places(text)] == ["Loreto", "Tigre River"]


def test_a_word_for_a_place_at_the_head_of_a_sentence_explains_it() -> None:
    text = "Storm in Peru\nIn Nauta, the largest town in Loreto and the hardest hit, 780 people fled."
    assert places(text)[0][0] == "Nauta"


def test_a_lead_without_figures_gives_the_place_of_its_event() -> None:
    text = "Jail battle over in Peru\nTroops told of the long fight for Huancari prison.\nSome 40 people were killed."
    assert places(text, None) == [("Huancari prison", "carried")]
    spoken = "Jail battle over in Peru\nTroops told of it at a briefing in Geneva.\nSome 40 people were killed."
    assert places(spoken, None) == [("Peru", "carried")]


def test_nobody_was_hurt_where_people_fled_to() -> None:
    raid = "Raid in Peru\nGunmen killed 12 people in Oxapampa."
    text = f"{raid} Hundreds of people fled to Nauta. The mayor spoke of 15 dead."
    assert [place for place, _ in places(text)] == ["Oxapampa", "Nauta", "Oxapampa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four people were wounded, and 60 residents of Nauta fled.",
            [("Iquitos", "carried"), ("Nauta", "clause")],
        ),
        (
            "In Loreto 13 people died, of whom eight in Nauta and 5 in Requena; 60 people were injured.",
            [("Loreto", "clause"), ("Nauta", "clause"), ("Requena", "clause"), ("Loreto", "clause")],
        ),
    ],
)
def test_the_place_of_others_in_the_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert [p for p, _ in places(f"Storm in Iquitos\n{text}")] == [p for p, _ in expected]


def test_the_country_of_somebodys_post_is_no_place() -> None:
    text = (
        "Slide in Peru\nAna Rey, chief of mission in the country, said officials in Nauta counted 150 houses destroyed."
    )
    assert places(text) == [("Nauta", "clause")]


def test_a_total_of_all_is_the_country_that_the_text_names() -> None:
    text = (
        "Quake near Nauta\nA quake in Nauta, Peru killed 12 people. State television put the overall death toll at 90."
    )
    assert places(text, None)[-1] == ("Peru", "carried")
    assert places("Storm hits Nauta\nNationwide, 90 people were killed.", None)[-1] == (None, None)


def test_a_heading_within_the_line_gives_the_place() -> None:
    text = "Dengue in Loreto\n**Bolivia.** The ministry has confirmed 82 deaths."
    assert [place for place, _ in places(text)] == ["Bolivia"]


def test_people_are_taken_to_a_hospital_from_where_it_happened() -> None:
    text = (
        "Storm in Loreto\nHail fell on Nauta. More than 100 injured people were taken to the main hospital in Iquitos."
    )
    assert [place for place, _ in places(text)] != ["Iquitos"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What the text calls a town, or tells on about, is where the next sentence goes on.
        ("Roofs flew off in the districts of Nauta and Requena. Some 60 houses fell.", "Nauta and Requena"),
        ("The wind turned towards Nauta, where trees came down. Some 60 houses fell.", "Nauta"),
        ("People wept in Lima. Wind struck Nauta. Some 60 houses fell in the capital.", "Lima"),
        # The worst part is not all.
        ("Wind struck Loreto. The districts of Nauta and Requena were worst hit. Some 60 houses fell.", "Loreto"),
        # A body of the country counts where the article is; what is the country's is everywhere.
        ("Roofs flew off in Nauta. The country's civil defence agency says that 60 houses fell.", "Nauta"),
        ("Roofs flew off in Nauta. Of the country's homes, 60 houses fell.", "Peru"),
        # Its people in their thousands are everywhere too, and so are the next figures.
        ("Four died in Nauta.\nMore than 6,200 Peruvians fled. Some 60 houses fell.", "Peru"),
        ("Four died in Nauta. More than 6,200 Peruvians fled. Some 60 houses fell.", "Nauta"),
        ("Bolivia was hit too. Four died in Nauta. Bolivian authorities said that 60 houses fell.", "Bolivia"),
        ("Bolivia was hit too. Four died in Nauta. Peruvian authorities said that 60 houses fell.", "Nauta"),
        ("Four died in Nauta. Bolivian authorities said that 60 houses fell.", "Nauta"),
    ],
)  # fmt: skip
def test_what_sets_the_place_of_the_next_sentence(text: str, place: str) -> None:
    assert places(f"Storm in Peru\n{text}")[-1][0] == place


@pytest.mark.parametrize("front", ["Parts of", "Villagers of", "Residents of"])
def test_a_part_or_the_people_of_a_place_set_it(front: str) -> None:
    text = f"Floods hit Peru. A slide struck in Requena. {front} Nauta were cut off. Some 50 people were evacuated."
    assert places(text)[-1] == ("Nauta", "carried")


def test_a_side_is_part_of_the_name_it_opens() -> None:
    text = "Storms hit towns across the South West, the Midlands and the East of England, killing nine people."
    assert [place for place, _ in places(text, "GBR")] == ["South West, the Midlands and the East of England"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Who lives somewhere tells of it, also in the next sentence; who went there does not.
        ("Wind struck Requena. A resident of Nauta, who hid, said that 60 houses fell.", "Nauta"),
        ("Wind struck Requena. A trader from Nauta, Ana Rey, spoke. “Some 60 houses fell,” she said.", "Nauta"),
        ("Wind struck Requena. A pilot from Nauta, Ana Rey, spoke. “Some 60 houses fell,” she said.", "Requena"),
        # What heads a sentence that counts at several places within goes on; without it none of them does.
        ("Wind struck Requena. In Loreto, four died in Nauta and two in Iquitos. Some 60 houses fell.", "Loreto"),
        ("Wind struck Requena. Four died in Nauta and two in Iquitos. Some 60 houses fell.", "Requena"),
        # "The island" is no quarter that its name calls so.
        ("Wind struck Isla Tuvilla. Barangay Marlo was cut off. On the island, 60 houses fell.", "Isla Tuvilla"),
    ],
)
def test_who_lives_at_a_place_and_what_heads_a_sentence_set_it(text: str, place: str) -> None:
    assert places(f"Storm in Peru\n{text}")[-1][0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What sweeps through a place hits it; who drives through it does not.
        ("Wind struck Requena. A slide swept through Nauta at dawn. Some 60 houses fell.", "Nauta"),
        ("Wind struck Requena. A bus drove through Nauta at dawn. Some 60 houses fell.", "Requena"),
        ("Wind struck Requena. Water entered Nauta at dawn. Some 60 houses fell.", "Nauta"),
        ("Wind struck Requena. A minister entered Nauta at dawn. Some 60 houses fell.", "Requena"),
        # Who comes from a village tells of it.
        ("Wind struck Requena. “It is gone,” said Ana Rey from the village of Nauta. Some 60 houses fell.", "Nauta"),
        ("Wind struck Requena. “It is gone,” said Ana Rey, who lives in Nauta. “Some 60 houses fell.”", "Nauta"),
        ("Wind struck Requena. “It is gone,” said Ana Rey, who flew to Nauta. “Some 60 houses fell.”", "Requena"),
        # What the text calls a village is one, whatever the gazetteer takes it for; a city may be called a town.
        ("Wind struck near Nauta, a village in Loreto.\nIn the village, 60 houses fell.", "Nauta"),
        ("Wind struck near Nauta, a city in Loreto.\nIn the town, 60 houses fell.", "Nauta"),
        # An airport is where one lands, not where the next sentence goes on.
        ("Wind struck Requena. Smoke closed in on Nauta airport. Some 60 houses fell.", "Requena"),
    ],
)
def test_what_comes_over_a_place_and_what_it_is_called(text: str, place: str) -> None:
    assert places(f"Storm in Peru\n{text}")[-1][0] == place


def test_the_entries_of_a_running_page_have_headings() -> None:
    first = "19:45 - Nauta counts its dead\nThe mayor says five people died."
    text = f"Storm in Peru\n{first}\n18:10 - Roads\nFour people died."
    assert [place for place, _ in places(text)][-2:] == ["Nauta", "Peru"]
    assert places(text.replace("19:45 - ", "By noon, "))[0][0] == "Peru"


def test_a_label_of_a_kind_of_place_sets_it() -> None:
    text = "Storm in Myanmar\nTuvilla Township: The river rose. Some 60 people were evacuated."
    assert places(text, "MMR") == [("Tuvilla Township", "carried")]
    assert places(text.replace("Tuvilla Township", "Tuvilla Office"), "MMR") != [("Tuvilla Office", "carried")]


def test_a_sentence_that_counts_only_on_sides_leaves_no_place() -> None:
    text = "Storm in Peru\nThe storm killed 12 people in the north and hurt 30 in the south. It displaced 400 people."
    assert [name for name, _ in places(text)] == ["the north", "the south", "Peru"]
