"""Write every row of a store in a form that no database owns; run with the code that made it.

python dump.py sqlite:///store.db 0003.json.gz
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, select

from crossfoot.store.own import EVERY_TABLE


def plain(value: Any) -> Any:
    """Dates, moments and decimals as text, all else as it is."""
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def dump(url: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table, in an order that does not change."""
    found: dict[str, list[dict[str, Any]]] = {}
    with create_engine(url).connect() as connection:
        for table in EVERY_TABLE:
            rows = [
                {name: plain(value) for name, value in row._mapping.items()}
                for row in connection.execute(select(table))
            ]
            if table.name == "files":  # where a file lay on the machine that read it
                rows = [row | {"path": f"samples/pdf/{Path(row['path']).name}"} for row in rows]
            found[table.name] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))
    return found


if __name__ == "__main__":
    text = json.dumps(dump(sys.argv[1]), sort_keys=True, separators=(",", ":"))
    Path(sys.argv[2]).write_bytes(gzip.compress(text.encode(), mtime=0))
