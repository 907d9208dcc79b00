"""The producers of the sixth set: TCPDF, LaTeX, Cairo, PDF::API2, Writer with Word's documents.

No other set uses one of them so. All are Debian packages; a paper reaches each as its description
in cells.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from benchmarks.confidence.engines import font_files
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.sixth.as_docx import docx
from benchmarks.confidence.sixth.as_latex import latex

ENGINES = ("tcpdf", "latex", "cairo", "api2", "word")
_HERE = Path(__file__).parent
_TCPDF = Path("/usr/share/php/tcpdf/tcpdf.php")  # where Debian's package puts it
_PYTHON = "/usr/bin/python3"  # the system's own, for which Debian packages Cairo
_STYLES = ("longtable.sty", "geometry.sty", "fancyhdr.sty", "colortbl.sty", "xcolor.sty")
_SECONDS = 300

Papers = Sequence[tuple[Drawn, Path]]


def lacking(engine: str) -> list[str]:
    """Return the Debian packages that this engine needs and this machine does not have."""
    absent = [] if shutil.which("fc-match") else ["fontconfig"]
    if engine == "tcpdf":
        absent += [] if _TCPDF.exists() else ["php-tcpdf"]
        absent += [] if shutil.which("php") else ["php-cli", "php-gd"]
    elif engine == "cairo":
        absent += [] if _runs(_PYTHON, "-c", "import cairo") else ["python3-cairo"]
    elif engine == "api2":
        absent += [] if _runs("perl", "-MPDF::API2", "-e1") else ["libpdf-api2-perl"]
    elif engine == "word":
        office = shutil.which("soffice")
        if office is None or not (Path(office).resolve().parent / "libswlo.so").exists():
            absent.append("libreoffice-writer")
    elif shutil.which("pdflatex") is None or not _runs("kpsewhich", *_STYLES):
        absent += ["texlive-latex-recommended", "texlive-fonts-recommended"]
    elif not _runs("kpsewhich", "phvr8t.tfm", "ptmr8t.tfm"):
        absent.append("texlive-fonts-recommended")
    return absent


def print_by(engine: str, papers: Papers) -> None:
    """Print each paper to its PDF, all of them in one start where that takes long.

    Raises CalledProcessError where the producer fails, ValueError where a paper is not described.
    """
    for drawn, _ in papers:
        if drawn.cells is None:
            raise ValueError("no description as cells of this paper")
    _PRINT[engine](papers)


def _by_tcpdf(papers: Papers) -> None:
    _run(["php", str(_HERE / "tcpdf.php"), str(_listed(papers))])


def _by_cairo(papers: Papers) -> None:
    _run([_PYTHON, str(_HERE / "cairo_pages.py"), str(_listed(papers))])


def _by_api2(papers: Papers) -> None:
    _run(["perl", str(_HERE / "api2_pages.pl"), str(_listed(papers))])


def _by_latex(papers: Papers) -> None:
    folder = papers[0][1].parent / "latex"
    folder.mkdir(exist_ok=True)
    for drawn, pdf in papers:
        style = json.loads(_bare(drawn.cells or ""))
        for name, image in style["pictures"].items():
            (folder / f"{name}.png").write_bytes(b64decode(image["png"]))
        source = folder / f"{pdf.stem}.tex"
        source.write_text(latex(style, folder), encoding="utf-8")
        command = ["pdflatex", "-interaction=batchmode", "-halt-on-error"]
        # The widths of the columns are given: one run is enough.
        _run([*command, f"-output-directory={folder}", str(source)])
        source.with_suffix(".pdf").replace(pdf)


def _by_word(papers: Papers) -> None:
    folder = papers[0][1].parent
    sources = []
    for drawn, pdf in papers:
        sources.append(pdf.with_suffix(".docx"))
        sources[-1].write_bytes(docx(drawn.cells or ""))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run(["soffice", profile, *convert, *map(str, sources)])


_PRINT: dict[str, Callable[[Papers], None]] = {
    "tcpdf": _by_tcpdf,
    "latex": _by_latex,
    "cairo": _by_cairo,
    "api2": _by_api2,
    "word": _by_word,
}


def _bare(description: str) -> str:
    """A description whose pages are not counted: of a program that does not know how many."""
    return description.replace(" of {of}", "")


def _listed(papers: Papers) -> Path:
    """The list of these papers, each description in a file of its own."""
    folder = papers[0][1].parent
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    listed = []
    for drawn, pdf in papers:
        described = drawn.cells or ""
        source = pdf.with_suffix(".json")
        source.write_text(described, encoding="utf-8")
        regular, bold = font_files(json.loads(described)["font"])
        task = {"description": source, "pdf": pdf, "regular": regular, "bold": bold}
        listed.append({name: str(each) for name, each in {**task, "fonts": f"{fonts}/"}.items()})
    todo = folder / "papers.json"
    todo.write_text(json.dumps(listed), encoding="utf-8")
    return todo


@cache
def _runs(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _run(command: list[str]) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, "max_print_line": "1000"},
    )
