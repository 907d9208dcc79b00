"""Which rows of each relation belong to a council, a code, or to the runs after one.

Every narrowing is closed: what a chosen row refers to (its paper, its series) is chosen too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    false,
    or_,
    select,
    true,
)

from crossfoot.schema.errors import UsageError
from crossfoot.store import own, tables
from crossfoot.store.export_since import IN_INCREMENTS, rewritten_since
from crossfoot.store.series import CodeKey, loose_key, same_council

Narrow = Callable[[Table, Select[Any]], Select[Any]]
Rule = Callable[[Table], ColumnElement[bool]]


def scope(
    connection: Connection,
    *,
    council: str | None,
    code: str | None,
    since: str | None,
    code_key: CodeKey | None,
) -> Narrow:
    """Return a function that narrows a query on a relation.

    Raises UsageError for a council, code or load that the store does not know.
    """
    rules: list[Rule] = []
    if council is not None:
        rules.append(_of_council(connection, council))
    if code is not None:
        rules.append(_of_code(connection, code, code_key or loose_key))
    if since is not None:
        rules.append(_since(connection, since))

    def narrow(table: Table, query: Select[Any]) -> Select[Any]:
        return query.where(and_(true(), *(rule(table) for rule in rules)))

    return narrow


def _of_council(connection: Connection, wanted: str) -> Rule:
    of_rows = (own.series_readings, tables.actions, tables.summaries)
    known = {
        name
        for table in (tables.documents, *of_rows)
        for name in connection.execute(select(table.c.council).distinct()).scalars()
    }
    names = sorted(name for name in known if name and same_council(name, wanted))
    if not names:
        raise UsageError(f"the store has no papers of {wanted!r}", "see crossfoot codes")
    paper = tables.documents.c
    # A pack may hold the reports of two councils: it is a paper of both, and each row of one.
    own_papers = select(paper.document_id).where(paper.council.in_(names))
    packs = (select(t.c.document_id).where(t.c.council.in_(names)) for t in of_rows)
    papers = own_papers.union(*packs)

    def rows(table: Table) -> ColumnElement[bool]:
        silent = and_(table.c.council.is_(None), table.c.document_id.in_(own_papers))
        return or_(table.c.council.in_(names), silent)

    said = own.series_readings
    series = select(said.c.series_id).where(rows(said))

    def rule(table: Table) -> ColumnElement[bool]:
        if table is tables.documents:
            return table.c.document_id.in_(papers)
        if "council" in table.c and "document_id" in table.c:
            return rows(table)
        for owner in (tables.indicators, tables.actions):
            (key,) = owner.primary_key
            if key.name in table.c:
                return table.c[key.name].in_(select(key).where(rows(owner)))
        if "document_id" in table.c:
            return table.c.document_id.in_(papers)
        return _elsewhere(table, series, rows(tables.findings))

    return rule


def _elsewhere(
    table: Table, series: Select[Any], proved: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Narrow the relations that have no ``document_id``: series, links, finding_cells, loads."""
    link = tables.links.c
    decided = or_(link.series_a.in_(series), link.series_b.in_(series))
    if table is tables.series:
        key = table.c.series_id
        ends = (select(end).where(decided) for end in (link.series_a, link.series_b))
        return or_(key.in_(series), *(key.in_(end) for end in ends))
    if table is tables.links:
        return decided
    if table is tables.finding_cells:
        return table.c.finding_id.in_(select(tables.findings.c.finding_id).where(proved))
    return true()


def _of_code(connection: Connection, code: str, key: Callable[[str], str | None]) -> Rule:
    wanted = key(code)
    spellings = {
        spelling
        for table in (tables.series, tables.indicators, tables.actions, tables.findings)
        for spelling in connection.execute(select(table.c.code).distinct()).scalars()
        if spelling and wanted and key(spelling) == wanted
    }
    if not spellings:
        raise UsageError(f"the store has no code {code!r}", "crossfoot codes lists them")
    series = select(tables.series.c.series_id).where(tables.series.c.code.in_(sorted(spellings)))
    indicators = select(tables.indicators.c.indicator_id).where(
        tables.indicators.c.series_id.in_(series)
    )
    coded = tables.actions.c.code.in_(sorted(spellings))
    actions = select(tables.actions.c.action_id).where(coded)
    proved = tables.findings.c.code.in_(sorted(spellings))
    owners = (
        (tables.indicators, tables.indicators.c.series_id.in_(series)),
        (tables.actions, coded),
    )
    papers = [
        select(table.c.document_id).where(which)
        for table, which in (*owners, (tables.findings, proved))
    ]

    def rule(table: Table) -> ColumnElement[bool]:
        if table is tables.series:
            return _elsewhere(table, series, proved)
        for name, ids in (
            ("series_id", series),
            ("indicator_id", indicators),
            ("action_id", actions),
        ):
            if name in table.c:
                return table.c[name].in_(ids)
        if table is tables.documents:
            return or_(*(table.c.document_id.in_(some) for some in papers))
        if table is tables.cells:
            return or_(*(_same_row(of, ids) for of, ids in owners))
        if table is tables.findings:
            return proved
        if table in (tables.summaries, tables.legends):
            return false()
        return _elsewhere(table, series, proved)

    return rule


def _same_row(table: Table, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a cell stands in the table row of a chosen indicator or action."""
    cell = tables.cells.c
    return (
        select(table.c.document_id)
        .where(
            which,
            table.c.document_id == cell.document_id,
            table.c.table_no == cell.table_no,
            table.c.row_no == cell.row_no,
        )
        .exists()
    )


def _since(connection: Connection, load_id: str) -> Rule:
    papers = rewritten_since(connection, load_id)

    def rule(table: Table) -> ColumnElement[bool]:
        return table.c.document_id.in_(papers) if table.name in IN_INCREMENTS else true()

    return rule
