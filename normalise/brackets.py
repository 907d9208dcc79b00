"""Brackets in a folded line of text, and tidying what is left when one is taken out."""

from __future__ import annotations

import re

_PAIRS = {"(": ")", "[": "]"}
_BLANKS = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"\s+([,;:.])(?=\s|$)")


def brackets_in(line: str) -> list[tuple[int, int, str]]:
    """Return the outermost balanced brackets as ``(start, end, text inside)``, left to right.

    ``line[start:end]`` includes the brackets. A bracket that never closes is no bracket.
    """
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(line):
        end = _closing(line, at) if line[at] in _PAIRS else None
        if end is None:
            at += 1
        else:
            found.append((at, end, line[at + 1 : end - 1].strip()))
            at = end
    return found


def _closing(line: str, start: int) -> int | None:
    expected: list[str] = []
    for at in range(start, len(line)):
        char = line[at]
        if char in _PAIRS:
            expected.append(_PAIRS[char])
        elif expected and char == expected[-1]:
            expected.pop()
            if not expected:
                return at + 1
    return None


def tidy(text: str) -> str:
    """Make runs of blanks one and drop separators left dangling at either end."""
    line = _BEFORE_STOP.sub(r"\1", _BLANKS.sub(" ", text)).strip()
    line = re.sub(r"^(?:[-:;,\u2013\u2014]\s*)+(?=\D|$)", "", line)
    return re.sub(r"(?:\s*[-:;,\u2013\u2014])+$", "", line).strip()
