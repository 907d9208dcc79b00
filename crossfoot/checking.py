"""Keeping the findings true: of each paper by today's rules, and of all papers together.

What a rule across papers finds follows from all papers of a council. It is made again whenever
one of them came, went or reads differently, or a person decided on two series, and only then: a
digest of that content is kept beside the findings. A process that was killed in between leaves a
digest that does not fit, so the next command mends it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from crossfoot.audit.across.rules import ACROSS_IDS, ACROSS_VERSION, audit_across
from crossfoot.audit.rules import RULE_IDS, RULES_VERSION, audit
from crossfoot.schema.errors import UsageError
from crossfoot.store.checks import Audited, documents_to_audit, save_audit
from crossfoot.store.database import Store
from crossfoot.store.groups import Group, save_groups, stale_groups
from crossfoot.store.queries import paper_rows
from crossfoot.store.same_report import mark_same_reports

# Another process may store a paper while this one compares; three in a row is a busy store, where
# that process will compare again when it ends.
_ATTEMPTS = 3


def check(store: Store, told: Callable[[str], None] = lambda _: None) -> None:
    """Bring every finding up to date; where all are, this costs a few short queries.

    *told* hears a line before anything that may take long. Raises StoreError where the database
    fails.
    """
    stale = documents_to_audit(store, RULES_VERSION)
    if stale:
        told(f"checking {len(stale)} papers by rules they have not been checked by")
    for document_id, digest in stale.items():
        _check_paper(store, document_id, digest)
    check_across(store)


def check_across(store: Store) -> None:
    """Bring the findings that follow from several papers up to date."""
    for _ in range(_ATTEMPTS):
        stale = stale_groups(store, ACROSS_VERSION)
        # What repeats what is part of the content that a group is compared by.
        touched = [document_id for group in stale for document_id in group.document_ids]
        if touched and mark_same_reports(store, document_ids=touched):
            stale = stale_groups(store, ACROSS_VERSION)
        if not stale or save_groups(store, ACROSS_VERSION, _compared(store, stale)):
            return


def _compared(store: Store, stale: list[Group]) -> dict[Group, Audited]:
    with _without_collecting():
        return {
            group: Audited(group.digest, ACROSS_IDS, *audit_across(store, group.document_ids))
            for group in stale
        }


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
    try:
        paper = paper_rows(store, document_id)
    except UsageError:  # another process took it out
        return
    audited = Audited(RULES_VERSION, RULE_IDS, *audit(paper))
    save_audit(store, document_id, audited, digest=digest)
