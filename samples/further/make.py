"""Makes the further papers: ``python -m samples.further.make``; expected rows beside each PDF."""

from __future__ import annotations

from pathlib import Path

from samples.further.catalogue import PAPERS
from samples.make import write

FOLDER = Path(__file__).parent / "pdf"


def main() -> None:
    """Make every paper anew."""
    for paper in PAPERS:
        rows = {"shows": paper.shows, "printed": paper.printed, **paper.expected}
        write(FOLDER / f"{paper.stem}.pdf", paper.draw(), rows)


if __name__ == "__main__":
    main()
