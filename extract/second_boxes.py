"""What pdfplumber reads in given boxes of a page.

camelot's lattice needs rules and an upright, uncropped page. Of tables without rules and of turned
or cropped pages pdfplumber, which parses with pdfminer, says which characters stand in each box
that the first reader made a cell. Runs only in the second reader's own process.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber

Place = tuple[int, float, float, float, float]  # page, then the box in displayed space


def texts_in(path: Path, places: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    """Yield each place with the characters whose centre is in it, in the order of the page.

    Blanks are left out. Raises what pdfplumber raises.
    """
    wanted: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        wanted[place[0]].append(place)
    with pdfplumber.open(path) as document:
        for number, boxes in wanted.items():
            page = document.pages[number - 1]
            yield from _on_page(page, boxes)
            page.close()


def _on_page(page: Any, boxes: Sequence[Place]) -> Iterator[tuple[Place, str]]:
    left, top = page.bbox[:2]  # of the crop box in the space of the media box
    boxes = sorted(boxes, key=lambda place: place[2])
    tops = [place[2] for place in boxes]
    held: dict[Place, list[str]] = {place: [] for place in boxes}
    for char in page.dedupe_chars().chars:
        x = (char["x0"] + char["x1"]) / 2 - left
        y = (char["top"] + char["bottom"]) / 2 - top
        for place in boxes[: bisect_right(tops, y)]:
            if place[1] <= x < place[3] and y < place[4]:
                held[place].append(char["text"])
                break
    for place, texts in held.items():
        yield place, "".join("".join(texts).split())
