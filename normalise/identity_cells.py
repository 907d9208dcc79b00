"""What a row is about: its code, title, team and CSI marker, from the cells that name it."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.normalise.codes import code_key, find_code, parse_code, parse_reference
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.row_view import RowView
from crossfoot.schema.code import Code
from crossfoot.schema.identity import make_id
from crossfoot.schema.text import fold

#: A short mix of letters and digits in a column headed as codes, in a spelling no grammar knows.
_HOUSE_CODE = re.compile(
    r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9][\w&/.()\-]{0,14}(?: [\w&/.()\-]{1,8})?"
)


class Identity(NamedTuple):
    """``is_csi`` is ``None`` where neither marker stands at the row."""

    code: Code | None
    code_as_printed: str | None
    title: str | None
    team: str | None
    is_csi: bool | None

    @property
    def label(self) -> str | None:
        return self.code.label if self.code else None


def read_code_cell(text: str) -> Code | None:
    """The code in a cell of a column headed as codes."""
    code = parse_code(text) or parse_reference(text)
    if code is not None:
        return code
    if found := find_code(text):
        return found[0]
    if _HOUSE_CODE.fullmatch(text):
        return Code(family="local", label=text, key=code_key(text), as_printed=text)
    return None


def title_column(view: RowView) -> int | None:
    """The column that names the row: the first with a title, else with a description."""
    return view.segment.index("title", "description", "objective")


def read_identity(view: RowView) -> Identity:
    """Read code and title of a row.

    A code column goes before a code in the title, unless it holds mere numbers of rows; a code in
    the title that is another one than the code column's stays part of the title.
    """
    title_at, code_at = title_column(view), view.segment.index("code")
    title_text, code_text = view.text(title_at), view.text(code_at)
    parts = split_title(title_text) if title_text else None
    if title_at is None and code_text:
        parts, code_text = split_title(code_text), None
    if not code_text:
        if parts is None:
            return Identity(None, None, None, None, None)
        printed = parts.code.as_printed if parts.code else None
        return Identity(parts.code, printed, parts.title, parts.team, parts.is_csi)
    code = read_code_cell(code_text)
    mark = split_title(code_text).is_csi
    if parts is None:
        return Identity(code, code_text, None, None, mark)
    is_csi = parts.is_csi if parts.is_csi is not None else mark
    if code is None and parts.code is not None:
        return Identity(parts.code, parts.code.as_printed, parts.title, parts.team, is_csi)
    other = parts.code is not None and code is not None and parts.code.key != code.key
    return Identity(code, code_text, title_text if other else parts.title, parts.team, is_csi)


def series_key(identity: Identity) -> str | None:
    """What identifies a series within a council: the folded code, else the folded title."""
    if identity.code is not None:
        return identity.code.key
    if identity.title:
        return "title " + fold(re.sub(r"[\W_]+", " ", identity.title)).strip().casefold()
    return None


def series_id(scope: str, identity: Identity) -> str | None:
    """The id of the series a row belongs to, ``None`` for a row that nothing names."""
    key = series_key(identity)
    return make_id("series", scope, key) if key else None
