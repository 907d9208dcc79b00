"""The first look at a paper's tables: which kind each is, before any row is read.

Only then is it known what the icons mean and which period the paper speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from crossfoot.normalise.above import Captions
from crossfoot.normalise.caption_times import dated, under_banner, under_line
from crossfoot.normalise.captions import Caption, read_caption
from crossfoot.normalise.cards.layout import Refused, heads_a_card, lay_out_cards
from crossfoot.normalise.cards.pairs import paired
from crossfoot.normalise.coded_titles import tell_codes_on_cards
from crossfoot.normalise.column_roles import lay_out_by_content, tell_columns
from crossfoot.normalise.covers import Cover, read_cover
from crossfoot.normalise.dated_inside import doubt_dated_inside
from crossfoot.normalise.desk import Places
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.key_lines import read_key_cells, read_key_lines
from crossfoot.normalise.key_tables import read_key_table
from crossfoot.normalise.label_columns import find_measure_names
from crossfoot.normalise.legends import Key, learn_beside_words
from crossfoot.normalise.mark_notes import Marks, marks_of, marks_of_paper
from crossfoot.normalise.measures import Times
from crossfoot.normalise.named_above import named_above
from crossfoot.normalise.named_together import Naming, tell_names_together
from crossfoot.normalise.page_furniture import furniture_rows, running_of
from crossfoot.normalise.paired_cells import split_pairs
from crossfoot.normalise.rearranged import side_by_side, turned
from crossfoot.normalise.right_halves import doubted_halves, names_its_rows
from crossfoot.normalise.roles import Layout, Segment, lay_out
from crossfoot.normalise.run_in_heads import without_headings
from crossfoot.normalise.second_names import names_again
from crossfoot.normalise.second_tables import parted
from crossfoot.normalise.shared_codes import Shape, SharedCodes
from crossfoot.normalise.sheets import Sheets
from crossfoot.normalise.statuses import is_status_word
from crossfoot.normalise.subjects import subject_of
from crossfoot.normalise.summaries import TOTAL
from crossfoot.schema.page import Reading, Row, Table, prints
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

Kind = Literal["key", "cover", "rows", "open"]

_CSI_MARK = re.compile(r"\bCSI\b|\bCritical Success Indicator", re.IGNORECASE)
#: One of these words stands in the marker, wherever its lines break.
_CSI_HINTS = ("csi", "critical")
_EDGE = 4.0


@dataclass
class Block:
    """A segment with what stands over it. ``subject`` is null if it is not about performance."""

    segment: Segment
    caption: Caption
    subject: Subject | None
    section: str | None = None


@dataclass
class Sheet:
    """One table and what it was taken for. ``open`` tables may still be summaries.

    ``below`` are the lines under it, where its footnotes stand; keys and covers are not asked.
    ``refused`` are the cards on it whose labels and values could not be paired.
    """

    table: Table
    caption: Caption
    kind: Kind
    layout: Layout
    blocks: list[Block] = field(default_factory=list)
    goes_on: bool = False
    below: Sequence[str] = ()
    marks: Marks = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    #: The name above a table of periods.
    naming: Naming | None = None


@dataclass
class Survey:
    """All tables of a paper, its key, its cover sheet, and whether it tells CSIs apart.

    ``subjects`` are those of its tables (:mod:`crossfoot.normalise.second_look`),
    ``shared_codes`` the shapes of the codes in its titles.
    """

    sheets: Sheets
    key: Key
    cover: Cover | None
    tells_csi: bool
    captions: Captions
    places: Places = field(default_factory=Places)
    subjects: set[Subject] = field(default_factory=set)
    shared_codes: frozenset[Shape] = frozenset()

    def times(self, sheet: Sheet, block: Block, stated: Period | None) -> Times:
        """The periods that the columns of a block may take, of a paper about *stated*."""
        elsewhere = not sheet.goes_on and self.captions.other_period(sheet.table, stated)
        caption, unknown = dated(block.caption, stated)
        return Times(stated, caption, elsewhere or unknown)


def survey(reading: Reading, headings: HeadingReader) -> Survey:
    """Look at every table once."""
    captions = Captions(reading)
    key = Key()
    cover: Cover | None = None
    sheets = Sheets(reading.tables)
    before: Sheet | None = None
    tells_csi = False
    places = Places()
    codes = SharedCodes()
    halves = doubted_halves(reading)
    running, texts = running_of(reading.lines)
    of_paper = marks_of_paper(texts)
    for table in reading.tables:
        caption, goes_on = _caption(captions, table, before)
        sheet = Sheet(table, caption, "open", Layout(table), goes_on=goes_on)
        entries = read_key_table(table, caption)
        found = None if entries else read_cover(table)
        if entries:
            sheet.kind = "key"
            key.entries += entries
        elif found is not None:
            sheet.kind = "cover"
            cover = cover or (found if found.title else None)
        else:
            sheet.below = [line.text for line in captions.below(table)]
            sheet.marks = marks_of(table, sheet.below, of_paper)
            reader = headings.marked_by(sheet.marks)
            _lay_out(sheet, reader, before)
            places.add(_lay_out_anew(sheet, reader, captions))
            if furniture := furniture_rows(table, running):
                for segment in sheet.layout.segments:
                    segment.furniture = furniture
            doubt_dated_inside(sheet.layout, reader)
            if before is not None and table.bounds[0] in halves:
                _leave_nameless(sheet, before)
            if sheet.blocks and not tells_csi:
                tells_csi = caption.only_csi or _marks_csi(table)
            for block in sheet.blocks:
                if block.subject == "indicators":
                    codes.take(block.segment, sheet.layout.table.columns)
            learn_beside_words(key, table)
            key.entries += read_key_cells(table)
        sheets.append(sheet)
        before = sheet
    unread = [(doubt.page, doubt.box) for doubt in reading.doubts if doubt.kind == "unread_table"]
    key.entries += read_key_lines(reading.lines, unread)
    if places.rows:
        tell_names_together(sheets)
        tell_codes_on_cards(sheets)
    return Survey(sheets, key, cover, tells_csi, captions, places, shared_codes=codes.shapes())


def _marks_csi(table: Table) -> bool:
    texts = [cell.lines for row in table.rows for cell in row.cells]
    if not any(map("\n".join(texts).casefold().__contains__, _CSI_HINTS)):  # nearly every table
        return False
    return any(_CSI_MARK.search(fold(text)) for text in texts)


def _caption(captions: Captions, table: Table, before: Sheet | None) -> tuple[Caption, bool]:
    """The table's own heading; where nothing stands between, that of the table before."""
    if before is not None:
        last = before.table.bounds[-1][0]
        if table.bounds[0][0] - last in {0, 1} and not captions.above(table):
            return before.caption, table.bounds[0][0] == last + 1
    return under_line(read_caption(captions.heading_of(table)), captions.above(table)), False


