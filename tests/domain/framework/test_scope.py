"""Where questions stand in a file, and which of them are asked before which."""

from coachcli.domain.framework.model import Framework
from coachcli.domain.framework.scope import Here, Spots
from coachcli.store.framework.check import check

TEXT = """\
stages:
- id: start
  ask:
  - {id: later, ask: How was it?, phase: after_call}
  - {id: ways, type: line, many: 3, ask: Which ways?}
- id: work
  steps:
  - id: each
    for_each: ways
    ask:
    - {id: good, ask: What is good about it?}
"""


def framework() -> Framework:
    found = check(TEXT.encode(), "mine").framework
    assert found is not None
    return found


SPOTS = Spots(framework())


def test_a_question_knows_its_place_in_the_file() -> None:
    assert [(spot.question.id, spot.where) for spot in SPOTS.all] == [
        ("later", ("stages", 0, "ask", 0)),
        ("ways", ("stages", 0, "ask", 1)),
        ("good", ("stages", 1, "steps", 0, "ask", 0)),
    ]


def test_what_is_asked_after_the_call_comes_after_all_of_it() -> None:
    assert SPOTS.by_id["later"].moment > SPOTS.by_id["good"].moment > SPOTS.by_id["ways"].moment


def test_a_loop_is_around_what_is_asked_for_each() -> None:
    loop = SPOTS.by_id["good"].loop

    assert (loop and loop.id, SPOTS.by_id["ways"].loop) == ("each", None)


def test_a_stage_begins_and_ends_with_its_questions() -> None:
    start, work = SPOTS.framework.stages

    assert SPOTS.begin(start) == SPOTS.by_id["ways"].moment
    assert SPOTS.end(start) > SPOTS.by_id["later"].moment
    assert SPOTS.begin(work) == SPOTS.by_id["good"].moment


def told(name: str, here: str) -> tuple[str, str] | None:
    flaw = SPOTS.unknown(name, ("stages",), Here(SPOTS.by_id[here].moment))
    return (flaw.text, flaw.hint) if flaw else None


def test_what_was_asked_before_can_be_named() -> None:
    assert told("ways", "good") is None


def test_what_comes_later_or_is_not_there_cannot() -> None:
    assert told("ways", "ways") == ("'ways' is asked later than this question", "")
    assert told("good", "ways") == ("'good' is asked later than this question", "")
    assert told("later", "good") == ("'later' is asked after the call, later than this question", "")
    assert told("way", "good") == ("no earlier question has the id 'way'", "did you mean 'ways'?")
