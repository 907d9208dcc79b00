"""What ``crossfoot trend --vintages`` writes: who printed what when, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from crossfoot import output
from crossfoot.output import Format
from crossfoot.points import printed
from crossfoot.store.printing import Printing
from crossfoot.store.revisions import Revision
from crossfoot.store.series import SeriesHead
from crossfoot.store.vintages import History, Publication, Triangle, Triangles

_COLUMNS = (
    *("council", "code", "title", "period", "period_start", "period_end", "measure", "basis"),
    *("speaks_of", "published_on", "file_name", "page", "as_printed", "value", "unit"),
    *("value_state", "source", "change", "because", "changed_from", "slip_of", "table_no"),
    *("row_no", "document_id", "figure_id", "series_id", "known_on", "undated_left_out"),
)
_CHANGES = ("period", "measure", "before", "where", "after", "there", "change", "because")
_FIELDS = (
    *("as_printed", "value", "decimals", "unit", "value_state", "footnote", "source", "status"),
    *("file_name", "page", "table_no", "row_no", "document_id", "figure_id"),
)


def write_vintages(
    heads: Sequence[SeriesHead], found: Triangles, known_on: date | None, form: Format
) -> None:
    """Write the triangles: as tables, as one JSON document, or one CSV line for each cell."""
    by_id = {head.series_id: head for head in heads}
    pairs = [(by_id[triangle.series_id], triangle) for triangle in found.series]
    left_out = {"known_on": known_on, "undated_left_out": found.undated}
    if form is Format.JSON:
        series = [_as_json(head, triangle) for head, triangle in pairs]
        output.write(output.as_json(left_out | {"later_left_out": found.later, "series": series}))
    elif form is Format.CSV:
        rows = [row | left_out for head, triangle in pairs for row in _cells(head, triangle)]
        output.write(output.as_csv(rows, _COLUMNS))
    else:
        for number, (head, triangle) in enumerate(pairs):
            if number:
                output.line()
            _print(head, triangle)


def _print(head: SeriesHead, triangle: Triangle) -> None:
    name = " ".join(part for part in (head.code, head.title) if part) or "untitled"
    output.line(f"{name} · {head.council or 'council unknown'}")
    columns = _headings(triangle.publications)
    output.table(
        ["period", "measure", *columns],
        [
            [
                _period(figure),
                _measure(figure),
                *(" / ".join(map(printed, cell)) for cell in figure.cells),
            ]
            for figure in triangle.figures
        ],
    )
    output.table(
        ["published", "document", "its period"],
        [
            [column, paper.file_name, paper.reporting_period or ""]
            for column, paper in zip(columns, triangle.publications, strict=True)
        ],
    )
    changes = [(figure, change) for figure in triangle.figures for change in figure.revisions]
    if not changes:
        output.line("No figure was ever changed")
        return
    output.table(
        _CHANGES,
        [
            [
                _period(figure),
                _measure(figure),
                *_place(change.before),
                *_place(change.after),
                change.kind.replace("_", " "),
                change.because,
            ]
            for figure, change in changes
        ],
    )


def _headings(papers: Sequence[Publication]) -> list[str]:
    """The day of each column, numbered where there are several of one day or without."""
    days = [str(paper.published_on or "undated") for paper in papers]
    many, seen = Counter(days), Counter[str]()
    headings = []
    for day in days:
        seen[day] += 1
        headings.append(f"{day} ({seen[day]})" if many[day] > 1 else day)
    return headings


def _period(figure: History) -> str:
    return figure.period or "no period"


def _measure(figure: History) -> str:
    basis = "" if figure.basis in ("annual", "in_period") else figure.basis.replace("_", " ")
    day = "" if figure.speaks_of is None else f"as at {figure.speaks_of.isoformat()}"
    said = ", ".join(part for part in (basis, day) if part)
    return f"{figure.measure} ({said})" if said else figure.measure


def _place(item: Printing) -> tuple[str, str]:
    return printed(item), f"{item.file_name} p. {item.page}"


def _cells(head: SeriesHead, triangle: Triangle) -> Iterator[dict[str, object]]:
    for figure in triangle.figures:
        changed = {change.after.figure_id: change for change in figure.revisions}
        for cell in figure.cells:
            for item in cell:
                yield _cell(head, figure, item) | _change(changed.get(item.figure_id))


def _cell(head: SeriesHead, figure: History, item: Printing) -> dict[str, object]:
    return {
        "council": head.council,
        "code": head.code,
        "title": head.title,
        **_figure(figure),
        "published_on": item.published_on,
        **{name: getattr(item, name) for name in _FIELDS},
        "series_id": head.series_id,
    }


def _figure(figure: History) -> dict[str, object]:
    names = ("period", "period_start", "period_end", "measure", "basis", "speaks_of")
    return {name: getattr(figure, name) for name in names}


def _change(change: Revision | None) -> dict[str, object]:
    if change is None:
        return {}
    return {
        "change": change.kind,
        "because": change.because,
        "changed_from": change.before.figure_id,
        "slip_of": change.slip_of,
    }


def _as_json(head: SeriesHead, triangle: Triangle) -> dict[str, object]:
    return {
        "series_id": head.series_id,
        "council": head.council,
        "code": head.code,
        "title": head.title,
        "publications": [vars(paper) for paper in triangle.publications],
        "figures": [
            {
                **_figure(figure),
                "cells": [[_item(item) for item in cell] for cell in figure.cells],
                "revisions": [
                    {
                        "kind": change.kind,
                        "because": change.because,
                        "slip_of": change.slip_of,
                        "before": _item(change.before),
                        "after": _item(change.after),
                    }
                    for change in figure.revisions
                ],
            }
            for figure in triangle.figures
        ],
    }


def _item(item: Printing) -> dict[str, object]:
    return {
        **{name: getattr(item, name) for name in _FIELDS},
        "published_on": item.published_on,
        "box": list(item.box),
    }
