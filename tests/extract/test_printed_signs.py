"""Signs printed as characters: what they look like, and which fonts are asked for."""

from __future__ import annotations

import zlib

import pytest

from crossfoot.extract.printed_signs import names_sign_font, shows_signs
from crossfoot.schema.symbol import read_symbol

from .drawn_pages import pdf_with_a_sign, read_bytes


def cell_of(meaning: str) -> tuple[str, tuple[str, ...]]:
    (table,) = read_bytes(pdf_with_a_sign("~", "~", meaning)).tables
    cell = table.rows[0].cells[0]
    return cell.text, cell.symbols


@pytest.mark.parametrize(
    ("meaning", "sign"),
    [("D83DDFE2", "\U0001f7e2"), ("2713", "\u2713"), ("25B2", "\u25b2"), ("F04A", "\uf04a")],
    ids=["emoji of two units", "tick", "triangle", "private use"],
)
def test_a_sign_in_a_cell_is_text_and_symbol(meaning: str, sign: str) -> None:
    assert cell_of(meaning) == (sign, (f"glyph:{sign}",))


@pytest.mark.parametrize("meaning", ["2022", "2013", "00A3", "25AA", "00E9"])
def test_bullets_dashes_and_letters_are_no_signs(meaning: str) -> None:
    assert cell_of(meaning) == (chr(int(meaning, 16)), ())


def test_a_coloured_circle_has_the_colour_of_its_character() -> None:
    assert read_symbol("glyph:\U0001f534").colour == "#ff0000"
    assert read_symbol("glyph:\u25cf:#00b050").colour == "#00b050"
    assert read_symbol("glyph:\u25cf").colour is None


def objects(inside: bytes) -> bytes:
    packed = zlib.compress(inside)
    head = b"7 0 obj <</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode>>\nstream\n"
    return b"%PDF-1.7\n" + head % len(packed) + packed + b"\nendstream endobj"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.4 /BaseFont/ABCDEF+Wingdings-Regular", True),
        (b"%PDF-1.4 /BaseFont/Helvetica", False),
        (objects(b"1 0 <</BaseFont/Webdings>>"), True),
        (objects(b"1 0 <</BaseFont/Arial>>"), False),
        (objects(b"1 0 <</BaseFont/Arial>>").replace(b"stream\nx", b"stream\n?"), True),
    ],
    ids=["named", "not named", "packed", "packed, not named", "cannot be unpacked"],
)
def test_whether_a_file_names_a_symbol_font(data: bytes, named: bool) -> None:
    assert names_sign_font(data) is named


def test_prose_is_read_in_full_only_where_a_line_may_be_a_key() -> None:
    assert shows_signs(["\u2713 On target"], named=False)
    assert shows_signs(["J On target"], named=True)
    assert not shows_signs(["J On target", "The council\u2019s plan"], named=False)
    assert not shows_signs(["A report", "5 items", "The " * 40 + "\u2713"], named=True)
