"""The producers of the seventh set: iText 2, Qt's rich text, FPDF, libharu, a distilled driver.

No other set uses one of them. All are Debian packages; a paper reaches each as its description in
cells, those that place every mark themselves as pages.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.confidence.engines import font_files
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh.as_fields import fields
from benchmarks.confidence.seventh.marks import Face, Page, face
from benchmarks.confidence.seventh.pages import pages
from benchmarks.confidence.seventh.postscript import write

ENGINES = ("itext2", "qt", "fpdf", "haru", "driver")
_HERE = Path(__file__).parent
_ITEXT = Path("/usr/share/java/itext.jar")  # where Debian's packages put them
_FPDF = Path("/usr/share/php/fpdf/fpdf.php")
_MAKE_FONT = _FPDF.parent / "makefont" / "makefont.php"
_HARU = "libhpdf-2.3.0.so"
_PYTHON = "/usr/bin/python3"  # the system's own, for which Debian packages Qt
_SECONDS = 300
#: The machine of Java starts for eight papers: what takes long to compile is not worth it.
_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
_DISTIL = ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite")

Papers = Sequence[tuple[Drawn, Path]]


def lacking(engine: str) -> list[str]:
    """Return the Debian packages that this engine needs and this machine does not have."""
    absent = [] if shutil.which("fc-match") else ["fontconfig"]
    if engine == "itext2":
        absent += [] if _ITEXT.exists() else ["libitext-java"]
        absent += [] if shutil.which("javac") else ["default-jdk-headless"]
    elif engine == "qt":
        absent += [] if _runs(_PYTHON, "-c", "import PyQt5.QtGui") else ["python3-pyqt5"]
    elif engine == "fpdf":
        absent += [] if _FPDF.exists() else ["php-fpdf"]
        absent += [] if shutil.which("php") else ["php-cli"]
    elif engine == "haru":
        found = _runs(_PYTHON, "-c", f"import ctypes; ctypes.CDLL('{_HARU}')")
        absent += [] if found else ["libhpdf-2.3.0"]
    else:
        absent += [] if shutil.which("gs") else ["ghostscript"]
    return absent


def print_by(engine: str, papers: Papers) -> None:
    """Print each paper to its PDF, all of them in one start where that takes long.

    Raises CalledProcessError where the producer fails, ValueError where a paper is not described.
    """
    for drawn, _ in papers:
        if drawn.cells is None:
            raise ValueError("no description as cells of this paper")
    _PRINT[engine](papers)


def _by_itext(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        style = json.loads(drawn.cells or "")
        source = pdf.with_suffix(".fields")
        source.write_text(fields(style), encoding="utf-8")
        listed.append("\t".join(map(str, (source, pdf, *font_files(style["font"])))))
    todo = papers[0][1].parent / "papers.txt"
    todo.write_text("\n".join(listed), encoding="utf-8")
    _run(["java", *_JAVA, "-cp", str(_ITEXT), str(_HERE / "Printed.java"), str(todo)])


def _by_qt(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        source = pdf.with_suffix(".json")
        source.write_text(drawn.cells or "", encoding="utf-8")
        listed.append({"description": str(source), "pdf": str(pdf)})
    _run([_PYTHON, str(_HERE / "qt_pages.py"), str(_listed(papers, listed))])


def _by_fpdf(papers: Papers) -> None:
    todo = _placed(papers)
    for task in json.loads(todo.read_text(encoding="utf-8")):
        for file in task["files"] or ():
            if not (Path(task["fonts"]) / f"{Path(file).stem}.php").exists():
                _run(["php", str(_MAKE_FONT), file, "cp1252"], folder=task["fonts"])
    _run(["php", str(_HERE / "fpdf_pages.php"), str(todo)])


def _by_haru(papers: Papers) -> None:
    _run([_PYTHON, str(_HERE / "haru_pages.py"), _HARU, str(_placed(papers))])


def _by_driver(papers: Papers) -> None:
    for drawn, pdf in papers:
        style, used, laid = _laid(drawn)
        source = pdf.with_suffix(".ps")
        fonts = write(laid, used, style, source)
        reading = [f"--permit-file-read={file}" for file in used.files or ()]
        known = f"-sFONTMAP={fonts}:Fontmap.GS"
        _run([*_DISTIL, *reading, known, f"-sOutputFile={pdf}", str(source)])


_PRINT: dict[str, Callable[[Papers], None]] = {
    "itext2": _by_itext,
    "qt": _by_qt,
    "fpdf": _by_fpdf,
    "haru": _by_haru,
    "driver": _by_driver,
}


def _laid(drawn: Drawn) -> tuple[dict[str, Any], Face, list[Page]]:
    style: dict[str, Any] = json.loads(drawn.cells or "")
    used = face(style, font_files(style["font"]))
    return style, used, pages(style, used)


def _placed(papers: Papers) -> Path:
    """The list of these papers as pages of marks."""
    listed: list[dict[str, Any]] = []
    for drawn, pdf in papers:
        style, used, laid = _laid(drawn)
        fonts = pdf.parent / "fonts"
        fonts.mkdir(exist_ok=True)
        listed.append(
            {
                "pdf": str(pdf),
                "fonts": f"{fonts}/",
                "names": used.names,
                "files": used.files,
                "pictures": style["pictures"],
                "pages": laid,
            }
        )
    return _listed(papers, listed)


def _listed(papers: Papers, listed: list[dict[str, Any]]) -> Path:
    todo = papers[0][1].parent / "papers.json"
    todo.write_text(json.dumps(listed), encoding="utf-8")
    return todo


@cache
def _runs(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _run(command: list[str], *, folder: str | None = None) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
