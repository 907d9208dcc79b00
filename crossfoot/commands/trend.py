"""``crossfoot trend``: one indicator, the years side by side."""

# The imports inside functions keep ``crossfoot --help`` from loading the database and the charts.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial
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
    from crossfoot.store.trend import Compare

_COLUMNS = ("period", "measure", "value", "target", "status", "document", "page", "remarks")
_JOINED_COLUMNS = (_COLUMNS[0], "code", *_COLUMNS[1:])
_CSV_COLUMNS = (
    *("council", "code", "title", "period", "period_start", "period_end", "measure", "basis"),
    *("value", "unit", "value_state", "as_printed", "as_of", "target", "target_as_printed"),
    *("status", "restates", "decided_by", "footnote", "source", "confidence", "published_on"),
    *("file_name", "page", "table_no", "row_no", "document_id", "figure_id", "series_id"),
    *("compares_as", "known_on", "undated_left_out"),
    *("joint", "joined_to", "line_id"),
)
# A database takes 32,766 values in one question (SQLite's limit, the lowest).
_MOST_SERIES = 30_000
_EVERY: tuple[Measure, ...] = ("outturn", "actual", "previous", "comparator", "target")


class CompareName(StrEnum):
    """Which periods stand side by side."""

    LATEST = "latest"
    YEAR_END = "year-end"
    SAME_PERIOD = "same-period"


class MeasureName(StrEnum):
    """What a figure is (contract, ruling 10)."""

    OUTTURN = "outturn"
    ACTUAL = "actual"
    TARGET = "target"
    PREVIOUS = "previous"
    COMPARATOR = "comparator"


_COMPARES: dict[CompareName, Compare] = {
    CompareName.LATEST: "latest",
    CompareName.YEAR_END: "year_end",
    CompareName.SAME_PERIOD: "same_period",
}


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
    compare: Annotated[
        CompareName,
        typer.Option(
            help="latest: years, and the parts since the last; year-end: years alone; "
            "same-period: years and every part."
        ),
    ] = CompareName.LATEST,
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw it too: a file ending in .svg, .png or .html."),
    ] = None,
    vintages: Annotated[
        bool,
        typer.Option("--vintages", help="Every publication of every figure, and what changed."),
    ] = False,
    db: Database = DEFAULT_DATABASE,
    form: Form = Format.TABLE,
) -> None:
    """Put the years of one indicator side by side, each figure with its document and page.

    Shows the year-end results, and the quarters since the last of them beside the same quarters
    of other years: collection rates grow within a year, so that a quarter never stands among
    years. Where several papers print the same period, the latest publication counts and what it
    changed is said. With --vintages: what each paper printed of each period, one column a paper,
    and each change with its kind (rounding, restatement, provisional made final, slip, unknown).

    Series that crossfoot link made one are followed as one line, asked for by either code or
    title: each point says which it comes from, the first after a joint how it was joined.

    Without a CODE, --all follows every series: as rows, or with --plot as a page of small charts.

    Example: crossfoot trend BV9 --vintages --as-of 2021-12-31

    Example: crossfoot trend BV9 --council Broxtowe --plot bv9.svg

    Example: crossfoot trend --all --council Broxtowe --plot council.html
    """
    from crossfoot.commands.find import series_meant, with_joined
    from crossfoot.points import lines, nothing_found
    from crossfoot.store.database import open_store
    from crossfoot.store.series import trend as follow

    if code is None and not everything:
        raise UsageError("no CODE is given", "name one, or say --all for every series")
    if plot is not None:
        from crossfoot.plot import check_target

        check_target(plot)
        if vintages:
            raise UsageError("--vintages draws nothing", "leave out one of --vintages and --plot")
    day = _day(as_of)
    measures = _measures(measure)
    with open_store(db, create=False) as store:
        heads = _every(store, council) if code is None else series_meant(store, code, council)
        names = [head.series_id for head in heads]
        if vintages:
            every_measure = code is not None and everything
            _vintages(store, heads, _EVERY if every_measure else measures, day, form)
            return
        # A chart compares a quarter with those of other years, which the table leaves out.
        every_point = everything if code else plot is not None
        how: Compare = _COMPARES[compare]
        ask = partial(follow, store, names, measures=measures, as_of=day, follow_links=True)
        found = ask(all_points=every_point, compare=how)
        whole = ask(all_points=True) if plot and not every_point else found
        heads = with_joined(store, heads, found)
        beside = _beside(store, found) if code is not None else []
    series = lines(heads, found)
    left_out: dict[str, object] = {"known_on": day, "undated_left_out": found.undated}
    if code or plot is None:
        _write(series, form, left_out)
    _say_what_is_left_out(found, day)
    for words in beside:
        output.say(f"crossfoot: not joined: {words}")
    if not series:
        output.say(f"crossfoot: {nothing_found(code, day, found.later)}")
    elif plot is not None:
        _draw(lines(heads, whole), plot, None if code else _all_title(heads, council))


def _beside(store: Store, found: Trend) -> list[str]:
    """Return the decisions that touch the lines and do not join them, in words."""
    ties = [tie for line in found.lines for tie in line.beside]
    if not ties:
        return []
    from crossfoot.commands.link_words import sentence
    from crossfoot.points import short
    from crossfoot.store.series import series_heads

    ids = {end for tie in ties for end in (tie.a, tie.b)}
    names = {head.series_id: short(head) for head in series_heads(store, ids)}
    said = [sentence(names[tie.a], tie.kind, names[tie.b]) for tie in ties]
    return list(dict.fromkeys(said))


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


def _vintages(
    store: Store,
    heads: Sequence[SeriesHead],
    measures: Sequence[Measure] | None,
    day: date | None,
    form: Format,
) -> None:
    from crossfoot.commands.vintages import write_vintages
    from crossfoot.points import nothing_found
    from crossfoot.store.vintages import RESULTS, triangles

    ids = [head.series_id for head in heads]
    found = triangles(store, ids, measures=measures or RESULTS, as_of=day)
    write_vintages(heads, found, day, form)
    _say_undated(found.undated, day)
    if not found.series:
        output.say(f"crossfoot: {nothing_found(None, day, found.later)}")


def _write(series: list[Line], form: Format, left_out: dict[str, object]) -> None:
    from crossfoot.points import record, shown
    from crossfoot.store.tracks import by_track

    if form is Format.TABLE:
        for number, line in enumerate(series):
            if number:
                output.line()
            output.line(f"{line.name} · {line.where}")
            columns = _JOINED_COLUMNS if line.members else _COLUMNS
            tracks = by_track(line.points)
            for track, points in tracks:
                if len(tracks) > 1:
                    kind = "" if track.measure == "result" else f"{track.measure}, "
                    output.line()
                    output.line(f"{kind}{track.label}")
                output.records([shown(point, line.unit) for point in points], columns, form)
        return
    rows = [record(line, point) | left_out for line in series for point in line.points]
    if form is Format.JSON:
        output.write(output.as_json(rows))
    else:
        output.write(output.as_csv(rows, _CSV_COLUMNS))


def _say_undated(undated: int, day: date | None) -> None:
    if undated:
        output.say(
            f"crossfoot: left out {output.counted(undated, 'paper')} without a day of "
            f"publication: nobody can say what was out by {day}; a manifest can date them"
        )


def _say_what_is_left_out(found: Trend, day: date | None) -> None:
    _say_undated(found.undated, day)
    unsure = [point for point in found.points if point.decided_by == "unknown"]
    if unsure:
        output.say(
            f"crossfoot: for {output.counted(len(unsure), 'point')} several papers print different "
            "values and no dates say which came last; a manifest can date them"
        )
