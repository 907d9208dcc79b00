"""``crossfoot trend``: one indicator, the years side by side."""

# The imports inside functions keep ``crossfoot --help`` from loading the database and the charts.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
    from crossfoot.following import Answer
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
    from crossfoot.following import Question, follow, heads_meant
    from crossfoot.store.database import read_store

    if code is None and not everything:
        raise UsageError("no CODE is given", "name one, or say --all for every series")
    if plot is not None:
        from crossfoot.plot import check_target

        check_target(plot)
        if vintages:
            raise UsageError("--vintages draws nothing", "leave out one of --vintages and --plot")
    question = Question(
        code=code,
        council=council,
        as_of=_day(as_of),
        measures=tuple(name.value for name in measure) if measure else None,
        compare=_COMPARES[compare],
        # A chart compares a quarter with those of other years, which the table leaves out.
        all_points=everything if code else plot is not None,
    )
    with read_store(db) as store:
        heads = heads_meant(store, code, council)
        if vintages:
            every_measure = _EVERY if code is not None and everything else question.measures
            _vintages(store, heads, every_measure, question.as_of, form)
            return
        answer = whole = follow(store, heads, question)
        if plot and not question.all_points:
            whole = follow(store, heads, replace(question, all_points=True))
        beside = _beside(store, answer.found) if code is not None else []
    if code or plot is None:
        _write(answer, form)
    for words in answer.remarks():
        output.say(f"crossfoot: {words}")
    for words in beside:
        output.say(f"crossfoot: not joined: {words}")
    if not answer.lines:
        output.say(f"crossfoot: {answer.nothing()}")
    elif plot is not None:
        _draw(whole.lines, plot, None if code else _all_title(answer.heads, council))


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


def _draw(series: list[Line], path: Path, title: str | None) -> None:
    from crossfoot.plot import draw, draw_all

    if title is None:
        draw(series, path)
        output.say(f"crossfoot: the chart is in {path}")
    else:
        drawn = draw_all(series, path, title)
        panels = "1 panel is" if drawn == 1 else f"{drawn} panels, one for each series, are"
        output.say(f"crossfoot: {panels} in {path}")


def _all_title(heads: Sequence[SeriesHead], council: str | None) -> str:
    """Return the name of the one council there is, or what was asked for."""
    councils = list(dict.fromkeys(head.council for head in heads))
    own = councils[0] if len(councils) == 1 else council
    return f"{own or 'All councils'}: indicators across years"


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
    from crossfoot.following import undated_remark
    from crossfoot.points import nothing_found
    from crossfoot.store.vintages import RESULTS, triangles

    ids = [head.series_id for head in heads]
    found = triangles(store, ids, measures=measures or RESULTS, as_of=day)
    write_vintages(heads, found, day, form)
    if found.undated:
        output.say(f"crossfoot: {undated_remark(found.undated, day)}")
    if not found.series:
        output.say(f"crossfoot: {nothing_found(None, day, found.later)}")


def _write(answer: Answer, form: Format) -> None:
    if form is not Format.TABLE:
        output.records(answer.rows(), _CSV_COLUMNS, form)
        return
    from crossfoot.points import shown
    from crossfoot.store.tracks import by_track

    for number, line in enumerate(answer.lines):
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
