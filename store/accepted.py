"""What people accepted: kept by finding, so that it outlives one reading of a document.

A newer reader may draw the same box a point lower, a newer rule say the same in other words: the
finding gets another id, and what was accepted goes over to it where there is no doubt which it is.
What is not found any more is kept too, and can be named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update

from crossfoot.schema.finding import Finding
from crossfoot.store.database import Store
from crossfoot.store.fastpath import Row, fields, insert_rows
from crossfoot.store.own import acceptances
from crossfoot.store.tables import documents, findings

_SAID = ("rule_id", "code", "printed", "expected", "message")
_PLACED = ("rule_id", "code", "printed", "expected", "severity", "page", "x0", "y0", "x1", "y1")


class Lost(NamedTuple):
    """Something accepted that is not found any more in a paper that is there.

    ``finding`` is what was accepted, null where an earlier version of this program kept only why.
    """

    finding_id: str
    file_name: str
    because: str
    finding: Finding | None


def accepted_row(finding: Finding, because: str) -> Row:
    """Return the row of ``acceptances`` for a finding that is accepted."""
    plain = finding.model_copy(update={"accepted_because": None})
    said = plain.model_dump_json(exclude_none=True)
    return finding.finding_id, finding.document_id, because, said


def restore_accepted(connection: Connection, document_id: str | None = None) -> None:
    """Write ``accepted_because`` of findings, a document's or all, from what people decided."""
    kept = acceptances.c
    mine = select(kept.finding_id, kept.document_id, kept.because, kept.finding)
    if document_id is not None:
        mine = mine.where(kept.document_id == document_id)
    decided = connection.execute(mine.order_by(kept.finding_id)).all()
    if not decided:
        return
    _write(connection, document_id)
    found = select(findings.c.finding_id)
    orphans = connection.execute(mine.where(kept.finding_id.not_in(found))).all()
    for old, finding, because in _moved(connection, orphans):
        connection.execute(delete(acceptances).where(kept.finding_id == old))
        insert_rows(connection, acceptances, [accepted_row(finding, because)])
    if orphans:
        _write(connection, document_id)


def lost_acceptances(store: Store) -> list[Lost]:
    """Return what was accepted in papers that are there and is not found any more, by paper."""
    kept = acceptances.c
    query = (
        select(kept.finding_id, documents.c.file_name, kept.because, kept.finding)
        .join(documents, documents.c.document_id == kept.document_id)
        .where(kept.finding_id.not_in(select(findings.c.finding_id)))
        .order_by(documents.c.file_name, kept.document_id, kept.finding_id)
    )
    with store.read() as connection:
        rows = connection.execute(query).all()
    return [Lost(*row[:3], Finding.model_validate_json(row[3]) if row[3] else None) for row in rows]


def _write(connection: Connection, document_id: str | None) -> None:
    because = (
        select(acceptances.c.because)
        .where(acceptances.c.finding_id == findings.c.finding_id)
        .scalar_subquery()
    )
    decided = update(findings).where(findings.c.finding_id.in_(select(acceptances.c.finding_id)))
    if document_id is not None:
        decided = decided.where(findings.c.document_id == document_id)
    connection.execute(decided.values(accepted_because=because))


def _moved(connection: Connection, orphans: Sequence[Any]) -> Iterator[tuple[str, Finding, str]]:
    """Yield what was accepted under another id, the finding that it goes over to, and why.

    The same words of the same rule elsewhere in the paper, or other words of it on the same place
    about the same print; only where one finding and one acceptance fit each other and no other.
    """
    matches: list[tuple[str, Finding, str]] = []
    for finding_id, document_id, because, said in orphans:
        if said is None:
            continue
        before = Finding.model_validate_json(said)
        found = _candidates(connection, document_id, before.rule_id)
        same = [item for item in found if _alike(before, item, _SAID)]
        if not same and (before.printed or before.expected) and before.x0 is not None:
            same = [item for item in found if _alike(before, item, _PLACED)]
        if len(same) == 1:
            matches.append((finding_id, same[0], because))
    times = Counter(item.finding_id for _, item, _ in matches)
    yield from (match for match in matches if times[match[1].finding_id] == 1)


def _candidates(connection: Connection, document_id: str, rule_id: str) -> list[Finding]:
    c = findings.c
    rows = connection.execute(
        select(*(c[name] for name in fields(findings))).where(
            c.document_id == document_id, c.rule_id == rule_id, c.accepted_because.is_(None)
        )
    )
    return [Finding.model_validate(dict(row._mapping)) for row in rows]


def _alike(one: Finding, other: Finding, names: Sequence[str]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)
