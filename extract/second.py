"""The second opinion: camelot reads the same tables through another parser (playa).

Two readers that share no code and agree on a cell are evidence; where they differ somebody should
look. camelot drops icons and colours and its own joining of pages loses the place of a cell, so it
never replaces the first reading. It runs in a process of its own with a time limit: its death
costs the second opinion, not the document.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from crossfoot.schema.page import Box, Doubt, Reading

_SECONDS_TO_START = 20.0
_SECONDS_PER_PAGE = 2.0  # 23 pages a second in its vector engine; fifty times that
_SAME_PLACE = 0.6  # of the two boxes' union must be common to both


class SecondCell(NamedTuple):
    """A cell as the second reader has it: page, box in displayed space, text."""

    page: int
    box: Box
    text: str


def second_opinion(path: Path, reading: Reading) -> tuple[Doubt, ...]:
    """Return a doubt for each cell with a digit in it that the second reader reads otherwise.

    Cells that the second reader does not have are passed over in silence: it has said nothing.
    Where it dies, hangs or cannot read the file, one doubt says that there is no second opinion.
    """
    pages = sorted({page for table in reading.tables for page, _ in table.bounds})
    if not pages:
        return ()
    try:
        cells = _ask(path, pages)
    except (subprocess.SubprocessError, OSError, ValueError, KeyError) as error:
        where = reading.tables[0].bounds[0]
        message = f"there is no second opinion on this paper: {type(error).__name__}"
        return (Doubt("no_second_opinion", where[0], where[1], message),)
    return tuple(compare(reading, cells))


def compare(reading: Reading, cells: Sequence[SecondCell]) -> Iterator[Doubt]:
    """Yield a doubt for each cell whose text, blanks left out, the second reader has otherwise."""
    on_page: dict[int, list[SecondCell]] = defaultdict(list)
    for cell in cells:
        on_page[cell.page].append(cell)
    for table in reading.tables:
        for row in table.rows:
            for part in (part for cell in row.cells for part in cell.parts):
                mine = "".join(part.text.split())
                if not any(map(str.isdigit, mine)):
                    continue
                other = _same_place(on_page[part.page], part.box)
                theirs = "".join(other.text.split()) if other else ""
                if theirs and theirs != mine:
                    yield Doubt(
                        "second_reader",
                        part.page,
                        part.box,
                        f"two readers differ: {part.text!r} and {other.text!r}" if other else "",
                    )


def _same_place(cells: Sequence[SecondCell], box: Box) -> SecondCell | None:
    for cell in cells:
        common = cell.box.overlap(box).area
        if common > _SAME_PLACE * (cell.box.area + box.area - common):
            return cell
    return None


def _ask(path: Path, pages: Sequence[int]) -> list[SecondCell]:
    """Run the second reader over *pages*. Raises what subprocess and json raise."""
    command = [sys.executable, "-m", "crossfoot.extract.second_process", str(path)]
    done = subprocess.run(  # the command is ours, the path is one argument of it
        [*command, ",".join(map(str, pages))],
        capture_output=True,
        check=True,
        timeout=_SECONDS_TO_START + _SECONDS_PER_PAGE * len(pages),
    )
    rows = json.loads(done.stdout.splitlines()[-1])
    return [SecondCell(page, Box(*box), text) for page, box, text in rows]
