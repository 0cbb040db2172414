"""Whether a condition holds, judged by the answers so far."""

from coachcli.domain.framework.conditions import Test, read_condition
from coachcli.domain.framework.model import Framework, Place
from coachcli.domain.session.answers import answer_words, items_of, notes_on
from coachcli.domain.session.model import Note, Session
from coachcli.domain.text import folded


def holds(sentence: str, framework: Framework, session: Session, item: str | None = None) -> bool:
    """Whether a condition holds; a question that is asked about several things is tested by its answer about `item`."""
    condition = read_condition(sentence)
    results = (_met(test, framework, session, item) for test in condition.tests)
    return all(results) if condition.joiner == "and" else any(results)


def is_asked(place: Place, framework: Framework, session: Session, item: str | None = None) -> bool:
    """Whether a question is to be asked as things stand."""
    return all(holds(sentence, framework, session, item) for sentence in place.conditions)


def _met(test: Test, framework: Framework, session: Session, item: str | None) -> bool:
    place = framework.by_id.get(test.id)
    if place is None:
        return test.op == "empty"
    about = item if place.step is not None and place.step.for_each else None
    answers = notes_on(session, place.question, about)
    if test.op in {"answered", "empty"}:
        return bool(answers) == (test.op == "answered")
    if not answers:
        # No other test holds for a question without an answer.
        return False
    return _compared(test, answers, items_of(session, place.question))


def _compared(test: Test, answers: list[Note], items: list[str]) -> bool:
    latest = answers[-1]
    match test.op:
        case "is" | "is not":
            return _is(test, latest) == (test.op == "is")
        case "has" | "has not":
            has = folded(test.value) in {folded(text) for text in items or [answer_words(latest)]}
            return has == (test.op == "has")
        case _:
            return _measures(test, latest)


def _is(test: Test, note: Note) -> bool:
    number = _number(note)
    if number is not None and test.number is not None:
        return number == test.number
    return folded(answer_words(note)) == folded(test.value)


def _measures(test: Test, note: Note) -> bool:
    number, bound = _number(note), test.number
    if number is None or bound is None:
        return False
    results = {
        "below": number < bound,
        "above": number > bound,
        "at least": number >= bound,
        "at most": number <= bound,
    }
    return results[test.op]


def _number(note: Note) -> float | None:
    return note.scale.score if note.scale is not None else note.number
