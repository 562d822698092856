"""Column widths: no ordinary word is broken because another column holds a very long one."""

from sitrep.model.runs import Column, Name, Runs
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
