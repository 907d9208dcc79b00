"""The evidence for one figure: every paper that prints it, and the very cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from crossfoot.evidence import Pages, spot, strip
from crossfoot.points import Line, printed
from crossfoot.schema.paper import Document
from crossfoot.schema.rows import CellRow, Figure
from crossfoot.store.database import Store
from crossfoot.store.queries import document_cells, figures_by_id
from crossfoot.store.series import TrendPoint, Vintage

_CAPTION = 9.0  # points
_STANDS = {
    "same": "the same",
    "rounding": "rounded otherwise",
    "restated": "restated since",
    "provisional": "provisional, and the latest is not",
    "slip": "a slip of this paper",
    "differs": "differs, order unknown",
}
_PAPER = (255, 255, 255)


@dataclass(frozen=True)
class Citation:
    """One printing of a figure: what it says, where, and by whose authority.

    ``standing`` is ``latest`` for the printing that a trend shows, else how that one differs from
    it: ``same``, ``rounding``, ``restated`` …; ``table`` holds the cells of its table on its page.
    """

    line: Line
    point: TrendPoint
    printing: TrendPoint | Vintage
    standing: str
    document: Document
    figure: Figure
    table: tuple[CellRow, ...]

    @property
    def cell(self) -> CellRow | None:
        """The figure's own cell; null for a figure from prose."""
        return next((cell for cell in self.table if cell.cell_id == self.figure.cell_id), None)

    @property
    def stands(self) -> str:
        """How this printing stands beside the latest, in words."""
        return _STANDS.get(self.standing, self.standing)

    @property
    def caption(self) -> str:
        """One line that says which paper, page and cell."""
        place = f"page {self.printing.page}"
        if self.cell is not None:
            cell = self.cell
            place += f", table {cell.table_no}, row {cell.row_no}, column {cell.col_no}"
        return f"{self.printing.file_name}, {place}: {printed(self.printing)} ({self.stands})"


def citations(
    store: Store, lines: Sequence[Line], documents: Mapping[str, Document]
) -> list[Citation]:
    """Return every printing of every point, the one shown first."""
    found: list[tuple[Line, TrendPoint, TrendPoint | Vintage, str]] = []
    for line in lines:
        for point in line.points:
            found.append((line, point, point, "latest"))
            found.extend((line, point, vintage, vintage.change) for vintage in point.vintages)
    figures = figures_by_id(store, [printing.figure_id for _, _, printing, _ in found])
    return [
        Citation(
            line,
            point,
            printing,
            standing,
            documents[printing.document_id],
            figures[printing.figure_id],
            _table(store, figures[printing.figure_id]),
        )
        for line, point, printing, standing in found
    ]


def picture(cited: Sequence[Citation], pages: Pages) -> Image.Image | None:
    """Return the cells cut out of their pages, each under its caption; None without any file."""
    cuts = [
        (citation.caption, cut)
        for citation in cited
        if (cut := _cut_out(citation, pages)) is not None
    ]
    return _captioned(cuts, pages.scale) if cuts else None


def record(citation: Citation) -> dict[str, object]:
    """One printing for programs: the figure's published columns and the paper's."""
    document, figure, cell = citation.document, citation.figure, citation.cell
    return {
        **figure.model_dump(),
        "title": citation.line.head.title,
        "standing": citation.standing,
        "status": citation.printing.status,
        "column": cell.col_no if cell else None,
        "cell_text": cell.text if cell else None,
        "cell_role": cell.role if cell else None,
        **{f"document_{name}": value for name, value in _said(document).items()},
    }


def facts(citation: Citation) -> Iterator[tuple[str, object]]:
    """Yield what a person would write under a figure, as label and value; unknown is left out."""
    document, figure, at = citation.document, citation.figure, citation.printing
    point = citation.point
    place = f"{at.page}"
    if citation.cell is not None:
        cell = citation.cell
        place += f", table {cell.table_no}, row {cell.row_no}, column {cell.col_no}"
    box = ", ".join(f"{edge:.2f}" for edge in at.box)
    yield "printed", f"{printed(at)} ({citation.stands})"
    yield "measure", f"{at.measure}, {at.basis.replace('_', ' ')}, {at.period}"
    yield "target", point.target_as_printed if at is point else None
    yield "status", at.status
    yield "footnote", at.footnote
    yield "document", document.file_name
    yield "title", document.title
    yield "committee", document.committee
    yield "published", document.published_on or "not printed"
    yield "page", place
    yield "box", f"{box} (points from the top left corner)"
    yield "sha256", document.document_id
    yield "source", document.source_url
    yield "read by", f"crossfoot {document.reader_version}"
    yield "confidence", figure.confidence if figure.confidence is not None else "not measured"
    yield "rests on", figure.evidence


def _said(document: Document) -> dict[str, object]:
    return document.model_dump(
        include={
            *("file_name", "title", "committee", "published_on", "source_url"),
            *("reporting_period", "same_report_as", "reader_version"),
        }
    )


def _table(store: Store, figure: Figure) -> tuple[CellRow, ...]:
    if figure.table_no is None:
        return ()
    at = {"page": figure.page, "table_no": figure.table_no}
    return tuple(document_cells(store, figure.document_id, **at))


def _cut_out(citation: Citation, pages: Pages) -> Image.Image | None:
    at = citation.printing
    page = pages.page(at.document_id, at.page)
    if page is None:
        return None
    if citation.cell is None:
        return spot(page, pages.scale, at.box)
    return strip(page, pages.scale, citation.table, {citation.cell.cell_id})


def _captioned(cuts: Sequence[tuple[str, Image.Image]], scale: float) -> Image.Image:
    font = ImageFont.load_default(_CAPTION * scale)
    high = round(1.8 * _CAPTION * scale)
    measure = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    wide = max(max(cut.width, round(measure.textlength(text, font))) for text, cut in cuts)
    apart = high // 2  # so that a caption stands with the picture below it
    tall = sum(cut.height + high + apart for _, cut in cuts)
    whole = Image.new("RGB", (wide + 2 * high, tall + high), _PAPER)
    pen, y = ImageDraw.Draw(whole), high // 2
    for text, cut in cuts:
        pen.text((high, y), text, fill=(0, 0, 0), font=font)
        whole.paste(cut, (high, y + high))
        y += cut.height + high + apart
    return whole
