"""Which rows of each relation belong to a council, a code, or to the runs after one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, false, or_, select, true

from crossfoot.schema.errors import UsageError
from crossfoot.store import own, tables
from crossfoot.store.series import CodeKey, loose_key, same_council

Narrow = Callable[[Table, Select[Any]], Select[Any]]


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
    rules = []
    if council is not None:
        rules.append(_of_council(connection, council))
    if code is not None:
        rules.append(_of_code(connection, code, code_key or loose_key))
    if since is not None:
        rules.append(_since(connection, since))

    def narrow(table: Table, query: Select[Any]) -> Select[Any]:
        return query.where(and_(true(), *(rule(table) for rule in rules)))

    return narrow


def _of_council(connection: Connection, wanted: str) -> Callable[[Table], ColumnElement[bool]]:
    known = connection.execute(select(tables.documents.c.council).distinct()).scalars()
    names = [name for name in known if same_council(name, wanted)]
    if not names:
        raise UsageError(f"the store has no papers of {wanted!r}", "see crossfoot codes")
    documents = select(tables.documents.c.document_id).where(tables.documents.c.council.in_(names))
    series = select(own.series_readings.c.series_id).where(
        own.series_readings.c.document_id.in_(documents)
    )

    def rule(table: Table) -> ColumnElement[bool]:
        if "document_id" in table.c:
            return table.c.document_id.in_(documents)
        return _elsewhere(table, series, tables.findings.c.document_id.in_(documents))

    return rule


def _elsewhere(
    table: Table, series: Select[Any], proved: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Narrow the relations that have no ``document_id``: series, links, finding_cells, loads."""
    if table is tables.series:
        return table.c.series_id.in_(series)
    if table is tables.links:
        return or_(table.c.series_a.in_(series), table.c.series_b.in_(series))
    if table is tables.finding_cells:
        return table.c.finding_id.in_(select(tables.findings.c.finding_id).where(proved))
    return true()


def _of_code(
    connection: Connection, code: str, key: Callable[[str], str | None]
) -> Callable[[Table], ColumnElement[bool]]:
    wanted = key(code)
    spellings = {
        spelling
        for table in (tables.series, tables.indicators, tables.actions, tables.findings)
        for spelling in connection.execute(select(table.c.code).distinct()).scalars()
        if spelling and wanted and key(spelling) == wanted
    }
    if not spellings:
        raise UsageError(f"the store has no code {code!r}", "crossfoot codes lists them")
    series = select(tables.series.c.series_id).where(tables.series.c.code.in_(spellings))
    indicators = select(tables.indicators.c.indicator_id).where(
        tables.indicators.c.series_id.in_(series)
    )
    actions = select(tables.actions.c.action_id).where(tables.actions.c.code.in_(spellings))
    proved = tables.findings.c.code.in_(spellings)

    def rule(table: Table) -> ColumnElement[bool]:
        for name, ids in (
            ("series_id", series),
            ("indicator_id", indicators),
            ("action_id", actions),
        ):
            if name in table.c:
                return table.c[name].in_(ids)
        if table is tables.documents:
            return or_(*(table.c.document_id.in_(_documents(of, ids)) for of, ids in _owners()))
        if table is tables.cells:
            return or_(*(_same_row(of, ids) for of, ids in _owners()))
        if table is tables.findings:
            return proved
        if table in (tables.summaries, tables.legends):
            return false()
        return _elsewhere(table, series, proved)

    def _owners() -> tuple[tuple[Table, ColumnElement[bool]], ...]:
        return (
            (tables.indicators, tables.indicators.c.series_id.in_(series)),
            (tables.actions, tables.actions.c.code.in_(spellings)),
        )

    return rule


def _documents(table: Table, which: ColumnElement[bool]) -> Select[Any]:
    return select(table.c.document_id).where(which)


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


def _since(connection: Connection, load_id: str) -> Callable[[Table], ColumnElement[bool]]:
    load = tables.loads.c
    started = connection.execute(select(load.started_at).where(load.load_id == load_id)).scalar()
    if started is None:
        raise UsageError(f"there is no load {load_id!r}", "crossfoot export --loads lists them")
    later = select(load.load_id).where(load.started_at > started)
    papers = select(tables.documents.c.document_id).where(tables.documents.c.load_id.in_(later))
    said, spoken = own.series_readings.c, tables.series.c.series_id
    spoken_of = select(said.series_id).where(said.document_id.in_(papers))

    def rule(table: Table) -> ColumnElement[bool]:
        if table is tables.series:  # those that the figures name, older ones too
            return or_(table.c.load_id.in_(later), spoken.in_(spoken_of))
        return table.c.load_id.in_(later) if "load_id" in table.c else true()

    return rule
