"""The evidence for one figure, for notebooks and programs."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from crossfoot.citation import record
from crossfoot.cited import COLUMNS, cited, pictured
from crossfoot.library.columns import Kind, frame
from crossfoot.library.frames import measures_of
from crossfoot.library.opening import one_moment
from crossfoot.schema.values import Measure

if TYPE_CHECKING:
    from crossfoot.library.opening import AnyStore

_KINDS: Mapping[str, Kind] = {
    "value": "decimal",
    "page": "integer",
    "table_no": "integer",
    "row_no": "integer",
    "column": "integer",
    "x0": "number",
    "y0": "number",
    "x1": "number",
    "y1": "number",
    "document_published_on": "day",
    "confidence": "number",
}


@dataclass(frozen=True, repr=False)
class Evidence:
    """Every printing of a figure, and the cells themselves, cut out of their pages.

    ``printings`` has one row for each paper that prints the figure, the latest first; ``standing``
    says how it stands beside that one. ``picture`` is a PNG, which a notebook shows; null where no
    paper is found any more. ``missing`` names the papers that are not where they were read.
    """

    printings: pd.DataFrame
    picture: bytes | None
    missing: tuple[str, ...] = ()

    def __repr__(self) -> str:
        first = self.printings.iloc[0]
        name = " ".join(str(part) for part in (first["code"], first["period"]) if pd.notna(part))
        count = len(self.printings)
        printed = "1 printing" if count == 1 else f"{count} printings"
        return (
            f"<Evidence {name}: {printed}, {'no picture' if self.picture is None else 'a picture'}>"
        )

    def _repr_png_(self) -> bytes | None:
        return self.picture


def cite(
    store: AnyStore,
    code: str,
    period: str,
    *,
    council: str | None = None,
    measure: Measure | Collection[Measure] | None = None,
    papers: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
) -> Evidence:
    """Return the evidence for one figure: ``crossfoot cite``.

    *code* is a code in any spelling, a title or a series id, *period* such as ``2020/21`` or
    ``2019/20 Q1``. Without *measure*, results are cited: outturns and actuals. *papers* are files
    and folders where PDFs are now, if they are not where they were read.

    Raises UsageError where no paper prints such a figure, and DocumentError where a page cannot be
    drawn.
    """
    folders = [papers] if isinstance(papers, (str, os.PathLike)) else list(papers)
    with one_moment(store) as opened:
        found = cited(opened, code, period, council=council, measures=measures_of(measure))
        drawn = pictured(opened, found, [Path(each) for each in folders])
    rows = [record(citation) for citation in found]
    kinds = {name: _KINDS.get(name, "text") for name in COLUMNS}
    picture = None
    if drawn.image is not None:
        buffer = io.BytesIO()
        drawn.image.save(buffer, "PNG")
        picture = buffer.getvalue()
    table = frame(kinds, [[row[name] for name in COLUMNS] for row in rows])
    return Evidence(table, picture, drawn.missing)
