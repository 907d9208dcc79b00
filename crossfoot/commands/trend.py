"""``crossfoot trend``: one indicator, the years side by side."""

# The imports inside functions keep ``crossfoot --help`` from loading the database and the charts.
# ruff: noqa: PLC0415

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossfoot import output
from crossfoot.commands.options import DEFAULT_DATABASE, Council, Database, Form
from crossfoot.output import Format
from crossfoot.schema.errors import UsageError

if TYPE_CHECKING:
    from crossfoot.points import Line
    from crossfoot.store.series import Trend

_COLUMNS = ("period", "measure", "value", "target", "status", "document", "page", "remarks")
_CSV_COLUMNS = (
    *("council", "code", "title", "period", "period_start", "period_end", "measure", "basis"),
    *("value", "unit", "value_state", "as_printed", "as_of", "target", "target_as_printed"),
    *("status", "restates", "decided_by", "footnote", "source", "confidence", "published_on"),
    *("file_name", "page", "table_no", "row_no", "document_id", "figure_id", "series_id"),
)


class MeasureName(StrEnum):
    """What a figure is (contract, ruling 10)."""

    OUTTURN = "outturn"
    ACTUAL = "actual"
    TARGET = "target"
    PREVIOUS = "previous"
    COMPARATOR = "comparator"


def trend(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="A code in any spelling, a title, or a series id."),
    ],
    everything: Annotated[
        bool, typer.Option("--all", help="Every measure, and blank cells too.")
    ] = False,
    council: Council = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As published up to that day, such as 2019-12-31."),
    ] = None,
    measure: Annotated[
        list[MeasureName] | None, typer.Option(help="Only this measure; may be given again.")
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw it too: a file ending in .svg, .png or .html."),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Put the years of one indicator side by side, each figure with its document and page.

    Shows the year-end results, and the quarters since the last of them. Where several papers
    print the same period, the latest publication counts and what it changed is said. Collection
    rates grow within a year: compare a quarter with the same quarter of another year.

    Example: crossfoot trend BV9 --council Broxtowe --plot bv9.svg
    """
    from crossfoot.commands.find import series_meant
    from crossfoot.points import lines
    from crossfoot.store.database import open_store
    from crossfoot.store.series import trend as follow

    if plot is not None:
        from crossfoot.plot import check_target

        check_target(plot)
    day = _day(as_of)
    with open_store(db, create=False) as store:
        heads = series_meant(store, code, council)
        found = follow(
            store,
            [head.series_id for head in heads],
            measures=[name.value for name in measure] if measure else None,
            all_points=everything,
            as_of=day,
        )
    series = lines(heads, found)
    _write(series, form)
    _say_what_is_left_out(found, day)
    if not series:
        output.say(f"crossfoot: {code}: no such figures; --all shows every measure")
    elif plot is not None:
        from crossfoot.plot import draw

        draw(series, plot)
        output.say(f"crossfoot: the chart is in {plot}")


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text!r} is not a date", "write it as 2019-12-31") from error


def _write(series: list[Line], form: Format) -> None:
    from crossfoot.points import record, shown

    if form is Format.TABLE:
        for number, line in enumerate(series):
            if number:
                output.line()
            output.line(f"{line.name} · {line.where}")
            output.records([shown(point) for point in line.points], _COLUMNS, form)
        return
    rows = [record(line, point) for line in series for point in line.points]
    if form is Format.JSON:
        output.write(output.as_json(rows))
    else:
        output.write(output.as_csv(rows, _CSV_COLUMNS))


def _say_what_is_left_out(found: Trend, day: date | None) -> None:
    if found.undated:
        output.say(
            f"crossfoot: left out {output.counted(found.undated, 'paper')} without a day of "
            f"publication: nobody can say what was out by {day}; a manifest can date them"
        )
    unsure = [point for point in found.points if point.decided_by == "unknown"]
    if unsure:
        output.say(
            f"crossfoot: for {output.counted(len(unsure), 'point')} several papers print different "
            "values and no dates say which came last; a manifest can date them"
        )
