"""A call while it is held: the session and what surrounds it. Every move is on disk before anything else happens."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from coachcli.app.context import Clock
from coachcli.app.keeping import Keeper
from coachcli.app.screen import meter_of, record_of, view_of
from coachcli.app.stopwatch import Stopwatch
from coachcli.domain.commitments import DateReader
from coachcli.domain.framework import Place
from coachcli.domain.hints import on_moving
from coachcli.domain.history import History
from coachcli.domain.moves import Move, NoteRef, Paused, Resumed, Undone
from coachcli.domain.pack import Pack
from coachcli.domain.position import stop_in
from coachcli.domain.route import Stop
from coachcli.domain.session import Session
from coachcli.domain.walk import Walk
from coachcli.live.signals import Ears
from coachcli.live.source import Line, Meter, Source, View

Leaving = Literal["ended", "paused", "interrupted", "signalled"]
# How many seconds of the clock a kill may cost.
_SAVE_TIME_EVERY = 15


@dataclass(frozen=True, slots=True)
class Left:
    """How a call was left, and the session as it is now.

    `signal` is the number of the one that came, `hints` what there was no prompt left to say at.
    """

    how: Leaving
    session: Session
    signal: int = 0
    hints: tuple[str, ...] = ()


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
    packs: Callable[[str], Pack]
    write_in_editor: Callable[[str], str]


class Call:
    """The state of one sitting. Saving has its one place here, in `move`."""

    def __init__(self, desk: Desk, session: Session, line: Line | None = None) -> None:
        self.desk = desk
        self.history = History(session)
        self.watch = Stopwatch(desk.clock)
        self.line = line or Line()
        """What stands on the line when the next prompt opens."""
        self.remark = ""
        """What the coach is told at the next prompt, once."""
        self.hints: list[str] = []
        """What the framework's checks have to say at the next prompt, once."""
        self.hinted: set[str] = set()
        self.reminded = False
        """Whether the coach was told what is still to be asked before the end."""
        self.probe = ""
        self.probes_shown: dict[tuple[str | None, ...], int] = {}
        self.amending: NoteRef | None = None
        self.warned = False
        """Whether the coach knows that leaving now would lose notes."""
        self.aside: Line | None = None
        """The line that waits while an action is noted."""

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.history.present

    @property
    def stop(self) -> Stop | None:
        """What is being asked, and about what; None at the map."""
        return self.desk.walk.route.current(self.session)

    @property
    def place(self) -> Place | None:
        """What is being asked; None at the map."""
        return self.stop.place if self.stop else None

    def move(self, move: Move | Undone) -> None:
        """Make a move, and have it on disk."""
        before = self.session
        self._take_time()
        self.history = self.history.after(self.desk.walk, move, self.desk.clock.now())
        self._leave_on_screen(before)
        self._look_out(before)
        self._save()

    def refuse(self, message: str, line: Line) -> None:
        """Say why a line was not taken, and give it back."""
        self.remark, self.line = message, line

    def leave(self, how: Leaving, signal: int = 0) -> Left | None:
        """Save and leave. Where nothing took the notes the coach is told first, and leaves by asking again."""
        if how != "ended":
            self.move(Paused())
        if self.desk.keeper.at_risk and how != "signalled" and not self.warned:
            self.warned = True
            self.move(Resumed())
            self.remark = "Some notes are nowhere but here. Free some space, then leave; to lose them, leave again."
            return None
        return Left(how, self.session, signal, tuple(self.hints))

    def keep(self, line: Line) -> None:
        """Have a line on disk before anybody looks at it."""
        whole = self._with_aside(line)
        if whole.text.strip():
            self.desk.keeper.keep_line(self.session, whole)

    def typed(self, line: Line) -> None:
        """The line changed."""
        self.desk.keeper.typing(self.session, self._with_aside(line))

    def tick(self) -> None:
        """Time passes while nothing is typed; now and then it goes to disk as well."""
        if self.watch.running() >= _SAVE_TIME_EVERY:
            self._take_time()
            self._save()

    def view(self) -> View:
        """What is on the screen."""
        remark = "\n".join(part for part in (self.desk.keeper.news(), self.remark, *self.hints) if part)
        view = view_of(self.desk.walk, self.session, self.desk.name, self.meter)
        view = replace(view, probe=self.probe, remark=remark)
        if self.aside is not None:
            asked = "An action: what, by when, how sure?"
            return View(("action",), view.crumbs, asked, remark=remark, meter=self.meter)
        if self.amending is not None:
            return replace(view, prompt="rewriting ", cue="Enter puts it in place; an empty line takes it away.")
        return view

    def meter(self) -> Meter:
        """The clock as of now."""
        seconds = self.session.seconds + int(self.watch.running())
        return meter_of(self.session, seconds, trouble=bool(self.desk.keeper.trouble))

    def _with_aside(self, line: Line) -> Line:
        """What must not be lost while an action is noted: the line that waits, and the action so far."""
        if self.aside is None or not self.aside.text:
            return line
        return Line.ending(f"{self.aside.text}\n*{line.text}")

    def _take_time(self) -> None:
        if self.session.written_up is None and self.session.turns:
            self.history = self.history.spend(self.watch.take())

    def _save(self) -> None:
        session = self.desk.keeper.save(self.session)
        if session.id != self.session.id:
            self.history = History(session, self.history.past)

    def _look_out(self, before: Session) -> None:
        """What the framework has to say about going from one stage to another; each thing once in a sitting."""
        walk = self.desk.walk
        said = on_moving(walk.framework, self.session, _stage_of(walk, before), _stage_of(walk, self.session))
        self.hints += [walk.fill(hint, self.session) for hint in said if hint not in self.hinted]
        self.hinted.update(said)

    def _leave_on_screen(self, before: Session) -> None:
        """What was noted at a question stays on the screen when the conversation leaves it."""
        index, then = len(before.turns) - 1, stop_in(before)
        if then is None or index >= len(self.session.turns):
            return
        if stop_in(self.session) != then:
            self.desk.source.record(*record_of(self.session, index))
            self.probe = ""


def _stage_of(walk: Walk, session: Session) -> str | None:
    """The stage of the call that a session stands in."""
    stop = walk.route.current(session)
    return stop.place.stage.id if stop and stop.place.question.phase == "call" else None
