"""``crossfoot schema``: the published relations as JSON Schema."""

# The imports inside functions keep ``crossfoot --help`` from loading every model.
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import Any

from crossfoot import output

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> None:
    """Print the JSON Schema of every published relation: columns, types, words, what they mean.

    One document: an object with an array of rows per relation, as an export would fill it. Exact
    decimals are strings, so that no reader rounds them; dates and times are ISO 8601.

    Example: crossfoot schema > crossfoot.schema.json
    """
    output.write(output.as_json(relations_schema()))


def relations_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of all relations, in the order of the contract."""
    from pydantic.json_schema import models_json_schema

    from crossfoot.schema.relations import described, models

    of = models()
    references, definitions = models_json_schema(
        [(model, "serialization") for model in of.values()], title="crossfoot"
    )
    for name, model in of.items():
        definitions["$defs"][model.__name__]["description"] = described(name)
    return {
        "$schema": _DIALECT,
        "title": "The relations of crossfoot",
        "type": "object",
        "properties": {
            name: {
                "type": "array",
                "description": described(name),
                "items": references[model, "serialization"],
            }
            for name, model in of.items()
        },
        "additionalProperties": False,
        "$defs": definitions["$defs"],
    }
