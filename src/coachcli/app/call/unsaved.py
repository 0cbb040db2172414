"""What was typed and is in no saved session yet: the line at hand, and the lines entered since the last save."""

from dataclasses import dataclass, replace

from coachcli.store.session.drafts import Draft


@dataclass(frozen=True, slots=True)
class _Entered:
    """A line that is complete, and after how many sessions handed over it came or was done with."""

    text: str
    number: int


class Unsaved:
    """Sessions are counted as they are handed over to be saved; a later one holds all that an earlier one holds.

    `base` is the digest of the file that all of these lines are missing from.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._handed = self._saved = 0
        self._line: Draft | None = None
        self._entered_at: int | None = None
        self._before: list[_Entered] = []

    def typed(self, line: Draft) -> None:
        """The line at hand is this now."""
        self.done()
        self._line = replace(line, base=self._base) if line.text else None

    def entered(self, line: Draft) -> None:
        """The line at hand is complete."""
        self.typed(line)
        self._entered_at = self._handed

    def done(self) -> None:
        """Nothing is on the line any more. What was entered waits for the session that holds it."""
        entered = self._line.text if self._line is not None and self._entered_at is not None else ""
        if has_words(entered) and self._saved < self._handed != self._entered_at:
            self._before.append(_Entered(entered, self._handed))
        self._line = self._entered_at = None

    def handed_over(self) -> int:
        """Another session goes to the disk: its number."""
        self._handed += 1
        return self._handed

    def saved(self, number: int, base: str) -> None:
        """A session is on disk, with all that was entered before it was handed over."""
        self._saved, self._base = number, base
        self._before = [line for line in self._before if line.number > number]
        # A line that is in this session keeps the base it was missing from.
        is_in = self._entered_at is not None and self._entered_at < number
        if self._line is not None and not is_in:
            self._line = replace(self._line, base=base)

    def draft(self) -> Draft | None:
        """All of it as one draft; None where there is nothing."""
        before = tuple(line.text for line in self._before)
        if self._line is not None:
            return replace(self._line, before=before)
        return Draft("", 0, None, None, self._base, before) if before else None


def has_words(line: str) -> bool:
    """Whether a line says something that must not be lost: a command alone does not."""
    words = line.split()
    is_command = len(words) == 1 and words[0].startswith("/") and not words[0].startswith("//")
    return bool(words) and not is_command
