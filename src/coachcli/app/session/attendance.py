"""Who is there besides the coach when a session begins, where it is not the client: named, picked, or somebody new."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from coachcli.app.context import Context
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.framework.model import Framework
from coachcli.domain.people import group_in, group_names, group_words, next_code
from coachcli.domain.room import ROOMS, has_person
from coachcli.domain.session.model import Person
from coachcli.domain.terms import Group, Room
from coachcli.domain.text import clean, folded, one_line
from coachcli.errors import Saying, UsageError, harmless
from coachcli.live.choice.chooser import Chooser
from coachcli.live.choice.shortlist import Option
from coachcli.live.conversation import Conversation
from coachcli.store.index.facts import Head
from coachcli.store.index.heads import heads

_LONGEST = 60
_NEW, _UNSAID = "\0new", "\0unsaid"
_GROUPS = f"There are: {', '.join(group_names())}."


class Met(NamedTuple):
    """Somebody who was asked about the client before: how they stand to them, in which rooms, and how often."""

    code: str
    group: Group | None
    rooms: frozenset[Room]
    times: int


def person_of(
    context: Context, request: StartRequest, client: Client | str, framework: Framework, conversation: Conversation
) -> Person | None:
    """The sponsor or stakeholder who is there; None in a room where nobody is but the client and the coach."""
    refuse_misfit(request, framework)
    room = _room(framework)
    if not has_person(room):
        return None
    group, met = _group(request), met_before(context, client)
    if request.person is None:
        return _not_named(request, room, met, group, conversation)
    return _named(one_line(clean(request.person)), met, group)


def refuse_misfit(request: StartRequest, framework: Framework) -> None:
    """Raise where somebody is named, or their group, and there is nobody of that kind in the room."""
    named = "--with" if request.person is not None else "--group" if request.group is not None else ""
    if named and not has_person(_room(framework)):
        raise UsageError(
            harmless(f"{framework.title} is {ROOMS[framework.room].who}."),
            harmless(f"Leave out {named}: it is for talks with a sponsor, or with others who know the client."),
        )


def _room(framework: Framework) -> Room:
    """The room with somebody in it who is not the client, if the framework or a stage of it has one."""
    rooms = (framework.room, *map(framework.room_of, framework.stages))
    return next(filter(has_person, rooms), framework.room)


def met_before(context: Context, client: Client | str) -> tuple[Met, ...]:
    """Those who were asked about a client in earlier sessions, the last met first."""
    found = heads(context.practice, client.id).found if isinstance(client, Client) else ()
    asked = [head for head in found if head.code]
    times = Counter(folded(head.code) for head in asked)
    return tuple(_met(key, count, asked) for key, count in times.items())


def _met(key: str, times: int, asked: Sequence[Head]) -> Met:
    theirs = [head for head in asked if folded(head.code) == key]
    group = next((head.group for head in theirs if head.group), "")
    return Met(theirs[0].code, group_in(group), frozenset(head.room for head in theirs), times)


def _group(request: StartRequest) -> Group | None:
    group = group_in(request.group) if request.group is not None else None
    if request.group is not None and group is None:
        raise UsageError(harmless("There is no such group of people."), harmless(_GROUPS))
    return group


def _named(code: str, met: Sequence[Met], group: Group | None) -> Person:
    """The person of a code, with the group of before where none was said."""
    if not code or len(code) > _LONGEST:
        refusal = f"A code has from 1 to {_LONGEST} letters."
        raise UsageError(harmless(refusal), harmless("For example: --with P3; left out, one is made."))
    before = next((one for one in met if folded(one.code) == folded(code)), None)
    if before is None:
        return Person(code=code, group=group)
    if group and before.group and group != before.group:
        who, was, now = before.code, group_words(before.group), group_words(group)
        refusal = Saying(f"{who} is {was} in an earlier session, not {now}.", discreet="That is not their group.")
        raise UsageError(refusal, harmless("Leave out --group; for somebody else, leave out --with."))
    return Person(code=before.code, group=group or before.group)


def _not_named(
    request: StartRequest, room: Room, met: Sequence[Met], group: Group | None, conversation: Conversation
) -> Person:
    """Who it is where nobody was named: the only sponsor there is; else as the coach says; else somebody new."""
    here = [one for one in met if room in one.rooms]
    chooser = conversation.chooser
    if room == "sponsor" and len(here) == 1:
        return _told(_named(here[0].code, met, group), conversation)
    if chooser is None or request.rehearse:
        person = Person(code=next_code(room, [one.code for one in met]), group=group)
        return person if request.rehearse else _told(person, conversation, is_new=True)
    return _asked(chooser, room, met, group, is_seen=conversation.discreet)


def _asked(chooser: Chooser, room: Room, met: Sequence[Met], group: Group | None, *, is_seen: bool) -> Person:
    """Whom the coach picks or types. Where others see the screen nobody is listed."""
    fresh = next_code(room, [one.code for one in met])
    if is_seen:
        typed = chooser.write("With whom? Nobody is listed here; type their code. Enter is somebody new.")
        key = one_line(clean(typed)) or _NEW
    else:
        key = chooser.pick(_QUESTIONS[room], _options(room, met, fresh), may_type=True)
    code = fresh if key == _NEW else one_line(clean(key))
    person = _named(code, met, group)
    is_known = any(folded(one.code) == folded(code) for one in met)
    if room == "sponsor" or person.group or is_known:
        return person
    return Person(code=code, group=_asked_group(chooser))


_QUESTIONS: dict[Room, str] = {"sponsor": "Which sponsor?", "stakeholder": "With whom, about them?"}


def _options(room: Room, met: Sequence[Met], fresh: str) -> list[Option]:
    """Those of this room first, then somebody new, then the others."""
    here, others = ([one for one in met if (room in one.rooms) is wanted] for wanted in (True, False))
    return [*map(_option, here), Option(_NEW, "somebody new", f"goes by {fresh}"), *map(_option, others)]


def _option(one: Met) -> Option:
    times = "once" if one.times == 1 else f"{one.times} times"
    return Option(one.code, one.code, ", ".join([*([group_words(one.group)] if one.group else []), f"met {times}"]))


def _asked_group(chooser: Chooser) -> Group | None:
    groups = [(name, group_in(name)) for name in group_names()]
    options = [Option(name, group_words(group)) for name, group in groups if group]
    key = chooser.pick("Who are they to the client?", [*options, Option(_UNSAID, "leave it open")])
    return group_in(key)


def _told(person: Person, conversation: Conversation, *, is_new: bool = False) -> Person:
    new = ", somebody new. For one of before: --with CODE" if is_new else "."
    conversation.say(Saying(f" With {person.code}{new}", discreet=""))
    return person
