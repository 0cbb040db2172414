"""/done: list what is open with the client, and tick it off during the call."""

from collections.abc import Sequence

from coachcli.app.call.call import Call
from coachcli.domain.history.open_items import Followed, named, near
from coachcli.domain.session.model import Note, Reviewed
from coachcli.domain.session.moves import Noted
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
    """What is open with the client, this session's included; in a reflection, only what is the coach's own."""
    alone = call.services.walk.framework.kind == "reflection"
    return [one for one in call.services.followed(call.session) if one.is_open and one.alone == alone]


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
