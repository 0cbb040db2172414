"""Regular expressions that are compiled when they are first used: most of them are not before the first question."""

import re
from typing import Any, AnyStr, cast


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression, compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


class _Uncompiled:
    """Stands for a regular expression. What was asked of it once is at hand from then on."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        answer = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, answer)
        return answer
