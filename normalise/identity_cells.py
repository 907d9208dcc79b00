"""What a row is about: its code, title, team and CSI marker, from the cells that name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.normalise.coded_titles import (
    Led,
    led_by_letter,
    led_by_number,
    led_by_reference,
    led_by_series,
    with_code_set_off,
)
from crossfoot.normalise.codes import code_key, find_code, loose_code, parse_code, parse_reference
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.former_codes import without_former_codes
from crossfoot.normalise.not_codes import INDICATOR_PREFIXES
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.shared_codes import held_in
from crossfoot.normalise.sub_rows import Part, code_of_part, part_of, with_whole
from crossfoot.normalise.tails import tail_of
from crossfoot.normalise.wording import plain_wording, wording
from crossfoot.schema.code import Code
from crossfoot.schema.identity import make_id

#: A short mix of letters and digits in a column headed as codes, in a spelling no grammar knows.
_HOUSE_CODE = re.compile(
    r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9][\w&/.()\-]{0,14}(?: [\w&/.()\-]{1,8})?"
)
#: A team's short name, an acronym for indicators and a number: ``ENV KPI 10``.
_TEAM_CODE = re.compile(r"[A-Z][A-Z&]{1,5} (?P<letters>[A-Z]{2,5}) ?\d{1,4}[a-z]?")
#: A number as printed in a column headed ``BVPI``: ``9``, ``79b(i)``, ``082a (ii)``.
_BARE_NUMBER = re.compile(r"[(\[]?[0-9]{1,3}[a-z(). ixv\]]*", re.IGNORECASE)
_BEST_VALUE = re.compile(r"\b(?:BV|BVPIs?|best value)\b", re.IGNORECASE)
_NATIONAL = re.compile(r"\b(?:NIs?|NIS|national indicators?)\b", re.IGNORECASE)
_LOCAL = re.compile(r"\b(?:L[KP]?I|KPI|LPIs?|PAF|local)\b", re.IGNORECASE)
#: What may be the rest of a code beside it: digits, or a letter or roman number by itself.
_MAY_GO_ON = re.compile(r"(?<![^\W_])(?:[0-9]+|[a-z]|[ivx]{1,4})(?![^\W_])", re.IGNORECASE)
#: What stands between two codes in one cell.
_BETWEEN_CODES = re.compile(r"\s*[/,;&+]\s*|\s+and\s+")

_CAPITALS = re.compile(r"[A-Z]+")
_WORDS_IN_CAPITALS = re.compile(r"[A-Z]+(?: [A-Z]+)*")


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


def set_of(heading: str | None) -> str | None:
    """The national set that a heading says its bare numbers are of: ``BV``, ``NI``, or none."""
    if not heading or _LOCAL.search(heading):
        return None
    named = [
        name for name, said in (("BV", _BEST_VALUE), ("NI", _NATIONAL)) if said.search(heading)
    ]
    return named[0] if len(named) == 1 else None


def read_code_cell(
    text: str, lines: str = "", heading: str | None = None, others: Sequence[str] = ()
) -> Code | None:
    """The code in a cell of a column headed as codes; *lines* is its text line by line,
    *others* what the other cells of its column print in one line.

    Under a heading that names one national set a bare number is a code of that set.

    A narrow column breaks codes anywhere (``LPI054`` over ``1``, ``BV79b(ii`` over ``i)``): what
    is no code in one line may be one when its lines are put together. A code that stands beside
    what may be the rest of it, or beside another code, is not taken.
    """
    pieces = _BETWEEN_CODES.split(text)
    if len(pieces) > 1 and sum(parse_code(piece) is not None for piece in pieces) > 1:
        return None
    whole = _in_one_line(lines, others)
    if (name := set_of(heading)) and _BARE_NUMBER.fullmatch(text):
        code = parse_code(name + (text[1:-1] if text[0] in "([" else text))
        if code is not None:
            return code.model_copy(update={"as_printed": text})
    for candidate in (text, whole):
        code = parse_code(candidate) or parse_reference(candidate)
        if code is not None:
            return code.model_copy(update={"as_printed": text})
    if found := find_code(text):
        code, rest = found
        return None if _MAY_GO_ON.search(rest) or find_code(rest) or parse_code(rest) else code
    team_code = _TEAM_CODE.fullmatch(whole if "\n" in lines else text)
    if team_code is not None and team_code["letters"].casefold() in INDICATOR_PREFIXES:
        return loose_code(team_code[0]).model_copy(update={"as_printed": text})
    for candidate in (whole, text):
        if _HOUSE_CODE.fullmatch(candidate):
            key = code_key(candidate)
            return Code(family="local", label=candidate, key=key, as_printed=text)
    return None


def _in_one_line(lines: str, others: Sequence[str]) -> str:
    """The lines of a code put together: behind mere capitals with a blank, if not one word.

    ``HS`` over ``LPI005`` is two words, but where ``HSLPI112`` stands in one line; ``LP`` over
    ``I005`` is one. Before a digit there is a blank where others have it: ``REG`` over ``11``
    below ``REG 4``, or where what the break would have parted is narrower than another line of
    the cell or of *others* (``ENV KPI`` over ``10``): lines break inside a word only where their
    column is narrower than it. Empty where neither tells it of several words.
    """
    whole, widest = "", max(map(len, [*map(str.strip, lines.splitlines()), *others]), default=0)
    for line in filter(None, map(str.strip, lines.splitlines())):
        above, below = _CAPITALS.fullmatch(whole), _CAPITALS.match(line)
        if line[0].isdigit() and _WORDS_IN_CAPITALS.fullmatch(whole):
            token = whole.rpartition(" ")[2] + line.partition(" ")[0]
            told = _print_a_blank(whole, others)
            if told is None and len(token) >= widest and " " in whole:
                return ""
            whole += " " if told or (told is None and len(token) < widest) else ""
        elif above and below:
            word = above[0] + below[0]
            if word.casefold() not in INDICATOR_PREFIXES and not any(word in o for o in others):
                whole += " "
        whole += line
    return whole


def _print_a_blank(letters: str, others: Sequence[str]) -> bool | None:
    """Whether all of *others* that go on with digits behind these letters print a blank between.

    ``None`` where there is no other.
    """
    behind = [other[len(letters) :] for other in others if other.startswith(letters)]
    blanks = [rest[0] == " " for rest in behind if rest[:1].isdigit() or rest[1:2].isdigit()]
    return all(blanks) if blanks else None


def _in_one_line_elsewhere(view: RowView, at: int | None, lines: str) -> list[str]:
    """What the other cells of a column print in one line, asked where a cell has several."""
    if "\n" not in lines:
        return []
    spots = [spot for other in view.segment.views or () for spot in other.own.get(at or 0, ())]
    return [spot.cell.text for spot in spots if "\n" not in spot.cell.lines]


def _led(view: RowView, at: int, text: str) -> Led | None:
    """The reference, the code of one letter or the number that leads a row's only name."""
    return (
        led_by_reference(view, at, text)
        or led_by_letter(view, at, text)
        or led_by_number(view, at, text)
        or led_by_series(view, at, text)
        or _of_shared_shape(view, text)
    )


