"""What two codes say of whether their series can be one. Codes are never matched by likeness.

They can only forbid: two codes of one national set, or ``a`` and ``b`` of one code, were given to
tell two things apart. The one exception is a code that a scanner may have misread.
"""

from __future__ import annotations

import re
from typing import Literal

from crossfoot.normalise.codes import code_key, parse_code

#: ``set``: two codes of one national set; ``parts``: two parts of one code; ``misread``: the same
#: but for characters that scanners confuse.
CodeRelation = Literal["set", "parts", "misread"]

#: Characters that scanners confuse, each group as one.
_CONFUSED = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1", "s": "5", "b": "8"})
_MARKS = re.compile(r"[\W_]+")
_SET = re.compile(r"(bv|ni)(\d+)")
_PART = re.compile(r"(.*\d)((?:[a-z]|\([ivxa-z]+\))+)")


def relation_of(one: str | None, other: str | None) -> CodeRelation | None:
    """Return what two different codes of a council say, None where they say nothing."""
    if one is None or other is None:
        return None
    a, b = code_key(one), code_key(other)
    if a == b:
        return None
    if misreading(one) == misreading(other) and not (is_national(one) and is_national(other)):
        return "misread"
    sets = _SET.match(a), _SET.match(b)
    if sets[0] and sets[1] and sets[0][1] == sets[1][1]:
        return "set"
    parts = _PART.fullmatch(a), _PART.fullmatch(b)
    same_stem = parts[0] and parts[1] and parts[0][1] == parts[1][1]
    return "parts" if same_stem else None


def misreading(code: str) -> str:
    """Return what a code shares with those that a scanner may have misread it as."""
    return _MARKS.sub("", code_key(code)).translate(_CONFUSED)


def is_national(code: str | None) -> bool:
    """Whether a code is of a national set."""
    parsed = parse_code(code) if code else None
    return parsed is not None and parsed.family in ("best_value", "national")
