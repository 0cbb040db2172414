"""The goals that are open already, shown before a goal is asked for, so that none is set twice."""

from coachcli.app.call.call import Call
from coachcli.app.call.open_things import open_now
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.history.goals import MOST_SHOWN
from coachcli.domain.history.open_items import Followed
from coachcli.domain.note_kinds import wants
from coachcli.domain.room import ROOMS
from coachcli.domain.session.position import open_field
from coachcli.domain.text import one_line

_OPEN = "Open: "


def lines(call: Call) -> list[str]:
    """A line for each open goal, where a goal is asked for and none is noted yet; none where others see the screen.

    With the sponsor in the room, only what is marked for the sponsor is there.
    """
    if call.discreet or not _asks_for_goal(call):
        return []
    theirs = _theirs(call)
    shown = [f"{_OPEN}{one_line(one.thing.what)}" for one in theirs[:MOST_SHOWN]]
    more = len(theirs) - MOST_SHOWN
    return [*shown, *([f"and {more} more"] if more > 0 else [])]


def _asks_for_goal(call: Call) -> bool:
    turns, place = call.session.turns, call.place
    if place is None or not turns or open_field(call.session) is not None or not ROOMS[turns[-1].room].clients_own:
        return False
    return answer_kind(place.question) in wants("goal") and not turns[-1].notes


def _theirs(call: Call) -> list[Followed]:
    """The goals from before this call that may be shown in this room, the newest first."""
    is_of_three = call.session.turns[-1].room == "three"
    goals = (one for one in open_now(call) if one.thing.kind == "goal" and one.thing.session != call.session.id)
    return [one for one in goals if not is_of_three or one.thing.share_with == "sponsor"][::-1]
