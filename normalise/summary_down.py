"""Summary tables with statuses down: ``RED | 4 | 2.4%``, perhaps two months side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from crossfoot.normalise.desk import Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.legends import status_of_meaning
from crossfoot.normalise.periods import find_period
from crossfoot.normalise.summaries import (
    TOTAL,
    Setting,
    counted,
    is_count,
    is_share,
    speaks_of_shares,
    write_count,
)
from crossfoot.normalise.summary_times import part_before
from crossfoot.normalise.year_parts import split_period
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.page import Cell, Row, Table, prints
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject


@dataclass(frozen=True)
class _Group:
    """A status word, the count right of it and perhaps its percentage."""

    row: Row
    word: Cell
    count: Cell
    share: Cell | None
    figure: PrintedFigure
    shared: PrintedFigure | None
    status: AnyStatus | None
    is_total: bool


def _groups(row: Row, subject: Subject) -> list[_Group]:
    groups: list[_Group] = []
    cells = [cell for cell in row.cells if prints(cell)]
    word: Cell | None = None
    status: AnyStatus | None = None
    for cell in cells:
        figure, beside = counted(cell)
        text = fold(cell.text)
        if (said := status_of_meaning(text, subject)) or TOTAL.match(text):
            word, status = cell, said
        elif word is not None and is_count(figure):
            groups.append(_Group(row, word, cell, None, figure, beside, status, status is None))
        elif groups and groups[-1].word is word and groups[-1].shared is None and is_share(figure):
            groups[-1] = replace(groups[-1], share=cell, shared=figure)
    return groups


def _tells_more(groups: Sequence[_Group]) -> bool:
    """Whether rows print anything beside statuses and their counts: then they list items.

    A text that is the same in all rows may stand before the status.
    """
    rows = {group.row.row_no: group.row for group in groups}
    before: set[str] = set()
    for row in rows.values():
        own = [group for group in groups if group.row is row]
        read = {id(cell) for group in own for cell in (group.word, group.count, group.share)}
        first, last = own[0].word.col_no, own[-1].count.col_no
        for cell in row.cells:
            if not prints(cell) or id(cell) in read:
                continue
            if cell.col_no < first:
                before.add(fold(cell.text))
            elif cell.col_no > last and not is_share(parse_figure(cell.plain)):
                return True
    return len(before) > 1


def read_down(
    table: Table, setting: Setting, above: Callable[[int], Sequence[Period | None]]
) -> bool:
    """Read a table with statuses down; ``False``, and nothing written, if it is none.

    *above* gives the periods of a number of groups, left to right, where lines over the table
    name them; a heading cell over a group goes before them.
    """
    groups = [group for row in table.rows for group in _groups(row, setting.subject)]
    if len({group.status for group in groups if group.status}) < 2:
        return False
    rows_read = {group.row.row_no for group in groups}
    first_read = min(rows_read)
    if any(
        row.row_no > first_read and row.row_no not in rows_read and any(map(prints, row.cells))
        for row in table.rows
    ):
        return False
    if _tells_more(groups):
        return False
    starts = sorted({group.word.col_no for group in groups})
    heads = [row for row in table.rows if row.row_no < first_read]
    several = len(groups) > len({(group.row.row_no, group.word.col_no) for group in groups})
    if several:
        return _read_periods_across(table, setting, groups, heads)
    for row in heads:
        setting.desk.mark_cells(table.table_no, row, row.cells, "heading")
    named = above(len(starts))
    for group in groups:
        index = starts.index(group.word.col_no)
        period = _head_period(heads, group) or (named[index] if index < len(named) else None)
        of_shares = setting.of_shares or speaks_of_shares(_over(heads, group.count))
        if of_shares and group.shared is None:
            group = replace(group, share=group.count, shared=group.figure)  # noqa: PLW2901
        _write_group(group, table, setting, period)
    return True


def _read_periods_across(
    table: Table, setting: Setting, groups: Sequence[_Group], heads: Sequence[Row]
) -> bool:
    """Statuses down and periods across (``Green | 20 | 22`` under ``Q1 | Q2``).

    Every column of counts must be headed by its period, or as a total; else they are sections if
    their counts add up to that total, or nothing is read.
    """
    dated: list[tuple[_Group, Period]] = []
    for group in groups:
        head = _over(heads, group.count)
        if TOTAL.match(head):
            continue
        period, part, _ = split_period(head)
        if period is None and part is not None:
            period = part_before(part, setting.period)
        if period is None:
            return _read_sections_across(table, setting, groups, heads)
        dated.append((group, period))
    for row in heads:
        setting.desk.mark_cells(table.table_no, row, row.cells, "heading")
    for group, period in dated:
        _write_group(group, table, setting, period)
    return bool(dated)


def _read_sections_across(
    table: Table, setting: Setting, groups: Sequence[_Group], heads: Sequence[Row]
) -> bool:
    """Statuses down and sections across (``Green | 10 | 6 | 16`` under ``Housing | … | Total``).

    What the heads mean is told by nothing but the totals: in every row the others add up to it.
    """
    rows: dict[int, list[_Group]] = {}
    for group in groups:
        rows.setdefault(group.row.row_no, []).append(group)
    for counts in rows.values():
        values = [group.figure.value or 0 for group in counts]
        totals = [bool(TOTAL.match(_over(heads, group.count))) for group in counts]
        if totals != [False] * (len(counts) - 1) + [True] or len(counts) < 3:
            return False
        if sum(values[:-1]) != values[-1] or not all(_over(heads, group.count) for group in counts):
            return False
    for row in heads:
        setting.desk.mark_cells(table.table_no, row, row.cells, "heading")
    for group in groups:
        over = _over(heads, group.count)
        section = None if TOTAL.match(over) else over
        _write_group(group, table, setting, setting.period, section=section, in_section=True)
    return True


def _over(heads: Sequence[Row], count: Cell) -> str:
    texts = [cell.text for row in heads if (cell := row.cell_at(count.col_no)) and prints(cell)]
    return fold(" ".join(texts))


def _head_period(heads: Sequence[Row], group: _Group) -> Period | None:
    last = (group.share or group.count).col_no
    for row in reversed(heads):
        for cell in row.cells:
            end = cell.col_no + cell.col_span - 1
            if cell.text and cell.col_no <= last and end >= group.word.col_no:
                period = find_period(cell.text)
                if period is not None:
                    return period
    return None


def _write_group(
    group: _Group,
    table: Table,
    setting: Setting,
    period: Period | None,
    *,
    section: str | None = None,
    in_section: bool = False,
) -> None:
    number = table.table_no
    for cell, role in ((group.word, "status"), (group.count, "count"), (group.share, "percentage")):
        if cell is not None:
            setting.desk.mark(Spot(number, group.row.row_no, cell), role)
    write_count(
        Spot(number, group.row.row_no, group.count),
        setting,
        section=section,
        is_total=section is None if in_section else group.is_total,
        status=group.status,
        printed_status=fold(group.word.text),
        count=None if group.share is group.count else group.figure,
        share=group.shared.value if group.shared else None,
        csi=None,
        period=period,
    )
