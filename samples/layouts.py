"""From what a paper says to what its pages show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samples.document import Block, Cell, Drawing, Paragraph, Row, Table, Tables
from samples.facts import (
    ActionRow,
    ActionTable,
    CountingSentence,
    CountTable,
    IndicatorRow,
    IndicatorTable,
    Item,
    ItemTable,
    KeyLine,
    KeyTable,
    Paper,
    Part,
    Section,
    ShareTables,
)
from samples.values import Status

MONTHS: tuple[str, ...] = ("July", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.")
MONTHS += ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June")
MARKERS = {"original_date": "#99ccff", "revised_date": "#993399"}


def _status(status: Status, place: str) -> Cell:
    if place == "below":
        return Cell(status.word or "", status.icon, "below", status.fill)
    return Cell(status.word or "", status.icon, fill=status.fill)


def _headings(words: tuple[str, ...]) -> Row:
    return Row(tuple(Cell(word) for word in words), "heading")


def _section(section: Section, columns: int) -> Row:
    return Row((Cell(section.name, span=columns),), "section")


def name_cell(row: IndicatorRow | ActionRow) -> str:
    """The title with its code and team behind it."""
    marker = "CSI " if isinstance(row, IndicatorRow) and row.is_csi else ""
    team = f" ({row.team})" if row.team else ""
    return f"{marker}{row.title}\n({row.code_as_printed or row.code}){team}"


def indicator_table(block: IndicatorTable) -> Table:
    """Status, name, frequency where there is one, the value columns, the note."""
    trailing = block.form == "trailing code"
    frequency = (block.frequency_heading,) if block.frequency_heading else ()
    headings = (
        block.status_heading,
        block.name_heading,
        *frequency,
        *(column.heading for column in block.columns),
        block.note_heading,
    )
    rows = [_headings(headings)]
    for row in block.rows:
        if isinstance(row, Section):
            rows.append(_section(row, len(headings)))
            continue
        leading = f"{row.code_as_printed or row.code} {row.title}"
        cells = [
            _status(row.status, "below" if trailing else "beside"),
            Cell(name_cell(row) if trailing else leading, bold=bool(trailing and row.is_csi)),
            *([Cell(row.frequency or "")] if frequency else []),
            *(Cell(value.as_printed or "", align="center") for value in row.values),
            Cell(row.note or ""),
        ]
        rows.append(Row(tuple(cells)))
    return Table(block.widths, tuple(rows), block.repeat_headings, not trailing, block.size)


def action_table(block: ActionTable) -> Table:
    """Status, code and title in one or two columns, description, progress, due date, comments."""
    trailing = block.form == "trailing code"
    rows = [_headings(block.headings)]
    for row in block.rows:
        if isinstance(row, Section):
            rows.append(_section(row, len(block.headings)))
            continue
        code = row.code_as_printed or row.code
        names = [Cell(name_cell(row))] if trailing else [Cell(code), Cell(row.title)]
        cells = [
            _status(row.status, "below" if trailing else "beside"),
            *names,
            Cell(row.description or ""),
            Cell(f"{row.progress}%", align="center", bold=block.bold_progress),
            Cell(row.due.as_printed),
            Cell(row.comments or ""),
        ]
        rows.append(Row(tuple(cells)))
    return Table(block.widths, tuple(rows), block.repeat_headings, True, block.size)


def _months(item: Item) -> list[Cell]:
    marked = {column: MARKERS[marker] for _, marker, column in item.months}
    return [Cell(fill=marked.get(column)) for column in range(12)]


def item_table(block: ItemTable) -> Table:
    """Theme row, item heading and item row, chart heading, objective row, chart row.

    The upper rows are split elsewhere than the lower ones; in a shifted grid the colour column
    stands over the first months.
    """
    item = block.item
    action, colour, correction = (3, 2, 9) if item.shifted else (1, 1, 12)
    upper = (
        Cell("Ref", bold=True),
        Cell("September 2007 Action", bold=True, span=action),
        Cell("Colour", bold=True, span=colour),
        Cell("Corrective Action", bold=True, span=correction),
        Cell("Who", bold=True),
        Cell("Original Date", bold=True),
        Cell("Revised Date", bold=True),
    )
    item_row = (
        Cell(item.code),
        Cell(item.title, span=action),
        Cell(fill=item.status.fill, span=colour),
        Cell(item.comments or "", span=correction),
        Cell(item.owner),
        Cell(item.due.as_printed),
        Cell(item.revised_due.as_printed),
    )
    chart = (
        Cell("Ref.", bold=True),
        Cell("Action", bold=True),
        Cell("Lead", bold=True),
        *(Cell(name, bold=True) for name in MONTHS),
        Cell("Corrective Action", bold=True, span=3),
    )
    objective = (Cell(item.parent_code, bold=True), Cell(item.parent_title, bold=True, span=17))
    lower = (
        Cell(item.code),
        Cell(item.lower_title or item.title),
        Cell(item.lead),
        *_months(item),
        Cell(item.corrective_action, span=3),
    )
    theme = Row((Cell(item.section, span=18),), "section")
    rows = (theme, Row(upper), Row(item_row), Row(chart), Row(objective), Row(lower))
    widths = (38.0, 128.0, 40.0, *[29.5] * 12, 64.0, 66.0, 66.0)
    return Table(widths, rows, False, True, 8.5, section_fill="#ccccff", space_after=22)


def count_table(block: CountTable) -> Table:
    """Sections down, statuses across, each status heading with its icon."""
    heads = (Cell(""), *(Cell(s.word or "", s.icon, align="center") for s in block.statuses))
    rows = [Row(heads, "heading")]
    for name, counts in block.rows:
        bold = name == block.total
        numbers = (Cell(c.as_printed or "", bold=bold, align="center") for c in counts)
        rows.append(Row((Cell(name, bold=bold), *numbers)))
    widths = (250.0, *[100.0] * len(block.statuses))
    return Table(widths, tuple(rows), size=10)


def share_tables(block: ShareTables) -> Tables:
    """One table per month, side by side, its heading row spanning it."""
    tables = []
    for heading, _, lines in block.tables:
        rows = [Row((Cell(heading, span=3),), "section")]
        for status, items, share in lines:
            cells = (Cell(status.word or "", fill=status.fill, bold=True), Cell(str(items)))
            rows.append(Row((*cells, Cell(f"{share}%"))))
        tables.append(Table((110, 40, 60), tuple(rows), size=10, section_fill=None))
    return Tables(tuple(tables))


def key_table(block: KeyTable) -> Table:
    """Picture or swatch, words, and a description where there is a column for it."""
    rows = [_headings(block.headings)] if block.headings else []
    for entry in block.entries:
        cells = [Cell(icon=entry.icon, fill=entry.fill, align="center"), Cell(entry.words)]
        if len(block.widths) > 2:
            cells.append(Cell(entry.description or ""))
        rows.append(Row(tuple(cells)))
    return Table(block.widths, tuple(rows), size=10)


def _sentence(part: CountingSentence) -> Paragraph:
    return Paragraph(part.text, part.style)


def _key_line(part: KeyLine) -> Paragraph:
    return Paragraph(part.entry.words, "bullet", part.entry.icon)


_LAYOUTS: dict[type, Callable[[Any], Block]] = {
    IndicatorTable: indicator_table,
    ActionTable: action_table,
    ItemTable: item_table,
    CountTable: count_table,
    ShareTables: share_tables,
    KeyTable: key_table,
    KeyLine: _key_line,
    CountingSentence: _sentence,
}


def layout(part: Part) -> Block:
    """Return the block that shows *part*; a block shows itself."""
    known = _LAYOUTS.get(type(part))
    return known(part) if known else part  # type: ignore[return-value]


def drawing(paper: Paper) -> Drawing:
    """Return the paper's pages to be; block n shows part n."""
    return Drawing(paper.stem, paper.file_title, tuple(map(layout, paper.parts)), paper.look)
