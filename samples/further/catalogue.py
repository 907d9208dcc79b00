"""All further papers."""

from __future__ import annotations

from samples.further import (
    cards_with_charts,
    icons_key_last,
    no_codes_rolling,
    no_rules_annual,
    plan_merged,
    rows_only_months,
    scorecard_rags,
    side_by_side,
    sideways_comparators,
    symbol_letters,
)
from samples.further.kit import Further

PAPERS: tuple[Further, ...] = (
    scorecard_rags.PAPER,
    rows_only_months.PAPER,
    no_rules_annual.PAPER,
    icons_key_last.PAPER,
    side_by_side.PAPER,
    sideways_comparators.PAPER,
    no_codes_rolling.PAPER,
    symbol_letters.PAPER,
    plan_merged.PAPER,
    cards_with_charts.PAPER,
)
