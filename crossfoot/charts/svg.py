"""SVG written by hand: elements, escaped text, and how wide a text will be.

Text of papers gets into a drawing through :func:`text` and :func:`tag` alone, which escape it;
``Markup`` keeps a type checker from mixing the two up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NewType
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from crossfoot.output import printable

Markup = NewType("Markup", str)
Attributes = Mapping[str, str | float | int | None]

FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"
_NAME = re.compile(r"[A-Za-z][A-Za-z-]*")
_SCHEMES = frozenset({"http", "https"})
_ELLIPSIS = "…"
# In a page of HTML any other element has to be closed, also where it is empty.
_EMPTY = frozenset({"circle", "line", "meta", "path", "polygon", "polyline", "rect"})

# Advance widths of Arial and its metric twins, in thousandths of the size; the rest are _USUAL.
_USUAL = 0.556
_WIDTHS = {
    char: width / 1000
    for width, chars in {
        191: "'",
        222: "ijl",
        278: " !,./:;I[]\\ft·|",
        333: "()-r`’‘",
        500: "Jcksvxyz",
        584: "+<=>~−",
        611: "FTZ",
        667: "ABEKPSVXY&",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1000: "@—…",
    }.items()
    for char in chars
}
_BOLD = 1.08
# Wide scripts (Chinese, Japanese, Korean) begin here; taken for square.
_SQUARE = 0x2E80


def text(value: str) -> Markup:
    """Return *value* as text of an element: on one line, control characters shown, escaped."""
    return Markup(escape(printable(value)))


def lines_of_text(lines: list[str]) -> Markup:
    """Return several lines as the text of a ``title``, which shows them one below the other."""
    return Markup("\n".join(text(line) for line in lines))


def tag(name: str, attributes: Attributes, *children: Markup) -> Markup:
    """Return an element; an attribute that is None is left out, numbers have two decimals."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of an element")
    given = "".join(
        f' {key}="{_attribute(value)}"' for key, value in attributes.items() if value is not None
    )
    inner = "".join(children)
    closed = not inner and name in _EMPTY
    return Markup(f"<{name}{given}/>" if closed else f"<{name}{given}>{inner}</{name}>")


def join(*parts: Markup) -> Markup:
    """Return the parts one after the other."""
    return Markup("".join(parts))


def number(value: float) -> str:
    """Return a length with at most two decimals: ``3``, ``3.5``, ``-0.25``."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def place_of(source_url: str | None, file_name: str, page: int) -> str:
    """Return the address of a page of a paper: where it was published, else the file's name.

    An address that is not http or https is not followed: a manifest could hold a script.
    """
    url = urlsplit(source_url) if source_url and _is_web(source_url) else None
    base = url._replace(fragment="").geturl() if url else quote(file_name, safe="")
    return f"{base}#page={page}"


def _is_web(url: str) -> bool:
    try:
        found = urlsplit(url)
    except ValueError:
        return False
    return found.scheme.lower() in _SCHEMES and bool(found.netloc)


def _attribute(value: str | float) -> str:
    shown = value if isinstance(value, str) else number(value)
    return escape(printable(shown), {'"': "&quot;", "'": "&#39;"})


def width_of(value: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line of text is drawn, in the units of *size*."""
    em = sum(
        _WIDTHS.get(char, 1.0 if ord(char) >= _SQUARE else 0.667 if char.isupper() else _USUAL)
        for char in printable(value)
    )
    return em * size * (_BOLD if bold else 1.0)


def wrapped(value: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return *value* in lines no wider than *width*; a word too long for a line is cut up."""
    lines: list[str] = []
    current = ""
    for word in _words(printable(value).split(), width, size, bold):
        tried = f"{current} {word}" if current else word
        if current and width_of(tried, size, bold=bold) > width:
            lines.append(current)
            current = word
        else:
            current = tried
    return [*lines, current] if current else lines


def shortened(value: str, width: float, size: float, *, most: int, bold: bool = False) -> list[str]:
    """Return at most *most* lines of *value*; an ellipsis says that something is left out."""
    lines = wrapped(value, width, size, bold=bold)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + _ELLIPSIS, size, bold=bold) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + _ELLIPSIS]


def _words(words: list[str], width: float, size: float, bold: bool) -> list[str]:
    found = []
    for word in words:
        rest = word
        while width_of(rest, size, bold=bold) > width and len(rest) > 1:
            end = len(rest) - 1
            while end > 1 and width_of(rest[:end], size, bold=bold) > width:
                end -= 1
            found.append(rest[:end])
            rest = rest[end:]
        found.append(rest)
    return found
