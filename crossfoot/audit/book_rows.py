"""What the reader tells of single rows and their cells, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import NOTE, NOTE_OR_WARNING, WARNING, Entry, by_reader

ROW_ENTRIES: tuple[Entry, ...] = (
    by_reader(
        "code.in_title",
        "Titles hold what may be a code",
        NOTE,
        "titles with what may be a code, where their rows do not tell; it is left in them",
    ),
    by_reader(
        "code.polarity_differs",
        "A paper calls another direction good than the national definition",
        NOTE,
        "the good direction a paper prints for a national code against the catalogue; its is kept",
    ),
    by_reader(
        "code.repaired",
        "A code was misprinted or misread, and taken for a known one",
        WARNING,
        "codes that are no code, but look like a single one that the paper or the nation knows",
    ),
    by_reader(
        "code.unclear",
        "A code was misprinted or misread, and may be one of several",
        WARNING,
        "codes that are no code, and look like several that are known; kept as printed",
    ),
    by_reader(
        "code.title_differs",
        "A national code stands beside another measure's title",
        WARNING,
        "titles of national codes against the catalogue: the code or the title may be wrong",
    ),
    by_reader(
        "code.unit_differs",
        "A paper prints another unit than the national definition",
        NOTE,
        "the unit a paper prints for a national code against the catalogue; the paper's is kept",
    ),
    by_reader(
        "date.impossible",
        "A date does not exist",
        WARNING,
        "due and revised dates are days of the calendar",
    ),
    by_reader(
        "date.order",
        "Day and month of a date are not clear",
        WARNING,
        "dates in digits in a table that prints the month first",
    ),
    by_reader(
        "date.unread",
        "Digits under a date are no one date",
        NOTE,
        "every due and revised date with digits was read",
    ),
    by_reader(
        "figure.as_of",
        "A note dates a figure",
        NOTE,
        "the day or month a footnote or a note gives for the figure beside it",
    ),
    by_reader(
        "figure.as_of_apart",
        "A note dates a figure with a day it cannot speak of",
        WARNING,
        "the day in the note lies in or shortly after the figure's period",
    ),
    by_reader(
        "figure.note",
        "A figure was taken from a note",
        NOTE,
        "figures with their period in a row's note",
    ),
    by_reader(
        "figure.variance",
        "A printed variance is not that of its result and target",
        WARNING,
        "variances worked out again, by the way that nearly all rows of their column agree on",
    ),
    by_reader(
        "figure.note_unclear",
        "A figure in a note may be the target",
        WARNING,
        "figures in a note that speaks of the target as well",
    ),
    by_reader(
        "progress.unread",
        "A progress is no percentage",
        WARNING,
        "every progress is a whole number from 0 to 100",
    ),
    by_reader(
        "row.label_unknown",
        "A row's label does not say what its figures are",
        NOTE,
        "rows with figures beside a column of labels such as Target and Actual",
    ),
    by_reader(
        "row.no_code",
        "A row has no code where the others have one",
        WARNING,
        "rows with figures in a table with a column of codes",
    ),
    by_reader(
        "row.no_identity",
        "A row has neither code nor title",
        WARNING,
        "rows of data that nothing names are kept as cells",
    ),
    by_reader(
        "row.not_understood",
        "A row with one text was kept as cells",
        NOTE,
        "single texts that name no row and no section",
    ),
    by_reader(
        "row.period_unclear",
        "Of which year a row speaks is not clear",
        WARNING,
        "rows that name a period of their own; their figures are kept as cells",
    ),
    by_reader(
        "row.shared_name",
        "One name stands for several rows of figures",
        WARNING,
        "a name beside several rows, none of which is the indicator's own",
    ),
    by_reader(
        "row.target_unclear",
        "Several rows print targets of one indicator",
        WARNING,
        "rows titled Target and Revised target below one name; which of them holds is not said",
    ),
    by_reader(
        "row.total",
        "A row of totals was kept as cells",
        NOTE,
        "rows called total in a table of indicators or actions",
    ),
    by_reader(
        "row.unclear",
        "A title alone in its row may be a section",
        NOTE,
        "rows with a title and nothing else, and the rows below them",
    ),
    by_reader(
        "series.alike",
        "Two rows without codes have almost the same title",
        NOTE,
        "titles that would be one series by their wording, were they not both in one paper",
    ),
    by_reader(
        "status.disagree",
        "A word and the sign beside it say different things",
        WARNING,
        "status words against the icon or colour of the same cell; the word is taken",
    ),
    by_reader(
        "status.grey",
        "Statuses are shades of grey alone: a copy has lost their colours",
        WARNING,
        "status columns whose cells hold no word and no sign, but greys of several shades",
    ),
    by_reader(
        "status.unexplained_fill",
        "No key says what a colour means",
        NOTE_OR_WARNING,
        "colours behind statuses and results against the paper's keys",
    ),
    by_reader(
        "status.unexplained_icon",
        "No key says what an icon means",
        WARNING,
        "icons in a status column against the paper's keys",
    ),
    by_reader(
        "status.unknown_word",
        "A word in a status column is no known status",
        NOTE,
        "words in status columns against the known statuses and the paper's keys",
    ),
    by_reader(
        "trend.unexplained_icon",
        "No key says what a direction sign means",
        NOTE,
        "icons for the direction of travel against the paper's keys",
    ),
)
