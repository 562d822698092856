"""What all models are made of: fields that nobody changes."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A record that no stage edits; a changed copy is another record."""

    model_config = ConfigDict(frozen=True)
