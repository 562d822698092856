"""Where sentences begin and end."""

import pytest

from sitrep.extract.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ("Floods hit Arta.", "Ten people died."),
        ("Did it rain?", "It did!", "So they left."),
        ("It began at 10 a.m.", "The river rose."),
        ('"We ran."', "Then they wept."),
        ("A title without a stop", "The first line."),
        ("They left (all of them).", "No one stayed."),
    ],
)
def test_they_are_parted(parts: tuple[str, ...]) -> None:
    text = " ".join(parts) if "." in parts[0] or "?" in parts[0] else "\n".join(parts)
    assert [text[a:b] for a, b in sentences(text)] == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ada Obi and Mt. Arta stand there.",
        "The U.S. troops left with J. Doe.",
        "About 1.5 million people left.",
        "It was … too late.",
        "It cost Rs. 500 a day.",
    ],
)
def test_they_go_on(text: str) -> None:
    assert [text[a:b] for a, b in sentences(text)] == [text]


def test_a_missing_space_parts_them_too() -> None:
    text = "They fled.The river rose."
    assert [text[a:b] for a, b in sentences(text)] == ["They fled.", "The river rose."]


def test_a_text_without_a_stop_is_cut_and_nothing_is_lost() -> None:
    text = "word " * 2000
    spans = list(sentences(text))
    assert max(b - a for a, b in spans) <= 1000
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert list(sentences("x" * 2500)) == [(0, 1000), (1000, 2000), (2000, 2500)]


def test_spaces_are_no_sentence() -> None:
    assert list(sentences(" \n\n  ")) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Key figures\n\n9.3M\npeople in need\n\n1.9M\nIDPs", ["Key figures", "9.3M\npeople in need", "1.9M\nIDPs"]),
        (
            "Houses destroyed\n4,200\nPeople in need\n2 million",
            ["Houses destroyed\n4,200", "People in need\n2 million"],
        ),
        ("Ten people died.\n12 May", ["Ten people died.", "12 May"]),
        ("Rain fell in the hills of Arta.\n14\n", ["Rain fell in the hills of Arta.", "14"]),
    ],
)
def test_a_number_alone_on_its_line_has_its_label_above_or_below(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == parts
