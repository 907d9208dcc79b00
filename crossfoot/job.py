"""What a reader is asked, and what it says of a document that it could not read."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.schema.values import SecondOpinion


class Job(NamedTuple):
    """One document to read, and how."""

    path: Path
    file_name: str
    document_id: str
    known: Known
    extract: ExtractSettings
    normalise: NormaliseSettings
    second_opinion: SecondOpinion = "doubtful"


class Unread(NamedTuple):
    """A document that could not be read, and why, in words for a person."""

    reason: str
