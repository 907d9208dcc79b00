"""The base of each stage's settings."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Settings(BaseModel):
    """A frozen, closed set of options for one stage."""

    model_config = ConfigDict(frozen=True, extra="forbid")
