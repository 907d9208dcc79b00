"""The documents of one run on their way through the readers.

Nothing here knows the database, so that reading can begin before that is loaded
(:mod:`crossfoot.intake`).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from time import monotonic

from crossfoot.choosing import Plan, document_version, facts_of
from crossfoot.job import Job, Unread
from crossfoot.pool.common import Done, Pool, Task, UnderWay
from crossfoot.pool.local import LocalPool
from crossfoot.schema.paper import Document, Paper
from crossfoot.settings import IngestSettings

# Seconds, in which two processors read 400 pages. A database that cannot be opened is told so much
# later, and where there is more to read than that it makes no difference any more.
_STAND_BACK = 0.5


class Reading:
    """What is read in one run, and by whom: *pool*, or without one processes of this machine.

    Those are started when there is something to read, and ended when all is read, or by
    :meth:`close`.
    """

    def __init__(self, settings: IngestSettings, pool: Pool | None = None) -> None:
        self._settings, self._pool = settings, pool
        self._ours = ExitStack()
        self._begun: list[Plan] = []
        self._under_way: UnderWay | None = None
        self._may_stand_back = _STAND_BACK

    def begin(self, plans: Sequence[Plan]) -> None:
        """Have the first documents read while nobody can take their papers yet; wait for nothing.

        No more than the readers have room for: their papers wait in the memory of this process.
        What was begun before goes on if it was for the same plans, else it is dropped.
        """
        readable = _readable(plans)
        if readable == self._begun:
            return
        self._ours.close()
        self._begun, self._under_way = readable, None
        if readable:
            self._under_way = UnderWay(self._readers(), self._tasks(readable))
            self._under_way.hand_over()

    def stand_back(self) -> None:
        """Wait while all processors read and nothing has been read, in all for half a second.

        For work that is not needed before: a long document is read by as many processes as there
        are processors, and then by one alone, beside which there is room for it.
        """
        if self._under_way is not None and self._may_stand_back:
            begun = monotonic()
            self._under_way.leaves_room(self._may_stand_back)
            self._may_stand_back = max(0.0, self._may_stand_back - (monotonic() - begun))

    def papers(self, plans: Sequence[Plan]) -> Generator[tuple[Paper, BaseException | None]]:
        """Yield a paper for each document, with the fault of ours through which one failed.

        Begins where :meth:`begin` has not begun the same. Raises what the pool raises where it is
        gone. Closing the generator ends the readers.
        """
        with self._ours:
            self.begin(plans)
            for plan in plans:
                if plan.source.problem is not None:
                    yield _failed(_job(plan, self._settings), plan.source.problem), None
            for done in self._taken_over():
                yield _paper(done), done.error

    def close(self) -> None:
        """End the readers, whatever they are reading."""
        self._ours.close()

    def _taken_over(self) -> Iterator[Done]:
        under_way = self._under_way
        self._begun, self._under_way = [], None
        return iter(under_way or ())

    def _readers(self) -> Pool:
        if self._pool is not None:
            return self._pool
        settings = self._settings
        pool = LocalPool(settings.reader, settings.jobs, settings.limits)
        return self._ours.enter_context(pool)

    def _tasks(self, readable: Iterable[Plan]) -> Iterator[Task]:
        for plan in readable:
            size = plan.source.size
            seconds = self._settings.limits.seconds_for(size)
            yield Task(_job(plan, self._settings), seconds, size)


def read_alone(plan: Plan, settings: IngestSettings) -> tuple[Paper, BaseException | None]:
    """Read one file and store nothing; where that failed through a fault of ours, give that too."""
    ((paper, fault),) = Reading(settings).papers([plan])
    return paper.opened(), fault


def _readable(plans: Sequence[Plan]) -> list[Plan]:
    """Those whose bytes can be had, the largest first.

    A pack that came last would keep one worker when the others are done.
    """
    readable = [plan for plan in plans if plan.source.problem is None]
    return sorted(readable, key=lambda plan: -plan.source.size)


def _job(plan: Plan, settings: IngestSettings) -> Job:
    version = document_version(settings.normalise.reader_version, plan.known)
    return Job(
        plan.source.path,
        plan.source.file_name,
        plan.source.document_id,
        plan.known,
        settings.extract,
        settings.normalise.model_copy(update={"reader_version": version}),
        settings.second_opinion,
    )


def _paper(done: Done) -> Paper:
    if isinstance(done.result, Unread):
        return _failed(done.job, done.result.reason)
    return done.result.model_copy(update={"facts": facts_of(done.job.known)})


def _failed(job: Job, reason: str) -> Paper:
    known = job.known
    document = Document(
        document_id=job.document_id,
        file_name=job.file_name,
        source_url=known.source_url,
        council=known.council,
        council_source=known.council_source,
        title=known.title,
        committee=known.committee,
        published_on=known.published_on,
        published_on_source=known.published_on_source,
        outcome="failed",
        reason=reason,
        reader_version=job.normalise.reader_version,
    )
    return Paper(document=document, facts=facts_of(known))
