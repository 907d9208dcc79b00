"""The grammar of printed figures, and the units that titles name.

What is not exactly one figure is ``other``, never a guess: ranges, comparisons, fractions, two
values in one cell, malformed thousands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.model import unchecked
from crossfoot.schema.symbol import SIGN_BESIDE_FIGURE

_new_figure = unchecked(PrintedFigure)
_DASH = re.compile(r"[-\u2010-\u2015\u2212]{1,3}")
_NOT_AVAILABLE = re.compile(
    r"n\s?/\s?a|n\.\s?a\.?|na|n\s?/\s?k|not (?:yet )?(?:available|applicable|known|recorded)"
    r"|data (?:is )?(?:not|un) ?(?:yet )?available|unavailable|no data(?: available)?",
    re.IGNORECASE,
)
_SUPERSCRIPTS = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9,
}  # fmt: skip
#: Words that may follow a number as its unit. Longer texts are prose and no figure.
_UNITS = (
    r"(?:working|calendar)\s(?:days?|hours?)|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?"
    r"|seconds?|secs?|kg|kgs|tonnes?|kwh|mwh|km|miles?|litres?|hectares?|ha|fte|ftes|tco2e?|pence"
)
_MARKS = r"[*\u2020\u2021\u00a7#^~]+"
#: Letters in brackets that mark a figure as provisional, revised, estimated, or a note.
_NOTE_LETTERS = (
    r"\((?:[a-eprA-EPR]|est(?:imated?)?\.?|prov(?:isional)?\.?|rev(?:ised)?\.?|draft|unaudited)\)"
)
#: Before a figure ``~`` says "about": no exact figure.
_LEADS = r"[*\u2020\u2021\u00a7#^]+"
_BESIDE = SIGN_BESIDE_FIGURE.pattern
_SIGNS_AROUND = re.compile(rf"^(?:{_BESIDE}|\s)+|(?:{_BESIDE}|\s)+$")
_NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)?(?:\.[0-9]+)?"
_FIGURE = re.compile(
    rf"""(?P<lead>{_LEADS}\s?)?
    (?P<open>\((?=.*[\u00a3.]))?
    (?P<sign>[-+\u2212\u2013](?=[\u00a3.0-9])|\u2212\s(?=\u00a3))? (?P<pound>\u00a3\s?)?
    (?P<late_sign>(?<=\u00a3)[-\u2212])?
    (?P<number>(?=\.?[0-9]){_NUMBER})
    (?P<scale>\s?(?:k|mn|m|bn|thousand|million|billion)(?![a-z]))?
    (?P<percent>\s?%|\s?per\s?cent(?![a-z]))?
    (?P<close>\))?
    (?:\s(?P<unit>{_UNITS}))?
    (?:\s?\((?P<count>[0-9]{{1,6}}|[-\u2013\u2014])\))?
    (?:\s?(?P<note>{_MARKS}|{_NOTE_LETTERS}))?
    (?P<super>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)?""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=2048)  # a cell is looked at several times on its way to a figure
def parse_figure(text: str, raised: str = "") -> PrintedFigure:
    """Read a value cell.

    ``text`` is the text on the line, without what is printed as superscript; ``raised`` is the
    superscript (``Cell.plain`` and ``Cell.raised_text``). The superscript becomes the footnote
    and stands in ``as_printed`` after the text, never in the number.
    """
    line, mark = " ".join(text.split()), " ".join(raised.split())
    printed = (line + mark) or None
    if not line and not mark:
        return _new_figure(as_printed=None, state="blank")
    if _DASH.fullmatch(line):
        return _new_figure(as_printed=printed, state="dash", footnote=mark or None)
    absent = line[:1].isalpha() and (
        _NOT_AVAILABLE.fullmatch(line.rstrip(".")) or _NOT_AVAILABLE.fullmatch(line)
    )
    if absent:
        return _new_figure(as_printed=printed, state="not_available", footnote=mark or None)
    match = _FIGURE.fullmatch(line if line.isascii() else _without_signs(line))
    value = _value(match) if match else None
    if match is None or value is None:
        return _new_figure(as_printed=printed, state="other", footnote=mark or None)
    number = match["number"]
    count = match["count"]
    return _new_figure(
        as_printed=printed,
        state="value",
        value=value,
        decimals=len(number.partition(".")[2]),
        unit=_unit(match),
        bracketed=None if count is None else int(count) if count.isdigit() else 0,
        footnote=_footnote(match, mark),
    )


def _without_signs(line: str) -> str:
    """The text between arrows, ticks and circles: what a value says of itself beside its figure."""
    return _SIGNS_AROUND.sub("", line).strip()


