"""What must hold in a framework beyond its shape: ids differ, and names mean earlier questions. And advice."""

from collections.abc import Collection, Iterator
from itertools import chain, islice

from coachcli.domain.framework.checks import Check, WasAnswered, WasVisited
from coachcli.domain.framework.fields import settings_of
from coachcli.domain.framework.lint_conditions import untrue_conditions
from coachcli.domain.framework.lint_rooms import ROOM_RULES
from coachcli.domain.framework.model import Framework, Stage, Step
from coachcli.domain.framework.parts import Part
from coachcli.domain.framework.question_types import HOLDS, answer_kind, fitting_tests, type_of
from coachcli.domain.framework.questions import ChoiceQuestion, ChoicesQuestion, LineQuestion, Question, takes_many
from coachcli.domain.framework.scope import AT_THE_END, Flaw, Here, Moment, Spot, Spots
from coachcli.domain.framework.short_forms import id_from
from coachcli.domain.near_names import nearest
from coachcli.domain.problems import Where
from coachcli.domain.room import has_person
from coachcli.domain.terms import Room
from coachcli.domain.text import PLACEHOLDER
from coachcli.domain.value import changed

__all__ = ["Flaw", "flaws"]

_MOST = 300
# {names} in a text that are no ids of questions.
_WORDS = {
    "client": "{client} is the name of the client",
    "item": "{item} is what a step with for_each: asks about",
    "who": "{who} is the sponsor or stakeholder in the room",
}


def flaws(framework: Framework) -> list[Flaw]:
    """Everything that does not make sense, up to a number that nobody would read to its end."""
    spots = Spots(framework)
    looks = (
        _twins,
        _quotes,
        _sources,
        _loops,
        untrue_conditions,
        _checks,
        untrue_renamings,
        _only_aftermath,
        *ROOM_RULES,
    )
    return list(islice(chain.from_iterable(look(spots) for look in looks), _MOST))


def _twins(spots: Spots) -> Iterator[Flaw]:
    """Flaws of ids: two parts have the same one, or a question has one with another meaning."""
    stages = list(spots.stages())
    steps = [pair for where, stage in stages for pair in spots.steps(where, stage)]
    questions = [(spot.where, spot.question) for spot in spots.all]
    groups: dict[str, list[tuple[Where, Stage]] | list[tuple[Where, Step]] | list[tuple[Where, Question]]]
    groups = {"stages": stages, "steps": steps, "questions": questions}
    for what, group in groups.items():
        ids: set[str] = set()
        for where, part in group:
            if part.id in ids:
                hint = "ids must differ across the whole framework"
                yield Flaw("E301", (*where, "id"), f"two {what} have the id '{part.id}'", hint)
            ids.add(part.id)
    for where, question in questions:
        if question.id in _WORDS:
            message = f"'{question.id}' cannot be the id of a question: {_WORDS[question.id]}"
            yield Flaw("E301", (*where, "id"), message, "give it another id")


def _quotes(spots: Spots) -> Iterator[Flaw]:
    """Flaws of {names} in texts, which must be quotes of earlier answers."""
    for spot in spots.all:
        for place, text in _texts_of(spot.question):
            # What stands beside a question may quote the answer to it.
            until = spot.moment if place == ("ask",) else (spot.moment[0], spot.number + 1)
            yield from _unknown_in(text, (*spot.where, *place), spots, Here(until, spot.loop))
            yield from _who_is_not_there(text, (*spot.where, *place), spots.framework.room_of(spot.stage))
    for where, stage in spots.stages():
        yield from _around(stage, where, spots, None)
        for step_at, step in spots.steps(where, stage):
            yield from _around(step, step_at, spots, step if step.for_each else None)
    yield from _in_hints(spots.framework.checks, ("checks",), spots, AT_THE_END)


