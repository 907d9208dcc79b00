"""The producers of the papers kept apart: two HTML printers that the samples do not come from.

Both are Debian packages (``weasyprint``, ``wkhtmltopdf``); neither is needed for anything else.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.confidence.model import Drawn

PRODUCERS = ("weasyprint", "wkhtmltopdf")
_SECONDS = 120


def missing() -> list[str]:
    """Return the producers that this machine does not have."""
    return [name for name in PRODUCERS if shutil.which(name) is None]


def print_paper(drawn: Drawn, producer: str, pdf: Path) -> None:
    """Print the paper to *pdf*. Raises CalledProcessError where the producer fails."""
    html = pdf.with_suffix(".html")
    size = "A4 landscape" if drawn.landscape else "A4"
    style = f"<style>@page{{size:{size};margin:15mm}}</style></head>"
    html.write_text(drawn.html.replace("</head>", style, 1), encoding="utf-8")
    turn = ["-O", "Landscape"] if drawn.landscape else []
    commands = {
        "weasyprint": ["weasyprint", "-q", str(html), str(pdf)],
        "wkhtmltopdf": ["wkhtmltopdf", "-q", "-s", "A4", *turn, str(html), str(pdf)],
    }
    subprocess.run(commands[producer], check=True, capture_output=True, timeout=_SECONDS)
