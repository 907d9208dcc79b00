"""The identity of a picture is what it looks like."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from crossfoot.schema.page import Reading

from .drawn_pages import HIGH, Pen, read

Placed = tuple[object, float]  # a picture and its size on the page


def icon(colour: str = "green", form: str = "disc", side: int = 64) -> Image.Image:
    image = Image.new("RGB", (side, side), "white")
    pen = ImageDraw.Draw(image)
    box = (side // 16, side // 16, side - side // 16, side - side // 16)
    if form == "disc":
        pen.ellipse(box, fill=colour)
    elif form == "tick":
        pen.ellipse(box, fill=colour)
        pen.line((side * 0.3, side * 0.5, side * 0.45, side * 0.7), "white", side // 8)
        pen.line((side * 0.45, side * 0.7, side * 0.75, side * 0.3), "white", side // 8)
    else:
        pen.rectangle(box, fill=colour)
    return image


def as_jpeg(image: Image.Image) -> Image.Image:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    buffer.seek(0)
    return Image.open(buffer)


def reading_of(*pictures: tuple[Image.Image, float]) -> Reading:
    """One cell for each picture, placed at its size."""

    def page(pen: Pen) -> None:
        xs = [50 + 60 * at for at in range(len(pictures) + 1)]
        pen.rules(xs, (100, 150))
        for x, (image, size) in zip(xs, pictures, strict=False):
            pen.canvas.drawImage(ImageReader(image), x + 10, HIGH - 140, size, size, mask="auto")

    return read(page)


def names(*pictures: tuple[Image.Image, float]) -> list[str]:
    (table,) = reading_of(*pictures).tables
    found = [cell.symbols for cell in table.rows[0].cells]
    assert all(len(symbols) == 1 for symbols in found)
    return [symbols[0] for symbols in found]


def test_copies_of_one_picture_share_an_identity() -> None:
    plain = icon()
    found = names(
        (plain, 14),
        (icon(), 14),
        (plain, 25),
        (plain.resize((48, 48), Image.Resampling.LANCZOS), 14),
        (as_jpeg(plain), 14),
    )
    assert len(set(found)) == 1


def test_pictures_that_differ_in_colour_or_form_differ_in_identity() -> None:
    kinds = [
        icon("green"),
        icon("red"),
        icon("orange"),
        icon("green", "tick"),
        icon("green", "square"),
        icon("#0050c0"),
    ]
    assert len(set(names(*((kind, 14) for kind in kinds)))) == len(kinds)


def test_the_same_pixels_under_two_masks_are_two_pictures() -> None:
    def masked(form: str) -> Image.Image:
        image = Image.new("RGBA", (64, 64), (0, 150, 0, 255))
        alpha = icon("black", form).convert("L").point(lambda value: 255 - value)
        image.putalpha(alpha)
        return image

    disc, square = masked("disc"), masked("square")
    found = names((disc, 14), (square, 14), (disc, 14), (square, 20), (disc, 20))
    assert found == [found[0], found[1], found[0], found[1], found[0]]
    assert found[0] != found[1]


def test_a_picture_shown_again_is_told_from_its_mirror_image() -> None:
    arrow = Image.new("RGB", (64, 64), "white")
    ImageDraw.Draw(arrow).polygon([(8, 32), (56, 8), (56, 56)], "green")

    def page(pen: Pen) -> None:
        pen.rules((50, 110, 170, 230, 290), (100, 150))
        for x, turned in ((65, False), (125, True), (185, False), (245, True)):
            pen.canvas.saveState()
            pen.canvas.transform(-1 if turned else 1, 0, 0, 1, x + 20 * turned, HIGH - 140)
            pen.canvas.drawImage(ImageReader(arrow), 0, 0, 20, 20)
            pen.canvas.restoreState()

    (table,) = read(page).tables
    left, right, *again = (cell.symbols for cell in table.rows[0].cells)
    assert len(left) == len(right) == 1 and left != right and again == [left, right]


def test_one_stencil_painted_in_two_colours_is_two_pictures() -> None:
    rows = " ".join(f"{byte:02x}" for byte in (0x3C, 0x7E, 0xFF, 0xFF, 0xFF, 0xFF, 0x7E, 0x3C))

    def page(pen: Pen) -> None:
        pen.rules((50, 110, 170, 230), (100, 150))
        for x, colour in ((65, "0 .6 0"), (125, "1 0 0"), (185, "0 .6 0")):
            code = f"q {colour} rg 20 0 0 20 {x} 660 cm BI /W 8 /H 8 /IM true /D [1 0] /F /AHx"
            pen.canvas._code.append(f"{code} ID {rows}> EI Q")

    (table,) = read(page).tables
    green, red, again = (cell.symbols for cell in table.rows[0].cells)
    assert len(green) == 1 and green == again != red


def test_identities_are_the_same_in_every_reading() -> None:
    assert names((icon(), 14)) == names((icon(), 14))


def test_a_photograph_is_no_symbol() -> None:
    reading = reading_of((icon(), 14), (icon("red"), 200))
    cells = reading.tables[0].rows[0].cells if reading.tables else ()
    assert sum(len(cell.symbols) for cell in cells) == 1
