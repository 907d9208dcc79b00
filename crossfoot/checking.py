"""Keeping the findings true: of each paper by today's rules, and of all papers together.

What a rule across papers finds follows from all papers of a council. It is made again whenever
one of them came, went or reads differently, or a person decided on two series, and only then: a
digest of that content is kept beside the findings. A process that was killed in between leaves a
digest that does not fit, so the next command mends it.
"""

from __future__ import annotations

import gc
import time
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from sqlalchemy.pool import QueuePool

from crossfoot.audit.across.rules import ACROSS_IDS, ACROSS_VERSION, audit_across
from crossfoot.schema.errors import ReadOnlyError, UsageError
from crossfoot.start import may_fork
from crossfoot.store.checks import Audited, documents_to_audit, save_audit
from crossfoot.store.database import Store
from crossfoot.store.groups import Group, Listing, is_as_listed, listed, save_groups

# Another process may store a paper while this one compares; three in a row is a busy store, where
# that process will compare again when it ends.
_ATTEMPTS = 3
# Groups are listed again after each saving: half a second for 10,000 papers. So it waits until
# comparing has taken that many times as long.
_SAVED_SELDOM = 20
_SAVED_EVERY = 1.0  # seconds
# The questions that a comparison asks of the database cost as much as comparing 4 papers does, so
# small groups are compared together. 200 papers at a time take 4% longer than 50 and twice the
# memory, since what is read anew lies where nothing lay before.
_PAPERS_TOGETHER = 50
# A process more takes 0.02 to 0.06 s, by what a page of memory costs the machine: as long as
# comparing 30 to 80 papers of 30 figures and 15 actions.
_PAPERS_A_PROCESS = 100


def check(store: Store, told: Callable[[str], None] = lambda _: None) -> None:
    """Bring every finding up to date; where all are, this costs a few short queries.

    *told* hears a line before anything that may take long, and where the database may only be
    read: then the findings stay as they were. Raises StoreError where the database fails.
    """
    try:
        _bring_up_to_date(store, told)
    except ReadOnlyError as error:
        told(f"the findings are as they were left and not brought up to date: {error.message}")


def _bring_up_to_date(store: Store, told: Callable[[str], None]) -> None:
    from crossfoot.audit.rules import RULES_VERSION  # noqa: PLC0415 - not for comparing papers

    stale = documents_to_audit(store, RULES_VERSION)
    if stale:
        told(f"checking {len(stale)} papers by rules they have not been checked by")
    for document_id, digest in stale.items():
        _check_paper(store, document_id, digest)
    check_across(store)


def check_across(store: Store, jobs: int | None = None) -> None:
    """Bring the findings that follow from several papers up to date, and what repeats what.

    Only groups whose papers changed are compared, some after the others, so that memory follows
    the largest of them and not the store. What was found is saved from time to time: a comparison
    that is broken off goes on from there the next time. Where this process may be forked and
    many papers changed, it has up to *jobs* processes compare, as many as processors where null;
    what is found does not depend on it.
    """
    for _ in range(_ATTEMPTS):
        saved = list[bool]()
        left: set[str] | None = None
        while left is None or left:
            part, left, listing = _compared(store, left, jobs)
            if not part:
                break
            saved.append(save_groups(store, ACROSS_VERSION, part, listing))
        if all(saved) and not left:
            return


_Part = dict[Group, Audited]


def _compared(
    store: Store, wanted: set[str] | None, jobs: int | None
) -> tuple[_Part, set[str], Listing]:
    """Compare the papers of groups for some time; return what was found, and which are left.

    Those *wanted*, by their content; all whose findings are not up to date where it is null.
    """
    alone = jobs == 1 or not _may_be_left(store)
    begun = time.monotonic()
    with store.moment() as now:
        listing = listed(now, ACROSS_VERSION)
        stale = _wanted(listing, wanted)
        until = begun + max(_SAVED_EVERY, _SAVED_SELDOM * (time.monotonic() - begun))
        shares = [stale] if alone else _shares(stale, jobs)
        part = _audited(now, stale, until) if len(shares) == 1 else {}
    if len(shares) > 1:
        found = _in_processes(store, [partial(_share, store, of, listing, until) for of in shares])
        part = {group: found[group] for group in stale if group in found}
    left = {group.unmarked for group in stale} if wanted is None else wanted
    return part, left - {group.unmarked for group in part}, listing


