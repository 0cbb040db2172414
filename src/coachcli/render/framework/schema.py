"""The JSON Schema of a framework's file, for editors that complete and check while somebody types.

It is made from the records of a framework, and describes the file they are read from: there a question may be a plain
text, ids may be left out, and a number or yes may stand in quotes. Only in one thing is it stricter than the reader: a
setting with nothing behind it is refused, as somebody who is typing has not finished it.

It is of draft 7, which every editor with the YAML language server knows: later drafts came late, and not to all.
"""

import json
from typing import Any

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.questions import TYPES
from coachcli.domain.framework.settings import SETTINGS, part_of
from coachcli.domain.record_data import json_schema

Schema = dict[str, Any]

PLAIN_FILE = "coach-framework.schema.json"
DERIVED_FILE = "coach-framework-derived.schema.json"

WORDS: Schema = {"type": ["string", "number"], "minLength": 1}
"""Any words; to an editor a number is none."""
# To an editor,  choices: [True, 2]  is a boolean and a number; to the reader it is two texts.
_ITEM: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
# An editor offers the first of these.
YES_NO: Schema = {
    "anyOf": [
        {"enum": ["yes", "no"]},
        {"type": "boolean"},
        {"type": "string", "pattern": "^([Yy]es|YES|[Nn]o|NO|true|false)$"},
    ]
}
_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_FRAMEWORK_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}
_PLACE: Schema = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"}
_CHOOSING = ("ChoiceQuestion", "ChoicesQuestion")
_NAMED = [{"required": ["id"]}, {"required": ["title"]}]
# Shown to whoever puts the first line of a plain file above a framework that extends another.
_WRONG_SCHEMA = f"A file with extends: begins with  # yaml-language-server: $schema=./{DERIVED_FILE}"


def schema_text(schema: Schema) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def framework_schema(*, derived: bool) -> Schema:
    """The schema of a file that stands for itself, or of one that extends another framework."""
    schema = json_schema(Framework)
    records = {"Framework": schema, **schema["$defs"]}
    parts = {name: _part(name, record, derived=derived) for name, record in records.items()}
    whole = parts.pop("Framework")
    questions = [name for name in parts if name.endswith("Question")]
    kinds = [{"$ref": f"#/definitions/{name}"} for name in questions]
    parts["Question"] = {"anyOf": [WORDS, *([_patch(parts, questions)] if derived else kinds)]}
    title = "A framework made from another one" if derived else "A framework"
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole, "title": title, "definitions": parts}


def _part(name: str, record: Schema, *, derived: bool) -> Schema:
    """The schema of one mapping of the file, made from that of its record."""
    part = part_of(name)
    settings = {key: _setting(key, value) for key, value in record["properties"].items()}
    settings |= _more(part, derived=derived)
    # An id or title can be made from other words or the file's name; a note needs no type, a patch only its changes.
    required = [key for key in record["required"] if key not in {"id", "title"}]
    if name == "NoteQuestion":
        required.remove("type")
    if part == "Framework":
        required = ["extends"] if derived else required
    elif derived and part != "Check":
        required = []
    words = SETTINGS[part]
    described = {key: {"description": words[key].help, **value} for key, value in settings.items()}
    mapping: Schema = {"type": "object", "description": record["description"], "properties": described}
    return {**mapping, "additionalProperties": False, "required": required, **_rules(name, derived=derived)}


def _more(part: str, *, derived: bool) -> Schema:
    """The settings of a file that are gone once a framework was read."""
    if part == "Framework":
        if derived:
            return {"extends": _FRAMEWORK_ID, "remove": {"type": "array", "items": _PLACE}}
        return {"extends": {"type": "string", "pattern": "^$", "patternErrorMessage": _WRONG_SCHEMA}}
    return {"before": _ID, "after": _ID} if derived and part != "Check" else {}


def _rules(name: str, *, derived: bool) -> Schema:
    """What must hold between the settings of a part."""
    named: Schema = {"anyOf": _NAMED} if name in {"Stage", "Step"} else {}
    either = {"Stage": ("ask", "steps"), **dict.fromkeys(_CHOOSING, ("choices", "choices_from"))}
    if name not in either:
        return named
    usual, other = either[name]
    # In this form an editor shows our words, and at the right place.
    first = {usual: {"type": "null", "errorMessage": f"{usual}: or {other}:, not both"}}
    # A type of question that requires something which is not typed yet is not offered: the check looks for that.
    none: Schema = {"else": {"required": [usual]}} if name == "Stage" and not derived else {}
    return {**named, "if": {"required": [other]}, "then": {"properties": first}, **none}


def _patch(parts: Schema, questions: list[str]) -> Schema:
    """A question of the parent's that is changed: it may have the settings of any type, as its type is the parent's."""
    settings = {key: value for name in questions for key, value in parts.pop(name)["properties"].items()}
    settings["type"] = {"description": SETTINGS["Question"]["type"].help, "enum": list(TYPES)}
    about = "A question: one of the parent's by its id with what changes, or one of your own."
    return {"type": "object", "description": about, "properties": settings, "additionalProperties": False}


def _setting(key: str, field: Schema) -> Schema:  # noqa: PLR0911 one arm each
    """The schema of a value in the file, made from that of a record's field."""
    values = [one for one in field.get("anyOf", [field]) if one.get("type") != "null"]
    if len(values) > 1:
        return {"enum": [word for one in values for word in one.get("enum", [one.get("const")])]}
    (value,) = values
    match value:
        case {"const": word}:
            return {"const": word}
        case {"enum": words}:
            return {"enum": words}
        case {"type": "array", "items": items}:
            return {"type": "array", "items": _item(items), **_only(value, "minItems")}
        case {"type": "object"}:
            return {"type": "object", "additionalProperties": _ID, "propertyNames": _ID}
        case {"type": "boolean"}:
            return YES_NO
        case {"type": "integer"}:
            digits = "^[1-9][0-9]*$" if value.get("minimum") == 1 else "^-?[0-9]+$"
            number = {"type": ["integer", "string"], "pattern": digits, "patternErrorMessage": "a whole number"}
            return {**number, **_only(value, "minimum", "maximum")}
        case {"pattern": _}:
            return _FRAMEWORK_ID if key == "id" and "maxLength" in value else _ID
        case _:
            return WORDS


def _item(item: Schema) -> Schema:
    """The schema of one item of a list in the file."""
    if "oneOf" in item:
        checks = [one["$ref"].removeprefix("#/$defs/") for one in item["oneOf"]]
        is_question = checks[0].endswith("Question")
        refs = ["Question"] if is_question else checks
        kinds: list[Schema] = [{"$ref": f"#/definitions/{name}"} for name in refs]
        return kinds[0] if is_question else {"anyOf": kinds}
    if "$ref" in item:
        return {"$ref": item["$ref"].replace("#/$defs/", "#/definitions/")}
    if "pattern" in item:
        return _FRAMEWORK_ID
    return {"enum": item["enum"]} if "enum" in item else _ITEM


def _only(value: Schema, *keys: str) -> Schema:
    return {key: value[key] for key in keys if key in value}
