"""/done: what is open with the client, ticked off during the call."""

import pytest
from app.conftest import MakeSession
from app.play import at_a_terminal, over_a_pipe
from app.scripted_call import FakeClock, Kept, Script, Sitting, Step, play, services_of
from builders import (
    FRAMEWORK,
    GOAL,
    SINCE,
    STORY,
    framework_of,
    note,
    session_of,
    turn_with,
    typed_in,
    walked,
)

from coachcli.app.between import actions
from coachcli.app.between.action_list import listed
from coachcli.app.between.entries import Said
from coachcli.app.call import loop
from coachcli.app.call.call import Call
from coachcli.app.call.open_things import goal_lines
from coachcli.app.call.view import view
from coachcli.app.client import prep
from coachcli.app.client.history import brought
from coachcli.app.context import Context
from coachcli.app.session import resumption
from coachcli.app.session import start as beginning
from coachcli.app.session.export import Form, export_text, open_session
from coachcli.app.session.request import StartRequest
from coachcli.domain.client.model import Client
from coachcli.domain.framework.questions import Question
from coachcli.domain.history.open_items import carried, followed
from coachcli.domain.session.answers import notes_on
from coachcli.domain.session.carried import Carried
from coachcli.domain.session.model import Note, Session
from coachcli.domain.session.walk import Walk
from coachcli.domain.session.wording import asked_about
from coachcli.domain.terms import Audience, Room
from coachcli.domain.value import changed
from coachcli.errors import UsageError
from coachcli.live.source import Line, Recalled

FORMS: tuple[Form, ...] = ("markdown", "text", "json")
CHOSEN = ("*Call Tom by friday 8/10", "*Call Ana", ">send the article", "?the salary")


def held(*steps: Step, discreet: bool = False) -> Sitting:
    return play(FRAMEWORK, walked(), [*CHOSEN, *steps], discreet=discreet)


def came_of(sitting: Sitting) -> list[tuple[str, str, str]]:
    return [
        (note.reviewed.what, note.reviewed.outcome, note.share_with)
        for _, note in sitting.session.notes
        if note.reviewed
    ]


class TestOfThisSession:
    @pytest.mark.parametrize("words", ["tom", "1", "#1", "Call Tom", "call TOM"])
    def test_some_words_or_a_number_tick_it_off(self, words: str) -> None:
        sitting = held(f"/done {words}")

        assert came_of(sitting) == [("Call Tom", "done", "client")]
        assert sitting.remarks == ["Ticked off: Call Tom"]
        assert sitting.questions[-1] == "What is going on?"

    def test_promises_and_what_was_parked_too_and_nobody_sees_more_than_before(self) -> None:
        assert came_of(held("/done article", "/done salary")) == [
            ("send the article", "done", "nobody"),
            ("the salary", "done", "nobody"),
        ]

    def test_undo_opens_it_again(self) -> None:
        sitting = held("/done tom", "/undo", "/done tom")

        assert sitting.remarks[1].startswith("Taken back: · Call Tom: done")
        assert came_of(sitting) == [("Call Tom", "done", "client")]

    def test_where_two_could_be_meant_both_are_shown_and_the_line_is_back(self) -> None:
        sitting = held("/done call")

        assert came_of(sitting) == []
        assert sitting.script.views[-1].page == ("   1 Call Tom · by Friday 27 November 2026 · 8/10", "   2 Call Ana")
        assert sitting.remarks == ["That could be 2 of them; a number says which: /done 1"]
        assert sitting.script.lines[-1] == Line.ending("/done call").refused()

    def test_alone_it_lists_what_is_open(self) -> None:
        sitting = held("/done tom", "/done")

        assert sitting.script.views[-1].page == (
            "   2 Call Ana",
            "   3 I promised: send the article",
            "   4 parked: the salary",
        )
        assert sitting.remarks[-1] == "3 open. Some of its words tick one off, or its number: /done 2"

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ("the dog", "Nothing open is called that; /done lists what is."),
            ("cal anna", "Nothing open is called that; did you mean Call Ana?"),
            ("9", "Nothing open is called that; /done lists what is."),
        ],
    )
    def test_what_nothing_is_called_is_given_back(self, words: str, told: str) -> None:
        sitting = held(f"/done {words}")

        assert sitting.remarks == [told]
        assert sitting.script.lines[-1] == Line.ending(f"/done {words}").refused()

    def test_what_was_ticked_off_is_not_twice(self) -> None:
        sitting = held("/done tom", "/done tom")

        assert sitting.remarks[-1] == "That was ticked off already."
        assert len(came_of(sitting)) == 1

    def test_where_nothing_is_open_it_says_so(self) -> None:
        assert play(FRAMEWORK, walked(), ["/done", "/done tom"]).remarks == ["Nothing is open."] * 2

    def test_at_the_map_and_before_anything_was_asked_it_works_as_well(self) -> None:
        assert came_of(held("/map", "/done tom")) == [("Call Tom", "done", "client")]