def _lay_out(sheet: Sheet, headings: HeadingReader, before: Sheet | None) -> None:
    """Find the segments of a table; one that goes on without headings takes those before it."""
    layout = lay_out(sheet.table, headings)
    printed = before is not None and before.layout.table is before.table
    if not layout.segments and before is not None and printed and before.layout.segments:
        earlier = before.layout.segments[-1]
        goes_on = _same_lines(sheet.table, before.table, earlier) and _follows(sheet, before)
        if goes_on and not _counts_statuses(sheet.table):
            rows = without_headings(layout.before, earlier.columns)
            segment = Segment(sheet.table.table_no, earlier.columns, [], rows=rows)
            layout = Layout(sheet.table, [], [segment])
            sheet.goes_on = True
    _take(sheet, layout, headings)


def _lay_out_anew(sheet: Sheet, headings: HeadingReader, captions: Captions) -> Places:
    """Read a table printed in another order than row by row, if it is one."""
    found = split_pairs(sheet.table, headings) if not sheet.goes_on else None
    if found is None and not sheet.goes_on:
        found = side_by_side(sheet.layout, headings)
    table, is_open, named = sheet.table, sheet.kind == "open", None
    if found is None and is_open and not sheet.goes_on:
        found = turned(table, headings) or paired(table, headings)
    if found is None and (is_open or heads_a_card(sheet.layout, headings)):
        cards = lay_out_cards(table, headings, captions.name_over)
        found = (cards.layout, cards.places) if cards.layout else None
        sheet.refused = cards.doubts if found or is_open else ()
    own_name = any(segment.banner is not None for segment in sheet.layout.segments[:1])
    if found is None and is_open and (own_name or not sheet.goes_on):
        named = named_above(sheet.layout, captions, headings)
        found = named[:2] if named else None
    if found is None and not sheet.goes_on and not sheet.layout.segments:
        by_content = lay_out_by_content(sheet.table, headings)
        found = (by_content, Places()) if by_content else None
    if found is None:
        return Places()
    layout, places = found
    anew = Sheet(sheet.table, sheet.caption, "open", layout)
    _take(anew, layout, headings)
    if any(block.subject != "indicators" for block in anew.blocks):
        return Places()
    sheet.layout, sheet.blocks, sheet.kind = anew.layout, anew.blocks, anew.kind
    if named is not None:
        sheet.naming, sheet.refused = named[2], ()
    return places


