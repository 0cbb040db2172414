"""A call while it is held: the session and what surrounds it. Every move is handed to the keeper at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from coachcli.app.call.frameworks import Frameworks
from coachcli.app.call.keeper import Keeper
from coachcli.app.call.presence import kind_alone
from coachcli.app.call.screen import noted, record_of
from coachcli.app.context import Clock, Stopwatch
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.client.open_items import Followed
from coachcli.domain.framework.model import Place, Stage
from coachcli.domain.framework.pack import Pack
from coachcli.domain.line.completion import Vocabulary
from coachcli.domain.line.days import DateReader
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.hints import on_moving
from coachcli.domain.session.marks import marks
from coachcli.domain.session.model import Appointment, Note, Position, Session
from coachcli.domain.session.moves import Amended, Closed, Mapped, Move, NoteRef, Paused, Resumed, Undone
from coachcli.domain.session.position import last_note, note_at, stop_in
from coachcli.domain.session.route import Stop
from coachcli.domain.session.undo import History
from coachcli.domain.session.walk import Walk
from coachcli.errors import CoachError, Saying, in_public, joined
from coachcli.live.signals import Signals
from coachcli.live.source import Line, Source

Leaving = Literal["ended", "paused", "interrupted", "signalled"]
# How many seconds of the clock a kill may cost.
_SAVE_TIME_EVERY = 15


@dataclass(frozen=True, slots=True)
class Exit:
    """How a call was left, and the session as it is now.

    `signal` is the number of the one that came, `hints` what there was no prompt left to say at, `discreet` whether
    others could see the screen.
    """

    how: Leaving
    session: Session
    signal: int = 0
    hints: tuple[str, ...] = ()
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class CallServices:
    """What a call needs around it. `name` is the client's whole name."""

    walk: Walk
    name: str
    source: Source
    keeper: Keeper
    clock: Clock
    dates: DateReader
    appointments: Callable[[str], Appointment]
    followed: Callable[[Session], tuple[Followed, ...]]
    """All there ever was to follow up with the client, what this session holds included."""
    signals: Signals
    packs: Callable[[str], Pack]
    write_in_editor: Callable[[str], str | OpenLine]
    vocabulary: Vocabulary
    last_card: Callable[[int, int], list[str]]
    """Last time's card, in so many columns and rows."""
    frameworks: Frameworks
    opening: str = ""
    """What the client wrote they want to look at: said at the first question."""
    is_early: bool = False
    """Whether this is one of the first calls in the practice."""


