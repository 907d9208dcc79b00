"""Print each paper of a list with Qt's rich text: run by the system's own Python, which has
Debian's python3-pyqt5.

Qt lays out the tables; this program says what stands in them, and divides a table where Qt would
end a page within a row.
"""

import json
import sys
from base64 import b64decode

from PyQt5.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PyQt5.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

_ALIGN = {"left": Qt.AlignLeft, "center": Qt.AlignHCenter, "right": Qt.AlignRight}
_SIGNS = "▲▼●"
_SCALE = 96 / 72  # Qt takes lengths for pixels of a screen, and prints them smaller


def _written(style, size, *, bold, ink="000000", signs=False):
    font = QFont("DejaVu Sans" if signs else style["font"])
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setStyleStrategy(QFont.PreferNoShaping)  # letters joined reach the page without text
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QColor(f"#{ink}"))
    return made


def _spaced(*, after=0.0, align="left"):
    made = QTextBlockFormat()
    made.setAlignment(_ALIGN[align])
    made.setTopMargin(after * _SCALE)
    made.setBottomMargin(after * _SCALE)
    return made


def _document(style, blocks, page, writer):
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = QFont(style["font"])
    font.setPointSizeF(style["size"])
    document.setDefaultFont(font)
    edge = max(style["margin"], 42)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(page[0] - 2 * style["margin"], page[1] - 2 * edge))
    for name, image in style["pictures"].items():
        made = QImage.fromData(b64decode(image["png"]))
        document.addResource(QTextDocument.ImageResource, QUrl(name), made)
    cursor, begun, tables = QTextCursor(document), False, []
    cursor.beginEditBlock()
    for block in blocks:
        if "text" in block:
            for line in block["text"].split("\n"):
                size = block["size"]
                made = _written(style, size, bold=block["bold"])
                shape = _spaced(after=size * 0.3)
                if block.get("new"):
                    shape.setPageBreakPolicy(QTextFrameFormat.PageBreak_AlwaysBefore)
                if begun:
                    cursor.insertBlock(shape, made)
                cursor.setBlockFormat(shape)
                cursor.insertText(line, made)
                begun = True
        else:
            tables.append((block, _table(style, cursor, block)))
            cursor.movePosition(QTextCursor.End)
            cursor.setBlockCharFormat(_written(style, 5, bold=False))
            begun = True
    cursor.endEditBlock()
    return document, tables


def _table(style, cursor, told):
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setCellPadding(0)
    if told.get("new"):
        shape.setPageBreakPolicy(QTextFrameFormat.PageBreak_AlwaysBefore)
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.FixedLength, wide * _SCALE) for wide in told["widths"]]
    )
    shape.setBorderCollapse(True)
    table = cursor.insertTable(len(told["rows"]), len(told["widths"]), shape)
    taken = set()
    for number, row in enumerate(told["rows"]):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            across, down = cell["columns"], cell["rows"]
            if across > 1 or down > 1:
                table.mergeCells(number, column, down, across)
            taken |= {(number + one, column + two) for one in range(down) for two in range(across)}
            _cell(style, table.cellAt(number, column), cell)
            column += across
    return table


def _divided(style, blocks, page, writer):
    """Documents of these blocks, a table divided where a page would end within one of its rows."""
    while True:
        document, tables = _document(style, blocks, page, writer)
        parts = next((made for each in tables if (made := _parted(document, style, *each))), None)
        if parts is None:
            break
        told, first, rest = parts
        at = next(place for place, each in enumerate(blocks) if each is told)
        before = blocks[at - 1] if at else {}
        if first is None and before.get("bold") and not before.get("new"):
            at, rest = at - 1, {**before, "new": True}  # a heading goes with its table
        blocks = [*blocks[:at], *([first] if first else []), rest, *blocks[at + 1 :]]
    begun = [[]]
    for block in blocks:
        begun += [[]] if block.get("new") else []
        begun[-1].append({**block, "new": False})
    return [_document(style, each, page, writer)[0] for each in begun if each]


def _parted(document, style, told, table):
    """A table, what of it stays and what begins a page; None where no page ends within it."""
    groups, page = _groups(told), 0
    for number, group in enumerate(groups):
        top, low = _reach(document, table, group)
        if number == 0:
            page = top
        if top == low == page or (number == 0 and told.get("new")):
            continue
        if number == 0:
            return told, None, {**told, "new": True}
        heads = told["rows"][: told["heads"]] if style["repeat"] else []
        rows = [*heads, *told["rows"][group[0] :]]
        rest = {**told, "rows": rows, "heads": len(heads), "new": True}
        return told, {**told, "rows": told["rows"][: group[0]]}, rest
    return None


def _groups(told):
    """The rows that stay on one page: headings with the first row, and those that cells join."""
    groups, until = [], 0
    for number, row in enumerate(told["rows"]):
        if groups and (number < until or 0 < number <= told["heads"]):
            groups[-1].append(number)
        else:
            groups.append([number])
        until = max([until, *(number + cell["rows"] for cell in row)])
    return groups