def _value(match: re.Match[str]) -> Decimal | None:
    """The exact value, ``None`` where the pieces do not make one figure."""
    pound, percent, count = match["pound"], match["percent"], match["count"]
    scale = (match["scale"] or "").strip().lower()
    negative = bool(match["open"])
    if negative != bool(match["close"]) or (match["sign"] and (negative or match["late_sign"])):
        return None
    if (pound and (percent or match["unit"])) or (percent and (scale or match["unit"])):
        return None
    if negative and percent:
        return None  # (97.2%) may be provisional, or last year's: accounts bracket no shares
    if scale == "m" and not pound:
        return None  # 5m may be metres, minutes or months
    if count is not None and (pound or percent or scale or "." in match["number"] or negative):
        return None  # a count of a count; 97.0% (96.5%) is two figures
    value = Decimal(match["number"].replace(",", "")).scaleb(_SCALES.get(scale, 0))
    if scale:
        value = Decimal(f"{value:f}")
    minus = negative or (match["sign"] or match["late_sign"] or "+") != "+"
    return -value if minus else value


def _unit(match: re.Match[str]) -> str | None:
    if match["percent"]:
        return "%"
    if match["pound"]:
        return "\u00a3"
    return match["unit"].lower() if match["unit"] else None


def _footnote(match: re.Match[str], raised: str) -> str | None:
    marks = [match["lead"], match["note"], (match["super"] or "").translate(_SUPERSCRIPTS), raised]
    return "".join(mark.strip() for mark in marks if mark) or None


_PERCENTAGE = re.compile(r"percentage|per\s?cent(?![a-z])|(?<![0-9])(?<![0-9]\s)%", re.IGNORECASE)
_SCALED_POUNDS = re.compile(r"\u00a3\s?(000|k|m|bn|million|thousand)(?:'?s)?(?![0-9a-z])", re.I)
_POUNDS = re.compile(r"\u00a3(?!\s?[0-9])")
_COUNTED = re.compile(
    r"(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)"
    r"[\s-]+(?:(?:working|calendar|clear)\s+)?$",
    re.IGNORECASE,
)
_DAYS = re.compile(r"(?:(?P<kind>working|calendar)\s+)?days(?![a-z])", re.IGNORECASE)
_BRACKETED_UNIT = re.compile(
    r"[(\[](?:in |no\.? of )?(weeks|months|hours|minutes|seconds|tonnes|kg)[)\]]", re.I
)


@lru_cache(maxsize=512)  # a council's papers have the titles of those before
def unit_from_title(title: str) -> str | None:
    """Return the unit a title names, else ``None``.

    A limit is no unit: ``within 20 working days`` counts requests, not days. A scaled currency
    keeps its scale (``\u00a3000``), since its figures are not pounds.
    """
    line = " ".join(title.split())
    small = line.lower()
    # Asked of every row, and most name none: the searches cost ten times as much.
    if ("%" in line or "per" in small) and _PERCENTAGE.search(line):
        return "%"
    if "\u00a3" in line and (scaled := _SCALED_POUNDS.search(line)):
        return f"\u00a3{scaled[1].lower()}"
    if "\u00a3" in line and _POUNDS.search(line):
        return "\u00a3"
    for match in _DAYS.finditer(line) if "days" in small else ():
        before = line[: match.start()]
        if not _COUNTED.search(before) and not _COUNTED.search(before + (match["kind"] or "")):
            return f"{match['kind'].lower()} days" if match["kind"] else "days"
    if ("(" in line or "[" in line) and (bracketed := _BRACKETED_UNIT.search(line)):
        return bracketed[1].lower()
    return None


_HEADING_UNIT = re.compile(
    r"\u00a3\s?['\u2019]?(?:(?P<scale>000|k|thousand|million|m|bn|billion)['\u2019]?s?)?(?![\w.,])"
    r"|(?<![0-9])(?<![0-9]\s)(?P<share>%)",
    re.IGNORECASE,
)


def unit_from_heading(levels: Sequence[str]) -> str | None:
    """Return the unit a column's headings name, the lowest first, else ``None``.

    ``%``, ``\u00a3``, or a scaled currency (``\u00a3000``, ``\u00a3m``). Headings that name two
    different units name none.
    """
    for level in reversed(levels):
        found = {
            "%" if match["share"] else f"\u00a3{(match['scale'] or '').lower()}"
            for match in _HEADING_UNIT.finditer(level)
        }
        if found:
            return found.pop() if len(found) == 1 else None
    return None
