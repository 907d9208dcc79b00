"""A paper of the sixth set as LaTeX, from its description as cells: long tables of paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

#: The fonts of TeX that stand for a paper's, and how much smaller they are set to be as wide.
_FACES = {
    "Liberation Sans": ("phv", 1.0),
    "Carlito": ("phv", 0.95),
    "Caladea": ("ptm", 1.02),
    "DejaVu Sans": ("phv", 1.08),
}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "£": r"\pounds{}",
    "–": "--",
    "’": "'",
    "•": r"\textbullet{}",
    "\n": r"\newline ",
}
_OPENING = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{array,longtable,graphicx,fancyhdr,colortbl,xcolor}
\usepackage[paperwidth=@WIDE@pt,paperheight=@HIGH@pt,margin=@MARGIN@pt,top=@TOP@pt,bottom=@TOP@pt,
headheight=14pt,headsep=8pt,footskip=18pt]{geometry}
\renewcommand{\rmdefault}{@FACE@}\renewcommand{\familydefault}{\rmdefault}
\setlength{\parindent}{0pt}\setlength{\parskip}{5pt}\setlength{\tabcolsep}{@SIDE@pt}
\setlength{\arrayrulewidth}{@RULE@pt}\setlength{\LTleft}{0pt}\setlength{\LTright}{0pt}
\setlength{\LTpre}{4pt}\setlength{\LTpost}{8pt}
\hyphenpenalty=10000\exhyphenpenalty=10000\sloppy\raggedbottom
\newcommand{\rising}{\rule{0pt}{@ABOVE@pt}}\newcommand{\falling}{\rule[-@BELOW@pt]{0pt}{@BELOW@pt}}
\pagestyle{fancy}\fancyhf{}\renewcommand{\headrulewidth}{0pt}
\lhead{\fontsize{8}{10}\selectfont @HEADER@}\lfoot{\fontsize{8}{10}\selectfont @FOOTER@}
\rfoot{\fontsize{8}{10}\selectfont @PAGES@}
\begin{document}
"""


def latex(style: dict[str, Any], pictures: Path) -> str:
    """Return the document; its pictures lie in the folder *pictures*."""
    face, scale = _FACES[style["font"]]
    size, padding = style["size"] * scale, style["padding"]
    wide, high = style["first"]
    told = {
        "WIDE": f"{wide:.2f}",
        "HIGH": f"{high:.2f}",
        "MARGIN": f"{style['margin']:.1f}",
        "TOP": f"{max(style['margin'], 46):.1f}",
        "FACE": face,
        "SIDE": f"{style['side']:.1f}",
        "RULE": f"{style['rule']:.2f}",
        "ABOVE": f"{size * 0.85 + padding:.2f}",
        "BELOW": f"{size * 0.28 + padding:.2f}",
        "HEADER": _text(style["header"] or ""),
        "FOOTER": _text(style["footer"] or ""),
        "PAGES": (style["pages"] or "").replace("{page}", r"\thepage"),
    }
    opening = _OPENING
    for name, value in told.items():
        opening = opening.replace(f"@{name}@", value)
    made = [opening]
    for block in style["blocks"]:
        if "break" in block:
            made.append(_turned(block["page"], style))
        elif "text" in block:
            weight = r"\bfseries " if block["bold"] else ""
            big = block["size"] * scale
            text = _text(block["text"])
            made.append(rf"{{\fontsize{{{big}}}{{{big * 1.2:.2f}}}\selectfont {weight}{text}\par}}")
        else:
            made.append(_table(block, style, size, pictures))
    return "\n".join([*made, r"\end{document}", ""])


def _turned(page: list[float], style: dict[str, Any]) -> str:
    """A new page of that size, with what is kept of the room for text set by hand."""
    wide, high = page
    room = high - 2 * max(style["margin"], 46)
    made = [r"\clearpage\makeatletter"]
    made += [
        rf"\global\pdfpage{name}={size:.2f}pt\global\paper{name}={size:.2f}pt"
        for name, size in (("width", wide), ("height", high))
    ]
    for names, size in (
        (("textwidth", "columnwidth", "linewidth", "hsize"), wide - 2 * style["margin"]),
        (("textheight", "@colht", "@colroom", "vsize"), room),
    ):
        made += [rf"\global\{name}={size:.2f}pt" for name in names]
    return "".join([*made, r"\makeatother\setlength{\headwidth}{\textwidth}"])


