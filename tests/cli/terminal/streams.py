"""Streams whose bytes a test can look at."""

import io


class Stream(io.TextIOWrapper):
    """Standard output as bytes, to a terminal of some encoding."""

    def __init__(self, encoding: str, *, is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    @property
    def shown(self) -> str:
        self.flush()
        written: bytes = self.buffer.getvalue()  # type: ignore[attr-defined]  # a BytesIO
        return written.decode(self.encoding)
