"""The JSON Schema of a framework's file, made from the models: for editors that complete and check while one types.

Draft 7, which every editor with the YAML language server knows: later drafts came to it late, and not to all.

Of the file and not of what is made of it: a question may be a plain text, ids may be left out, a number is one in
quotes as well, and so is yes. Only a setting with nothing behind it is refused here and passed over by us: somebody
who is typing has not finished it.
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

_WORDS: Schema = {"type": ["string", "number"], "minLength": 1}
# An editor takes  choices: [True, 2]  for something else than two texts.
_ITEM: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}
# The first is what an editor offers.
_YES_NO: Schema = {
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
# What people see who write the first line of a plain file over one that extends another.
_WRONG_SCHEMA = f"A file with extends: begins with  # yaml-language-server: $schema=./{DERIVED_FILE}"


def schema_text(schema: Schema) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def framework_schema(*, derived: bool) -> Schema:
    """The schema of a file that stands for itself, or of one that extends another framework."""
    told = json_schema(Framework)
    models = {"Framework": told, **told["$defs"]}
    parts = {name: _part(name, model, derived=derived) for name, model in models.items()}
    whole = parts.pop("Framework")
    questions = [name for name in parts if name.endswith("Question")]
    kinds = [{"$ref": f"#/definitions/{name}"} for name in questions]
    parts["Question"] = {"anyOf": [_WORDS, *([_patch(parts, questions)] if derived else kinds)]}
    title = "A coaching model made from another one" if derived else "A coaching model"
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole, "title": title, "definitions": parts}


def _part(name: str, model: Schema, *, derived: bool) -> Schema:
    """A mapping of the file with its settings."""
    part = part_of(name)
    settings = {key: _setting(key, value) for key, value in model["properties"].items()}
    settings |= _more(part, derived=derived)
    # Left out by their words, or by the file's name; a note says no type; a patch says what it changes.
    required = [key for key in model["required"] if key not in {"id", "title"}]
    if name == "NoteQuestion":
        required.remove("type")
    if part == "Framework":
        required = ["extends"] if derived else required
    elif derived and part != "Check":
        required = []
    words = SETTINGS[part]
    described = {key: {"description": words[key].help, **value} for key, value in settings.items()}
    found: Schema = {"type": "object", "description": model["description"], "properties": described}
    return {**found, "additionalProperties": False, "required": required, **_rules(name, derived=derived)}


def _more(part: str, *, derived: bool) -> Schema:
    """Settings that are no longer there once a framework was read."""
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
    # Put like this an editor shows our words, and shows them at their place.
    first = {usual: {"type": "null", "errorMessage": f"{usual}: or {other}:, not both"}}
    # An editor does not offer a type of question that needs what is not there yet: that is left to the check.
    none: Schema = {"else": {"required": [usual]}} if name == "Stage" and not derived else {}
    return {**named, "if": {"required": [other]}, "then": {"properties": first}, **none}


def _patch(parts: Schema, questions: list[str]) -> Schema:
    """A question of which one writes what changes: any setting of any type, for the type is the parent's."""
    settings = {key: value for name in questions for key, value in parts.pop(name)["properties"].items()}
    settings["type"] = {"description": SETTINGS["Question"]["type"].help, "enum": list(TYPES)}
    about = "A question: one of the parent's by its id with what changes, or one of your own."
    return {"type": "object", "description": about, "properties": settings, "additionalProperties": False}


def _setting(key: str, told: Schema) -> Schema:  # noqa: PLR0911 one arm each
    """A value as it may stand in the file."""
    kept = [one for one in told.get("anyOf", [told]) if one.get("type") != "null"]
    if len(kept) > 1:
        return {"enum": [word for one in kept for word in one.get("enum", [one.get("const")])]}
    (value,) = kept
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
            return _YES_NO
        case {"type": "integer"}:
            digits = "^[1-9][0-9]*$" if value.get("minimum") == 1 else "^-?[0-9]+$"
            number = {"type": ["integer", "string"], "pattern": digits, "patternErrorMessage": "a whole number"}
            return {**number, **_only(value, "minimum", "maximum")}
        case {"pattern": _}:
            return _FRAMEWORK_ID if key == "id" and "maxLength" in value else _ID
        case _:
            return _WORDS


def _item(told: Schema) -> Schema:
    """One item of a list."""
    if "oneOf" in told:
        checks = [one["$ref"].removeprefix("#/$defs/") for one in told["oneOf"]]
        is_question = checks[0].endswith("Question")
        refs = ["Question"] if is_question else checks
        found: list[Schema] = [{"$ref": f"#/definitions/{name}"} for name in refs]
        return found[0] if is_question else {"anyOf": found}
    if "$ref" in told:
        return {"$ref": told["$ref"].replace("#/$defs/", "#/definitions/")}
    if "pattern" in told:
        return _FRAMEWORK_ID
    return {"enum": told["enum"]} if "enum" in told else _ITEM


def _only(value: Schema, *keys: str) -> Schema:
    return {key: value[key] for key in keys if key in value}
