"""All sample papers, oldest first."""

from __future__ import annotations

from samples.facts import Paper
from samples.papers import support_services_2019, support_services_2021

PAPERS: tuple[Paper, ...] = (support_services_2019.PAPER, support_services_2021.PAPER)
