"""The page about vintages shows what its commands print on the sample papers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "vintages.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```sh\n(crossfoot trend [^\n]+)\n```\n```\n(.*?)\n```", PAGE, re.DOTALL)


def test_every_command_of_the_page_prints_what_the_page_shows(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CROSSFOOT_DB", f"sqlite:///{tmp_path / 'page.db'}")
    (ingest,) = re.findall(r"```sh\ncrossfoot (ingest [^\n]+)\n```", PAGE)
    monkeypatch.chdir(ROOT)
    assert run(*shlex.split(ingest)).code == 0
    assert len(SHOWN) == 4
    for command, printed in SHOWN:
        code, out, _ = run(*shlex.split(command)[1:])
        assert (code, out.rstrip("\n")) == (0, printed)


def test_the_page_names_every_kind_of_change_and_every_group() -> None:
    kinds = {"rounding", "restatement", "provisional_made_final", "slip", "unknown"}
    assert kinds <= set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    for group in ("year-end", "12 months to a day", "at a day", "no period named"):
        assert f"`{group}`" in PAGE
