"""Titles that may hold a code which was left in them: told of, and no confidence is given to them.

``M25 closures`` beside ``M40 closures`` may be of motorways or of measures. Where the titles of a
paper do not tell (:mod:`crossfoot.normalise.coded_titles`,
:mod:`crossfoot.normalise.shared_codes`) they stay as printed: no word of a title is taken for a
code. A figure that goes by such a name looks right, and may be in no series of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.normalise.coded_titles import DOTTED, match_of_code
from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.former_codes import leads_with_two_codes
from crossfoot.normalise.identity_cells import read_identity
from crossfoot.normalise.not_codes import OF_OTHERS
from crossfoot.normalise.row_view import RowView
from crossfoot.normalise.shared_codes import held_in
from crossfoot.normalise.task import Task

_FEWEST_ROWS = 3
_DOES_NOT_TELL = "nothing tells whether it is one"
_NOT_ALL = "not all do"
_ROADS = "roads, months and years at school are numbered so as well"
_TWO = "two codes stand there"
_NO_HEADING = "their heading names no codes"


def tell_left_in_titles(task: Task, at: int | None) -> None:
    """Tell of titles that may hold a code, where the paper does not say whether they do.

    *at* is the index of the column of titles.
    """
    if at is None or task.segment.index("code") is not None:
        return
    rows = [view for view in task.all_views if at in view.own and len(view.own_printed()) > 1]
    held = {view.row.row_no: code for view in rows if (code := _may_hold(view.text(at) or ""))}
    left = [view for view in rows if view.row.row_no in held]
    why = _reason(list(held.values()), len(rows))
    if not left:
        left = [view for view in rows if DOTTED.fullmatch(view.text(at) or "")]
        why = _NO_HEADING if len(left) >= _FEWEST_ROWS and 2 * len(left) >= len(rows) else None
    two = [view for view in rows if leads_with_two_codes(view.text(at) or "")]
    if two:
        left, why = [*left, *(view for view in two if view not in left)], why or _TWO
    if why is not None:
        _tell(task, at, [view for view in left if read_identity(view).code_as_printed is None], why)


def _may_hold(text: str) -> str | None:
    """What may be a code in a title, as printed."""
    if not any(map(str.isdigit, text)):
        return None
    if (match := match_of_code(text)) is not None:
        return match["code"]
    held = held_in(text)
    return held.printed if held is not None and parse_code(held.printed) is not None else None


def _reason(codes: Sequence[str], rows: int) -> str | None:
    """Why titles that may hold these *codes* are doubtful; ``None`` where too few do.

    One or two may be words, but where they are all that the table has.
    """
    roads = any(code[0] in OF_OTHERS and code[1:].isdigit() and code[1] != "0" for code in codes)
    few = len(set(codes)) < _FEWEST_ROWS
    if not codes or (few and len(set(codes)) < rows) or 2 * len(codes) < rows:
        return None
    return _NOT_ALL if len(codes) < rows else _ROADS if roads else _DOES_NOT_TELL


def _tell(task: Task, at: int, left: Sequence[RowView], why: str) -> None:
    if not left:
        return
    task.desk.misnamed.update(map(task.indicator_id, left))
    many = f"{len(left)} titles hold" if len(left) > 1 else "a title holds"
    task.desk.tell(
        "code.in_title",
        "note",
        f"{many} what may be a code; {why}, and it was left there",
        spots=left[0].spots(at),
        printed=left[0].text(at),
    )