def _take(sheet: Sheet, layout: Layout, headings: HeadingReader) -> None:
    """Settle what the segments of a layout are."""
    sheet.layout = layout
    grid = layout.table.columns
    for whole in layout.segments:
        find_measure_names(whole, grid, headings)
        tell_columns(whole, grid)
    for segment in chain.from_iterable(parted(whole, grid) for whole in layout.segments):
        caption, section = under_banner(segment.banner, sheet.caption)
        subject = subject_of(segment, caption, grid)
        if not segment.families & {"code", "title", "description", "objective"}:
            subject = None
        if subject == "indicators" and names_again(segment, grid):
            subject = None
        sheet.blocks.append(Block(segment, caption, subject, section))
    stacked = {block.subject for block in sheet.blocks if block.subject}
    if sheet.blocks and stacked:
        sheet.kind = "rows"
    for earlier_block, block in zip(sheet.blocks, sheet.blocks[1:], strict=False):
        if block.segment.banner is None:
            block.section = block.section or earlier_block.section
            block.caption = earlier_block.caption


def _leave_nameless(sheet: Sheet, before: Sheet) -> None:
    """Read no rows of what may be the right half of the table before, but those it names itself."""
    for block in sheet.blocks:
        if not names_its_rows(block.segment, sheet.layout.table.columns, before.table):
            block.subject = None
    if not any(block.subject for block in sheet.blocks):
        sheet.kind = "open"


def _follows(sheet: Sheet, before: Sheet) -> bool:
    page, last = sheet.table.bounds[0][0], before.table.bounds[-1][0]
    return page == last + 1 or (page == last and sheet.goes_on)


def _edges(row: Row) -> set[float]:
    return {part.box.x0 for cell in row.cells for part in cell.parts[:1]}


def _counts_statuses(table: Table) -> bool:
    """Whether the first row heads counts: behind its first cell nothing but statuses."""
    texts = [cell.plain for cell in table.rows[0].cells if prints(cell)][1:]
    said = {text.casefold() for text in texts if is_status_word(text)}
    return len(said) > 1 and all(is_status_word(text) or TOTAL.match(text) for text in texts)


def _same_lines(table: Table, before: Table, segment: Segment) -> bool:
    """Whether two tables have the same columns at the same places."""
    if table.columns != before.columns or not table.rows:
        return False
    known = set().union(*(_edges(row) for row in [*segment.heading_rows, *segment.rows[-3:]]))
    own = set().union(*(_edges(row) for row in table.rows[:3]))
    return bool(own) and all(any(abs(x - y) <= _EDGE for y in known) for x in own)
