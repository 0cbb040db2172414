"""The errors of the schema, in a coach's words and at their places in the file."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence as List
from typing import TYPE_CHECKING, Any

from coachcli.domain.framework.fields import written_in
from coachcli.domain.framework.names import framework_name
from coachcli.domain.framework.settings import names_where
from coachcli.domain.problems import Problem, Where
from coachcli.store.framework.corrections import no_type
from coachcli.store.framework.parts import shown
from coachcli.store.framework.schema import alike, settings_at, split
from coachcli.store.yaml_io.nodes import Mapping, Node, Scalar, node_at, span
from coachcli.store.yaml_io.quoting import quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_EXTENDING = names_where(lambda setting: setting.only_extending)


def roots(errors: "List[ErrorDetails]") -> "list[ErrorDetails]":
    """The errors without those that only follow from another one.

    A list whose items are wrong counts as empty. An id that is made of words is missing where these are. A misspelt
    setting counts as missing as well.
    """
    return [details for details in errors if not _follows(details, errors)]


def _follows(details: "ErrorDetails", errors: "List[ErrorDetails]") -> bool:
    match details["type"]:
        case "too_short":
            depth = len(details["loc"])
            return any(other["loc"][:depth] == details["loc"] for other in errors if len(other["loc"]) > depth)
        case "missing":
            return details["loc"][-1:] == ("id",)
        case _:
            return False


def problem(details: "ErrorDetails", tree: Node) -> Problem:
    """One error of the schema as a problem of the file."""
    where, kind = split(details["loc"])
    named = where[:-1] if where[-1:] == ("[key]",) else where
    node, key = node_at(tree, named)
    if details["type"] == "union_tag_invalid" and isinstance(node, Mapping) and "type" in node.entries:
        node = node.entries["type"].value
        if isinstance(node, Scalar):
            return no_type(node)
    at_key = details["type"] == "extra_forbidden" or where != named
    place: Node = key if at_key and key is not None else node
    code, text, hint = _in_words(details, named, kind, place if where != named else node)
    line, column, width = span(place)
    return Problem(code, line, column, text, width=width, hint=hint)


def _in_words(details: "ErrorDetails", where: Where, part: str, node: Node) -> tuple[str, str, str]:  # noqa: C901, PLR0911, PLR0912 one arm each
    """The code, the text and the hint of an error; `part` is the type of the question or check."""
    name, kind = str(where[-1]) if where else "", details["type"]
    value = shown(node)
    context: Dict[str, Any] = details.get("ctx", {})
    if isinstance(node, Scalar) and node.plain and not node.text:
        kind = "too_short" if kind in {"string_type", "model_type", "model_attributes_type"} else kind
    match kind:
        case "extra_forbidden":
            return "E201", f"'{name}' is not a setting here", _settings(where, part)
        case "missing":
            return "E202", f"'{name}' is missing here", _added(name, node)
        case "too_short" | "string_too_short":
            return "E202", f"{name_of(where)} is empty", "write something there, or leave the setting out"
        case "union_tag_invalid":
            return "E203", f"there is no question type {value}", ""
        case "literal_error":
            return "E204", f"{value} is not allowed for {name_of(where)}", allowed(_text(node), context)
        case "string_pattern_mismatch" | "string_too_long" if isinstance(node, Mapping):
            return (
                "E206",
                "the name of the file cannot be an id",
                f"call the file {framework_name(details['input'])}.yaml",
            )
        case "string_pattern_mismatch":
            return "E206", f"{value} cannot be an id", f"try '{_an_id(details['input'])}'"
        case "string_too_long":
            return "E206", f"{value} is too long for an id", f"at most {context['max_length']} letters"
        case "tuple_type":
            return "E207", f"{name_of(where)} should be a list ('- ' items), but it is {value}", ""
        case "bool_parsing" | "bool_type":
            return "E208", f"{name} must be yes or no, not {value}", ""
        case "no_check":
            return "E209", details["msg"], "for example  - answered: ID"
        case "value_error":
            return "E209", str(context.get("error", "this does not fit together")), ""
        case "string_type":
            return "E207", f"{name_of(where)} should be a text, but it is {value}", "put it in quotes if it is one"
        case "dict_type":
            return "E207", f"{name_of(where)} should be settings such as  old_id: new_id, but it is {value}", ""
        case "model_type" | "model_attributes_type":
            return "E207", f"{name_of(where)} should be settings such as  title: ..., but it is {value}", ""
        case _ if kind.startswith("int"):
            return "E205", f"{name} must be a whole number, not {value}", ""
        case _ if "than" in kind:
            return "E205", f"{name} is out of range: {value}", range_words(context)
        case _:
            return "E209", f"{name_of(where)} does not fit here", ""


def _added(name: str, part: Node) -> str:
    """How to write what is missing. It may be there and not look like it: a question with a colon in it."""
    first = next(iter(part.entries.values()), None) if isinstance(part, Mapping) else None
    if (
        name != "ask"
        or first is None
        or first.key.text in written_in("Question")
        or not isinstance(first.value, Scalar)
    ):
        return f"add  {name}: ..."
    return f"write  - ask: {quoted(f'{first.key.text}: {first.value.text}'.rstrip())}"


def _settings(where: Where, part: str) -> str:
    """The settings there are at a place where something else is written."""
    name, around = str(where[-1]), where[:-1]
    if name in _EXTENDING:
        return "only a framework with  extends: ...  has that"
    return f"settings here: {', '.join(sorted(settings_at(around, part)))}"


def allowed(word: str, context: Dict[str, Any]) -> str:
    """The choices there are, and which of them a word may mean; `context` is that of pydantic's error."""
    choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
    close = alike(word, choices)
    guess = f"did you mean '{close}'? " if close else ""
    return f"{guess}allowed: {', '.join(choices)}"


def name_of(where: Where) -> str:
    """The setting that a value belongs to, in words."""
    names = [step for step in where if isinstance(step, str)]
    name = names[-1] if names else "this"
    return f"an item of {name}" if where and isinstance(where[-1], int) else name


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _an_id(words: str) -> str:
    return framework_name(words, "_")


def range_words(context: Dict[str, Any]) -> str:
    """What a number has to be; `context` is that of pydantic's error."""
    for word, key in (("at least", "ge"), ("at most", "le"), ("more than", "gt")):
        if key in context:
            return f"{word} {context[key]:g}"
    return ""
