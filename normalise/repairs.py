"""Codes misread by a person or a machine: ``8V9``, ``BV1O``, ``BVl2``, ``FP1922_O5``.

:func:`repairs` gives what a code may have been before signs that look alike were confused. It
decides nothing: whether one of them is known, in the catalogue or in the same paper, is for
:mod:`crossfoot.normalise.misread`; what only another paper explains, for the audit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from crossfoot.normalise.codes import code_key, parse_code
from crossfoot.schema.code import Code

#: What a sign may have been, by shape alone. ``G`` and ``6``, ``D`` and ``0`` are not confused in
#: print; they would double the candidates.
_ALIKE = {
    "0": "O",
    "1": "Ili",
    "2": "Z",
    "5": "S",
    "8": "B",
    "I": "1l",
    "O": "0",
    "Q": "0",
    "S": "5",
    "B": "8",
    "Z": "2",
    "i": "1l",
    "l": "1iI",
    "o": "0",
    "|": "1lI",
}
#: Signs put right at once. A code in which three are wrong is not read, it is guessed.
_MOST_SIGNS = 2
#: A longer text is no code.
_LONGEST = 24
#: A letter that looks like a digit in a number, a digit that looks like a letter in a name, a
#: national prefix run on by one. What matches none of these was not misread this way.
_DOUBTFUL = re.compile(
    r"""
    \d[OoQIl|SZB]                                       # BV1O, FP1922_0l
    | (?<=[_/.\- ])(?<!&\ )[OoQIl|SZB]+\d               # FP1922_O5, LI l7
    | (?<![A-Za-z0-9])\d[A-Z|]                          # 8V9, 1PI 12
    | [A-Za-z][0158|][A-Za-z]{2}                        # C0MS_048, FPL0cal_02
    | [A-Z&][Il|]\d{3}[_/-]\d                           # FPI922_05
    | \b(?:BV|BVPI|NI)[ _.-]?[OoQIl|SZB](?![A-Za-z]|\d{4})  # BVl2, NI l54; not NIB1922_05
    | (?<=\d[_/.])[OoQIl|]{1,2}(?![A-Za-z0-9])          # LA1821_01.l
    | (?<![A-Za-z0-9])[l|][A-Z]+\d                      # lT1920_17
    | \b(?:N|BVP|KP|LP)[1l|][ _.-]?\d                   # N1 154, BVPl9
    | \([1l|iv]*[1l|][1l|iv]*\)                         # BV79b(1i)
    """,
    re.VERBOSE,
)


class Misprint(NamedTuple):
    """A code that looks misread, at ``line[start:end]`` of a folded text."""

    printed: str
    start: int
    end: int


@lru_cache(maxsize=512)
def is_doubtful(text: str) -> bool:
    """Whether signs in a code stand where only ones that look like them belong.

    That alone proves nothing: ``ENV1B`` may be a code, and so may ``BV1o``.
    """
    return len(text) <= _LONGEST and _DOUBTFUL.search(text) is not None


@lru_cache(maxsize=256)
def repairs(text: str) -> tuple[Code, ...]:
    """What a misread code may have been, fewest signs changed first, else by key.

    Only codes of the grammar that are not doubtful themselves and differ from *text* as read. At
    most two signs are changed. Nothing for a text that is not doubtful.
    """
    line = " ".join(text.split())
    if not is_doubtful(line):
        return ()
    own = code_key(line)
    found: dict[str, Code] = {}
    for spelling in _spellings(line):
        code = parse_code(spelling)
        if code is None or code.key == own or code.key in found or is_doubtful(code.label):
            continue
        found[code.key] = code.model_copy(update={"as_printed": line})
    return tuple(found.values())


def misprints_in(line: str) -> Iterator[Misprint]:
    """Each text in a title that stands where a code does and looks misread.

    That is one in brackets of its own, or the first word or two.
    """
    for match in _IN_PLACE.finditer(line):
        group = "inside" if match["inside"] is not None else "lead"
        if is_doubtful(match[group]):
            yield Misprint(match[group], match.start(group), match.end(group))


_IN_PLACE = re.compile(
    r"[(\[]\s?(?P<inside>[\w&|][\w&/.|\-]{1,14}(?: [\w|]{1,6})?(?:\s?\([ivl1|]{1,4}\))?)\s?[)\]]"
    r"|^(?P<lead>[\w&|][\w&/.|\-]*\d[\w/.|\-]*(?:\([ivl1|]{1,4}\))?)(?=[\s:\u2013-])"
)


def _spellings(line: str) -> Iterator[str]:
    places = [index for index, sign in enumerate(line) if sign in _ALIKE]
    for count in range(1, _MOST_SIGNS + 1):
        changed: set[str] = set()
        for chosen in combinations(places, count):
            for signs in product(*(_ALIKE[line[index]] for index in chosen)):
                letters = list(line)
                for index, sign in zip(chosen, signs, strict=True):
                    letters[index] = sign
                changed.add("".join(letters))
        yield from sorted(changed)
