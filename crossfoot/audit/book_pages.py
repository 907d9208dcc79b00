"""What the reader tells of the pages themselves, for the book of all rules.

Raised before anything is known of what the tables mean.
"""

from __future__ import annotations

from crossfoot.audit.entry import NOTE, NOTE_OR_WARNING, WARNING, Entry, by_reader

PAGE_ENTRIES: tuple[Entry, ...] = (
    by_reader("page.lost", "A page was not read", WARNING, "every page of the file was read"),
    by_reader(
        "pages.prose",
        "Pages hold prose alone",
        NOTE,
        "pages that show no sign of a table were not searched for one",
    ),
    by_reader(
        "read.across",
        "Columns were joined over facing pages",
        NOTE,
        "a table whose columns go on on the page beside it",
    ),
    by_reader(
        "read.beyond",
        "Text stands beyond the page's edge",
        NOTE,
        "text that nobody sees on the page is not read",
    ),
    by_reader(
        "read.boxes",
        "Boxes may be one table",
        WARNING,
        "single boxes that stand in rows and columns",
    ),
    by_reader(
        "read.clipped",
        "Text is cut off on the page",
        WARNING,
        "text that the page shows in part was read whole",
    ),
    by_reader(
        "read.columns",
        "A cell's text stands far apart",
        WARNING,
        "wide gaps inside a cell, where a rule between columns may be missing",
    ),
    by_reader(
        "read.cut",
        "A row at the head of a page has no name, or one at the foot may be cut off",
        WARNING,
        "rows that may be the rest of another over a page end, and rows that may have one",
    ),
    by_reader(
        "read.damaged_stream",
        "A part of the file is damaged",
        WARNING,
        "compressed streams that break off, where no page shows which",
    ),
    by_reader(
        "read.drawing",
        "A map or a plan was passed over",
        NOTE,
        "pages with so many lines that no table was looked for",
    ),
    by_reader(
        "read.facing",
        "A table may hold the rest of another's columns",
        WARNING,
        "tables on facing pages with rows as many and as high",
    ),
    by_reader(
        "read.heading",
        "A row begins with the words of the heading",
        WARNING,
        "rows that may have swallowed a repeated heading",
    ),
    by_reader(
        "read.limit",
        "There is more drawn here than is looked at",
        WARNING,
        "places with more lines or shapes than the reader's limits",
    ),
    by_reader(
        "read.no_second_opinion",
        "There is no second opinion",
        WARNING,
        "the second reader ended without an answer",
    ),
    by_reader(
        "read.overflow",
        "Text is cut by the edge of its cell",
        WARNING,
        "text that reaches over the rules around it",
    ),
    by_reader(
        "read.picture",
        "A picture may show a table",
        WARNING,
        "large pictures without text, which are not read",
    ),
    by_reader(
        "read.recognised_text",
        "The text is a machine's reading of a scan",
        WARNING,
        "invisible text under a picture of the page",
    ),
    by_reader(
        "read.rejoined",
        "A row was put together over a page end",
        NOTE_OR_WARNING,
        "rows cut by the end of a page; a warning where a figure was cut",
    ),
    by_reader(
        "read.rows",
        "Rules between rows may be missing",
        WARNING,
        "several figures in one cell, or columns many lines long in every cell",
    ),
    by_reader(
        "read.second_reader",
        "Two readers differ on a cell",
        WARNING,
        "cells with digits against a second, independent reader",
    ),
    by_reader(
        "read.small_digits",
        "Smaller digits stand behind a figure",
        NOTE_OR_WARNING,
        "digits smaller than the figure before them: its footnote, or a part of the number",
    ),
    by_reader(
        "read.spans_on",
        "A cell over several rows goes on on the next page",
        NOTE,
        "cells that span rows to the end of a page, and go on over a heading",
    ),
    by_reader(
        "read.straddle",
        "Text runs over the edge between cells",
        WARNING,
        "words that stand on both sides of a rule were given to one cell",
    ),
    by_reader(
        "read.struck_out",
        "A line runs through print",
        NOTE_OR_WARNING,
        "lines through words that belong to no table's rules",
    ),
    by_reader(
        "read.annotation",
        "Something was put over the print",
        NOTE_OR_WARNING,
        "strokes, frames and marks that a person put on the page afterwards",
    ),
    by_reader(
        "read.touch",
        "Words on both sides of a rule may be one",
        WARNING,
        "text shared out between two cells that stands as close as letters of a word",
    ),
    by_reader(
        "read.unplaced",
        "Text stands in a table but in no cell",
        WARNING,
        "every character inside a table belongs to a cell",
    ),
    by_reader(
        "read.unread_table",
        "A table was not read",
        WARNING,
        "figures or headings in columns where no table was told, with the reason",
    ),
    by_reader(
        "read.unreadable",
        "A cell's characters are not known",
        WARNING,
        "fonts that do not say which letters they draw, signs that stand over each other",
    ),
    by_reader(
        "read.unseen",
        "Text in the file is not seen on the page",
        WARNING,
        "white, hidden or covered text is told and not read",
    ),
)
