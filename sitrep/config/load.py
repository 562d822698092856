"""Reading a configuration file: TOML in, `Config` out, and errors that name the key and the line."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..errors import ConfigError
from .lines import KeyPath, find_line, key_lines
from .schema import Config, CrisisConfig

SHARED = ("report", "reliability", "household_sizes", "http", "mail", "log", "store", "days")
"""The tables that may stand at the top of a file for all its crises; a crisis replaces them key by key."""

APPENDED = ("sources",)
"""The lists that may stand at the top of a file; they go on after a crisis's own."""

WORDS = {"missing": "this key is required", "extra_forbidden": "unknown key; remove it or check its spelling"}
"""Plainer words for pydantic's most common errors, by their type."""


def load_config(path: Path) -> Config:
    """The configuration of a file, or of every `.toml` file of a folder (sorted by name).

    Relative paths in it count from the file's own folder. Raises ConfigError with file, line and key.
    """
    found = [placed for file in _files(path) for placed in _load(file)]
    _tell_apart(found)
    return Config(crises=tuple(crisis for crisis, _ in found))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.toml"))
    if not files:
        raise ConfigError(f"{path}: the folder holds no .toml file; `sitrep init` writes one.")
    return files


def _load(path: Path) -> list[tuple[CrisisConfig, str]]:
    """The crises of one file, each with the place of its name."""
    text = _read(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}.") from error
    data = {"crises": _crises(path, text, tables)}
    try:
        crises = Config.model_validate(data, context={"folder": path.parent}).crises
    except ValidationError as error:
        raise ConfigError(_sentence(path, text, data, error)) from error
    lines = key_lines(text)
    return [(crisis, _place(path, _line(lines, ("crises", number), ("name",)))) for number, crisis in enumerate(crises)]


def _tell_apart(crises: Sequence[tuple[CrisisConfig, str]]) -> None:
    """Refuse crises that would give their reports the same numbers, and name where they stand."""
    places: dict[tuple[str, str], list[str]] = {}
    for crisis, place in crises:
        places.setdefault((crisis.crisis.slug, crisis.report.product), []).append(place)
    for (slug, product), where in places.items():
        if len(where) > 1:
            what = f"{len(where)} crises would both number the {product} reports of '{slug}'"
            raise ConfigError(f"{' and '.join(where)}: {what}; rename one.")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the configuration is not UTF-8 text; save it as UTF-8.") from error
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such configuration; `sitrep init` writes one.") from error
    except OSError as error:
        raise ConfigError(f"{path}: the configuration cannot be read ({error.strerror}).") from error


def _crises(path: Path, text: str, tables: dict[str, Any]) -> list[dict[str, Any]]:
    """The crises of a file, each with the shared tables under its own."""
    crises = tables.pop("crisis", None)
    shared = {key: tables.pop(key) for key in (*SHARED, *APPENDED) if key in tables}
    if tables:
        key = next(iter(tables))
        raise ConfigError(f"{_place(path, find_line(key_lines(text), (key,)))}: unknown key '{key}'; remove it.")
    if not crises:
        raise ConfigError(f"{path}: the configuration names no crisis; add a table [crisis] with a name.")
    return [_with_shared(crisis, shared) for crisis in (crises if isinstance(crises, list) else [crises])]


def _with_shared(crisis: Any, shared: dict[str, Any]) -> Any:
    """The crisis over the shared tables: tables are replaced key by key, lists go on after the crisis's own."""
    if not isinstance(crisis, dict):
        return crisis
    merged = {"report": {}, "http": {}, "mail": {}, **crisis}
    for key, value in shared.items():
        own = crisis.get(key)
        if isinstance(value, dict):
            merged[key] = {**value, **own} if isinstance(own, dict) else own or value
        elif isinstance(value, list):
            merged[key] = [*own, *value] if isinstance(own, list) else own or value
        else:
            merged[key] = value if own is None else own
    return merged


def _sentence(path: Path, text: str, data: Any, error: ValidationError) -> str:
    """The first error as one sentence: file, line, key, what is wrong."""
    first = error.errors()[0]
    whole = (*first["loc"], "kind") if first["type"].startswith("union_tag") else first["loc"]
    loc = _in_file(whole, data)
    key = ".".join(str(part) for part in loc if isinstance(part, str)) or "crisis"
    what = WORDS.get(first["type"]) or _plain(first["msg"])
    number = _line(key_lines(text), whole, loc)
    rest = f" and {error.error_count() - 1} more" if error.error_count() > 1 else ""
    return f"{_place(path, number)}: {key}: {what[0].lower()}{what[1:]}{rest}."


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _place(path: Path, line: int | None) -> str:
    return f"{path}, line {line}" if line else str(path)


def _in_file(loc: KeyPath, data: Any) -> KeyPath:
    """The path below its crisis as the file has it, without the tags that pydantic puts in for a union's choice."""
    path: list[str | int] = []
    for i, part in enumerate(loc):
        held = isinstance(data, dict) and part in data or isinstance(data, list) and isinstance(part, int)
        if held or i == len(loc) - 1:
            path.append(part)
        if held:
            data = data[part]
    return tuple(path[2:])


def _line(lines: dict[KeyPath, int], whole: KeyPath, below: KeyPath) -> int | None:
    """The line of the deepest table or key that the file has on the way to the error, the crisis's own first."""
    numbered: KeyPath = ("crisis", whole[1]) if len(whole) > 1 else ("crisis",)
    for end in range(len(below), 0, -1):
        for prefix in (numbered, ("crisis",), ()):
            if (number := lines.get((*prefix, *below[:end]))) is not None:
                return number
    return find_line(lines, numbered)
