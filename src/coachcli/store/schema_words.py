"""What the schema says of a framework, in a coach's words and at the place in the file."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence as List
from difflib import get_close_matches
from typing import Any, get_args

from pydantic_core import ErrorDetails

from coachcli.domain.expansion import id_from
from coachcli.domain.framework import TYPES, Framework, Part, Question, Stage, Step
from coachcli.domain.problems import Problem, Where
from coachcli.store.located import node_at, span
from coachcli.store.nodes import Mapping, Node, Scalar, Sequence

_QUESTIONS: dict[str, type[Part]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in get_args(get_args(Question)[0])
}


_ALIKE = 0.6


def _keys(model: type[Part]) -> set[str]:
    return {setting.alias or name for name, setting in model.model_fields.items()}


QUESTION_KEYS = set().union(*(_keys(model) for model in _QUESTIONS.values()))


def is_meant_as_setting(name: str) -> bool:
    """Whether a name is a setting of a question, or a slip of one; `What matters` is the beginning of a text."""
    return name in QUESTION_KEYS or (
        " " not in name and bool(get_close_matches(name, QUESTION_KEYS, n=1, cutoff=_ALIKE))
    )


def roots(found: List[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that only follow from another one.

    A list whose items are wrong counts as empty, an id is made from what is wrong or missing itself, and what is
    misspelt is missing as well.
    """
    return [details for details in found if not _follows(details, found)]


def _follows(details: ErrorDetails, found: List[ErrorDetails]) -> bool:
    *around, name = details["loc"] or ("",)
    match details["type"]:
        case "too_short":
            depth = len(details["loc"])
            return any(other["loc"][:depth] == details["loc"] for other in found if len(other["loc"]) > depth)
        case "missing":
            unknown = [other["loc"] for other in found if other["type"] == "extra_forbidden"]
            beside = [str(where[-1]) for where in unknown if [*where[:-1]] == around]
            return name == "id" or bool(get_close_matches(str(name), beside, n=1, cutoff=_ALIKE))
        case _:
            return False


def problem(details: ErrorDetails, tree: Node) -> Problem:
    """One error of the schema as a problem of the file."""
    where = details["loc"]
    node, key = node_at(tree, where)
    if details["type"] == "union_tag_invalid" and isinstance(node, Mapping) and "type" in node.entries:
        node = node.entries["type"].value
    code, text, hint = _said(details, where, node)
    line, column, width = span(key if details["type"] == "extra_forbidden" and key is not None else node)
    return Problem(code, line, column, text, width=width, hint=hint)


def _said(details: ErrorDetails, where: Where, node: Node) -> tuple[str, str, str]:  # noqa: C901, PLR0911, PLR0912 one arm each
    """Code, text and hint."""
    name, kind = str(where[-1]) if where else "", details["type"]
    shown = _shown(node)
    context: Dict[str, Any] = details.get("ctx", {})
    if isinstance(node, Scalar) and node.plain and not node.text:
        kind = "too_short" if kind in {"string_type", "model_type", "model_attributes_type"} else kind
    match kind:
        case "extra_forbidden":
            return "E201", f"'{name}' is not a setting here", _meant(name, _allowed(where))
        case "missing":
            return "E202", f"'{name}' is missing here", f"add  {name}: ..."
        case "too_short" | "string_too_short":
            return "E202", f"{_name(where)} is empty", "write something there, or leave the setting out"
        case "union_tag_invalid":
            return "E203", f"there is no question type {shown}", _meant(_text(node), TYPES, "types: ")
        case "literal_error":
            expected = str(context.get("expected", "")).replace("'", "")
            allowed = expected.replace(" or ", ", ").split(", ")
            return "E204", f"{shown} is not allowed for {_name(where)}", _meant(_text(node), allowed, "allowed: ")
        case "string_pattern_mismatch" | "string_too_long" if isinstance(node, Mapping):
            return "E206", "the name of the file cannot be an id", f"call the file {_an_id(details['input'])}.yaml"
        case "string_pattern_mismatch":
            return "E206", f"{shown} cannot be an id", f"try '{_an_id(details['input'])}'"
        case "string_too_long":
            return "E206", f"{shown} is too long for an id", f"at most {context['max_length']} letters"
        case "tuple_type":
            return "E207", f"{_name(where)} should be a list ('- ' items), but it is {shown}", ""
        case "bool_parsing" | "bool_type":
            return "E208", f"{name} must be yes or no, not {shown}", ""
        case "value_error":
            return "E209", str(context.get("error", "this does not fit together")), ""
        case "string_type":
            return "E207", f"{_name(where)} should be a text, but it is {shown}", "put it in quotes if it is one"
        case "model_type" | "model_attributes_type":
            return "E207", f"{_name(where)} should be settings such as  title: ..., but it is {shown}", ""
        case _ if kind.startswith("int"):
            return "E205", f"{name} must be a whole number, not {shown}", ""
        case _ if "than" in kind:
            return "E205", f"{name} is out of range: {shown}", _range(context)
        case _:
            return "E209", f"{_name(where)} does not fit here", ""


def _allowed(where: Where) -> set[str]:
    """The settings there are at a place."""
    parts = [step for step in where[:-1] if not isinstance(step, int)]
    if "ask" in parts:
        tag = next((step for step in reversed(parts) if step in _QUESTIONS), "note")
        return _keys(_QUESTIONS[tag])
    if "steps" in parts:
        return _keys(Step)
    return _keys(Stage) if "stages" in parts else _keys(Framework)


def _meant(word: str, allowed: set[str] | list[str] | tuple[str, ...], listing: str = "") -> str:
    close = get_close_matches(word, allowed, n=1, cutoff=_ALIKE)
    said = f"did you mean '{close[0]}'?" if close else ""
    if listing:
        return f"{said} {listing}{', '.join(allowed)}".strip()
    return said or f"settings here: {', '.join(sorted(allowed))}"


def _name(where: Where) -> str:
    """The setting a value stands under, or its place in a list."""
    names = [step for step in where if isinstance(step, str) and step not in _QUESTIONS]
    name = names[-1] if names else "this"
    return f"an item of {name}" if where and isinstance(where[-1], int) else name


def _text(node: Node, key: str = "") -> str:
    if key and isinstance(node, Mapping) and key in node.entries:
        node = node.entries[key].value
    return node.text if isinstance(node, Scalar) else ""


def _shown(node: Node) -> str:
    """A value as it can be quoted on one line."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        named = _text(node, "type")
        return f"'{named}'" if named else "a group of settings"
    text = " ".join(node.text.split())
    return f"the text '{text[:40]}…'" if len(text) > 40 else f"'{text}'"


def _an_id(words: str) -> str:
    return id_from(words, set(), "my")


def _range(context: Dict[str, Any]) -> str:
    for word, key in (("at least", "ge"), ("at most", "le")):
        if key in context:
            return f"{word} {context[key]}"
    return ""
