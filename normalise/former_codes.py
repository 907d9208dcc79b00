"""Codes that an indicator had before, in brackets beside its own: ``NI 192 (formerly BV82a+b)``.

The national sets changed hands in 2008, and for years papers printed the old code for those who
knew it: ``NI 181 (BV78) Time to process claims``. The code in front is the indicator's, and the
other neither its code nor a word of its title. Of two that lead it with a stroke between
(``BV8 / LI 4 Invoices paid``) nothing tells which is its own.
"""

from __future__ import annotations

import re

from crossfoot.normalise.brackets import brackets_in
from crossfoot.normalise.codes import code_span, parse_code

_FORMERLY = re.compile(
    r"(?:formerly|former|previously|previous|prev|was|old|ex|replaces|replaced|replacing)\b[\s.:-]*"
    r"(?:known as |ref(?:erence)?\.? |code |indicator |pi )?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[/,;&+]|\band\b)\s*")
_JOINED = re.compile(r"\s*[/&+,]\s*")
_LONGEST_CODE = 16  # characters: ``BV82d (ii)``, ``CSDData_02``
#: What follows the first of several codes alone: ``a+b``, ``(ii)``, ``9b``.
_REST = re.compile(r"\d{0,3}\s?\(?[a-z]{0,4}\)?", re.IGNORECASE)


def without_former_codes(line: str) -> str:
    """The line of a title without brackets that hold nothing but the codes it had before."""
    for start, end, inside in reversed(brackets_in(line)):
        word = _FORMERLY.match(inside)
        behind_code = word is None and start > 0 and parse_code(line[:start].strip()) is not None
        if not (word or behind_code) or (not line[end:].strip(" :-\u2013") and behind_code):
            continue
        if _are_codes(inside[word.end() :] if word else inside):
            line = f"{line[:start].rstrip()} {line[end:].lstrip()}".strip()
    return line


def leads_with_two_codes(line: str) -> bool:
    """Whether a title begins with two codes, none of which is said to be the former."""
    parts = _JOINED.split(line, maxsplit=1)
    if len(parts) == 1 or len(parts[0]) > _LONGEST_CODE or parse_code(parts[0]) is None:
        return False
    found = code_span(parts[1])
    return found is not None and found[1] == 0


def _are_codes(text: str) -> bool:
    first, *others = _BETWEEN.split(text)
    return parse_code(first) is not None and all(
        parse_code(other) is not None or (other != "" and _REST.fullmatch(other))
        for other in others
    )
