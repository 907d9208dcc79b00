"""What both kinds of summary tables share: their setting, what counts as a count, the row.

Sections down and statuses across are read by :mod:`crossfoot.normalise.summary_across`, statuses
down with a count and a percentage by :mod:`crossfoot.normalise.summary_down`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.normalise.captions import ACTIONS, INDICATORS
from crossfoot.normalise.desk import Desk, Spot, place_of_cell
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.legends import Key, status_of_meaning
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.identity import make_id
from crossfoot.schema.model import unchecked
from crossfoot.schema.page import Cell, Table, prints
from crossfoot.schema.period import Period
from crossfoot.schema.rows import Summary
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Subject

_ROWS_GUESSED_BY = 6
_new_summary = unchecked(Summary)
TOTAL = re.compile(r"^(?:(?:grand|overall|sub)[ -]?)?totals?\b|^overall$|^all\b", re.IGNORECASE)
SHARE = re.compile(r"%|\bper\s?cent|percentage", re.IGNORECASE)
_COUNT_AND_SHARE = re.compile(
    r"(?P<count>[0-9][0-9,]*)\s*[(\[]\s*(?P<share>[0-9]{1,3}(?:\.[0-9]+)?\s?%)\s*[)\]]"
)
COUNT = re.compile(r"^(?:no\.?|number|count|total)$", re.IGNORECASE)


_NUMBERS = re.compile(r"\b(?:no\.?|numbers?|counts?|how many)(?!\w)", re.IGNORECASE)


def speaks_of_shares(text: str | None) -> bool:
    """Whether a heading says that the figures below it are percentages, and no numbers."""
    return bool(text and SHARE.search(text) and not _NUMBERS.search(text))


def says_subject(text: str) -> bool:
    """Whether a text speaks of actions or of indicators, or of both."""
    return bool(ACTIONS.search(text) or INDICATORS.search(text))


def texts_of(table: Table, rows: int | None = None) -> list[str]:
    """What the first *rows* of a table print, a cell each."""
    return [fold(cell.text) for row in table.rows[:rows] for cell in row.cells if prints(cell)]


@dataclass(frozen=True)
class Setting:
    """What a summary table stands in."""

    desk: Desk
    key: Key
    subject: Subject
    period: Period | None
    brackets_are_csi: bool
    of_shares: bool = False  # by its heading: ``Percentage of actions by status``


def guess_subject(table: Table) -> Subject | None:
    """Actions or indicators by the statuses that only one of them has."""
    words = texts_of(table, _ROWS_GUESSED_BY)
    votes = {"actions": 0, "indicators": 0}
    for word in words:
        action = status_of_meaning(word, "actions")
        indicator = status_of_meaning(word, "indicators")
        if (action is None) != (indicator is None):
            votes["actions" if action else "indicators"] += 1
    if votes["actions"] == votes["indicators"]:
        return None
    return "actions" if votes["actions"] > votes["indicators"] else "indicators"


def is_count(figure: PrintedFigure) -> bool:
    if figure.state in {"dash", "blank"}:
        return True
    return (
        figure.state == "value"
        and figure.unit is None
        and figure.value is not None
        and figure.value == figure.value.to_integral_value()
        and 0 <= figure.value < 100_000
    )


def counted(cell: Cell) -> tuple[PrintedFigure, PrintedFigure | None]:
    """The figure of a cell, and the share that stands behind a count in brackets: ``28 (58%)``."""
    text = cell.plain
    if match := _COUNT_AND_SHARE.fullmatch(text):
        return parse_figure(match["count"]), parse_figure(match["share"])
    return parse_figure(text, cell.raised_text), None


def is_share(figure: PrintedFigure) -> bool:
    return figure.state == "value" and figure.unit == "%"


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
        _new_summary(
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
            as_printed=spot.cell.text or None,
        )
    )
