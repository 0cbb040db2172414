"""What is wrong in a file that a person wrote, and where."""

from collections.abc import Iterable
from typing import Literal

from coachcli.domain.value import Value, put

Level = Literal["error", "warning"]
# A message may repeat a word of a file, and that word may be a megabyte long.
_LONGEST = 500
# A place in a file: the keys and the numbers in lists that lead to it from the top, as pydantic names them.
Where = tuple[str | int, ...]


class Problem(Value, frozen=True):
    """One thing to mend. `line` and `column` count from 1, in characters; `width` is how many it covers.

    `text` may quote a framework, which is no secret; of a session file it names the place and never the words.
    """

    code: str
    line: int
    column: int
    text: str
    width: int = 1
    hint: str = ""
    level: Level = "error"

    def __post_init__(self) -> None:
        """Cut what is too long to be read."""
        for name in ("text", "hint"):
            words = getattr(self, name)
            if len(words) > _LONGEST:
                put(self, name, f"{words[: _LONGEST - 1]}…")


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether a problem among these keeps the file from being used, as a warning does not."""
    return any(problem.level == "error" for problem in problems)
