"""Settings of the ingest: how papers are read, and what one paper may cost."""

from __future__ import annotations

import os

from pydantic import Field

from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.settings import Settings
from crossfoot.schema.values import SecondOpinion
from crossfoot.server import READER


class LimitSettings(Settings):
    """What reading one document may cost before its worker is killed.

    The time limit is ``seconds`` plus ``seconds_per_mib`` for each mebibyte of the file, of the
    processor's time, and ten times as long by the clock. A page takes milliseconds to a second, and
    the slowest of 2,533 hostile files took 20 s, so a minute is generous and still ends a reader
    that goes in circles. ``memory_mib`` is address space above
    what a worker needs to start; the hungriest of those files took 1.2 GiB.
    """

    seconds: float = Field(default=60.0, gt=0)
    seconds_per_mib: float = Field(default=20.0, ge=0)
    memory_mib: int = Field(default=2048, ge=64)

    def seconds_for(self, size: int) -> float:
        """Return the limit in seconds of the processor's time for a file of *size* bytes."""
        return self.seconds + self.seconds_per_mib * size / 2**20


def default_jobs() -> int:
    """As many worker processes as this process may use processors, which may not be all."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ClusterSettings(Settings):
    """Which Dask cluster reads, and how much of it.

    ``address`` is ``dask://HOST:PORT`` (``tcp`` and ``tls`` are taken too). ``in_flight`` is the
    most documents handed to it at once; two for each thread of its workers if absent.
    ``patience``: seconds to wait for a worker where there is none, long enough for a cluster that
    starts machines when work comes.
    """

    address: str
    in_flight: int | None = Field(default=None, ge=1)
    patience: float = Field(default=60.0, ge=0)


class IngestSettings(Settings):
    """How an ingest runs.

    ``reader`` is the dotted name (``module:function``) of what a worker calls with a
    :class:`crossfoot.job.Job` to get a Paper: a name and not a function, so that a worker
    process imports no more than it needs. ``reread`` reads unchanged documents again.
    ``second_opinion`` says of which pages camelot reads the same tables; what it says is evidence
    and findings, never a value.
    """

    jobs: int = Field(default_factory=default_jobs, ge=1)
    reread: bool = False
    second_opinion: SecondOpinion = "doubtful"
    limits: LimitSettings = LimitSettings()
    extract: ExtractSettings = ExtractSettings()
    normalise: NormaliseSettings = NormaliseSettings()
    reader: str = READER
