import weasyprint

from sitrep.collect.documents.pdf import read_pdf
from sitrep.collect.documents.pdf_layout import glue

from . import documents as made

STYLE = (
    "<style>@page{size:A4;margin:2cm;@top-left{content:'Bulletin No. 3'}"
    "@bottom-center{content:'Page ' counter(page) ' of ' counter(pages)}}"
    "body{font:11pt serif;text-align:justify;hyphens:auto}.columns{columns:2}</style>"
)
BODY = made.SENTENCE * 5 + "Part {} of the neighbouring administrative districts has had no electricity for days."


def lines(html: str) -> list[str]:
    data = weasyprint.HTML(string=f"<html lang='en'>{STYLE}{html}</html>").write_pdf()
    return read_pdf(data)[0].text.split("\n")


def test_paragraphs_headings_lists_and_tables_stay_what_they_are() -> None:
    bodies = [BODY.format(n) for n in range(3)]
    html = "<h1>Flood in the northern valley: bulletin</h1><p>28 November 2024</p><h2>Highlights</h2>"
    html += f"<ul><li>{bodies[0]}</li><li>Twelve people are missing.</li></ul><h2>Situation</h2>"
    html += f"<p>{bodies[1]}</p><table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>3</td></tr></table>"
    html += f"<p>{bodies[2]}</p>"
    found = lines(html)
    assert found[:3] == ["Flood in the northern valley: bulletin", "28 November 2024", "Highlights"]
    assert f"• {bodies[0]}" in found and bodies[1] in found and bodies[2] in found
    assert "• Twelve people are missing." in found and "North 12" in found and "South 3" in found


def test_columns_are_read_one_after_the_other() -> None:
    bodies = [BODY.format(n) for n in range(6)]
    html = f"<p>{made.TEXT}</p><h2>Situation</h2><div class='columns'>{''.join(f'<p>{b}</p>' for b in bodies)}</div>"
    found = [line for line in lines(html) if line in bodies]
    assert found == bodies


def test_running_heads_do_not_break_what_goes_on_over_pages() -> None:
    bodies = [BODY.format(n) for n in range(40)]
    found = lines("".join(f"<p>{body}</p>" for body in bodies))
    assert found == bodies


def test_a_short_document_keeps_what_stands_in_its_margins() -> None:
    assert "Bulletin No. 3" in lines(f"<p>{made.TEXT}</p>")


def test_right_to_left_lines_are_joined_too() -> None:
    sentence = "ارتفع منسوب النهر في الليل وتم نقل السكان من الأحياء المنخفضة إلى المدارس التي فتحت أبوابها. "
    found = lines(f"<p dir='rtl' style='hyphens:none'>{sentence * 4}</p>")
    assert len([line for line in found if "النهر" in line]) == 1


def test_hyphens_at_the_end_of_a_line() -> None:
    assert glue("adminis\u2010", "trative") == "administrative"
    assert glue("from 20\u0002", "30 people") == "from 20-30 people"
    assert glue("the Al\u0002", "Nayrab road") == "the Al-Nayrab road"
    assert glue("door-to-", "door") == "door-to-door"
    assert glue("a dash -", "then") == "a dash - then"
