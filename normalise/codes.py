"""The grammar of codes: what identifies an indicator or an action within a council.

Codes are parsed, never matched by similarity: BV78a and BV78b, FPLocal_02 and FPLocal_12 are one
character apart and are different series.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from crossfoot.normalise.brackets import brackets_in, tidy
from crossfoot.normalise.not_codes import INDICATOR_PREFIXES, NO_CODES, ORDINARY_WORDS, is_year
from crossfoot.schema.code import Code
from crossfoot.schema.model import unchecked
from crossfoot.schema.text import translation

Strength = Literal["sure", "acronym", "loose"]

_new_code = unchecked(Code)
_ROMAN = "xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii|i"
_DASHES = translation(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_AROUND_MARK = re.compile(r"\s*([_/.&-])\s*")
_TAIL = r"(?P<tail>\s*(?:\(?[A-Za-z]\)?)?\s*(?:\(?(?:" + _ROMAN + r")\)?)?)"
#: The parts of a national code may be set off by a point or a hyphen: ``BV79b.i``, ``BV78-a``.
_NATIONAL_TAIL = _TAIL.replace(r"\s*", r"[\s.-]?\s*")
_LONE_ROMAN = re.compile(rf"(?:\((?P<in>{_ROMAN})\)|(?P<bare>{_ROMAN}))", re.IGNORECASE)
_LETTER_ROMAN = re.compile(
    rf"(?:\((?P<in>[a-z])\)|(?P<bare>[a-z]))(?:\(?(?P<roman>{_ROMAN})\)?)?", re.IGNORECASE
)
_NATIONAL = re.compile(
    r"(?P<set>B\.?V\.?(?: ?P\.?I\.?)?|N\.?I\.?)[ _.-]?(?:No\.? ?)?"
    r"(?P<open>\()?(?P<number>\d{1,3})(?(open)\))" + _NATIONAL_TAIL,
    re.IGNORECASE,
)
_PLAN_ACTION = re.compile(
    r"(?P<team>[A-Z][A-Z&]{0,9}) ?(?P<first>\d\d)(?P<last>\d\d)(?P<mark>[_/-])"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){1,3}[a-z]?")
_LOCAL = re.compile(
    r"(?P<prefix>[A-Z][A-Z&]{0,11}(?:[_/.-][A-Z][A-Z&]{0,11}){0,3})(?P<mark>[ _/.-]?)"
    r"(?P<number>\d{1,5})(?P<more>(?:[_/.-][A-Z]{0,6}\d{1,4}){0,3})" + _TAIL,
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[_/.-]")
_BETWEEN = re.compile(r"[\s.-]+")
#: A hyphen or a point with a blank beside it stands between a code and a title, not in a code.
_SET_OFF = re.compile(r"\d[a-z]?\)?(?:\s+[.-]\s*|[.-]\s+)\(?[a-z]", re.IGNORECASE)
_NATIONAL_PREFIXES = frozenset({"bv", "bvpi", "ni"})
_DIGIT = re.compile(r"[0-9]")
_LOOSE_LETTER = re.compile(r"\d\s+[A-Za-z]+$")
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
#: What may stand behind a code without being part of it: a stop, the mark of a footnote.
_BEHIND = " .:;,*\u2020\u2021#"
#: The longest plan a plan action's years may span; ``FP1922`` is 2019 to 2022.
_LONGEST_PLAN = 10
#: Number of National Indicators (NI 199 was the last; the set had 198 since NI 31 was dropped).
_LAST_NATIONAL_INDICATOR = 199


class _Reading(NamedTuple):
    code: Code
    strength: Strength


def parse_code(text: str) -> Code | None:
    """Read *text* as one code and nothing else, else ``None``.

    A code broken over two lines or printed with blanks inside parses; ordinary words, periods,
    dates and figures do not. A two-part number such as ``1.1`` is a figure here, see
    :func:`parse_reference`.
    """
    reading = _read(text)
    return reading.code if reading else None


@lru_cache(maxsize=512)
def parse_reference(text: str) -> Code | None:
    """Read a plan reference in a column known to hold them, where ``1.1`` is one too."""
    compact = _AROUND_MARK.sub(r"\1", " ".join(text.split()).translate(_DASHES)).rstrip(".")
    if not _REFERENCE.fullmatch(compact):
        return None
    return _new_code(
        family="plan_reference", label=compact, key=compact.casefold(), as_printed=_line(text)
    )


def find_code(text: str) -> tuple[Code, str] | None:
    """Find the code inside a title, return it and the title without it.

    A bracketed code wins over a leading one: ``Council Tax collected (BV9) (Revenues)``,
    ``BV9 Council Tax collected %``. Without brackets only shapes that cannot be ordinary words
    count. Of several bracketed codes the first of the surest kind is taken.
    """
    line = _line(text)
    found = code_span(line)
    if found is None:
        return None
    code, start, end = found
    return code, tidy(line[:start] + " " + line[end:])


def code_span(line: str) -> tuple[Code, int, int] | None:
    """Like :func:`find_code`, with the span of the code and its brackets in a folded line."""
    if not _DIGIT.search(line):
        return None
    return _bracketed(line) or _leading(line) or _trailing(line)


def code_key(text: str) -> str:
    """Return the folded key for any spelling a person may type (``bv 9`` gives ``bv9``)."""
    reading = _read(text) or _local(_normal(text), _line(text), strict=False)
    if reading:
        return reading.code.key
    return re.sub(r"\s+", "", text).casefold()


def loose_code(text: str) -> Code:
    """Read what is known to be a code, in whatever spelling: ``REG 22``, ``CE LPI003``."""
    if reading := _local(_normal(text), _line(text), strict=False):
        return reading.code
    line = _line(text)
    return _new_code(family="local", label=line, key=code_key(line), as_printed=line)


def _line(text: str) -> str:
    return " ".join(text.split())


def _normal(text: str) -> str:
    line = _AROUND_MARK.sub(r"\1", _line(text).translate(_DASHES))
    line = line.replace("[", "(").replace("]", ")").rstrip(_BEHIND)
    whole = brackets_in(line)
    return whole[0][2] if len(whole) == 1 and whole[0][:2] == (0, len(line)) else line


@lru_cache(maxsize=1024)  # a row's code is looked at several times on its way
def _read(text: str) -> _Reading | None:
    if not _DIGIT.search(text):
        return None
    line, normal = _line(text), _normal(text)
    if not normal.isascii() or len(normal) > 60:
        return None
    for grammar in (_national, _plan_action):
        if (code := grammar(normal, line)) is not None:
            return _Reading(code, "sure")
    if normal.count(".") >= 2 and (reference := parse_reference(line)) is not None:
        return _Reading(reference, "sure")
    return _local(normal, line)


def _suffix(tail: str) -> str | None:
    """The canonical suffix of a code: a letter, then a roman number in brackets."""
    tail = _BETWEEN.sub("", tail).lower()
    if not tail:
        return ""
    if lone := _LONE_ROMAN.fullmatch(tail):
        return f"({lone['in'] or lone['bare']})"
    if match := _LETTER_ROMAN.fullmatch(tail):
        letter = match["in"] or match["bare"]
        return f"{letter}({match['roman']})" if match["roman"] else letter
    return None


def _national(normal: str, line: str) -> Code | None:
    match = _NATIONAL.fullmatch(normal)
    if not match or (number := int(match["number"])) == 0:
        return None
    if _SET_OFF.search(line.translate(_DASHES)):
        return None
    suffix = _suffix(match["tail"])
    if suffix is None:
        return None
    national = match["set"][0] in "Nn"
    if national and number > _LAST_NATIONAL_INDICATOR:
        return None
    label = f"{'NI' if national else 'BV'}{number}{suffix}"
    family: Literal["national", "best_value"] = "national" if national else "best_value"
    return _new_code(family=family, label=label, key=label.casefold(), as_printed=line)


def _plan_action(normal: str, line: str) -> Code | None:
    match = _PLAN_ACTION.fullmatch(normal)
    if not match or not 0 < (int(match["last"]) - int(match["first"])) % 100 <= _LONGEST_PLAN:
        return None
    if match["mark"] != "_" and _is_dated(match):
        return None
    label = f"{match['team']}{match['first']}{match['last']}_{match['number']}"
    return _new_code(family="plan_action", label=label, key=label.casefold(), as_printed=line)


def _is_dated(match: re.Match[str]) -> bool:
    """Whether what could be a plan is a word and a year: ``ICT 2021/22``, ``Budget 2022-23``."""
    years = match["first"] + match["last"]
    if not is_year(years):
        return False
    following = f"{(int(match['last']) + 1) % 100:02d}"
    return match["number"] == following or match[0][match.start("first") - 1] == " "


def _local(normal: str, line: str, *, strict: bool = True) -> _Reading | None:
    match = _LOCAL.fullmatch(normal)
    if not match or (suffix := _suffix(match["tail"])) is None:
        return None
    strength = _strength(match)
    if strict and (strength is None or _is_ordinary(match)):
        return None
    core = match["number"] + match["more"]
    printed_tail = re.sub(r"\s+", "", match["tail"])
    label = f"{match['prefix']}{match['mark']}{core}{printed_tail}"
    key = f"{match['prefix']}{core}{suffix}".casefold()
    code = _new_code(family="local", label=label, key=key, as_printed=line)
    return _Reading(code, strength or "loose")


def _is_ordinary(match: re.Match[str]) -> bool:
    prefix = match["prefix"].casefold()
    first = re.split(r"[_/.-]", prefix)[0]
    if first in ORDINARY_WORDS or re.sub(r"[ _/-]", "", match[0]).casefold() in NO_CODES:
        return True
    if prefix in _NATIONAL_PREFIXES and match["more"]:
        return True  # ``NI 1-5`` is a range, ``NI 2008/09`` a year
    if match["mark"] == "_" or match["tail"].strip():
        return False
    return is_year(match["number"] + match["more"])


def _strength(match: re.Match[str]) -> Strength | None:
    """How sure the shape is: ``None`` where it is that of an ordinary word and a number."""
    prefix, mark = match["prefix"], match["mark"]
    padded = match["number"].startswith("0") and len(match["number"]) > 1
    segments = re.split(r"[_/.-]", prefix)
    acronym = all(segment.isupper() and len(segment) <= 6 for segment in segments)
    if mark == "_" or "_" in match["more"] or _CAMEL.search(prefix):
        return "sure"
    if padded and acronym and len(prefix) > 1:
        return "sure"
    if acronym and set(_SEPARATORS.findall(prefix)) == {mark}:
        return "sure"  # ``PI/HR/12``: no words are joined so
    if prefix.casefold() in INDICATOR_PREFIXES:
        return "sure"
    if acronym:
        return "acronym"
    if padded or (mark == "" and len(segments) == 1):
        return "loose"
    return None


def _bracketed(line: str) -> tuple[Code, int, int] | None:
    found: list[tuple[int, int, int, Code]] = []
    for start, end, inside in brackets_in(line):
        reading = _read(inside)
        if reading is None or re.match(r"[A-Za-z]\d", inside):
            continue
        rank = ("sure", "acronym", "loose").index(reading.strength)
        found.append((rank, start, end, reading.code))
    if not found:
        return None
    _, start, end, code = min(found, key=lambda item: item[:2])
    return code, start, end


def _leading(line: str) -> tuple[Code, int, int] | None:
    words = list(re.finditer(r"\S+", line))[:4]
    for count in range(min(3, len(words)), 0, -1):
        end = words[count - 1].end()
        head = line[:end]
        bare = head.rstrip(":;,-\u2013\u2014")
        delimited = bare != head or (
            count < len(words) and words[count][0] in {"-", ":", "\u2013", "\u2014"}
        )
        if not bare or _LOOSE_LETTER.search(bare):
            continue
        reading = _read(bare)
        if reading is None or (len(words) == count and reading.strength != "sure"):
            continue
        if reading.strength == "sure" or (delimited and reading.strength == "acronym"):
            return reading.code, 0, end
    return None


def _trailing(line: str) -> tuple[Code, int, int] | None:
    match = re.search(r"\s[-:\u2013\u2014]\s*((?:\S+\s)?\S+)$", line)
    if match is None:
        return None
    reading = _read(match[1])
    if reading is None or reading.strength != "sure":
        return None
    return reading.code, match.start(), match.end()
