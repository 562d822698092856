"""`sitrep pin`: an analyst makes a figure the recommended one."""

from .rulings import ruling

command = ruling("pin", "Make a figure the recommended one of its finding, with a reason that the reports print.")
