"""``crossfoot schema``: the published relations as JSON Schema."""

# The imports inside functions keep ``crossfoot --help`` from loading every model.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_type_hints

from crossfoot import output

if TYPE_CHECKING:
    from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> None:
    """Print the JSON Schema of every published relation: its columns and their types.

    One document: an object with an array of rows per relation, as an export would fill it.

    Example: crossfoot schema > crossfoot.schema.json
    """
    output.write(output.as_json(relations_schema()))


def relations_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of all relations, in the order of the contract."""
    from pydantic.json_schema import models_json_schema

    models = relations()
    references, definitions = models_json_schema(
        [(model, "serialization") for model in models.values()], title="crossfoot"
    )
    return {
        "$schema": _DIALECT,
        "title": "The relations of crossfoot",
        "type": "object",
        "properties": {
            name: {"type": "array", "items": references[model, "serialization"]}
            for name, model in models.items()
        },
        "$defs": definitions["$defs"],
    }


def relations() -> dict[str, type[BaseModel]]:
    """Return the model of each published relation."""
    from pydantic import create_model

    from crossfoot.schema import finding, paper, rows

    columns: dict[str, Any] = {
        name: (kind, ...) for name, kind in get_type_hints(rows.CellRow).items()
    }
    cell = create_model("CellRow", __doc__=rows.CellRow.__doc__, **columns)
    return {
        "documents": paper.Document,
        "series": rows.Series,
        "indicators": rows.Indicator,
        "statuses": rows.StatusEntry,
        "figures": rows.Figure,
        "actions": rows.Action,
        "action_months": rows.ActionMonth,
        "summaries": rows.Summary,
        "legends": rows.Legend,
        "cells": cell,
        "findings": finding.Finding,
        "finding_cells": finding.FindingCell,
        "links": finding.Link,
        "loads": paper.Load,
    }
