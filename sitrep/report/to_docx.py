"""DOCX: the report for offices that edit in Word: real styles and heading levels, table heads, links to the sources.

Charts and the map are in it as PNG with their alternative text; where they cannot be painted, only their data are.
"""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..errors import Problem, SitrepError
from ..model import Report
from ..model.records import ReportFile
from .context import pictures
from .exporter import Rendering
from .raster import as_png

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.docx` file."""
    from .docx_document import build

    drawings, problems = _drawings(report)
    out = io.BytesIO()
    build(report, drawings).save(out)
    return Rendering((ReportFile(f"{report.stem}.docx", MEDIA_TYPE, same_bytes(out.getvalue())),), problems)


def _drawings(report: Report) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The drawings by their names, and what is wrong with them, or why there are none."""
    drawn, name = tuple(pictures(report)), f"{report.stem}.docx"
    try:
        images, said = as_png(drawn)
    except SitrepError as error:
        return {}, (Problem(name, f"without its charts and map: {error}"),)
    named = dict(zip((picture.name for picture in drawn), images, strict=True))
    return named, tuple(Problem(name, line) for line in said)


def same_bytes(data: bytes) -> bytes:
    """The archive with one date for all its members, so that the same report gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            made.writestr(member, given.read(name))
    return out.getvalue()
