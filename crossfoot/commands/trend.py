"""``crossfoot trend``: one indicator, the years side by side."""

# The imports inside functions keep ``crossfoot --help`` from loading the database and the charts.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
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
    from crossfoot.schema.values import Measure
    from crossfoot.store.database import Store
    from crossfoot.store.series import SeriesHead, Trend

_COLUMNS = ("period", "measure", "value", "target", "status", "document", "page", "remarks")
_CSV_COLUMNS = (
    *("council", "code", "title", "period", "period_start", "period_end", "measure", "basis"),
    *("value", "unit", "value_state", "as_printed", "as_of", "target", "target_as_printed"),
    *("status", "restates", "decided_by", "footnote", "source", "confidence", "published_on"),
    *("file_name", "page", "table_no", "row_no", "document_id", "figure_id", "series_id"),
)
# A database takes 32,766 values in one question (SQLite's limit, the lowest).
_MOST_SERIES = 30_000


class MeasureName(StrEnum):
    """What a figure is (contract, ruling 10)."""

    OUTTURN = "outturn"
    ACTUAL = "actual"
    TARGET = "target"
    PREVIOUS = "previous"
    COMPARATOR = "comparator"


def trend(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A code in any spelling, a title, or a series id."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="Every measure, and blank cells too; without CODE every series there is."
        ),
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

    Without a CODE, --all follows every series: as rows, or with --plot as a page of small charts.

    Example: crossfoot trend BV9 --council Broxtowe --plot bv9.svg

    Example: crossfoot trend --all --council Broxtowe --plot council.html
    """
    from crossfoot.commands.find import series_meant
    from crossfoot.points import lines
    from crossfoot.store.database import open_store
    from crossfoot.store.series import trend as follow

    if code is None and not everything:
        raise UsageError("no CODE is given", "name one, or say --all for every series")
    if plot is not None:
        from crossfoot.plot import check_target

        check_target(plot)
    day = _day(as_of)
    measures = _measures(measure)
    with open_store(db, create=False) as store:
        heads = _every(store, council) if code is None else series_meant(store, code, council)
        names = [head.series_id for head in heads]
        # A chart compares a quarter with those of other years, which the table leaves out.
        every_point = everything if code else plot is not None
        found = follow(store, names, measures=measures, all_points=every_point, as_of=day)
        whole = found
        if plot and not every_point:
            whole = follow(store, names, measures=measures, all_points=True, as_of=day)
    series = lines(heads, found)
    if code or plot is None:
        _write(series, form)
    _say_what_is_left_out(found, day)
    if not series:
        said = f"{code}: no such figures; --all shows every measure" if code else "no such figures"
        output.say(f"crossfoot: {said}")
    elif plot is not None:
        _draw(lines(heads, whole), plot, None if code else _all_title(heads, council))


def _measures(names: list[MeasureName] | None) -> list[Measure] | None:
    return [name.value for name in names] if names else None


def _draw(series: list[Line], path: Path, title: str | None) -> None:
    from crossfoot.plot import draw, draw_all

    if title is None:
        draw(series, path)
        output.say(f"crossfoot: the chart is in {path}")
    else:
        drawn = draw_all(series, path, title)
        panels = f"{drawn} panel" if drawn == 1 else f"{drawn} panels"
        output.say(f"crossfoot: {panels}, one a series, are in {path}")


def _all_title(heads: Sequence[SeriesHead], council: str | None) -> str:
    """Return the name of the one council there is, or what was asked for."""
    councils = list(dict.fromkeys(head.council for head in heads))
    own = councils[0] if len(councils) == 1 else council
    return f"{own or 'All councils'}: indicators across years"


def _every(store: Store, council: str | None) -> list[SeriesHead]:
    """Return every series of a council, or all; UsageError where there is none."""
    from crossfoot.store.series import every_series

    found = every_series(store, council=council)
    if not found:
        raise UsageError(
            f"there is no series of {council!r}" if council else "there is no series yet",
            "crossfoot codes lists what there is" if council else "ingest papers first",
        )
    if len(found) > _MOST_SERIES:
        raise UsageError(f"{len(found):,} series are too many for one answer", "name a --council")
    return found


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
