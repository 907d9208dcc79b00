"""Summary tables: counts of indicators or actions by status.

Two kinds. Sections down and statuses across (``Finance Services | 2 (1) | 2 | -``), perhaps with
a total row; or statuses down with a count and a percentage (``RED | 4 | 2.4%``), perhaps two
months side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.desk import Desk, Spot, place_of_cell, prints
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.legends import Key, status_of_meaning
from crossfoot.normalise.periods import find_period
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.identity import make_id
from crossfoot.schema.page import Cell, Row, Table
from crossfoot.schema.period import Period
from crossfoot.schema.rows import Summary
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

_TOTAL = re.compile(r"^(?:(?:grand|overall|sub)[ -]?)?totals?\b|^overall$|^all\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\bper\s?cent|percentage", re.IGNORECASE)
_COUNT = re.compile(r"^(?:no\.?|number|count|total)$", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """What a summary table stands in."""

    desk: Desk
    key: Key
    subject: Subject
    period: Period | None
    brackets_are_csi: bool


@dataclass(frozen=True)
class _Heading:
    """The words over one column of counts."""

    first: int
    last: int
    printed: str
    status: AnyStatus | None
    is_total: bool
    is_share: bool


def _status_words(cell: Cell, key: Key, subject: Subject) -> tuple[AnyStatus | None, str | None]:
    text = fold(cell.text)
    if text:
        bare = re.sub(r"\s*\([^)]*\)$|[^\w\s/&%'.,-]+", "", text).strip()
        return status_of_meaning(bare or text, subject), text
    for symbol in cell.symbols:
        if found := key.explain(symbol, subject):
            return found
    return None, None


def guess_subject(table: Table) -> Subject | None:
    """Actions or indicators by the statuses that only one of them has."""
    words = [fold(cell.text) for row in table.rows[:6] for cell in row.cells if prints(cell)]
    votes = {"actions": 0, "indicators": 0}
    for word in words:
        action = status_of_meaning(word, "actions")
        indicator = status_of_meaning(word, "indicators")
        if (action is None) != (indicator is None):
            votes["actions" if action else "indicators"] += 1
    if votes["actions"] == votes["indicators"]:
        return None
    return "actions" if votes["actions"] > votes["indicators"] else "indicators"


def _is_count(figure: PrintedFigure) -> bool:
    if figure.state in {"dash", "blank"}:
        return True
    return (
        figure.state == "value"
        and figure.unit is None
        and figure.value is not None
        and figure.value == figure.value.to_integral_value()
        and 0 <= figure.value < 100_000
    )


def _is_share(figure: PrintedFigure) -> bool:
    return figure.state == "value" and figure.unit == "%"


def _headings(row: Row, below: Row | None, setting: Setting) -> list[_Heading]:
    """The columns of counts under a heading row, a row of ``No`` and ``%`` below it among them."""
    found: list[_Heading] = []
    for cell in row.cells:
        status, printed = _status_words(cell, setting.key, setting.subject)
        if printed is None:
            continue
        total = bool(_TOTAL.match(printed) or _COUNT.match(printed))
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
                    part.col_no,
                    part.col_no + part.col_span - 1,
                    printed,
                    status,
                    total,
                    bool(_SHARE.search(words)),
                )
            )
    return found


def _is_sub_row(row: Row) -> bool:
    texts = [fold(cell.text) for cell in row.cells if prints(cell)]
    return (
        len(texts) >= 2
        and all(_COUNT.match(text) or _SHARE.search(text) for text in texts)
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
        heading
        for heading in headings
        if heading in named
        or (heading.first > left and all(_row_counts(row, [heading]) for row in body))
    ]
    brackets = setting.brackets_are_csi and setting.subject == "indicators"
    for row in table.rows[: at + 1 + (below is not None)]:
        for cell in row.cells:
            setting.desk.mark(Spot(table.table_no, row.row_no, cell), "heading")
    for row in body:
        _write_row(row, headings, table, setting, brackets)
    return True


def _under(row: Row, heading: _Heading) -> Cell | None:
    best: tuple[int, Cell] | None = None
    for cell in row.cells:
        last = cell.col_no + cell.col_span - 1
        shared = min(last, heading.last) - max(cell.col_no, heading.first) + 1
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, cell)
    return best[1] if best else None


def _row_counts(row: Row, headings: Sequence[_Heading]) -> bool:
    figures = [
        parse_figure(cell.plain, cell.raised_text)
        for heading in headings
        if (cell := _under(row, heading)) is not None
    ]
    return bool(figures) and all(_is_count(figure) or _is_share(figure) for figure in figures)


def _write_row(
    row: Row, headings: Sequence[_Heading], table: Table, setting: Setting, brackets: bool
) -> None:
    first = min(heading.first for heading in headings)
    label_cells = [cell for cell in row.cells if cell.col_no < first and prints(cell)]
    label = fold(" ".join(cell.text for cell in label_cells)) or None
    is_total = label is None or bool(_TOTAL.match(label))
    for cell in label_cells:
        setting.desk.mark(Spot(table.table_no, row.row_no, cell), "section")
    for heading in headings:
        found = _under(row, heading)
        if found is None:
            continue
        spot = Spot(table.table_no, row.row_no, found)
        figure = parse_figure(found.plain, found.raised_text)
        share = heading.is_share or _is_share(figure)
        setting.desk.mark(spot, "percentage" if share else "count")
        write_count(
            spot,
            setting,
            section=None if is_total else label,
            is_total=is_total,
            status=heading.status,
            printed_status=heading.printed,
            count=None if share else figure,
            share=figure.value if share else None,
            csi=_csi(figure) if brackets and not share else None,
            period=setting.period,
        )


def _csi(figure: PrintedFigure) -> int | None:
    if figure.state == "blank":
        return None
    return figure.bracketed or 0


def write_count(  # noqa: PLR0913 - one keyword per published column
    spot: Spot,
    setting: Setting,
    *,
    section: str | None,
    is_total: bool,
    status: AnyStatus | None,
    printed_status: str | None,
    count: PrintedFigure | None,
    share: Decimal | None,
    csi: int | None,
    period: Period | None,
) -> None:
    """Put one count on the desk. A dash is 0 and a blank is null."""
    desk = setting.desk
    number = None
    if count is not None and count.state == "dash":
        number = 0
    elif count is not None and count.value is not None:
        number = int(count.value)
    desk.summaries.append(
        Summary(
            **desk.in_paper(place_of_cell(spot.cell), spot.table_no, spot.row_no),
            summary_id=make_id(
                desk.facts.document_id, "summary", spot.table_no, spot.row_no, spot.cell.col_no
            ),
            subject=setting.subject,
            section=section,
            is_total=is_total,
            status=status,
            status_as_printed=printed_status,
            item_count=number,
            csi_count=csi,
            percentage=share,
            period=period.label if period else None,
            as_printed=fold(spot.cell.text) or None,
        )
    )


@dataclass(frozen=True)
class _Group:
    """A status word, the count right of it and perhaps its percentage."""

    row: Row
    word: Cell
    count: Cell
    share: Cell | None
    status: AnyStatus | None
    is_total: bool


def _groups(row: Row, subject: Subject) -> list[_Group]:
    groups: list[_Group] = []
    cells = [cell for cell in row.cells if prints(cell)]
    at = 0
    while at + 1 < len(cells):
        word, count = cells[at], cells[at + 1]
        text = fold(word.text)
        status = status_of_meaning(text, subject)
        is_total = bool(_TOTAL.match(text))
        if not (status or is_total) or not _is_count(parse_figure(count.plain, count.raised_text)):
            at += 1
            continue
        share = cells[at + 2] if at + 2 < len(cells) else None
        if share is not None and not _is_share(parse_figure(share.plain, share.raised_text)):
            share = None
        groups.append(_Group(row, word, count, share, status, is_total))
        at += 3 if share is not None else 2
    return groups


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
    starts = sorted({group.word.col_no for group in groups})
    heads = [row for row in table.rows if row.row_no < first_read]
    for row in heads:
        for cell in row.cells:
            setting.desk.mark(Spot(table.table_no, row.row_no, cell), "heading")
    named = above(len(starts))
    for group in groups:
        index = starts.index(group.word.col_no)
        period = _head_period(heads, group) or (named[index] if index < len(named) else None)
        _write_group(group, table, setting, period)
    return True


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


def _write_group(group: _Group, table: Table, setting: Setting, period: Period | None) -> None:
    number = table.table_no
    figure = parse_figure(group.count.plain, group.count.raised_text)
    share = parse_figure(group.share.plain, group.share.raised_text) if group.share else None
    for cell, role in ((group.word, "status"), (group.count, "count"), (group.share, "percentage")):
        if cell is not None:
            setting.desk.mark(Spot(number, group.row.row_no, cell), role)
    write_count(
        Spot(number, group.row.row_no, group.count),
        setting,
        section=None,
        is_total=group.is_total,
        status=group.status,
        printed_status=fold(group.word.text),
        count=figure,
        share=share.value if share else None,
        csi=None,
        period=period,
    )


def subject_of(table: Table, caption: Caption) -> Subject | None:
    """Whether a summary counts actions or indicators: by its heading, else by its statuses."""
    return caption.subject or guess_subject(table)
