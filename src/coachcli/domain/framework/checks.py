"""What a framework asks of a session, as data: hints for the coach, never a gate."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag
from pydantic import Field as Setting

from coachcli.domain.framework.parts import Id, Part, Words
from coachcli.domain.terms import Capture, Role

Moment = Literal["entering", "leaving", "closing"]
_KEYS = ("at_least", "every", "answered", "visited")


class _Check(Part):
    """`say` is what the coach is told where the check is not met; `at` is when, if not when that is usual."""

    say: Words
    at: Moment | None = None


class EnoughNoted(_Check):
    """At least so many notes of a kind."""

    at_least: int = Setting(ge=1, le=100)
    of: Literal[Role, Capture, "note"]


class EveryHas(_Check):
    """Every action, or goal, has what is named."""

    every: Literal["action", "goal"]
    has: tuple[Literal["who", "by_when", "confidence", "obstacles", "support", "measure"], ...] = Setting(min_length=1)


class WasAnswered(_Check):
    """A question was answered."""

    answered: Id


class WasVisited(_Check):
    """Something was noted in a stage."""

    visited: Id


def _which(check: Any) -> str | None:
    """By which of its settings a check is told from the others."""
    given = check if isinstance(check, dict) else getattr(check, "__dict__", {})
    return next((key for key in _KEYS if key in given), None)


Check = Annotated[
    Annotated[EnoughNoted, Tag("at_least")]
    | Annotated[EveryHas, Tag("every")]
    | Annotated[WasAnswered, Tag("answered")]
    | Annotated[WasVisited, Tag("visited")],
    Discriminator(
        _which,
        custom_error_type="no_check",
        custom_error_message="a check has one of at_least:, every:, answered: or visited:",
    ),
]
CHECKS: dict[str, type[Part]] = {
    "at_least": EnoughNoted,
    "every": EveryHas,
    "answered": WasAnswered,
    "visited": WasVisited,
}
