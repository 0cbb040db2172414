"""The state of a call while it is held: its session, and what the next prompt shows. Each move is saved at once."""

from typing import Literal

from coachcli.app.call.mode import Asking, Ground, Looking, Mode, NotingAction, SummingUp, is_looking, on_ground
from coachcli.app.call.presence import kind_alone
from coachcli.app.call.screen import corrected, left_behind, noted
from coachcli.app.call.services import CallServices
from coachcli.app.context import Stopwatch
from coachcli.app.editor_copy import OpenLine
from coachcli.domain.framework.model import Place
from coachcli.domain.line.expectation import expecting
from coachcli.domain.session.hints import on_moving
from coachcli.domain.session.model import Note, Position, Session
from coachcli.domain.session.moves import Amended, Closed, Mapped, Move, NoteRef, Paused, Resumed, Undone
from coachcli.domain.session.position import last_note, stop_in
from coachcli.domain.session.route import Stop
from coachcli.domain.session.schedule import marks
from coachcli.domain.session.undo import History
from coachcli.domain.session.walk import Walk
from coachcli.domain.value import Value, changed
from coachcli.errors import CoachError, in_public, joined
from coachcli.live.source import Line

Leaving = Literal["ended", "paused", "interrupted", "signalled"]
Page = tuple[str, ...]
# A kill costs at most so many seconds of the time that the call took.
_SAVE_TIME_EVERY = 15


class Exit(Value, frozen=True):
    """How the coach left a call, and the session as it was then.

    `signal` is the number of the signal that ended it, if one did; `hints` are those for which there was no prompt
    left; `discreet` tells whether others could see the screen.
    """

    how: Leaving
    session: Session
    signal: int = 0
    hints: tuple[str, ...] = ()
    discreet: bool = False


