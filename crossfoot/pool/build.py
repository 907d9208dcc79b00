"""Which build of the reader this is: the same build reads the same bytes into the same rows."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from crossfoot import __version__

#: Packages whose version may change a row, or how a row is carried to another machine.
_PACKAGES = (
    "camelot-py",
    "pdfminer.six",
    "pdfplumber",
    "pillow",
    "playa-pdf",
    "pydantic",
    "pypdfium2",
    "rapidfuzz",
)
_CLUSTER = ("dask", "distributed")
#: Rooms that take part in reading; of the front door itself only its own files.
_ROOMS = (
    "crossfoot.audit",
    "crossfoot.extract",
    "crossfoot.normalise",
    "crossfoot.pool",
    "crossfoot.schema",
)
_SUFFIXES = (".py", ".toml", ".csv")
_DIGITS = 12


@lru_cache(maxsize=1)
def this_build() -> Mapping[str, str]:
    """Return what a reader is made of: of Python, of crossfoot and of each package the version.

    ``crossfoot's code`` is a digest of its source files: two trees in development have the same
    version and not always the same code. Compiled loops are left out; they change no row.
    """
    return {
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "crossfoot": __version__,
        "crossfoot's code": _code(),
        **{name: _version(name) for name in (*_CLUSTER, *_PACKAGES)},
    }


def difference(expected: Mapping[str, str]) -> str | None:
    """Say what this build has otherwise than *expected*, None where there is nothing."""
    here = this_build()
    for name, version in expected.items():
        if here.get(name) != version:
            return f"{_named(name, here.get(name))}, not {version or 'none'}"
    return None


def _named(name: str, version: str | None) -> str:
    return f"{name} {version}" if version else f"no {name}"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _code() -> str:
    whole = hashlib.sha256()
    for name, path in sorted(_files()):
        # A checkout on Windows may end its lines otherwise.
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()[:_DIGITS]


def _files() -> Iterator[tuple[str, Path]]:
    for path in _folder("crossfoot").glob("*.py"):
        yield path.name, path
    for room in _ROOMS:
        folder = _folder(room)
        for path in folder.rglob("*"):
            if path.suffix in _SUFFIXES:
                yield f"{room}/{path.relative_to(folder).as_posix()}", path


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} is not installed")
    return Path(spec.submodule_search_locations[0])
