"""What an audit lists: every finding with its paper's file name, the worst first."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crossfoot.checking import check
from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Finding
from crossfoot.store.database import Store
from crossfoot.store.findings import findings
from crossfoot.store.queries import documents

#: What is written of a finding for programs.
COLUMNS = (
    *("severity", "rule_id", "file_name", "page", "message", "printed", "expected"),
    *("code", "council", "x0", "y0", "x1", "y1"),
    *("accepted_because", "document_id", "finding_id"),
)


class Found(NamedTuple):
    """The findings, and how many papers were looked at."""

    findings: list[Finding]
    names: dict[str, str]

    @property
    def rows(self) -> list[dict[str, object]]:
        """One row a finding."""
        return [
            {**item.model_dump(), "file_name": self.names[item.document_id]}
            for item in self.findings
        ]


def listed(
    store: Store, council: str | None, told: Callable[[str], None] = lambda _: None
) -> Found:
    """Bring the findings up to date and return them, of a council where one is named.

    *told* hears a line before anything that may take long. Raises UsageError where there are no
    papers of *council*.
    """
    if council and not documents(store, council=council):
        raise UsageError(f"there are no papers of {council!r}", "see crossfoot codes")
    check(store, told)
    with store.moment() as now:  # each finding's paper is there, whatever another run takes out
        names = {item.document_id: item.file_name for item in documents(now, council=council)}
        found = [item for item in findings(now, council=council) if item.document_id in names]
    return Found(found, names)
