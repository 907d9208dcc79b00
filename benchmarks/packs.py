"""Public agenda packs, drawn: what a council binds together for one meeting.

A pack of 240 pages holds an agenda, minutes, officers' reports in prose, budget tables, planning
reports with plans of thousands of lines, scanned pages, and in the midst the pages of one of the
sample papers. The same seed draws the same pages.

``python -m benchmarks.packs PATH [PAGES]`` writes one.
"""

from __future__ import annotations

import io
import math
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parent.parent / "samples"
WIDTH, HEIGHT = A4
LEFT, TOP, FOOT = 64.0, HEIGHT - 72.0, 64.0
LEADING = 13.4
LINES = int((TOP - FOOT) / LEADING)
SEED = 20191105

#: What a pack of 240 pages holds beside the sample paper, in thirds of prose; per mille.
_SHARES = {"minutes": 85, "prose": 620, "budget": 80, "planning": 90, "plan": 40, "scan": 45}

_FIRST_PAGES = 0.2  # of the pages of minutes
_REPORT_HEADS = 0.1  # of the pages of reports
_OFFICERS = ("Chief Executive", "Head of Finance", "Head of Planning", "Monitoring Officer")
_WIDEST = 90  # characters on a line

_WORDS = """
    the of and to in that for is on be was with as by at it from are this which or have an has not
    council committee members report officers service services public local area community budget
    funding proposal application planning development housing strategy policy review meeting
    consultation residents period year capital revenue resources partners provision improvement
    recommended resolved noted approved considered agreed received submitted attached outlined
    environment highway traffic access residential design amenity landscape drainage condition
    approximately following further additional significant current future potential relevant
    """.split()  # noqa: SIM905 - a list of words reads better than eighty strings
_TITLES = (
    "Treasury Management Mid-Year Review",
    "Air Quality Annual Status",
    "Tenancy Policy",
    "Parking Strategy",
    "Asset Disposal",
    "Food Safety Service Plan",
    "Corporate Risk Register",
    "Leisure Facilities",
)


