"""A second producer: the same paper as a flat OpenDocument text, printed by LibreOffice Writer."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from samples.document import Cell, Drawing, PageBreak, Paragraph, Row, Table, Tables, markup
from samples.pin import pinned
from samples.render_reportlab import ICONS

_NAMES = ("office", "style", "text", "table")
_XMLNS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES
)
_XMLNS += (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_STYLES = {  # size factor, weight, margins (top, bottom, left), first line, alignment
    "title": (1.1, "bold", 10, 8, 0, 0, "left"),
    "centre": (1.1, "bold", 4, 6, 0, 0, "center"),
    "h1": (1.0, "bold", 10, 5, 0, 0, "left"),
    "h2": (1.0, "bold", 7, 4, 0, 0, "left"),
    "body": (1.0, "normal", 0, 7, 0, 0, "left"),
    "indent": (1.0, "normal", 0, 7, 28, 0, "left"),
    "bullet": (1.0, "normal", 0, 4, 40, -18, "left"),
    "right": (1.0, "normal", 0, 6, 0, 0, "right"),
    "small": (0.82, "normal", 0, 5, 0, 0, "left"),
}
_SPANS = {"b": "T-bold", "sup": "T-sup"}


def _inline(text: str) -> str:
    text = re.sub(r"<(b|sup)>", lambda m: f'<text:span text:style-name="{_SPANS[m[1]]}">', text)
    return re.sub(r"</(?:b|sup)>", "</text:span>", text).replace("<br/>", "<text:line-break/>")


def _words(text: str) -> str:
    return re.sub(r" {2,}", lambda m: f'<text:s text:c="{len(m[0])}"/>', _inline(markup(text)))


@dataclass
class _Writer:
    """Collects the body and the styles it needs."""

    drawing: Drawing
    styles: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    master: str | None = "portrait"
    tables: int = 0
    images: int = 0

    def take_master(self) -> str:
        """The attribute that begins a page, where one is due."""
        found = f' style:master-page-name="{self.master}"' if self.master else ""
        self.master = None
        return found

    def text_style(self, size: float, bold: bool, align: str) -> str:
        name = f"C{size:g}{'b' if bold else ''}{align[0]}".replace(".", "-")
        weight = "bold" if bold else "normal"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties'
            f' fo:text-align="{align}"/><style:text-properties fo:font-size="{size}pt"'
            f' fo:font-weight="{weight}"/></style:style>'
        )
        return name

    def paragraph(self, block: Paragraph) -> None:
        factor, weight, top, bottom, left, first, align = _STYLES[block.style]
        size, master = self.drawing.look.body_size * factor, self.take_master()
        name = f"P-{block.style}-{len(self.body) if master else ''}"
        keep = ' fo:keep-with-next="always"' if block.style in {"h1", "h2", "title"} else ""
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph"{master}>'
            f'<style:paragraph-properties fo:margin-top="{top}pt" fo:margin-bottom="{bottom}pt"'
            f' fo:margin-left="{left}pt" fo:text-indent="{first}pt" fo:text-align="{align}"{keep}/>'
            f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{weight}"/>'
            "</style:style>"
        )
        mark = ""
        if block.icon:
            mark = self.image(block.icon, size) + " "
        elif block.style == "bullet":
            mark = '\u2022<text:s text:c="3"/>'
        words = _words(block.text)
        self.body.append(f'<text:p text:style-name="{name}">{mark}{words}</text:p>')

    def image(self, name: str, size: float) -> str:
        self.images += 1
        data = base64.b64encode((ICONS / f"{name}.png").read_bytes()).decode("ascii")
        return (
            f'<draw:frame draw:name="i{self.images}" draw:style-name="G" '
            f'text:anchor-type="as-char" svg:width="{size}pt" svg:height="{size}pt"><draw:image>'
            f"<office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
        )

    def cell(self, cell: Cell, row: Row, table: Table) -> str:
        fill = {"heading": table.heading_fill, "section": table.section_fill, "body": None}
        colour = cell.fill or fill[row.kind] or "transparent"
        style = f"X{colour.strip('#')}"
        self.styles[style] = (
            f'<style:style style:name="{style}" style:family="table-cell">'
            f'<style:table-cell-properties fo:border="{table.rule}pt solid #000000"'
            f' fo:padding="3pt" fo:background-color="{colour}"/></style:style>'
        )
        words = self.text_style(table.size, cell.bold or row.kind != "body", cell.align)
        text = _words(cell.text)
        if cell.icon:
            gap = "<text:line-break/>" if cell.icon_place == "below" and text else " "
            text += gap + self.image(cell.icon, table.size * 1.3)
        covered = "<table:covered-table-cell/>" * (cell.span - 1)
        return (
            f'<table:table-cell table:style-name="{style}"'
            f' table:number-columns-spanned="{cell.span}"><text:p text:style-name="{words}">'
            f"{text}</text:p></table:table-cell>{covered}"
        )

    def table(self, table: Table) -> str:
        self.tables += 1
        name, master = f"Table{self.tables}", self.take_master()
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="table"{master}>'
            f'<style:table-properties style:width="{sum(table.widths)}pt" table:align="left"'
            f' fo:margin-bottom="{table.space_after}pt" table:border-model="collapsing"/>'
            "</style:style>"
        )
        columns = []
        for width in table.widths:
            column = f"W{width:g}".replace(".", "-")
            self.styles[column] = (
                f'<style:style style:name="{column}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width}pt"/></style:style>'
            )
            columns.append(f'<table:table-column table:style-name="{column}"/>')
        keep = "auto" if table.cut_rows else "always"
        self.styles[f"R{keep}"] = (
            f'<style:style style:name="R{keep}" style:family="table-row">'
            f'<style:table-row-properties fo:keep-together="{keep}"/></style:style>'
        )
        heads: list[str] = []
        body: list[str] = []
        for row in table.rows:
            cells = "".join(self.cell(cell, row, table) for cell in row.cells)
            text = f'<table:table-row table:style-name="R{keep}">{cells}</table:table-row>'
            (heads if row.kind == "heading" and table.repeat_headings else body).append(text)
        head = f"<table:table-header-rows>{''.join(heads)}</table:table-header-rows>"
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}'
            f"{head if heads else ''}{''.join(body)}</table:table>"
        )

    def side_by_side(self, block: Tables) -> None:
        widths = tuple(sum(table.widths) + block.gap for table in block.tables)
        outer = self.table(Table(widths, ()))
        cells = "".join(
            f"<table:table-cell>{self.table(table)}<text:p/></table:table-cell>"
            for table in block.tables
        )
        row = f"<table:table-row>{cells}</table:table-row>"
        self.body.append(outer.replace("</table:table>", f"{row}</table:table>"))


def _page(name: str, size: tuple[int, int], margin: float, head: str, foot: str) -> tuple[str, str]:
    width, height = size
    number = foot.replace("{page}", '<text:page-number text:select-page="current"/>')
    layout = (
        f'<style:page-layout style:name="L-{name}"><style:page-layout-properties'
        f' fo:page-width="{width}mm" fo:page-height="{height}mm"'
        f' fo:margin-left="{margin}pt" fo:margin-right="{margin}pt"'
        f' fo:margin-top="{margin / 1.5}pt" fo:margin-bottom="{margin / 1.5}pt"'
        f' style:print-orientation="{name}"/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="16pt"/>'
        "</style:footer-style></style:page-layout>"
    )
    header = f'<style:header><text:p text:style-name="Head">{_words(head)}</text:p></style:header>'
    footer = f'<style:footer><text:p text:style-name="Foot">{number}</text:p></style:footer>'
    master = (
        f'<style:master-page style:name="{name}" style:page-layout-name="L-{name}">'
        f"{header if head else ''}{footer}</style:master-page>"
    )
    return layout, master


def fodt(drawing: Drawing) -> str:
    """Return the paper as a flat OpenDocument text."""
    look, writer = drawing.look, _Writer(drawing)
    for block in drawing.blocks:
        if isinstance(block, PageBreak):
            writer.master = "landscape" if block.landscape else "portrait"
        elif isinstance(block, Paragraph):
            writer.paragraph(block)
        elif isinstance(block, Tables):
            writer.side_by_side(block)
        else:
            writer.body.append(writer.table(block))
    pages = (
        _page("portrait", (210, 297), look.margin, look.running_head, look.page_number),
        _page(
            "landscape",
            (297, 210),
            look.margin_landscape,
            look.running_head_landscape,
            look.page_number,
        ),
    )
    plain_styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties'
        f' fo:text-align="{align}"/><style:text-properties fo:font-size="9pt"/></style:style>'
        for name, align in (("Head", "right"), ("Foot", "center"))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_XMLNS} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta><dc:title>{drawing.title}</dc:title></office:meta>"
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties'
        ' style:font-name="Arial" fo:font-family="Arial" fo:language="en" fo:country="GB"/>'
        f"</style:default-style>{plain_styles}</office:styles>"
        "<office:automatic-styles>"
        '<style:style style:name="T-bold" style:family="text"><style:text-properties'
        ' fo:font-weight="bold"/></style:style><style:style style:name="T-sup"'
        ' style:family="text"><style:text-properties style:text-position="super 58%"/>'
        '</style:style><style:style style:name="G" style:family="graphic">'
        '<style:graphic-properties style:vertical-pos="middle" style:vertical-rel="text"/>'
        f"</style:style>{''.join(layout for layout, _ in pages)}{''.join(writer.styles.values())}"
        "</office:automatic-styles><office:master-styles>"
        f"{''.join(master for _, master in pages)}</office:master-styles>"
        f"<office:body><office:text>{''.join(writer.body)}</office:text></office:body>"
        "</office:document>"
    )


def render(drawing: Drawing) -> bytes:
    """Return the PDF that LibreOffice prints. Raises ``FileNotFoundError`` where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.fodt")
        source.write_text(fodt(drawing), encoding="utf-8")
        command = [program, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return pinned(source.with_suffix(".pdf").read_bytes())
