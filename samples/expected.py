"""The expected rows beside a sample PDF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PRIMARY = FOLDER / "pdf"
SECOND = FOLDER / "second_producer"


def sample_pdfs(*, second_producer: bool = False) -> list[Path]:
    """Return the committed sample papers, sorted by name; on request with those of
    the second producers.
    """
    found = sorted(PRIMARY.glob("*.pdf"))
    return found + sorted(SECOND.glob("*.pdf")) if second_producer else found


def load_expected(path: Path | str) -> dict[str, Any]:
    """Return the expected rows of the sample PDF at *path* (or of its JSON), by relation."""
    file = Path(path).with_suffix("").with_suffix(".expected.json")
    rows: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return rows
