"""The lines of text outside every table, with the symbols that stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.extract import compiled
from crossfoot.extract.characters import Run, are_bold
from crossfoot.extract.key_columns import in_key_columns
from crossfoot.extract.lines import Line, lines_of
from crossfoot.extract.signs import Eye, Placed
from crossfoot.schema.page import Box, TextLine

_SPLIT_AT = 2.4  # times the font size: text this far apart on one line belongs to two columns
_EQUALLY_NEAR = 4.0  # points; the blanks around a sign in a row of words
_KEY = re.compile(r"\W*(?:key|legend)\b\W*$", re.IGNORECASE)
_MARKED = re.compile(r"[\d%)]$")
_MARK = re.compile(r"[\d,;)]+$")
_BESIDE = 40.0  # points a symbol may stand away from the line it belongs to


def text_lines(
    eye: Eye,
    number: int,
    runs: list[Run],
    loose: Sequence[tuple[Box, str]],
    painted: Sequence[tuple[Box, str]] = (),
) -> list[TextLine]:
    """Return the lines that *runs* make on page *number*.

    A line is cut where one of the *loose* symbols stands between its words: each word of a key
    stands beside its own. Cells *painted* in a colour are symbols only in columns of a key.
    """
    lines = lines_of(runs, split_at=_SPLIT_AT) if runs else []
    if loose:
        lines = [piece for line in lines for piece in _cut(line, runs, loose)]
    beside: dict[int, list[Placed]] = {}
    marked = [*loose, *painted]
    keyed = in_key_columns([line.box for line in lines], [box for box, _ in marked])
    for which, (box, name) in enumerate(marked):
        if which in keyed:
            at: int | None = keyed[which][0]
        else:
            at = _line_beside(lines, box, loose) if which < len(loose) else None
        if at is not None:
            beside.setdefault(at, []).append((box.x0, name))
    for at, line in enumerate(lines):
        if not line.text.isascii():
            signs = list(eye.signs(_runs_of(line, runs), line.text))
            if signs:
                beside.setdefault(at, []).extend(signs)
    bold = are_bold(eye.page, [line.order for line in lines])
    boxes = _rounded([line.box for line in lines])
    return [
        TextLine(
            number,
            boxes[at],
            _said(line) if line.raised else line.text,
            round(line.size, 2),
            bold[at],
            False,
            tuple(name for _, name in sorted(beside[at])) if at in beside else (),
        )
        for at, line in enumerate(lines)
    ]


def _rounded(boxes: list[Box]) -> list[Box]:
    if compiled.loops is not None:
        return compiled.loops.round_boxes(boxes, Box)
    return [box.rounded() for box in boxes]


def _said(line: Line) -> str:
    """Return the text of a line without the footnotes of its figures: of 32 with a raised 1."""
    text = line.text
    for start, end in reversed(line.raised):
        if _MARKED.search(text[:start]) and _MARK.match(text[start:end]):
            text = text[:start] + text[end:]
    return text


def _runs_of(line: Line, runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs of a line; few lines that are no plain letters hold signs and need them."""
    box = line.box
    for run in runs:
        if box.x0 <= (run.x0 + run.x1) / 2 <= box.x1 and box.y0 <= (run.y0 + run.y1) / 2 <= box.y1:
            yield run


def _cut(line: Line, runs: Sequence[Run], loose: Sequence[tuple[Box, str]]) -> list[Line]:
    """Return the pieces of a line between the symbols that stand among its words."""
    box = line.box
    walls = [
        (symbol.x0 + symbol.x1) / 2
        for symbol, _ in loose
        if box.x0 < symbol.x0 and symbol.x1 < box.x1
        if box.y0 <= (symbol.y0 + symbol.y1) / 2 <= box.y1
    ]
    if not walls:
        return [line]
    pieces: dict[int, list[Run]] = {}
    for run in _runs_of(line, runs):
        pieces.setdefault(sum(wall < (run.x0 + run.x1) / 2 for wall in walls), []).append(run)
    return [piece for at in sorted(pieces) for piece in lines_of(pieces[at], split_at=_SPLIT_AT)]


def _line_beside(lines: Sequence[Line], box: Box, loose: Sequence[tuple[Box, str]]) -> int | None:
    """Return the line that a symbol outside every table stands on: same height, nearest.

    Between words equally near, those it speaks of are told by how its row begins and ends; where
    that does not tell, it stands on none.
    """
    middle = (box.y0 + box.y1) / 2
    level = [at for at, line in enumerate(lines) if line.box.y0 <= middle <= line.box.y1]
    sides: dict[bool, tuple[float, int]] = {}
    for at in level:
        line = lines[at]
        gap = max(line.box.x0 - box.x1, box.x0 - line.box.x1, 0.0)
        right = line.box.x0 >= (box.x0 + box.x1) / 2
        if gap <= _BESIDE and (right not in sides or gap < sides[right][0]):
            sides[right] = gap, at
    if len(sides) < 2 or abs(sides[True][0] - sides[False][0]) > _EQUALLY_NEAR:
        return min(sides.values())[1] if sides else None
    words = [lines[at].box for at in level if not _KEY.match(lines[at].text)]
    signs = [each for each, _ in loose if each.y0 <= middle <= each.y1]
    leads = min(each.x0 for each in signs) < min((each.x0 for each in words), default=0.0)
    trails = max(each.x1 for each in signs) > max((each.x1 for each in words), default=0.0)
    return sides[leads][1] if leads != trails else None
