"""What the reader tells of the pages themselves, for the book of all rules.

Raised before anything is known of what the tables mean.
"""

from __future__ import annotations

from crossfoot.audit.entry import Entry
from crossfoot.schema.values import Severity

_NOTE: tuple[Severity, ...] = ("note",)
_WARNING: tuple[Severity, ...] = ("warning",)
_BOTH: tuple[Severity, ...] = ("note", "warning")


def _reader(rule_id: str, title: str, severities: tuple[Severity, ...], checks: str) -> Entry:
    return Entry(rule_id, title, severities, "reader", checks)


PAGE_ENTRIES: tuple[Entry, ...] = (
    _reader("page.lost", "A page was not read", _WARNING, "every page of the file was read"),
    _reader(
        "pages.prose",
        "Pages hold prose alone",
        _NOTE,
        "pages that show no sign of a table were not searched for one",
    ),
    _reader(
        "read.across",
        "Columns were joined over facing pages",
        _NOTE,
        "a table whose columns go on on the page beside it",
    ),
    _reader(
        "read.beyond",
        "Text stands beyond the page's edge",
        _NOTE,
        "text that nobody sees on the page is not read",
    ),
    _reader(
        "read.boxes",
        "Boxes may be one table",
        _WARNING,
        "single boxes that stand in rows and columns",
    ),
    _reader(
        "read.clipped",
        "Text is cut off on the page",
        _WARNING,
        "text that the page shows in part was read whole",
    ),
    _reader(
        "read.columns",
        "A cell's text stands far apart",
        _WARNING,
        "wide gaps inside a cell, where a rule between columns may be missing",
    ),
    _reader(
        "read.cut",
        "A row at the head of a page has no name, or one at the foot may be cut off",
        _WARNING,
        "rows that may be the rest of another over a page end, and rows that may have one",
    ),
    _reader(
        "read.damaged_stream",
        "A part of the file is damaged",
        _WARNING,
        "compressed streams that break off, where no page shows which",
    ),
    _reader(
        "read.drawing",
        "A map or a plan was passed over",
        _NOTE,
        "pages with so many lines that no table was looked for",
    ),
    _reader(
        "read.facing",
        "A table may hold the rest of another's columns",
        _WARNING,
        "tables on facing pages with rows as many and as high",
    ),
    _reader(
        "read.heading",
        "A row begins with the words of the heading",
        _WARNING,
        "rows that may have swallowed a repeated heading",
    ),
    _reader(
        "read.limit",
        "There is more drawn here than is looked at",
        _WARNING,
        "places with more lines or shapes than the reader's limits",
    ),
    _reader(
        "read.no_second_opinion",
        "There is no second opinion",
        _WARNING,
        "the second reader ended without an answer",
    ),
    _reader(
        "read.overflow",
        "Text is cut by the edge of its cell",
        _WARNING,
        "text that reaches over the rules around it",
    ),
    _reader(
        "read.picture",
        "A picture may show a table",
        _WARNING,
        "large pictures without text, which are not read",
    ),
    _reader(
        "read.recognised_text",
        "The text is a machine's reading of a scan",
        _WARNING,
        "invisible text under a picture of the page",
    ),
    _reader(
        "read.rejoined",
        "A row was put together over a page end",
        _BOTH,
        "rows cut by the end of a page; a warning where a figure was cut",
    ),
    _reader(
        "read.rows",
        "Rules between rows may be missing",
        _WARNING,
        "several figures in one cell, or columns many lines long in every cell",
    ),
    _reader(
        "read.second_reader",
        "Two readers differ on a cell",
        _WARNING,
        "cells with digits against a second, independent reader",
    ),
    _reader(
        "read.small_digits",
        "Smaller digits stand behind a figure",
        _BOTH,
        "digits smaller than the figure before them: its footnote, or a part of the number",
    ),
    _reader(
        "read.spans_on",
        "A cell over several rows goes on on the next page",
        _NOTE,
        "cells that span rows to the end of a page, and go on over a heading",
    ),
    _reader(
        "read.straddle",
        "Text runs over the edge between cells",
        _WARNING,
        "words that stand on both sides of a rule were given to one cell",
    ),
    _reader(
        "read.struck_out",
        "A line runs through print",
        _BOTH,
        "lines through words that belong to no table's rules",
    ),
    _reader(
        "read.annotation",
        "Something was put over the print",
        _BOTH,
        "strokes, frames and marks that a person put on the page afterwards",
    ),
    _reader(
        "read.touch",
        "Words on both sides of a rule may be one",
        _WARNING,
        "text shared out between two cells that stands as close as letters of a word",
    ),
    _reader(
        "read.unplaced",
        "Text stands in a table but in no cell",
        _WARNING,
        "every character inside a table belongs to a cell",
    ),
    _reader(
        "read.unread_table",
        "A table was not read",
        _WARNING,
        "figures or headings in columns where no table was told, with the reason",
    ),
    _reader(
        "read.unreadable",
        "A cell's characters are not known",
        _WARNING,
        "fonts that do not say which letters they draw, signs that stand over each other",
    ),
    _reader(
        "read.unseen",
        "Text in the file is not seen on the page",
        _WARNING,
        "white, hidden or covered text is told and not read",
    ),
)
