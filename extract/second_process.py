"""The process in which camelot and pdfplumber read: ``…second_process FILE PARENT SECONDS``.

Takes one line of JSON, ``[page, [x0, y0, x1, y1], ruled]`` per cell to look at, boxes in displayed
space; prints one, ``[page, [x0, y0, x1, y1], text, ordered]`` per cell read. camelot finds the
cells of ruled tables by itself. It knows nothing of pages that are stored turned or cropped nor of
tables without rules: there pdfplumber says which characters stand in the box, in no certain order.
When it has used SECONDS of the processor's time for this it is ended.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import warnings
from pathlib import Path

from camelot.io import read_pdf

from crossfoot.extract.content import content_of
from crossfoot.extract.pdfium import Document, open_document
from crossfoot.extract.processor_time import processor_time
from crossfoot.extract.second_boxes import Place, texts_in
from crossfoot.extract.space import display_matrix

_Bounds = tuple[float, float, float, float]
_Cell = tuple[int, _Bounds, str, bool]
_LOOK_AFTER = 0.5  # seconds


def end_with(parent: int) -> None:
    """End this process when the one that asked it (its id) is gone: nobody limits its time then.

    Windows does not say so; there the process ends when it has read.
    """
    if sys.platform != "win32":
        threading.Thread(target=_outlived, args=(parent,), daemon=True).start()


def _outlived(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_AFTER)
    os._exit(1)


def main(path: Path, asked: list[tuple[int, _Bounds, bool]]) -> None:
    """Read and print; whatever goes wrong ends the process with an error."""
    warnings.simplefilter("ignore")
    pages = sorted({page for page, _, ruled in asked if ruled})
    with open_document(content_of(path), path.name) as document:
        heights = {page: height for page in pages if (height := _height(document, page))}
    places: list[Place] = [
        (page, *box) for page, box, ruled in asked if not ruled or page not in heights
    ]
    cells = _by_rules(path, heights)
    if places:
        cells += [(place[0], place[1:], text, False) for place, text in texts_in(path, places)]
    sys.stdout.write(json.dumps(cells) + "\n")


def _by_rules(path: Path, heights: dict[int, float]) -> list[_Cell]:
    """Return the cells that camelot finds on pages of these heights."""
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
                (table.page, (cell.x1, top - cell.y2, cell.x2, top - cell.y1), cell.text, True)
                for row in table.cells
                for cell in row
            )
    return cells


def _height(document: Document, number: int) -> float | None:
    """Return the height of a page that is stored upright and uncropped, ``None`` of another."""
    with document.page(number) as page:
        matrix, _, height = display_matrix(page)
    upright = tuple(matrix[:5]) == (1, 0, 0, -1, 0) and abs(matrix.f - height) < 0.01
    return height if upright else None


if __name__ == "__main__":
    end_with(int(sys.argv[2]))
    with processor_time(float(sys.argv[3])):
        main(Path(sys.argv[1]), json.loads(sys.stdin.readline()))
