"""What cannot be in a framework because of who is in the room: marks for others where none can hold, and questions."""

from collections.abc import Callable, Iterator

from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.questions import (
    ChoiceQuestion,
    ChoicesQuestion,
    DateQuestion,
    LineQuestion,
    NoteQuestion,
)
from coachcli.domain.framework.scope import Flaw, Spot, Spots
from coachcli.domain.problems import Where
from coachcli.domain.room import HEARD_IN, may_share
from coachcli.domain.terms import Room
from coachcli.domain.text import PLACEHOLDER

_NOBODY = "what is said there is for you alone: write  share_with: nobody  or leave it out"


def _marks(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `share_with:` in a room from which nothing can be shared."""
    framework = spots.framework
    if not any(may_share(framework.room_of(stage)) for stage in framework.stages):
        yield from _mark((), framework, framework.room)
    for where, stage in spots.stages():
        room = framework.room_of(stage)
        yield from _mark(where, stage, room)
        for step_at, step in spots.steps(where, stage):
            yield from _mark(step_at, step, room)
    for spot in spots.all:
        yield from _mark(spot.where, spot.question, framework.room_of(spot.stage))


def _mark(where: Where, part: Part, room: Room) -> Iterator[Flaw]:
    share = getattr(part, "share_with", None)
    if not may_share(room) and share not in {None, "nobody"}:
        message = f"nothing can be shared with the {share} in a part that is  with: {room}"
        yield Flaw("E351", (*where, "share_with"), message, _NOBODY, mark=str(share))


def _passed_on(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `passes_on:`, which only a sponsor answers."""
    for spot in spots.all:
        question = spot.question
        if isinstance(question, NoteQuestion | LineQuestion) and question.passes_on:
            room = spots.framework.room_of(spot.stage)
            if room != "sponsor":
                message = "only what a sponsor says can be passed on to the client"
                yield Flaw("E352", (*spot.where, "passes_on"), message, "leave it out, or say  with: sponsor  above")


def _appointments(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `keep_as: next`, which is a day."""
    for spot in spots.all:
        if spot.question.keep_as == "next" and not isinstance(spot.question, DateQuestion):
            message = "an appointment is a day, and this question does not ask for one"
            yield Flaw("E353", (*spot.where, "keep_as"), message, "give it  type: date", mark="next")


def _unheard(spots: Spots) -> Iterator[Flaw]:
    """Flaws of quotes, choices and loops that would read to somebody what others said where they were not."""
    for where, name, spot in _read_out(spots):
        source = spots.by_id.get(name)
        said_in, room = (spots.framework.room_of(one.stage) for one in (source or spot, spot))
        # What the coach asks alone is heard by nobody.
        if room not in {*HEARD_IN[said_in], "alone"} and spot.question.phase != "after_call":
            message = f"'{name}' is asked in a part that is  with: {said_in}, and nobody here may hear of it"
            yield Flaw("E354", where, message, "ask for it here as well, in words of their own", mark=name, about=name)


def _read_out(spots: Spots) -> Iterator[tuple[Where, str, Spot]]:
    """Every question whose answers are read out at another one: where it is named, its id, and the other one."""
    for spot in spots.all:
        question = spot.question
        texts: list[tuple[Where, str]] = [(("ask",), question.ask)]
        texts += [(("probes", number), probe) for number, probe in enumerate(question.probes)]
        for place, text in texts:
            yield from (((*spot.where, *place), name, spot) for name in PLACEHOLDER.findall(text))
        if isinstance(question, ChoiceQuestion | ChoicesQuestion) and question.choices_from:
            yield (*spot.where, "choices_from"), question.choices_from, spot
    for where, stage in spots.stages():
        for step_at, step in spots.steps(where, stage):
            if step.for_each is not None:
                yield (*step_at, "for_each"), step.for_each, spots.of(step)[0]


ROOM_RULES: tuple[Callable[[Spots], Iterator[Flaw]], ...] = (_marks, _passed_on, _appointments, _unheard)
"""The rules, in the order in which their flaws are told."""
