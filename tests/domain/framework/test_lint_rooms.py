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
