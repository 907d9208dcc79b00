"""Actions that may return under a new code, as ``codes --similar --actions`` lists them."""

from __future__ import annotations

from crossfoot import output
from crossfoot.normalise.lineage_actions import returned
from crossfoot.output import Format
from crossfoot.store.database import Store
from crossfoot.store.series_facts import action_facts

_COLUMNS = ("score", "again", "again_title", "before", "before_title", "council", "reasons")


def write_returned(store: Store, council: str | None, form: Format) -> None:
    """Write which actions may be those of an earlier plan again, of a council or of all."""
    rows = [
        {
            "score": each.score,
            "again": each.again.code,
            "again_title": each.again.titles[0],
            "before": each.before.code,
            "before_title": each.before.titles[0],
            "council": each.council,
            "reasons": list(each.reasons),
        }
        for each in returned(action_facts(store, council=council))
    ]
    output.records(rows, _COLUMNS, form)
    if not rows:
        output.say("crossfoot: no action seems to return under a new code")
