"""The producers of the eighth set: PDFBox, slides of Impress, MuPDF, pdf-lib, groff's gropdf.

No other set uses one of them. Two are Debian packages, Impress another's part; pdf-lib comes from
npm and MuPDF's library for Python from PyPI. A paper reaches all but Impress as pages of marks.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.confidence.eighth.mupdf_pages import write
from benchmarks.confidence.eighth.slides import slides
from benchmarks.confidence.eighth.troff import troff
from benchmarks.confidence.engines import font_files, global_modules
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.marks import Face, Mark, Page, face
from benchmarks.confidence.seventh.pages import pages

ENGINES = ("pdfbox", "impress", "mupdf", "pdflib", "groff")
_HERE = Path(__file__).parent
_JARS = tuple(  # where Debian's packages put them
    Path(f"/usr/share/java/{name}.jar") for name in ("pdfbox", "fontbox", "commons-logging")
)
_SERIF = {"Liberation Serif", "Caladea"}
_THIN = 0.5  # points: a rule drawn as a ground is no thinner
_SECONDS = 300
#: The machine of Java starts for eight papers: what takes long to compile is not worth it.
_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")

Papers = Sequence[tuple[Drawn, Path]]


def lacking(engine: str) -> list[str]:
    """Return the packages that this engine needs and this machine does not have."""
    absent = [] if shutil.which("fc-match") else ["fontconfig"]
    if engine == "pdfbox":
        absent += [] if all(jar.exists() for jar in _JARS) else ["libpdfbox-java"]
        absent += [] if shutil.which("javac") else ["default-jdk-headless"]
    elif engine == "impress":
        office = shutil.which("soffice")
        if office is None or not (Path(office).resolve().parent / "libsdlo.so").exists():
            absent.append("libreoffice-impress")
    elif engine == "mupdf":
        absent += [] if importlib.util.find_spec("pymupdf") else ["pymupdf (of PyPI)"]
    elif engine == "pdflib":
        if shutil.which("node") is None:
            absent.append("nodejs")
        elif not _has_modules():
            names = "pdf-lib @pdf-lib/fontkit"
            absent.append(f"{names} (of npm: npm install --global {names})")
    else:
        absent += [] if shutil.which("gropdf") else ["groff"]
    return absent


def print_by(engine: str, papers: Papers) -> None:
    """Print each paper to its PDF, all of them in one start where that takes long.

    Raises CalledProcessError where the producer fails, ValueError where a paper is not described.
    """
    for drawn, _ in papers:
        if drawn.cells is None:
            raise ValueError("no description as cells of this paper")
    _PRINT[engine](papers)


def _by_pdfbox(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        style, used, laid = _laid(drawn)
        source = pdf.with_suffix(".marks")
        told = "".join("\t".join(map(str, line)) + "\n" for line in _fields(style, laid))
        source.write_text(told, encoding="utf-8")
        listed.append("\t".join(map(str, (source, pdf, *(used.files or used.names)))))
    todo = papers[0][1].parent / "papers.txt"
    todo.write_text("\n".join(listed), encoding="utf-8")
    jars = ":".join(map(str, _JARS))
    _run(["java", *_JAVA, "-cp", jars, str(_HERE / "Placed.java"), str(todo)])


def _fields(style: dict[str, Any], laid: Sequence[Page]) -> Iterator[tuple[object, ...]]:
    """A paper's pictures, pages and marks, each as the fields of a line."""
    for name, image in style["pictures"].items():
        yield ("image", name, image["png"])
    for page in laid:
        yield ("page", page.wide, page.high)
        for mark in page.marks:
            if mark.kind == "text":
                yield ("text", *mark.at, mark.size, int(mark.bold), mark.ink, mark.text)
            elif mark.kind == "picture":
                yield ("picture", *mark.at, mark.text)
            else:
                ground = _as_ground(mark)
                yield ("fill", *ground.at, ground.ink)


def _as_ground(mark: Mark) -> Mark:
    """A rule as a thin ground along it."""
    if mark.kind == "fill":
        return mark
    left, top, right, low = mark.at
    thick = max(mark.size, _THIN)
    box = (left - thick / 2, top - thick / 2, right - left + thick, low - top + thick)
    return mark._replace(kind="fill", at=box)


def _by_impress(papers: Papers) -> None:
    folder, sources = papers[0][1].parent, []
    for drawn, pdf in papers:
        style: dict[str, Any] = json.loads(drawn.cells or "")
        used = face(style | {"standard": False}, font_files(style["font"]))
        sources.append(pdf.with_suffix(".fodp"))
        sources[-1].write_text(slides(style, used), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run(["soffice", profile, *convert, *map(str, sources)])


def _by_mupdf(papers: Papers) -> None:
    for drawn, pdf in papers:
        style, used, laid = _laid(drawn)
        write(laid, used, style, font_files("DejaVu Sans")[0], str(pdf))


def _by_pdflib(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        style, used, laid = _laid(drawn)
        told = {name: style[name] for name in ("pictures", "dashed", "rotated")}
        told |= {"pdf": str(pdf), "names": used.names, "files": used.files, "pages": laid}
        listed.append(told)
    todo = papers[0][1].parent / "papers.json"
    todo.write_text(json.dumps(listed), encoding="utf-8")
    _run(["node", str(_HERE / "pages.cjs"), str(todo)], NODE_PATH=global_modules())


def _by_groff(papers: Papers) -> None:
    for drawn, pdf in papers:
        style: dict[str, Any] = json.loads(drawn.cells or "")
        serif = style["font"] in _SERIF
        standard = "Liberation Serif" if serif else "Liberation Sans"
        style |= {"standard": True, "font": standard}
        laid = pages(style, face(style, ("", "")))
        pictures = pdf.parent / f"{pdf.stem}.pictures"
        pictures.mkdir(exist_ok=True)
        source = pdf.with_suffix(".tr")
        source.write_text(troff(laid, style, serif=serif, folder=pictures), encoding="utf-8")
        told = subprocess.run(
            ["groff", "-Tpdf", "-Kutf8", str(source)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        pdf.write_bytes(told.stdout)


_PRINT: dict[str, Callable[[Papers], None]] = {
    "pdfbox": _by_pdfbox,
    "impress": _by_impress,
    "mupdf": _by_mupdf,
    "pdflib": _by_pdflib,
    "groff": _by_groff,
}


def _laid(drawn: Drawn) -> tuple[dict[str, Any], Face, list[Page]]:
    style: dict[str, Any] = json.loads(drawn.cells or "")
    used = face(style, font_files(style["font"]))
    return style, used, pages(style, used)


@cache
def _has_modules() -> bool:
    asked = subprocess.run(
        ["node", "-e", "require.resolve('pdf-lib'); require.resolve('@pdf-lib/fontkit')"],
        check=False,
        capture_output=True,
        env={**os.environ, "NODE_PATH": global_modules()},
    )
    return asked.returncode == 0


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, **environment},
    )
