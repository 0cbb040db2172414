"""/switch: the call goes on along another framework."""

from coachcli.app.call.call import Call
from coachcli.app.call.frameworks import KeptFramework
from coachcli.command_line import command, for_anybody
from coachcli.domain.framework.model import Framework
from coachcli.domain.room import ROOMS
from coachcli.domain.session.framework_change import switched
from coachcli.domain.session.model import FrameworkRef
from coachcli.domain.session.moves import Mapped
from coachcli.domain.session.position import room_in
from coachcli.domain.session.walk import Walk
from coachcli.domain.terms import Room
from coachcli.domain.text import folded
from coachcli.errors import CoachError, Saying
from coachcli.live.source import Line

# A remark names so many frameworks.
_MOST = 8


def switch(call: Call, argument: str, line: Line) -> None:
    """Go on along the framework that is named, keeping all notes; or say why not, and give the line back."""
    if call.session.amending is not None:
        call.refuse("The session has ended: what is added to it is added along the framework it had then.", line)
        return
    if not argument:
        call.tell(call.told(_where(call)))
        return
    names = _meant(call, argument)
    if len(names) > 1:
        call.refuse(call.told(for_anybody(f"That could be: {_listed(names)}. Which one?")), line)
        return
    try:
        _go_on_along(call, _found(call, names[0]), line)
    except CoachError as error:
        call.refuse_after(error, line)


def _where(call: Call) -> Saying:
    here = call.session.framework
    before = [ref.id for ref in call.session.switched_from]
    fitting = call.services.frameworks.fitting(room_in(call.services.walk.framework, call.session))
    there = [name for name in fitting if name not in {here.id, *before}]
    return for_anybody(
        f"This is {here.title}. /switch NAME goes on in another framework: {_listed([*before, *there])}."
    )


def _meant(call: Call, name: str) -> list[str]:
    """The ids that a name can mean, only those that begin with it where there are any; else the name itself."""
    words = folded(name)
    if words in {folded(ref.id) for ref in _walked(call)}:
        return [words]
    ids = call.services.frameworks.meant(name)
    return [one for one in ids if folded(one).startswith(words)] or ids or [name]


def _walked(call: Call) -> list[FrameworkRef]:
    return [*call.session.switched_from, call.session.framework]


def _found(call: Call, name: str) -> Framework:
    """The framework of a name: as it was, where the session was walked along it before; any other as it is today."""
    before = next((ref for ref in call.session.switched_from if ref.id == name), None)
    frameworks = call.services.frameworks
    return (
        frameworks.again(before)
        if before is not None
        else frameworks.named(name, call.services.walk.framework.language)
    )


def _go_on_along(call: Call, framework: Framework, line: Line) -> None:
    here = call.services.walk.framework
    if framework.id == here.id:
        call.tell(f"This is {here.title} already.")
    elif framework.room != room_in(call.services.walk.framework, call.session):
        call.refuse(call.told(_apart(room_in(call.services.walk.framework, call.session), framework)), line)
    else:
        kept = _take(call, framework)
        back = f"/switch {here.id} goes back; /undo does not reach that far."
        call.tell(f"On with {framework.title}; all that was noted is kept. {back}{kept.trouble}")


def _apart(here: Room, there: Framework) -> Saying:
    """Why no call goes on with somebody else: they could see what was noted before."""
    this, that = ROOMS[here].held, ROOMS[there.room].held
    alone = command("session", "start", "-f", there.id)
    return for_anybody(f"This is {this}, and {there.title} is {that}.\nHold it on its own, after this one: {alone}")


def _take(call: Call, framework: Framework) -> KeptFramework:
    # The framework is kept before the session names it. Then the question at hand is left, as by any other move.
    kept = call.services.frameworks.kept(framework)
    call.move(Mapped())
    walk = Walk(framework, call.services.walk.client, kept.carried, kept.lists)
    session = switched(call.session, framework, kept.ref, kept.begun)
    call.walk_along(walk, walk.arrive(session, call.services.clock.now()))
    return kept


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more ({command('framework', 'list')})" if more > 0 else "")