class TestOnASharedScreen:
    def test_no_word_is_shown(self) -> None:
        sitting = held("/done", "/done call", "/done tom", "/undo", "/done anna", discreet=True)
        shown = [*sitting.remarks, *sitting.script.said, *(row for view in sitting.script.views for row in view.page)]

        assert "1 ticked off." in sitting.remarks
        assert not any(word in text for text in shown for word in ("Tom", "Ana", "article", "salary"))

    def test_nothing_is_offered(self) -> None:
        def offered(*, discreet: bool) -> list[str]:
            return [one.text for one in held(discreet=discreet).script.views[-1].complete("/done ", False)]

        assert offered(discreet=False) == ["Call Tom", "Call Ana", "send the article", "the salary"]
        assert offered(discreet=True) == []


class TestBesideOtherAnswers:
    BROUGHT = (Carried("action", "Call Tom", "jane-doe/1"), Carried("action", "rest", "jane-doe/1"))

    def looking_back(self, *steps: Step) -> Sitting:
        framework = framework_of(STORY, SINCE)
        return play(framework, walked(framework=framework, carried=self.BROUGHT), steps, carried=self.BROUGHT)

    def test_what_was_ticked_off_is_not_looked_back_on_any_more(self) -> None:
        assert self.looking_back("*rest", "/done rest", "").questions[-1] == "What came of what you chose?\n→ Call Tom"
        assert self.looking_back("*rest", "/done rest", "/next", "/next").questions[-1] == "Where to?"

    def test_ticked_off_where_another_thing_is_looked_back_on_it_answers_nothing_there(self) -> None:
        sitting = self.looking_back("*rest", "/next", "/done rest")

        assert came_of(sitting) == [("rest", "done", "client")]
        assert sitting.session.turns[-1].item == "Call Tom"
        assert notes_on(sitting.session, SINCE, "Call Tom") == []
        assert asked_about(sitting.session.turns[-1]) == "What came of what you chose? (Call Tom)"
        assert sitting.script.views[-1].notes == ("· rest: done  → client",)

    def test_rewritten_there_it_is_about_what_it_was_about(self) -> None:
        sitting = self.looking_back("*rest", "/next", "/done rest", Recalled(), "partly")

        assert came_of(sitting) == [("rest", "partly", "client")]

    def test_rewritten_it_stays_what_came_of_the_same_thing(self) -> None:
        sitting = held("/done tom", Recalled(), "partly, he was away")

        assert came_of(sitting) == [("Call Tom", "partly", "client")]


class TestWithAClient:
    """Files as they are on the disk."""

    @pytest.fixture(autouse=True)
    def _chosen(self, context: Context, jane: Client, made: MakeSession, clock: FakeClock) -> None:
        earlier = turn_with(note("Talk to Ana", "action", "client"), note("aim high", "goal"), question="arriving")
        made(jane, turns=(earlier,), status="ended")
        actions.add(context, lambda: None, Said("jane", "Write the page"), "action")
        clock.pass_(3600)
        made(jane, "2026-11-20-1400", status="paused")

    @staticmethod
    def call(context: Context, *steps: Step) -> Script:
        play = over_a_pipe(*steps, "/pause")
        resumption.resume(context, "Jane Doe", play.conversation)
        return play.script

    @staticmethod
    def still(context: Context) -> list[str]:
        known = brought(context, "jane-doe")
        return [thing.what for thing in carried(known.extracts, {"client"}, known.entries)]

    def test_what_was_chosen_earlier_and_between_sessions_is_ticked_off_for_good(self, context: Context) -> None:
        self.call(context, "/done ana", "/done page")

        assert self.still(context) == ["aim high"]
        assert "You did it: Talk to Ana" in export_text(context, open_session(context, None), "client", "text")

    def test_undone_it_is_open_again(self, context: Context) -> None:
        self.call(context, "/done ana", "/done page", "/undo", "/undo")

        assert sorted(self.still(context)) == ["Talk to Ana", "Write the page", "aim high"]

    def test_the_numbers_are_those_of_the_list_between_sessions(self, context: Context) -> None:
        numbers = {one.thing.what: one.number for one in listed(context, "jane").found[0].open}
        self.call(context, f"/done {numbers['aim high']}")

        assert "aim high" not in self.still(context)

    def test_what_was_closed_between_sessions_is_not_open(self, context: Context) -> None:
        actions.close(context, lambda: None, Said("jane", "page"), "done")

        assert "That was ticked off already." in [view.remark for view in self.call(context, "/done page").views]


