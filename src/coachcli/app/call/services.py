"""What a call needs around it; above all the keeper, which saves its session while it happens."""

from collections.abc import Callable
from typing import Protocol

from coachcli.app.call.frameworks import Frameworks
from coachcli.app.client.numbers import Numbers, no_numbers
from coachcli.app.context import Clock
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.day.reader import DateReader
from coachcli.domain.framework.model import Pack
from coachcli.domain.history.open_items import Followed
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.session.model import Appointment, Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import Value
from coachcli.live.signals import Signals
from coachcli.live.source import Line, Source
from coachcli.store.disk.background import nothing


class Keeper(Protocol):
    """Saves a session while it happens. Only `settle` and `close` wait for the disk."""

    changed: Callable[[], None]
    """The function that is called, from any thread, when `pending`, `trouble` or `news` may have changed."""

    @property
    def trouble(self) -> str:
        """What is wrong at the moment, in one sentence."""
        ...

    @property
    def pending(self) -> bool:
        """Whether a session that was handed over is on its way: neither on disk yet, nor refused."""
        ...

    @property
    def at_risk(self) -> bool:
        """Whether the session is in memory alone: no file took it. True to fact once all is settled."""
        ...

    @property
    def is_full(self) -> bool:
        """Whether the session, with all that was entered, would be too large to be read again."""
        ...

    def news(self) -> str:
        """What happened that the coach must be told; empty the next time."""
        ...

    def save(self, session: Session) -> None:
        """Take the session, to be saved soon."""
        ...

    def typing(self, session: Session, line: Line) -> None:
        """Take the line being typed, as it is now."""
        ...

    def keep_line(self, session: Session, line: Line) -> None:
        """Take a complete line, before it is read."""
        ...

    def line_done(self) -> None:
        """Forget the line at hand: a session that was handed over holds it, or nobody wants it back."""
        ...

    def settle(self) -> None:
        """Wait until all that was handed over is on disk, or there is trouble."""
        ...

    def named(self, session: Session) -> Session:
        """The session under the id of its file: another id, if it had to go into another file."""
        ...

    def close(self) -> None:
        """Settle, and take nothing more."""
        ...


class NoKeeper:
    """The keeper of a rehearsal, which keeps nothing."""

    trouble = ""
    pending = at_risk = is_full = False
    changed: Callable[[], None] = staticmethod(nothing)

    def news(self) -> str:
        """Nothing."""
        return ""

    def save(self, session: Session) -> None:
        """Nothing."""

    def typing(self, session: Session, line: Line) -> None:
        """Nothing."""

    def keep_line(self, session: Session, line: Line) -> None:
        """Nothing."""

    def line_done(self) -> None:
        """Nothing."""

    def settle(self) -> None:
        """Nothing."""

    def named(self, session: Session) -> Session:
        """As it is."""
        return session

    def close(self) -> None:
        """Nothing."""


class CallServices(Value, frozen=True):
    """What a call needs around it. `name` is the client's full name.

    `followed` finds all there ever was to follow up with the client, a given session's included, `numbers` what a
    number was before. `last_card` draws last time's card in so many columns and rows. `opening` is what the client
    wrote that they want to look at, shown at the first question. `is_early` says that this is one of the first calls of
    the practice.
    """

    walk: Walk
    name: str
    source: Source
    keeper: Keeper
    clock: Clock
    dates: DateReader
    appointments: Callable[[str], Appointment]
    followed: Callable[[Session], tuple[Followed, ...]]
    signals: Signals
    packs: Callable[[str], Pack]
    write_in_editor: Callable[[str], str | OpenLine]
    vocabulary: Vocabulary
    last_card: Callable[[int, int], list[str]]
    frameworks: Frameworks
    numbers: Numbers = no_numbers
    opening: str = ""
    is_early: bool = False
