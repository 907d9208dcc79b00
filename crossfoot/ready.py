"""Imported last by the server that workers are forked from, and by nothing else.

It reads the tables that every paper needs, while the process that asks for the workers still loads
the database: each worker, and each that replaces a killed one, would else read them again.
"""

from __future__ import annotations

import sys

from crossfoot.kept import keep_compiled
from crossfoot.normalise.catalogue import catalogue
from crossfoot.normalise.confidence import measured
from crossfoot.normalise.councils import names_by_first_word
from crossfoot.normalise.heading_text import heading_reader

if sys.platform != "win32":
    import resource  # noqa: F401 - what limits the memory of a worker

heading_reader(None)
names_by_first_word()
catalogue()
measured()
keep_compiled()
