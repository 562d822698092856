"""A service that runs once and a timer that starts it, as systemd wants them."""

import os
import pwd
from pathlib import Path

from ..errors import SitrepError
from .plan import Schedule, call, hour_minute

_SYSTEM_UNITS = Path("/etc/systemd/system")


def units(schedule: Schedule) -> dict[str, str]:
    """The unit files by name: a service that runs once, its timer, and what is started when it fails."""
    name, title = schedule.name, f"Situation reports ({schedule.name})"
    owner = f"User={_owner(schedule.config)}\n" if os.geteuid() == 0 else ""
    service = (
        f"[Unit]\nDescription={title}\nWants=network-online.target\nAfter=network-online.target\n"
        f"OnFailure={name}-failed.service\n\n"
        f"[Service]\nType=oneshot\n{owner}WorkingDirectory={_unit_path(schedule.config.parent)}\n"
        f"ExecStart={_word(schedule.program)} run --config {_word(schedule.config)}\n"
        "# 75: another run is at work on the crisis, and does what this one would.\n"
        "SuccessExitStatus=75\nTimeoutStartSec=2h\nNice=10\nNoNewPrivileges=true\n"
    )
    timer = (
        f"[Unit]\nDescription={title}: when\n\n[Timer]\n"
        + "".join(f"OnCalendar={when}\n" for when in _calendar(schedule))
        + "# Missed while the machine was off: once, when it is back.\nPersistent=true\nRandomizedDelaySec=120\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    failed = (
        f"[Unit]\nDescription={title}: failed\n\n[Service]\nType=oneshot\n"
        f"ExecStart=/usr/bin/systemd-cat -t {name} -p err "
        f'/bin/echo "{name}.service failed: journalctl -u {name}.service and sitrep status tell why"\n'
    )
    return {f"{name}.service": service, f"{name}.timer": timer, f"{name}-failed.service": failed}


def _owner(config: Path) -> str:
    """Whom the system's service runs as: the owner of the configuration, so that nothing runs as root by chance."""
    try:
        return pwd.getpwuid(config.stat().st_uid).pw_name
    except (OSError, KeyError):
        raise SitrepError(f"The owner of {config} is unknown, so the service has nobody to run as.") from None


def _word(path: Path) -> str:
    text = str(path).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{text}"'


def _unit_path(path: Path) -> str:
    return str(path).replace("%", "%%")


def _calendar(schedule: Schedule) -> list[str]:
    if schedule.minutes is None:
        return [f"*-*-* {hour:02d}:{minute:02d}:00" for hour, minute in map(hour_minute, schedule.times)]
    return ["*-*-* *:00:00" if schedule.minutes == 60 else f"*-*-* *:00/{schedule.minutes}:00"]


def unit_folder() -> Path:
    """Where units go: the system's for root, else the user's own."""
    if os.geteuid() == 0:
        return _SYSTEM_UNITS
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "systemd" / "user"


def install_systemd(schedule: Schedule, folder: Path | None = None) -> None:
    """Write the units and start the timer; where systemd is not at work, nothing is written (SitrepError)."""
    folder = folder or unit_folder()
    _systemctl("daemon-reload")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in units(schedule).items():
        (folder / name).write_text(text, encoding="utf-8")
    _systemctl("daemon-reload")
    _systemctl("enable", "--now", f"{schedule.name}.timer")


def remove_systemd(schedule: Schedule, folder: Path | None = None) -> bool:
    """Stop the timer and delete the units; False if there were none."""
    folder = folder or unit_folder()
    there = [folder / name for name in units(schedule) if (folder / name).exists()]
    if there:
        _systemctl("disable", "--now", f"{schedule.name}.timer")
        for path in there:
            path.unlink()
        _systemctl("daemon-reload")
    return bool(there)


def _systemctl(*arguments: str) -> None:
    call("systemctl", *([] if os.geteuid() == 0 else ["--user"]), *arguments)
