"""What a call shows while a line is typed: the question, or what is asked before it goes on, and the meter."""

from collections.abc import Sequence
from dataclasses import replace

from coachcli.app.call.call import Call
from coachcli.app.call.completion import at_hand
from coachcli.app.call.open_things import open_now
from coachcli.app.call.presence import discreet, kept_before
from coachcli.app.call.screen import meter_of, view_of
from coachcli.app.call.stage_map import stage_view
from coachcli.domain.line.completion import Suggestion, suggestions
from coachcli.domain.session.circle import led_by
from coachcli.live.source import Meter, View

_REWRITING = "Enter saves. Empty deletes."
_IN_EDITOR = "The editor came back at once. When you have saved and closed it, Enter brings in what you wrote."


def view(call: Call) -> View:
    """What is on the screen."""
    words = at_hand(call.walk, call.session, call.desk.vocabulary, lambda: [] if call.discreet else open_now(call))

    def complete(line: str, asked: bool) -> Sequence[Suggestion]:
        return suggestions(line, words, asked=asked, named=not call.discreet)

    call.heed_the_clock()
    waiting = _IN_EDITOR if call.in_editor is not None else ""
    *before, last = [part for part in (call.told(call.happened), call.remark, waiting) if part] or [""]
    remark = led_by("".join(f"{part}\n" for part in before), last)
    shown = replace(_at_hand(call), remark=remark, page=call.page, further=tuple(call.further_pages), complete=complete)
    shown = replace(shown, is_early=call.desk.is_early)
    return discreet(shown, kept_before(call.session)) if call.discreet else shown


def meter(call: Call) -> Meter:
    """What changes by itself, as of now."""
    keeper = call.desk.keeper
    saved = "NOT SAVED" if keeper.trouble else "saving" if keeper.pending else "saved"
    # Saving may go wrong, or right again, while a line is typed.
    hint = "\n".join(part for part in (call.told(keeper.trouble), *call.hints) if part)
    shown = meter_of(call.session, call.seconds, saved=saved, hint=hint)
    return replace(shown, alarm=True) if keeper.trouble else shown


def _at_hand(call: Call) -> View:
    asked = view_of(call.walk, call.session, call.desk.name, lambda: meter(call))
    if call.aside is not None:
        return View(("action",), asked.crumbs, "One line: Call Ann by friday 8/10", meter=asked.meter)
    if call.asking is not None:
        question, cue = call.asking
        return View(("asking",), asked.crumbs, question, cue=cue, prompt="one line ", meter=asked.meter)
    asked = replace(asked, probe=call.probe)
    if call.stop is None:
        return _at_map(call, asked)
    if call.amending is not None:
        return replace(asked, prompt="rewriting ", readers="", cue=_REWRITING, escapes=True)
    if call.desk.opening and len(call.session.turns) == 1 and not call.discreet:
        return replace(asked, cue=f"{call.desk.opening}\n{asked.cue}".rstrip())
    return asked


def _at_map(call: Call, asked: View) -> View:
    if call.stage_shown is not None:
        return stage_view(call, call.stage_shown, asked)
    if call.looking:
        return replace(asked, cue="Enter goes back. A number or a name goes there; /end closes the session.")
    return asked