def _reach(document, table, rows):
    """The first and the last page that these rows of a table stand on."""
    layout, high = document.documentLayout(), document.pageSize().height()
    tops, lows = [], []
    for row in rows:
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            pads = cell.format().toTableCellFormat()
            first = layout.blockBoundingRect(cell.firstCursorPosition().block())
            last = layout.blockBoundingRect(cell.lastCursorPosition().block())
            tops.append(first.top())
            lows.append(last.bottom() + pads.bottomPadding() / _SCALE + 1)
    return int(min(tops) // high), int(max(lows) // high)


def _cell(style, place, cell):
    made = place.format().toTableCellFormat()
    made.setTopPadding(style["padding"] * _SCALE)
    made.setBottomPadding(style["padding"] * _SCALE)
    made.setLeftPadding(style["side"] * _SCALE)
    made.setRightPadding(style["side"] * _SCALE)
    middle = cell["upright"] == "middle"
    made.setVerticalAlignment(QTextCharFormat.AlignMiddle if middle else QTextCharFormat.AlignTop)
    if cell["fill"]:
        made.setBackground(QBrush(QColor(f"#{cell['fill']}")))
    ends = {"T": "Top", "B": "Bottom", "L": "Left", "R": "Right"}
    for edge in cell["edges"]:
        getattr(made, f"set{ends[edge]}Border")(style["rule"] * _SCALE)
        getattr(made, f"set{ends[edge]}BorderStyle")(QTextFrameFormat.BorderStyle_Solid)
        getattr(made, f"set{ends[edge]}BorderBrush")(QBrush(QColor(f"#{style['ink']}")))
    place.setFormat(made)
    cursor = place.firstCursorPosition()
    size = style["size"]
    said = _written(
        style, size, bold=cell["bold"], ink=cell["ink"], signs=cell["text"] in list(_SIGNS)
    )
    cursor.setBlockFormat(_spaced(align=cell["align"]))
    lines = cell["text"].split("\n") if cell["text"] else []
    for at, line in enumerate(lines):
        if at:
            cursor.insertBlock(_spaced(align=cell["align"]), said)
        cursor.insertText(line, said)
    if cell["picture"]:
        if lines:
            cursor.insertBlock(_spaced(align=cell["align"]), said)
        image = QTextImageFormat()
        image.setName(cell["picture"])
        image.setWidth(style["pictures"][cell["picture"]]["wide"] * _SCALE)
        image.setHeight(style["pictures"][cell["picture"]]["high"] * _SCALE)
        cursor.insertImage(image)


def _parts(style):
    """The blocks before and after the paper's turn, each with the size of its pages."""
    blocks = style["blocks"]
    at = next((place for place, each in enumerate(blocks) if "break" in each), None)
    if at is None:
        return [(blocks, style["first"])]
    return [(blocks[:at], style["first"]), (blocks[at + 1 :], blocks[at]["page"])]


def _sized(page):
    return QPageLayout(
        QPageSize(QSizeF(*page), QPageSize.Point, "", QPageSize.ExactMatch),
        QPageLayout.Portrait,
        QMarginsF(0, 0, 0, 0),
    )


def _print(task):
    with open(task["description"], encoding="utf-8") as file:  # noqa: PTH123
        style = json.load(file)
    writer = QPdfWriter(task["pdf"])
    writer.setResolution(72)
    writer.setPageLayout(_sized(style["first"]))
    made = [
        (document, page)
        for blocks, page in _parts(style)
        for document in _divided(style, blocks, page, writer)
    ]
    count = sum(document.pageCount() for document, _ in made)
    painter = QPainter(writer)
    number = 0
    for document, page in made:
        for own in range(document.pageCount()):
            if number:
                writer.setPageLayout(_sized(page))
                writer.newPage()
            number += 1
            _furnish(painter, style, page, number, count)
            high = document.pageSize().height()
            painter.save()
            painter.translate(QPointF(style["margin"], max(style["margin"], 42) - own * high))
            document.drawContents(painter, QRectF(0, own * high, document.pageSize().width(), high))
            painter.restore()
    painter.end()


def _furnish(painter, style, page, number, count):
    font = QFont(style["font"])
    font.setPointSizeF(8)
    font.setStyleStrategy(QFont.PreferNoShaping)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    low, left = page[1] - 22, style["margin"]
    painter.drawText(QPointF(left, 26), style["header"] or "")
    painter.drawText(QPointF(left, low), style["footer"] or "")
    told = (style["pages"] or "").format(page=number, of=count)
    far = painter.fontMetrics().horizontalAdvance(told)
    painter.drawText(QPointF(page[0] - left - far, low), told)


if __name__ == "__main__":
    application = QGuiApplication(["qt_pages", "-platform", "offscreen"])
    with open(sys.argv[1], encoding="utf-8") as tasks:  # noqa: PTH123
        for each in json.load(tasks):
            _print(each)