def _table(table: dict[str, Any], style: dict[str, Any], size: float, pictures: Path) -> str:
    side = style["side"]
    shape = "".join(rf"p{{{wide - 2 * side:.2f}pt}}" for wide in table["widths"])
    lines, taken = [], {}
    for number, row in enumerate(table["rows"]):
        line, rule = _row(table, row, number, taken, style, pictures)
        lines.append((rule, line))
    heads = table["heads"] if style["repeat"] else 0
    body = [f"{rule}{line}" for rule, line in lines]
    if heads:
        body.insert(heads, r"\endhead")
    last = _rules(table, len(table["rows"]), taken)
    lead = f"{size * 1.2:.2f}"
    return "\n".join(
        [
            rf"{{\fontsize{{{size:.2f}}}{{{lead}}}\selectfont\definecolor{{rule}}{{HTML}}"
            rf"{{{style['ink'].upper()}}}\arrayrulecolor{{rule}}",
            rf"\begin{{longtable}}{{@{{}}{shape}@{{}}}}"
            if not side
            else rf"\begin{{longtable}}{{{shape}}}",
            *body,
            last,
            r"\end{longtable}}",
        ]
    )


def _row(
    table: dict[str, Any],
    row: list[dict[str, Any]],
    number: int,
    taken: dict[tuple[int, int], dict[str, Any]],
    style: dict[str, Any],
    pictures: Path,
) -> tuple[str, str]:
    """One row and the rules above it; *taken* holds what cell has each place, above included."""
    widths, column, fields = table["widths"], 0, []
    coming = iter(row)
    while column < len(widths):
        above = taken.get((number, column))
        cell = above or next(coming)
        if above is None:
            for down in range(cell["rows"]):
                for right in range(cell["columns"]):
                    taken[number + down, column + right] = cell
        wide = sum(widths[column : column + cell["columns"]]) - 2 * style["side"]
        fields.append(_cell(cell, wide, column, style, pictures, empty=above is not None))
        column += cell["columns"]
    rule = _rules(table, number, taken)
    # No page ends before the row is whole; a span's parts stay together.
    together = any(taken.get((number + 1, at)) is taken[number, at] for at in range(len(widths)))
    return " & ".join(fields) + (r" \\*" if together else r" \\"), rule


def _cell(
    cell: dict[str, Any],
    wide: float,
    column: int,
    style: dict[str, Any],
    pictures: Path,
    *,
    empty: bool,
) -> str:
    turn = {"left": r"\raggedright", "center": r"\centering", "right": r"\raggedleft"}
    bars = ["|" if edge in cell["edges"] else "" for edge in "LR"]
    left = bars[0] if column == 0 else ""
    fill = rf">{{\columncolor[HTML]{{{cell['fill'].upper()}}}}}" if cell["fill"] else ""
    text = ""
    if not empty:
        text = _text(cell["text"])
        if cell["picture"]:
            image = style["pictures"][cell["picture"]]
            size = f"width={image['wide']}pt,height={image['high']}pt"
            drawn = rf"\includegraphics[{size}]{{{pictures / cell['picture']}.png}}"
            text = rf"{text}\newline {drawn}" if text else drawn
        weight = r"\bfseries " if cell["bold"] else ""
        ink = rf"\color[HTML]{{{cell['ink'].upper()}}}" if cell["ink"] != "000000" else ""
        text = rf"{turn[cell['align']]}\arraybackslash{ink}{weight}\rising {text}\falling"
    shape = rf"{left}{fill}p{{{wide:.2f}pt}}{bars[1]}"
    return rf"\multicolumn{{{cell['columns']}}}{{{shape}}}{{{text}}}"


def _rules(table: dict[str, Any], number: int, taken: dict[tuple[int, int], Any]) -> str:
    """The rules above row *number*: where the cell above ends in one, or that below begins so."""
    wanted = []
    for column in range(len(table["widths"])):
        above, below = taken.get((number - 1, column)), taken.get((number, column))
        ends = above is not None and above is not below and "B" in above["edges"]
        begins = below is not None and above is not below and "T" in below["edges"]
        wanted.append(ends or begins)
    if all(wanted):
        return r"\hline "
    return "".join(rf"\cline{{{at + 1}-{at + 1}}}" for at, want in enumerate(wanted) if want)


def _text(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in text)
