"""What WeasyPrint needs of the machine, looked at before it is imported: without a font it ends the interpreter."""

import shutil
import subprocess
from functools import cache

from ..errors import SitrepError


@cache
def check_fonts() -> None:
    """Raises SitrepError if fontconfig knows no font, or is not there to ask."""
    listed = _fc_list()
    if listed is not None and not listed.strip():
        raise SitrepError(
            "PDF: no font is installed; install one (Debian: apt-get install fonts-noto-core) "
            "or leave out the format pdf."
        )


def _fc_list() -> str | None:
    """The fonts as `fc-list` names them; None where the command is missing (macOS without fontconfig has fonts)."""
    command = shutil.which("fc-list")
    if command is None:
        return None
    try:
        return subprocess.run([command, ":", "family"], capture_output=True, text=True, timeout=30, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
