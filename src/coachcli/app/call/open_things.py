"""What is open with the client: /done lists it and ticks it off, and a question for a goal has the goals before it."""

from collections.abc import Sequence

from coachcli.app.call.call import Call
from coachcli.domain.framework.question_types import answer_kind
from coachcli.domain.history.goals import MOST_SHOWN
from coachcli.domain.history.open_items import Followed, named, near
from coachcli.domain.note_kinds import wants
from coachcli.domain.room import ROOMS
from coachcli.domain.session.model import Note, Reviewed, code_of
from coachcli.domain.session.moves import Noted
from coachcli.domain.session.position import open_field, room_in
from coachcli.domain.session.voice import comes_up
from coachcli.domain.session.wording import KIND_NAMES
from coachcli.domain.terms import ShareWith
from coachcli.domain.text import one_line
from coachcli.live.source import Line
from coachcli.render.client.action_list import details


def done(call: Call, argument: str, line: Line) -> None:
    """Tick off the thing that a number or words mean; without any, list what is open."""
    still = open_now(call)
    things = named(argument, still)
    if len(things) == 1:
        _tick_off(call, things[0])
    elif things:
        _list(call, things)
        call.refuse(f"That could be {len(things)} of them; a number says which: /done {things[0].number}", line)
    elif argument:
        call.refuse(_unknown(call, argument, still), line)
    elif still:
        _list(call, still)
        call.tell(f"{len(still)} open. Some of its words tick one off, or its number: /done {still[0].number}")
    else:
        call.tell("Nothing is open.")


def open_now(call: Call) -> list[Followed]:
    """What is open and may come up before those who are in the room, this session's included."""
    room, person = room_in(call.services.walk.framework, call.session), code_of(call.session)
    return [one for one in call.services.followed(call.session) if one.is_open and comes_up(one.thing, room, person)]


def goal_lines(call: Call) -> list[str]:
    """A line for each open goal, where a goal is asked for and none is noted yet; none where others see the screen.

    With the sponsor in the room, only what is marked for the sponsor is there.
    """
    if call.discreet or not _asks_for_goal(call):
        return []
    theirs = _goals(call)
    shown = [f"Open: {one_line(one.thing.what)}" for one in theirs[:MOST_SHOWN]]
    more = len(theirs) - MOST_SHOWN
    return [*shown, *([f"and {more} more"] if more > 0 else [])]


def _asks_for_goal(call: Call) -> bool:
    turns, place = call.session.turns, call.place
    if place is None or not turns or open_field(call.session) is not None or not ROOMS[turns[-1].room].clients_own:
        return False
    return answer_kind(place.question) in wants("goal") and not turns[-1].notes


def _goals(call: Call) -> list[Followed]:
    """The goals from before this call that may be shown in this room, the newest first."""
    is_of_three = call.session.turns[-1].room == "three"
    goals = (one for one in open_now(call) if one.thing.kind == "goal" and one.thing.session != call.session.id)
    return [one for one in goals if not is_of_three or one.thing.share_with == "sponsor"][::-1]


def readers_of(call: Call, note: Note) -> ShareWith | None:
    """Who sees the thing whose outcome a note tells; None for any other note."""
    review = note.reviewed
    if review is None:
        return None
    things = (one.thing for one in call.services.followed(call.session))
    return next((thing.share_with for thing in things if (thing.kind, thing.what) == (review.kind, review.what)), None)


def _tick_off(call: Call, one: Followed) -> None:
    thing = one.thing
    review = Reviewed(kind=thing.kind, what=thing.what, session=thing.session, outcome="done")
    # The note repeats the words of what was chosen, so that whoever sees those may see it.
    call.move(Noted(Note(kind="review", reviewed=review, share_with=thing.share_with)))
    call.tell("1 ticked off." if call.discreet else f"Ticked off: {one_line(thing.what)}")


def _list(call: Call, things: Sequence[Followed]) -> None:
    """Show things with the numbers by which they are called; where others see the screen, show none."""
    if call.discreet:
        return
    _, height = call.services.source.page_size()
    rows = [_row(one) for one in things]
    room = max(1, height - 2)
    call.show(*(tuple(rows[at : at + room]) for at in range(0, len(rows), room)))


def _row(one: Followed) -> str:
    kind = "" if one.thing.kind == "action" else f"{KIND_NAMES[one.thing.kind]}: "
    return f" {one.number:>3} {kind}{' · '.join((one_line(one.thing.what), *details(one)))}"


def _unknown(call: Call, words: str, still: Sequence[Followed]) -> str:
    closed = [one for one in call.services.followed(call.session) if not one.is_open]
    if named(words, closed):
        return "That was ticked off already."
    likely = [] if call.discreet else near(words, still)
    if likely:
        return f"Nothing open is called that; did you mean {one_line(likely[0].thing.what)}?"
    return "Nothing open is called that; /done lists what is." if still else "Nothing is open."
