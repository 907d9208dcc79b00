"""The table of headings: exact before near, a user's file on top, faults told clearly."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossfoot.normalise.headings import MEANINGS, load_headings, parse_headings
from crossfoot.schema.errors import SettingsError


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Status / Icon", "status"),
        ("Code & Short Name", "title"),
        ("PI Ref.", "code"),
        ("CSI and Code", "title"),
        ("Latest Note", "note"),
        ("Direction of travel", "trend"),
        ("D.O.T.", "trend"),
        ("TRAFFIC  LIGHT", "status"),
        ("Good performance is…", "polarity"),
        ("Lead officer", "lead"),
        ("% complete", "progress"),
        ("Target date", "due"),
        ("Revised Date", "revised_due"),
        ("Profiled target", "target.to_date"),
        ("Annual target", "target.annual"),
        ("Same quarter last year", "previous"),
        ("England average", "comparator"),
        ("Top quartile", "comparator"),
        ("Year to date", "result.to_date"),
        ("Year end", "outturn"),
        ("Manager's comments", "note"),
        ("Original budget", "money"),
    ],
)
def test_headings_of_british_councils_are_known(heading: str, meaning: str) -> None:
    assert load_headings().exact(heading) == meaning


def test_every_meaning_of_the_built_in_table_is_published() -> None:
    assert set(load_headings().meanings.values()) <= MEANINGS


@pytest.mark.parametrize(
    ("slip", "meaning"),
    [
        ("Lastest Note", "note"),
        ("Last Years Target", "other"),
        ("Curretn Value", "result"),
        ("Previous Targets", "other"),
        ("Corective Action", "corrective_action"),
        ("Outurn", "outturn"),
    ],
)
def test_a_slip_of_a_letter_is_taken_for_the_nearest_heading(slip: str, meaning: str) -> None:
    table = load_headings()
    found = table.near(slip)
    assert table.exact(slip) is None
    assert found is not None and found[0] == meaning


@pytest.mark.parametrize(
    "words",
    [
        "Late Status", "Next Score", "Target Rate", "Revised Rate", "Planned Rate", "Net Target",
        "Non Target", "Last Position", "Actual Data", "Previous Quartile", "Previous Ranking",
        "Met Budget", "Performance Past", "Actual v Target", "Last Data",
    ],
)  # fmt: skip
def test_another_word_is_no_slip(words: str) -> None:
    table = load_headings()
    assert table.exact(words) is None
    assert table.near(words) is None


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Latest Status", "status"),
        ("Latest RAG", "status"),
        ("Latest Rating", "status"),
        ("Last Status", "previous_status"),
        ("Latest Quarter", "result"),
        ("Last Quarter", "previous"),
        ("Last Performance", "previous"),
    ],
)
def test_last_and_latest_are_told_apart(words: str, meaning: str) -> None:
    assert load_headings().exact(words) == meaning


@pytest.mark.parametrize("words", ["Abbey Ward", "Trees", "BV 9", "Code 12", "Tar"])
def test_other_words_are_near_nothing(words: str) -> None:
    assert load_headings().near(words) is None


def test_a_users_file_adds_headings_and_goes_before_the_built_in_ones(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[headings]\ntarget = ["Where we want to be"]\ntitle = ["Measured"]\n', "utf-8")
    table = load_headings(own)
    assert table.exact("where we want to be") == "target"
    assert table.exact("Measured") == "title"
    assert table.exact("Comments") == "note"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("[headings\n", "not TOML"),
        ("[columns]\ncode = []\n", "one table"),
        ('[headings]\naim = ["Goal"]\n', "'aim' is no meaning"),
        ('[headings]\ncode = "Goal"\n', "must be a list"),
        ("[headings]\ncode = [3]\n", "no heading"),
        ('[headings]\ncode = ["--"]\n', "no heading"),
        ('[headings]\ncode = ["Goal"]\ntitle = ["GOAL"]\n', "two meanings"),
    ],
)
def test_a_faulty_file_is_told_with_its_name(source: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_headings(source, "own.toml")
    assert told in str(caught.value)
    assert str(caught.value).startswith("own.toml")


def test_the_line_of_a_fault_is_named() -> None:
    with pytest.raises(SettingsError, match=r"own\.toml, line 3"):
        parse_headings('[headings]\ncode = ["A"]\naims = ["B"]\n', "own.toml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_headings(tmp_path / "none.toml")


@pytest.mark.parametrize("words", ["Average", "Year average", "Annual Average", "Monthly Average"])
def test_an_average_of_nobody_named_is_no_comparator(words: str) -> None:
    table = load_headings()
    assert (table.exact(words), table.near(words)) == (None, None)
