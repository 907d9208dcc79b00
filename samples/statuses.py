"""The statuses the sample papers print, word and icon together."""

from __future__ import annotations

from samples.facts import KeyEntry, KeyTable
from samples.values import Status

COMPLETED = Status("Completed", "completed", "completed")
COMPLETE = Status("Complete", "completed", "completed")
IN_PROGRESS = Status("In Progress", "in_progress", "in_progress")
WARNING = Status("Warning", "warning", "warning")
OVERDUE = Status("Overdue", "overdue", "overdue")
CANCELLED = Status("Cancelled", "cancelled", "cancelled")
NOT_STARTED = Status("Not Started", "not_started", "not_started")

GREEN = Status("Green", "green", "satisfactory")
AMBER = Status("Amber", "amber", "warning")
RED = Status("Red", "red", "alert")
ALERT = Status("Alert", "red", "alert")
UNKNOWN = Status("Unknown", "unknown", "unknown")
DATA_ONLY = Status("Data Only", "data_only", "data_only")

ACTION_KEY = KeyTable(
    ("Icon", "Status", "Description"),
    (
        KeyEntry("Completed", "completed", "completed", description="The work has been finished"),
        KeyEntry(
            "In Progress",
            "in_progress",
            "in_progress",
            description="Work is under way and should be finished by its due date",
        ),
        KeyEntry(
            "Warning",
            "warning",
            "warning",
            description="The due date is near (or a milestone is near, or has been missed)",
        ),
        KeyEntry("Overdue", "overdue", "overdue", description="The due date has been missed"),
        KeyEntry(
            "Cancelled",
            "cancelled",
            "cancelled",
            description="The work has been called off or put back",
        ),
    ),
    (60, 100, 320),
)

INDICATOR_KEY = KeyTable(
    ("Icon", "Performance Indicator Status"),
    (
        KeyEntry("Alert", "red", "alert"),
        KeyEntry("Warning", "amber", "warning"),
        KeyEntry("Satisfactory", "green", "satisfactory"),
        KeyEntry("Unknown", "unknown", "unknown"),
        KeyEntry("Data Only", "data_only", "data_only"),
    ),
    (60, 200),
)
