"""What an audit pack says: findings with their cells, papers, and what was checked and held."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.audit.book import BOOK
from crossfoot.audit.entry import Entry
from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Check, Finding
from crossfoot.schema.paper import Document
from crossfoot.schema.rows import CellRow
from crossfoot.schema.values import Severity
from crossfoot.store.checks import checks
from crossfoot.store.database import Store
from crossfoot.store.findings import findings
from crossfoot.store.proofs import proofs
from crossfoot.store.queries import documents

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Proved:
    """A finding, its paper, and the cells that prove it, of whichever paper."""

    finding: Finding
    document: Document
    entry: Entry
    cells: tuple[CellRow, ...]

    @property
    def anchor(self) -> str:
        """What the finding's place on the page is called."""
        return f"f-{self.finding.finding_id[:12]}"


@dataclass(frozen=True)
class Rule:
    """One rule and how its checks came out: how many held, how many findings it raised."""

    entry: Entry
    held: int
    open: int
    accepted: int


@dataclass(frozen=True)
class Checked:
    """One paper and how many findings of each severity are open, how many were accepted."""

    document: Document
    open: Mapping[Severity, int]
    accepted: int
    held: int


@dataclass(frozen=True)
class Contents:
    """Everything an audit pack says, in the order in which it says it."""

    council: str | None
    open: tuple[Proved, ...]
    accepted: tuple[Proved, ...]
    rules: tuple[Rule, ...]
    papers: tuple[Checked, ...]

    @property
    def counts(self) -> Counter[str]:
        """Open findings by severity."""
        return Counter(item.finding.severity for item in self.open)

    @property
    def held(self) -> int:
        """Checks that came out right."""
        return sum(rule.held for rule in self.rules)

    @property
    def every(self) -> tuple[Proved, ...]:
        return (*self.open, *self.accepted)


def contents(store: Store, council: str | None = None) -> Contents:
    """Collect what the store says of a council's papers, or of all.

    Raises UsageError where there are no such papers.
    """
    papers = {item.document_id: item for item in documents(store, council=council)}
    if not papers:
        raise UsageError(
            f"there are no papers of {council!r}" if council else "there are no papers",
            "see crossfoot codes" if council else "run crossfoot ingest",
        )
    found = [item for item in findings(store) if item.document_id in papers]
    cells = proofs(store, [item.finding_id for item in found])
    proved = [
        Proved(
            item,
            papers[item.document_id],
            BOOK[item.rule_id],
            tuple(cells.get(item.finding_id, ())),
        )
        for item in found
    ]
    held = [check for check in checks(store) if check.document_id in papers]
    return Contents(
        council,
        tuple(item for item in proved if item.finding.accepted_because is None),
        tuple(item for item in proved if item.finding.accepted_because is not None),
        _rules(proved, held),
        _papers(proved, papers, held),
    )


def _rules(proved: Sequence[Proved], checked: Sequence[Check]) -> tuple[Rule, ...]:
    """Rules that were applied to these papers: those with a check that held, or a finding."""
    held: Counter[str] = Counter()
    for check in checked:
        held[check.rule_id] += check.held
    said: dict[str, list[Proved]] = defaultdict(list)
    for item in proved:
        said[item.finding.rule_id].append(item)
    return tuple(
        Rule(
            BOOK[rule_id],
            held[rule_id],
            sum(item.finding.accepted_because is None for item in said[rule_id]),
            sum(item.finding.accepted_because is not None for item in said[rule_id]),
        )
        for rule_id in sorted({*held, *said})
    )


def _papers(
    proved: Sequence[Proved], papers: Mapping[str, Document], checked: Sequence[Check]
) -> tuple[Checked, ...]:
    held: Counter[str] = Counter()
    for check in checked:
        held[check.document_id] += check.held
    severities: dict[str, Counter[Severity]] = defaultdict(Counter)
    accepted: Counter[str] = Counter()
    for item in proved:
        finding = item.finding
        if finding.accepted_because is None:
            severities[finding.document_id][finding.severity] += 1
        else:
            accepted[finding.document_id] += 1
    return tuple(
        Checked(document, severities[key], accepted[key], held[key])
        for key, document in papers.items()
    )
