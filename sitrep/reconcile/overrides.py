"""Overrides: the analyst has the last word. A ruling takes a figure (or a finding) out, or pins a figure."""

from collections.abc import Iterable, Sequence

from .context import Override


class Rulings:
    """The rulings of a run by the id of the figure or finding that they are about; of several the last holds."""

    def __init__(self, overrides: Sequence[Override]) -> None:
        """Takes them in the order in which they were made."""
        self._by_id = {o.figure: o for o in overrides}

    def rejected(self, figure: str, finding: str) -> bool:
        """Whether a figure, or the finding that it is in, is taken out."""
        return any(self._is(key, "reject") for key in (figure, finding))

    def pinned(self, figure: str) -> bool:
        """Whether a figure is to be the recommended one."""
        return self._is(figure, "pin")

    def _is(self, key: str, action: str) -> bool:
        return key in self._by_id and self._by_id[key].action == action

    def sentence(self, *keys: str) -> str:
        """What was done, by which role, and why."""
        ruling = next(self._by_id[key] for key in keys if key in self._by_id)
        done = "Taken out" if ruling.action == "reject" else "Recommended"
        return f"{done} by {ruling.role}: {ruling.reason.rstrip('.')}."

    def gone(self, known: Iterable[str]) -> tuple[str, ...]:
        """A sentence for each ruling whose figure or finding is not there any more: it does not apply."""
        there = frozenset(known)
        return tuple(
            f"The ruling to {o.action} {key} ({o.role}: {o.reason.rstrip('.')}) does not apply any more: "
            f"there is no such figure or finding."
            for key, o in sorted(self._by_id.items())
            if key not in there
        )