def _may_be_left(store: Store) -> bool:
    """Whether this process may fork, and nobody is in the middle of asking the store something."""
    pool = store.engine.pool
    return may_fork() and isinstance(pool, QueuePool) and not pool.checkedout()


def _in_processes(store: Store, shares: Sequence[Callable[[], _Part]]) -> Mapping[Group, Audited]:
    from crossfoot.several import in_processes  # noqa: PLC0415 - seldom, and 5 ms to load

    # SQLite's locks are the process's, and a connection to a server is one conversation: while
    # this process is forked there is none.
    store.close()
    return ChainMap(*in_processes(shares))


def _shares(groups: list[Group], jobs: int | None) -> list[list[Group]]:
    """Part groups among as many processes as pay, about equally many papers each."""
    papers = sum(len(group.document_ids) for group in groups)
    number = min(len(groups), papers // _PAPERS_A_PROCESS)
    if number < 2:
        return [groups]
    from crossfoot.settings import default_jobs  # noqa: PLC0415 - seldom, and 10 ms to load

    number = min(number, jobs or default_jobs())
    shares: list[list[Group]] = [[] for _ in range(number)]
    sizes = [0] * number
    for group in sorted(groups, key=lambda each: -len(each.document_ids)):
        least = sizes.index(min(sizes))
        shares[least].append(group)
        sizes[least] += len(group.document_ids)
    return shares


def _share(store: Store, share: list[Group], listing: Listing, until: float) -> _Part:
    """Compare the papers of a share of the groups, of those that are as they were listed."""
    with store.moment() as now:
        if not is_as_listed(now, ACROSS_VERSION, listing):
            share = _wanted(listed(now, ACROSS_VERSION), {group.unmarked for group in share})
        return _audited(now, share, until)


def _wanted(listing: Listing, wanted: set[str] | None) -> list[Group]:
    return [group for group in listing.stale if wanted is None or group.unmarked in wanted]


def _audited(now: Store, stale: list[Group], until: float) -> _Part:
    """Compare the papers of groups, of as many as there is time for.

    All of them *now*, in one moment: a paper stored since would be of a group and not be in it.
    The moment ends before anything is saved, for a store without a log, or in memory, cannot be
    read and written at once.
    """
    part: _Part = {}
    for some in _batches(stale):
        with _without_collecting():
            found = audit_across(now, [group.document_ids for group in some])
        for group, (verdict, repeats) in zip(some, found, strict=True):
            part[group] = Audited(group.digest, ACROSS_IDS, *verdict, repeats)
        if time.monotonic() >= until:
            break
    return part


def _batches(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Yield groups, small ones together."""
    some = list[Group]()
    for group in groups:
        some.append(group)
        if sum(len(each.document_ids) for each in some) >= _PAPERS_TOGETHER:
            yield some
            some = []
    if some:
        yield some


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold the garbage collector: a fifth of the time went to walking rows that nothing cycles."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _check_paper(store: Store, document_id: str, digest: str) -> None:
    # Seldom, and 15 ms to load.
    from crossfoot.audit.rules import RULE_IDS, RULES_VERSION, audit  # noqa: PLC0415
    from crossfoot.store.queries import paper_rows  # noqa: PLC0415

    try:
        paper = paper_rows(store, document_id)
    except UsageError:  # another process took it out
        return
    audited = Audited(RULES_VERSION, RULE_IDS, *audit(paper))
    save_audit(store, document_id, audited, digest=digest)
