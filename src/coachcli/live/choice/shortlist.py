"""A list to pick from that narrows as one types: what is found, which is marked, and the rows it is drawn in."""

from collections.abc import Iterator, Sequence

from coachcli.cells import cells, cut
from coachcli.domain.spellings import begins_in, is_within
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import Value
from coachcli.live.rows import Row, begun, wrapped


class Option(Value, frozen=True):
    """Something to pick: what it is called, a few words about it, and among what others it stands in the list."""

    key: str
    title: str
    about: str = ""
    group: str = ""

    @property
    def words(self) -> str:
        """What it is called and what is said about it, as it may be shown."""
        return visible(f"{self.title}  {self.about}" if self.about else self.title)


class Shortlist:
    """The options in which what is typed stands, in any spelling, if it begins a word of one; which is then marked."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options
        self._at = 0
        self.typed = ""
        self.found = tuple(options)

    @property
    def marked(self) -> Option | None:
        """What Enter takes, if anything is found."""
        return self.found[self._at] if self.found else None

    def narrow(self, typed: str) -> None:
        """Look for what is typed."""
        self.typed = one_line(typed)
        within = tuple(one for one in self._options if is_within(self.typed, one.words))
        begun = [number for number, one in enumerate(within) if begins_in(self.typed, one.words)]
        self.found, self._at = (within, begun[0]) if begun else ((), 0)

    def step(self, by: int) -> None:
        """Mark another one; behind the last comes the first."""
        self._at = (self._at + by) % len(self.found) if self.found else 0

    def rows(self, width: int) -> Iterator[Row]:
        """Each in a row of its own under the name of its group; but Enter takes what the list begins with."""
        group = self.found[0].group if self.found else ""
        for number, option in enumerate(self.found):
            if option.group != group:
                group = option.group
                yield Row("separator", cut(f"   {visible(group)}", width - 1))
            is_marked = number == self._at
            words = _in_a_row(option.words, _room(width))
            yield Row("marked" if is_marked else "option", f" {'»' if is_marked else ' '} {words}")

    def more(self, width: int) -> list[str]:
        """What has no room in the row of the marked one, below the list."""
        option = self.marked
        if option is None or cells(option.words) < _room(width):
            return []
        return wrapped(option.about, width, "   ")


def _room(width: int) -> int:
    return max(20, width - 5)


def _in_a_row(words: str, width: int) -> str:
    """Words in one row, so that a list looks like one; what does not fit ends between words."""
    (row,) = begun([Row("option", text) for text in wrapped(words, width)], 1, width)
    return row.text
