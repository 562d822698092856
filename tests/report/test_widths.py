"""Column widths: no ordinary word is broken because another column holds a very long one."""

from sitrep.model.runs import Box, Column, Name, Number, Runs
from sitrep.report.box_widths import box_widths
from sitrep.report.widths import fitted


def cells(*texts: str) -> tuple[Runs, ...]:
    return tuple((Name(text=text),) for text in texts)


def test_long_addresses_leave_room_for_the_words_of_other_columns() -> None:
    titles = ("What", "Figure", "Where", "Period or as of", "Said by", "Other figures")
    columns = [Column(title=title, numeric=title == "Figure") for title in titles]
    row = cells(
        "People (residents)", "as many as 65,656", "neighboring Jiangsu Province", "not stated; published 24 November",
        "spokesman, in reliefweb-international.example.org", "9,005 (internal-displacement.example.org)",
    )  # fmt: skip
    made = fitted(columns, [row])
    assert sum(column.width for column in made) == 100
    assert made[3].width >= 100 * (len("published") + 2) / 112
    assert made[1].width >= 100 * 18 / 112


def box(digits: str, label: str, place: str = "") -> Box:
    number = Number(kind="structural", text=digits, value=1, basis="figures")
    source = (Name(text="Example Agency"),)
    return Box(number=number, unit="people", label=label, detail=(Name(text=place),) if place else (), source=source)


def test_a_box_with_a_long_label_is_wider_than_its_neighbours() -> None:
    short = [box("27", "Killed"), box("82", "Injured"), box("9", "Missing")]
    widths = box_widths([box("7,000", "Newly displaced"), box("4,000", "Living in displacement (IDPs), Idlib"), *short])
    assert widths[1] > max(widths[2:]) and sum(widths) <= 170


def test_boxes_that_nothing_helps_are_alike() -> None:
    assert len(set(box_widths([box("27", "Killed", "Longplace" * 40)] * 5))) == 1
