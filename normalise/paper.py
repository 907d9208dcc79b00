"""The door of the normalise stage: a reading in, a paper of typed rows out."""

from __future__ import annotations

from functools import partial

from crossfoot.normalise.cells import cell_rows
from crossfoot.normalise.confidence import weigh
from crossfoot.normalise.context import Context, read_context
from crossfoot.normalise.desk import Desk, Facts
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.headings import load_headings
from crossfoot.normalise.measures import Times, settle
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.normalise.survey import Survey, survey
from crossfoot.normalise.work import Work
from crossfoot.schema.page import Reading
from crossfoot.schema.paper import Document, Known, Paper
from crossfoot.schema.period import Period
from crossfoot.schema.rows import CellRow
from crossfoot.schema.values import Outcome


def interpret(reading: Reading, known: Known, settings: NormaliseSettings) -> Paper:
    """Read the typed rows of one document.

    What *known* gives goes before what the paper says. Tables and columns that are not understood
    are kept as cells and named in a finding; nothing is guessed. Raises ``SettingsError`` if the
    user's table of headings cannot be used.
    """
    headings = HeadingReader(load_headings(settings.headings_file))
    found = survey(reading, headings)
    context = read_context(reading, known, found.cover)
    for sheet in found.sheets:
        for block in sheet.blocks:
            times = Times(context.period, block.caption)
            holds = partial(_holds, block.segment, sheet.layout.table.columns)
            block.segment.columns = settle(block.segment.columns, times, holds)
    period = context.period or _latest_period(found)
    desk = Desk(
        Facts(
            document_id=reading.document_id,
            council=context.council,
            published_on=context.published_on,
            reporting_period=period.label if period else None,
            period=period,
        ),
        places=found.places,
    )
    Work(reading, found, desk, headings, context).read()
    weigh(desk, reading)
    cells = [row for table in reading.tables for row in cell_rows(desk, table)]
    return Paper(
        document=_document(reading, known, context, period, settings, desk),
        series=tuple(desk.series.values()),
        indicators=desk.indicators,
        statuses=desk.statuses,
        figures=desk.figures,
        actions=desk.actions,
        action_months=desk.action_months,
        summaries=desk.summaries,
        legends=desk.legends,
        cells=_without_doubles(cells),
        findings=tuple(desk.findings.values()),
        finding_cells=tuple(desk.finding_cells.values()),
    )


def _without_doubles(cells: list[CellRow]) -> list[CellRow]:
    return list({cell.cell_id: cell for cell in cells}.values())


def _latest_period(found: Survey) -> Period | None:
    """The period of the latest column of results in any indicator table (ruling 8)."""
    periods = [
        column.period
        for sheet in found.sheets
        for block in sheet.blocks
        if block.subject == "indicators"
        for column in block.segment.columns
        if column.measure in {"actual", "outturn"} and column.period is not None
    ]
    return max(periods, key=lambda each: (each.end, each.start), default=None)


def _holds(segment: Segment, grid_columns: int, index: int) -> bool:
    """Whether a column of figures holds one, or any other column prints something."""
    is_figure = segment.columns[index].is_figure
    for view in views(segment, grid_columns):
        spot = view.spot(index)
        state = parse_figure(spot.cell.plain, spot.cell.raised_text).state if spot else "blank"
        if state == "value" or (state == "other" and not is_figure):
            return True
    return False


def _document(
    reading: Reading,
    known: Known,
    context: Context,
    period: Period | None,
    settings: NormaliseSettings,
    desk: Desk,
) -> Document:
    outcome: Outcome = "read"
    reason = None
    if reading.lost:
        outcome = "partly_read"
        reason = "; ".join(f"page {lost.page}: {lost.reason}" for lost in reading.lost)
    elif not reading.tables and not desk.summaries:
        outcome = "no_tables"
        reason = "no table with ruled lines was found"
    return Document(
        document_id=reading.document_id,
        file_name=reading.file_name,
        source_url=known.source_url,
        council=context.council,
        council_source=context.council_source,
        title=context.title,
        committee=context.committee,
        published_on=context.published_on,
        published_on_source=context.published_on_source,
        reporting_period=period.label if period else None,
        reporting_period_start=period.start if period else None,
        reporting_period_end=period.end if period else None,
        pages=reading.pages,
        outcome=outcome,
        reason=reason,
        reader_version=settings.reader_version,
    )