class Call:
    """The state of a call. Nobody else writes to it; in `move`, and nowhere else, its session is changed and saved."""

    def __init__(
        self,
        services: CallServices,
        session: Session,
        line: Line | None = None,
        *,
        page: Page = (),
        discreet: bool = False,
    ) -> None:
        self.services = services
        services.keeper.changed = services.source.refresh
        self.discreet = discreet
        """Whether others can see the screen."""
        self.history = History(session)
        self.stop: Stop | None = None
        """What is being asked, and about what; None at the map."""
        self.watch = Stopwatch(services.clock)
        self.mode: Mode = Asking()
        """What the line is for."""
        self.line = line or Line()
        """What stands on the line when the next prompt opens."""
        self.remark = ""
        """What the coach is told at the next prompt, once."""
        self.news = ""
        """What happened to the session while the last card stood: told once, at the next prompt or after leaving."""
        self.pages: tuple[Page, ...] = (page,) if page else ()
        """The pages in the place of the question at the next prompt, shown once; Enter turns from one to the next."""
        self.hints: list[str] = []
        """What the framework's checks and the clock have to say, until the next key."""
        self.probe = ""
        """The follow-up question that is shown below the one at hand."""
        self.probes_shown: dict[tuple[str | None, ...], int] = {}
        self.is_reminded = False
        """Whether the coach was told what is still to be asked before the end."""
        self.in_editor: OpenLine | None = None
        """The line that an editor has open which came back at once: Enter brings in what was saved there."""
        self._hints_told: set[str] = set()
        self._marks_told: set[tuple[str, int]] = set()
        self._is_in_a_sentence = False
        self._last_rewritten: NoteRef | None = None
        self._is_warned = False
        self._look_where_it_stands()

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self.history.present

    @property
    def walk(self) -> Walk:
        """The walk whose words are shown: where others can see the screen, one that names and quotes nobody."""
        return self.services.walk.unnamed if self.discreet else self.services.walk

    @property
    def place(self) -> Place | None:
        """The place of the question that is being asked; None at the map."""
        return self.stop.place if self.stop else None

    @property
    def last_note(self) -> NoteRef | None:
        """The note that was written last: the one rewritten just now, else the newest."""
        return self._last_rewritten or last_note(self.session, None)

    @property
    def seconds(self) -> int:
        """How many seconds the call has taken, those included that are not saved yet."""
        return self.session.seconds + int(self.watch.running())

    # Moves

    def move(self, move: Move | Undone) -> None:
        """Make a move and hand the session over to be saved; then work out what the screen is to show."""
        before, left = self.session, self.stop
        self._take_time()
        self.history = self.history.after(self.services.walk, move, self.services.clock.now())
        self._save()
        self._look_where_it_stands()
        self._last_rewritten = move.ref if isinstance(move, Amended) and move.note else None
        was_looking = is_looking(self.mode)
        self.mode = on_ground(self.mode, self._ground(before, move))
        self._follow_on_screen(before, move)
        # At the end of a call no hint is given: what the call lacks was said before, or stands on the closing card.
        is_closing = isinstance(move, Closed) and (self.is_reminded or self.session.status != "ended")
        if not is_closing and not is_looking(self.mode):
            # After a look at the map, the stage that is left is the one the coach was in before the look.
            self._hint_at_stages(self._last_stop(before) if was_looking else left)

    def walk_along(self, walk: Walk, session: Session) -> None:
        """Go on with a session that is on another framework now; /undo takes back nothing from before."""
        self.services = changed(self.services, walk=walk)
        self.history = History(session)
        self._look_where_it_stands()
        self.mode = on_ground(self.mode, Asking())
        self.move(Resumed())

    def leave(self, how: Leaving, signal: int = 0) -> Exit | None:
        """Save and leave; None where no file could take the notes: the coach is told, and leaves by asking again."""
        keeper = self.services.keeper
        if how != "ended":
            self.move(Paused())
        keeper.settle()
        if keeper.at_risk and how != "signalled" and not self._is_warned:
            self._is_warned = True
            self.move(Resumed())
            self.tell("Some notes are nowhere but here. Free some space, then leave; to lose them, leave again.")
            return None
        left_open = f"What you save in the editor is in {self.in_editor.copy}" if self.in_editor else ""
        self.news = joined(self.news, keeper.news(), left_open, between="\n")
        return Exit(how, keeper.named(self.session), signal, tuple(self.hints), self.discreet)

    # What is said and shown at the next prompt

    def tell(self, remark: str) -> None:
        """Say something at the next prompt."""
        self.remark = remark

    def show(self, *pages: Page) -> None:
        """Put pages in the place of the question at the next prompt."""
        self.pages = pages

    def put_on_line(self, line: Line) -> None:
        """Put a text on the line for the next prompt."""
        self.line = line

    def refuse(self, message: str, line: Line) -> None:
        """Say why a line was not taken, and give it back."""
        self.remark, self.line = message, line.refused()

    def refuse_after(self, error: CoachError, line: Line) -> None:
        """Say what went wrong, and give the line back."""
        self.refuse(error.discreet if self.discreet else f"{error.message} {error.hint}", line)

    def remind(self, remark: str) -> None:
        """Say at the next prompt what is missing before the end, and remember that it was said."""
        self.remark, self.is_reminded = remark, True

    def show_probe(self, text: str, key: tuple[str | None, ...]) -> None:
        """Show a follow-up question, and count how often it was shown."""
        self.probe = text
        self.probes_shown[key] = self.probes_shown.get(key, 0) + 1

    def turn_to(self, mode: Mode) -> None:
        """Change what the next line is for."""
        self.mode = mode

    def wait_for_editor(self, line: OpenLine | None) -> None:
        """Remember the line that is open in an editor which came back at once; None: wait for no editor any more."""
        self.in_editor = line

    def conceal(self, *, on: bool) -> None:
        """Show no name and no note from here on, or show them again."""
        self.discreet = on
        self.services.source.conceal(on=on)

    def told(self, text: str) -> str:
        """A text as it may be shown now: where others can see the screen, only what they may read of it."""
        return in_public(text) if self.discreet else text

    def echo(self, note: Note) -> str:
        """A note as it may be shown now when the coach is told that it was kept."""
        return kind_alone(note) if self.discreet else noted(note)

    # What happens at a prompt

    def begin_prompt(self) -> None:
        """Clear what was put on this prompt, so that the next one begins empty."""
        self.line, self.remark, self.pages = Line(), "", ()

    def end_prompt(self) -> None:
        """Take down what happened while the prompt stood: the next card tells it, and no key removes it from there."""
        self.hints.clear()
        self.news = self.services.keeper.news()

    def keep(self, line: Line) -> None:
        """Hand over a complete line to be kept, before it is read."""
        whole = self._whole(line)
        if whole.text.strip():
            self.services.keeper.keep_line(self.session, whole)

    def typed(self, line: Line) -> None:
        """Hand over a line that was changed, to be kept."""
        self.hints.clear()
        self._is_in_a_sentence = True
        self.services.keeper.typing(self.session, self._whole(line))

    def tick(self) -> None:
        """Notice that time passed while a line is open; every so many seconds the time is saved."""
        # While a sentence is being typed the clock says nothing: the next key would remove it unread.
        if not self._is_in_a_sentence:
            self.heed_the_clock()
        self._is_in_a_sentence = False
        if self.watch.running() >= _SAVE_TIME_EVERY:
            self._take_time()
            self._save()

    def heed_the_clock(self) -> None:
        """Show what the clock has to say, each remark once in a sitting."""
        for mark in marks(self.services.walk.framework, self.session, self.seconds):
            if mark.key not in self._marks_told:
                self._marks_told.add(mark.key)
                self.hints.append(mark.text)

    def _whole(self, line: Line) -> Line:
        """All that must not be lost: the line, and a line that waits while something else is asked for."""
        return self.mode.whole(line) if isinstance(self.mode, NotingAction | SummingUp) else line

    def _look_where_it_stands(self) -> None:
        """Work out, once for each move, what is asked now and how the next line is to be read."""
        walk = self.services.walk
        self.stop = walk.route.current(self.session)
        self.expecting = expecting(walk, self.session, self.services.dates)

    def _take_time(self) -> None:
        if self.session.written_up is None and self.session.turns:
            self.history = self.history.spend(self.watch.take())

    def _save(self) -> None:
        others_see = self.discreet and self.session.status != "ended"
        self.services.keeper.save(changed(self.session, discreet=others_see))

    def _ground(self, before: Session, move: Move | Undone) -> Ground:
        """What the line is for after a move, where nothing else is being asked for."""
        comes_to_look = isinstance(move, Mapped) and stop_in(before) is not None
        return Looking() if self.stop is None and (comes_to_look or is_looking(self.mode)) else Asking()

    def _follow_on_screen(self, before: Session, move: Move | Undone) -> None:
        """Leave on the screen what was noted at the question that the call has left, and later corrections of it."""
        if (rows := left_behind(before, self.session)) is not None:
            self.services.source.record(*rows)
            self.probe = ""
        if isinstance(move, Amended) and (row := corrected(before, move, self.echo)):
            self.services.source.record(row)

    def _last_stop(self, before: Session) -> Stop | None:
        """The stop at which a session was before it came to the map."""
        position = Position(question=before.turns[-1].question) if before.turns else None
        return self.services.walk.route.current(changed(before, position=position))

    def _hint_at_stages(self, left: Stop | None) -> None:
        """Show the framework's hints about going from one stage to another, each once in a sitting."""
        if self.session.amending is not None:
            return
        framework = self.services.walk.framework
        hints = on_moving(framework, self.session, _stage_of(left), _stage_of(self.stop))
        self.hints += [self.walk.fill(hint, self.session) for hint in hints if hint not in self._hints_told]
        self._hints_told.update(hints)


def _stage_of(stop: Stop | None) -> str | None:
    """The stage of the call that a stop is in."""
    return stop.place.stage.id if stop and stop.place.question.phase == "call" else None
