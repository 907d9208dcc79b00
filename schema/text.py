"""Text for rows and for people: lines folded to one, page numbers in ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_AFTER_HYPHEN = re.compile(r"(?<=[\w&/][-\u2010\u2011])\n")
_ZERO_WIDTH = "\u200b"
_DIGIT = re.compile(r"\d")
_PLAIN = 0x100  # Latin-1
_REMEMBERED = 4096  # texts; a table's cells are folded several times on their way to a row


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    r"""Return *text* with each line break made one space, and runs of blanks made one.

    After a hyphen at a line end nothing is added and the hyphen stays (contract): ``"Self-\n
    Isolation"`` gives ``"Self-Isolation"``; a dash that stands alone keeps its space.
    """
    if _ZERO_WIDTH in text:
        text = text.replace(_ZERO_WIDTH, " ")
    if "\n" not in text:
        folded = " ".join(text.split())
        return text if folded == text else folded  # a paper's texts are held once
    if not ("-" in text or "\u2010" in text or "\u2011" in text):
        return " ".join(text.split())
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return _AFTER_HYPHEN.sub("", "\n".join([line for line in lines if line])).replace("\n", " ")


def translation(letters: Mapping[str, str]) -> dict[int, str]:
    """Return what ``str.translate`` takes to replace *letters*.

    Plain letters are listed as they are: one that is not costs an exception, ten times as much.
    """
    return {**{letter: chr(letter) for letter in range(_PLAIN)}, **str.maketrans(dict(letters))}


def has_digit(text: str) -> bool:
    """Whether a digit stands in *text*, of any script.

    Asked of every line of a paper. To look for ten letters takes a seventh of the time that the
    pattern takes.
    """
    if (
        "1" in text or "2" in text or "0" in text or "3" in text or "4" in text
        or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text
    ):  # fmt: skip
        return True
    return not text.isascii() and _DIGIT.search(text) is not None


def in_ranges(numbers: Sequence[int]) -> str:
    """Return ascending page numbers for a person: ``1-12, 30``."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ", ".join("-".join(map(str, each)) for each in ranges)
