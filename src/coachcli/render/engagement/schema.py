"""The JSON Schemas of an engagement's file and of a road's, for editors that complete and check what is typed."""

from typing import Any

from coachcli.domain.engagement.model import Engagement, Road
from coachcli.domain.record_data import json_schema
from coachcli.render.framework.schema import WORDS, YES_NO, Schema

ENGAGEMENT_FILE = "coach-engagement.schema.json"
ROAD_FILE = "coach-road.schema.json"
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "patternErrorMessage": "a day, like 2026-09-01"}
_HELP = {
    "format": "How to read the file: 1.",
    "id": "The name of the file.",
    "title": "What it is called.",
    "about": "What it is for, in a few sentences.",
    "start": "The first day. Week 1 of the road begins on it.",
    "end": "The last day that was agreed.",
    "mode": "coaching or mentoring.",
    "type": "What kind of work it is.",
    "sessions": "How many sessions were agreed; or hours.",
    "hours": "How many hours were agreed; or sessions.",
    "minutes": "How long a session is.",
    "every": "How often, such as 2 weeks or month.",
    "paid": "no: pro bono.",
    "sponsor": "Who pays, with a word on them.",
    "sponsor_hears": "What the sponsor may be told. nothing refuses every report.",
    "consents": "What the client agreed to, and when. A line taken away withdraws it.",
    "keep_until": "The day until which it is kept.",
    "agreed": "What both committed to, in their words.",
    "road": "The stops: a framework each, and the week in which it is to be held, or how often.",
    "do": "The id of a framework.",
    "week": "The week of the engagement, from 1.",
    "times": "How many are to be held, such as one for each person asked.",
    "done": "The day on which it was held in another way.",
    "ended": "When it ended, and why. coach engagement end asks.",
    "left": "What left the house; written by coach, no text.",
    "on": "The day.",
    "why": "As agreed, off track, moved on, or in your words.",
    "for": "Who got it.",
    "what": "What it was.",
    "lines": "How many lines it had.",
}


def engagement_schema() -> Schema:
    """The schema of an engagement's file, whose id is its name."""
    whole = json_schema(Engagement)
    whole["properties"].pop("id")
    whole["required"].remove("id")
    return _whole(whole, "An engagement")


def road_schema() -> Schema:
    """The schema of a road's file."""
    whole = json_schema(Road)
    whole["required"].remove("id")
    return _whole(whole, "A road")


def _whole(whole: Schema, title: str) -> Schema:
    parts = {name: _mapping(part) for name, part in whole.pop("$defs", {}).items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_mapping(whole),
        "title": title,
        "definitions": parts,
    }


def _mapping(record: Schema) -> Schema:
    settings = {name: {"description": _HELP[name], **_value(value)} for name, value in record["properties"].items()}
    return {
        "type": "object",
        "description": record["description"],
        "properties": settings,
        "additionalProperties": False,
        "required": record.get("required", []),
    }


def _value(field: Schema) -> Schema:  # noqa: PLR0911 one arm each
    """The schema of a value in the file, made from that of a record's field."""
    (value,) = [one for one in field.get("anyOf", [field]) if one.get("type") != "null"]
    match value:
        case {"$ref": name}:
            return {"$ref": name.replace("#/$defs/", "#/definitions/")}
        case {"enum": words}:
            return {"enum": words}
        case {"type": "array", "items": items}:
            return {"type": "array", "items": _value(items)}
        case {"type": "object", "patternProperties": named}:
            shapes = {shape: _value(inner) for shape, inner in named.items()}
            return {"type": "object", "patternProperties": shapes, "additionalProperties": False}
        case {"type": "boolean"}:
            return YES_NO
        case {"type": "integer" | "number" as kind}:
            return {"type": kind, **_bounds(value)}
        case {"format": "date"}:
            return _DAY
        case {"pattern": shape}:
            return {"type": "string", "pattern": shape}
        case _:
            return WORDS


def _bounds(value: dict[str, Any]) -> Schema:
    return {key: value[key] for key in ("minimum", "exclusiveMinimum", "maximum") if key in value}
