"""The door of the normalise stage: a reading in, a paper of typed rows out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from crossfoot.normalise.around import tell_around, tell_doubted_council
from crossfoot.normalise.cards.tiles import with_tiles
from crossfoot.normalise.cells import cell_rows
from crossfoot.normalise.confidence import weigh
from crossfoot.normalise.context import Context, pack_context, read_context
from crossfoot.normalise.desk import Desk, Facts
from crossfoot.normalise.displayed import as_displayed
from crossfoot.normalise.heading_text import HeadingReader, heading_reader
from crossfoot.normalise.namesakes import part_namesakes
from crossfoot.normalise.national import of_both
from crossfoot.normalise.reports import reports_of
from crossfoot.normalise.second_look import look_again
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.normalise.survey import survey
from crossfoot.normalise.unread_keys import without_keys
from crossfoot.normalise.work import Work
from crossfoot.schema.packed_pages import stays_packed
from crossfoot.schema.packed_rows import PackedCells, PackedModels
from crossfoot.schema.page import Reading, Table
from crossfoot.schema.paper import Document, Known, Paper
from crossfoot.schema.rows import (
    Action,
    ActionMonth,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)
from crossfoot.schema.text import in_ranges
from crossfoot.schema.values import Outcome


class _Part(NamedTuple):
    """One report of a paper, read; the rows are no longer on its desk."""

    context: Context
    desk: Desk
    holds_rows: bool


class _Rows:
    """The rows of all reports of a paper by relation, those of a long paper packed."""

    def __init__(self) -> None:
        self.indicators = PackedModels(Indicator)
        self.statuses = PackedModels(StatusEntry)
        self.figures = PackedModels(Figure)
        self.actions = PackedModels(Action)
        self.action_months = PackedModels(ActionMonth)
        self.summaries = PackedModels(Summary)
        self.legends = PackedModels(Legend)
        self.cells = PackedCells()

    def take(self, desk: Desk) -> bool:
        """Take the rows from a desk on which all is done; say whether it held any of a report."""
        holds_rows = bool(desk.indicators or desk.actions or desk.summaries)
        for name, rows in vars(self).items():
            own = getattr(desk, name, None)  # cells are never there
            if isinstance(own, PackedModels) and not rows:
                setattr(self, name, own)
            elif isinstance(own, PackedModels):
                for some in own.chunks():
                    rows.extend(some)
            elif own:
                rows.extend(own)
            if own:
                setattr(desk, name, [])
        return holds_rows


def interpret(reading: Reading, known: Known, settings: NormaliseSettings) -> Paper:
    """Read the typed rows of one document, report by report.

    What *known* gives goes before what the paper says. Tables and columns that are not understood
    are kept as cells and named in a finding; nothing is guessed. Raises ``SettingsError`` if the
    user's table of headings cannot be used.

    Where a pack holds several reports, each is read by itself: its rows take council, day and
    period from its own head (:mod:`.reports`), its icons their meaning from its own keys. What its
    head does not print, council and day alone, they take from the pack's front sheet. The document
    itself is what the front sheet says, see :func:`_of_all`.
    """
    headings = heading_reader(settings.headings_file)
    parts: list[_Part] = []
    labels: dict[str | None, dict[str, str]] = {}
    reports = reports_of(reading)
    pack = pack_context(reading, reports[0].reading, known) if len(reports) > 1 else None
    inside = known.model_copy(update={"title": None, "committee": None}) if pack else known
    rows = _Rows()
    next_no = len(reading.tables) + 1
    for report in reports:
        printed = report.reading
        own = with_tiles(printed, headings, next_no)
        next_no += len(own.tables) - len(printed.tables)
        part = _read(own, inside, headings, pack, labels, rows)
        if pack and not parts:
            pack = replace(pack, published_on=part.context.published_on)
            inside = _without_repeated(inside, part.context)
        parts.append(part)
    context = _of_all(parts, known)
    _tell_prose(reading, parts[0].desk)
    if context.council is None and (doubted := parts[0].context.doubted):
        tell_doubted_council(parts[0].desk, doubted, reading.lines)
    desks = [part.desk for part in parts]
    paper = Paper(
        document=_document(
            reading, known, context, settings, bool(rows.summaries or rows.indicators)
        ),
        series=tuple(_series(desks).values()),
        **vars(rows),
        findings=tuple(row for desk in desks for row in desk.findings.values()),
        finding_cells=tuple(row for desk in desks for row in desk.finding_cells.values()),
    )
    return as_displayed(paper, reading.turned) if reading.turned else paper


def _series(desks: Iterable[Desk]) -> dict[str, Series]:
    """The series of all reports by id, one row for each."""
    series: dict[str, Series] = {}
    for desk in desks:
        for series_id, row in desk.series.items():
            known = series.get(series_id)
            series[series_id] = of_both(known, row) if known else row
    return series


def _without_repeated(known: Known, front: Context) -> Known:
    """Return what is known without what it repeats from the front sheet of a pack.

    That holds where a report says nothing of its own, no longer where it does.
    """
    repeated: dict[str, None] = {}
    if front.council_source == "paper":
        repeated |= {"council": None, "council_source": None}
    if front.published_on_source == "paper":
        repeated |= {"published_on": None, "published_on_source": None}
    return known.model_copy(update=repeated)


def _read(
    reading: Reading,
    known: Known,
    headings: HeadingReader,
    pack: Context | None,
    labels: dict[str | None, dict[str, str]],
    rows: _Rows,
) -> _Part:
    """Read one report and add what it holds to *rows*.

    Its context's period is the one its rows carry. *labels* are those of local codes by council,
    as the reports before it print them.
    """
    reading = without_keys(reading)
    found = survey(reading, headings)
    context = read_context(reading, known, found.cover, found.captions.body, pack)
    latest = look_again(found, context, headings)
    period = context.period or latest
    desk = Desk(
        Facts(
            document_id=reading.document_id,
            council=context.council,
            published_on=context.published_on,
            reporting_period=period.label if period else None,
            period=period,
        ),
        places=found.places,
        labels=labels.setdefault(context.council, {}),
    )
    if stays_packed(reading.tables):
        desk.pack()
    Work(reading, found, desk, headings, context).read(partial(_keep_cells, rows, desk))
    part_namesakes(desk)
    tell_around(reading, found, desk, headings)
    weigh(desk, reading)
    return _Part(replace(context, period=period), desk, rows.take(desk))


def _keep_cells(rows: _Rows, desk: Desk, table: Table) -> None:
    """Keep the cells of a table whose rows are read: what they are is known."""
    rows.cells.extend(cell_rows(desk, table))
    desk.roles.clear()


def _of_all(parts: Sequence[_Part], known: Known) -> Context:
    """What the document says of itself: of several reports, what its front sheet says.

    The front sheet is what stands before the first report, if it holds no rows. Where there is none
    (two reports in one file), only what all reports with rows agree on is the document's. The same
    goes for its period, which no front sheet prints.
    """
    front = parts[0]
    holders = [part for part in parts if part.holds_rows]
    if len(parts) == 1 or holders == [front]:
        return replace(front.context, **_titled(known)) if len(parts) > 1 else front.context
    periods = {part.context.period for part in holders}
    period = periods.pop() if len(periods) == 1 else None
    if front not in holders:
        return replace(front.context, period=period, **_titled(known))
    named = {
        name: values.pop() if len(values) == 1 else None
        for name in (
            "council",
            "council_source",
            "title",
            "committee",
            "published_on",
            "published_on_source",
        )
        if (values := {getattr(part.context, name) for part in holders})
    }
    return Context(**{**named, **_titled(known)}, period=period)


def _titled(known: Known) -> dict[str, Any]:
    """The title and the committee that the manifest gives the file: not those of its reports."""
    given = {"title": known.title, "committee": known.committee}
    return {name: text for name, text in given.items() if text}


def _tell_prose(reading: Reading, desk: Desk) -> None:
    """Say which pages were shown to be prose and not searched for tables."""
    if reading.passed:
        desk.tell(
            "pages.prose",
            "note",
            f"{len(reading.passed)} of {reading.pages} pages hold prose alone, no table was looked "
            f"for there: {in_ranges(reading.passed)}",
        )


def _document(
    reading: Reading,
    known: Known,
    context: Context,
    settings: NormaliseSettings,
    counts: bool,
) -> Document:
    """The document's row; *counts* says that its sentences gave counts, or its lines cards."""
    period = context.period
    outcome: Outcome = "read"
    reason = None
    if reading.lost:
        outcome = "partly_read"
        reason = "; ".join(f"page {lost.page}: {lost.reason}" for lost in reading.lost)
    elif not reading.tables and not counts:
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
