"""What the reader tells of what the tables say, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import Entry
from crossfoot.schema.values import Severity

_NOTE: tuple[Severity, ...] = ("note",)
_WARNING: tuple[Severity, ...] = ("warning",)
_BOTH: tuple[Severity, ...] = ("note", "warning")


def _reader(rule_id: str, title: str, severities: tuple[Severity, ...], checks: str) -> Entry:
    return Entry(rule_id, title, severities, "reader", checks)


_TABLES = (
    _reader(
        "cell.spans_columns",
        "One cell covers several columns of figures",
        _WARNING,
        "no figure is taken from a cell that is of two columns",
    ),
    _reader(
        "cell.spans_rows",
        "One figure stands beside several rows",
        _WARNING,
        "figures in cells over several rows that have names of their own",
    ),
    _reader(
        "cell.two_values",
        "Two cells stand under one heading",
        _WARNING,
        "no figure is taken where two are printed for one",
    ),
    _reader(
        "cell.unit_unclear",
        "A cell is not in the unit of its heading or its row",
        _WARNING,
        "a pound sign under a heading in thousands, a share in brackets, a year among shares",
    ),
    _reader(
        "column.assumed",
        "A column was told by what stands in it",
        _NOTE,
        "columns without a listed heading whose cells leave no doubt",
    ),
    _reader(
        "column.estimated",
        "What is expected was not taken for a result",
        _NOTE,
        "columns headed as estimates, forecasts or projections; their cells are kept, no figure",
    ),
    _reader(
        "column.left_out",
        "Figures of a known kind are in no relation and were kept as cells",
        _NOTE,
        "columns such as Forecast, Variance and Next year target, with how many figures they hold",
    ),
    _reader(
        "column.superseded",
        "Of two targets for one period the later one was taken",
        _NOTE,
        "a revised target beside the one before it, an approved beside a provisional one",
    ),
    _reader(
        "column.unclear",
        "What a column of figures or statuses speaks of is not clear",
        _WARNING,
        "period and measure of every column with figures; its cells are kept, no figure taken",
    ),
    _reader(
        "column.undated",
        "A column's figures are called the latest, and nothing says of when",
        _NOTE,
        "results headed Latest or Current take the paper's period only where the table proves it",
    ),
    _reader(
        "council.other",
        "A table is headed by another council's name",
        _WARNING,
        "names of councils above tables against the paper's own",
    ),
    _reader(
        "council.unsure",
        "No council was taken: the one mentioned most may be another's",
        _NOTE,
        "what else says that a paper is that of the council it mentions most",
    ),
    _reader(
        "heading.near",
        "A heading was taken for another",
        _NOTE,
        "headings that are a listed one but for a letter or a plural",
    ),
    _reader(
        "heading.unknown",
        "A heading is not known",
        _NOTE,
        "every column heading against the table of headings",
    ),
    _reader(
        "table.actions_beside",
        "Actions beside an indicator table were not read",
        _WARNING,
        "tables of indicators whose rows seem to hold actions as well",
    ),
    _reader(
        "table.not_understood",
        "A table was kept as cells",
        _BOTH,
        "tables whose columns name neither indicators nor actions nor counts",
    ),
)

_CARDS = (
    _reader(
        "card.unclear",
        "A card was kept as cells",
        _WARNING,
        "cards on which a label has not one value, or nothing names it; large figures of nobody",
    ),
    _reader(
        "card.undated",
        "Cards call their figures the latest and name no period",
        _NOTE,
        "cards with a result headed Latest or Most recent, and no period of their own",
    ),
)

_ROWS = (
    _reader(
        "code.in_title",
        "Titles hold what may be a code",
        _NOTE,
        "titles with what may be a code, where their rows do not tell; it is left in them",
    ),
    _reader(
        "code.polarity_differs",
        "A paper calls another direction good than the national definition",
        _NOTE,
        "the good direction a paper prints for a national code against the catalogue; its is kept",
    ),
    _reader(
        "code.repaired",
        "A code was misprinted or misread, and taken for a known one",
        _WARNING,
        "codes that are no code, but look like a single one that the paper or the nation knows",
    ),
    _reader(
        "code.unclear",
        "A code was misprinted or misread, and may be one of several",
        _WARNING,
        "codes that are no code, and look like several that are known; kept as printed",
    ),
    _reader(
        "code.title_differs",
        "A national code stands beside another measure's title",
        _WARNING,
        "titles of national codes against the catalogue: the code or the title may be wrong",
    ),
    _reader(
        "code.unit_differs",
        "A paper prints another unit than the national definition",
        _NOTE,
        "the unit a paper prints for a national code against the catalogue; the paper's is kept",
    ),
    _reader(
        "date.impossible",
        "A date does not exist",
        _WARNING,
        "due and revised dates are days of the calendar",
    ),
    _reader(
        "date.order",
        "Day and month of a date are not clear",
        _WARNING,
        "dates in digits in a table that prints the month first",
    ),
    _reader(
        "date.unread",
        "Digits under a date are no one date",
        _NOTE,
        "every due and revised date with digits was read",
    ),
    _reader(
        "figure.as_of",
        "A note dates a figure",
        _NOTE,
        "the day or month a footnote or a note gives for the figure beside it",
    ),
    _reader(
        "figure.as_of_apart",
        "A note dates a figure with a day it cannot speak of",
        _WARNING,
        "the day in the note lies in or shortly after the figure's period",
    ),
    _reader(
        "figure.note",
        "A figure was taken from a note",
        _NOTE,
        "figures with their period in a row's note",
    ),
    _reader(
        "figure.variance",
        "A printed variance is not that of its result and target",
        _WARNING,
        "variances worked out again, by the way that nearly all rows of their column agree on",
    ),
    _reader(
        "figure.note_unclear",
        "A figure in a note may be the target",
        _WARNING,
        "figures in a note that speaks of the target as well",
    ),
    _reader(
        "progress.unread",
        "A progress is no percentage",
        _WARNING,
        "every progress is a whole number from 0 to 100",
    ),
    _reader(
        "row.label_unknown",
        "A row's label does not say what its figures are",
        _NOTE,
        "rows with figures beside a column of labels such as Target and Actual",
    ),
    _reader(
        "row.no_code",
        "A row has no code where the others have one",
        _WARNING,
        "rows with figures in a table with a column of codes",
    ),
    _reader(
        "row.no_identity",
        "A row has neither code nor title",
        _WARNING,
        "rows of data that nothing names are kept as cells",
    ),
    _reader(
        "row.not_understood",
        "A row with one text was kept as cells",
        _NOTE,
        "single texts that name no row and no section",
    ),
    _reader(
        "row.period_unclear",
        "Of which year a row speaks is not clear",
        _WARNING,
        "rows that name a period of their own; their figures are kept as cells",
    ),
    _reader(
        "row.shared_name",
        "One name stands for several rows of figures",
        _WARNING,
        "a name beside several rows, none of which is the indicator's own",
    ),
    _reader(
        "row.target_unclear",
        "Several rows print targets of one indicator",
        _WARNING,
        "rows titled Target and Revised target below one name; which of them holds is not said",
    ),
    _reader(
        "row.total",
        "A row of totals was kept as cells",
        _NOTE,
        "rows called total in a table of indicators or actions",
    ),
    _reader(
        "row.unclear",
        "A title alone in its row may be a section",
        _NOTE,
        "rows with a title and nothing else, and the rows below them",
    ),
    _reader(
        "series.alike",
        "Two rows without codes have almost the same title",
        _NOTE,
        "titles that would be one series by their wording, were they not both in one paper",
    ),
    _reader(
        "status.disagree",
        "A word and the sign beside it say different things",
        _WARNING,
        "status words against the icon or colour of the same cell; the word is taken",
    ),
    _reader(
        "status.grey",
        "Statuses are shades of grey alone: a copy has lost their colours",
        _WARNING,
        "status columns whose cells hold no word and no sign, but greys of several shades",
    ),
    _reader(
        "status.unexplained_fill",
        "No key says what a colour means",
        _WARNING,
        "colours behind statuses and results against the paper's keys",
    ),
    _reader(
        "status.unexplained_icon",
        "No key says what an icon means",
        _WARNING,
        "icons in a status column against the paper's keys",
    ),
    _reader(
        "status.unknown_word",
        "A word in a status column is no known status",
        _NOTE,
        "words in status columns against the known statuses and the paper's keys",
    ),
    _reader(
        "trend.unexplained_icon",
        "No key says what a direction sign means",
        _NOTE,
        "icons for the direction of travel against the paper's keys",
    ),
)

READER_ENTRIES: tuple[Entry, ...] = (*_TABLES, *_CARDS, *_ROWS)
