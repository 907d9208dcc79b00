"""Ids are what the contract says they are, whatever computes them."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema import identity
from crossfoot.schema.identity import ID_LENGTH, make_cell_id, make_id

PART = st.one_of(st.none(), st.integers(), st.text())


def published(*parts: object) -> str:
    text = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


@given(st.lists(PART, max_size=5))
def test_an_id_is_the_sha_256_of_its_parts(parts: list[object]) -> None:
    assert make_id(*parts) == published(*parts)


@given(st.integers(1, 9_999), st.integers(1, 9_999), st.integers(1, 99), st.integers(1, 9))
def test_the_id_of_a_cell_is_that_of_its_place(table: int, row: int, col: int, part: int) -> None:
    assert make_cell_id("d" * 64, table, row, col, part) == published(
        "d" * 64, table, row, col, part
    )


def test_ids_stay_the_same_where_python_brings_no_hash_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(identity, "import_module", missing)
    assert identity._quick_sha256() is hashlib.sha256
