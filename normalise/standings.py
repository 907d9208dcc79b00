"""Words of a heading that say which printing of a figure stands under it.

``2018/19 Outturn (restated)``, ``Unaudited 2017/18``, ``2004/05 Actual (est)``: the figure printed
anew, not final yet, or no result at all but what somebody expects. Of one year a table may print
several such columns, and none of them is another.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

#: ``final`` marks nothing: it is what councils call any year's result.
Kind = Literal["restated", "provisional", "estimated", "final"]


class Standing(NamedTuple):
    """What a heading says of the figures under it; ``words`` as printed, in small letters.

    ``sure`` words are said of results alone; targets and due dates are revised, too. A year's
    ``provisional figures`` are results.
    """

    kind: Kind
    words: str
    sure: bool = True


_CHECKED = r"(?:final\s)?(?:audit|validation|verification|confirmation|change)"
_DONE = r"(?:audited|confirmed|verified|validated|finali[sz]ed)"
#: Targets alone are new: a new result is the next one.
_NEW = r"new(?=\s(?:annual\s|year[\s-]end\s|local\s)?targets?\b|\s*[)\]])"
#: In this order of weight: a revised estimate is an estimate, a revised draft a draft.
_KINDS: tuple[tuple[Kind, bool, str], ...] = (
    (
        "estimated",
        True,
        r"(?:latest\s|current\s)?(?:estimate[ds]?|estimation|est|forecast(?:s|ed)?|projected"
        r"|projections?|predicted|predictions?|anticipated|expected|probable|indicative|likely)"
        r"|\(\s?e\s?\)",
    ),
    (
        "provisional",
        True,
        rf"un-?\s?audited|unverified|unconfirmed|unvalidated|subject\sto\s{_CHECKED}|\(\s?p\s?\)"
        rf"|pre-?\s?audit|(?:still\s)?to\sbe\s{_DONE}|(?:awaiting|pending)\s{_CHECKED}"
        rf"|not\s(?:yet\s)?(?:final|{_DONE})",
    ),
    ("provisional", False, r"provisional|prov|draft|interim|preliminary"),
    ("restated", True, r"re-?\s?stated|restatement|corrected|re-?calculated|re-?based"),
    (
        "restated",
        False,
        rf"revised|amended|adjusted|updated|\(\s?r\s?\)|rev(?=\.?\stargets?\b)|re-?\s?set|{_NEW}",
    ),
    ("final", True, r"final|finali[sz]ed|audited|confirmed"),
)
_WORD = "|".join(rf"(?P<k{place}>{words})" for place, (_, _, words) in enumerate(_KINDS))
#: A word, its small ones, and the brackets or the stroke around it.
_STANDING = re.compile(
    rf"(?P<open>[(\[]\s*)?(?<![\w-])(?:(?:as|now|since)\s)?(?:{_WORD})(?![\w-])\.?"
    rf"(?P<of>\s(?:figures?|data|values?|basis|position)(?=\s*[)\]]))?(?(open)\s*(?:[)\]]|$))",
    re.IGNORECASE,
)
#: One of these stands in every such word; most texts of a table have none.
_HINT = re.compile(
    r"stat|rev|amend|correct|adjust|updat|calcul|base|prov|audit|draft|interim|verif|confirm|valid"
    r"|subject|est|forecast|projec|predict|anticip|expect|probable|final|\(\s?[epr]\s?\)|set|new"
    r"|likely|indicative|prelim|pending|await"
)
#: Words by which what is headed is a result, and no target, budget or date.
_OF_RESULTS = re.compile(
    r"\b(?:out[\s-]?turns?|actuals?|act|actl|results?|performance|achieved|achievement)\b",
    re.IGNORECASE,
)
#: What is expected of these is no figure.
_NO_FIGURES = re.compile(
    r"\b(?:date|completion|complete|finish|rag|status|rating|quartile|target|delivery|cost|spend"
    r"|expenditure|income|budget|outcomes?)\b",
    re.IGNORECASE,
)


def may_hold_standing(text: str) -> bool:
    """Whether a word of :func:`split_standing` may stand in *text*; quick, and most have none."""
    return _HINT.search(text.lower()) is not None


def split_standing(text: str) -> tuple[Standing | None, str]:
    """Take the words that say which printing stands there out of a heading; return the rest."""
    found = list(_STANDING.finditer(text))
    if not found:
        return None, text
    rest = text
    for match in reversed(found):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    weights = [(_place(match), match) for match in found]
    return _weightiest(weights), " ".join(rest.split())


def _place(match: re.Match[str]) -> int:
    return next(place for place in range(len(_KINDS)) if match[f"k{place}"])


def _weightiest(found: list[tuple[int, re.Match[str]]]) -> Standing:
    kind, sure, _ = _KINDS[min(place for place, _ in found)]
    words = [match[f"k{place}"].lower() for place, match in found if _KINDS[place][0] != "final"]
    sure = sure or any(_KINDS[place][1] and _KINDS[place][0] == kind for place, _ in found)
    sure = sure or (kind == "provisional" and any(match["of"] for _, match in found))
    return Standing(kind, " ".join(" ".join(words).split()), sure)


def is_of_results(words: str) -> bool:
    """Whether what is headed by *words* can only be a result."""
    return _OF_RESULTS.search(words) is not None


def expects_figures(words: str) -> bool:
    """Whether an estimate headed by *words* would be one of results."""
    return _NO_FIGURES.search(words) is None
