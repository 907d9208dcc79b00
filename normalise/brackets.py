"""Brackets in a folded line of text, and tidying what is left when one is taken out."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {"(": ")", "[": "]"}
_BEFORE_STOP = re.compile(r"\s([,;:.])(?=\s|$)")
_DANGLING = frozenset("-:;,\u2013\u2014")
_LEADING = re.compile(r"^(?:[-:;,\u2013\u2014]\s*)+(?=\D|$)")
_TRAILING = re.compile(r"(?:\s*[-:;,\u2013\u2014])+$")


def brackets_in(line: str) -> list[tuple[int, int, str]]:
    """Return the outermost balanced brackets as ``(start, end, text inside)``, left to right.

    ``line[start:end]`` includes the brackets. A bracket that never closes is no bracket.
    """
    if "(" not in line and "[" not in line:
        return []
    pairs: list[tuple[int, int]] = []
    open_at: list[tuple[int, str]] = []
    waiting = {")": 0, "]": 0}
    for match in _BRACKET.finditer(line):
        at, char = match.start(), match[0]
        if char in _PAIRS:
            open_at.append((at, _PAIRS[char]))
            waiting[_PAIRS[char]] += 1
        elif waiting[char]:
            closed = ""
            while closed != char:
                start, closed = open_at.pop()
                waiting[closed] -= 1
            pairs.append((start, at + 1))
    found: list[tuple[int, int, str]] = []
    for start, end in sorted(pairs):
        if not found or start >= found[-1][1]:
            found.append((start, end, line[start + 1 : end - 1].strip()))
    return found


def tidy(text: str) -> str:
    """Make runs of blanks one and drop separators left dangling at either end."""
    line = _BEFORE_STOP.sub(r"\1", " ".join(text.split()))
    if line[:1] in _DANGLING:
        line = _LEADING.sub("", line)
    if line[-1:] in _DANGLING:
        line = _TRAILING.sub("", line)
    return line.strip()
