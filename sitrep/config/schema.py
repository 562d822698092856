"""What a configuration may say: one frozen model per table of `sitrep.toml`."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo

from ..errors import UsageError
from ..model import Crisis, Settings
from ..model.report import Product
from ..places.countries import iso3
from ..places.countries import name as country_name

_SETTINGS = frozenset(Settings.model_fields)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Grade = Literal["A", "B", "C", "D", "E", "F"]


class Table(BaseModel):
    """A table that refuses keys it does not know: a misspelt setting must not be lost in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, validate_default=True)


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"'{name}' is no time zone (write it as in 'Asia/Damascus' or 'UTC')") from error
    return name


def _known_country(name: str) -> str:
    code = iso3(name)
    if code is None:
        raise ValueError(f"'{name}' is no country (write its English name or its ISO code)")
    return code


def _anchored(path: Path, info: ValidationInfo) -> Path:
    """A path as seen from the configuration file's folder."""
    folder: Path = (info.context or {}).get("folder", Path())
    return folder / path


AnchoredPath = Annotated[Path, AfterValidator(_anchored)]


class FolderSource(Table):
    """Articles in a file or folder, relative to the configuration file."""

    kind: Literal["folder"]
    path: AnchoredPath


class HouseholdSize(Table):
    """How many people a household has in one country, and who says so: printed beside each estimate made with it."""

    size: Annotated[int | float, Field(gt=0, le=20)]
    source: Text


class OverrideConfig(Table):
    """An analyst's ruling on one figure: taken out, or pinned as the recommended one; printed by role and reason."""

    figure: Text
    action: Literal["reject", "pin"]
    reason: Text
    role: Text = "analyst"
    on: date | None = None


class ReportSettings(Table):
    """How a crisis's reports look and where they go; the fields that `model.Settings` has too mean the same."""

    formats: tuple[Text, ...] = ("pdf", "md")
    out: AnchoredPath = Path("output")
    templates: AnchoredPath | None = None
    product: Product = "sitrep"
    scheme: Literal["iasc-11", "iasc-8"] = "iasc-11"
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    contact: Text | None = None
    next_report: date | None = None
    paper: Literal["A4", "letter"] = "A4"
    archive: bool = False
    hxl: bool = False
    full_text: bool = False
    samples: bool = False


class CrisisConfig(Table):
    """One crisis: what it is called, where its articles come from, and how they are weighed.

    `event_start` is its first day where it is known, `population` the most people who can be in need there;
    `reliability` grades origins by name from A to F; `household_sizes` are by country; `overrides` are rulings on
    single figures.
    """

    name: Text
    country: Annotated[str, AfterValidator(_known_country)] | None = None
    glide: Text | None = None
    event_start: date | None = None
    population: Annotated[int, Field(gt=0)] | None = None
    sources: tuple[FolderSource, ...] = ()
    report: ReportSettings = ReportSettings()
    reliability: dict[Text, Grade] = {}
    household_sizes: dict[Annotated[str, AfterValidator(_known_country)], HouseholdSize] = {}
    overrides: tuple[OverrideConfig, ...] = ()

    @property
    def crisis(self) -> Crisis:
        """What a report is about, in the model's terms."""
        return Crisis(
            name=self.name,
            country=self.country,
            country_name=country_name(self.country) if self.country else None,
            glide=self.glide,
        )

    @property
    def settings(self) -> Settings:
        """How a report is written, in the model's terms, with the household size of the crisis's country."""
        shared = {field: getattr(self.report, field) for field in ReportSettings.model_fields.keys() & _SETTINGS}
        household = self.household_sizes.get(self.country or "")
        if household:
            shared |= {"household_size": household.size, "household_size_source": household.source}
        return Settings.model_validate(shared)


class Config(Table):
    """All crises of a file; the other tables of the file are the defaults that each crisis may replace."""

    crises: tuple[CrisisConfig, ...]

    def crisis(self, name: str | None) -> CrisisConfig:
        """The crisis of that name or slug; without a name, the only one. Raises UsageError otherwise."""
        names = ", ".join(f"'{crisis.name}'" for crisis in self.crises)
        if name is None:
            if len(self.crises) > 1:
                raise UsageError(f"The configuration has several crises; choose one with --crisis: {names}.")
            return self.crises[0]
        for crisis in self.crises:
            if name in (crisis.name, crisis.crisis.slug):
                return crisis
        raise UsageError(f"--crisis: the configuration has no crisis '{name}'; it has {names}.")