def _around(part: Stage | Step, where: Where, spots: Spots, loop: Step | None) -> Iterator[Flaw]:
    """Flaws in the texts of a stage or a step. Its aim is read before its questions, all else beside them."""
    for name in _quoting(part):
        until = spots.begin(part) if name == "aim" else spots.end(part)
        yield from _unknown_in(getattr(part, name) or "", (*where, name), spots, Here(until, loop, "stage"))
    if isinstance(part, Stage):
        yield from _in_hints(part.checks, (*where, "checks"), spots, spots.end(part))


def _in_hints(checks: tuple[Check, ...], where: Where, spots: Spots, until: Moment) -> Iterator[Flaw]:
    for number, check in enumerate(checks):
        moment = AT_THE_END if check.at == "closing" else until
        yield from _unknown_in(check.say, (*where, number, "say"), spots, Here(moment, what="hint"))


def _texts_of(question: Question) -> Iterator[tuple[Where, str]]:
    for name in _quoting(question):
        value = getattr(question, name)
        if isinstance(value, tuple):
            yield from (((name, number), text) for number, text in enumerate(value))
        else:
            yield (name,), value or ""


def _quoting(part: Part) -> list[str]:
    """The settings of a part in which {names} are quotes."""
    return [name for name, setting in settings_of(type(part)).items() if setting.is_quoting]


def _unknown_in(text: str, where: Where, spots: Spots, here: Here) -> Iterator[Flaw]:
    for name in dict.fromkeys(PLACEHOLDER.findall(text)):
        mark = f"{{{name}}}"
        if name == "item" and here.loop is None:
            message = "{item} has a meaning only in a step with for_each:"
            yield Flaw("E311", where, message, "name a question, or move this into such a step", mark, about="item")
        elif name not in _WORDS:
            others = ["client", *(["item"] if here.loop else [])]
            flaw = spots.unknown(name, where, here, others=others) or _of_many(name, where, spots, here.loop)
            if flaw:
                yield changed(flaw, mark=mark)


def _who_is_not_there(text: str, where: Where, room: Room) -> Iterator[Flaw]:
    if "{who}" in text and not (has_person(room) or room == "three"):
        message = "{who} is the sponsor or stakeholder in the room, and nobody else is there"
        yield Flaw("E311", where, message, "write {client}, or say  with: sponsor  or  with: stakeholder", "{who}")


def _of_many(name: str, where: Where, spots: Spots, loop: Step | None) -> Flaw | None:
    """The flaw of a name whose question is asked about several things: elsewhere it has no one answer."""
    spot = spots.by_id.get(name)
    if spot is None or spot.loop is None or spot.loop is loop:
        return None
    message = f"'{name}' is asked once for each of '{spot.loop.for_each}', so there is no one answer to take here"
    return Flaw("E312", where, message, f"do so in the step '{spot.loop.id}'", name, about=name)


