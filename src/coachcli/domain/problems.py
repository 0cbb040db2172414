"""What is wrong in a file that a person wrote, and where."""

from typing import Literal

from coachcli.domain.value import Value, put

Level = Literal["error", "warning"]
# A file may hold a megabyte of what was meant to be a word, and a message repeats it.
_LONGEST = 500
# Where something stands: keys and places in lists from the top, as pydantic names them.
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
