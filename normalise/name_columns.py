"""The columns that name rows, where a heading and what stands under it do not agree.

``Outcome``, ``KPI`` or ``Comparison`` head names in one paper, in the next the figures that came
out, the codes of the indicators, or whom they are compared with. What stands in the column tells:
a figure names no row, and codes beside phrases are not their titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.action_names import may_name_actions, settle_action_names
from crossfoot.normalise.codes import parse_code, parse_reference
from crossfoot.normalise.column_contents import names_measures
from crossfoot.normalise.columns import Column
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.polarity import polarity_of

_NAMES = frozenset({"title", "description", "objective"})
_FIGURES = frozenset({"result", "outturn", "target"})
#: Headings of what came out, which over figures are results.
_CAME_OUT = re.compile(r"\b(?:outcomes?|performance|results?)\b", re.IGNORECASE)
_AIM = re.compile(r"aims?", re.IGNORECASE)
_OF_CODES = re.compile(r"\b(?:codes?|ref(?:erence)?s?|nos?|numbers?|ids?)\b", re.IGNORECASE)
#: A short mix of letters and digits: ``H96``, ``CX 14b``, ``FR.20``, ``BV79b(ii)``.
_CODE = re.compile(r"[A-Za-z][A-Za-z&]{0,11}[ ._/-]?\d{1,4}(?:[._/-]\d{1,4})*[a-z]?(?:\([a-z]+\))?")
#: The number or the letter of a row, or a word in place of a code: ``7``, ``B``, ``New``, ``n/a``.
_NUMBERED = re.compile(r"[A-Za-z]?\.?\d{1,3}|[A-Z]|\(?[ivx]{1,4}\)?")
_UNCODED = re.compile(r"[-\u2013\u2014]+|n/?a|new|tb[acd]|local|none", re.IGNORECASE)
#: A part of what a code names, counted in brackets: ``CH01 (1)``.
_PART = re.compile(_CODE.pattern + r" ?[(\[][0-9]{1,2}[)\]]")
#: Capitals, digits and marks with a digit among them: ``(E) HSG7``, ``*BV8``, ``BV8 / LI 4``.
_ODD_CODE = re.compile(r"(?=.*\d)(?:[^\sa-z]*[a-z]{0,3}[^\sa-z]*(?:\s+|$))+")
_LONGEST_CODE = 16  # characters: with two codes (``BV79b(ii) / NI 8``)
_WORD = re.compile(r"[A-Za-z]{2,}")
_FEWEST = 2
_LONG = 3
_FEWEST_TOLD = 3  # names of two words only may be those of places or officers: not of one or two


def may_name_otherwise(columns: Sequence[Column]) -> bool:
    """Whether a look at the texts can change what names the rows: most tables need none."""
    families = {column.family for column in columns}
    if "code" not in families or not families & _NAMES or "objective" in families:
        return True
    if may_name_actions(columns):
        return True
    doubled = [column for column in columns if column.family in {"code", "polarity"}]
    return any(_may_head_names(column) or _may_head_aims(column) for column in doubled)


def _may_head_aims(column: Column) -> bool:
    """Whether a heading of directions (maximise, minimise) is also that of what a plan aims at."""
    return column.family == "polarity" and _AIM.fullmatch(column.heading.strip()) is not None


def _may_head_names(column: Column) -> bool:
    """Whether the heading of codes is the word for an indicator (``PI``), and not for its code."""
    return column.family == "code" and not _OF_CODES.search(column.heading)


def settle_names(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns with those put right that cannot name what their headings say.

    *texts* is what is printed under each. Where columns of figures were taken for names they are
    results if their heading says so, else nothing; phrases under ``PI``, which heads codes as well,
    are titles; codes under a heading of names are codes where phrases stand beside them, under
    another such heading or right behind; and these are the titles if no column has any, as is what
    is counted before labels of rows. Phrases under ``Aim`` are objectives. For columns headed
    as actions see :mod:`crossfoot.normalise.action_names`.
    """
    told = list(columns)
    _free_of_figures(told, texts)
    single = [once(each) for each in texts]
    _name_by_phrases(told, single)
    settle_action_names(told, single)
    _take_aims(told, single)
    _part_codes(told, single)
    _name_behind_codes(told, single)
    _name_before_labels(told, single)
    return told


def once(texts: Sequence[str]) -> list[str]:
    """The texts without those of the row before: a cell reaching down is seen in each row."""
    return [text for at, text in enumerate(texts) if at == 0 or text != texts[at - 1]]


