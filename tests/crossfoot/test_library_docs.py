"""The examples of docs/library.md, run in their order beside a copy of the samples."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import matplotlib as mpl
import pytest

import crossfoot

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "library.md"


def test_every_example_gives_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "samples").mkdir()
    shutil.copytree(ROOT / "samples" / "pdf", tmp_path / "samples" / "pdf")
    shutil.copy(ROOT / "samples" / "manifest.csv", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    mpl.use("Agg")
    # The end of a block is no part of what an example prints.
    text = PAGE.read_text(encoding="utf-8").replace("\n```", "\n\n```")
    examples = doctest.DocTestParser().get_doctest(text, {}, PAGE.name, str(PAGE), 0)
    assert len(examples.examples) > 20
    result = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(examples)
    assert not result.failed, capsys.readouterr().out
    assert (tmp_path / "bv9.png").stat().st_size > 10_000


def test_the_page_names_every_public_function_and_error() -> None:
    text = PAGE.read_text(encoding="utf-8")
    untold = {"Entry", "Paper", "Report", "Store"}  # types of what functions give
    assert [name for name in crossfoot.__all__ if name not in text and name not in untold] == []
