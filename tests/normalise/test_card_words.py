"""Labels and values in one text: each value goes to the label before it, or the text gives none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.normalise.cards.words import said_in
from crossfoot.normalise.heading_text import heading_reader

READER = heading_reader(None)


def pairs(text: str) -> list[tuple[str, str]]:
    return [(pair.label, text[pair.start : pair.end]) for pair in said_in(text, READER).pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latest: 97%", [("Latest", "97%")]),
        ("Latest:0.04%", [("Latest", "0.04%")]),
        ("Target: 97%, Floor: 90%", [("Target", "97%"), ("Floor", "90%")]),
        ("Target: 92%, Floor 90%", [("Target", "92%"), ("Floor", "90%")]),
        ("Target:180 Floor: 240", [("Target", "180"), ("Floor", "240")]),
        ("Target: 10,797, Floor: 11,877", [("Target", "10,797"), ("Floor", "11,877")]),
        ("Previous 5,473 (Amber)", [("Previous", "5,473"), ("Previous", "Amber")]),
        ("Latest (Dec-24): 97%", [("Latest (Dec-24)", "97%")]),
        ("Latest: 97% (Sep-24)", [("Latest Sep-24", "97%")]),
        ("Latest: 97% (12 of 15)", [("Latest", "97% (12 of 15)")]),
        ("Q3 2024/25: 97%", [("Q3 2024/25", "97%")]),
        ("Target\n95%", [("Target", "95%")]),
        ("95%\nTarget", [("Target", "95%")]),
        ("RAG\nGreen", [("RAG", "Green")]),
        ("Actual: £1,234k; Target: £2m", [("Actual", "£1,234k"), ("Target", "£2m")]),
        ("Actual: 15 working days", [("Actual", "15 working days")]),
        ("Previous: n/a", [("Previous", "n/a")]),
        ("Latest:", [("Latest", "")]),
        ("Latest:\nTarget: 95%", [("Latest", ""), ("Target", "95%")]),
        ("RAG: Green, DoT: Improving", [("RAG", "Green"), ("DoT", "Improving")]),
        ("Aim: bigger is better", [("Aim", "bigger is better")]),
        ("Note: the target: 97% is low", [("Note", "the target: 97% is low")]),
    ],
)
def test_a_text_of_labels_and_values_is_taken_apart(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Target: 97% 95%", "Actual 94% 91%", "Actual: 94% of 90%", "Target: 95% Calls answered"],
)
def test_a_label_with_more_than_one_value_is_unclear(text: str) -> None:
    said = said_in(text, READER)
    assert said.pairs == ()
    assert said.unclear


@pytest.mark.parametrize(
    "text",
    [
        "Percentage of calls answered",
        "Calls: 97% answered",
        "97%",
        "",
        "Target 10 homes were built in the north of the borough with the help of the county.",
    ],
)
def test_other_texts_hold_no_pairs_and_no_doubt(text: str) -> None:
    said = said_in(text, READER)
    assert said.pairs == ()
    assert not said.unclear


FIGURES = st.decimals(0, 99999, places=1).map(lambda value: f"{value:,}") | st.integers(
    0, 10**6
).map(lambda value: f"{value:,}%")
LABELS = st.lists(
    st.sampled_from(["Actual", "Target", "Previous", "Floor", "Latest", "Last year"]),
    min_size=1,
    max_size=5,
    unique=True,
)


@given(LABELS, st.data(), st.sampled_from([", ", "; ", "\n", " | "]))
def test_what_is_joined_is_taken_apart_again(
    labels: list[str], data: st.DataObject, by: str
) -> None:
    values = [data.draw(FIGURES) for _ in labels]
    text = by.join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    assert pairs(text) == list(zip(labels, values, strict=True))


@given(st.text(max_size=80))
def test_any_text_is_taken_apart_without_error(text: str) -> None:
    for pair in said_in(text, READER).pairs:
        assert 0 <= pair.start <= pair.end <= len(text)
