"""What docs/lineage.md shows is what the commands print, and its tables are the constants."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from crossfoot.normalise import lineage, lineage_evidence

from .conftest import Run
from .linked_papers import COUNCIL, renamed

PAGE = (Path(__file__).parents[2] / "docs" / "lineage.md").read_text(encoding="utf-8")


def test_the_worked_examples_print_what_the_page_shows(run: Run, tmp_path: Path) -> None:
    assert run("ingest", str(renamed(tmp_path / "papers")), "--council", COUNCIL).code == 0
    blocks = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    shown = [
        each for block in blocks for each in re.split(r"^\$ crossfoot ", block, flags=re.M) if each
    ]
    assert len(shown) == 5
    for example in shown:
        command, _, expected = example.partition("\n")
        ended = run(*shlex.split(command))
        printed = [line.rstrip() for line in (ended.out + ended.err).splitlines()]
        assert printed == [line.rstrip() for line in expected.splitlines()], command


def test_the_weights_on_the_page_are_those_that_are_used() -> None:
    rows = re.findall(r"^\| .* \| (?:up to )?(0\.\d+) \|$", PAGE, re.MULTILINE)
    used = lineage_evidence
    assert [float(each) for each in rows] == [
        *(used.TITLE_SAME, used.TITLE_ALIKE, used.TELLING_LEFT, used.TRIVIAL_LEFT),
        *(used.FOLLOWS_ON, used.AFTER_A_GAP, used.SOON_AFTER),
        *(used.SECTION, used.UNIT, used.POLARITY, used.MISREAD),
        *(used.ONE_DIFFERS, used.SAME_YEARS, used.LONG_AFTER),
        *(used.OTHER_SECTION, used.OTHER_UNIT, used.OTHER_POLARITY),
    ]
    assert f"Below {lineage.LEAST_SCORE} nothing is listed" in PAGE
    assert f"from likeness {used.LEAST_LIKENESS} " in PAGE
