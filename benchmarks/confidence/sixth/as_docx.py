"""A paper of the sixth set as a word processor's document (Office Open XML), from its cells."""

from __future__ import annotations

import json
from base64 import b64decode
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", _OFFICE),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    )
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/header.xml" ContentType="{_MAIN}.header+xml"/>'
    f'<Override PartName="/word/footer.xml" ContentType="{_MAIN}.footer+xml"/></Types>'
)
_TURNS = {"left": "left", "center": "center", "right": "right"}
_SIDES = (("T", "top"), ("L", "left"), ("B", "bottom"), ("R", "right"))
_EMU = 12700  # of a drawing's lengths in a point


def docx(description: str) -> bytes:
    """Return the document of a paper described as cells."""
    style = json.loads(description)
    names = {name: f"p{number}" for number, name in enumerate(style["pictures"])}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("_rels/.rels", _relations({"main": ("officeDocument", "word/document.xml")}))
        parts = {"header": ("header", "header.xml"), "footer": ("footer", "footer.xml")}
        parts |= {own: ("image", f"media/{name}.png") for name, own in names.items()}
        file.writestr("word/_rels/document.xml.rels", _relations(parts))
        for name, image in style["pictures"].items():
            file.writestr(f"word/media/{name}.png", b64decode(image["png"]))
        file.writestr("word/header.xml", _runner("hdr", _shown(style, style["header"] or "")))
        file.writestr("word/footer.xml", _runner("ftr", _foot(style)))
        file.writestr("word/document.xml", _document(style, names))
    return made.getvalue()


def _relations(parts: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{own}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for own, (kind, target) in parts.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _runner(kind: str, runs: str) -> str:
    return f"{_HEAD}<w:{kind} {_SPACES}><w:p>{runs}</w:p></w:{kind}>"


def _foot(style: dict[str, Any]) -> str:
    wide = style["page"][0] - 2 * style["margin"]
    tab = f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{_twips(wide)}"/></w:tabs></w:pPr>'
    runs = tab + _shown(style, style["footer"] or "") + "<w:r><w:tab/></w:r>"
    text = style["pages"] or ""
    for mark, code in (("{page}", "PAGE"), ("{of}", "NUMPAGES")):
        before, found, text = text.partition(mark)
        runs += _shown(style, before)
        if found:
            runs += f'<w:fldSimple w:instr="{code}">{_shown(style, "1")}</w:fldSimple>'
        else:
            text = ""
    return runs


def _shown(style: dict[str, Any], text: str) -> str:
    return _run(text, style["font"], 8, bold=False, ink="000000") if text else ""


def _document(style: dict[str, Any], names: dict[str, str]) -> str:
    body, page = [], style["first"]
    for block in style["blocks"]:
        if "break" in block:
            body.append(f"<w:p><w:pPr>{_section(page, style)}</w:pPr></w:p>")
            page = block["page"]
        elif "text" in block:
            run = _run(
                block["text"], style["font"], block["size"], bold=block["bold"], ink="000000"
            )
            kept = "<w:keepNext/>" if block["bold"] else ""
            spaced = f'<w:pPr>{kept}<w:spacing w:before="60" w:after="80"/></w:pPr>'
            body.append(f"<w:p>{spaced}{run}</w:p>")
        else:
            body += [_table(block, style, names), _small()]
    whole = "".join([*body, _section(page, style)])
    return f"{_HEAD}<w:document {_SPACES}><w:body>{whole}</w:body></w:document>"


def _section(page: list[float], style: dict[str, Any]) -> str:
    """The size of the pages up to here, with what stands over and under them."""
    wide, high = (_twips(each) for each in page)
    margin = _twips(style["margin"])
    turned = ' w:orient="landscape"' if wide > high else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar w:top="{margin}" w:right="{margin}" '
        f'w:bottom="{margin}" w:left="{margin}" w:header="380" w:footer="380" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _small() -> str:
    """The paragraph that must part two tables."""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="60"/><w:rPr><w:sz w:val="8"/></w:rPr>'
        "</w:pPr></w:p>"
    )


def _table(table: dict[str, Any], style: dict[str, Any], names: dict[str, str]) -> str:
    widths = [_twips(each) for each in table["widths"]]
    side, padding = _twips(style["side"]), _twips(style["padding"])
    made = [
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="{padding}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{padding}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr><w:tblGrid>",
        *(f'<w:gridCol w:w="{wide}"/>' for wide in widths),
        "</w:tblGrid>",
    ]
    taken: dict[tuple[int, int], dict[str, Any]] = {}
    for number, row in enumerate(table["rows"]):
        kept = "" if style["split"] else "<w:cantSplit/>"
        head = "<w:tblHeader/>" if style["repeat"] and number < table["heads"] else ""
        made.append(f"<w:tr><w:trPr>{kept}{head}</w:trPr>")
        coming, column = iter(row), 0
        while column < len(widths):
            above = taken.get((number, column))
            cell = above or next(coming)
            if above is None:
                for down in range(cell["rows"]):
                    taken[number + down, column] = cell
            wide = sum(widths[column : column + cell["columns"]])
            made.append(_cell(cell, wide, style, names, below=above is not None))
            column += cell["columns"]
        made.append("</w:tr>")
    return "".join([*made, "</w:tbl>"])


def _cell(
    cell: dict[str, Any], wide: int, style: dict[str, Any], names: dict[str, str], *, below: bool
) -> str:
    eighths = max(2, round(style["rule"] * 8))
    drawn = "".join(
        f'<w:{name} w:val="single" w:sz="{eighths}" w:space="0" w:color="{style["ink"]}"/>'
        for edge, name in _SIDES
        if edge in cell["edges"]
    )
    span = f'<w:gridSpan w:val="{cell["columns"]}"/>' if cell["columns"] > 1 else ""
    merge = "" if cell["rows"] == 1 else "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>'
    fill = ""
    if cell["fill"]:
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell["fill"]}"/>'
    upright = '<w:vAlign w:val="center"/>' if cell["upright"] == "middle" else ""
    runs = ""
    if not below:
        runs = _run(cell["text"], style["font"], style["size"], bold=cell["bold"], ink=cell["ink"])
        if cell["picture"]:
            runs += "<w:r><w:br/></w:r>" if cell["text"] else ""
            runs += _drawing(cell["picture"], style, names[cell["picture"]])
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{merge}'
        f"<w:tcBorders>{drawn}</w:tcBorders>{fill}{upright}</w:tcPr>"
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="{_TURNS[cell["align"]]}"/>'
        f'<w:rPr><w:sz w:val="{round(2 * style["size"])}"/></w:rPr></w:pPr>{runs}</w:p></w:tc>'
    )


def _run(text: str, font: str, size: float, *, bold: bool, ink: str) -> str:
    weight = "<w:b/>" if bold else ""
    face = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    look = f'<w:rPr>{face}{weight}<w:color w:val="{ink}"/><w:sz w:val="{round(2 * size)}"/></w:rPr>'
    shown = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n")
    )
    return f"<w:r>{look}{shown}</w:r>"


def _drawing(name: str, style: dict[str, Any], own: str) -> str:
    image = style["pictures"][name]
    wide, high = round(image["wide"] * _EMU), round(image["high"] * _EMU)
    number = int(own[1:]) + 1
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{own}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _twips(points: float) -> int:
    return round(points * 20)
