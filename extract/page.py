"""One page: its filled tables and the lines of text outside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.extract.cells import PageTable
from crossfoot.extract.characters import are_bold, read_runs
from crossfoot.extract.continued import Foot
from crossfoot.extract.grid import Grid
from crossfoot.extract.losses import pictures_in_doubt, places_passed_over, why_lost
from crossfoot.extract.marks import Marks, read_marks
from crossfoot.extract.order import in_reading_order
from crossfoot.extract.outside import text_lines
from crossfoot.extract.page_tables import find_tables
from crossfoot.extract.painted_keys import painted_signs
from crossfoot.extract.pdfium import Document, Page
from crossfoot.extract.plans import plan_passed_over, shows_a_plan
from crossfoot.extract.put_over import put_over, struck_out
from crossfoot.extract.rules import Rule, without_underlines
from crossfoot.extract.settings import ExtractSettings
from crossfoot.extract.signs import Eye, SignBook
from crossfoot.extract.space import display_matrix
from crossfoot.extract.triage import prose_of
from crossfoot.extract.turned import quarters_to_level
from crossfoot.extract.unread import (
    beside,
    names_outside,
    unread_tables,
    unruled_figures,
    with_reasons,
)
from crossfoot.extract.watermarks import apart, without_watermarks
from crossfoot.schema.page import Box, Doubt, TextLine
from crossfoot.schema.turned_page import TurnedPage

_LOOKED_AT = 4  # rows of a table that may be its heading
_KEY = "signs stand here beside words, as in a key, and no rules between them: it was not read"


class PageReading(NamedTuple):
    """What was found on a page; ``lost`` says why it was not read, ``None`` if it was.

    ``passed`` says that it was shown to be prose and no table was looked for. Where ``turned`` is
    given all places are those of the page turned so.
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
    turned: TurnedPage | None = None


def read_page(
    document: Document,
    number: int,
    book: SignBook,
    settings: ExtractSettings,
    foot: Foot | None = None,
) -> PageReading:
    """Read page *number* (1-based). Raises :class:`DocumentError` where PDFium cannot.

    Where *foot* is given, rows without headings at its head are read as the table's at the foot of
    the page before, if they may be: a table whose grid is ``headless``.
    """
    with document.page(number) as page:
        prose = prose_of(page, number) if foot is None else None
        if prose is not None and not book.shows_signs(prose.lines):
            over = []
            if page.typed.bare:
                over = [
                    doubt._replace(severity="note")
                    for doubt in put_over(page, number, display_matrix(page)[0])
                ]
            return PageReading(number, *prose[:2], [], prose.lines, {}, None, over, passed=True)
        if shows_a_plan(page):
            return _read_plan(Eye(page, book), number)
        marks = read_marks(page, number, settings.thin)
        quarters = quarters_to_level(marks.runs)
        if not quarters:
            return _read_tables(Eye(page, book), marks, settings, foot)
        with page.turned(quarters):
            marks = read_marks(page, number, settings.thin)
            turned = TurnedPage(number, quarters, marks.width, marks.height)
            reading = _read_tables(Eye(page, book), marks, settings, foot)
            return reading._replace(turned=turned)


def _read_tables(
    eye: Eye, marks: Marks, settings: ExtractSettings, foot: Foot | None
) -> PageReading:
    """Read a page that may hold tables."""
    marks = marks._replace(runs=eye.book.translated(eye.page, marks.runs))
    lost = why_lost(marks)
    unmarked = without_watermarks(marks)
    rules = without_underlines(marks.rules, unmarked.runs)
    over = list(_put_over(eye.page, marks, rules))
    grids, filled, refused, keys = find_tables(eye, marks, unmarked, rules, settings, foot)
    tables = in_reading_order(
        [table for table in filled.tables if _holds_something(table)],
        lambda table: table.grid.box,
    )
    outside, over_it = (filled.outside, []) if unmarked is marks else apart(filled.outside)
    painted = painted_signs(marks.fills, marks.runs, [grid.box for grid in grids])
    lines = text_lines(eye, marks.page, outside, filled.loose, painted)
    lines += text_lines(eye, marks.page, over_it, [])
    doubts = filled.doubts
    if lost is None:
        unread = list(_unread(marks, rules, (grids, keys), lines, settings))
        doubts = doubts + [
            doubt._replace(box=beside(doubt.box, keys))
            for doubt in with_reasons(unread, refused, marks.page)
        ]
        doubts += [Doubt("unread_table", marks.page, key.rounded(), _KEY) for key in keys]
        doubts += pictures_in_doubt(eye.page, marks)
    doubts = doubts + list(places_passed_over(marks))
    doubts += [_in_table(doubt, grids) for doubt in [*marks.unseen, *over]]
    heads = [
        cell.bold_at
        for table in tables
        for cell in table.cells
        if cell.row < _LOOKED_AT and cell.bold_at is not None
    ]
    bold = dict(zip(heads, are_bold(eye.page, heads), strict=True))
    return PageReading(marks.page, marks.width, marks.height, tables, lines, bold, lost, doubts)


def _read_plan(eye: Eye, number: int) -> PageReading:
    """Read the lettering of a map, without what is drawn."""
    matrix, width, height = display_matrix(eye.page)
    marks = Marks(number, width, height, read_runs(eye.page, matrix), [], [], [], [], [], None, [])
    lines = text_lines(eye, number, marks.runs, [])
    doubts = [plan_passed_over(number, width, height)]
    return PageReading(number, width, height, [], lines, {}, why_lost(marks), doubts)


def _unread(
    marks: Marks,
    rules: list[Rule],
    found: tuple[list[Grid], list[Box]],
    lines: list[TextLine],
    settings: ExtractSettings,
) -> Iterator[Doubt]:
    """Yield what may be a table and was not read, beside the grids and the keys found."""
    grids, keys = found
    yield from unread_tables(marks, rules, [*(grid.box for grid in grids), *keys], settings.reach)
    yield from names_outside(marks.page, grids, lines)
    yield from unruled_figures(marks.page, lines)


def _put_over(page: Page, marks: Marks, rules: Sequence[Rule]) -> Iterator[Doubt]:
    """Yield what was put over the print; *rules* are those that belong to no words."""
    if len(rules) < len(marks.rules):
        kept = set(rules)
        dropped = [rule for rule in marks.rules if rule not in kept]
        yield from struck_out(marks.page, dropped, marks.runs)
    yield from put_over(page, marks.page, display_matrix(page)[0])


def _in_table(doubt: Doubt, grids: list[Grid]) -> Doubt:
    """Return a doubt about text that is not seen; outside every table it is a note."""
    if doubt.kind == "recognised_text" or any(grid.box.overlap(doubt.box).area for grid in grids):
        return doubt
    return doubt._replace(severity="note")


def _holds_something(table: PageTable) -> bool:
    return any(cell.part.text or cell.part.symbols for cell in table.cells)
