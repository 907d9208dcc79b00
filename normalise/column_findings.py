"""What is told of a table's columns: taken for another, not known, not clear, not a figure."""

from __future__ import annotations

from crossfoot.normalise.column_roles import unheaded_figures
from crossfoot.normalise.columns import Column
from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.survey import Block
from crossfoot.schema.page import prints


def tell_block_columns(desk: Desk, block: Block) -> None:
    """Tell of headings that were taken for another, not known, or not clear."""
    for column in block.segment.columns:
        _tell_guess(desk, block.segment, column)
        told = False
        if block.subject == "indicators":
            _tell_printing(desk, block.segment, column)
            told = _tell_unclear(desk, block.segment, column)
        if column.family is None and column.heading and not told:
            desk.tell(
                "heading.unknown",
                "note",
                f"the heading {column.heading!r} is not in the table of headings",
                spots=heading_spots(block.segment, column),
                printed=column.heading,
            )


def heading_spots(segment: Segment, column: Column) -> list[Spot]:
    """Where the heading of a column is printed: its lowest cell that prints anything."""
    for row in reversed(segment.heading_rows):
        if (cell := row.cell_at(column.first)) is not None and prints(cell):
            return [Spot(segment.table_no, row.row_no, cell)]
    return []


def _tell_guess(desk: Desk, segment: Segment, column: Column) -> None:
    if column.by_content:
        name = repr(column.heading) if column.heading else "a column without heading"
        desk.tell(
            "column.assumed",
            "note",
            f"{name} was taken as {column.family}, by what stands in it",
            spots=heading_spots(segment, column),
            printed=column.heading,
            expected=column.family,
        )
    elif column.near is not None:
        desk.tell(
            "heading.near",
            "note",
            f"the heading {column.heading!r} was taken for {column.near!r}",
            spots=heading_spots(segment, column),
            printed=column.heading,
            expected=column.near,
        )


def _tell_printing(desk: Desk, segment: Segment, column: Column) -> None:
    """Tell of figures that are no results, or of which others stand beside them."""
    if column.superseded_by is not None:
        desk.tell(
            "column.superseded",
            "note",
            f"of two targets for one period that under {column.superseded_by!r} was taken; those "
            f"under {column.heading!r} were kept as cells",
            spots=heading_spots(segment, column),
            printed=column.heading,
            expected=column.superseded_by,
        )
    elif column.family == "other" and column.standing is not None:
        desk.tell(
            "column.estimated",
            "note",
            f"what stands under {column.heading!r} is expected and no result; it was kept as cells",
            spots=heading_spots(segment, column),
            printed=column.heading,
        )


def _tell_unclear(desk: Desk, segment: Segment, column: Column) -> bool:
    """Tell of figures that were not taken; whether there are any."""
    spots: list[Spot] | None = None
    printed: str | None = column.heading
    if column.is_figure and column.doubted_by is not None:
        message = (
            f"beside {column.doubted_by!r} it is not clear what {column.heading!r} heads and "
            "whether it still holds; it was kept as cells"
        )
    elif column.is_figure and column.measure is None:
        message = (
            f"which period the column {column.heading!r} speaks of is not clear; its cells were "
            "kept without being taken as figures"
        )
    else:
        undecided = column.family == "revised_due"  # figures there are no dates
        undecided = undecided or (column.among_figures is not None and column.family is None)
        if not undecided and (column.family is not None or column.heading):
            return False
        figures = unheaded_figures(segment, column)
        if not figures:
            return False
        if undecided:
            message = (
                f"whether results or targets stand under {column.heading!r} is not clear; they "
                "were kept as cells"
            )
        else:
            message = "figures stand in a column without heading; they were kept as cells"
            spots, printed = figures[:1], figures[0].cell.text
    if spots is None:
        spots = heading_spots(segment, column)
    desk.tell("column.unclear", "warning", message, spots=spots, printed=printed)
    return True