def _free_of_figures(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    families = {column.family for column in told}
    for index, column in enumerate(told):
        if column.family not in _NAMES or not _are_figures(texts[index]):
            continue
        periods = {each.period for each in told if each.family == "outturn"} | {None}
        alone = "result" not in families and (
            "outturn" not in families or column.period not in periods
        )
        results = alone and "target" in families and _CAME_OUT.search(column.heading)
        family = "result" if results else "other"
        told[index] = column.taken_as(family)._replace(by_content=True)


def _name_by_phrases(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Take a column for titles that holds phrases alone, though it may be headed as codes."""
    if any(
        column.family == "title" and not column.is_step and not _number_rows(texts[index])
        for index, column in enumerate(told)
    ):
        return
    for index, column in enumerate(told):
        if _may_head_names(column) and _are_phrases(texts[index]):
            told[index] = column.taken_as("title")._replace(by_content=True)
            return


def _take_aims(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Take phrases under ``Aim`` that tell no direction for objectives, beside the rows' names."""
    if not any(column.family == "title" for column in told):
        return
    for index, column in enumerate(told):
        if not _may_head_aims(column) or any(map(polarity_of, texts[index])):
            continue
        if _are_phrases(texts[index]):
            told[index] = column.taken_as("objective")._replace(by_content=True)


def _part_codes(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Take a column of titles for codes that holds nothing else, with phrases beside it.

    The phrases stand in another column of names (``KPI`` and ``Description``) or right behind.
    """
    if any(column.family == "code" for column in told):
        return
    for index, column in enumerate(told):
        if column.family != "title" or not _number_rows(texts[index]):
            continue
        if _are_named_beside(told, texts, index):
            told[index] = column.taken_as("code")._replace(by_content=True)
        return


def _are_named_beside(told: Sequence[Column], texts: Sequence[Sequence[str]], codes: int) -> bool:
    """Whether a column beside that of the *codes* names their rows."""
    named = any(
        column.family in {"title", "description"} and at != codes and _are_phrases(texts[at])
        for at, column in enumerate(told)
    )
    if named or codes + 1 == len(told) or not are_codes(texts[codes]):
        return named
    return _may_be_titles(told[codes + 1], texts[codes + 1], len(texts[codes]))


def _name_behind_codes(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    families = {column.family for column in told}
    if families & _NAMES or not families & _FIGURES:
        return
    codes = [index for index, column in enumerate(told) if column.family == "code"]
    if len(codes) != 1 or codes[0] + 1 >= len(told) or not are_codes(texts[codes[0]]):
        return
    at = codes[0] + 1
    if _may_be_titles(told[at], texts[at], len(texts[codes[0]])):
        told[at] = told[at].taken_as("title")._replace(by_content=True)


def _name_before_labels(told: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Take a first column headed ``Comparison`` for names that labels of rows stand beside."""
    if {column.family for column in told} & (_NAMES | {"code"}) or len(told) < _FEWEST:
        return
    names = texts[0]
    if [told[0].family, told[1].family] != ["comparator", "measure_name"]:
        return
    if len(set(names)) == len(names) and names_measures(names):
        told[0] = told[0].taken_as("title")._replace(by_content=True)


def are_codes(texts: Sequence[str]) -> bool:
    """Whether *texts* are codes, two at least, no two the same."""
    codes = {heading_key(text) for text in texts}
    return _FEWEST <= len(codes) == len(texts) and all(map(_CODE.fullmatch, texts))


def _number_rows(texts: Sequence[str]) -> bool:
    """Whether *texts* are codes or numbers of rows; a few may say that a row has none.

    A few may also be codes in a spelling that no grammar knows (``*BV8``, ``BV8 / LI 4``).
    """
    numbers, odd = sum(map(_is_number, texts)), sum(map(_is_odd_code, texts))
    if numbers * 3 < len(texts) or (numbers + odd) * 5 < len(texts) * 3 or not texts:
        return False
    return all(_is_number(text) or _UNCODED.fullmatch(text) or _is_odd_code(text) for text in texts)


def _is_odd_code(text: str) -> bool:
    """Whether a short text with a number has no more words than a code: ``(E) HSG7``."""
    short = len(text) <= _LONGEST_CODE and not _is_number(text)
    return short and _ODD_CODE.fullmatch(text) is not None


def _is_number(text: str) -> bool:
    return (
        any(pattern.fullmatch(text) for pattern in (_CODE, _NUMBERED, _PART))
        or parse_code(text) is not None
        or parse_reference(text) is not None
    )


def _are_phrases(texts: Sequence[str]) -> bool:
    """Whether most *texts* are words, none a code alone."""
    worded = sum(bool(_WORD.search(text)) for text in texts)
    return worded * 5 >= len(texts) * 4 > 0 and not any(map(_is_number, texts))


def _are_figures(texts: Sequence[str]) -> bool:
    figures = sum(parse_figure(text).state == "value" for text in texts)
    return bool(texts) and figures * 2 > len(texts)


def _may_be_titles(column: Column, texts: Sequence[str], rows: int) -> bool:
    """Whether a column not told, or told wrongly, holds a phrase for each of *rows*, none twice.

    Words that all begin with capitals may be the names of people, wards or services.
    """
    if column.family not in {None, "comparator"} or len(texts) != rows or rows < _FEWEST:
        return False
    if len({heading_key(text) for text in texts}) != rows:
        return False
    words = [_WORD.findall(text) for text in texts]
    named = sum(all(word[0].isupper() for word in each) for each in words)
    if named * 3 > rows:
        return False
    short = min(map(len, words)) < _LONG
    return not short or (
        rows >= _FEWEST_TOLD and sum(len(each) > 1 for each in words) * 4 >= rows * 3
    )
