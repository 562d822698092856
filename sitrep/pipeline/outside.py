"""What a report depends on and the store does not keep: a user's templates and places, known by their fingerprints."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..config import CrisisConfig
from ..errors import Problem
from ..places.stored import default_folder

Fingerprints = tuple[tuple[str, str], ...]


def fingerprints(crisis: CrisisConfig) -> Fingerprints:
    """Each such file that a crisis uses now, by path, with its SHA-256."""
    return tuple((str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in _files(crisis))


def differences(crisis: CrisisConfig, before: Sequence[tuple[str, str]]) -> tuple[Problem, ...]:
    """What has become of those files since a report was issued: a note on each that changed, went or came."""
    then, now = dict(before), dict(fingerprints(crisis))
    changed = {path for path in then.keys() | now.keys() if then.get(path) != now.get(path)}
    return tuple(Problem(path, _what(path in then, path in now), note=True) for path in sorted(changed))


def _what(then: bool, now: bool) -> str:
    done = "has changed" if then and now else "is gone" if then else "is new"
    return f"{done} since the report was issued; the store keeps such files by their fingerprint only"


def _files(crisis: CrisisConfig) -> Iterator[Path]:
    for folder in (*crisis.templates, default_folder()):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
    yield from (path for path in crisis.places if path.is_file())
