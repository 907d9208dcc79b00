"""All sample papers, oldest first."""

from __future__ import annotations

from samples.facts import Paper
from samples.papers import (
    community_safety_2019,
    improvement_plan_2007,
    quarterly_report_2019,
    support_services_2019,
    support_services_2021,
    support_services_2023,
)

PAPERS: tuple[Paper, ...] = (
    improvement_plan_2007.PAPER,
    support_services_2019.PAPER,
    quarterly_report_2019.PAPER,
    community_safety_2019.PAPER,
    support_services_2021.PAPER,
    support_services_2023.PAPER,
)
