"""What a configuration may say: one frozen model per table of `sitrep.toml`."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from ..collect.http_settings import HttpSettings
from ..collect.settings import AnySource
from ..collect.tables import AnchoredPath, Country, Table, Text
from ..errors import UsageError
from ..model import Crisis, Settings
from ..model.crisis import Product
from ..places import Gazetteer
from ..places.countries import name as country_name
from ..places.stored import default_folder
from ..reconcile import HouseholdSize as SizeOfHouseholds
from ..reconcile import household_size
from ..report import FORMATS
from ..secret import holds_password
from .mail import LogConfig, MailConfig

_SETTINGS = frozenset(Settings.model_fields)

Grade = Literal["A", "B", "C", "D", "E", "F"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"'{name}' is no time zone (write it as in 'Asia/Damascus' or 'UTC')") from error
    return name


def _anchored_store(where: str, info: ValidationInfo) -> str:
    """A path as seen from the configuration file's folder; a URL as it is."""
    folder: Path = (info.context or {}).get("folder", Path())
    if "://" in where and holds_password(where):
        raise ValueError("a password may not stand here; put it into ~/.pgpass or into the variable PGPASSWORD")
    return where if "://" in where else str(folder / where)


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


def _known_format(name: str) -> str:
    if name not in FORMATS:
        raise ValueError(f"there is no format '{name}'; the formats are {', '.join(FORMATS)}")
    return name


class ReportSettings(Table):
    """How a crisis's reports look and where they go; the fields that `model.Settings` has too mean the same."""

    formats: tuple[Annotated[Text, AfterValidator(_known_format)], ...] = ("pdf", "md")
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

    `days` is how long an article is carried from report to report; `store` a path or URL;
    `event_start` is its first day where it is known, `population` the most people who can be in need there;
    `reliability` grades origins by name from A to F; `household_sizes` are by country; `places` are CSV files
    of the user's own places; `overrides` are rulings on single figures.
    """

    name: Text
    country: Country | None = None
    glide: Text | None = None
    event_start: date | None = None
    population: Annotated[int, Field(gt=0)] | None = None
    sources: tuple[AnySource, ...] = ()
    days: Annotated[int, Field(ge=1, le=3660)] = 7
    store: Annotated[Text, AfterValidator(_anchored_store)] = "sitrep.db"
    http: HttpSettings = HttpSettings()
    mail: MailConfig = MailConfig()
    log: LogConfig | None = None
    report: ReportSettings = ReportSettings()
    reliability: dict[Text, Grade] = {}
    household_sizes: dict[Country, HouseholdSize] = {}
    places: tuple[AnchoredPath, ...] = ()
    overrides: tuple[OverrideConfig, ...] = ()

    @model_validator(mode="after")
    def _sources_are_told_apart(self) -> Self:
        for label, times in Counter(source.label for source in self.sources).items():
            if times > 1:
                raise ValueError(f"{times} sources are called '{label}'; give each a 'name' of its own")
        return self

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
    def series(self) -> str:
        """The series of reports that this makes, as their ids begin: `northwest-syria-flash`."""
        return f"{self.crisis.slug}-{self.report.product}"

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders of the user's own templates."""
        return (self.report.templates,) if self.report.templates else ()

    def gazetteer(self) -> Gazetteer:
        """Names of places: the crisis's own files, then what `sitrep places import` keeps, then the packaged world."""
        return Gazetteer.load(self.places, default_folder())

    @property
    def sizes(self) -> dict[str, SizeOfHouseholds]:
        """The household sizes that the user gave, in reconciliation's terms."""
        return {code: SizeOfHouseholds(given.size, given.source) for code, given in self.household_sizes.items()}

    @property
    def settings(self) -> Settings:
        """How a report is written, in the model's terms, with the household size of the crisis's country."""
        shared = {field: getattr(self.report, field) for field in ReportSettings.model_fields.keys() & _SETTINGS}
        household = household_size(self.country, self.sizes)
        if household:
            shared |= {"household_size": household.size, "household_size_source": household.source}
        return Settings.model_validate(shared)


class Config(Table):
    """All crises of a file; the other tables of the file are the defaults that each crisis may replace."""

    crises: tuple[CrisisConfig, ...]

    def named(self, name: str | None) -> tuple[CrisisConfig, ...]:
        """The crises of that name, slug or series; all without a name. Raises UsageError where there is none."""
        if name is None:
            return self.crises
        found = [crisis for crisis in self.crises if name in (crisis.name, crisis.crisis.slug)]
        found = found or [crisis for crisis in self.crises if name == crisis.series]
        if not found:
            raise UsageError(f"--crisis: the configuration has no crisis '{name}'; it has {self._listed(self.crises)}.")
        return tuple(found)

    def crisis(self, name: str | None, *, any_product: bool = False) -> CrisisConfig:
        """The only crisis of that name, slug or series; without a name, the only one. Raises UsageError otherwise.

        With `any_product` one of several is as good as another, as long as they share their articles and store.
        """
        found = self.named(name)
        kept = {(crisis.crisis.slug, crisis.store) for crisis in found}
        if len(found) > 1 and not (any_product and len(kept) == 1):
            what = "several crises" if name is None else f"several products of '{name}'"
            raise UsageError(f"The configuration has {what}; choose one with --crisis: {self._listed(found)}.")
        return found[0]

    def issuer(self, report: str, name: str | None = None) -> CrisisConfig:
        """Of the crises of that name, the one that issues the report of this id. Raises UsageError if none does."""
        among = self.named(name)
        for crisis in among:
            if re.fullmatch(rf"{re.escape(crisis.series)}-\d+(-r\d+)?", report):
                return crisis
        series = ", ".join(f"'{crisis.series}-'" for crisis in among)
        raise UsageError(f"{report} is no report of this configuration: the ids of its reports begin with {series}.")

    def label(self, crisis: CrisisConfig) -> str:
        """What `named` knows a crisis by: its name, or its series where it shares the name with another."""
        return crisis.name if len(self.named(crisis.name)) == 1 else crisis.series

    def _listed(self, crises: Sequence[CrisisConfig]) -> str:
        return ", ".join(f"'{self.label(crisis)}'" for crisis in crises)
