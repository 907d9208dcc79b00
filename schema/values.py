"""The closed vocabularies of the published relations (contract, rulings 4, 9, 10, 13)."""

from __future__ import annotations

from typing import Literal

Outcome = Literal["read", "partly_read", "no_tables", "failed"]
Source = Literal["paper", "manifest", "argument"]
Carrier = Literal["word", "icon", "fill", "letter", "shape", "arrow"]
Measure = Literal["outturn", "actual", "target", "previous", "comparator"]
Basis = Literal["annual", "in_period", "to_date", "rolling", "snapshot", "unknown"]
ValueState = Literal["value", "dash", "blank", "not_available", "other"]
FigureSource = Literal["cell", "note"]
Polarity = Literal["higher", "lower"]
Subject = Literal["actions", "indicators"]
#: How a column was told, if not by a listed heading over it: by one almost the same, by what it
#: holds, or by a label on a card.
Guess = Literal["near", "content", "card"]
#: Which pages a second reader is asked about.
SecondOpinion = Literal["off", "doubtful", "all"]
Severity = Literal["error", "warning", "note"]
Precision = Literal["day", "month", "quarter", "year"]

IndicatorStatus = Literal["green", "amber", "red", "unknown", "data_only"]
ActionStatus = Literal[
    "completed",
    "in_progress",
    "warning",
    "overdue",
    "cancelled",
    "not_started",
    "reprogrammed",
    "green",
    "amber",
    "red",
]
AnyStatus = Literal[
    "completed",
    "in_progress",
    "warning",
    "overdue",
    "cancelled",
    "not_started",
    "reprogrammed",
    "green",
    "amber",
    "red",
    "unknown",
    "data_only",
]
LinkKind = Literal["same", "successor", "sum-of", "part-of", "redefined", "unrelated"]
