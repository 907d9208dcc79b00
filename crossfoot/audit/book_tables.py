"""What the reader tells of tables, columns and cards, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import NOTE, NOTE_OR_WARNING, WARNING, Entry, by_reader

TABLE_ENTRIES: tuple[Entry, ...] = (
    by_reader(
        "cell.spans_columns",
        "One cell covers several columns of figures",
        WARNING,
        "no figure is taken from a cell that is of two columns",
    ),
    by_reader(
        "cell.spans_rows",
        "One figure stands beside several rows",
        WARNING,
        "figures in cells over several rows that have names of their own",
    ),
    by_reader(
        "cell.two_values",
        "Two cells stand under one heading",
        WARNING,
        "no figure is taken where two are printed for one",
    ),
    by_reader(
        "cell.unit_unclear",
        "A cell is not in the unit of its heading or its row",
        WARNING,
        "a pound sign under a heading in thousands, a share in brackets, a year among shares",
    ),
    by_reader(
        "column.assumed",
        "A column was told by what stands in it",
        NOTE,
        "columns without a listed heading whose cells leave no doubt",
    ),
    by_reader(
        "column.estimated",
        "What is expected was not taken for a result",
        NOTE,
        "columns headed as estimates, forecasts or projections; their cells are kept, no figure",
    ),
    by_reader(
        "column.left_out",
        "Figures of a known kind are in no relation and were kept as cells",
        NOTE,
        "columns such as Forecast, Variance and Next year target, with how many figures they hold",
    ),
    by_reader(
        "column.superseded",
        "Of two targets for one period the later one was taken",
        NOTE,
        "a revised target beside the one before it, an approved beside a provisional one",
    ),
    by_reader(
        "column.unclear",
        "What a column of figures or statuses speaks of is not clear",
        WARNING,
        "period and measure of every column with figures; its cells are kept, no figure taken",
    ),
    by_reader(
        "column.undated",
        "A column's figures are called the latest, and nothing says of when",
        NOTE,
        "results headed Latest or Current take the paper's period only where the table proves it",
    ),
    by_reader(
        "council.other",
        "A table is headed by another council's name",
        WARNING,
        "names of councils above tables against the paper's own",
    ),
    by_reader(
        "council.unsure",
        "No council was taken: the one mentioned most may be another's",
        NOTE,
        "what else says that a paper is that of the council it mentions most",
    ),
    by_reader(
        "heading.near",
        "A heading was taken for another",
        NOTE,
        "headings that are a listed one but for a letter or a plural",
    ),
    by_reader(
        "heading.unknown",
        "A heading is not known",
        NOTE,
        "every column heading against the table of headings",
    ),
    by_reader(
        "table.actions_beside",
        "Actions beside an indicator table were not read",
        WARNING,
        "tables of indicators whose rows seem to hold actions as well",
    ),
    by_reader(
        "table.not_understood",
        "A table was kept as cells",
        NOTE_OR_WARNING,
        "tables whose columns name neither indicators nor actions nor counts",
    ),
    by_reader(
        "card.unclear",
        "A card was kept as cells",
        WARNING,
        "cards on which a label has not one value, or nothing names it; large figures of nobody",
    ),
    by_reader(
        "card.undated",
        "Cards call their figures the latest and name no period",
        NOTE,
        "cards with a result headed Latest or Most recent, and no period of their own",
    ),
)
