"""The same report in several files: what it repeats, and where a reissue differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from crossfoot.audit.across.order import came_before, named
from crossfoot.audit.across.reports import edition
from crossfoot.audit.across.standing import Standing, folded
from crossfoot.audit.remark import Held, Remark
from crossfoot.store.bulk_rows import ActionRow, FigureRow

_Row = TypeVar("_Row", FigureRow, ActionRow)
_Rows = Mapping[str, list[FigureRow | ActionRow]]


def reports_repeated(standing: Standing) -> Iterator[Remark | Held]:
    """``report.repeated`` (note): a file repeats the tables of another, and counts once."""
    rows = _rows_of_documents(standing)
    for document_id in sorted(standing.papers):
        paper = standing.papers[document_id]
        other = standing.papers.get(paper.same_report_as or "")
        if other is None:
            continue
        if not rows[document_id] or not rows[other.document_id]:
            continue
        yield Remark(
            "report.repeated",
            "note",
            "prints the same report as another file; its figures count once",
            (rows[document_id][0], rows[other.document_id][0]),
            elsewhere=other.file_name,
        )


def reports_reissued(standing: Standing) -> Iterator[Remark | Held]:
    """``report.reissued`` (warning): two files of one report print something differently."""
    figures = _grouped(chain(standing.figures, standing.repeated.figures))
    actions = _grouped(chain(standing.actions, standing.repeated.actions))
    for document_id in sorted(standing.papers):
        other_id = standing.papers[document_id].same_report_as or ""
        if other_id not in standing.papers:
            continue
        for kind in (
            _compared(_figures(figures[document_id]), _figures(figures[other_id])),
            _compared(_actions(actions[document_id]), _actions(actions[other_id])),
        ):
            for mine, others in kind:
                yield from _told(standing, mine, others)


def _told(
    standing: Standing, mine: FigureRow | ActionRow, others: FigureRow | ActionRow
) -> Iterator[Remark | Held]:
    if came_before(edition(mine), edition(others)):
        mine, others = others, mine
    printed, expected = _says(mine), _says(others)
    if printed == expected or _is_same_value(mine, others):
        yield Held("report.reissued", document_id=mine.document_id)
        return
    what = f"{mine.measure} {mine.period}" if isinstance(mine, FigureRow) else "action"
    yield Remark(
        "report.reissued",
        "warning",
        f"{mine.code or 'a row without a code'}, {what}: another file of this report, "
        f"{named(edition(others))}, prints it differently",
        (mine, others),
        printed=printed,
        expected=expected,
        code=mine.code,
        roles=("status", "progress", "due", "revised_due"),
        elsewhere=standing.file_name(others),
    )


def _is_same_value(mine: FigureRow | ActionRow, others: FigureRow | ActionRow) -> bool:
    if not isinstance(mine, FigureRow) or not isinstance(others, FigureRow):
        return False
    return (mine.value_state, mine.value) == (others.value_state, others.value)


def _says(row: FigureRow | ActionRow) -> str:
    if isinstance(row, FigureRow):
        return row.as_printed or row.value_state
    progress = None if row.progress is None else f"{row.progress}%"
    dues = row.due_as_printed, row.revised_due_as_printed
    return ", ".join(text for text in (row.status_as_printed, progress, *dues) if text) or "blank"


def _compared(
    mine: Mapping[Hashable, list[_Row]], others: Mapping[Hashable, list[_Row]]
) -> Iterator[tuple[_Row, _Row]]:
    """Return what stands once in either file, pair by pair."""
    for key, rows in mine.items():
        if len(rows) == 1 and len(others.get(key, ())) == 1:
            yield rows[0], others[key][0]


def _figures(rows: Iterable[FigureRow]) -> Mapping[Hashable, list[FigureRow]]:
    found: dict[Hashable, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.period is not None and row.source == "cell":
            found[row.series_id, row.measure, row.basis, row.period, row.as_of].append(row)
    return found


def _actions(rows: Iterable[ActionRow]) -> Mapping[Hashable, list[ActionRow]]:
    found: dict[Hashable, list[ActionRow]] = defaultdict(list)
    for row in rows:
        if row.code is not None and row.council is not None:
            found[row.council.casefold(), folded(row.code), row.parent_title].append(row)
    return found


def _grouped(rows: Iterable[_Row]) -> Mapping[str, list[_Row]]:
    found: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.document_id].append(row)
    return found


def _rows_of_documents(standing: Standing) -> _Rows:
    """Return the rows of each document that repeats or is repeated, in order of their places."""
    family = {
        document_id
        for paper in standing.papers.values()
        if (root := paper.same_report_as or "") in standing.papers
        for document_id in (paper.document_id, root)
    }
    found: dict[str, list[FigureRow | ActionRow]] = defaultdict(list)
    every: tuple[FigureRow | ActionRow, ...] = (
        *standing.figures,
        *standing.actions,
        *standing.repeated.figures,
        *standing.repeated.actions,
    )
    for row in every:
        if row.document_id in family:
            found[row.document_id].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.page, row.table_no or 0, row.row_no or 0, row.y0, row.x0))
    return found
