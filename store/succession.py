"""Of two printings of one figure, which stands: restated, plain, or not final yet.

A table prints ``2018/19 Outturn`` and ``2018/19 Outturn (restated)`` side by side. The paper itself
says which of the two holds now, by the words or letters at the figure or in its heading. What a
paper marks as not final stands for no figure that is printed without such a mark, in whichever
paper: a later one that prints it has it from before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Protocol, TypeVar

#: Beginnings of words that say of a figure that it is not final, and how each goes on. In a
#: footnote, which holds nothing but such words and marks, the beginnings tell; in prose, where a
#: budget is provisional, only whole words do (:mod:`crossfoot.store.marks`).
NOT_FINAL = {
    "prov": r"(?:isional|\.)?",
    "est": r"(?:imate[ds]?|\.)?",
    "forecast": "",
    "projected": "",
    "interim": "",
    "un-audited": "",
    "un audited": "",
    "unaudited": "",
    "unverified": "",
    "unconfirmed": "",
    "unvalidated": "",
    "draft": "",
    "preliminary": "",
    "pre-audit": "",
    "pre audit": "",
    "preaudit": "",
    "subject to": r" (?:final )?(?:audit|validation|verification|confirmation|change)",
    "to be": r" (?:confirmed|audited|verified|validated|finali[sz]ed)",
    "still to be": r" (?:confirmed|audited|verified|validated|finali[sz]ed)",
    "awaiting": r" (?:audit|confirmation|validation|verification)",
    "not final": "",
    "not yet": r" (?:final|confirmed|audited|verified|validated|finali[sz]ed)",
    "not audited": "",
    "not confirmed": "",
    "pending": r" (?:audit|confirmation|validation|verification)",
}
#: A revised estimate is an estimate.
RESTATED = (
    *("restat", "re-stat", "re stat", "rev", "amend", "correct", "adjust", "updated"),
    *("recalculated", "re-calculated", "re calculated", "rebased", "re-based", "re based"),
    *("reset", "re-set", "re set", "new"),
)
#: Letters that say so, in brackets of either case, or as the whole mark in capitals.
NOT_FINAL_LETTERS = ("p", "e")
RESTATED_LETTERS = ("r",)

_TOGETHER = 10  # calls within calls: SQLite's parser goes a hundred steps deep


class _Printed(Protocol):
    @property
    def figure_id(self) -> str: ...
    @property
    def indicator_id(self) -> str: ...
    @property
    def period(self) -> str | None: ...
    @property
    def basis(self) -> str: ...
    @property
    def footnote(self) -> str | None: ...


_Item = TypeVar("_Item", bound=_Printed)


def standing_rank(footnote: str | None) -> int:
    """2 for a figure that is restated, 0 for one that is not final, 1 for any other."""
    if not footnote:
        return 1
    if _says(footnote, tuple(NOT_FINAL), NOT_FINAL_LETTERS):
        return 0
    return 2 if _says(footnote, RESTATED, RESTATED_LETTERS) else 1


def is_tentative(footnote: str | None) -> bool:
    """Whether a figure stands for none that is printed without such a mark.

    One that is both revised and not final knows of the one before.
    """
    if not footnote or not _says(footnote, tuple(NOT_FINAL), NOT_FINAL_LETTERS):
        return False
    return not _says(footnote, RESTATED, RESTATED_LETTERS)


def _says(footnote: str, words: Sequence[str], letters: Sequence[str]) -> bool:
    text = f" {footnote.lower()}".replace("(", " ")
    if any(f" {word}" in text for word in words):
        return True
    return any(f" {letter})" in text or footnote == letter.upper() for letter in letters)


def superseded(cells: Sequence[_Item]) -> set[str]:
    """The ids of those that their own row prints as another figure now, or that are not final.

    *cells*: printings of one figure with values, in cells. Where all of them are not final, those
    stand that no other of their row supersedes.
    """
    if all(item.footnote is None for item in cells):
        return set()
    return _in_their_row(cells) | tentative(cells)


def tentative(cells: Sequence[_Item]) -> set[str]:
    """The ids of those that are not final, where another is printed that is not marked so."""
    found = {item.figure_id for item in cells if is_tentative(item.footnote)}
    named = all(item.period is not None for item in cells)
    return found if named and len(found) < len(cells) else set()


def _in_their_row(cells: Sequence[_Item]) -> set[str]:
    best: dict[tuple[str, str], int] = {}
    for item in cells:
        if item.period is not None:
            place = item.indicator_id, item.basis
            best[place] = max(best.get(place, 0), standing_rank(item.footnote))
    return {
        item.figure_id
        for item in cells
        if standing_rank(item.footnote) < best.get((item.indicator_id, item.basis), 0)
        and item.period is not None
    }


def standing(cells: Sequence[_Item]) -> list[_Item]:
    """Those of *cells* that no other supersedes."""
    gone = superseded(cells)
    return [item for item in cells if item.figure_id not in gone]


def rank_in_sql(figure: str) -> str:
    """:func:`standing_rank` of a figure's footnote, as both databases read it."""
    return (
        f"CASE WHEN {figure}.footnote IS NULL THEN 1 "
        f"WHEN {_said_in_sql(figure, tuple(NOT_FINAL), NOT_FINAL_LETTERS)} THEN 0 "
        f"WHEN {_said_in_sql(figure, RESTATED, RESTATED_LETTERS)} THEN 2 ELSE 1 END"
    )


def tentative_in_sql(figure: str) -> str:
    """:func:`is_tentative` of a figure's footnote, as both databases read it."""
    return (
        f"CASE WHEN {figure}.footnote IS NULL THEN 0 "
        f"WHEN ({_said_in_sql(figure, tuple(NOT_FINAL), NOT_FINAL_LETTERS)}) "
        f"AND NOT ({_said_in_sql(figure, RESTATED, RESTATED_LETTERS)}) THEN 1 ELSE 0 END"
    )


def _said_in_sql(figure: str, words: Sequence[str], letters: Sequence[str]) -> str:
    """Whether a footnote says one of these: without them it is another text.

    Some are taken out together: SQLite reads the views' text whenever a store is opened, and one by
    one it is twice as long.
    """
    text = f"replace(' ' || lower({figure}.footnote), '(', ' ')"
    sought = [*(f" {word}" for word in words), *(f" {letter})" for letter in letters)]
    left = [
        reduce("replace({}, '{}', '')".format, sought[at : at + _TOGETHER], text)
        for at in range(0, len(sought), _TOGETHER)
    ]
    capitals = ", ".join(f"'{letter.upper()}'" for letter in letters)
    return " OR ".join(
        [*(f"{each} <> {text}" for each in left), f"{figure}.footnote IN ({capitals})"]
    )
