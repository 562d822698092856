"""Files as they come, made on the spot; the texts are this project's own."""

import io
import zipfile
from email.message import EmailMessage

SENTENCE = "The river rose overnight, and officials said that families were moved to schools on higher ground. "
TEXT = SENTENCE * 3
FRENCH = "Les inondations ont déplacé des familles à l’est, et des élèves évacués ont été hébergés près de l’école. "
PAGE = (
    '<html lang="en-GB"><head><meta charset="{charset}"><title>Flood on the coast - The Site</title>'
    '<meta property="og:title" content="Flood on the coast"><meta property="og:site_name" content="The Site">'
    '<meta property="article:published_time" content="2024-11-28T10:00:00+02:00"></head>'
    "<body><nav><a href='/'>Menu</a></nav><article><h1>Flood on the coast</h1>{paragraphs}"
    "<table><tr><th>Missing</th><td>12</td></tr></table></article><footer>© 2019</footer></body></html>"
)


def page(charset: str = "utf-8", extra: str = "Café et thé.") -> bytes:
    paragraphs = "".join(f"<p>{SENTENCE}{extra} Day {n}.</p>" for n in range(1, 5))
    return PAGE.format(charset=charset, paragraphs=paragraphs).encode(charset)


def pdf(*paragraphs: str, password: str | None = None) -> bytes:
    import pikepdf
    import weasyprint

    data = weasyprint.HTML(string="".join(f"<p>{p}</p>" for p in paragraphs)).write_pdf()
    if password is None:
        return data
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner=password))
    return out.getvalue()


def docx(title: str, *paragraphs: str, rows: tuple[tuple[str, str], ...] = ()) -> bytes:
    import docx as word

    document = word.Document()
    document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(0, 2)
        for left, right in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = left, right
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zip_bomb(member: str, size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(member, "w") as file:
        for _ in range(size >> 20):
            file.write(bytes(1 << 20))
    return out.getvalue()


def letter(subject: str, text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Relief Desk <desk@example.org>", "Date": "Thu, 28 Nov 2024 15:09:00 +0200", **headers}
    for name, value in {"Subject": subject, **given}.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message
