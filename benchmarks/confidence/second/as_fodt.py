"""A kept paper as flat OpenDocument text, for the word processor that prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from benchmarks.confidence.second.blocks import (
    Block,
    Cell,
    Heading,
    Line,
    NewPage,
    Run,
    Sentence,
    Table,
    Title,
)
from benchmarks.confidence.second.look import Look
from benchmarks.confidence.second.widths import shared

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
)
_SHORT, _LONG, _MARGIN = 21.0, 29.7, 1.5  # A4 and its margins in cm
_POINTS = 72 / 2.54  # to a cm


@dataclass
class _Styles:
    """The automatic styles of a document, each written once."""

    names: dict[str, str] = field(default_factory=dict)

    def attribute(self, space: str, family: str, inner: str) -> str:
        """Return the attribute, of the name space *space*, that sets these properties."""
        key = f'style:family="{family}">{inner}'
        name = self.names.setdefault(key, f"a{len(self.names)}")
        return f'{space}:style-name="{name}"'

    def xml(self) -> str:
        return "".join(
            f'<style:style style:name="{name}" {key}</style:style>'
            for key, name in self.names.items()
        )


def fodt(blocks: Sequence[Block], look: Look, council: str, *, landscape: bool) -> str:
    """Return the flat OpenDocument text of a paper."""
    styles = _Styles()
    wide = (_LONG if landscape else _SHORT) - 2 * _MARGIN
    body = "".join(_block(block, look, styles, wide) for block in blocks)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_defaults(look)}<office:automatic-styles>{styles.xml()}{_page(landscape)}"
        f"</office:automatic-styles>{_master(look, council)}"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _defaults(look: Look) -> str:
    return (
        f"<office:font-face-decls><style:font-face style:name={quoteattr(look.font)} "
        f"svg:font-family={quoteattr(look.font)}/></office:font-face-decls>"
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
        f'style:font-name={quoteattr(look.font)} fo:font-size="{look.size}pt" '
        'fo:language="en" fo:country="GB"/></style:default-style></office:styles>'
    )


def _page(landscape: bool) -> str:
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    turn = "landscape" if landscape else "portrait"
    return (
        '<style:page-layout style:name="pm"><style:page-layout-properties '
        f'fo:page-width="{width}cm" fo:page-height="{height}cm" '
        f'style:print-orientation="{turn}" fo:margin="{_MARGIN}cm"/></style:page-layout>'
    )


def _master(look: Look, council: str) -> str:
    inner = ""
    if look.furniture:
        inner = (
            f"<style:header><text:p>{escape(council)}</text:p></style:header>"
            "<style:footer><text:p>Page <text:page-number/></text:p></style:footer>"
        )
    return (
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="pm">{inner}</style:master-page></office:master-styles>'
    )


def _block(block: Block, look: Look, styles: _Styles, wide: float) -> str:
    if isinstance(block, Title):
        return _paragraph((Run(block.text, bold=True),), styles, 'fo:margin-bottom="6pt"', 15)
    if isinstance(block, Heading):
        margins = 'fo:margin-top="8pt" fo:margin-bottom="4pt" fo:keep-with-next="always"'
        return _paragraph((Run(block.text, bold=True),), styles, margins, 12)
    if isinstance(block, Sentence):
        return _paragraph(block.line, styles, 'fo:margin-bottom="6pt"', 10)
    if isinstance(block, NewPage):
        return _paragraph((), styles, 'fo:break-before="page"', 2)
    return _table(block, look, styles, wide) + _paragraph((), styles, "", 5)


def _paragraph(line: Line, styles: _Styles, properties: str, size: float | None = None) -> str:
    letters = f'<style:text-properties fo:font-size="{size}pt"/>' if size else ""
    inner = f"<style:paragraph-properties {properties}/>{letters}"
    name = styles.attribute("text", "paragraph", inner)
    return f"<text:p {name}>{''.join(_run(run, styles) for run in line)}</text:p>"


def _run(run: Run, styles: _Styles) -> str:
    properties = []
    if run.bold:
        properties.append('fo:font-weight="bold"')
    if run.italic:
        properties.append('fo:font-style="italic"')
    if run.small:
        properties.append('fo:font-size="85%"')
    if run.raised:
        properties.append('style:text-position="super 65%"')
    if run.ink:
        properties.append(f'fo:color="{run.ink}"')
    if run.symbols:
        properties.append("fo:font-family=\"'DejaVu Sans'\"")
    text = escape(run.text)
    if not properties:
        return text
    name = styles.attribute("text", "text", f"<style:text-properties {' '.join(properties)}/>")
    return f"<text:span {name}>{text}</text:span>"


def _table(table: Table, look: Look, styles: _Styles, wide: float) -> str:
    width = min(wide, 9.0) if table.narrow else wide
    widths = shared(table, look, width * _POINTS)
    columns = "".join(
        "<table:table-column "
        + styles.attribute(
            "table",
            "table-column",
            f'<style:table-column-properties style:column-width="{w / _POINTS:.2f}cm"/>',
        )
        + "/>"
        for w in widths
    )
    outer = styles.attribute(
        "table",
        "table",
        f'<style:table-properties style:width="{width:.2f}cm" table:align="left" '
        'table:border-model="collapsing"/>',
    )
    depth, last = len(table.headings), len(table.headings) + len(table.rows) - 1
    lines = []
    open_rows: dict[int, tuple[int, int]] = {}
    even = False
    for number, row in enumerate([*table.headings, *table.rows]):
        if number >= depth:
            begins = any(cell.rows > 1 for cell in row) or all(cell.rows == 1 for cell in row)
            even = even != begins
        edge = _Edge(look, number < depth, number == 0, number == last, table.narrow)
        zebra = look.zebra if number >= depth and not even and not table.narrow else None
        lines.append(_row(row, edge, zebra, styles, open_rows))
    head = "".join(lines[:depth])
    if head and look.repeat:
        head = f"<table:table-header-rows>{head}</table:table-header-rows>"
    return f"<table:table {outer}>{columns}{head}{''.join(lines[depth:])}</table:table>"


@dataclass(frozen=True)
class _Edge:
    look: Look
    heading: bool
    first: bool
    last: bool
    narrow: bool

    def properties(self) -> str:
        rule = f"{self.look.rule}pt solid {self.look.rule_ink}"
        ruling = self.look.ruling
        if self.narrow:
            return 'fo:border="0.5pt solid #888888"'
        if ruling == "ruled":
            return f'fo:border="{rule}"'
        top = ruling == "rows" or (ruling == "heading" and self.first)
        under = ruling == "rows" or (ruling == "heading" and (self.heading or self.last))
        sides = 'fo:border-left="none" fo:border-right="none" '
        sides += f'fo:border-top="{rule if top else "none"}" '
        return sides + f'fo:border-bottom="{rule if under else "none"}"'


def _row(
    row: list[Cell],
    edge: _Edge,
    zebra: str | None,
    styles: _Styles,
    open_rows: dict[int, tuple[int, int]],
) -> str:
    """One row; *open_rows* holds, by column, the rows still covered from above and the span."""
    parts, column, queue = [], 0, list(row)
    while queue or column in open_rows:
        if column in open_rows:
            left, span = open_rows.pop(column)
            parts.append("<table:covered-table-cell/>" * span)
            if left > 1:
                open_rows[column + 1_000_000] = (left - 1, span)
            column += span
            continue
        cell = queue.pop(0)
        parts.append(_cell(cell, edge, zebra, styles))
        if cell.rows > 1:
            open_rows[column + 1_000_000] = (cell.rows - 1, cell.columns)
        column += cell.columns
    for key in [key for key in open_rows if key >= 1_000_000]:
        open_rows[key - 1_000_000] = open_rows.pop(key)
    name = styles.attribute(
        "table", "table-row", '<style:table-row-properties fo:keep-together="always"/>'
    )
    return f"<table:table-row {name}>{''.join(parts)}</table:table-row>"


def _cell(cell: Cell, edge: _Edge, zebra: str | None, styles: _Styles) -> str:
    look = edge.look
    fill = cell.fill or (look.head_fill if cell.heading else zebra)
    upright = "middle" if cell.heading else look.upright
    inner = (
        f"<style:table-cell-properties {edge.properties()} style:vertical-align="
        f'"{upright}" fo:padding-top="{look.padding}pt" fo:padding-bottom="{look.padding}pt" '
        f'fo:padding-left="{look.side}pt" fo:padding-right="{look.side}pt"'
        + (f' fo:background-color="{fill}"' if fill else "")
        + "/>"
    )
    name = styles.attribute("table", "table-cell", inner)
    spans = f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
    ink = cell.ink or (look.head_ink if cell.heading else None)
    align = {"left": "start", "center": "center", "right": "end"}[cell.align]
    lines: list[Line] = [*cell.lines]
    if cell.bar:
        lines.append((Run(cell.bar.text),))
    told = []
    for line in lines or [()]:
        dressed = tuple(_dressed(run, cell, ink, look) for run in line)
        told.append(_paragraph(dressed, styles, f'fo:text-align="{align}"'))
    covered = "<table:covered-table-cell/>" * (cell.columns - 1)
    return f"<table:table-cell {name}{spans}>{''.join(told)}</table:table-cell>{covered}"


def _dressed(run: Run, cell: Cell, ink: str | None, look: Look) -> Run:
    text = run.text.upper() if cell.heading and look.capitals else run.text
    return Run(
        text,
        bold=run.bold or cell.heading,
        italic=run.italic,
        small=run.small,
        raised=run.raised,
        ink=run.ink or ink,
        symbols=run.symbols,
    )
