"""``importlib.metadata``, loaded by the first who looks something up in it.

pydantic and SQLAlchemy import it for plugins that they look for later, or never. It loads a reader
of e-mails, of CSV and of zip files: a twentieth of the time in which the reader of papers is ready.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_NAME = "importlib.metadata"


class _Later(ModuleType):
    """Stands in the place of the module until somebody asks for more than its best known name."""

    def entry_points(self, **wanted: Any) -> Any:
        """As the module's own."""
        return _the_module().entry_points(**wanted)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python asks whether there is such a thing
            raise AttributeError(name)
        return getattr(_the_module(), name)


def load_metadata_later() -> None:
    """Have the module loaded when it is used, unless it is there already."""
    if _NAME in sys.modules:
        return
    spec = find_spec(_NAME)
    if spec is None:
        return
    module = _Later(_NAME)
    module.__spec__, module.__path__ = spec, list(spec.submodule_search_locations or ())
    sys.modules[_NAME] = module
    setattr(importlib, "metadata", module)  # noqa: B010 - a type checker knows the module's own


def _the_module() -> Any:
    if isinstance(sys.modules.get(_NAME), _Later):
        del sys.modules[_NAME]
    return importlib.import_module(_NAME)