class Call:
    """The state of one sitting. Saving has its one place here, in `move`."""

    def __init__(
        self, desk: CallServices, session: Session, line: Line | None = None, *, discreet: bool = False
    ) -> None:
        self.desk = desk
        desk.keeper.changed = desk.source.refresh
        self.discreet = discreet
        """Whether others can see the screen."""
        self.history = History(session)
        self.watch = Stopwatch(desk.clock)
        self.line = line or Line()
        """What stands on the line when the next prompt opens."""
        self.remark = ""
        """What the coach is told at the next prompt, once."""
        self.happened = ""
        """What befell the session while the last card stood: told at the next prompt, or after leaving, once."""
        self.page: tuple[str, ...] = ()
        """What stands in the place of the question at the next prompt, once."""
        self.further_pages: list[tuple[str, ...]] = []
        """What is behind that page: Enter turns to it."""
        self.hints: list[str] = []
        """What the framework's checks and the clock have to say, until the next key."""
        self.hinted: set[str] = set()
        self.marked: set[tuple[str, int]] = set()
        self.in_a_sentence = False
        """Whether something was typed since the clock last ticked: what it has to say would be gone unread."""
        self.reminded = False
        """Whether the coach was told what is still to be asked before the end."""
        self.looking = False
        """Whether the coach is at the map for a look, and goes back by Enter."""
        self.is_answered_again = False
        """Whether the line is a second answer, given back."""
        self.stage_shown: Stage | None = None
        """The stage whose questions stand on the map, until something is done."""
        self.doubted = ""
        """The line that was given back with a question about it: entered again as it is, it is taken."""
        self.probe = ""
        self.probes_shown: dict[tuple[str | None, ...], int] = {}
        self.amending: NoteRef | None = None
        self.touched: NoteRef | None = None
        """The note that was rewritten last, as long as nothing was noted since: what /share and /kind are about."""
        self.warned = False
        """Whether the coach knows that leaving now would lose notes."""
        self.asking: tuple[str, str] | None = None
        """A question with its cue that is asked before the one at hand goes on: the client's own summary."""
        self.in_editor: OpenLine | None = None
        """The line that an editor has open which did not wait: Enter brings in what was saved there."""
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
    def walk(self) -> Walk:
        """The walk as its words are shown: naming and quoting nobody where others can see the screen."""
        return replace(self.desk.walk, client=None) if self.discreet else self.desk.walk

    @property
    def place(self) -> Place | None:
        """What is being asked; None at the map."""
        return self.stop.place if self.stop else None

    def move(self, move: Move | Undone) -> None:
        """Make a move, and hand it over to be saved."""
        before = self.session
        self.stage_shown = None
        self.touched = self.touched if isinstance(move, Amended) else None
        self._take_time()
        self.history = self.history.after(self.desk.walk, move, self.desk.clock.now())
        looked = self.looking
        asked_for = isinstance(move, Mapped) and stop_in(before) is not None
        self.looking = self.stop is None and (looked or asked_for)
        self._leave_on_screen(before)
        if isinstance(move, Amended):
            self._correct_on_screen(before, move)
        # What closes a call is asked of the client: what it lacks was said before, or stands on the closing card.
        was_said = isinstance(move, Closed) and (self.reminded or self.session.status != "ended")
        if not self.looking and not was_said:
            # From a look at the map one goes on from the stage one was in.
            self._look_out(before.model_copy(update={"position": _at_last_turn(before)}) if looked else before)
        self._save()

    def refuse(self, message: str, line: Line) -> None:
        """Say why a line was not taken, and give it back."""
        self.remark, self.line = message, line.refused()

    def told(self, text: str) -> str:
        """A text as the coach may be told it here: where others can see it, what they may read of it."""
        return in_public(text) if self.discreet else text

    def seen(self, remark: str) -> str:
        """A remark on a line as it may stand on the screen: where others see it, without the words of the line."""
        return remark.discreet if self.discreet and isinstance(remark, Saying) else remark

    def refuse_after(self, error: CoachError, line: Line) -> None:
        """Say what went wrong, and give the line back."""
        self.refuse(error.discreet if self.discreet else f"{error.message} {error.hint}", line)

    def leave(self, how: Leaving, signal: int = 0) -> Exit | None:
        """Save and leave. Where nothing took the notes the coach is told first, and leaves by asking again."""
        if how != "ended":
            self.move(Paused())
        self.desk.keeper.settle()
        if self.desk.keeper.at_risk and how != "signalled" and not self.warned:
            self.warned = True
            self.move(Resumed())
            self.remark = "Some notes are nowhere but here. Free some space, then leave; to lose them, leave again."
            return None
        left_open = f"What you save in the editor is in {self.in_editor.copy}" if self.in_editor else ""
        self.happened = joined(self.happened, self.desk.keeper.news(), left_open, between="\n")
        return Exit(how, self.desk.keeper.named(self.session), signal, tuple(self.hints), self.discreet)

    def hear_news(self) -> None:
        """What happened to the session until now is told with the next card, and no key takes it away from there."""
        self.happened = self.desk.keeper.news()

    def keep(self, line: Line) -> None:
        """Hand over a line that is complete, before anybody looks at it."""
        whole = self._with_aside(line)
        if whole.text.strip():
            self.desk.keeper.keep_line(self.session, whole)

    def typed(self, line: Line) -> None:
        """The line changed."""
        self.hints.clear()
        self.in_a_sentence = True
        self.desk.keeper.typing(self.session, self._with_aside(line))

    def tick(self) -> None:
        """Time passes while nothing is typed; now and then it goes to disk as well."""
        if not self.in_a_sentence:
            self.heed_the_clock()
        self.in_a_sentence = False
        if self.watch.running() >= _SAVE_TIME_EVERY:
            self._take_time()
            self._save()

    @property
    def last_note(self) -> NoteRef | None:
        """The note that was written last: the one rewritten just now, else the newest."""
        return self.touched or last_note(self.session, None)

    def kept(self, note: Note) -> None:
        """A note was taken, or is another one now."""
        self.desk.source.kept(self.echo(note))

    def echo(self, note: Note) -> str:
        """A note as the coach is told of it."""
        return kind_alone(note) if self.discreet else noted(note)

    @property
    def seconds(self) -> int:
        """How long the call has taken, what is not saved yet included."""
        return self.session.seconds + int(self.watch.running())

    def heed_the_clock(self) -> None:
        """What the clock has to say, each thing once in a sitting."""
        for mark in marks(self.desk.walk.framework, self.session, self.seconds):
            if mark.key not in self.marked:
                self.marked.add(mark.key)
                self.hints.append(mark.text)

    def _with_aside(self, line: Line) -> Line:
        """What must not be lost while something else is asked for: the line that waits, and what it is so far."""
        if self.asking is not None and line.text.strip() and not line.text.startswith("/"):
            # Without its command it would come back as an answer to the question at hand.
            return Line.ending(f"/recap {line.text}")
        if self.aside is None or not self.aside.text:
            return line
        return Line.ending(f"{self.aside.text}\n*{line.text}")

    def _take_time(self) -> None:
        if self.session.written_up is None and self.session.turns:
            self.history = self.history.spend(self.watch.take())

    def _save(self) -> None:
        others_see = self.discreet and self.session.status != "ended"
        self.desk.keeper.save(self.session.model_copy(update={"discreet": others_see}))

    def _look_out(self, before: Session) -> None:
        """What the framework has to say about going from one stage to another; each thing once in a sitting."""
        if self.session.amending is not None:
            return
        walk = self.desk.walk
        said = on_moving(walk.framework, self.session, _stage_of(walk, before), _stage_of(walk, self.session))
        self.hints += [self.walk.fill(hint, self.session) for hint in said if hint not in self.hinted]
        self.hinted.update(said)

    def _leave_on_screen(self, before: Session) -> None:
        """What was noted at a question stays on the screen when the conversation leaves it."""
        index, then = len(before.turns) - 1, stop_in(before)
        if then is None or index >= len(self.session.turns):
            return
        if stop_in(self.session) != then:
            self.desk.source.record(*record_of(self.session, index))
            self.probe = ""

    def _correct_on_screen(self, before: Session, move: Amended) -> None:
        """A note that stands on the screen, at a question that was left, is printed again as it is now."""
        if stop_in(before) is not None and move.ref.turn == len(before.turns) - 1:
            return
        what, note = ("corrected", move.note) if move.note else ("taken away", note_at(before, move.ref))
        self.desk.source.record(led_by(f"   {what}: ", self.echo(note)))


def _at_last_turn(session: Session) -> Position | None:
    return Position(question=session.turns[-1].question) if session.turns else None


def _stage_of(walk: Walk, session: Session) -> str | None:
    """The stage of the call that a session stands in."""
    stop = walk.route.current(session)
    return stop.place.stage.id if stop and stop.place.question.phase == "call" else None
