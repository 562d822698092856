"""DOCX: the report for offices that edit in Word: real styles and heading levels, table heads, links to the sources.

Pictures are not in it, since Word takes no SVG from here; their data tables are.
"""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ..model import Report
from ..model.records import ReportFile
from .exporter import Rendering

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(report: Report, *, templates: Sequence[Path] = ()) -> Rendering:
    """One `.docx` file."""
    from .docx_document import build

    out = io.BytesIO()
    build(report).save(out)
    return Rendering((ReportFile(f"{report.stem}.docx", MEDIA_TYPE, same_bytes(out.getvalue())),))


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
