"""The tables of the field that lie beside the code, in ``data/``."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def data_text(name: str) -> str:
    """Return what the file *name* holds.

    ``importlib.resources`` would load a reader of zip files first, in which neither PDFium nor the
    compiled loops can be.
    """
    return (_FOLDER / name).read_text("utf-8")
