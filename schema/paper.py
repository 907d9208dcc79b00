"""A document, a load, and all that was read from one paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from crossfoot.schema.finding import Check, Finding, FindingCell
from crossfoot.schema.model import Model
from crossfoot.schema.packed import Packed
from crossfoot.schema.rows import (
    Action,
    ActionMonth,
    CellRow,
    Figure,
    Indicator,
    Legend,
    Series,
    StatusEntry,
    Summary,
)
from crossfoot.schema.values import Outcome, Source


class Document(Model, defer_build=False):
    """One file that was read, and how the reading ended."""

    document_id: str = Field(description="SHA-256 of the file, 64 hex digits.")
    file_name: str = Field(description="Name of the file as it was read.")
    source_url: str | None = Field(
        default=None, description="Where the file was published, as a manifest says."
    )
    council: str | None = Field(default=None, description="The council; null if unknown.")
    council_source: Source | None = Field(
        default=None, description="Who names the council: the paper, a manifest or an argument."
    )
    title: str | None = Field(default=None, description="The title of the paper.")
    committee: str | None = Field(default=None, description="The committee that it went to.")
    published_on: date | None = Field(
        default=None, description="Day on which it was published; null if nobody knows."
    )
    published_on_source: Source | None = Field(
        default=None, description="Who names the day: the paper, a manifest or an argument."
    )
    reporting_period: str | None = Field(
        default=None, description="The period that the paper reports on, such as 2019/20 Q1."
    )
    reporting_period_start: date | None = Field(
        default=None, description="First day of the reporting period."
    )
    reporting_period_end: date | None = Field(
        default=None, description="Last day of the reporting period."
    )
    pages: int | None = Field(default=None, ge=0, description="How many pages the file has.")
    outcome: Outcome = Field(description="How the reading ended.")
    reason: str | None = Field(default=None, description="Why it was not read, or not wholly.")
    same_report_as: str | None = Field(
        default=None, description="The document whose tables this one repeats: a pack, a reissue."
    )
    reader_version: str = Field(description="Version of the reader.")


class Load(Model):
    """One run that wrote into the store, or found nothing to write."""

    load_id: str = Field(description="Id of the run; ids sort by time.")
    started_at: datetime = Field(description="When it started, UTC.")
    finished_at: datetime | None = Field(
        default=None,
        description="When it ended, UTC (died: when that was noted); null while it runs.",
    )
    reader_version: str = Field(
        description="Version of the reader, without what was known of single papers from outside."
    )
    papers: int = Field(
        default=0, description="How many papers it read, failed ones too, or took out."
    )
    rows: int = Field(
        default=0, description="How many rows it wrote, or took out, in all relations of papers."
    )
    outcome: str = Field(
        description="How it ended: finished, some_failed, interrupted, or died (killed, or cut off "
        "from the database; papers and rows are then what it stored); running until then."
    )
    command: str = Field(default="ingest", description="What ran: ingest or forget.")
    unchanged: int | None = Field(
        default=None,
        description="How many files it left alone, being there already; null where not recorded.",
    )
    failed: int | None = Field(
        default=None,
        description="How many of the papers could not be read; null where not recorded.",
    )


class Known(Model, defer_build=False):
    """What is known of a paper from outside it (a manifest row, an argument); null if nothing.

    ``source`` says where ``council`` and ``published_on`` come from.
    """

    council: str | None = None
    council_source: Source | None = None
    committee: str | None = None
    title: str | None = None
    published_on: date | None = None
    published_on_source: Source | None = None
    period: str | None = None
    source_url: str | None = None


class _TakenAsTheyAre:
    """Marks a field that nothing checks, nor builds the checks for.

    pydantic's ``SkipValidation`` has those built that it skips: of the rows of all relations.
    """

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.any_schema()


_Row = TypeVar("_Row")
#: Rows are checked one by one when they are made, and not a second time with their paper.
Rows = Annotated[Sequence[_Row], _TakenAsTheyAre]


class Paper(BaseModel):
    """One document and every row read from it: what the store loads in one transaction.

    ``checks`` and ``rules_version`` (null before an audit) say what the audit found to hold;
    ``facts`` is the :class:`Known` it was read with, as JSON, null where that is empty. Rows of a
    long paper are packed (:mod:`crossfoot.schema.packed`) until :meth:`opened`: go through them in
    order.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    document: Document
    series: Rows[Series] = ()
    indicators: Rows[Indicator] = ()
    statuses: Rows[StatusEntry] = ()
    figures: Rows[Figure] = ()
    actions: Rows[Action] = ()
    action_months: Rows[ActionMonth] = ()
    summaries: Rows[Summary] = ()
    legends: Rows[Legend] = ()
    cells: Rows[CellRow] = ()
    findings: Rows[Finding] = ()
    finding_cells: Rows[FindingCell] = ()
    checks: Rows[Check] = ()
    rules_version: str | None = None
    facts: str | None = None

    def opened(self, relations: Collection[str] | None = None) -> Paper:
        """Return the paper with the rows of these *relations*, or of all, as lists."""
        packed = {name: rows for name, rows in self if isinstance(rows, Packed)}
        return self.model_copy(
            update={
                name: list(rows)
                for name, rows in packed.items()
                if relations is None or name in relations
            }
        )

    def __repr__(self) -> str:
        """In one line: a notebook shows what a cell gives, and a paper has thousands of rows."""
        paper = self.document
        counts = [] if paper.pages is None else [f"{paper.pages} pages"]
        for name, rows in self:
            if isinstance(rows, Sequence) and not isinstance(rows, str) and rows:
                counts.append(f"{len(rows)} {name.replace('_', ' ')}")
        return f"<Paper {paper.file_name!r}: {', '.join([paper.outcome, *counts])}>"

    __str__ = __repr__
