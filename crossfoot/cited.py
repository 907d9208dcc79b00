"""The evidence that is asked for: the printings of one figure, and their picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from crossfoot.citation import Citation, citations, picture
from crossfoot.evidence import Files, Pages
from crossfoot.meant import series_meant, with_joined
from crossfoot.normalise.periods import find_period
from crossfoot.normalise.spans import period_from_label
from crossfoot.points import lines
from crossfoot.schema.errors import UsageError
from crossfoot.store.checks import known_files
from crossfoot.store.database import Store
from crossfoot.store.queries import documents
from crossfoot.store.series import trend

#: What is written of a printing for programs.
COLUMNS = (
    *("council", "code", "title", "period", "measure", "basis", "as_printed", "value", "unit"),
    *("standing", "status", "document_file_name", "page", "table_no", "row_no", "column"),
    *("x0", "y0", "x1", "y1", "document_id", "document_published_on", "document_source_url"),
    *("confidence", "evidence", "document_reader_version", "figure_id", "cell_id"),
)
_RESULTS = ("outturn", "actual")


class Pictured(NamedTuple):
    """The cells cut out of their pages, null where no paper is found, and the names of those."""

    image: Image.Image | None
    missing: tuple[str, ...]


def cited(
    store: Store,
    code: str,
    period: str,
    *,
    council: str | None = None,
    measures: Collection[str] | None = None,
) -> list[Citation]:
    """Return every printing of a figure, by line, the latest first; results without *measures*.

    *code* is a code in any spelling, a title or a series id; *period* is written as on a label
    (``2019/20 Q1``) or as papers print it. Raises UsageError where no paper prints the figure.
    """
    heads = series_meant(store, code, council)
    wanted = _label(period)
    found = trend(store, [head.series_id for head in heads], all_points=True, follow_links=True)
    points = tuple(
        point
        for point in found.points
        if point.period == wanted and point.measure in (measures or _RESULTS)
    )
    if not points:
        raise UsageError(
            f"no paper prints {code} for {period}", f"crossfoot trend {code!r} --all lists all"
        )
    meant = lines(with_joined(store, heads, found), replace(found, points=points))
    return citations(store, meant, {item.document_id: item for item in documents(store)})


def pictured(store: Store, printings: Sequence[Citation], papers: Sequence[Path]) -> Pictured:
    """Draw the evidence; papers that are not where they were read are looked for in *papers*."""
    files = Files(known_files(store), papers)
    missing = {
        citation.document.file_name
        for citation in printings
        if files.path(citation.document.document_id) is None
    }
    return Pictured(picture(printings, Pages(files)), tuple(sorted(missing)))


def _label(text: str) -> str:
    """Return the label of the period a person means; UsageError where it is none."""
    try:
        return period_from_label(text).label
    except UsageError:
        printed = find_period(text)
        if printed is None:
            raise
        return printed.label
