"""How a process of crossfoot's starts; called before anything else is loaded."""

from __future__ import annotations

import gc
import os

# A process loads 120,000 tuples, functions and classes and lets none of them go: to search them
# for garbage while they come takes a tenth of the start. What runs after makes few cycles.
_NEW_THINGS = 200_000


def start_quickly() -> None:
    """Keep this process from doing, while it loads, what takes a seventh of the time for nothing.

    The garbage collector waits for more than what is loaded. pydantic does not look through every
    installed distribution for plugins that would watch models: ours are watched by nobody.
    """
    gc.set_threshold(_NEW_THINGS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
