"""What is read, and how: each file with what is known of it from outside, and the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import ValidationError

from crossfoot.asked import Asked
from crossfoot.choosing import Plan
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.output import counted
from crossfoot.schema.errors import UsageError
from crossfoot.schema.paper import Known
from crossfoot.settings import IngestSettings, LimitSettings, default_jobs
from crossfoot.sources import Found, Source, identify, shown
from crossfoot.version import check_headings, reader_version

if TYPE_CHECKING:
    from crossfoot.manifest import Manifest
    from crossfoot.store.accepted import Lost
    from crossfoot.store.held import Held

#: What arguments are called whose settings have another name.
_ARGUMENTS = {"seconds": "time_limit", "memory_mib": "memory"}
# So many accepted findings that are not found any more are told one by one.
_NAMED = 5


def settings_for(asked: Asked) -> IngestSettings:
    """Return the settings of a run.

    Raises UsageError for a number out of range or a word that is none of those that are known,
    SettingsError where the file of headings cannot be used.
    """
    check_headings(asked.headings)
    version = reader_version(asked.headings, asked.second_opinion)
    try:
        return IngestSettings(
            jobs=default_jobs() if asked.jobs is None else asked.jobs,
            reread=asked.reread,
            second_opinion=asked.second_opinion,
            limits=LimitSettings(seconds=asked.time_limit, memory_mib=asked.memory),
            normalise=NormaliseSettings(headings_file=asked.headings, reader_version=version),
        )
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][-1])
        raise UsageError(
            f"{_ARGUMENTS.get(name, name)} cannot be {first['input']!r}", first["msg"].lower()
        ) from error


class Papers:
    """The papers that an ingest is asked for; they are opened when their plans are first wanted."""

    def __init__(self, found: Found, manifest: Manifest | None, council: str | None) -> None:
        self._found, self._manifest, self._council = found, manifest, council
        self._remarks: list[str] = []

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was passed over, and which rows of the manifest were not used."""
        return (*self._found.remarks, *self._remarks)

    @cached_property
    def plans(self) -> list[Plan]:
        """Each file with what is known of it."""
        sources = [identify(path) for path in self._found.paths]
        return plans(sources, self._manifest, self._council, self._remarks.append)


def plans(
    sources: Sequence[Source],
    manifest: Manifest | None,
    council: str | None,
    told: Callable[[str], None],
) -> list[Plan]:
    """Tie each file to its manifest row; the row speaks before *council*."""
    found = []
    for source in sources:
        entry = manifest.entry_for(source.path) if manifest else None
        known = with_council(entry.known if entry else Known(), council)
        found.append(Plan(source, known, listed=entry is not None))
    if manifest:
        for entry in manifest.unused(source.path for source in sources):
            told(
                f"{shown(manifest.path)}, line {entry.line}: no file given is called "
                f"{entry.file!r}; this row was not used"
            )
    return found


def remembered(
    given: Sequence[Plan], held: Mapping[str, Held], told: Callable[[str], None]
) -> list[Plan]:
    """Complete plans of files that no manifest names by what was said of them at an earlier run.

    A run without the manifest would otherwise take away what a person entered. *held* is what the
    store has, by document id.
    """
    completed, kept = [], 0
    for plan in given:
        stored = None if plan.listed else held.get(plan.source.document_id)
        if stored is None or stored.facts is None:
            completed.append(plan)
            continue
        now = plan.known.model_dump(exclude_none=True)
        known = Known.model_validate_json(stored.facts).model_copy(update=now)
        kept += known != plan.known
        completed.append(plan._replace(known=known))
    if kept:
        told(
            f"what an earlier manifest or argument said of {counted(kept, 'paper')} is kept; "
            "a manifest that names them changes it"
        )
    return completed


def with_council(known: Known, council: str | None) -> Known:
    """Return *known* with the council that a person named, where nothing else names one."""
    if council and not known.council:
        return known.model_copy(update={"council": council, "council_source": "argument"})
    return known


def told_lost(before: Sequence[Lost], after: Sequence[Lost], told: Callable[[str], None]) -> None:
    """Tell what was accepted and found *before* a run and is not *after* it."""
    known = {each.finding_id for each in before}
    new = [each for each in after if each.finding_id not in known]
    for each in new[:_NAMED]:
        said = f" ({each.finding.rule_id}: {each.finding.message})" if each.finding else ""
        told(
            f"{each.file_name}: what was accepted because {each.because!r} is not found any "
            f"more{said}; see what is found instead: crossfoot audit"
        )
    if len(new) > _NAMED:
        told(f"and {len(new) - _NAMED:,} more findings that were accepted are not found any more")