def _sources(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `choices_from:`, which must name a question with several answers."""
    for spot in spots.all:
        question = spot.question
        name = question.choices_from if isinstance(question, ChoiceQuestion | ChoicesQuestion) else None
        if name is None:
            continue
        where = (*spot.where, "choices_from")
        unknown = spots.unknown(name, where, Here(spot.moment)) or _of_many(name, where, spots, spot.loop)
        if unknown:
            yield unknown
        elif not (takes_many(spots.by_id[name].question) or HOLDS in fitting_tests(spots.by_id[name].question)):
            message = f"'{name}' has one answer, so there is nothing to choose"
            yield Flaw("E312", where, message, f"give '{name}' a  many:", about=name)


def _loops(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `for_each:`, which must name a question with several answers."""
    for where, stage in spots.stages():
        for step_at, step in spots.steps(where, stage):
            if step.for_each is not None:
                at = (*step_at, "for_each")
                unknown = spots.unknown(step.for_each, at, Here(spots.begin(step), what="step"))
                flaw = unknown or _no_list(spots.by_id[step.for_each], at)
                if flaw:
                    yield flaw


def _no_list(source: Spot, where: Where) -> Flaw | None:
    question = source.question
    if source.loop is not None:
        around = source.loop.for_each
        message = f"'{question.id}' is itself asked once for each of '{around}'; one for_each cannot hold another"
        return Flaw("E312", where, message, about=question.id)
    if HOLDS in fitting_tests(question):
        return None
    message = f"for_each needs a line with many: or choices, but '{question.id}' is {type_of(question).noun}"
    hint = f"give '{question.id}' a  many:" if isinstance(question, LineQuestion) else ""
    return Flaw("E312", where, message, hint, about=question.id)


def _checks(spots: Spots) -> Iterator[Flaw]:
    """Flaws of checks, which must name questions and stages that exist, whenever these are asked."""
    groups: list[tuple[Where, tuple[Check, ...]]] = [(("checks",), spots.framework.checks)]
    groups += [((*where, "checks"), stage.checks) for where, stage in spots.stages()]
    questions = list(dict.fromkeys(spot.question.id for spot in spots.all))
    for where, checks in groups:
        for number, check in enumerate(checks):
            if isinstance(check, WasAnswered) and check.answered not in questions:
                yield _nowhere("question", check.answered, (*where, number, "answered"), questions)
            elif isinstance(check, WasVisited):
                stages = [stage.id for _, stage in spots.stages()]
                if check.visited not in stages:
                    yield _nowhere("stage", check.visited, (*where, number, "visited"), stages)


def _nowhere(what: str, name: str, where: Where, names: list[str]) -> Flaw:
    close = nearest(name, names)
    hint = f"did you mean '{close}'?" if close else f"{what}s here: {', '.join(names[:12])}"
    return Flaw("E311", where, f"no {what} has the id '{name}'", hint, about=name)


def _only_aftermath(spots: Spots) -> Iterator[Flaw]:
    if all(spot.question.phase != "call" for spot in spots.all):
        yield Flaw("E302", ("stages",), "no question is asked during the call", "leave phase: out of at least one")


def untrue_renamings(spots: Spots) -> Iterator[Flaw]:
    """Flaws of `renamed:`: the new question does not exist, or the old one still does."""
    for old, new in spots.framework.renamed.items():
        where = ("renamed", old)
        if old in spots.by_id:
            message = f"'{old}' was not renamed: there still is a question with that id"
            yield Flaw("E341", where, message, "leave this line out", about=old)
        elif new not in spots.by_id:
            close = spots.framework.renamed.get(new) or nearest(new, spots.by_id)
            hint = f"did you mean '{close}'?" if close else "write  old_id: new_id"
            yield Flaw("E341", where, f"no question has the id '{new}'", hint, about=new)


_COMMITMENTS = (
    ("W401", "goal", {"aim", "goal"}, "no question is a goal, so nobody says what the hour is for"),
    ("W402", "action", {"action"}, "no question is an action, so there is nothing to follow up next time"),
)


def missing_commitments(framework: Framework) -> Iterator[Flaw]:
    """Advice where a conversation asks for no goal, or for no action."""
    kinds = {answer_kind(spot.question) for spot in Spots(framework).all}
    for code, question_type, enough, message in _COMMITMENTS:
        if framework.kind == "conversation" and not enough & kinds:
            yield Flaw(code, ("stages",), message, f"give one of them  type: {question_type}", level="warning")


def nameless_histories(framework: Framework, unnamed: Collection[Where]) -> Iterator[Flaw]:
    """Advice on questions without a written id whose answers are compared from session to session."""
    for spot in Spots(framework).all:
        if spot.where in unnamed and _has_history(spot.question):
            hint = f"add  id: {id_from(spot.question.ask, set(), 'question')}"
            message = "no id: if you reword this question, its history starts again"
            yield Flaw("W404", (*spot.where, "ask"), message, hint, level="warning")


def _has_history(question: Question) -> bool:
    return type_of(question).has_history or question.keep_as is not None