def _of_shared_shape(view: RowView, text: str) -> Led | None:
    """The code in a title whose shape the titles of the paper share."""
    if not view.segment.shared_codes:
        return None
    held = held_in(text)
    if held is None or held.shape not in view.segment.shared_codes:
        return None
    return Led(held.code, held.printed, held.title)


def read_identity(view: RowView) -> Identity:
    """Read code and title of a row; one that is part of another goes by that one's name as well."""
    own = _own_identity(view)
    part = part_of(view, title_column(view)) if own.code is None else None
    return own if part is None else _of_part(own, part)


def _of_part(own: Identity, part: Part) -> Identity:
    whole = _own_identity(part.whole)
    named = split_title(part.title) if part.title else None
    title = with_whole(whole.title, named.title if named else None)
    return own._replace(code=code_of_part(part, whole.code, own.code_as_printed), title=title)


def _own_identity(view: RowView) -> Identity:
    """Read code and title of a row as it prints them.

    A code column goes before a code in the title, unless it holds mere numbers of rows; a code in
    the title that is another one than the code column's stays part of the title.
    """
    title_at, code_at = title_column(view), view.segment.index("code")
    title_text, code_text = view.text(title_at), view.text(code_at)
    if title_text and (tail := tail_of(view, title_at)):
        title_text = f"{title_text} {tail}"
    alone_at = title_at if code_at is None else code_at if title_at is None else None
    alone = title_text if code_at is None else code_text
    led = _led(view, alone_at, alone) if alone_at is not None and alone else None
    if led is not None:
        rest = split_title(led.title)
        title = rest.title if rest.code is None else led.title
        return Identity(led.code, led.printed, title, rest.team, rest.is_csi)
    if title_at is not None and title_text and code_at is None:
        title_text = with_code_set_off(view, title_at, title_text)
    parts = split_title(title_text) if title_text else None
    if title_at is None and code_at is not None and code_text and not parse_code(code_text):
        parts, code_text = split_title(with_code_set_off(view, code_at, code_text)), None
    if not code_text:
        if parts is None:
            return Identity(None, None, None, None, None)
        printed = parts.code.as_printed if parts.code else None
        return Identity(parts.code, printed, parts.title, parts.team, parts.is_csi)
    spots = view.spots(code_at)
    lines = spots[0].cell.lines if len(spots) == 1 else ""
    heading = view.segment.columns[code_at].heading if code_at is not None else None
    others = _in_one_line_elsewhere(view, code_at, lines)
    code = read_code_cell(code_text, lines, heading, others)
    mark = split_title(code_text).is_csi
    if parts is None:
        return Identity(code, code_text, None, None, mark)
    is_csi = parts.is_csi if parts.is_csi is not None else mark
    if code is None and parts.code is not None:
        return Identity(parts.code, parts.code.as_printed, parts.title, parts.team, is_csi)
    other = parts.code is not None and code is not None and parts.code.key != code.key
    title = without_former_codes(title_text or "") if other else parts.title
    return Identity(code, code_text, title, parts.team, is_csi)


def series_key(identity: Identity, *, exact: bool = False) -> str | None:
    """What identifies a series within a council: the folded code, else the wording of the title.

    References such as ``1.1.2`` begin anew in every plan: the title is part of what they identify.
    With *exact* the title counts as printed, but for case and punctuation, in a key that no wording
    has (:mod:`crossfoot.normalise.namesakes`).
    """
    code, title = identity.code, identity.title
    if code is not None and code.family != "plan_reference":
        return code.key
    if title is None:
        return code.key if code is not None else None
    named = f"exact {plain_wording(title)}" if exact else f"title {wording(title).key}"
    return f"{code.key} {named}" if code is not None else named


def goes_by_title(identity: Identity) -> bool:
    """Whether a row's title is part of what identifies its series."""
    of_plan = identity.code is None or identity.code.family == "plan_reference"
    return of_plan and identity.title is not None


def series_id(scope: str, identity: Identity, *, exact: bool = False) -> str | None:
    """The id of the series a row belongs to, ``None`` for a row that nothing names."""
    key = series_key(identity, exact=exact)
    return make_id("series", scope, key) if key else None
