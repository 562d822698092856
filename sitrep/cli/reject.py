"""`sitrep reject`: an analyst takes a figure out."""

from .rulings import ruling

command = ruling("reject", "Take a figure, or a whole finding, out of the next reports, with a reason that they print.")
