"""An analyst's rulings on figures: kept in the store, printed by role and reason, obeyed by the next runs."""

from pathlib import Path
from typing import Literal

import click

from ..errors import UsageError
from .common import config_default, crisis_option, now, opened


def ruling(action: Literal["reject", "pin"], help_text: str) -> click.Command:
    """The command that makes this ruling, or takes it back with --undo."""

    @click.command(action, help=f"{help_text} FIGURE is an id, as `sitrep findings` prints it.")
    @click.argument("figure")
    @click.option("--reason", help="Why, in a few words.")
    @click.option("--role", default="analyst", show_default=True, help="Who rules: a role, never a name.")
    @click.option("--undo", is_flag=True, help="Take the ruling back.")
    @config_default
    @crisis_option
    def command(figure: str, reason: str | None, role: str, undo: bool, config: Path, crisis: str | None) -> None:
        if not undo and not reason:
            raise UsageError("--reason is missing: say in a few words why, the report prints it.")
        with opened(config, crisis, any_product=True) as (chosen, store):
            key = chosen.crisis.slug
            if undo:
                if not store.drop_override(key, figure):
                    raise UsageError(f"There is no ruling on {figure} in {key}.")
                return
            from ..model.records import Override

            store.put_override(Override(key, figure, action, role, reason or "", now()))

    return command
