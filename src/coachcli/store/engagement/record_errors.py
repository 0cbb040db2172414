"""The errors of the schema of a road or an engagement, in a coach's words."""

from typing import TYPE_CHECKING, Any

from coachcli.domain.framework.names import framework_name
from coachcli.domain.problems import Where
from coachcli.store.framework.schema_errors import allowed, name_of, range_words

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_DAY = "write it like  2026-09-01"


def in_words(details: "ErrorDetails", where: Where, value: str) -> tuple[str, str, str]:  # noqa: C901, PLR0911 one arm each
    """The code, the text and the hint of an error; `value` is what stands there, as a message shows it."""
    name, kind = name_of(where), details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    match kind:
        case "missing":
            return "E202", f"'{name}' is missing here", f"add  {name}: ..."
        case "literal_error":
            return "E204", f"{value} is not allowed for {name}", allowed(str(details["input"]), context)
        case "string_pattern_mismatch" | "string_too_long":
            return _misshapen(name, value, str(details["input"]))
        case "string_too_short" | "too_short":
            return "E202", f"{name} is empty", "write something there, or leave the setting out"
        case "tuple_type":
            return "E207", f"{name} should be a list ('- ' items), but it is {value}", ""
        case "string_type":
            return "E207", f"{name} should be a text, but it is {value}", ""
        case "model_type" | "model_attributes_type" | "dict_type" | "model_fields_type":
            return "E207", f"{name} should be settings, but it is {value}", _EXAMPLES.get(_last(where), "")
        case "bool_parsing" | "bool_type":
            return "E208", f"{name} must be yes or no, not {value}", ""
        case _ if kind.startswith("date"):
            return "E205", f"{name} must be a day, not {value}", _DAY
        case _ if "than" in kind:
            return "E205", f"{name} is out of range: {value}", range_words(context)
        case _ if kind.startswith(("int", "float")):
            return "E205", f"{name} must be a {'whole ' if kind.startswith('int') else ''}number, not {value}", ""
        case _:
            return "E209", f"{name} does not fit here", ""


def _misshapen(name: str, value: str, written: str) -> tuple[str, str, str]:
    """Of a text that has not the shape it needs: all but a month are ids."""
    if name == "read":
        return "E205", f"{name} must be a month, not {value}", "write it like  2026-11"
    return "E206", f"{value} cannot be an id", f"try '{framework_name(written)}'"


_EXAMPLES = {
    "road": "write it like  - {do: midpoint, week: 12}",
    "consents": "write it like  consents: {goals: 2026-09-03}",
    "ended": "write it like  ended: {on: 2027-02-20, why: as agreed}",
    "left": "write it like  - {on: 2026-12-01, for: sponsor, what: report, lines: 9}",
    "relationships": "write it like  - {client: Jane Example, paid: 12.5}",
}


def _last(where: Where) -> str:
    return next((step for step in reversed(where) if isinstance(step, str)), "")
