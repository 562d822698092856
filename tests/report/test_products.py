from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitrep.errors import SitrepError
from sitrep.model import Report
from sitrep.model.crisis import Product
from sitrep.report import export
from sitrep.report.phrases import plain
from sitrep.report.templates import copy_templates, own_templates

from .build import SETTINGS, report


def product(name: Product) -> Report:
    return report(settings=SETTINGS.model_copy(update={"product": name}))


def test_a_flash_update_is_shorter() -> None:
    flash = product("flash")
    assert flash.stem == "2025-06-05-norvale-floods-flash-01"
    assert plain(flash.edition) == "Flash Update No. 1"
    assert [part.key for part in flash.sections] == [
        "highlights",
        "key_figures",
        "overview",
        "conflicts",
        "needs",
        "sources",
        "disclaimer",
    ]


def test_a_daily_brief_is_a_title_and_bullets() -> None:
    brief = product("brief")
    first = brief.sections[0]
    assert brief.heading == "Norvale - floods", "Country - event, as daily flashes have it"
    assert first.title == "Highlights (Delta Herald, Coast Radio, =HYPERLINK(0))"
    assert first.blocks[0].type == "bullets" and 2 <= len(first.blocks[0].items) <= 5
    text = export(brief, ("md",))[0][0].data.decode("utf-8")
    assert text.count("\n## ") == 3


def test_a_corrected_edition_says_so() -> None:
    made = report(revision=1, issued=datetime(2025, 6, 7, 9, tzinfo=UTC))
    assert plain(made.as_of_line) == "As of 5 June 2025, 1200 hours (UTC). Corrected 7 June 2025"
    assert "Issued 7 June 2025." in plain(made.production)
    assert made.stem.endswith("-sitrep-01-r1")


def test_templates_are_listed_and_copied_without_overwriting(tmp_path: Path) -> None:
    names = [path.name for path in own_templates()]
    assert {"report.md.j2", "report.html.j2", "report.css"} <= set(names)
    (tmp_path / "report.css").write_text("/* mine */", encoding="utf-8")
    copied = copy_templates(tmp_path)
    assert sorted(path.name for path in copied) == sorted(set(names) - {"report.css"})
    assert (tmp_path / "report.css").read_text(encoding="utf-8") == "/* mine */"


def test_a_template_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(SitrepError, match="There is no template 'x.j2'; the templates are "):
        copy_templates(tmp_path, ("x.j2",))
