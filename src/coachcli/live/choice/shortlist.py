"""A list that narrows as somebody types: the options found, which of them is marked, and the rows of the list."""

from collections.abc import Iterator, Sequence

from coachcli.cells import cells, cut
from coachcli.domain.spellings import begins_in, is_within
from coachcli.domain.text import one_line, visible
from coachcli.domain.value import Value
from coachcli.live.rows import Row, begun, wrapped


class Option(Value, frozen=True):
    """Something to pick: its title, a few words about it, and the group under which it stands in the list."""

    key: str
    title: str
    about: str = ""
    group: str = ""

    @property
    def words(self) -> str:
        """Its title and the words about it, made harmless to show."""
        return visible(f"{self.title}  {self.about}" if self.about else self.title)


class Shortlist:
    """The options that hold what is typed, in any spelling. It must begin a word of one of them: that one is marked."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options
        self._at = 0
        self.typed = ""
        self.found = tuple(options)

    @property
    def marked(self) -> Option | None:
        """The option that Enter takes; None where nothing is found."""
        return self.found[self._at] if self.found else None

    def narrow(self, typed: str) -> None:
        """Keep the options that hold what is typed."""
        self.typed = one_line(typed)
        within = tuple(one for one in self._options if is_within(self.typed, one.words))
        begun = [number for number, one in enumerate(within) if begins_in(self.typed, one.words)]
        self.found, self._at = (within, begun[0]) if begun else ((), 0)

    def step(self, by: int) -> None:
        """Mark another option; behind the last comes the first."""
        self._at = (self._at + by) % len(self.found) if self.found else 0

    def rows(self, width: int) -> Iterator[Row]:
        """A row for each option, under the name of its group; the first group has no name above it."""
        group = self.found[0].group if self.found else ""
        for number, option in enumerate(self.found):
            if option.group != group:
                group = option.group
                yield Row("separator", cut(f"   {visible(group)}", width - 1))
            is_marked = number == self._at
            words = _in_a_row(option.words, _room(width))
            yield Row("marked" if is_marked else "option", f" {'»' if is_marked else ' '} {words}")

    def more(self, width: int) -> list[str]:
        """The words about the marked option, to stand below the list, where they have no room in its row."""
        option = self.marked
        if option is None or cells(option.words) < _room(width):
            return []
        return wrapped(option.about, width, "   ")


def _room(width: int) -> int:
    return max(20, width - 5)


def _in_a_row(words: str, width: int) -> str:
    """Words cut to one row, between two of them."""
    (row,) = begun([Row("option", text) for text in wrapped(words, width)], 1, width)
    return row.text
