"""What a call shows while a line is typed: the question, or what is asked in between, and the meter."""

from collections.abc import Sequence

from coachcli.app.call.call import Call
from coachcli.app.call.completion import at_hand
from coachcli.app.call.mode import (
    AnsweredAgain,
    Asking,
    Doubting,
    Looking,
    Mode,
    NotingAction,
    Rewriting,
    StageOpened,
    SummingUp,
)
from coachcli.app.call.open_things import goal_lines, open_now
from coachcli.app.call.presence import discreet, kept_before
from coachcli.app.call.screen import meter_of, view_of
from coachcli.app.call.stage_map import stage_view
from coachcli.domain.line.completion import Suggestion, suggestions, who_suggestions
from coachcli.domain.session.circle import led_by
from coachcli.domain.session.position import open_field
from coachcli.domain.value import changed
from coachcli.live.source import Meter, View

_IN_EDITOR = "The editor came back at once. When you have saved and closed it, Enter brings in what you wrote."


def view(call: Call) -> View:
    """What is on the screen."""
    words = at_hand(call.walk, call.session, call.services.vocabulary, lambda: [] if call.discreet else open_now(call))

    def complete(line: str, asked: bool) -> Sequence[Suggestion]:
        if open_field(call.session) == "who" and not line.startswith("/"):
            return who_suggestions(line)
        return suggestions(line, words, asked=asked, named=not call.discreet)

    call.heed_the_clock()
    asked = view_of(call.walk, call.session, call.services.name, lambda: meter(call))
    page, *further = call.pages or ((),)
    shown = changed(
        _shown(call, call.mode, asked),
        remark=_remark(call),
        page=page,
        further=tuple(further),
        complete=complete,
        is_early=call.services.is_early,
    )
    return discreet(shown, kept_before(call.session)) if call.discreet else shown


def meter(call: Call) -> Meter:
    """The meter, as of now."""
    keeper = call.services.keeper
    saved = "NOT SAVED" if keeper.trouble else "saving" if keeper.pending else "saved"
    # Asked each time: saving may go wrong, or right again, while a line is typed.
    hint = "\n".join(part for part in (call.told(keeper.trouble), *call.hints) if part)
    shown = meter_of(call.session, call.seconds, saved=saved, hint=hint)
    return changed(shown, alarm=True) if keeper.trouble else shown


def _remark(call: Call) -> str:
    """All that the coach is to be told at this prompt."""
    waiting = _IN_EDITOR if call.in_editor is not None else ""
    *before, last = [part for part in (call.told(call.news), call.remark, waiting) if part] or [""]
    return led_by("".join(f"{part}\n" for part in before), last)


def _shown(call: Call, mode: Mode, asked: View) -> View:
    """The view of what is asked, as the mode of the call changes it."""
    match mode:
        case NotingAction() | SummingUp():
            return mode.shown(asked)
        case Rewriting() if call.stop is None:
            return _shown(call, mode.before, asked)
        case Rewriting():
            return mode.shown(changed(asked, probe=call.probe))
        case StageOpened(stage=stage):
            return stage_view(call, stage, changed(asked, probe=call.probe))
        case Looking():
            return mode.shown(changed(asked, probe=call.probe))
        case Asking() | AnsweredAgain() | Doubting():
            return changed(asked, probe=call.probe, cue=_with_what_is_known(call, asked.cue))


def _with_what_is_known(call: Call, cue: str) -> str:
    """The cue of a question behind what is known: at the first what the client wrote, at a goal those that are open."""
    is_first = call.stop is not None and len(call.session.turns) == 1
    opening = call.services.opening if is_first and not call.discreet else ""
    return "\n".join(filter(None, (opening, *goal_lines(call), cue)))
