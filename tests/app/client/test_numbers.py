"""A number that was given before is told after the new one, never before it, and to nobody who looks on."""

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from app.scripted_call import Script
from builders import NOW, note

from coachcli.app.client import history, numbers
from coachcli.app.client.history import ClientHistory
from coachcli.app.client.numbers import no_numbers, numbers_before
from coachcli.app.context import Context
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Note, Score, Turn
from coachcli.live.source import View
from coachcli.store.framework import catalogue


def rated(item: str, score: float, high: int = 10) -> Turn:
    given = Note(kind="scale", scale=Score(score=score, low=1, high=high))
    return Turn(
        room="client", stage="w", question="area_now", item=item, series="areas", asked="?", at=NOW, notes=(given,)
    )


@pytest.fixture
def intake(jane: Client, made: MakeSession) -> None:
    listed = (note("Delegating", share_with="client"), note("Sleep", share_with="client"))
    areas = Turn(room="client", stage="w", question="areas", asked="?", at=NOW, notes=listed)
    made(jane, "2026-09-03-1000", "intake", turns=(areas, rated("Delegating", 3), rated("Sleep", 4, high=5)))


def shown(context: Context, *lines: str, discreet: bool = False) -> list[View]:
    play = at_a_terminal(types=["/go areas", "", *lines, "/pause"], discreet=discreet)
    request = StartRequest(client="Jane Doe", framework="midpoint", discreet=discreet)
    beginning.start(context, request, play.conversation)
    return play.script.views


def texts(view: View) -> str:
    return repr((view.question, view.cue, view.remark, [*view.notes], view.choices, view.probe))


@pytest.mark.usefixtures("intake")
def test_the_first_number_is_told_once_the_new_one_stands(context: Context) -> None:
    views = shown(context, "6")

    assert [view.remark for view in views[-2:]] == ["", "Delegating: 3 on 3 Sep, 6 now"]
    assert "3 on" not in texts(views[-2])


@pytest.mark.usefixtures("intake")
def test_of_more_the_first_and_the_last_one(context: Context, jane: Client, made: MakeSession) -> None:
    for day, score in (("10-01", 4), ("11-02", 5)):
        made(jane, f"2026-{day}-1000", "intake", turns=(rated("Delegating", score),))

    assert shown(context, "6")[-1].remark == "Delegating: 3 on 3 Sep, 5 on 2 Nov, 6 now"


@pytest.mark.usefixtures("intake")
def test_where_the_ends_are_others_they_are_said(context: Context) -> None:
    last = shown(context, "6", "", "", "8")[-1]

    assert last.remark == "Sleep: 4 (of 1 to 5) on 3 Sep, 8 (of 1 to 10) now"


@pytest.mark.usefixtures("intake")
def test_where_others_see_the_screen_no_number_of_before_is_told(context: Context) -> None:
    assert not any("Sep" in texts(view) for view in shown(context, "6", discreet=True))


@pytest.mark.usefixtures("intake")
def test_through_a_pipe_it_is_said_as_well(context: Context) -> None:
    play = over_a_pipe("/go areas", "", "6", "/pause")
    beginning.start(context, StartRequest(client="Jane Doe", framework="midpoint"), play.conversation)

    assert isinstance(play.script, Script)
    assert play.script.views[-1].remark == "Delegating: 3 on 3 Sep, 6 now"


@pytest.mark.usefixtures("intake")
def test_of_a_first_number_nothing_is_told(context: Context) -> None:
    play = at_a_terminal(types=["/go areas", "Rest", "-2", "-1", "", "6", "/pause"])
    beginning.start(context, StartRequest(client="Jane Doe", framework="midpoint"), play.conversation)
    last = play.script.views[-1]

    assert "Rest" in last.question
    assert list(last.notes)
    assert last.remark == ""


def important(score: float) -> Turn:
    given = Note(kind="scale", scale=Score(score=score, low=1, high=10))
    return Turn(room="client", stage="goal", question="importance", asked="?", at=NOW, notes=(given,))


def test_they_are_read_once_and_from_earlier_sessions_alone(
    context: Context, jane: Client, made: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(jane, "2026-11-01-1000", turns=(important(3),))
    stored = made(jane, "2026-11-10-1000", turns=(important(5),))
    made(jane, "2026-11-12-1000", turns=(important(9),))
    grow = catalogue.load(catalogue.find(context.practice, "grow"))
    reads: list[str] = []

    def brought(here: Context, client: str) -> ClientHistory:
        reads.append(client)
        return history.brought(here, client)

    monkeypatch.setattr(numbers, "brought", brought)
    find = numbers_before(context, stored)

    assert reads == []
    assert [one.point.score for one in find(stored.session, grow)] == [3, 5]
    assert [one.point.score for one in find(stored.session, grow)] == [3, 5]
    assert reads == [jane.id]
    assert no_numbers(stored.session, grow) == ()
