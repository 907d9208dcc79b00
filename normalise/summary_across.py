"""Summary tables with sections down and statuses across: ``Finance Services | 2 (1) | 2 | -``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crossfoot.normalise.desk import Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.legends import Key, status_of_meaning
from crossfoot.normalise.summaries import (
    COUNT,
    SHARE,
    TOTAL,
    Setting,
    counted,
    is_count,
    is_share,
    write_count,
)
from crossfoot.normalise.summary_times import row_time, speaks_of_before, time_over
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.page import Cell, Row, Table, prints
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

#: Words over figures that count nothing.
_NO_COUNT = re.compile(
    r"\b(?:change|difference|variance|movement|targets?|forecast)\b", re.IGNORECASE
)
_ONLY_SHARE = re.compile(r"\W*(?:%|per\s?cent|percentage)\W*", re.IGNORECASE)


@dataclass(frozen=True)
class _Heading:
    """The words over one column of counts; ``over`` is the column of the cell they stand in."""

    over: int
    first: int
    last: int
    printed: str
    status: AnyStatus | None
    is_total: bool
    is_share: bool
    period: Period | None = None


def _status_words(cell: Cell, key: Key, subject: Subject) -> tuple[AnyStatus | None, str | None]:
    text = fold(cell.text)
    if text:
        bare = re.sub(r"\s*\([^)]*\)$|[^\w\s/&%'.,-]+", "", text).strip()
        return status_of_meaning(bare or text, subject), text
    for symbol in cell.symbols:
        if found := key.explain(symbol, subject):
            return found
    return None, None


def _headings(row: Row, below: Row | None, setting: Setting) -> list[_Heading]:
    """The columns of counts under a heading row, a row of ``No`` and ``%`` below it among them."""
    found: list[_Heading] = []
    for cell in row.cells:
        status, printed = _status_words(cell, setting.key, setting.subject)
        if printed is None:
            continue
        total = bool(TOTAL.match(printed) or COUNT.match(printed))
        last = cell.col_no + cell.col_span - 1
        parts = [
            part
            for part in (below.cells if below is not None else ())
            if cell.col_no <= part.col_no <= last
        ]
        if len(parts) < 2:
            parts = [cell]
        for part in parts:
            words = fold(part.text)
            found.append(
                _Heading(
                    cell.col_no,
                    part.col_no,
                    part.col_no + part.col_span - 1,
                    printed,
                    status,
                    total,
                    bool(SHARE.search(words)),
                )
            )
    return found


def _is_sub_row(row: Row) -> bool:
    texts = [fold(cell.text) for cell in row.cells if prints(cell)]
    return (
        len(texts) >= 2
        and all(COUNT.match(text) or SHARE.search(text) for text in texts)
        and (not any(char.isdigit() for text in texts for char in text))
    )


def read_across(table: Table, setting: Setting) -> bool:
    """Read a table with statuses across; ``False``, and nothing written, if it is none."""
    for at, row in enumerate(table.rows[:4]):
        below = table.rows[at + 1] if at + 1 < len(table.rows) else None
        if below is not None and not _is_sub_row(below):
            below = None
        headings = _headings(row, below, setting)
        if len({heading.status for heading in headings if heading.status}) >= 2:
            break
    else:
        return False
    body = [
        row
        for row in table.rows[at + 1 + (below is not None) :]
        if not row.repeats_heading and any(map(prints, row.cells))
    ]
    named = [heading for heading in headings if heading.status or heading.is_total]
    if not body or not all(_row_counts(row, named) for row in body):
        return False
    left = min(heading.first for heading in headings if heading.status)
    headings = [
        replace(heading, period=_period_over(table.rows[:at], heading, setting))
        for heading in headings
        if heading in named or _counts_something(heading, left, body)
    ]
    if setting.of_shares and not any(heading.is_share for heading in headings):
        headings = [replace(heading, is_share=True) for heading in headings]
    if not _are_named(body, headings) or any(_is_shared(row, headings) for row in body):
        return False
    brackets = setting.brackets_are_csi and setting.subject == "indicators"
    for row in table.rows[: at + 1 + (below is not None)]:
        setting.desk.mark_cells(table.table_no, row, row.cells, "heading")
    for row in body:
        _write_row(row, headings, table, setting, brackets)
    return True


def _counts_something(heading: _Heading, left: int, body: Sequence[Row]) -> bool:
    """Whether a column of unknown words beside those of statuses is one of counts."""
    if _NO_COUNT.search(heading.printed):
        return False
    if heading.first > left and all(_row_counts(row, [heading]) for row in body):
        return True
    return heading.first > 1 and all(_is_number(row, heading) for row in body)


def _period_over(above: Sequence[Row], heading: _Heading, setting: Setting) -> Period | None:
    if speaks_of_before(heading.printed):
        return None
    named = time_over(above, heading.first, heading.last, setting.period)
    return setting.period if named is None else named[0]


def _are_named(body: Sequence[Row], headings: Sequence[_Heading]) -> bool:
    """Whether what the rows count stands left of their counts, but for one row of totals."""
    labels = [_label_cells(row, headings) for row in body]
    unnamed = sum(not cells for cells in labels)
    numbers = sum(all(is_count(parse_figure(c.plain)) for c in cells) for cells in labels if cells)
    return unnamed <= 1 and numbers == 0


def _label_cells(row: Row, headings: Sequence[_Heading]) -> list[Cell]:
    first = min(heading.first for heading in headings)
    return [cell for cell in row.cells if cell.col_no < first and prints(cell)]


def _under(row: Row, heading: _Heading) -> Cell | None:
    best: tuple[int, Cell] | None = None
    for cell in row.cells:
        first, last = cell.col_no, cell.col_no + cell.col_span - 1
        if last < heading.first or first > heading.last:  # nearly every cell
            continue
        shared = min(last, heading.last) - max(first, heading.first) + 1
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, cell)
    return best[1] if best else None


def _is_shared(row: Row, headings: Sequence[_Heading]) -> bool:
    """Whether a cell of a row reaches under several headings: it is the count of none of them."""
    cells = [id(cell) for heading in headings if (cell := _under(row, heading)) and prints(cell)]
    return len(set(cells)) < len(cells)


def _row_counts(row: Row, headings: Sequence[_Heading]) -> bool:
    figures = [
        counted(cell)[0] for heading in headings if (cell := _under(row, heading)) is not None
    ]
    return bool(figures) and all(is_count(figure) or is_share(figure) for figure in figures)


def _is_number(row: Row, heading: _Heading) -> bool:
    cell = _under(row, heading)
    return cell is not None and parse_figure(cell.plain).state == "value"


def _shares(headings: Sequence[_Heading]) -> dict[int, _Heading]:
    """The columns of shares that belong to a column of counts, by the first column of that.

    Both stand under one heading, or the share's own says no more than ``%`` right of the count.
    """
    found: dict[int, _Heading] = {}
    for count, share in pairwise(headings):
        same = share.over == count.over or _ONLY_SHARE.fullmatch(share.printed)
        if share.is_share and not count.is_share and same:
            found[count.first] = share
    return found


def _write_row(
    row: Row, headings: Sequence[_Heading], table: Table, setting: Setting, brackets: bool
) -> None:
    label_cells = _label_cells(row, headings)
    times = [row_time(fold(cell.text), setting.period) for cell in label_cells]
    time = next(filter(None, times), None)
    names = [cell.text for cell, each in zip(label_cells, times, strict=True) if each is None]
    label = fold(" ".join(names)) or None
    of_shares = label is not None and _ONLY_SHARE.fullmatch(label) is not None
    is_total = label is None or of_shares or bool(TOTAL.match(label) or COUNT.match(label))
    setting.desk.mark_cells(table.table_no, row, label_cells, "section")
    shares = _shares(headings)
    for heading in headings:
        found = _under(row, heading)
        if found is None or heading in shares.values():
            continue
        spot = Spot(table.table_no, row.row_no, found)
        figure, beside = counted(found)
        share = of_shares or is_share(figure) or (heading.is_share and beside is None)
        setting.desk.mark(spot, "percentage" if share else "count")
        if heading.first in shares and (of := _under(row, shares[heading.first])):
            beside = parse_figure(of.plain, of.raised_text)
            setting.desk.mark_cells(table.table_no, row, [of], "percentage")
        percentage = figure if share else beside
        write_count(
            spot,
            setting,
            section=None if is_total else label,
            is_total=is_total,
            status=heading.status,
            printed_status=heading.printed,
            count=None if share else figure,
            share=percentage.value if percentage else None,
            csi=_csi(figure) if brackets and not share else None,
            period=heading.period if time is None else time[0],
        )


def _csi(figure: PrintedFigure) -> int | None:
    if figure.state == "blank":
        return None
    return figure.bracketed or 0
