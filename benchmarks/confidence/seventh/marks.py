"""What programs that place everything are told to paint: marks on pages, in one type."""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont

SIGNS = "▲▼●"
_CORE = {
    "Liberation Sans": ("Helvetica", "Helvetica-Bold"),
    "Liberation Serif": ("Times-Roman", "Times-Bold"),
}


class Face(NamedTuple):
    """A paper's type, upright and bold: two names, and the files where it is to be embedded."""

    names: tuple[str, str]
    files: tuple[str, str] | None


class Mark(NamedTuple):
    """One thing painted: of a kind (``fill``, ``line``, ``text``, ``picture``), where, what.

    ``at`` is left, top, width and height of a ground or picture, both ends of a rule, left and
    baseline of letters; points from the page's upper left.
    """

    kind: str
    at: tuple[float, ...]
    ink: str = "000000"
    text: str = ""
    size: float = 0.0
    bold: bool = False


class Page(NamedTuple):
    """Width and height, and what is painted."""

    wide: float
    high: float
    marks: list[Mark]


def face(style: dict[str, Any], files: tuple[str, str]) -> Face:
    """The type of a paper: a standard one if the paper has it so and there is one."""
    if style["standard"] and style["font"] in _CORE:
        return Face(_CORE[style["font"]], None)
    names = (style["font"].replace(" ", ""), style["font"].replace(" ", "") + "-Bold")
    for name, file in zip(names, files, strict=True):
        if name not in getRegisteredFontNames():
            registerFont(TTFont(name, file))
    return Face(names, files)
