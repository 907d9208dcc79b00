"""``python -m benchmarks.competition FOLDER``: real papers with tables that people wrote down.

FOLDER holds the files of the ICDAR 2013 table competition: 67 papers of the European Union and the
United States, each ``NAME.pdf`` with ``NAME-str.xml``, in any folders below (they are part of the
public repositories of tabula-java and camelot, and of none of ours). None is a council's, and few
hold indicators; they show how tables of all kinds are read, and what is made up.

Counted as the competition did: every text of a table has a neighbour to its right and one below it.
A relation is right where the table written down has the same two texts beside each other in the
same direction; blanks, dashes and bullets in a text are left out. A table is found where a reader's
table on its page has a third of its texts; it is exact where all its relations, and no others, are
there. Relations are counted in tables that are found.
"""

# ruff: noqa: PLC0415 - a reader is loaded where it is asked for

from __future__ import annotations

import argparse
import re
import warnings
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import track
from rich.table import Table as Shown

_LEFT_OUT = re.compile(r"[\s\u00ad\u2010-\u2015\u2022\uf0b7-]")
_FOUND = 1 / 3


class Cell(NamedTuple):
    """A cell of a table on one page, its rows and columns counted from 0, last ones included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    text: str


Table = list[Cell]
Pages = dict[int, list[Table]]
Relation = tuple[str, str, str]


class Score(NamedTuple):
    """Counts over tables: those written down, found and exact; relations written, given, right."""

    tables: int = 0
    found: int = 0
    exact: int = 0
    written: int = 0
    given: int = 0
    right: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*map(sum, zip(self, other, strict=True)))


def plain(text: str | None) -> str:
    return _LEFT_OUT.sub("", text or "").casefold().replace("\u2019", "'")


def written_down(path: Path) -> Pages:
    """Read the tables of an ``-str.xml``, by page."""
    pages: Pages = defaultdict(list)
    for region in ET.parse(path).getroot().iter("region"):
        table = []
        for cell in region.findall("cell"):
            row, column = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
            last_row, last_column = cell.get("end-row", row), cell.get("end-col", column)
            text = plain(cell.findtext("content"))
            table.append(Cell(row, int(last_row), column, int(last_column), text))
        pages[int(region.get("page", 1))].append(table)
    return pages


def relations(table: Table) -> Counter[Relation]:
    """The pairs of texts that stand next to each other, blank cells passed over."""
    at = {
        (row, column): cell
        for cell in reversed(table)
        for row in range(cell.first_row, cell.last_row + 1)
        for column in range(cell.first_column, cell.last_column + 1)
    }
    rows = max((cell.last_row for cell in table), default=-1) + 1
    columns = max((cell.last_column for cell in table), default=-1) + 1
    found: set[tuple[Cell, Cell, str]] = set()
    for cell in table:
        if not cell.text:
            continue
        for row in range(cell.first_row, cell.last_row + 1):
            right = ((row, column) for column in range(cell.last_column + 1, columns))
            found.update((cell, other, "right") for other in _next(at, right))
        for column in range(cell.first_column, cell.last_column + 1):
            below = ((row, column) for row in range(cell.last_row + 1, rows))
            found.update((cell, other, "below") for other in _next(at, below))
    return Counter((one.text, other.text, side) for one, other, side in found)


def _next(at: dict[tuple[int, int], Cell], places: Iterable[tuple[int, int]]) -> Iterator[Cell]:
    """Yield the first cell with a text, if there is one."""
    for place in places:
        if place in at and at[place].text:
            yield at[place]
            return


def score(truth: Pages, read: Pages) -> Score:
    """Compare the tables of a paper, each with the one of its page that has most of its texts."""
    total = Score()
    for page, tables in truth.items():
        for table in tables:
            written = relations(table)
            texts = _texts(table)
            best = max(
                read.get(page, ()),
                key=lambda other: (_texts(other) & texts).total(),
                default=Table(),
            )
            if (_texts(best) & texts).total() <= _FOUND * texts.total():
                total = total.plus(Score(tables=1, written=written.total()))
                continue
            given = relations(best)
            right = (given & written).total()
            exact = int(given == written)
            total = total.plus(Score(1, 1, exact, written.total(), given.total(), right))
    return total


def _texts(table: Table) -> Counter[str]:
    return Counter(cell.text for cell in table if cell.text)


def crossfoot(path: Path) -> Pages:
    from crossfoot.extract.document import read_document

    pages: Pages = defaultdict(list)
    for table in read_document(path).tables:
        parts: dict[int, Table] = defaultdict(list)
        for row, line in enumerate(table.rows):
            for cell in line.cells:
                text = plain("".join(part.text for part in cell.parts))
                last = row + cell.row_span - 1, cell.col_no + cell.col_span - 2
                place = Cell(row, last[0], cell.col_no - 1, last[1], text)
                parts[cell.parts[0].page].append(place)
        for page, cells in parts.items():
            pages[page].append(cells)
    return pages


def pdfplumber(path: Path) -> Pages:
    import pdfplumber as reader

    with reader.open(path) as document:
        return {
            number: [_of_texts(table) for table in page.extract_tables()]
            for number, page in enumerate(document.pages, 1)
        }


def camelot(path: Path, flavour: str) -> Pages:
    import camelot as reader

    pages: Pages = defaultdict(list)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in reader.read_pdf(str(path), pages="all", flavor=flavour):
            pages[int(table.page)].append(_of_texts(table.df.to_numpy().tolist()))
    return pages


def _of_texts(rows: Sequence[Sequence[str | None]]) -> Table:
    """A table of a reader that gives no cells over several rows or columns, but texts."""
    return [
        Cell(row, row, column, column, plain(text))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text is not None
    ]


READERS: dict[str, Callable[[Path], Pages]] = {
    "crossfoot": crossfoot,
    "pdfplumber": pdfplumber,
    "camelot, lattice": lambda path: camelot(path, "lattice"),
    "camelot, stream": lambda path: camelot(path, "stream"),
}


def main() -> None:
    asked = argparse.ArgumentParser(prog="benchmarks.competition", description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--reader", action="append", choices=READERS, help="one, again for more")
    given = asked.parse_args()
    papers = [
        (pdf, truth)
        for pdf in sorted(given.folder.rglob("*.pdf"))
        if (truth := pdf.with_name(f"{pdf.stem}-str.xml")).exists()
    ]
    if not papers:
        asked.error(f"{given.folder} holds no NAME.pdf with a NAME-str.xml")
    shown = Shown("reader", "tables", "found", "exact", "given relations right", "of those written")
    for name in given.reader or READERS:
        total = Score()
        for pdf, truth in track(papers, name, console=Console(stderr=True), transient=True):
            total = total.plus(score(written_down(truth), READERS[name](pdf)))
        shown.add_row(
            name,
            str(total.tables),
            str(total.found),
            str(total.exact),
            f"{total.right / max(total.given, 1):.2%}",
            f"{total.right / max(total.written, 1):.1%}",
        )
    Console().print(shown)


if __name__ == "__main__":
    main()
