"""/map STAGE: the questions of one stage, with what each holds, and the way to one of them."""

from coachcli.app.call.call import Call
from coachcli.app.call.mode import Asking, Looking, StageOpened, is_looking
from coachcli.cells import cut
from coachcli.domain.framework.model import Place, Stage
from coachcli.domain.line.place_names import find, stages_of_call
from coachcli.domain.session.moves import Jumped, Mapped
from coachcli.domain.session.route import Stop
from coachcli.domain.text import one_line
from coachcli.live.source import Line, View

# The cells beside a question on its row: its number, and the blanks around it.
_BESIDE = 10


def show(call: Call, name: str, line: Line) -> None:
    """List the questions of the stage that `name` means; or say which stages there are, and give the line back."""
    stage = stage_named(call, name)
    if stage is None:
        call.refuse(f"The stages are: {stage_titles(call)}.", line)
        return
    call.move(Mapped())
    call.turn_to(StageOpened(stage, Looking() if is_looking(call.mode) else Asking()))


def stage_named(call: Call, name: str) -> Stage | None:
    """The stage that a number, its title, or words of a question in it mean; None where that is not clear."""
    stages = {place.stage.id: place.stage for place in find(call.services.walk, call.session, name)}
    return next(iter(stages.values())) if len(stages) == 1 else None


def stage_titles(call: Call) -> str:
    """The stages with the numbers by which they are called."""
    stages = stages_of_call(call.services.walk.framework)
    return ", ".join(f"{number} {stage.title}" for number, stage in enumerate(stages, 1))


def take(call: Call, stage: Stage, name: str, line: Line) -> bool:
    """Go to the question that a number or words mean; returns whether the line was a number, or such words."""
    places = _places(call, stage)
    if name.isdecimal():
        matches = places[int(name) - 1 : int(name)] if 0 < int(name) <= len(places) else []
        if not matches:
            call.refuse(f"There are {len(places)} questions here; a number or their words go there.", line)
            return True
    else:
        matches = [place for place in find(call.services.walk, call.session, name) if place in places]
    if len(matches) != 1:
        return False
    call.move(Jumped(matches[0].question.id))
    return True


def stage_view(call: Call, stage: Stage, at_map: View) -> View:
    """The map with one stage opened."""
    room = call.services.source.page_size()[0] - _BESIDE
    return View(
        visit=(*at_map.visit, stage.id),
        crumbs=at_map.crumbs,
        topic=at_map.topic,
        question=f"Which question of {stage.title}?",
        cue="Enter goes back. A number or words of a question go there; /end closes the session.",
        choices=tuple(_line(call, place, room) for place in _places(call, stage)),
        meter=at_map.meter,
    )


def _places(call: Call, stage: Stage) -> list[Place]:
    """The places of a stage whose question is to be asked as things stand, or was asked before; each once."""
    questions = {turn.question for turn in call.session.turns}
    questions |= {stop.place.question.id for stop in call.services.walk.route.stops(call.session)}
    return [
        place
        for place in call.services.walk.framework.places
        if place.stage == stage and place.question.phase == "call" and place.question.id in questions
    ]


def _line(call: Call, place: Place, room: int) -> str:
    turns = [turn for turn in call.session.turns if turn.question == place.question.id]
    count = sum(len(turn.notes) for turn in turns)
    holds = f"{count} note{'' if count == 1 else 's'}" if count else "asked" if turns else ""
    words = one_line(call.walk.words_at(Stop(place), call.session))
    return "  ".join(part for part in (cut(words, max(20, room - len(holds))), holds) if part)
