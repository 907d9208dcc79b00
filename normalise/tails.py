"""Names that go on in a row of their own: long titles that a spreadsheet holds in two rows."""

from __future__ import annotations

from crossfoot.normalise.note_rows import is_remark
from crossfoot.normalise.page_furniture import is_file_name
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView

_MOST_LOWER = 4  # in more rows than one in this many a small letter says nothing


def tail_of(view: RowView, title_at: int | None) -> str | None:
    """What the rows below a row say further of its name."""
    return _of(view.segment, title_at).get(view.row.row_no)


def is_tail(view: RowView, title_at: int | None) -> bool:
    """Whether a row prints the rest of the name above it and nothing else."""
    _of(view.segment, title_at)
    return view.row.row_no in (view.segment.tail_rows or ())


def _of(segment: Segment, title_at: int | None) -> dict[int, str]:
    if segment.tails is None:
        segment.tails, segment.tail_rows = _tails(segment, title_at)
    return segment.tails


def _tails(segment: Segment, title_at: int | None) -> tuple[dict[int, str], frozenset[int]]:
    found: dict[int, str] = {}
    rows: set[int] = set()
    if title_at is None:
        return found, frozenset()
    above: RowView | None = None
    titles: list[str] = []
    for view in segment.views or ():
        printed = view.own_printed()
        if view.row.row_no in segment.furniture:
            above = None
        elif len(printed) > 1:
            above = view
            titles.append(view.text(title_at) or "")
        elif len(printed) == 1 and above is not None and _may_go_on(view, title_at):
            said = found.get(above.row.row_no)
            if (said or above.text(title_at) or ".").endswith((".", ":", ";")):
                above = None
                continue
            text = view.text(title_at) or ""
            found[above.row.row_no] = f"{said} {text}" if said else text
            rows.add(view.row.row_no)
        elif printed:
            above = None
    if _MOST_LOWER * sum(title[:1].islower() for title in titles) > len(titles):
        return {}, frozenset()
    return found, frozenset(rows)


def _may_go_on(view: RowView, title_at: int) -> bool:
    """Whether the only text of a row stands among the names and begins in the middle of one."""
    spots = view.own.get(title_at, [])
    printed = view.own_printed()[0]
    if printed not in spots or printed.cell.symbols or view.carried or view.wide:
        return False
    text = view.text(title_at) or ""
    begins_within = text[:1].islower() and text[1:2] not in {")", "."}
    return begins_within and not is_remark(text) and not is_file_name(text)
