"""Settings of the reading stage."""
from __future__ import annotations
from crossfoot.schema.settings import Settings
class ExtractSettings(Settings):
    """How a document is read."""
