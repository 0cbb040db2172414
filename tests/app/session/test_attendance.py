"""Who is there when a session begins with somebody who is not the client."""

import pytest
from app.conftest import MakeSession
from app.play import Play, at_a_terminal, over_a_pipe

from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session import start as beginning
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.session.model import Person, Session
from coachcli.errors import UsageError

INTERVIEW = "stakeholder-interview"


def began(context: Context, play: Play, framework: str | None = INTERVIEW, **more: object) -> Session:
    request = StartRequest(**{"client": "Jane Doe", "framework": framework, **more})  # type: ignore[arg-type]
    return beginning.start(context, request, play.conversation).left.session


def piped(context: Context, framework: str = INTERVIEW, **more: object) -> Session:
    return began(context, over_a_pipe("/end", "/end", "/end"), framework, **more)


def asked(context: Context, *answers: str, framework: str | None = INTERVIEW, **more: object) -> tuple[Session, Play]:
    play = at_a_terminal(*answers, types=("/end", "/end", "/end"), discreet=bool(more.get("discreet")))
    return began(context, play, framework, **more), play


@pytest.fixture
def met(jane: Client, made: MakeSession) -> Client:
    """A client about whom P1, a boss, was asked twice, and once P2, of no group; and once the only sponsor."""
    for day, person in enumerate([Person(code="P1", group="boss"), Person(code="P1"), Person(code="P2")], 1):
        made(jane, f"2026-09-0{day}-1000", INTERVIEW, person=person, status="ended")
    made(jane, "2026-09-09-1000", "sponsor-checkin", person=Person(code="S1"), status="ended")
    return jane


@pytest.mark.usefixtures("jane")
class TestNamed:
    def test_the_code_the_group_and_how_it_was_held_are_kept(self, context: Context) -> None:
        session = piped(context, person="P3", group="former-boss", held="video")

        assert session.person == Person(code="P3", group="former boss")
        assert session.held == "video"

    def test_a_name_is_taken_where_the_coach_insists(self, context: Context) -> None:
        assert piped(context, person="Ann Example").person == Person(code="Ann Example")

    def test_questions_name_them_and_the_call_says_whom_it_is_with(self, context: Context) -> None:
        play = over_a_pipe("/end", "/end", "/end")
        began(context, play, person="P3")

        assert play.script.views[0].crumbs[1] == "P3, about Jane Doe"

    def test_a_session_that_is_resumed_is_with_the_same(self, context: Context) -> None:
        began(context, over_a_pipe("a word", "/pause"), person="P3", held="phone")
        play = over_a_pipe("/end", "/end", "/end")
        session = resumption.resume(context, "jane-doe", play.conversation).left.session

        assert (session.person, session.held) == (Person(code="P3"), "phone")
        assert play.script.views[0].crumbs[1] == "P3, about Jane Doe"

    @pytest.mark.parametrize("framework", ["grow", "three-way", "reflection"])
    @pytest.mark.parametrize("more", [{"person": "P3"}, {"group": "boss"}])
    def test_nobody_is_named_where_nobody_else_is_there(
        self, context: Context, framework: str, more: dict[str, str]
    ) -> None:
        with pytest.raises(UsageError, match=r"^\w.* is (with the client|your own work)") as refusal:
            piped(context, framework, **more)

        option = "--with" if "person" in more else "--group"
        assert refusal.value.hint.startswith(f"Leave out {option}:")

    def test_a_group_that_there_is_not_is_refused_with_those_there_are(self, context: Context) -> None:
        with pytest.raises(UsageError, match="There is no such group of people") as refusal:
            piped(context, person="P3", group="aunt")

        assert refusal.value.hint == "There are: boss, peer, report, outside, former-boss, former-report."

    def test_an_empty_code_is_none(self, context: Context) -> None:
        with pytest.raises(UsageError, match="A code has from 1 to 60 letters"):
            piped(context, person=" ")

    def test_nobody_new_is_welcomed_where_it_is_refused(self, context: Context) -> None:
        with pytest.raises(UsageError):
            piped(context, client="Ann Example", person="P3", group="aunt")

        assert [path.name for path in context.practice.clients.iterdir()] == ["jane-doe"]


