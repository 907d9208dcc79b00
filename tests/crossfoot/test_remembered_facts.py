"""What a person said of a paper is kept by runs that do not say it again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import SAMPLES, Run

PAPER = "2021-22_q1_support_services.pdf"


@pytest.fixture
def told(run: Run) -> Run:
    """One paper, read with a manifest that says whose it is and when it was published."""
    Path("papers").mkdir()
    shutil.copy(SAMPLES / PAPER, "papers")
    Path("papers.csv").write_text(
        f"file,council,published_on\n{PAPER},Anytown,2021-09-30\n", encoding="utf-8"
    )
    assert run("ingest", "papers", "--manifest", "papers.csv").code == 0
    return run


def _facts(run: Run) -> tuple[str | None, str | None]:
    document = json.loads(run("show", PAPER, "--format", "json").out)["document"]
    return document["council"], document["published_on"]


@pytest.mark.parametrize("options", [(), ("--reread",), ("--changed-only",)])
def test_a_run_without_the_manifest_keeps_what_it_said(options: tuple[str, ...], told: Run) -> None:
    ended = told("ingest", "papers", *options)
    assert ended.code == 0
    assert _facts(told) == ("Anytown", "2021-09-30")
    assert "what an earlier manifest or argument said of 1 paper is kept" in ended.err


def test_an_argument_changes_what_it_names_and_nothing_else(told: Run) -> None:
    told("ingest", "papers", "--council", "Othertown")
    assert _facts(told) == ("Othertown", "2021-09-30")


def test_a_manifest_that_names_the_paper_says_all_there_is(told: Run) -> None:
    Path("papers.csv").write_text(f"file,council\n{PAPER},Anytown\n", encoding="utf-8")
    told("ingest", "papers", "--manifest", "papers.csv")
    assert _facts(told) == ("Anytown", None)


def test_a_page_is_drawn_from_where_the_paper_was_read(told: Run) -> None:
    ended = told("show", PAPER, "--page", "7", "--image", "page.png")
    assert ended.code == 0, ended.err
    assert Path("page.png").exists()
    Path("papers", PAPER).unlink()
    ended = told("show", PAPER, "--page", "7", "--image", "again.png")
    assert ended.code == 2
    assert f"the file of {PAPER} is not at" in ended.err


def test_a_manifest_of_semicolons_is_read(told: Run) -> None:
    Path("papers.csv").write_text(f"file;council\n{PAPER};Othertown\n", encoding="utf-8")
    assert told("ingest", "papers", "--manifest", "papers.csv").code == 0
    assert _facts(told)[0] == "Othertown"
