"""The producers of the drawn papers: HTML printers and a word processor.

None of them made the samples. All are Debian packages, needed for nothing else.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.confidence.model import Drawn

#: Producer to the Debian package that brings it.
PACKAGES = {
    "weasyprint": "weasyprint",
    "wkhtmltopdf": "wkhtmltopdf",
    "chromium": "chromium",
    "soffice": "libreoffice-writer",
}
HTML = ("weasyprint", "wkhtmltopdf")  # of the first families, which are drawn as HTML alone
ALL = tuple(PACKAGES)
_SECONDS = 180


def missing(producers: Sequence[str]) -> list[str]:
    """Return the Debian packages of those producers that this machine does not have."""
    return [PACKAGES[name] for name in producers if shutil.which(name) is None]


def print_papers(papers: Sequence[tuple[Drawn, Path]], producer: str) -> None:
    """Print each paper to its PDF; the word processor prints all of them in one start.

    Raises CalledProcessError where the producer fails, ValueError where it needs OpenDocument text
    and a family has none.
    """
    if producer == "soffice":
        _print_by_word_processor(papers)
        return
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


def _print_by_word_processor(papers: Sequence[tuple[Drawn, Path]]) -> None:
    texts = []
    for drawn, pdf in papers:
        if drawn.fodt is None:
            raise ValueError("no OpenDocument text of this paper")
        texts.append(pdf.with_suffix(".fodt"))
        texts[-1].write_text(drawn.fodt, encoding="utf-8")
    folder = papers[0][1].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    _run(["soffice", profile, *convert, *map(str, texts)])


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
