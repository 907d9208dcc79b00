"""What the catalogue of national indicators adds to a row, and where the two disagree.

The paper goes before the catalogue: only what it leaves open is taken from there.
"""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.normalise.catalogue import NationalIndicator, catalogue
from crossfoot.normalise.codes import code_key
from crossfoot.normalise.desk import Spot
from crossfoot.normalise.identity_cells import Identity
from crossfoot.normalise.national_titles import differs
from crossfoot.normalise.row_view import RowView, title_column
from crossfoot.normalise.task import Task
from crossfoot.schema.code import Code
from crossfoot.schema.rows import Series
from crossfoot.schema.values import Polarity

#: Units by what they measure. Days and weeks are told apart by nobody who reads a table; a share
#: and a sum of money are.
_KINDS = {
    "share": ("%", "percent", "percentage", "per cent"),
    "money": ("\u00a3", "pence"),
    "time": ("day", "week", "month", "year", "hour", "minute", "second", "min", "hr", "sec"),
    "weight": ("kg", "tonne"),
}


class Said(NamedTuple):
    """Unit and polarity that a paper gives for a series, or the catalogue in its place."""

    unit: str | None
    polarity: Polarity | None


def entry_of(code: Code | None) -> NationalIndicator | None:
    """The catalogue's entry of a national code; ``None`` for any other."""
    if code is None or code.family not in ("best_value", "national"):
        return None
    return catalogue().get(code.key)


def in_place_of(said: Said, code: Code | None, title: str | None) -> Said:
    """What the paper says, completed from the catalogue.

    Not where its title or its unit shows that the code stands for another measure here: days to
    process a claim are good when few, the share processed in 14 days is not.
    """
    entry = entry_of(code)
    if entry is None or differs(title, entry):
        return said
    if said.unit and entry.unit and _clash(said.unit, entry.unit):
        return said
    return Said(said.unit or entry.unit, said.polarity or entry.polarity)


def of_both(earlier: Series, later: Series) -> Series:
    """One row for a series of two reports of a paper: the later's words, the earlier's code.

    What only the catalogue said in one report gives way to what the other prints.
    """
    entry = catalogue().get(code_key(later.code)) if later.code else None
    unit, polarity = (entry.unit, entry.polarity) if entry else (None, None)

    def said(one: str | None, other: str | None, known: str | None) -> str | None:
        return (one if one != known else None) or (other if other != known else None) or known

    return later.model_copy(
        update={
            "code": earlier.code,
            "title": later.title or earlier.title,
            "unit": said(later.unit, earlier.unit, unit),
            "polarity": said(later.polarity, earlier.polarity, polarity),
        }
    )


def tell_national(task: Task, view: RowView, identity: Identity, said: Said) -> None:
    """Tell of a title, a unit or a polarity that is not what the catalogue gives for the code."""
    entry = entry_of(identity.code)
    if entry is None:
        return
    desk, code = task.desk, identity.label
    if differs(identity.title, entry):
        at = title_column(view)
        desk.tell(
            "code.title_differs",
            "warning",
            f"nationally {code} stands for another measure; the code, or the title, may be wrong",
            spots=view.spots(at) or view.own_printed(),
            code=code,
            printed=identity.title,
            expected=entry.title,
        )
    if said.polarity and entry.polarity and said.polarity != entry.polarity:
        desk.tell(
            "code.polarity_differs",
            "note",
            f"{code} is good when {said.polarity} here and when {entry.polarity} nationally; the "
            "paper's was kept",
            spots=_spots(view, "polarity"),
            code=code,
            printed=said.polarity,
            expected=entry.polarity,
        )
    if said.unit and entry.unit and _clash(said.unit, entry.unit):
        desk.tell(
            "code.unit_differs",
            "note",
            f"{code} is printed in {said.unit!r} and nationally in {entry.unit!r}; the paper's "
            "was kept",
            spots=_spots(view, "unit"),
            code=code,
            printed=said.unit,
            expected=entry.unit,
        )


def _spots(view: RowView, family: str) -> list[Spot]:
    """The cell that says it, else the one that names the row."""
    return view.spots(view.segment.index(family)) or view.spots(title_column(view))


def _clash(printed: str, known: str) -> bool:
    one, other = _kind(printed), _kind(known)
    if "number" in (one, other):  # a unit headed "Number" may count days
        return one != other and {one, other} & {"share", "money"} != set()
    return one is not None and other is not None and one != other


def _kind(unit: str) -> str | None:
    text = unit.casefold().strip(". ")
    if text.startswith(("number", "no", "count", "#")):
        return "number"
    for kind, stems in _KINDS.items():
        if any(stem in text if len(stem) == 1 else _named(text, stem) for stem in stems):
            return kind
    return None


def _named(text: str, stem: str) -> bool:
    return any(word.rstrip("s.") == stem for word in text.split()) or text == stem
