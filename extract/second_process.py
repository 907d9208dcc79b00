"""The process in which camelot reads: ``python -m crossfoot.extract.second_process FILE PAGES``.

Prints one line of JSON: ``[page, [x0, y0, x1, y1], text]`` per cell, boxes in displayed space.
Pages that are stored turned or cropped are left out: camelot's coordinates would not be comparable.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

from camelot.io import read_pdf

from crossfoot.extract.pdfium import Document, open_document
from crossfoot.extract.space import display_matrix

_Cell = tuple[int, tuple[float, float, float, float], str]


def main(path: Path, pages: str) -> None:
    """Read and print; whatever goes wrong ends the process with an error."""
    warnings.simplefilter("ignore")
    with open_document(path.read_bytes(), path.name) as document:
        heights = {page: height for page in _numbers(pages) if (height := _height(document, page))}
    cells: list[_Cell] = []
    if heights:
        # The vector engine sees ruling lines as they are drawn; without a fallback it never
        # turns the page into a picture.
        tables = read_pdf(
            str(path),
            pages=",".join(map(str, heights)),
            flavor="lattice",
            engine="vector",
            use_fallback=False,
            suppress_stdout=True,
        )
        for table in tables:
            top = heights[table.page]
            cells.extend(
                (table.page, (cell.x1, top - cell.y2, cell.x2, top - cell.y1), cell.text.strip())
                for row in table.cells
                for cell in row
            )
    sys.stdout.write(json.dumps(cells) + "\n")


def _numbers(pages: str) -> list[int]:
    return [int(page) for page in pages.split(",")]


def _height(document: Document, number: int) -> float | None:
    """Return the height of a page that is stored upright and uncropped, ``None`` of another."""
    with document.page(number) as page:
        matrix, _, height = display_matrix(page)
    upright = tuple(matrix[:5]) == (1, 0, 0, -1, 0) and abs(matrix.f - height) < 0.01
    return height if upright else None


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
