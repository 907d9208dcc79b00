"""Files that cannot be read, or hold nothing to read, made where a test needs them."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

HEADINGS = (
    "Status",
    "Code & Short Name",
    "Outturn 2017/18",
    "Outturn 2018/19",
    "Q1 2019/20",
    "Target 2019/20",
    "Latest Note",
)


def good(path: Path, code: str = "BV9", value: str = "98.5%", title: str = "Tax collected") -> Path:
    """A paper of one ruled table with one indicator."""
    row = ("Green", f"{code} {title}", "98.4%", value, "29.7%", "24.6%", "")
    table = Table([HEADINGS, row])
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
    SimpleDocTemplate(str(path), pagesize=(A4[1], A4[0]), invariant=1).build([table])
    return path


def words_only(path: Path) -> Path:
    """A paper with text and no table."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawString(72, 700, "The committee is asked to note the report.")
    canvas.save()
    return path


def pictures_only(path: Path) -> Path:
    """A page that is one picture, as a scanner makes it."""
    from PIL import Image  # noqa: PLC0415
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("RGB", (200, 280), "grey")), 0, 0, *A4)
    canvas.save()
    return path


def half_scanned(path: Path) -> Path:
    """A page with a table, and a page that is one picture."""
    from PIL import Image  # noqa: PLC0415
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    canvas = Canvas(str(path), pagesize=(A4[1], A4[0]))
    table = Table([HEADINGS, ("Green", "BV9 Tax collected", "98%", "97%", "29%", "24%", "")])
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")])
    table.wrapOn(canvas, 700, 500)
    table.drawOn(canvas, 40, 300)
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (200, 280), "grey")), 0, 0, A4[1], A4[0])
    canvas.save()
    return path


def encrypted(path: Path) -> Path:
    """A paper that opens only with a password."""
    canvas = Canvas(str(path), pagesize=A4, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "For members only.")
    canvas.save()
    return path


def cut_off(path: Path) -> Path:
    """The first third of a paper, as a broken download leaves it."""
    data = good(path).read_bytes()
    path.write_bytes(data[: len(data) // 3])
    return path


def empty(path: Path) -> Path:
    """A file without a byte."""
    path.write_bytes(b"")
    return path


def not_a_pdf(path: Path) -> Path:
    """A web page under a PDF's name."""
    path.write_text("<!doctype html><title>404 Not Found</title>", encoding="utf-8")
    return path
