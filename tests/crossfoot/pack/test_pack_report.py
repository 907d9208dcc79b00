"""The audit pack of real papers: every finding, every cell, what held."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from crossfoot.evidence import OUTLINE
from crossfoot.store.checks import held_checks, remember_files
from crossfoot.store.database import open_store
from crossfoot.store.queries import documents

Run = Callable[..., Any]


@pytest.fixture
def pack(sampled: Run) -> str:
    ended = sampled("audit", "--report", "pack.html")
    assert ended.code == 0
    assert "the audit pack is in pack.html" in ended.err
    return Path("pack.html").read_text(encoding="utf-8")


def test_every_finding_stands_on_the_page_once(pack: str, sampled: Run) -> None:
    found = json.loads(sampled("audit", "--format", "json").out)
    assert found
    ids = re.findall(r'<article class="finding \w+" id="f-(\w+)"', pack)
    assert sorted(ids) == sorted(row["finding_id"][:12] for row in found)


def test_every_finding_with_cells_shows_them_outlined(pack: str) -> None:
    cards = re.findall(r"<article.*?</article>", pack, re.DOTALL)
    pictures = [re.findall(r'src="data:image/png;base64,([^"]+)"', card) for card in cards]
    assert sum(map(bool, pictures)) > len(cards) / 2
    for card, found in zip(cards, pictures, strict=True):
        for data in found:
            with Image.open(io.BytesIO(base64.b64decode(data))) as picture:
                colours = {colour for _, colour in picture.convert("RGB").getcolors(10_000)}
            assert any(_near(colour, OUTLINE) for colour in colours), card[:200]


def test_the_counts_are_those_of_the_audit(pack: str, sampled: Run) -> None:
    found = json.loads(sampled("audit", "--format", "json").out)
    for severity in ("error", "warning", "note"):
        count = sum(row["severity"] == severity for row in found)
        assert f'<li class="{severity}"><b>{count}</b>' in pack
    with open_store("sqlite:///crossfoot.db", create=False) as store:
        held = sum(held_checks(store).values())
    assert f"<b>{held:,}</b>checks held" in pack


def test_the_same_store_gives_the_same_bytes(pack: str, sampled: Run) -> None:
    sampled("audit", "--report", "again.html")
    assert Path("again.html").read_text(encoding="utf-8") == pack


def test_without_the_files_the_cells_are_quoted(sampled: Run, tmp_path: Path) -> None:
    with open_store("sqlite:///crossfoot.db", create=False) as store:
        gone = tmp_path / "gone.pdf"
        remember_files(store, {item.document_id: gone for item in documents(store)})
    ended = sampled("audit", "--report", "pack.html")
    assert ended.code == 0
    assert "is not where it was read; --papers" in ended.err
    page = Path("pack.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "<blockquote>" in page


def test_a_council_without_papers_gives_no_pack(sampled: Run) -> None:
    ended = sampled("audit", "--council", "Bromsgrove", "--report", "pack.html")
    assert ended.code == 2
    assert not Path("pack.html").exists()


def test_a_pack_is_a_page_and_not_called_otherwise(sampled: Run) -> None:
    ended = sampled("audit", "--report", "pack.pdf")
    assert ended.code == 2
    assert "ends .html" in ended.err
    assert not Path("pack.pdf").exists()


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))