def test_a_long_list_is_turned_page_by_page() -> None:
    script = Script([*(f"*thing {number}" for number in range(40)), "/done"])
    loop.run(Call(services_of(Walk(FRAMEWORK, "Jane"), script, Kept(script.log), FakeClock()), walked()))

    pages = script.views[-1].pages
    assert sum(map(len, pages)) == 40
    assert max(map(len, pages)) <= script.page_size()[1]


def test_in_a_reflection_it_is_the_coachs_own() -> None:
    alone = changed(FRAMEWORK, kind="reflection", room="alone")
    session = walked(framework=alone)
    reference = changed(session.framework, kind="reflection", room="alone")
    sitting = play(alone, changed(session, framework=reference), ["*rest more", "/done rest"])

    assert [what for what, _, _ in came_of(sitting)] == ["rest more"]


def test_what_came_of_something_is_shared_with_nobody_who_cannot_see_that() -> None:
    sitting = held("*rest", "/share nobody", "/done rest", "/share")

    assert [note.share_with for _, note in sitting.session.notes if note.reviewed] == ["nobody"]
    assert sitting.remarks[-1] == "What that is about is for you alone, and so is what came of it."
    shared = held("*rest", "/done rest", "/share nobody", "/share").session.notes
    assert [note.share_with for _, note in shared if note.reviewed] == ["client"]


# The goals that are open already stand before the question for one.

LASTING = changed(GOAL, lasts=True, smart="off")
LEAD = note("Lead the division", "goal", "client")


def call_at(*open_already: Note, question: Question = LASTING, room: Room = "client", discreet: bool = False) -> Call:
    """A call at a question, with what was chosen in an earlier session."""
    framework = changed(framework_of(question, STORY), room=room)
    earlier = session_of(turn_with(*open_already), id="jane-doe/2026-10-01-1000")
    script = Script([])

    def known(session: Session) -> tuple[object, ...]:
        return followed([earlier, session], [])

    services = changed(services_of(Walk(framework, "Jane"), script, Kept(script.log), FakeClock()), followed=known)
    return Call(services, walked(framework=framework), discreet=discreet)


@pytest.mark.parametrize("question", [LASTING, changed(GOAL, lasts=False, smart="off")])
def test_each_has_a_line_before_the_cue_whether_a_goal_or_an_aim_is_asked_for(question: Question) -> None:
    call = call_at(LEAD, question=changed(question, cue="Slow down here."))

    assert view(call).cue.split("\n") == ["Open: Lead the division", "Slow down here."]


def test_at_any_other_question_there_is_none() -> None:
    assert goal_lines(call_at(LEAD, question=STORY)) == []


def test_an_action_or_an_earlier_aim_is_no_goal() -> None:
    assert goal_lines(call_at(note("call Tom", "action"), note("what to say", "aim"))) == []


def test_three_at_most_the_newest_first_and_the_rest_is_counted() -> None:
    goals = [note(f"goal {number}", "goal") for number in range(5)]

    assert goal_lines(call_at(*goals)) == ["Open: goal 4", "Open: goal 3", "Open: goal 2", "and 2 more"]


def test_once_one_is_noted_they_are_gone() -> None:
    call = call_at(LEAD)
    noted = typed_in(call.session, ["Sleep through"], call.services.walk.framework)

    assert goal_lines(Call(call.services, noted)) == []


