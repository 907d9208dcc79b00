"""The second opinion: camelot reads the same tables through another parser (playa).

Where camelot cannot (tables without rules, pages stored turned or cropped), pdfplumber says through
a third one (pdfminer) which characters stand in each cell.

Two readers that share no code and agree on a cell are evidence; where they differ somebody should
look. camelot drops icons and colours and its own joining of pages loses the place of a cell, so it
never replaces the first reading. It runs in a process of its own with limits of time: its death
costs the second opinion, not the document.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from crossfoot.extract.processor_time import BY_THE_CLOCK
from crossfoot.schema.page import Box, Doubt, Reading
from crossfoot.schema.values import SecondOpinion

_SECONDS_TO_START = 20.0
_SECONDS_PER_PAGE = 2.0  # 23 pages a second in its vector engine; fifty times that
_SAME_PLACE = 0.6  # of the two boxes' union must be common to both


class SecondCell(NamedTuple):
    """A cell as the second reader has it: page, box in displayed space, text.

    ``ordered`` is false where only which characters are there counts, not their order.
    """

    page: int
    box: Box
    text: str
    ordered: bool = True


class Opinion(NamedTuple):
    """What the second reader said: where it differs, of which pages, and where it agrees.

    ``seconded`` are places (page, box) of the reading's own cell parts.
    """

    doubts: tuple[Doubt, ...]
    asked: frozenset[int] = frozenset()
    seconded: frozenset[tuple[int, Box]] = frozenset()


def second_opinion(path: Path, reading: Reading, when: SecondOpinion) -> Reading:
    """Return the reading with what a second reader says of its tables.

    Asked about every page that holds one (``all``), only about those where a doubt stands on one
    (``doubtful``; notes are none), or not at all (``off``). A cell with a digit in it that the
    second reader reads otherwise gets a doubt; where it has no such cell it has said nothing. Where
    it dies, hangs or cannot read the file, one doubt says that there is no second opinion.
    """
    pages = _pages_to_ask(reading, when)
    if not pages:
        return reading
    try:
        opinion = compare(reading, _ask(path, pages, _cells_to_ask(reading, pages)))
    except (subprocess.SubprocessError, OSError, ValueError, KeyError) as error:
        where = next(bound for table in reading.tables for bound in table.bounds)
        message = f"there is no second opinion on this paper: {type(error).__name__}"
        opinion = Opinion((Doubt("no_second_opinion", where[0], where[1], message),))
        pages = []
    return reading._replace(
        doubts=reading.doubts + opinion.doubts,
        asked=frozenset(pages),
        seconded=opinion.seconded,
    )


def _pages_to_ask(reading: Reading, when: SecondOpinion) -> list[int]:
    """Pages with tables: all, or those with a doubt on one; not those that were turned to be read.

    No other reader turns them.
    """
    if when == "off":
        return []
    turned = {page.page for page in reading.turned}
    doubts: dict[int, list[Box]] = defaultdict(list)
    for doubt in reading.doubts:
        if doubt.severity != "note":
            doubts[doubt.page].append(doubt.box)
    if when == "doubtful" and not doubts:
        return []  # before the tables are opened: most papers are in no doubt
    bounds = [bound for table in reading.tables for bound in table.bounds]
    bounds = [bound for bound in bounds if bound[0] not in turned]
    if when == "all":
        return sorted({page for page, _ in bounds})
    return sorted(
        {page for page, box in bounds if any(box.overlap(other).area for other in doubts[page])}
    )


def compare(reading: Reading, cells: Sequence[SecondCell]) -> Opinion:
    """Hold every printed cell of the reading against the second reader's, blanks left out."""
    on_page: dict[int, list[SecondCell]] = defaultdict(list)
    for cell in cells:
        on_page[cell.page].append(cell)
    doubts: list[Doubt] = []
    seconded: set[tuple[int, Box]] = set()
    for _, part in reading.parts():
        mine = "".join(part.text.split())
        other = _same_place(on_page[part.page], part.box) if mine else None
        theirs = "".join(other.text.split()) if other else ""
        if other and (theirs == mine or (not other.ordered and sorted(theirs) == sorted(mine))):
            seconded.add((part.page, part.box))
        elif other and theirs and any(map(str.isdigit, mine)):
            message = f"two readers differ: {part.text!r} and {other.text!r}"
            doubts.append(Doubt("second_reader", part.page, part.box, message))
    return Opinion(tuple(doubts), seconded=frozenset(seconded))


def _same_place(cells: Sequence[SecondCell], box: Box) -> SecondCell | None:
    for cell in cells:
        common = cell.box.overlap(box).area
        if common > _SAME_PLACE * (cell.box.area + box.area - common):
            return cell
    return None


def _cells_to_ask(reading: Reading, pages: Sequence[int]) -> list[tuple[int, Box, bool]]:
    """The printed cell parts on *pages*: page, box, and whether rules drew the table."""
    asked = set(pages)
    return [
        (part.page, part.box, table.ruling == "ruled")
        for table, part in reading.parts()
        if part.page in asked and part.text
    ]


def _ask(
    path: Path, pages: Sequence[int], cells: Sequence[tuple[int, Box, bool]]
) -> list[SecondCell]:
    """Run the second reader over *cells* of *pages*. Raises what subprocess and json raise."""
    command = [sys.executable, "-m", "crossfoot.extract.second_process"]
    seconds = _SECONDS_TO_START + _SECONDS_PER_PAGE * len(pages)
    command += [str(path), str(os.getpid()), str(seconds)]
    done = subprocess.run(  # the command is ours, the path is one argument of it
        command,
        input=json.dumps(cells).encode(),
        capture_output=True,
        check=True,
        timeout=seconds * BY_THE_CLOCK,
    )
    rows = json.loads(done.stdout.splitlines()[-1])
    return [SecondCell(page, Box(*box), text, ordered) for page, box, text, ordered in rows]
