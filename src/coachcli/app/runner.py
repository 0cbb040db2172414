"""The loop of a call: a line, what it means, the move, the disk. Saving has this one place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from coachcli.app import lines
from coachcli.app.context import Clock
from coachcli.app.keeping import Keeper
from coachcli.app.screen import meter_of, record_of, view_of
from coachcli.app.stopwatch import Stopwatch
from coachcli.domain.commitments import DateReader
from coachcli.domain.history import History
from coachcli.domain.moves import Closed, Move, NoteRef, Paused, Resumed, Undone
from coachcli.domain.position import place_of
from coachcli.domain.session import Session
from coachcli.domain.walk import Walk
from coachcli.live.signals import Ears
from coachcli.live.source import (
    EndOfInput,
    Entered,
    Hooks,
    Line,
    Meter,
    Outcome,
    Pressed,
    Recalled,
    Signalled,
    Source,
    Stopped,
    View,
)

Leaving = Literal["ended", "paused", "interrupted", "signalled"]
# How many seconds of the clock a kill may cost.
_SAVE_TIME_EVERY = 15


@dataclass(frozen=True, slots=True)
class Left:
    """How a call was left, and the session as it is now. `signal` is the number of the one that came."""

    how: Leaving
    session: Session
    signal: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """What a call needs around it. `name` is the client's whole name."""

    walk: Walk
    name: str
    source: Source
    keeper: Keeper
    clock: Clock
    dates: DateReader
    ears: Ears
    write_in_editor: Callable[[str], str]


class Call:
    """One sitting of a session, from the first prompt to leaving."""

    def __init__(self, desk: Desk, session: Session, line: Line | None = None) -> None:
        self.desk = desk
        self.history = History(session)
        self.watch = Stopwatch(desk.clock)
        self.line = line or Line()
        """What stands on the line when the next prompt opens."""
        self.remark = ""
        """What the coach is told at the next prompt, once."""
        self.probe = ""
        self.probes_shown: dict[str, int] = {}
        self.amending: NoteRef | None = None
        self.aside: Line | None = None
        """The line that waits while an action is noted."""

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.history.present

    def run(self) -> Left:
        """The whole sitting."""
        self.move(Resumed())
        try:
            while True:
                left = self._turn()
                if left is not None:
                    return left
        finally:
            self.desk.keeper.close()

    def move(self, move: Move | Undone) -> None:
        """Make a move, and have it on disk before anything else happens."""
        before = self.session
        self._take_time()
        self.history = self.history.after(self.desk.walk, move, self.desk.clock.now())
        self._leave_on_screen(before)
        self._save()

    def refuse(self, message: str, line: Line) -> None:
        """Say why a line was not taken, and give it back."""
        self.remark, self.line = message, line

    def leave(self, how: Leaving, signal: int = 0) -> Left:
        """Save and leave."""
        if how != "ended":
            self.move(Paused())
        return Left(how, self.session, signal)

    def _turn(self) -> Left | None:
        """One prompt and what comes of it."""
        if self.desk.ears.heard is not None:
            return self.leave("signalled", self.desk.ears.heard)
        if self.session.status == "ended":
            return self.leave("ended")
        view, line = self._view(), self.line
        self.line, self.remark = Line(), ""
        return self._handle(self.desk.source.read(view, line, Hooks(self._typed, self._tick)))

    def _handle(self, outcome: Outcome) -> Left | None:
        match outcome:
            case Entered(line=line):
                return self._entered(line)
            case Pressed(command=command, line=line):
                return lines.pressed(self, command, line)
            case Recalled():
                lines.recall(self)
                return None
            case Stopped(line=line):
                return self._stopped(line)
            case EndOfInput(closed=closed):
                return self._out_of_input(closed=closed)
            case Signalled(number=number, line=line):
                self._keep(line)
                return self.leave("signalled", number)

    def _entered(self, line: Line) -> Left | None:
        # Saved first, understood later.
        self._keep(line)
        left = lines.entered(self, line)
        if not self.line.text:
            self.desk.keeper.line_done()
        return left

    def _stopped(self, line: Line) -> Left | None:
        """Ctrl-C: once asks, twice leaves. The clock stands still meanwhile."""
        self.watch.stop()
        self._keep(line)
        asked = "Paused. Enter goes on, p saves and leaves."
        view = View(("paused",), self._view().crumbs, asked, meter=self._meter)
        match self.desk.source.read(view, Line(), Hooks(lambda _: None, lambda: None)):
            case Entered(line=answer) if answer.text.strip().casefold() in {"p", "/pause"}:
                return self.leave("paused")
            case EndOfInput():
                return self.leave("paused")
            case Stopped():
                return self.leave("interrupted")
            case Signalled(number=number):
                return self.leave("signalled", number)
            case Entered(line=answer):
                # Words typed here were meant for the question.
                self.line = Line.ending(line.text + answer.text) if answer.text.strip() else line
            case _:
                self.line = line
        self.watch.go()
        return None

    def _out_of_input(self, *, closed: bool) -> Left:
        """A pipe that ends after the coach closed the call has no more to say about it: the session ends."""
        place = place_of(self.desk.walk.framework, self.session)
        while closed and place is not None and place.question.phase != "call":
            self.move(Closed())
            place = place_of(self.desk.walk.framework, self.session)
        return self.leave("ended" if self.session.status == "ended" else "paused")

    def _keep(self, line: Line) -> None:
        if line.text.strip():
            self.desk.keeper.keep_line(self.session, line)

    def _typed(self, line: Line) -> None:
        self.desk.keeper.typing(self.session, line)

    def _tick(self) -> None:
        """Time passes while nothing is typed; now and then it goes to disk as well."""
        if self.watch.running() >= _SAVE_TIME_EVERY:
            self._take_time()
            self._save()

    def _take_time(self) -> None:
        if self.session.written_up is None and self.session.turns:
            self.history = self.history.spend(self.watch.take())

    def _save(self) -> None:
        session = self.desk.keeper.save(self.session)
        if session.id != self.session.id:
            self.history = History(session, self.history.past)

    def _leave_on_screen(self, before: Session) -> None:
        """What was noted at a question stays on the screen when the conversation leaves it."""
        index, then, now = len(before.turns) - 1, before.position, self.session.position
        if then is None or then.question is None or index >= len(self.session.turns):
            return
        if now is None or now.question != then.question:
            self.desk.source.record(*record_of(self.session, index))
            self.probe = ""

    def _view(self) -> View:
        remark = "\n".join(part for part in (self.desk.keeper.news(), self.remark) if part)
        view = view_of(self.desk.walk, self.session, self.desk.name, self._meter)
        view = replace(view, probe=self.probe, remark=remark)
        if self.aside is not None:
            return View(("action",), view.crumbs, "An action: what, by when, how sure?", meter=self._meter)
        if self.amending is not None:
            return replace(view, prompt="rewriting ", cue="Enter puts it in place; an empty line takes it away.")
        return view

    def _meter(self) -> Meter:
        seconds = self.session.seconds + int(self.watch.running())
        return meter_of(self.session, seconds, trouble=bool(self.desk.keeper.trouble))
