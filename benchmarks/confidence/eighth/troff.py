"""Papers as pages of troff, for groff's own writer of PDF: letters of standard type alone."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.confidence.seventh.marks import SIGNS, Mark, Page

_DINGBATS = dict(zip("▲▼●", (115, 116, 108), strict=True))  # places in the standard font of signs
_SPECIAL = {"£": r"\[Po]", "±": r"\[+-]", "\\": r"\[rs]", "'": r"\[aq]"}
#: No breaks, no hyphens, no joined letters; a line's own height is nothing.
_BEGIN = ".pl 40i\n.po 0\n.ll 40i\n.nf\n.nh\n.lg 0\n.kern 0\n.vs 1u\n.ps 10\n"


def troff(laid: Sequence[Page], style: dict[str, Any], *, serif: bool, folder: Path) -> str:
    """Return the paper; its pictures are put into *folder*."""
    pictures = {name: _picture(name, told, folder) for name, told in style["pictures"].items()}
    lines = [_BEGIN, f".fam {'T' if serif else 'H'}\n"]
    inks = {mark.ink for page in laid for mark in page.marks}
    lines += [f".defcolor c{ink} rgb #{ink}\n" for ink in sorted(inks)]
    for number, page in enumerate(laid):
        lines.append(".bp\n" if number else "")
        lines.append(f"\\X'papersize={page.wide:.2f}p,{page.high:.2f}p'\n")
        lines += [line for mark in page.marks for line in _lines(mark, pictures)]
    return "".join(lines)


def _lines(mark: Mark, pictures: dict[str, str]) -> Iterator[str]:
    left, top, *rest = mark.at
    if mark.kind == "text":
        if not mark.text:
            return
        size = f"\\s[{mark.size}]"
        font = "\\f[ZD]" if mark.text in SIGNS else "\\f[B]" if mark.bold else "\\f[R]"
        said = "".join(map(_letter, mark.text))
        yield _to(top) + f"\\&\\h'{left:.3f}p'\\m[c{mark.ink}]{font}{size}{said}\\s0\\fR\\m[]\n"
    elif mark.kind == "fill":
        wide, high = rest
        box = f"\\D'P {wide:.3f}p 0 0 {high:.3f}p -{wide:.3f}p 0'"
        yield _to(top) + f"\\h'{left:.3f}p'\\M[c{mark.ink}]\\m[c{mark.ink}]{box}\\m[]\\M[]\n"
    elif mark.kind == "line":
        over, down = rest[0] - left, rest[1] - top
        drawn = f"\\D't {mark.size}p'\\D'l {over:.3f}p {down:.3f}p'"
        yield _to(top) + f"\\h'{left:.3f}p'\\m[c{mark.ink}]{drawn}\\m[]\n"
    else:
        wide, high = rest
        told = f"pdf: pdfpic {pictures[mark.text]} L {wide:.2f}p {high:.2f}p"
        yield _to(top) + f"\\h'{left:.3f}p'\\X'{told}'\n"


def _to(top: float) -> str:
    return f".sp |{top:.3f}p\n"


def _letter(letter: str) -> str:
    if letter in _DINGBATS:
        return f"\\N'{_DINGBATS[letter]}'"
    return _SPECIAL.get(letter, letter)


def _picture(name: str, told: dict[str, Any], folder: Path) -> str:
    """A picture as a PDF of its own, which is the one kind that is taken in."""
    file = folder / f"{name}.pdf"
    if not file.exists():
        image = Image.open(BytesIO(b64decode(told["png"]))).convert("RGB")
        image.save(file, "PDF", resolution=72 * image.width / told["wide"])
    return str(file)
