"""Templates: where they are, how runs are printed in them, and errors that name file and line.

A folder of the user's own goes before the program's by name. Autoescape is on for HTML and XML; article text is
hostile, so in Markdown every copied character that Markdown could read as markup is escaped by the `md` filter.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Any

from ..errors import SitrepError
from .box_widths import box_widths
from .full_text import paragraphs
from .markup import anchor, html_runs, isolated, md_runs, md_text, safe_url, svg_uri
from .numbers import day_text
from .passages import passages
from .phrases import Phrases, load_phrases, plain
from .piles import piles
from .quotation import bare
from .source_line import source_line

if TYPE_CHECKING:
    from jinja2 import Environment

PACKAGE = Path(__file__).resolve().parent.parent


def own_folder() -> Path:
    """The program's templates: beside the package in a checkout, inside it in an installed wheel."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def own_templates() -> tuple[Path, ...]:
    """The program's templates, by name; a file of the same name in a user's folder goes before each."""
    return tuple(sorted(path for path in own_folder().iterdir() if path.is_file()))


def copy_templates(folder: Path, names: Sequence[str] = ()) -> tuple[Path, ...]:
    """Copy the program's templates (all, or those named) into a folder of the user's own; what is there stays.

    Raises SitrepError for a name that does not exist and for a folder that cannot be written.
    """
    known = {path.name: path for path in own_templates()}
    if unknown := [name for name in names if name not in known]:
        raise SitrepError(f"There is no template '{unknown[0]}'; the templates are {', '.join(known)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = [path for name, path in known.items() if (not names or name in names) and not (folder / name).exists()]
        return tuple(Path(copyfile(path, folder / path.name)) for path in fresh)
    except OSError as error:
        raise SitrepError(f"{folder}: the templates cannot be written there ({error.strerror}).") from error


def environment(folders: Sequence[Path] = (), language: str = "en") -> "Environment":
    """A Jinja environment that finds templates in the given folders first and knows the filters of a report.

    Raises SitrepError for a folder that does not exist.
    """
    if missing := next((folder for folder in folders if not folder.is_dir()), None):
        raise SitrepError(f"There is no folder of templates {missing}.")
    own = tuple((folder, tuple(sorted(path.name for path in folder.glob("*.j2")))) for folder in folders)
    return _environment(own, language)


@lru_cache(maxsize=8)
def _environment(own: tuple[tuple[Path, tuple[str, ...]], ...], language: str) -> "Environment":
    """Made once for the same templates: compiling one takes longer than filling it, which each recipient's mail does.

    The names are there because Jinja does not notice a file that comes to stand before another.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    from .compiled import compiled

    paths = [str(folder) for folder in (*(folder for folder, _ in own), own_folder())]
    made = Environment(
        loader=FileSystemLoader(paths),
        autoescape=select_autoescape(enabled_extensions=("html.j2", "html", "svg.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled(),
    )
    made.filters.update(_filters(load_phrases(language)))
    return made


def _filters(phrases: Phrases) -> dict[str, Callable[..., Any]]:
    def day(moment: date | datetime) -> str:
        return day_text(moment.date() if isinstance(moment, datetime) else moment, phrases)

    return {
        "html_runs": html_runs,
        "md_runs": md_runs,
        "md": md_text,
        "plain": plain,
        "day": day,
        "word": lambda key, table="labels": phrases.word(table, key),
        "anchor": anchor,
        "safe_url": safe_url,
        "bare": bare,
        "isolated": isolated,
        "paragraphs": paragraphs,
        "passages": passages,
        "svg_uri": svg_uri,
        "piles": piles,
        "box_widths": box_widths,
        "source_line": lambda source: source_line(source, phrases),
    }


def render(name: str, context: dict[str, Any], folders: Sequence[Path] = (), language: str = "en") -> str:
    """The template filled; a mistake in it is a SitrepError with file and line."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    made = environment(folders, language)
    try:
        return made.get_template(name).render(context)
    except TemplateNotFound as error:
        looked = ", ".join(str(folder) for folder in (*folders, own_folder()))
        raise SitrepError(f"The template '{error.name}' was not found in {looked}.") from error
    except TemplateSyntaxError as error:
        what = str(error.message).rstrip(".")
        raise SitrepError(f"{error.filename or name}, line {error.lineno}: {what}.") from error
    except UnicodeDecodeError as error:
        raise SitrepError(f"{_file(name, folders)}: the template is no UTF-8 text.") from error
    except Exception as error:  # What a user writes in a template can fail in any way: a division by 0, a circle.
        where = _line(error, folders)
        what = str(error) or type(error).__name__
        raise SitrepError(f"{where or name}: the template failed: {what}.") from error


def _file(name: str, folders: Sequence[Path]) -> Path:
    """The file that a template's name means."""
    return next((folder / name for folder in (*folders, own_folder()) if (folder / name).is_file()), Path(name))


def _line(error: BaseException, folders: Sequence[Path]) -> str | None:
    """File and line of the innermost frame that is a template."""
    roots = tuple(str(folder) for folder in (*folders, own_folder()))
    trace, found = error.__traceback__, None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(roots):
            found = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
