"""Which papers were audited by which rules, what they found, and what held."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from sqlalchemy import Connection, delete, func, or_, select, update

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Check, Finding, FindingCell
from crossfoot.store import own, tables
from crossfoot.store.accepted import restore_accepted
from crossfoot.store.database import Store
from crossfoot.store.fastpath import insert_rows, row_tuples

_ACROSS = "across"


@dataclass(frozen=True)
class Audited:
    """What an audit found: everything that rules of *rule_ids* say takes its place.

    ``version`` is that of the rules, or of the content that findings across papers follow from.
    """

    version: str
    rule_ids: Collection[str]
    findings: Sequence[Finding]
    cells: Sequence[FindingCell]
    checks: Sequence[Check]


def documents_to_audit(store: Store, rules_version: str) -> list[str]:
    """Return the ids of documents that were not audited by these rules, in order."""
    column = own.readings.c
    with store.read() as connection:
        query = select(column.document_id).where(
            or_(column.rules_version.is_(None), column.rules_version != rules_version)
        )
        return list(connection.execute(query.order_by(column.document_id)).scalars())


def save_audit(store: Store, document_id: str, audited: Audited) -> None:
    """Put what an audit of one document found in the place of what those rules found before.

    What was accepted stays accepted, by ``finding_id``; findings of other rules stay. Raises
    UsageError where the document is not in the store, ValueError where a finding is of another
    document or rule.
    """
    for item in audited.findings:
        if item.document_id != document_id or item.rule_id not in audited.rule_ids:
            raise ValueError(f"finding {item.finding_id} is not of this document and these rules")
    with store.write() as connection:
        if document_id not in _loads(connection, [document_id]):
            raise UsageError(f"there is no document {document_id}", "ingest it first")
        connection.execute(
            update(own.readings)
            .where(own.readings.c.document_id == document_id)
            .values(rules_version=audited.version)
        )
        _replace(connection, audited, document_id)


def content_digest(store: Store, salt: str) -> str:
    """Return a digest of everything that findings across papers follow from.

    That is what each document reads as, and what people decided on series. *salt* stands for the
    version of the rules.
    """
    with store.read() as connection:
        return _content_digest(connection, salt)


def standing_digest(store: Store) -> str | None:
    """Return the digest of the content that the findings across papers were made from."""
    column = own.standing.c
    with store.read() as connection:
        return connection.execute(select(column.digest).where(column.name == _ACROSS)).scalar()


def save_across(store: Store, salt: str, audited: Audited) -> bool:
    """Put what an audit across papers found in the place of all that those rules found before.

    Returns False, and changes nothing, where the content is no longer that of
    ``audited.version`` (a digest with the same *salt*): another process stored a paper meanwhile.
    """
    with store.write() as connection:
        if _content_digest(connection, salt) != audited.version:
            return False
        _replace(connection, audited, None)
        connection.execute(delete(own.standing).where(own.standing.c.name == _ACROSS))
        insert_rows(connection, own.standing, [(_ACROSS, audited.version)])
    return True


def held_checks(store: Store, document_ids: Collection[str] | None = None) -> dict[str, int]:
    """Return how many checks of each rule held, in all documents or in those given."""
    column = own.checks.c
    query = select(column.rule_id, column.document_id, column.held)
    held: dict[str, int] = defaultdict(int)
    with store.read() as connection:
        for rule_id, document_id, count in connection.execute(query.order_by(column.rule_id)):
            if document_ids is None or document_id in document_ids:
                held[rule_id] += count
    return dict(held)


def remember_files(store: Store, paths: Mapping[str, Path]) -> None:
    """Remember where the documents (id to path) were read, for pictures of their cells."""
    column = own.files.c
    with store.read() as connection:
        rows = connection.execute(select(column.document_id, column.path))
        known = {document_id: path for document_id, path in rows}  # noqa: C416 - typed rows
        stored = set(connection.execute(select(tables.documents.c.document_id)).scalars())
    written = {document_id: _written(path) for document_id, path in paths.items()}
    moved = {
        document_id: path
        for document_id, path in written.items()
        if document_id in stored and known.get(document_id) != path
    }
    if not moved:
        return
    with store.write() as connection:
        for document_id in moved:
            connection.execute(delete(own.files).where(column.document_id == document_id))
        insert_rows(connection, own.files, sorted(moved.items()))


def known_files(store: Store) -> dict[str, Path]:
    """Return where each document was read last, by document id."""
    column = own.files.c
    with store.read() as connection:
        rows = connection.execute(select(column.document_id, column.path).order_by(column.path))
        return {
            document_id: Path(os.fsdecode(unquote_to_bytes(path))) for document_id, path in rows
        }


def _written(path: Path) -> str:
    """Return a path as text: its bytes need not be any, so the odd ones are percent-encoded."""
    return quote(os.fsencode(path), safe="/\\: ")


def _read(path: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(path)))


def _replace(connection: Connection, audited: Audited, document_id: str | None) -> None:
    """Replace the findings and checks of the rules, of one document or of all."""
    for table in (tables.findings, own.checks):
        gone = delete(table).where(table.c.rule_id.in_(sorted(audited.rule_ids)))
        if document_id is not None:
            gone = gone.where(table.c.document_id == document_id)
        connection.execute(gone)
    insert_rows(connection, own.checks, audited.checks)
    _insert_findings(connection, audited.findings, audited.cells)
    restore_accepted(connection, document_id)


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
    rows = connection.execute(select(column.document_id, column.load_id))
    return {document_id: load_id for document_id, load_id in rows if document_id in document_ids}


def _content_digest(connection: Connection, salt: str) -> str:
    reading, link = own.readings.c, tables.links.c
    whole = hashlib.sha256(salt.encode())
    for row in connection.execute(
        select(reading.document_id, reading.digest).order_by(reading.document_id)
    ):
        whole.update(f"{row.document_id} {row.digest}\n".encode())
    for decision in connection.execute(
        select(link.link_id, link.series_a, link.series_b, link.kind).order_by(link.link_id)
    ):
        whole.update(" ".join(map(str, decision)).encode() + b"\n")
    count = connection.execute(select(func.count()).select_from(tables.documents)).scalar()
    whole.update(f"{count}".encode())
    return whole.hexdigest()
