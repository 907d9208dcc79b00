"""A finding that was explained stays listed and no longer fails."""

from __future__ import annotations

import json

from .conftest import SAMPLES, Run


def _errors(run: Run) -> list[dict[str, str]]:
    found = json.loads(run("audit", "--format", "json").out)
    return [row for row in found if row["severity"] == "error"]


def test_accepted_findings_stay_listed_and_no_longer_fail(sampled: Run) -> None:
    errors = _errors(sampled)
    assert errors
    assert sampled("audit", "--fail-on", "error").code == 1
    for row in errors:
        ended = sampled("accept", row["finding_id"][:10], "--because", "counted by hand")
        assert ended.code == 0
        assert row["message"] in ended.out
    assert {row["accepted_because"] for row in _errors(sampled)} == {"counted by hand"}
    assert sampled("audit", "--fail-on", "error").code == 0


def test_what_was_accepted_outlives_reading_the_papers_again(sampled: Run) -> None:
    first = _errors(sampled)[0]
    sampled("accept", first["finding_id"], "--because", "counted by hand")
    papers = [str(path) for path in SAMPLES.glob("*support_services.pdf")]
    sampled("ingest", *papers, "--council", "Broxtowe Borough Council")
    again = [row for row in _errors(sampled) if row["finding_id"] == first["finding_id"]]
    assert [row["accepted_because"] for row in again] == ["counted by hand"]


def test_an_acceptance_is_taken_back(sampled: Run) -> None:
    first = _errors(sampled)[0]["finding_id"]
    sampled("accept", first, "--because", "counted by hand")
    assert sampled("accept", first, "--undo").code == 0
    assert _errors(sampled)[0]["accepted_because"] is None


def test_the_id_shown_in_the_table_is_enough_to_accept(sampled: Run) -> None:
    shown = sampled("audit").out.splitlines()[1].split()[-1]
    assert sampled("accept", shown, "--because", "seen by me").code == 0
    (line,) = [text for text in sampled("audit").out.splitlines() if shown in text]
    assert line.endswith("seen by me")


def test_an_acceptance_needs_one_finding_and_one_reason(sampled: Run) -> None:
    first = _errors(sampled)[0]["finding_id"]
    for arguments, said in (
        ((first,), "say why with --because"),
        ((first, "--because", " "), "say why with --because"),
        ((first, "--because", "x", "--undo"), "give --because or --undo"),
        (("zz", "--because", "x"), "there is no finding 'zz'"),
    ):
        ended = sampled("accept", *arguments)
        assert ended.code == 2
        assert said in ended.err
