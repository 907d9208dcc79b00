"""What a person asks of an ingest, by the command or by the library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crossfoot.schema.values import SecondOpinion


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a person asks of an ingest.

    ``paths`` are PDF files and folders of them; ``council`` is that of all of them, where a
    *manifest* (:mod:`crossfoot.manifest`) does not name another. ``headings`` is a file of a user's
    own column headings. ``jobs`` counts worker processes, as many as processors where null.
    ``reread`` reads what is in the store again. ``time_limit`` (seconds of the processor's
    time) and ``memory`` (MiB) are what one document may take
    (:class:`crossfoot.settings.LimitSettings`). Where *executor* names a Dask cluster
    (``dask://HOST:PORT``) its workers read, and ``jobs`` is the most documents that it has at once.
    """

    paths: tuple[Path, ...]
    council: str | None = None
    manifest: Path | None = None
    headings: Path | None = None
    jobs: int | None = None
    reread: bool = False
    second_opinion: SecondOpinion = "doubtful"
    time_limit: float = 60.0
    memory: int = 2048
    executor: str | None = None
