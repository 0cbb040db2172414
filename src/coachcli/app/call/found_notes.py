"""Finding a word in the notes during the call."""

from itertools import groupby

from coachcli.app.call.call import Call
from coachcli.app.call.presence import HIDDEN
from coachcli.app.call.screen import noted
from coachcli.domain.session.circle import Marked
from coachcli.domain.session.framework_change import stage_title
from coachcli.domain.session.model import Note, Session, Turn
from coachcli.domain.session.search import around, notes_with
from coachcli.domain.session.wording import asked_about
from coachcli.live.source import Line

# With where each was noted, about a screen.
_MOST = 8


def find(call: Call, argument: str, line: Line) -> None:
    """Show the notes of this session that hold a word, each with where it was taken, the newest last."""
    if call.discreet:
        call.remark = HIDDEN
        return
    if not argument:
        call.refuse("Find what? For example: /find budget", line)
        return
    found = notes_with(call.session, argument)
    if not found:
        call.remark = f"Nothing here says {argument}."
        return
    earlier = len(found) - _MOST
    more = [f"   … and {earlier} before these; a longer word finds fewer."] if earlier > 0 else []
    call.page = (*more, *_lines(call.session, found[-_MOST:], argument))


def _lines(session: Session, found: list[tuple[Turn, Note]], word: str) -> list[str]:
    where = groupby(found, key=lambda one: f" {stage_title(session, one[0].stage)} · {asked_about(one[0])}")
    return [line for place, ones in where for line in (place, *(_found(noted(note), word) for _, note in ones))]


def _found(shown: Marked, word: str) -> str:
    """What stands around a word in a note; who sees that is not a part of what gives way."""
    return Marked(f"   {around(shown.words, word)}", shown.mark)
