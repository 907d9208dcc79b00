"""The reading of one paper's tables in print order, each by what it was taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, partial

from crossfoot.normalise.actions import ActionRows, Parent
from crossfoot.normalise.caption_times import dated
from crossfoot.normalise.captions import ACTIONS, read_caption
from crossfoot.normalise.cards.told import tell_refused
from crossfoot.normalise.column_findings import tell_block_columns
from crossfoot.normalise.context import Context
from crossfoot.normalise.counted_things import counts_others
from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.indicators import IndicatorRows
from crossfoot.normalise.left_out import tell_left_out
from crossfoot.normalise.legends import write_legends
from crossfoot.normalise.measures import Times
from crossfoot.normalise.misread import printed_in
from crossfoot.normalise.newest import tell_undated
from crossfoot.normalise.picture_doubts import one_a_page
from crossfoot.normalise.plain_kinds import plain_kind
from crossfoot.normalise.prose import Counting
from crossfoot.normalise.sentences import sentences
from crossfoot.normalise.stacked import merge_stacked
from crossfoot.normalise.status_cells import StatusReader
from crossfoot.normalise.statuses import is_status_word
from crossfoot.normalise.summaries import (
    Setting,
    guess_subject,
    speaks_of_shares,
    texts_of,
)
from crossfoot.normalise.summary_across import read_across
from crossfoot.normalise.summary_down import read_down
from crossfoot.normalise.summary_times import speaks_of_before
from crossfoot.normalise.survey import Block, Sheet, Survey
from crossfoot.normalise.task import Task
from crossfoot.normalise.variances import check_variances
from crossfoot.schema.page import Reading, Table, prints
from crossfoot.schema.period import Period
from crossfoot.schema.rows import Action
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

_LINES_LOOKED_AT = 6
_ON_CARDS = frozenset({"result", "outturn", "target", "previous", "comparator"})


class Work:
    """The reading of one paper's sheets, in print order."""

    def __init__(
        self,
        reading: Reading,
        found: Survey,
        desk: Desk,
        headings: HeadingReader,
        context: Context,
    ) -> None:
        self._reading = reading
        self._found = found
        self._desk = desk
        self._headings = headings
        self._context = context
        self._reader = StatusReader(desk, found.key)
        self._actions: list[list[Action]] = []
        self._carried: str | None = None
        self._headings_before: list[str] = []
        self._parent: Parent | None = None
        self._printed_codes = cache(partial(printed_in, found))
        self._brackets = found.tells_csi and any(
            "bracket" in line.text.casefold() for line in reading.lines
        )

    def read(self, done: Callable[[Table], object]) -> None:
        """Read all rows; *done* is told of each table when it is known what its cells are."""
        write_legends(self._desk, self._found.key)
        for sheet in self._found.sheets.worked_on():
            if sheet.kind in {"key", "cover"}:
                self._mark_all(sheet, "legend" if sheet.kind == "key" else "cover")
            elif not (
                (sheet.kind == "rows" and self._read_rows(sheet))
                or self._summary(sheet)
                or sheet.refused
            ):
                self._not_understood(sheet)
            tell_refused(self._desk, sheet.refused)
            for block in sheet.blocks:
                block.segment.views = None  # a long paper has thousands, and each holds its segment
            done(sheet.table)
        self._desk.actions = merge_stacked(self._actions, self._desk.action_months)
        counting = Counting(self._desk)
        for sentence in sentences(self._reading.lines):
            counting.read(sentence)
        self._desk.summaries.sort(key=lambda row: (row.page, row.y0, row.x0))
        self._reader.tell_unexplained()
        tell_undated(
            self._desk,
            (each.segment for sheet in self._found.sheets for each in sheet.blocks if each.subject),
        )
        tell_left_out(self._desk, self._found.sheets)
        for doubt in one_a_page(self._reading.doubts, self._reading.tables):
            self._desk.tell(
                f"read.{doubt.kind}", doubt.severity, doubt.message, place=(doubt.page, doubt.box)
            )
        for lost in self._reading.lost:
            self._desk.tell(
                "page.lost",
                "warning",
                f"page {lost.page} was not read: {lost.reason}",
                place=(lost.page, None),
            )

    def _mark_all(self, sheet: Sheet, role: str) -> None:
        for row in sheet.table.rows:
            self._desk.mark_cells(sheet.table.table_no, row, row.cells, role)

    def _read_rows(self, sheet: Sheet) -> bool:
        first = sheet.blocks[0].segment
        headings = [column.heading for column in first.columns]
        section = self._carried if sheet.goes_on and headings == self._headings_before else None
        self._headings_before = [column.heading for column in sheet.blocks[-1].segment.columns]
        for row in sheet.layout.before:
            texts = [cell for cell in row.cells if prints(cell)]
            if len(texts) == 1:
                self._desk.mark_cells(sheet.layout.table.table_no, row, texts, "section")
        for number, block in enumerate(sheet.blocks):
            self._mark_headings(block)
            if block.subject is None:
                self._tell_block(block)
                continue
            block.segment.shared_codes = self._found.shared_codes
            tell_block_columns(self._desk, block)
            carried = section if number == 0 else None
            task = self._task(sheet, block, block.section or carried)
            if block.subject == "indicators":
                times = self._found.times(sheet, block, self._context.period)
                IndicatorRows(task, self._headings, times).read()
                check_variances(task)
            else:
                before = self._actions[-1] if self._actions else []
                rows = ActionRows(task, self._desk.facts.period, before)
                if sheet.goes_on and number == 0 and self._parent is not None:
                    rows.parent = self._parent
                self._actions.append(rows.read())
                self._parent = rows.parent
            self._carried = task.section
        return True

    def _task(self, sheet: Sheet, block: Block, section: str | None) -> Task:
        return Task(
            desk=self._desk,
            key=self._found.key,
            reader=self._reader,
            segment=block.segment,
            caption=block.caption,
            subject=block.subject or "indicators",
            grid_columns=sheet.layout.table.columns,
            section=section,
            tells_csi=self._found.tells_csi
            and not (block.caption.speaks_of_csi and not block.caption.only_csi),
            below="\n".join(sheet.below),
            printed_codes=self._printed_codes,
            marks=sheet.marks,
            ruled=sheet.table.ruling == "ruled",
        )

    def _mark_headings(self, block: Block) -> None:
        segment = block.segment
        for rows, role in (
            (segment.heading_rows, "heading"),
            (segment.repeated, "repeated_heading"),
        ):
            for row in rows:
                self._desk.mark_cells(segment.table_no, row, row.cells, role)
        if segment.banner is not None:
            printed = filter(prints, segment.banner.cells)
            self._desk.mark_cells(segment.table_no, segment.banner, printed, "section")

    def _tell_block(self, block: Block) -> None:
        families = block.segment.families
        told = families & {"status", "target", "result", "outturn"} and "money" not in families
        self._desk.tell(
            "table.not_understood",
            "warning" if told and block.segment.rows else "note",
            "part of a table was kept as cells: its headings name neither indicators nor actions",
            spots=[
                Spot(block.segment.table_no, row.row_no, row.cells[0])
                for row in block.segment.heading_rows[:1]
            ],
        )

    def _summary(self, sheet: Sheet) -> bool:
        subject = self._subject_counted(sheet)
        if subject is None or counts_others(subject, sheet.caption, sheet.table):
            return False
        stated = self._desk.facts.period
        caption, unknown = dated(sheet.caption, stated)
        period = Times(stated, caption, unknown).current
        if speaks_of_before(sheet.caption.text):
            period = None
        of_shares = speaks_of_shares(sheet.caption.text)
        setting = Setting(self._desk, self._found.key, subject, period, self._brackets, of_shares)
        if read_across(sheet.table, setting):
            return True
        captions = self._found.captions

        def above(groups: int) -> list[Period | None]:
            named = captions.periods_above(sheet.table, groups)
            alone = groups == 1 and not captions.has_neighbour(sheet.table)
            return named or ([period] if alone else [])

        return read_down(sheet.table, setting, above)

    def _subject_counted(self, sheet: Sheet) -> Subject | None:
        """What a table of counts counts: what its heading says, or its statuses, or what is around.

        Much has such statuses as actions: there something must speak of actions, too.
        """
        if sheet.caption.subject is not None:
            return sheet.caption.subject
        guessed, around = guess_subject(sheet.table), self._subject_around(sheet)
        if guessed != "actions" or around == guessed or guessed in self._found.subjects:
            return guessed or around
        said = (self._context.title or "", sheet.caption.text or "", *texts_of(sheet.table))
        return guessed if any(map(ACTIONS.search, said)) else None

    def _subject_around(self, sheet: Sheet) -> Subject | None:
        """What the lines above a table speak of, else what all other tables of the paper hold."""
        for line in self._found.captions.above(sheet.table)[:_LINES_LOOKED_AT]:
            if (subject := read_caption(line.text).subject) is not None:
                return subject
        held = self._found.subjects
        return next(iter(held)) if len(held) == 1 else None

    def _heads_figures(self, sheet: Sheet) -> bool:
        """Whether a first row names targets or periods over cells that hold figures."""
        rows = [row for row in sheet.table.rows if any(map(prints, row.cells))]
        said = [
            self._headings.read(cell.plain)
            for row in rows[:2]
            for cell in row.cells
            if prints(cell)
        ]
        meanings = {(each.meaning or "").partition(".")[0] for each in said}
        named = meanings & {"target", "result", "outturn"} or any(each.has_period for each in said)
        figures = sum(
            parse_figure(cell.plain).state == "value"
            for row in rows[1:8]
            for cell in row.cells
            if prints(cell)
        )
        return bool(named) and "money" not in meanings and figures >= 2

    def _labels_figures(self, texts: list[str]) -> bool:
        """Whether cells say what they hold before they hold it (``Latest: 97%``, on a card)."""
        labelled = [text.partition(":") for text in texts if len(text) < 60 and ":" in text]
        said = [
            (self._headings.read(label).meaning or "").partition(".")[0] in _ON_CARDS
            and parse_figure(rest.split()[0].rstrip(",;")).state == "value"
            for label, _, rest in labelled
            if label and rest.strip()
        ]
        return sum(said) >= 2

    def _not_understood(self, sheet: Sheet) -> None:
        """Keep a table as cells, and say whether it looks as if it told of performance."""
        texts = [fold(cell.text) for row in sheet.table.rows for cell in row.cells if prints(cell)]
        if not texts:
            return
        short = Counter(text for text in texts if len(text) < 30)
        signs = sum(count for text, count in short.items() if is_status_word(text))
        shares = sum(
            parse_figure(text).unit == "%" for text in texts if len(text) < 12 and "%" in text
        )
        headed = (
            self._heads_figures(sheet)
            or self._labels_figures(texts)
            or any(
                block.segment.families & {"status", "target", "result", "outturn"}
                and "money" not in block.segment.families
                for block in sheet.blocks
            )
        )
        first = sheet.table.rows[0]
        kind = plain_kind(sheet.table, {name for b in sheet.blocks for name in b.segment.families})
        self._desk.tell(
            "table.not_understood",
            "warning" if not kind and (headed or signs >= 2 or shares >= 4) else "note",
            f"table {sheet.table.table_no} was kept as cells: "
            + (kind or "what its columns mean is not known"),
            spots=[Spot(sheet.table.table_no, first.row_no, first.cells[0])],
            place=sheet.table.bounds[0],
        )