def test_where_others_see_the_screen_there_is_none() -> None:
    assert goal_lines(call_at(LEAD, discreet=True)) == []
    assert "division" not in view(call_at(LEAD, discreet=True)).cue


def test_with_the_sponsor_in_the_room_only_what_is_marked_for_them_is_there() -> None:
    marked = note("Grow the north", "goal", "sponsor")

    assert goal_lines(call_at(LEAD, marked, room="three")) == ["Open: Grow the north"]


@pytest.mark.parametrize("room", ["sponsor", "stakeholder", "alone"])
def test_anywhere_else_there_is_none(room: Room) -> None:
    assert goal_lines(call_at(changed(LEAD, share_with="sponsor"), room=room)) == []


class TestWhatASponsorLetsTheClientHear:
    """It stands before the next call with the client, until it is ticked off, and nobody else ever sees it."""

    WORDS = "He is glad of how she speaks up"

    @pytest.fixture
    def talk(self, context: Context, jane: Client, clock: FakeClock) -> None:
        """A talk with the sponsor, who will not say it themselves."""
        del jane
        beginning.start(
            context,
            StartRequest(client="Jane Doe", framework="sponsor-checkin"),
            over_a_pipe("/go all of this", "no", "", "no", "", self.WORDS, "/end", "/end", "/end", "/end").conversation,
        )
        clock.pass_(7 * 86400)

    def held(self, context: Context, framework: str, *lines: Step, discreet: bool = False) -> Script:
        play = at_a_terminal(types=[*lines, "/pause"], discreet=discreet)
        request = StartRequest(client="Jane Doe", framework=framework, discreet=discreet)
        beginning.start(context, request, play.conversation)
        return play.script

    def card(self, context: Context, jane: Client) -> tuple[str, ...]:
        return prep.prepare(context, jane).preparation.to_pass_on

    @pytest.mark.usefixtures("talk")
    def test_it_is_on_the_card_and_before_the_first_question_of_the_next_call(
        self, context: Context, jane: Client
    ) -> None:
        assert self.card(context, jane) == (self.WORDS,)
        script = self.held(context, "checkin")

        assert any("To pass on" in row and self.WORDS in row for row in script.views[0].page)

    @pytest.mark.usefixtures("talk")
    @pytest.mark.parametrize("words", ["1", "glad", "He is glad"])
    def test_it_is_ticked_off_in_the_call(self, context: Context, jane: Client, words: str) -> None:
        script = self.held(context, "checkin", f"/done {words}")

        assert [view.remark for view in script.views if view.remark] == [f"Ticked off: {self.WORDS}"]
        assert self.card(context, jane) == ()

    @pytest.mark.usefixtures("talk")
    def test_or_between_two_calls(self, context: Context, jane: Client) -> None:
        actions.close(context, lambda: None, Said("jane", "glad"), "done")

        assert self.card(context, jane) == ()

    @pytest.mark.usefixtures("talk")
    def test_a_meeting_of_three_shows_nothing_of_it(self, context: Context) -> None:
        script = self.held(context, "three-way", "/done", "/done glad")

        assert [view.remark for view in script.views if view.remark] == ["Nothing is open."] * 2
        assert self.WORDS not in repr([view.choices for view in script.views])

    @pytest.mark.usefixtures("talk")
    def test_where_others_see_the_screen_it_is_not_shown(self, context: Context) -> None:
        script = self.held(context, "checkin", "/done", "/done 1", discreet=True)

        assert self.WORDS not in repr([(view.page, view.remark, [*view.notes]) for view in script.views])

    @pytest.mark.usefixtures("talk")
    @pytest.mark.parametrize("audience", ["client", "sponsor"])
    def test_no_export_has_it(self, context: Context, jane: Client, audience: Audience) -> None:
        self.held(context, "checkin", "The week was long", "/done 1", "/end", "/end")
        there = sorted((context.practice.clients / jane.id / "sessions").glob("*.yaml"))

        assert len(there) == 2
        talk, call = (open_session(context, str(path)) for path in there)
        if talk.session.framework.room != "sponsor":
            talk, call = call, talk
        assert self.WORDS not in "".join(export_text(context, call, audience, form) for form in FORMS)
        with pytest.raises(UsageError, match="nothing of it is for anybody else"):
            export_text(context, talk, audience, "text")
