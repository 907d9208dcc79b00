"""Papers that are compared with each other, and whether their findings are those of their content.

Rules compare papers of one council. A finding across papers follows from what its group of papers
reads as and from what people decided on their series, so a group is compared again when that has
changed, and only then: a digest of it is kept beside the findings.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from crossfoot.store import own, tables
from crossfoot.store.accepted import restore_accepted
from crossfoot.store.checks import Audited, replace_findings
from crossfoot.store.database import Store
from crossfoot.store.fastpath import insert_rows
from crossfoot.store.same_report import write_same_reports

# The name of a row of ``standing``: as much of the digest as its key takes.
_NAME = 32


class Group(NamedTuple):
    """Papers that may be compared, by id, and the digest of their content.

    ``unmarked`` is that digest without what repeats what, which is found out when they are
    compared.
    """

    document_ids: tuple[str, ...]
    digest: str
    unmarked: str


class Listing(NamedTuple):
    """Every group of a moment, those whose findings are not those of their content, and a digest
    of all that the groups follow from.
    """

    groups: tuple[Group, ...]
    stale: tuple[Group, ...]
    content: str


def listed(store: Store, salt: str) -> Listing:
    """Return the groups of papers as they are now."""
    with store.read() as connection:
        known = set(connection.execute(select(own.standing.c.digest)).scalars())
        every = tuple(_groups(connection, salt))
        stale = tuple(group for group in every if group.digest not in known)
        return Listing(every, stale, _content(connection, salt) if stale else "")


def is_as_listed(store: Store, salt: str, listing: Listing) -> bool:
    """Whether the groups are those that were listed, with the same content; asked for little."""
    with store.read() as connection:
        return _content(connection, salt) == listing.content


def save_groups(
    store: Store, salt: str, audited: Mapping[Group, Audited], listing: Listing | None = None
) -> bool:
    """Put what an audit of each group found in the place of all that those rules found before.

    What repeats what is written with it. A group whose content is not what it was any more is left
    as it is (another process stored a paper meanwhile), and False is returned; also where what
    repeats what makes other groups. *listing* spares listing them again where nothing changed.
    """
    with store.write() as connection:
        found: Sequence[Group] = ()
        if listing is None or _content(connection, salt) != listing.content:
            found = _groups(connection, salt)
        else:
            found = listing.groups
        now = {group.unmarked for group in found}
        holding = [group for group in audited if group.unmarked in now]
        repeats = [pair for group in holding for pair in audited[group].repeats.items()]
        if write_same_reports(connection, dict(repeats)):
            found = _groups(connection, salt)
        documents = [document_id for group in holding for document_id in group.document_ids]
        replace_findings(connection, *(audited[group] for group in holding), document_ids=documents)
        restore_accepted(connection)
        digests = {group.document_ids: group.digest for group in found}
        still = [group for group in holding if group.document_ids in digests]
        _write_standing(connection, set(digests.values()), {digests[each[0]] for each in still})
    return len(still) == len(audited)


def _write_standing(connection: Connection, now: set[str], true: set[str]) -> None:
    """Note of the groups that are there *now* which have *true* findings as well; digests all."""
    held = own.standing.c.digest
    known = set(connection.execute(select(held)).scalars())
    for digest in sorted(known - now):
        connection.execute(delete(own.standing).where(held == digest))
    new = sorted(true - known)
    insert_rows(connection, own.standing, [(digest[:_NAME], digest) for digest in new])


def _content(connection: Connection, salt: str) -> str:
    """Return a digest of all that :func:`_groups` follow from, for much less than they cost.

    What papers say of councils follows from the digests of what was read of them.
    """
    whole = hashlib.sha256(salt.encode())
    document, reading, link = tables.documents.c, own.readings.c, tables.links.c
    kept = (document.document_id, document.load_id, document.same_report_as)
    queries = (
        select(*kept).order_by(document.document_id),
        select(reading.document_id, reading.digest).order_by(reading.document_id),
        select(link.link_id, link.series_a, link.series_b, link.kind).order_by(link.link_id),
    )
    for query in queries:
        whole.update(repr([tuple(row) for row in connection.execute(query).all()]).encode())
    return whole.hexdigest()


def _groups(connection: Connection, salt: str) -> list[Group]:
    """Part the documents by council.

    A pack that holds reports of two councils joins them, and so does a person's link between
    their series. Papers of unknown councils make one group: their series are their own.
    """
    reading = own.readings.c
    read = connection.execute(select(reading.document_id, reading.digest)).all()
    digests = {document_id: digest for document_id, digest in read}  # noqa: C416 - typed rows
    same, written = _same_reports(connection)
    joined = _Joined()
    for document_id, council in _councils(connection):
        joined.join(document_id, ("council", council))
    for document_id, other in same.items():
        if other is not None and other in same:
            joined.join(document_id, other)
    links = _links(connection, joined)
    members: dict[Hashable, list[str]] = defaultdict(list)
    for document_id in sorted(same):
        members[joined.root(document_id)].append(document_id)
    found = []
    for root, ids in members.items():
        whole = hashlib.sha256(salt.encode())
        for document_id in ids:
            of = (document_id, digests.get(document_id), written[document_id])
            whole.update(f"{' '.join(map(str, of))}\n".encode())
        for decision in sorted(line for key, line in links if joined.root(key) == root):
            whole.update(decision.encode())
        unmarked = whole.hexdigest()
        whole.update("\n".join(str(same[document_id]) for document_id in ids).encode())
        found.append(Group(tuple(ids), whole.hexdigest(), unmarked))
    return found


def _same_reports(connection: Connection) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return what each document repeats, and the run that wrote it."""
    c = tables.documents.c
    rows = connection.execute(select(c.document_id, c.same_report_as, c.load_id)).all()
    same = {row.document_id: row.same_report_as for row in rows}
    return same, {row.document_id: row.load_id for row in rows}


def _councils(connection: Connection) -> Iterable[tuple[str, str | None]]:
    """Return every council that rows of a document are of; null where they are of none."""
    named: dict[str, set[str]] = defaultdict(set)
    for table in (tables.documents, own.series_readings, tables.actions):
        query = select(table.c.document_id, table.c.council).distinct()
        for document_id, council in connection.execute(query).all():
            named[document_id].update([council] if council is not None else [])
    for document_id, councils in named.items():
        if not councils:
            yield document_id, None
        for council in sorted(councils):
            yield document_id, council


def _links(connection: Connection, joined: _Joined) -> list[tuple[Hashable, str]]:
    """Return each decision with a council it concerns, and join the councils of its series."""
    series, link = tables.series.c, tables.links.c
    rows = connection.execute(select(series.series_id, series.council))
    decided = list(
        connection.execute(select(link.link_id, link.series_a, link.series_b, link.kind))
    )
    councils = {series_id: council for series_id, council in rows} if decided else {}  # noqa: C416
    found: list[tuple[Hashable, str]] = []
    for decision in decided:
        one = ("council", councils.get(decision.series_a))
        other = ("council", councils.get(decision.series_b))
        joined.join(one, other)
        found.append((one, " ".join(map(str, decision)) + "\n"))
    return found


class _Joined:
    """Sets that are joined pair by pair."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, item: Hashable) -> Hashable:
        path = []
        while (parent := self._parent.setdefault(item, item)) != item:
            path.append(item)
            item = parent
        for passed in path:
            self._parent[passed] = item
        return item

    def join(self, one: Hashable, other: Hashable) -> None:
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[a] = b
