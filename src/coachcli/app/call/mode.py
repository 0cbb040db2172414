"""The modes of a call, which say what its line is for: each with what is shown, and with what Enter does."""

from coachcli.domain.framework.model import Stage
from coachcli.domain.session.moves import NoteRef
from coachcli.domain.value import Value, changed
from coachcli.live.source import Line, View


class Asking(Value, frozen=True):
    """The question at hand is asked, or at the map, where to go: with Enter the line is read as the answer."""


class AnsweredAgain(Value, frozen=True):
    """A second answer was given back on the line: Enter alone leaves the first answer as it is, and goes on."""


class Doubting(Value, frozen=True):
    """The `line` was given back with a doubt about it: Enter on the same words takes them as they are."""

    line: str


class Looking(Value, frozen=True):
    """The coach looks at the map: Enter alone goes back to where they were."""

    def shown(self, asked: View) -> View:
        """The map, with the way back."""
        return changed(asked, cue="Enter goes back. A number or a name goes there; /end closes the session.")


class StageOpened(Value, frozen=True):
    """The questions of a stage are listed on the map: a number or words go to one, Enter alone closes the list."""

    stage: Stage
    before: Asking | Looking


class Rewriting(Value, frozen=True):
    """A note stands on the line: Enter puts the line in its place; an empty line takes the note away.

    `doubted` is the line that was given back with a doubt about it: the same words again are taken as they are.
    """

    ref: NoteRef
    before: "Ground"
    doubted: str = ""

    def shown(self, asked: View) -> View:
        """The card of the question, with what Enter does now."""
        return changed(asked, prompt="rewriting ", readers="", cue="Enter saves. Empty deletes.", escapes=True)


class NotingAction(Value, frozen=True):
    """An action is asked for while another `line` waits: Enter notes the action, and that line comes back."""

    line: Line
    before: "Mode"

    def shown(self, asked: View) -> View:
        """A card that asks for the action, and says how one may look."""
        return View(("action",), asked.crumbs, "One line: Call Ann by friday 8/10", meter=asked.meter)

    def whole(self, line: Line) -> Line:
        """The line and the one that waits, as one: neither may be lost."""
        return Line.ending(f"{self.line.text}\n*{line.text}") if self.line.text else line


class SummingUp(Value, frozen=True):
    """The client is asked for their own summary: Enter notes the line as that, and Enter alone notes nothing."""

    before: "Mode"

    def shown(self, asked: View) -> View:
        """A card that asks for the summary, in the place of the question at hand."""
        question = "What do you take away from today, in your own words?"
        cue = "Their words, shared with them. Enter alone leaves it."
        return View(("asking",), asked.crumbs, question, cue=cue, prompt="one line ", meter=asked.meter)

    def whole(self, line: Line) -> Line:
        """The line behind its command: without that, it would come back as an answer to the question at hand."""
        if not line.text.strip() or line.text.startswith("/"):
            return line
        return Line.ending(f"/recap {line.text}")


Ground = Asking | AnsweredAgain | Doubting | Looking | StageOpened
Mode = Ground | Rewriting | NotingAction | SummingUp


def ground_of(mode: Mode) -> Ground:
    """The mode beneath: what the line is for once all that was asked for in between is done."""
    return ground_of(mode.before) if isinstance(mode, Rewriting | NotingAction | SummingUp) else mode


def on_ground(mode: Mode, ground: Ground) -> Mode:
    """The mode with this one beneath it, once the session has moved on."""
    match mode:
        case Rewriting():
            return changed(mode, before=ground)
        case NotingAction() | SummingUp():
            return changed(mode, before=on_ground(mode.before, ground))
        case _:
            return ground


def is_looking(mode: Mode) -> bool:
    """Whether the coach is at the map only for a look."""
    ground = ground_of(mode)
    return isinstance(ground.before if isinstance(ground, StageOpened) else ground, Looking)
