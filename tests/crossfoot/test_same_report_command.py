"""The same sample report from two producers: one report in two files."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"
FIRST = SAMPLES / "pdf" / "2021-22_q1_support_services.pdf"
AGAIN = SAMPLES / "second_producer" / "2021-22_q1_support_services_chromium.pdf"
LATER = SAMPLES / "pdf" / "2023-24_q1_support_services.pdf"


def test_a_report_in_two_files_counts_once_and_every_command_says_so(run: Run) -> None:
    papers = [str(path) for path in (FIRST, AGAIN, LATER)]
    assert run("ingest", *papers, "--council", "Broxtowe").code == 0
    shown = [run("show", path.name).out for path in (FIRST, AGAIN)]
    said = [
        line for out in shown for line in out.splitlines() if line.startswith("the same report")
    ]
    assert sorted(line.split(":")[0] for line in said) == [
        "the same report also in",
        "the same report as",
    ]
    assert "\nthe same report" not in run("show", LATER.name).out
    points = json.loads(run("trend", "BV9", "--format", "json").out)
    (last,) = [point for point in points if point["period"] == "2020/21"]
    assert [(vintage["as_printed"], vintage["change"]) for vintage in last["vintages"]] == [
        ("97.0%", "provisional")
    ]
    (quarter,) = [point for point in points if point["period"] == "2021/22 Q1"]
    files = {quarter["file_name"], *(other["file_name"] for other in quarter["repeats"])}
    assert files == {FIRST.name, AGAIN.name}
    (entry,) = [
        entry
        for entry in json.loads(run("codes", "--format", "json").out)
        if entry["code"] == "BV9"
    ]
    assert (entry["papers"], entry["repeats"]) == (3, 1)
    table = run("trend", "BV9").out
    assert table.count("the same report also in") >= 1
