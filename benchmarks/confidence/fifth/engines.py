"""The producers of the fifth set: dompdf, Firefox, Prawn, and jsPDF with its plug-in for tables.

Each wraps cells and breaks pages by itself; no other set uses one of them. All are Debian packages
but jsPDF, which is named with where it comes from.
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

from benchmarks.confidence.engines import font_files, global_modules
from benchmarks.confidence.fifth.as_html import OWN
from benchmarks.confidence.fifth.browser import print_pages
from benchmarks.confidence.model import Drawn

ENGINES = ("dompdf", "firefox", "prawn", "autotable")
_HERE = Path(__file__).parent
_DOMPDF = Path("/usr/share/php/dompdf/autoload.php")  # where Debian's package puts it
_SECONDS = 300

Papers = Sequence[tuple[Drawn, Path]]


def lacking(engine: str) -> list[str]:
    """Return the packages that this engine needs and this machine does not have."""
    absent = [] if shutil.which("fc-match") else ["fontconfig"]
    if engine == "dompdf":
        absent += [] if _DOMPDF.exists() else ["php-dompdf"]
        if shutil.which("php") is None:
            absent += ["php-cli", "php-mbstring", "php-xml", "php-gd"]
    elif engine == "firefox":
        absent += [] if shutil.which("firefox") else ["firefox-esr"]
    elif engine == "prawn":
        if shutil.which("ruby") is None or not _runs("ruby", "-e", "require 'prawn/table'"):
            absent += ["ruby-prawn", "ruby-prawn-table"]
    elif shutil.which("node") is None:
        absent.append("nodejs")
    elif not _runs("node", "-e", "require('jspdf'); require('jspdf-autotable')"):
        names = "jspdf jspdf-autotable"
        absent.append(f"{names} (of npm: npm install --global {names})")
    return absent


def print_by(engine: str, papers: Papers) -> None:
    """Print each paper to its PDF, all of them in one start.

    Raises CalledProcessError, OSError or RuntimeError where the producer fails, ValueError where a
    paper is not drawn in the language it needs.
    """
    _PRINT[engine](papers)


def _by_dompdf(papers: Papers) -> None:
    fonts = papers[0][1].parent / "fonts"
    fonts.mkdir(exist_ok=True)
    listed = []
    for drawn, pdf in papers:
        family = _style(drawn)["font"]
        files = zip(("normal", "bold"), font_files(family), strict=True)
        faces = "".join(
            f"@font-face{{font-family:'{family}';font-weight:{weight};"
            f"src:url('file://{file}') format('truetype')}}"
            for weight, file in files
        )
        page = _page(drawn, pdf, faces)
        listed.append({"page": str(page), "pdf": str(pdf), "fonts": str(fonts)})
    _run(["php", str(_HERE / "dompdf.php"), str(_list(papers, listed))])


def _by_firefox(papers: Papers) -> None:
    pages = []
    for drawn, pdf in papers:
        style = _style(drawn)
        wide, high = style["page"]
        page = _page(drawn, pdf, "")
        # A browser has none but the fonts of its machine.
        page.write_text(page.read_text(encoding="utf-8").replace(OWN, "", 1), encoding="utf-8")
        pages.append((page, pdf, (wide, high), style["margin"]))
    print_pages(pages, papers[0][1].parent)


def _by_prawn(papers: Papers) -> None:
    _run(["ruby", str(_HERE / "prawn.rb"), str(_described(papers))])


def _by_autotable(papers: Papers) -> None:
    command = ["node", str(_HERE / "autotable.cjs"), str(_described(papers))]
    _run(command, NODE_PATH=global_modules())


_PRINT: dict[str, Callable[[Papers], None]] = {
    "dompdf": _by_dompdf,
    "firefox": _by_firefox,
    "prawn": _by_prawn,
    "autotable": _by_autotable,
}


def _described(papers: Papers) -> Path:
    """The list of these papers, each described as cells in a file of its own."""
    listed = []
    for drawn, pdf in papers:
        source = pdf.with_suffix(".json")
        regular, bold = font_files(_style(drawn)["font"])
        source.write_text(_needed(drawn.cells, "description as cells"), encoding="utf-8")
        task = {"description": source, "pdf": pdf, "regular": regular, "bold": bold}
        listed.append({name: str(each) for name, each in task.items()})
    return _list(papers, listed)


def _list(papers: Papers, listed: list[dict[str, str]]) -> Path:
    todo = papers[0][1].parent / "papers.json"
    todo.write_text(json.dumps(listed), encoding="utf-8")
    return todo


def _page(drawn: Drawn, pdf: Path, faces: str) -> Path:
    page = pdf.with_suffix(".html")
    page.write_text(drawn.html.replace("@FACES@", faces, 1), encoding="utf-8")
    return page


def _style(drawn: Drawn) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_needed(drawn.cells, "description as cells"))
    return found


def _needed(text: str | None, language: str) -> str:
    if text is None:
        raise ValueError(f"no {language} of this paper")
    return text


@cache
def _runs(*command: str) -> bool:
    environment = {**os.environ, "NODE_PATH": global_modules()}
    return (
        subprocess.run(command, check=False, capture_output=True, env=environment).returncode == 0
    )


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, **environment},
    )
