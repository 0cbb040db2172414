"""What a framework asks of a session, as data: hints for the coach, never a gate."""

from typing import Annotated, Any, Literal, TypeAlias

from msgspec import Meta

from coachcli.domain.framework.parts import Id, Many, Part, Words
from coachcli.domain.record import OneOf, Tagged
from coachcli.domain.terms import Capture, Role

Moment = Literal["entering", "leaving", "closing"]
Has = Literal["who", "by_when", "confidence", "obstacles", "support", "measure"]
_KEYS = ("at_least", "every", "answered", "visited")


class _Check(Part, frozen=True, kw_only=True):
    """`say` is what the coach is told where the check is not met; `at` is when, if not when that is usual."""

    say: Words
    at: Moment | None = None


class EnoughNoted(_Check, frozen=True, kw_only=True):
    """At least so many notes of a kind."""

    at_least: Many
    of: Literal[Role, Capture, "note"]


class EveryHas(_Check, frozen=True, kw_only=True):
    """Every action has what is named, or every goal, an aim of the hour as well."""

    every: Literal["action", "goal"]
    has: Annotated[tuple[Has, ...], Meta(min_length=1)]


class WasAnswered(_Check, frozen=True, kw_only=True):
    """A question was answered."""

    answered: Id


class WasVisited(_Check, frozen=True, kw_only=True):
    """Something was noted in a stage."""

    visited: Id


def _which(check: Any) -> str | None:
    """The setting that tells which type of check this is; None where it has none of these."""
    settings = check if isinstance(check, dict) else getattr(check, "__struct_fields__", ())
    return next((key for key in _KEYS if key in settings), None)


Check: TypeAlias = Annotated[
    Annotated[EnoughNoted, Tagged("at_least")]
    | Annotated[EveryHas, Tagged("every")]
    | Annotated[WasAnswered, Tagged("answered")]
    | Annotated[WasVisited, Tagged("visited")],
    OneOf(_which, code="no_check", text="a check has one of at_least:, every:, answered: or visited:"),
]
CHECKS: dict[str, type[Part]] = {
    "at_least": EnoughNoted,
    "every": EveryHas,
    "answered": WasAnswered,
    "visited": WasVisited,
}
