"""Modules that libraries import for what they seldom do, loaded by the first who does it.

pydantic and SQLAlchemy import ``importlib.metadata`` for plugins that they look for later, or
never: it loads a reader of e-mails, of CSV and of zip files. SQLAlchemy imports ``asyncio``, for
databases that are asked in coroutines: it loads event loops and TLS. Each is a twentieth of the
time in which what needs it is ready.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Any

# By module: the functions that are taken from it when it is imported and called later, if ever.
_LATE = {"importlib.metadata": ("entry_points",), "asyncio": ("iscoroutine",)}


class _Later(ModuleType):
    """Stands in the place of a module until somebody asks for more than its best known names."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python asks whether there is such a thing
            raise AttributeError(name)
        return getattr(_the_module(self.__name__), name)


def load_modules_later() -> None:
    """Have these modules loaded when they are used, unless they are there already."""
    for name, functions in _LATE.items():
        if name not in sys.modules:
            _stand_in(name, functions)


def _stand_in(name: str, functions: tuple[str, ...]) -> None:
    spec = find_spec(name)
    if spec is None:
        return
    module = _Later(name)
    module.__spec__, module.__path__ = spec, list(spec.submodule_search_locations or ())
    for function in functions:
        setattr(module, function, _called_later(name, function))
    _put(name, module)


def _called_later(name: str, function: str) -> Callable[..., Any]:
    def called(*arguments: Any, **named: Any) -> Any:
        return getattr(_the_module(name), function)(*arguments, **named)

    return called


def _the_module(name: str) -> ModuleType:
    there = sys.modules.get(name)
    if there is not None and not isinstance(there, _Later):
        return there
    sys.modules.pop(name, None)
    module = importlib.import_module(name)
    for part, loaded in list(sys.modules.items()):  # parts that were imported without the whole
        if part.rpartition(".")[0] == name and loaded is not None:
            vars(module).setdefault(part.rpartition(".")[2], loaded)
    _put(name, module)
    return module


def _put(name: str, module: ModuleType) -> None:
    """Put a module where ``import`` finds it, as itself and in the package that it is of."""
    sys.modules[name] = module
    package, _, part = name.rpartition(".")
    if package:
        setattr(sys.modules[package], part, module)
