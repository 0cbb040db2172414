"""The coach as the sender of a letter: how it greets and how it closes."""

from typing import NamedTuple

from coachcli.domain.text import one_line


class LogoFile(NamedTuple):
    """The file of the coach's logo as they wrote it, and the line of coach.yaml on which they did."""

    name: str
    line: int


class Sender(NamedTuple):
    """What the coach has set about themselves; empty where they have not. The colour is like #1f4e79."""

    name: str = ""
    mail: str = ""
    sign_off: str = ""
    logo: LogoFile | None = None
    colour: str = ""

    def greeting(self, first_name: str) -> str:
        """Hello Jane, before a letter that somebody signs."""
        return f"Hello {one_line(first_name)}," if self.closing else ""

    @property
    def closing(self) -> tuple[str, ...]:
        """The lines below the letter: the words of the sign-off, then the name."""
        rows = (one_line(row) for row in (*self.sign_off.split("\n"), self.name))
        return tuple(row for row in rows if row)


NOBODY = Sender()
