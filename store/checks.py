"""Which papers were audited by which rules, what they found, and what held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, delete, or_, select, update

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Check, Finding, FindingCell
from crossfoot.store import own, tables
from crossfoot.store.accepted import restore_accepted
from crossfoot.store.chunks import chunks
from crossfoot.store.database import Store
from crossfoot.store.fastpath import insert_rows, row_tuples
from crossfoot.store.places import read_path, written_path


@dataclass(frozen=True)
class Audited:
    """What an audit found: everything that rules of *rule_ids* say takes its place.

    ``version`` is that of the rules, or of the content that findings across papers follow from.
    ``repeats`` says of each paper of a group what other file it repeats, null where none.
    """

    version: str
    rule_ids: Collection[str]
    findings: Sequence[Finding]
    cells: Sequence[FindingCell]
    checks: Sequence[Check]
    repeats: Mapping[str, str | None] = field(default_factory=dict)


def documents_to_audit(store: Store, rules_version: str) -> dict[str, str]:
    """Return the ids of documents that were not audited by these rules, in order.

    Each with the digest of its content, for :func:`save_audit`.
    """
    column = own.readings.c
    with store.read() as connection:
        query = select(column.document_id, column.digest).where(
            or_(column.rules_version.is_(None), column.rules_version != rules_version)
        )
        rows = connection.execute(query.order_by(column.document_id))
        return {document_id: digest for document_id, digest in rows}  # noqa: C416 - typed rows


def save_audit(
    store: Store, document_id: str, audited: Audited, *, digest: str | None = None
) -> None:
    """Put what an audit of one document found in the place of what those rules found before.

    What was accepted stays accepted, by ``finding_id``; findings of other rules stay. With the
    *digest* of the content that was audited, a document that another process has replaced or
    taken out since is left as it is. Raises UsageError where the document is not in the store,
    ValueError where a finding is of another document or rule.
    """
    for item in audited.findings:
        if item.document_id != document_id or item.rule_id not in audited.rule_ids:
            raise ValueError(f"finding {item.finding_id} is not of this document and these rules")
    column = own.readings.c
    query = select(column.digest).where(column.document_id == document_id)
    with store.write() as connection:
        if digest is not None and connection.execute(query).scalar() != digest:
            return
        if document_id not in _loads(connection, [document_id]):
            raise UsageError(f"there is no document {document_id}", "ingest it first")
        connection.execute(
            update(own.readings)
            .where(column.document_id == document_id)
            .values(rules_version=audited.version)
        )
        replace_findings(connection, audited, document_ids=[document_id])
        restore_accepted(connection, document_id)


def held_checks(store: Store, document_ids: Collection[str] | None = None) -> dict[str, int]:
    """Return how many checks of each rule held, in all documents or in those given."""
    held: dict[str, int] = defaultdict(int)
    for check in checks(store):
        if document_ids is None or check.document_id in document_ids:
            held[check.rule_id] += check.held
    return dict(held)


def checks(store: Store) -> list[Check]:
    """Return how many checks of each rule held in each document, by rule and document."""
    column = own.checks.c
    query = select(column.document_id, column.rule_id, column.held)
    with store.read() as connection:
        rows = connection.execute(query.order_by(column.rule_id, column.document_id))
        return [Check(*row) for row in rows]


def remember_files(store: Store, paths: Mapping[str, Path]) -> None:
    """Remember where the documents (id to path) were read, for pictures of their cells."""
    column = own.files.c
    written = {document_id: written_path(path) for document_id, path in paths.items()}
    with store.read() as connection:
        if not _moved(connection, written):
            return
    with store.write() as connection:  # asked again: another process may have been here
        moved = _moved(connection, written)
        for document_id in moved:
            connection.execute(delete(own.files).where(column.document_id == document_id))
        insert_rows(connection, own.files, sorted(moved.items()))


def _moved(connection: Connection, written: Mapping[str, str]) -> dict[str, str]:
    """Return those of the documents in the store that were read elsewhere before, or never."""
    column = own.files.c
    rows = connection.execute(select(column.document_id, column.path))
    known = {document_id: path for document_id, path in rows}  # noqa: C416 - typed rows
    stored = set(connection.execute(select(tables.documents.c.document_id)).scalars())
    return {
        document_id: path
        for document_id, path in written.items()
        if document_id in stored and known.get(document_id) != path
    }


def known_files(store: Store) -> dict[str, Path]:
    """Return where each document was read last, by document id."""
    column = own.files.c
    with store.read() as connection:
        rows = connection.execute(select(column.document_id, column.path).order_by(column.path))
        return {document_id: read_path(path) for document_id, path in rows}


def replace_findings(
    connection: Connection, *audited: Audited, document_ids: Collection[str]
) -> None:
    """Replace the findings and checks that the rules of *audited* made of these documents.

    What was accepted is to be restored afterwards.
    """
    rules = sorted({rule_id for each in audited for rule_id in each.rule_ids})
    for some in chunks(document_ids):
        for table in (tables.findings, own.checks):
            gone = delete(table).where(table.c.rule_id.in_(rules))
            connection.execute(gone.where(table.c.document_id.in_(some)))
    insert_rows(connection, own.checks, [check for each in audited for check in each.checks])
    findings = chain.from_iterable(each.findings for each in audited)
    _insert_findings(connection, findings, chain.from_iterable(each.cells for each in audited))


def _insert_findings(
    connection: Connection, findings: Iterable[Finding], cells: Iterable[FindingCell]
) -> None:
    """Insert findings as of the run that stored their document."""
    new = {item.finding_id: item for item in findings}
    loads = _loads(connection, {item.document_id for item in new.values()})
    by_load: dict[str, list[Finding]] = defaultdict(list)
    for item in new.values():
        by_load[loads[item.document_id]].append(item)
    table = tables.findings
    for load_id, some in sorted(by_load.items()):
        insert_rows(connection, table, row_tuples(table, some), load_id)
    proof: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for cell in cells:
        load_id = loads[new[cell.finding_id].document_id]
        proof[load_id].add((cell.finding_id, cell.cell_id))
    for load_id, pairs in sorted(proof.items()):
        insert_rows(connection, tables.finding_cells, sorted(pairs), load_id)


def _loads(connection: Connection, document_ids: Collection[str]) -> dict[str, str]:
    column = tables.documents.c
    found: dict[str, str] = {}
    for some in chunks(document_ids):
        query = select(column.document_id, column.load_id).where(column.document_id.in_(some))
        found.update((document_id, load_id) for document_id, load_id in connection.execute(query))
    return found
