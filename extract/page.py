"""One page: its filled tables and the lines of text outside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.extract.cells import PageTable, fill_grids
from crossfoot.extract.characters import Run, is_bold, read_runs, text_object_at
from crossfoot.extract.grid import Grid, find_grids
from crossfoot.extract.lines import Line, lines_of
from crossfoot.extract.losses import pictures_in_doubt, places_passed_over, why_lost
from crossfoot.extract.marks import Marks, read_marks
from crossfoot.extract.pdfium import Document, Page
from crossfoot.extract.pictures import PictureBook
from crossfoot.extract.plans import plan_passed_over, shows_a_plan
from crossfoot.extract.rules import Rule, without_underlines
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.space import display_matrix
from crossfoot.extract.triage import prose_of
from crossfoot.extract.unread import unread_tables, unruled_figures
from crossfoot.schema.page import Box, Doubt, TextLine

_SPLIT_AT = 2.4  # times the font size: text this far apart on one line belongs to two columns
_BESIDE = 40.0  # points a symbol may stand away from the line it belongs to


class PageReading(NamedTuple):
    """What was found on a page; ``lost`` says why it was not read, ``None`` if it was.

    ``passed`` says that it was shown to be prose and no table was looked for.
    """

    page: int
    width: float
    height: float
    tables: list[PageTable]
    lines: list[TextLine]
    bold: dict[int, bool]
    lost: str | None
    doubts: list[Doubt]
    passed: bool = False


def read_page(
    document: Document, number: int, book: PictureBook, settings: ExtractSettings
) -> PageReading:
    """Read page *number* (1-based). Raises :class:`DocumentError` where PDFium cannot."""
    with document.page(number) as page:
        prose = prose_of(page, number)
        if prose is not None:
            return PageReading(number, *prose[:2], [], prose.lines, {}, None, [], passed=True)
        if shows_a_plan(page):
            return _read_plan(page, number)
        marks = read_marks(page, number, settings.thin)
        lost = why_lost(marks)
        rules = without_underlines(marks.rules, marks.runs)
        grids = find_grids(rules, settings, marks.passed)
        filled = fill_grids(
            marks,
            grids,
            lambda picture: book.identify(page, picture),
            lambda order: text_object_at(page, order),
        )
        tables = [table for table in filled.tables if _holds_something(table)]
        lines = _text_lines(page, marks, filled.outside, filled.loose)
        unread = [] if lost else list(_unread(page, marks, rules, grids, lines, settings))
        bold = {
            cell.bold_at: is_bold(page, cell.bold_at)
            for table in tables
            for cell in table.cells
            if cell.bold_at is not None and cell.row < 4
        }
    doubts = filled.doubts + unread + list(places_passed_over(marks))
    return PageReading(number, marks.width, marks.height, tables, lines, bold, lost, doubts)


def _read_plan(page: Page, number: int) -> PageReading:
    """Read the lettering of a map, without what is drawn."""
    matrix, width, height = display_matrix(page)
    marks = Marks(number, width, height, read_runs(page, matrix), [], [], [], [], [], None)
    lines = _text_lines(page, marks, marks.runs, [])
    doubts = [plan_passed_over(number, width, height)]
    return PageReading(number, width, height, [], lines, {}, why_lost(marks), doubts)


def _unread(
    page: Page,
    marks: Marks,
    rules: list[Rule],
    grids: list[Grid],
    lines: list[TextLine],
    settings: ExtractSettings,
) -> Iterator[Doubt]:
    """Yield what may be a table and was not read."""
    ruled = list(unread_tables(marks, rules, [grid.box for grid in grids], settings.reach))
    yield from ruled or unruled_figures(marks.page, lines)
    yield from pictures_in_doubt(page, marks)


def _holds_something(table: PageTable) -> bool:
    return any(cell.part.text or cell.part.symbols for cell in table.cells)


def _text_lines(
    page: Page, marks: Marks, outside: list[Run], loose: list[tuple[Box, str]]
) -> list[TextLine]:
    lines = lines_of(outside, split_at=_SPLIT_AT) if outside else []
    beside: dict[int, list[tuple[float, str]]] = {}
    for box, name in loose:
        at = _line_beside(lines, box)
        if at is not None:
            beside.setdefault(at, []).append((box.x0, name))
    return [
        TextLine(
            marks.page,
            line.box.rounded(),
            line.text,
            round(line.size, 2),
            is_bold(page, line.order),
            False,
            tuple(name for _, name in sorted(beside.get(at, ()))),
        )
        for at, line in enumerate(lines)
    ]


def _line_beside(lines: list[Line], box: Box) -> int | None:
    """Return the line that a symbol outside every table stands on: same height, nearest."""
    middle = (box.y0 + box.y1) / 2
    best: tuple[float, int] | None = None
    for at, line in enumerate(lines):
        if not line.box.y0 <= middle <= line.box.y1:
            continue
        gap = max(line.box.x0 - box.x1, box.x0 - line.box.x1, 0.0)
        if gap <= _BESIDE and (best is None or gap < best[0]):
            best = gap, at
    return best[1] if best else None