@pytest.mark.usefixtures("met")
class TestMetBefore:
    def test_the_group_of_before_is_known(self, context: Context) -> None:
        assert piped(context, person="p1").person == Person(code="P1", group="boss")

    def test_another_group_than_before_is_refused(self, context: Context) -> None:
        with pytest.raises(UsageError, match="P1 is a boss in an earlier session, not a peer") as refusal:
            piped(context, person="P1", group="peer")

        assert refusal.value.hint == "Leave out --group; for somebody else, leave out --with."
        assert "P1" not in refusal.value.discreet

    def test_a_group_that_nobody_said_before_is_taken(self, context: Context) -> None:
        assert piped(context, person="P2", group="peer").person == Person(code="P2", group="peer")

    def test_a_pipe_makes_the_next_code_and_says_so(self, context: Context) -> None:
        play = over_a_pipe("/end", "/end", "/end")

        assert began(context, play).person == Person(code="P3")
        assert "With P3, somebody new" in play.said

    def test_the_only_sponsor_is_not_asked_for(self, context: Context) -> None:
        session, play = asked(context, framework="sponsor-checkin")

        assert session.person == Person(code="S1")
        assert play.chooser is not None
        assert play.chooser.asked == []

    def test_a_terminal_lists_those_who_were_asked_with_group_and_how_often(self, context: Context) -> None:
        session, play = asked(context, "P1")

        assert session.person == Person(code="P1", group="boss")
        assert play.chooser is not None
        assert play.chooser.offered[0] == [
            "P2: met once",
            "P1: a boss, met 2 times",
            "somebody new: goes by P3",
            "S1: met once",
        ]

    def test_somebody_new_is_asked_for_their_group(self, context: Context) -> None:
        session, _ = asked(context, "somebody new", "a former direct report")

        assert session.person == Person(code="P3", group="former report")

    def test_the_group_may_be_left_open(self, context: Context) -> None:
        session, _ = asked(context, "somebody new", "leave it open")

        assert session.person == Person(code="P3")

    def test_a_name_that_is_typed_is_taken(self, context: Context) -> None:
        session, _ = asked(context, "Ann Example", "a peer")

        assert session.person == Person(code="Ann Example", group="peer")

    def test_nobody_is_listed_where_others_see_the_screen(self, context: Context) -> None:
        session, play = asked(context, "P1", client="Jane Doe", discreet=True)

        assert session.person == Person(code="P1", group="boss")
        assert play.chooser is not None
        assert play.chooser.offered == []
        shown = "\n".join([play.said, *play.chooser.asked, *(" ".join(view.crumbs) for view in play.script.views)])
        assert "P1" not in shown

    def test_a_rehearsal_asks_nobody_who_it_is(self, context: Context) -> None:
        session, play = asked(context, rehearse=True)

        assert session.person == Person(code="P1")
        assert play.chooser is not None
        assert play.chooser.asked == []


@pytest.mark.usefixtures("jane")
def test_a_first_sponsor_is_asked_for_and_gets_a_code(context: Context) -> None:
    session, play = asked(context, "somebody new", framework="sponsor-checkin")

    assert session.person == Person(code="S1")
    assert play.chooser is not None
    assert play.chooser.asked == ["Which sponsor?"]


@pytest.mark.usefixtures("jane")
class TestUnfinished:
    @pytest.fixture(autouse=True)
    def _left(self, context: Context) -> None:
        """An interview with P1 that was put aside."""
        began(context, over_a_pipe("a word", "/pause"), person="P1")

    def test_it_stands_in_the_way_of_no_call_with_the_client(self, context: Context) -> None:
        session, play = asked(context, "OSKAR", framework=None)

        assert session.framework.id == "oskar"
        assert play.chooser is not None
        assert "unfinished" not in " ".join(play.chooser.asked)
        assert "Stakeholder interview waits for you: " in play.said

    def test_nor_of_an_interview_with_somebody_else(self, context: Context) -> None:
        session, _ = asked(context, "a peer", person="P2", group="peer")

        assert session.person == Person(code="P2", group="peer")

    def test_with_the_same_person_the_coach_is_asked(self, context: Context) -> None:
        session, play = asked(context, "yes", person="p1")

        assert session.person == Person(code="P1")
        assert play.chooser is not None
        assert play.chooser.asked[0].startswith("Stakeholder interview with P1, about Jane Doe on ")


class TestAboutNobody:
    @pytest.mark.usefixtures("jane")
    def test_a_terminal_offers_nobody_first_for_what_the_coach_does_alone(self, context: Context) -> None:
        session, play = asked(context, "nobody", client=None, framework="supervision-clear")

        assert session.client == "own"
        assert play.chooser is not None
        assert play.chooser.asked == ["About whom?"]
        assert play.chooser.offered[0][0] == "nobody: your own work"
        assert play.script.views[0].crumbs[1] == "your own work"

    @pytest.mark.usefixtures("jane")
    def test_nobody_is_offered_for_no_call(self, context: Context) -> None:
        _, play = asked(context, "Jane Doe", client=None, framework="grow")

        assert play.chooser is not None
        assert play.chooser.offered[0] == ["Jane Doe: no session yet", "new client..."]

    def test_a_coach_without_clients_is_asked_nothing(self, context: Context) -> None:
        session, play = asked(context, client=None, framework="supervision-clear")

        assert session.client == "own"
        assert play.chooser is not None
        assert play.chooser.asked == []

    @pytest.mark.usefixtures("jane")
    def test_only_what_is_done_alone_can_be_picked_for_it(self, context: Context) -> None:
        session, play = asked(context, "Reflection", client="own", framework=None)

        assert session.framework.id == "reflection"
        assert play.chooser is not None
        assert not any(row.startswith("GROW") for row in play.chooser.offered[0])

    def test_a_question_says_the_client_where_it_would_name_one(self, context: Context) -> None:
        play = over_a_pipe("/go say", "/end", "/end", "/end")
        began(context, play, "supervision-clear", client="own")

        assert any("your own work" not in view.question for view in play.script.views)
        assert not any("Your" in view.question.split() for view in play.script.views)
