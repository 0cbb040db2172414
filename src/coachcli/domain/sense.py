"""What must hold in a framework beyond its shape: ids that differ, and quotes of what was asked before."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from coachcli.domain.answers import PLACEHOLDER
from coachcli.domain.framework import ChoiceQuestion, ChoicesQuestion, Framework, Question, Stage, Step, takes_many
from coachcli.domain.problems import Where


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that does not make sense, and where."""

    code: str
    where: Where
    text: str
    hint: str = ""


def flaws(framework: Framework) -> list[Flaw]:
    """Everything that does not make sense, in the order of the file."""
    return [*_twins(framework), *_quotes(framework), *_only_aftermath(framework)]


def _located(framework: Framework) -> Iterator[tuple[Where, Question]]:
    for number, stage in enumerate(framework.stages):
        at: Where = ("stages", number)
        for index, question in enumerate(stage.ask or ()):
            yield (*at, "ask", index), question
        for step_number, step in enumerate(stage.steps or ()):
            for index, question in enumerate(step.ask):
                yield (*at, "steps", step_number, "ask", index), question


def _twins(framework: Framework) -> Iterator[Flaw]:
    parts: list[tuple[Where, Stage | Step]] = []
    for number, stage in enumerate(framework.stages):
        parts.append((("stages", number), stage))
        parts += [(("stages", number, "steps", index), step) for index, step in enumerate(stage.steps or ())]
    for what, group in (
        ("stages", [(where, part) for where, part in parts if isinstance(part, Stage)]),
        ("steps", [(where, part) for where, part in parts if isinstance(part, Step)]),
        ("questions", list(_located(framework))),
    ):
        seen: set[str] = set()
        for where, part in group:
            if part.id in seen:
                hint = "Ids must differ across the whole framework."
                yield Flaw("E301", (*where, "id"), f"two {what} have the id '{part.id}'", hint)
            seen.add(part.id)


def _quotes(framework: Framework) -> Iterator[Flaw]:
    everywhere = {question.id for _, question in _located(framework)}
    earlier: set[str] = set()
    for where, question in _located(framework):
        for place, text in _texts(question):
            for name in PLACEHOLDER.findall(text):
                # A cue or a probe may quote the answer to its own question.
                if name not in earlier | {"client"} and (place == ("ask",) or name != question.id):
                    yield _unknown(name, (*where, *place), everywhere, earlier)
        source = question.choices_from if isinstance(question, ChoiceQuestion | ChoicesQuestion) else None
        if source is not None and source not in earlier:
            yield _unknown(source, (*where, "choices_from"), everywhere, earlier)
        elif source is not None and not takes_many(framework.by_id[source].question):
            hint = f"give '{source}' a  many:"
            yield Flaw(
                "E312", (*where, "choices_from"), f"'{source}' has one answer, so there is nothing to choose", hint
            )
        earlier.add(question.id)


def _texts(question: Question) -> Iterator[tuple[Where, str]]:
    yield ("ask",), question.ask
    if question.cue:
        yield ("cue",), question.cue
    for number, probe in enumerate(question.probes):
        yield ("probes", number), probe


def _unknown(name: str, where: Where, everywhere: set[str], earlier: set[str]) -> Flaw:
    if name in everywhere:
        return Flaw("E311", where, f"'{name}' is asked later than this question")
    close = get_close_matches(name, earlier | {"client"}, n=1)
    return Flaw(
        "E311", where, f"no earlier question has the id '{name}'", f"did you mean '{close[0]}'?" if close else ""
    )


def _only_aftermath(framework: Framework) -> Iterator[Flaw]:
    if all(question.phase != "call" for _, question in _located(framework)):
        yield Flaw("E302", ("stages",), "no question is asked during the call", "leave phase: out of at least one")
