"""Configuration: takes a `sitrep.toml` (or a folder of them), returns frozen models, never reads the environment.

`[crisis]` (or `[[crisis]]`, several) describes a crisis; `[report]`, `[reliability]`, `[household_sizes]` and
`[[sources]]` at the top hold for every crisis of the file, and the same tables inside a crisis replace them key by key.
"""

from .load import load_config
from .mail import LogConfig, MailConfig
from .schema import Config, CrisisConfig, HouseholdSize, OverrideConfig, ReportSettings

__all__ = [
    "Config",
    "CrisisConfig",
    "HouseholdSize",
    "LogConfig",
    "MailConfig",
    "OverrideConfig",
    "ReportSettings",
    "load_config",
]
