"""What a configuration may say: one frozen model per table of `sitrep.toml`."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Grade = Literal["A", "B", "C", "D", "E", "F"]


class Table(BaseModel):
    """A table that refuses keys it does not know: a misspelt setting must not be lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"'{name}' is no time zone (write it as in 'Asia/Damascus' or 'UTC')") from error
    return name


def _anchored(path: Path, info: ValidationInfo) -> Path:
    """A path as seen from the configuration file's folder."""
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path


AnchoredPath = Annotated[Path, AfterValidator(_anchored), Field(validate_default=True)]


class FolderSource(Table):
    """Articles in a file or folder, relative to the configuration file."""

    kind: Literal["folder"]
    path: AnchoredPath


class HouseholdSize(Table):
    """How many people a household has in one country, and who says so: printed beside each estimate made with it."""

    size: Annotated[float, Field(gt=0, le=20)]
    source: Text


class Override(Table):
    """An analyst's ruling on one figure: taken out, or pinned as the recommended one; printed by role and reason."""

    figure: Text
    action: Literal["reject", "pin"]
    reason: Text
    role: Text = "analyst"
    on: date | None = None


class ReportSettings(Table):
    """How the report looks and where it goes."""

    formats: tuple[Text, ...] = ("pdf", "md")
    out: AnchoredPath = Path("output")
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"


class Crisis(Table):
    """One crisis: what it is called, where its articles come from, and how they are weighed."""

    name: Text
    country: Text | None = None
    glide: Text | None = None
    sources: tuple[FolderSource, ...] = ()
    report: ReportSettings = ReportSettings()
    reliability: dict[str, Grade] = {}
    household_sizes: dict[str, HouseholdSize] = {}
    overrides: tuple[Override, ...] = ()


class Config(Table):
    """All crises of a file; the other tables of the file are the defaults that each crisis may replace."""

    crises: tuple[Crisis, ...]