def draw_pack(path: Path, pages: int, paper: Path, seed: int = SEED) -> list[str]:
    """Write a pack of *pages* pages with *paper* bound in after its middle.

    Returns what each page is: ``agenda``, ``minutes``, ``prose``, ``budget``, ``planning``,
    ``plan``, ``scan`` or ``paper``.
    """
    bound = pypdfium2.PdfDocument(paper)
    kinds = _order(pages - len(bound))
    before = kinds[: 3 * len(kinds) // 5]
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "drawn.pdf"
        _draw(drawn, kinds, random.Random(seed))
        source = pypdfium2.PdfDocument(drawn)
        target = pypdfium2.PdfDocument.new()
        target.import_pages(source, list(range(len(before))))
        target.import_pages(bound)
        target.import_pages(source, list(range(len(before), len(kinds))))
        target.save(path)
        target.close()
        source.close()
    inside = ["paper"] * len(bound)
    bound.close()
    return [*before, *inside, *kinds[len(before) :]]


def _order(count: int) -> list[str]:
    """Return the kinds of *count* pages in the order of an agenda."""
    wanted = {kind: max(1, count * share // 1000) for kind, share in _SHARES.items()}
    agenda = ["agenda"] * min(3, count)
    wanted["prose"] += count - len(agenda) - sum(wanted.values())
    planning = ["planning"] * (wanted["planning"] // wanted["plan"])
    half = wanted["prose"] // 2
    order = agenda + ["minutes"] * wanted["minutes"] + ["prose"] * half
    order += ["budget"] * wanted["budget"] + ["prose"] * (wanted["prose"] - half)
    order += [*planning, "plan"] * wanted["plan"]
    order += ["planning"] * (wanted["planning"] - len(planning) * wanted["plan"])
    return (order + ["scan"] * wanted["scan"])[:count]


def _draw(path: Path, kinds: Sequence[str], dice: random.Random) -> None:
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    drawers: dict[str, Callable[[Canvas, random.Random], None]] = {
        "agenda": _agenda,
        "minutes": _minutes,
        "prose": _prose,
        "budget": _budget,
        "planning": _prose,
        "plan": _plan,
        "scan": _scan,
    }
    for number, kind in enumerate(kinds, start=1):
        drawers[kind](canvas, dice)
        if kind != "scan":
            canvas.setFont("Helvetica", 9)
            canvas.drawCentredString(WIDTH / 2, 36, f"Page {number}")
        canvas.showPage()
    canvas.save()


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(_WORDS, k=words))


def _paragraph(canvas: Canvas, dice: random.Random, number: str, at: float, lines: int) -> float:
    canvas.setFont("Times-Roman", 11.5)
    canvas.drawString(LEFT, at, number)
    for _ in range(lines):
        canvas.drawString(LEFT + 34, at, _sentence(dice, 16)[:_WIDEST])
        at -= LEADING
    return at - LEADING * 0.5


def _prose(canvas: Canvas, dice: random.Random) -> None:
    """Numbered paragraphs under a bold heading, with the figures that prose has.

    Some begin a report: they have its head.
    """
    at, number, part = TOP, dice.randint(2, 9), 1
    canvas.setFont("Times-Bold", 12)
    if dice.random() < _REPORT_HEADS:
        number = 1
        canvas.drawString(LEFT, at, f"Report of the {dice.choice(_OFFICERS)}")
        canvas.drawString(LEFT, at - 2 * LEADING, dice.choice(_TITLES).upper())
        canvas.drawString(LEFT, at - 4 * LEADING, "1. Purpose of report")
        at -= 4 * LEADING
    else:
        canvas.drawString(LEFT, at, dice.choice(_TITLES))
    at -= 2 * LEADING
    while at > FOOT + 5 * LEADING:
        at = _paragraph(canvas, dice, f"{number}.{part}", at, dice.randint(3, 6))
        if dice.random() < 0.3:
            share, money = dice.randint(1, 99), dice.randint(10, 999)
            said = f"An increase of {share}.5% or £{money},000 in 2019/20."
            canvas.drawString(LEFT + 34, at, said)
            at -= 1.5 * LEADING
        part += 1


def _minutes(canvas: Canvas, dice: random.Random) -> None:
    """Minutes: on a meeting's first page an attendance list, then resolutions."""
    at = TOP
    if dice.random() < _FIRST_PAGES:
        canvas.setFont("Times-Bold", 12)
        canvas.drawString(LEFT, at, "MINUTES OF A MEETING OF THE CABINET")
        canvas.setFont("Times-Roman", 11.5)
        at -= 2 * LEADING
        for row in range(8):
            for column, x in enumerate((LEFT + 120, LEFT + 300)):
                name = _WORDS[40 + 8 * column + row].title()
                canvas.drawString(x, at, f"Councillor {chr(65 + row)} {name}")
            at -= LEADING
    number = dice.randint(10, 60)
    while at > FOOT + 7 * LEADING:
        canvas.setFont("Times-Bold", 11.5)
        canvas.drawString(LEFT, at, f"{number}.")
        canvas.drawString(LEFT + 34, at, dice.choice(_TITLES))
        at = _paragraph(canvas, dice, "", at - 1.4 * LEADING, dice.randint(3, 6))
        number += 1


def _agenda(canvas: Canvas, dice: random.Random) -> None:
    """Items in a list with the pages they stand on, at the right margin."""
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(LEFT, TOP, "Cabinet")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(LEFT, TOP - 24, "Tuesday 5 November 2019 at 7.00 pm, Council Chamber")
    at, page = TOP - 60, 1
    for number in range(1, 15):
        canvas.drawString(LEFT, at, f"{number}.")
        canvas.drawString(LEFT + 30, at, dice.choice(_TITLES))
        last = page + dice.randint(3, 18)
        canvas.drawRightString(WIDTH - LEFT, at, f"{page} - {last}")
        page = last + 1
        at -= 3 * LEADING


def _budget(canvas: Canvas, dice: random.Random) -> None:
    """A ruled table of money by service: a table, of no interest."""
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(LEFT, TOP, "REVENUE BUDGET BY SERVICE")
    heads = ("Service", "Original budget £", "Revised budget £", "Projected £", "Variance £")
    widths = (150, 84, 84, 84, 66)
    row, count = 18.0, 30
    top = TOP - 24
    xs = [LEFT + sum(widths[:index]) for index in range(len(widths) + 1)]
    canvas.setLineWidth(0.5)
    for index in range(count + 1):
        canvas.line(xs[0], top - index * row, xs[-1], top - index * row)
    for x in xs:
        canvas.line(x, top, x, top - count * row)
    for index in range(count):
        canvas.setFont("Helvetica-Bold" if index == 0 else "Helvetica", 8.5)
        figures = [dice.randint(-90_000, 990_000) for _ in heads[1:]]
        texts = heads if index == 0 else (_sentence(dice, 3), *(f"{each:,}" for each in figures))
        for x, text in zip(xs, texts, strict=False):
            canvas.drawString(x + 3, top - (index + 1) * row + 5, text)


def _plan(canvas: Canvas, dice: random.Random) -> None:
    """A location plan: buildings, contours, a grid and a key, in thousands of paths."""
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(LEFT, TOP, f"19/{dice.randint(100, 999):05d}/FUL  Location plan, 1:1,250")
    canvas.rect(LEFT, FOOT + 20, WIDTH - 2 * LEFT, TOP - FOOT - 50)
    canvas.setLineWidth(0.3)
    low, high = FOOT + 20, TOP - 40
    for _ in range(900):
        x, y = dice.uniform(LEFT, WIDTH - LEFT - 20), dice.uniform(low, high - 14)
        if dice.random() < 0.6:
            canvas.rect(x, y, dice.uniform(4, 14), dice.uniform(4, 12), fill=0)
        else:
            canvas.setFillGray(0.85)
            canvas.rect(x, y, dice.uniform(4, 14), dice.uniform(4, 12), fill=1)
            canvas.setFillGray(0)
    for _ in range(160):
        x, y, turn = dice.uniform(LEFT, WIDTH - LEFT), dice.uniform(low, high), 0.0
        path = canvas.beginPath()
        path.moveTo(x, y)
        for _ in range(18):
            turn += dice.uniform(-0.6, 0.6)
            x, y = x + 9 * math.cos(turn), y + 9 * math.sin(turn)
            path.lineTo(x, y)
        canvas.drawPath(path)
    for step in range(1, 6):
        canvas.line(LEFT, low + step * 100, WIDTH - LEFT, low + step * 100)
        canvas.line(LEFT + step * 78, low, LEFT + step * 78, high)
    canvas.setFont("Helvetica", 5)
    for house in range(120):
        canvas.drawString(dice.uniform(LEFT, WIDTH - LEFT), dice.uniform(low, high), str(house))


def _scan(canvas: Canvas, dice: random.Random) -> None:
    """A page of paper, scanned: one picture and no text."""
    picture = Image.new("L", (827, 1169), 250)
    pen = ImageDraw.Draw(picture)
    for line in range(60):
        x = 80
        while x < 740:
            wide = dice.randint(8, 70)
            pen.rectangle((x, 90 + line * 17, x + wide, 97 + line * 17), fill=dice.randint(30, 90))
            x += wide + 7
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=60)
    data.seek(0)
    canvas.drawImage(ImageReader(data), 0, 0, WIDTH, HEIGHT)


def paper_to_bind() -> Path:
    """Return the sample paper that packs hold: eight pages of indicators and actions."""
    return SAMPLES / "pdf" / "2019-20_q1_support_services.pdf"


if __name__ == "__main__":
    draw_pack(Path(sys.argv[1]), int((sys.argv[2:] or ["240"])[0]), paper_to_bind())
