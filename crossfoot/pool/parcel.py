"""A task as it travels to another machine, where neither paths nor settings files mean the same."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import Any, NamedTuple

from crossfoot.job import Job
from crossfoot.pool.common import Task


class Parcel(NamedTuple):
    """A task without anything that means another thing on another machine.

    ``job`` are the fields of a Job behind its path, its settings without the headings file, whose
    content is ``headings``. ``run`` names the command that asks: each has a helper of its own.
    """

    run: str
    reader: str
    memory_mib: int
    path: str
    job: tuple[Any, ...]
    seconds: float
    headings: bytes | None

    @property
    def document_id(self) -> str:
        """The SHA-256 that the document's bytes must have."""
        return Job(Path(), *self.job).document_id

    def task(self, path: Path, folder: Path) -> Task:
        """Return the task with the document at *path* and the user's headings in *folder*."""
        job = Job(path, *self.job)
        if self.headings is not None:
            file = folder / f"{hashlib.sha256(self.headings).hexdigest()}.toml"
            if not file.exists():
                part = file.with_suffix(f".{self.document_id}")
                part.write_bytes(self.headings)
                part.replace(file)  # another thread may be about to read it
            normalise = job.normalise.model_copy(update={"headings_file": file})
            job = job._replace(normalise=normalise)
        return Task(job, self.seconds)


class Packer(NamedTuple):
    """Makes the parcels of one run."""

    run: str
    reader: str
    memory_mib: int
    headings: bytes | None

    def pack(self, task: Task) -> bytes:
        """Return a task's parcel, pickled."""
        job = task.job
        normalise = job.normalise.model_copy(update={"headings_file": None})
        fields = tuple(job._replace(normalise=normalise))[1:]
        # As text: a path of another kind of system cannot even be unpickled.
        path = str(job.path.absolute())
        parcel = (self.run, self.reader, self.memory_mib, path, fields, task.seconds)
        return pickle.dumps(Parcel(*parcel, self.headings))
