"""`python -m sitrep`: the same as the command `sitrep`."""

from .cli import main

main()
