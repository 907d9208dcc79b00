"""The producers of the drawn papers: browsers, office suites, a formatter; those of later sets.

None of them made the samples. All here are Debian packages, needed for nothing else; of those in
:mod:`benchmarks.confidence.engines` and :mod:`benchmarks.confidence.fifth.engines` three come from
elsewhere, of those in :mod:`benchmarks.confidence.sixth.engines` and
:mod:`benchmarks.confidence.seventh.engines` none, of those in
:mod:`benchmarks.confidence.eighth.engines` two.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.confidence import engines
from benchmarks.confidence.eighth import engines as kept
from benchmarks.confidence.fifth import engines as later
from benchmarks.confidence.model import Drawn
from benchmarks.confidence.seventh import engines as developed
from benchmarks.confidence.sixth import engines as latest


class Producer(NamedTuple):
    """What prints: its command, the Debian package that brings it, the file beside the command.

    An office suite is one command for several programs: *part* is the one that is needed.
    """

    command: str
    package: str
    part: str = ""


PRODUCERS = {
    "weasyprint": Producer("weasyprint", "weasyprint"),
    "wkhtmltopdf": Producer("wkhtmltopdf", "wkhtmltopdf"),
    "chromium": Producer("chromium", "chromium"),
    "soffice": Producer("soffice", "libreoffice-writer", "libswlo.so"),
    "calc": Producer("soffice", "libreoffice-calc", "libsclo.so"),
    "fop": Producer("fop", "fop"),
}
#: Font family to the Debian package that brings it.
FONTS = {
    "Liberation Sans": "fonts-liberation",
    "Liberation Serif": "fonts-liberation",
    "Carlito": "fonts-crosextra-carlito",
    "Caladea": "fonts-crosextra-caladea",
    "DejaVu Sans": "fonts-dejavu-core",
    "FreeSans": "fonts-freefont-ttf",
    "Open Sans": "fonts-open-sans",
    "Lato": "fonts-lato",
}
HTML = ("weasyprint", "wkhtmltopdf")  # of the first families, which are drawn as HTML alone
MIXED = ("weasyprint", "wkhtmltopdf", "chromium", "soffice")  # of the second
OFFICE = ("calc", "fop", "soffice", "chromium")  # of the third
_SETS = (engines, later, latest, developed, kept)  # from the fourth, each with its own producers
_SECONDS = 180
#: Start the formatter's machine fast: each paper is a start.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
#: The formatter finds the fonts of the system by itself.
_FOP = (
    '<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts><auto-detect/></fonts>'
    "</renderer></renderers></fop>"
)


def missing(producers: Sequence[str], fonts: Sequence[str] = ()) -> list[str]:
    """Return the packages of those producers and fonts that this machine does not have.

    They are Debian's, unless they say otherwise.
    """
    own = [PRODUCERS[name] for name in producers if name in PRODUCERS]
    absent = [each.package for each in own if not _is_here(each)]
    for each in _SETS:
        for name in producers:
            absent += each.lacking(name) if name in each.ENGINES else []
    if fonts and shutil.which("fc-list") is None:
        return [*absent, "fontconfig"]
    there = _families() if fonts else set()
    return [*absent, *dict.fromkeys(FONTS[name] for name in fonts if name not in there)]


def _is_here(producer: Producer) -> bool:
    found = shutil.which(producer.command)
    if found is None or not producer.part:
        return found is not None
    return (Path(found).resolve().parent / producer.part).exists()


def _families() -> set[str]:
    listed = subprocess.run(["fc-list", ":", "family"], check=True, capture_output=True, text=True)
    return {name.strip() for line in listed.stdout.splitlines() for name in line.split(",")}


def print_papers(papers: Sequence[tuple[Drawn, Path]], producer: str) -> None:
    """Print each paper to its PDF; an office suite prints all of them in one start.

    Raises CalledProcessError where the producer fails, ValueError where it needs a language that a
    family is not drawn in.
    """
    own = (each for each in _SETS if producer in each.ENGINES)
    if printing := next(own, None):
        printing.print_by(producer, papers)
    elif producer == "soffice":
        _print_by_office(papers, ".fodt", lambda drawn: drawn.fodt)
    elif producer == "calc":
        _print_by_office(papers, ".xlsx", lambda drawn: drawn.xlsx)
    elif producer == "fop":
        _print_by_formatter(papers)
    else:
        for drawn, pdf in papers:
            html = pdf.with_suffix(".html")
            html.write_text(_sized(drawn), encoding="utf-8")
            _run(_command(producer, drawn, html, pdf))


def _sized(drawn: Drawn) -> str:
    size = "A4 landscape" if drawn.landscape else "A4"
    return drawn.html.replace(
        "</head>", f"<style>@page{{size:{size};margin:15mm}}</style></head>", 1
    )


def _command(producer: str, drawn: Drawn, html: Path, pdf: Path) -> list[str]:
    turn = ["-O", "Landscape"] if drawn.landscape else []
    return {
        "weasyprint": ["weasyprint", "-q", str(html), str(pdf)],
        "wkhtmltopdf": ["wkhtmltopdf", "-q", "-s", "A4", *turn, str(html), str(pdf)],
        "chromium": [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={pdf.parent / 'chromium'}",
            f"--print-to-pdf={pdf}",
            str(html),
        ],
    }[producer]


def _print_by_office(
    papers: Sequence[tuple[Drawn, Path]],
    suffix: str,
    language: Callable[[Drawn], str | bytes | None],
) -> None:
    files = []
    for drawn, pdf in papers:
        written = language(drawn)
        if written is None:
            raise ValueError(f"no {suffix} of this paper")
        content = written.encode() if isinstance(written, str) else written
        files.append(pdf.with_suffix(suffix))
        files[-1].write_bytes(content)
    folder = papers[0][1].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run(["soffice", profile, *convert, *map(str, files)])


def _print_by_formatter(papers: Sequence[tuple[Drawn, Path]]) -> None:
    settings = papers[0][1].parent / "fop.xconf"
    settings.write_text(_FOP, encoding="utf-8")
    for drawn, pdf in papers:
        if drawn.fo is None:
            raise ValueError("no formatting objects of this paper")
        source = pdf.with_suffix(".fo")
        source.write_text(drawn.fo, encoding="utf-8")
        # Without complex scripts: else joined letters reach the page without their text.
        _run(
            ["fop", "-q", "-nocs", "-c", str(settings), str(source), str(pdf)],
            JAVA_TOOL_OPTIONS=_JAVA,
        )


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, **environment},
    )
