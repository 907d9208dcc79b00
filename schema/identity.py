"""Deterministic ids: the same content at the same place has the same id everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any

ID_LENGTH = 32
_SEPARATOR = "\x1f"
_NULL = "\x00"


def make_id(*parts: object) -> str:
    """Return 32 hex digits of the SHA-256 over *parts*.

    ``None`` and the empty string are different parts; numbers are hashed by their ``str``.
    128 bits keep the chance of two rows sharing an id below 1e-20 for 1e9 rows.
    """
    return _hashed(_SEPARATOR.join([_NULL if part is None else str(part) for part in parts]))


def make_cell_id(
    document_id: str, table_no: int, row_no: int, col_no: int, fragment: int = 1
) -> str:
    """Return :func:`make_id` of a cell's place, in half the time: there are thousands of them."""
    # The separator is written out: to name it five times takes a tenth of the whole.
    parts = f"{document_id}\x1f{table_no}\x1f{row_no}\x1f{col_no}\x1f{fragment}"
    digest: str = _sha256(parts.encode()).hexdigest()
    return digest[:ID_LENGTH]


def cell_ids_of_row(document_id: str, table_no: int, row_no: int) -> Callable[[int, int], str]:
    """Return what gives :func:`make_cell_id` of a row's cells by column and fragment.

    What is the same of all is hashed once.
    """
    begun = _sha256(f"{document_id}\x1f{table_no}\x1f{row_no}\x1f".encode())

    def id_at(col_no: int, fragment: int) -> str:
        place = begun.copy()
        place.update(_column_and_fragment(col_no, fragment))
        digest: str = place.hexdigest()
        return digest[:ID_LENGTH]

    return id_at


@lru_cache(maxsize=1024)
def _column_and_fragment(col_no: int, fragment: int) -> bytes:
    return f"{col_no}\x1f{fragment}".encode()


def _hashed(text: str) -> str:
    digest: str = _sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:ID_LENGTH]


def _quick_sha256() -> Any:
    """Return Python's own SHA-256 where it is built in, else that of ``hashlib``.

    The latter is OpenSSL's: for a text as short as those of ids it takes 2 µs to begin one, three
    times what the hash takes. Both give the same digest.
    """
    for name in ("_sha2", "_sha256"):  # the former from Python 3.12 on
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return hashlib.sha256


_sha256 = _quick_sha256()
