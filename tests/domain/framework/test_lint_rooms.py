"""What a framework cannot ask for because of who is in the room."""

from collections.abc import Mapping

import pytest

from coachcli.domain.framework.lint import flaws
from coachcli.domain.framework.model import Framework
from coachcli.domain.record_data import checked
from coachcli.domain.terms import Room

Settings = Mapping[str, object]
CLOSED: tuple[Room, ...] = ("sponsor", "stakeholder", "alone")


def told(question: Settings, stage: Settings, top: Settings) -> list[tuple[str, str]]:
    """The codes and marks of what is said of a framework with one stage and one question."""
    ask = [{"id": "one", "type": "line", "ask": "What?", **question}]
    whole = {"id": "x", "title": "X", "stages": [{"id": "a", "title": "A", "ask": ask, **stage}], **top}
    return [(flaw.code, flaw.mark) for flaw in flaws(checked(Framework, whole)) if flaw.code[:3] == "E35"]


@pytest.mark.parametrize("room", CLOSED)
@pytest.mark.parametrize("share", ["client", "sponsor"])
def test_nothing_can_be_shared_where_the_client_is_not_there(room: Room, share: str) -> None:
    assert told({"share_with": share}, {}, {"with": room}) == [("E351", share)]
    assert told({}, {"with": room, "share_with": share}, {}) == [("E351", share)]
    assert told({}, {}, {"with": room, "share_with": share}) == [("E351", share)]


@pytest.mark.parametrize("room", ["client", "three"])
def test_where_the_client_is_there_a_question_may_share(room: Room) -> None:
    assert told({"share_with": "sponsor"}, {}, {"with": room, "share_with": "client"}) == []


@pytest.mark.parametrize("room", CLOSED)
def test_to_share_with_nobody_may_be_written_anywhere(room: Room) -> None:
    assert told({"share_with": "nobody"}, {"share_with": "nobody"}, {"with": room, "share_with": "nobody"}) == []


def test_a_mark_for_the_whole_framework_holds_where_one_stage_is_with_the_client() -> None:
    ask: list[Settings] = [{"id": "one", "type": "line", "ask": "What?"}]
    stages: list[Settings] = [{"id": "a", "title": "A", "with": "alone", "ask": ask}]
    stages += [{"id": "b", "title": "B", "with": "client", "ask": [{**ask[0], "id": "two"}]}]
    whole = {"id": "x", "title": "X", "with": "alone", "share_with": "client", "stages": stages}

    assert [flaw.code for flaw in flaws(checked(Framework, whole)) if flaw.code == "E351"] == []


@pytest.mark.parametrize("room", ["client", "three", "stakeholder", "alone"])
def test_only_a_sponsor_says_what_may_be_passed_on(room: Room) -> None:
    assert told({"passes_on": True}, {}, {"with": room}) == [("E352", "")]
    assert told({"passes_on": True}, {"with": "sponsor"}, {"with": room}) == []


def test_an_appointment_is_a_day() -> None:
    assert told({"keep_as": "next"}, {}, {}) == [("E353", "next")]
    assert told({"keep_as": "next", "type": "date"}, {}, {}) == []


def read_out(said_in: Room, here: Room, naming: Settings, step: Settings | None = None) -> list[tuple[str, str]]:
    """What is said of a question in one room that reads out, in another room, what was said in the first."""
    first: Settings = {
        "id": "a",
        "title": "A",
        "with": said_in,
        "ask": [{"id": "one", "type": "line", "many": 3, "ask": "What?"}],
    }
    ask = [{"id": "two", "type": "note", "ask": "And you?", **naming}]
    inside: Settings = {"ask": ask} if step is None else {"steps": [{"id": "s", "title": "S", **step, "ask": ask}]}
    whole = {"id": "x", "title": "X", "stages": [first, {"id": "b", "title": "B", "with": here, **inside}]}
    return [(flaw.code, flaw.mark) for flaw in flaws(checked(Framework, whole)) if flaw.level == "error"]


READ_OUT: tuple[tuple[Settings, Settings | None], ...] = (
    ({"ask": "They said {one}. And you?"}, None),
    ({"probes": ["What of {one}?"]}, None),
    ({"type": "choice", "choices_from": "one"}, None),
    ({}, {"for_each": "one"}),
)


@pytest.mark.parametrize(("naming", "step"), READ_OUT)
@pytest.mark.parametrize(
    ("said_in", "here"),
    [
        ("sponsor", "client"),
        ("stakeholder", "client"),
        ("stakeholder", "three"),
        ("client", "stakeholder"),
        ("alone", "client"),
    ],
)
def test_nobody_is_read_what_others_said_without_them(
    said_in: Room, here: Room, naming: Settings, step: Settings | None
) -> None:
    assert read_out(said_in, here, naming, step) == [("E354", "one")]


@pytest.mark.parametrize(("naming", "step"), READ_OUT)
@pytest.mark.parametrize(
    ("said_in", "here"), [("client", "client"), ("client", "three"), ("three", "sponsor"), ("sponsor", "alone")]
)
def test_what_somebody_said_themselves_or_the_coach_reads_alone_may_be_named(
    said_in: Room, here: Room, naming: Settings, step: Settings | None
) -> None:
    assert read_out(said_in, here, naming, step) == []


def test_after_the_call_the_coach_may_be_asked_about_what_anybody_said() -> None:
    assert read_out("stakeholder", "client", {"ask": "What do I make of {one}?", "phase": "after_call"}) == []
