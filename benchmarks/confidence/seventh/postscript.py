"""A paper as PostScript, as a printer's driver writes it, for a distiller."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.confidence.seventh.marks import Face, Mark, Page

#: What a driver's own encoding adds to that of ISO Latin 1: as Windows has them.
_NAMES = {
    0x2D: "hyphen",
    0x85: "ellipsis",
    0x91: "quoteleft",
    0x92: "quoteright",
    0x95: "bullet",
    0x96: "endash",
}
_SIGNS = {"▲": "s", "▼": "t", "●": "l"}
_BEGIN = """%!PS-Adobe-3.0
/own ISOLatin1Encoding 256 array copy def
{names}
/as {{ findfont dup length dict begin {{ 1 index /FID ne {{ def }} {{ pop pop }} ifelse }} forall
/Encoding own def currentdict end definefont pop }} bind def
/Fa /{one} as /Fb /{two} as
/S {{ moveto show }} bind def
/L {{ newpath moveto lineto stroke }} bind def
/R {{ rectfill }} bind def
"""


def font_map(used: Face) -> str:
    """What tells the distiller where the files of this type are."""
    if used.files is None:
        return ""
    lines = (f"/{name} ({file}) ;" for name, file in zip(used.names, used.files, strict=True))
    return "\n".join(lines) + "\n"


def postscript(pages: Sequence[Page], used: Face, style: dict[str, Any]) -> bytes:
    """Return the paper; letters that Windows does not have raise UnicodeEncodeError."""
    names = "\n".join(f"own {code} /{name} put" for code, name in _NAMES.items())
    one, two = used.names
    lines = [_BEGIN.format(names=names, one=one, two=two)]
    for page in pages:
        lines.append(f"<< /PageSize [{page.wide} {page.high}] >> setpagedevice")
        for mark in page.marks:
            lines += _painted(mark, page, style)
        lines.append("showpage")
    return "\n".join(lines).encode("ascii")


def _painted(mark: Mark, page: Page, style: dict[str, Any]) -> Iterator[str]:
    ink = " ".join(f"{int(mark.ink[at : at + 2], 16) / 255:.3f}" for at in (0, 2, 4))
    if mark.kind == "picture":
        yield from _picture(mark, page, style)
        return
    yield f"{ink} setrgbcolor"
    if mark.kind == "fill":
        left, top, wide, high = mark.at
        yield f"{left:.2f} {page.high - top - high:.2f} {wide:.2f} {high:.2f} R"
    elif mark.kind == "line":
        one, high, other, low = mark.at
        yield f"{mark.size} setlinewidth"
        yield f"{one:.2f} {page.high - high:.2f} {other:.2f} {page.high - low:.2f} L"
    else:
        left, base = mark.at
        signs = mark.text in _SIGNS
        face = "ZapfDingbats" if signs else "Fb" if mark.bold else "Fa"
        text = _SIGNS.get(mark.text, mark.text)
        yield f"/{face} {mark.size} selectfont"
        yield f"({_escaped(text)}) {left:.2f} {page.high - base:.2f} S"


def _escaped(text: str) -> str:
    plain = {each: f"\\{each}" for each in "()\\"}
    return "".join(
        plain.get(chr(code), chr(code) if 31 < code < 127 else f"\\{code:03o}")
        for code in text.encode("cp1252")
    )


def _picture(mark: Mark, page: Page, style: dict[str, Any]) -> Iterator[str]:
    left, top, wide, high = mark.at
    image = Image.open(BytesIO(b64decode(style["pictures"][mark.text]["png"]))).convert("RGB")
    across, down = image.size
    yield f"gsave {left:.2f} {page.high - top - high:.2f} translate {wide} {high} scale"
    yield f"/row {across * 3} string def"
    yield f"{across} {down} 8 [{across} 0 0 -{down} 0 {down}]"
    yield "{ currentfile row readhexstring pop } false 3 colorimage"
    data = image.tobytes().hex()
    yield from (data[at : at + 200] for at in range(0, len(data), 200))
    yield "grestore"


def write(pages: Sequence[Page], used: Face, style: dict[str, Any], file: Path) -> Path:
    """Write the paper and return the file of its fonts beside it."""
    file.write_bytes(postscript(pages, used, style))
    fonts = file.with_suffix(".map")
    fonts.write_text(font_map(used), encoding="ascii")
    return fonts
