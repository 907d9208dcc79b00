"""What a sample paper says, typed by hand: the values a reader should find, and how they print.

Nothing is parsed: every value stands beside its print. ``samples.layouts`` draws these,
``samples.expected`` writes them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samples.document import Block, Look
from samples.values import Day, NoteFigure, Status, Value

# -- rows --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Section:
    """A row that spans the table and names the section of the rows after it."""

    name: str


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator. ``values`` stand in the order of the table's value columns."""

    status: Status
    code: str
    title: str
    values: tuple[Value, ...]
    note: str | None = None
    team: str | None = None
    is_csi: bool | None = None
    frequency: str | None = None
    code_as_printed: str | None = None
    basis: str | None = None
    as_of: str | None = None
    note_figures: tuple[NoteFigure, ...] = ()


@dataclass(frozen=True)
class ActionRow:
    """One action of a plan."""

    status: Status
    code: str
    title: str
    description: str | None
    progress: int
    due: Day
    comments: str | None = None
    team: str | None = None
    code_as_printed: str | None = None
    proposed_due: Day | None = None
    previous_due: Day | None = None


@dataclass(frozen=True)
class Item:
    """One item of a stacked table (ruling 7). ``months`` are (month, marker, column 0-11)."""

    section: str
    parent_code: str
    parent_title: str
    code: str
    title: str
    status: Status
    comments: str | None
    owner: str
    due: Day
    revised_due: Day
    lead: str
    corrective_action: str
    months: tuple[tuple[str, str, int], ...]
    lower_title: str | None = None
    shifted: bool = False


# -- tables ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ValueColumn:
    """A column of figures: heading as printed, and what its figures are."""

    heading: str
    measure: Literal["outturn", "actual", "target"]
    period: str
    period_as_printed: str
    basis: str


@dataclass(frozen=True)
class IndicatorTable:
    """A table of indicators. ``form``: code before the title, or after it with the team."""

    status_heading: str
    name_heading: str
    columns: tuple[ValueColumn, ...]
    rows: tuple[IndicatorRow | Section, ...]
    form: Literal["leading code", "trailing code"]
    note_heading: str
    status_period: str
    section: str | None = None
    is_csi: bool | None = None
    frequency_heading: str | None = None
    widths: tuple[float, ...] = ()
    repeat_headings: bool = True
    size: float = 8.5


@dataclass(frozen=True)
class ActionTable:
    """A table of actions; ``form`` as for indicators."""

    headings: tuple[str, ...]
    rows: tuple[ActionRow | Section, ...]
    form: Literal["own column", "trailing code"]
    section: str | None = None
    widths: tuple[float, ...] = ()
    repeat_headings: bool = True
    bold_progress: bool = False
    size: float = 8.5


@dataclass(frozen=True)
class ItemTable:
    """One ruled grid per item, heading rows inside."""

    item: Item


@dataclass(frozen=True)
class Count:
    """One count: ``item_count`` and ``csi_count`` typed, beside their print."""

    as_printed: str | None
    item_count: int | None
    csi_count: int | None = None


NIL = Count("-", 0)
EMPTY = Count(None, None)


def count(items: int, csi: int | None = None) -> Count:
    return Count(f"{items} ({csi})" if csi else str(items), items, csi)


@dataclass(frozen=True)
class CountTable:
    """Counts of statuses by section; the last row is the total."""

    subject: Literal["actions", "indicators"]
    period: str
    statuses: tuple[Status, ...]
    rows: tuple[tuple[str, tuple[Count, ...]], ...]
    brackets: bool = False
    total: str = "TOTAL"


@dataclass(frozen=True)
class ShareTables:
    """Two or more tables side by side, one per month: status word, count, percentage."""

    tables: tuple[tuple[str, str, tuple[tuple[Status, int, str], ...]], ...]
    """(heading, period, ((status, count, percentage as decimal text), …)) each."""


@dataclass(frozen=True)
class SaidCount:
    """One count or share said in a sentence."""

    as_printed: str
    status_as_printed: str | None
    status: str | None
    item_count: int | None = None
    percentage: str | None = None
    is_total: bool = False


@dataclass(frozen=True)
class CountingSentence:
    """A paragraph that counts."""

    text: str
    subject: Literal["actions", "indicators"]
    period: str
    counts: tuple[SaidCount, ...]
    style: str = "indent"


@dataclass(frozen=True)
class KeyEntry:
    """One entry of a key: a picture or a fill, its words, and what they mean."""

    words: str
    meaning: str
    icon: str | None = None
    fill: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class KeyTable:
    """A key with a row per entry; a table of swatches has no headings."""

    headings: tuple[str, ...]
    entries: tuple[KeyEntry, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class KeyLine:
    """A line of a key outside any table: the picture, then its words."""

    entry: KeyEntry


Fact = IndicatorTable | ActionTable | ItemTable | CountTable | ShareTables | CountingSentence
Part = Block | Fact | KeyTable | KeyLine


@dataclass(frozen=True)
class Printed:
    """What the paper itself says of itself; None where it does not."""

    council: str | None
    title: str
    committee: str | None
    published_on: str | None
    reporting_period: str


@dataclass(frozen=True)
class Known:
    """What the manifest of the samples says: what a person knows who fetched the paper."""

    council: str
    committee: str
    published_on: str


@dataclass(frozen=True)
class Paper:
    """A sample paper: what it says, part by part, and how it looks."""

    stem: str
    file_title: str
    printed: Printed
    known: Known
    parts: tuple[Part, ...]
    look: Look
