"""Schedule: when `sitrep run` is called, by cron or by systemd.

Takes what to run and when; returns the lines or units, or puts them in place and takes them out. It never touches
lines or units that are not its own, and never runs a report itself.
"""

from .cron import crontab_block, install_cron, remove_cron
from .plan import Schedule, program
from .systemd import install_systemd, remove_systemd, unit_folder, units

__all__ = [
    "Schedule",
    "crontab_block",
    "install_cron",
    "install_systemd",
    "program",
    "remove_cron",
    "remove_systemd",
    "unit_folder",
    "units",
]
