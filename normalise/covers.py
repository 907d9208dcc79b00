"""Cover tables: a label and what it says, row by row (``Title of Report``, ``Presented by``)."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_rows import printed_cells
from crossfoot.normalise.headings import heading_key
from crossfoot.schema.page import Table
from crossfoot.schema.text import fold

_TITLE = frozenset(
    {"title of report", "report title", "title", "subject", "report subject", "subject of report",
     "report", "name of report", "title of the report", "subject matter"}
)  # fmt: skip
_COMMITTEE = frozenset(
    {"committee", "meeting", "report to", "decision maker", "committee meeting", "name of meeting",
     "name of committee", "to", "decision making body", "meeting of", "cabinet",
     "title of meeting", "name of cabinet or committee", "board"}
)  # fmt: skip
_DATE = frozenset(
    {"date", "date of meeting", "meeting date", "date of committee", "committee date",
     "date of decision", "decision date", "report date", "date of report", "date of cabinet"}
)  # fmt: skip
#: First words of labels that stand on cover sheets and in tables of implications.
_LABEL = re.compile(
    r"^(?:title of|report(?: of| to| by| author)?\b|presented by|background papers?|purpose"
    r"|reasons?|recommend|financial|legal|staffing|equalit|risks?\b|risk management"
    r"|crime and disorder|human resources?|environment|climate|sustainab|safeguarding|customer"
    r"|communit|consultation|council priorit|corporate|policy|portfolio|responsible"
    r"|lead (?:officer|member|councillor)|contact|officer contact|author|wards?\b"
    r"|wards? affected|key decision|exempt|confidential|appendi|attachments|head of"
    r"|chief executive|assistant chief|(?:corporate )?director|cabinet member|ward member"
    r"|implications|value for money|health|economic|personnel|procurement|governance|privacy"
    r"|data protection|other implications|date|committe)",
    re.IGNORECASE,
)


_COUNTED = frozenset({"value", "dash"})


class Cover(NamedTuple):
    """What a cover table says of the paper; null where it has no such row."""

    title: str | None = None
    committee: str | None = None
    date: str | None = None


def field_of(label: str) -> str | None:
    """Return which field of a :class:`Cover` a label stands beside, ``None`` if none."""
    key = heading_key(label)
    for name, labels in (("title", _TITLE), ("committee", _COMMITTEE), ("date", _DATE)):
        if key in labels:
            return name
    return None


def is_label(text: str) -> bool:
    """Whether a text is wholly a label of cover sheets, or begins as the longer ones do."""
    return field_of(text) is not None or _LABEL.match(text) is not None


def read_cover(table: Table) -> Cover | None:
    """Read a table of labels and texts, ``None`` if the table is none.

    Every row prints one to three texts, most first texts are labels of cover sheets, and no row
    has the look of figures side by side.
    """
    labelled = led = counted = 0
    found: dict[str, str] = {}
    for row in table.rows:
        cells = printed_cells(row)
        if not cells:
            continue
        if len(cells) > 3:
            return None
        first = cells[0]
        if first.col_no != 1 or len(cells) < 2:
            continue
        led += 1
        label = fold(first.text).rstrip(":")
        if _LABEL.match(label):
            labelled += 1
        counted += any(parse_figure(cell.plain).state in _COUNTED for cell in cells[1:])
        text = fold(cells[1].text)
        if text and (name := field_of(label)) is not None:
            found.setdefault(name, text)
    if (
        counted * 3 >= max(led, 1)
        or not led
        or labelled * 2 < led
        or (labelled < 2 and "title" not in found)
    ):
        return None
    return Cover(**found)
